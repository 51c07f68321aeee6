"""The edit form of a meeting."""

from django.utils.translation import gettext as _

from events.signups.models import SeatPool
from livinglab.core.editing import LabPageForm


class MeetingPageForm(LabPageForm):
    """Shows the seats there are: once a meeting is published, its seat row decides, not the page."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "capacity" not in self.fields or self.instance.pk is None:
            return
        pool = SeatPool.objects.filter(key=self.instance.meeting_key).first()
        if pool is not None:
            field = self.fields["capacity"]
            self.initial["capacity"] = pool.capacity
            field.disabled = True
            field.help_text = _("Under ‘Sign-ups’ you change this, after you have seen what happens to who waits.")
