"""The edit form of a meeting."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from events.signups.models import SeatPool
from livinglab.core.editing import LabPageForm


class MeetingPageForm(LabPageForm):
    """Shows the seats there are: once a meeting is published, its seat row decides, not the page."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "capacity" not in self.fields or self.instance.pk is None:
            return
        pool = SeatPool.objects.filter(key=self.instance.meeting_key).first()
        if pool is None:
            return
        for name in ("capacity", "online_capacity") if pool.is_hybrid else ("capacity",):
            field = self.fields[name]
            self.initial[name] = getattr(pool, name)
            field.disabled = True
            field.help_text = _(
                "You change this under ‘Sign-ups’, after you have seen what happens to people who wait."
            )

    def clean_is_cancelled(self) -> bool:
        """Everyone was told that it is off, and their sign-ups are cancelled: that cannot be taken back."""
        is_cancelled = self.cleaned_data["is_cancelled"]
        has_been = self.instance.pk and SeatPool.objects.filter(key=self.instance.meeting_key, is_cancelled=True)
        if not is_cancelled and has_been and has_been.exists():
            raise ValidationError(_("A meeting that was cancelled stays so. Plan the next one instead."))
        return is_cancelled
