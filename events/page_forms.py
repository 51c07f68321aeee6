"""The edit form of a meeting."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from events.signups.models import STAYS_CANCELLED, SeatPool
from livinglab.core.editing.page_forms import LabPageForm
from livinglab.core.fields.date_fields import DateField, DateTimeField


class _DayOrMoment(DateTimeField):
    """A day, or a day and a time: of a meeting of long ago nobody may know the time."""

    def to_python(self, value: Any) -> Any:
        try:
            return super().to_python(value)
        except ValidationError:
            day = DateField().to_python(value)
            return super().to_python(f"{day:%Y-%m-%d} 00:00")


class MeetingPageForm(LabPageForm):
    """Shows the seats there are, which the seat row decides once a meeting is published; takes a day without times."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.data.get(self.add_prefix("day_only")):
            self._take_days()
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

    def _take_days(self) -> None:
        for name in {"starts_at", "ends_at"} & self.fields.keys():
            known = self.fields[name]
            self.fields[name] = _DayOrMoment(
                required=name == "starts_at", label=known.label, help_text=known.help_text, widget=known.widget
            )

    def clean_is_cancelled(self) -> bool:
        """Everyone was told that it is off, and their sign-ups are cancelled: that cannot be taken back."""
        is_cancelled = self.cleaned_data["is_cancelled"]
        has_been = self.instance.pk and SeatPool.objects.filter(key=self.instance.meeting_key, is_cancelled=True)
        if not is_cancelled and has_been and has_been.exists():
            raise ValidationError(STAYS_CANCELLED)
        return is_cancelled
