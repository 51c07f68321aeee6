"""Dates and times of the admin: in Dutch or ISO 8601 notation, and never guessed.

Wagtail's picker makes today of what it cannot read, and 2 March of 30 February. Here what was typed stays, and the form
says what it wants.
"""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin import widgets
from wagtail.admin.panels import FieldPanel
from wagtail.admin.panels.publishing_panel import PublishingPanel

_DAYS = ("%d-%m-%Y", "%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y")
_TIMES = ("%H:%M", "%H.%M", "%H:%M:%S")


class DateInput(widgets.AdminDateInput):
    """Wagtail's date picker, which leaves alone what is typed."""

    def get_config(self) -> dict[str, Any]:
        return super().get_config() | {"validateOnBlur": False}


class TimeInput(widgets.AdminTimeInput):
    """The same for a time."""

    def get_config(self) -> dict[str, Any]:
        return super().get_config() | {"validateOnBlur": False}


class DateTimeInput(widgets.AdminDateTimeInput):
    """The same for a day and a time."""

    def get_config(self) -> dict[str, Any]:
        return super().get_config() | {"validateOnBlur": False}


class DateField(forms.DateField):
    """A day: 31-12-2026 or 2026-12-31."""

    widget = DateInput
    input_formats = _DAYS
    default_error_messages = {"invalid": _("Type the day like this: 31-12-2026.")}  # noqa: RUF012 - as in Django


class TimeField(forms.TimeField):
    """A time of the day: 14:00 or 14.00."""

    widget = TimeInput
    input_formats = _TIMES
    default_error_messages = {"invalid": _("Type the time like this: 14:00.")}  # noqa: RUF012 - as in Django


class DateTimeField(forms.DateTimeField):
    """A day and a time: 31-12-2026 14:00 or 2026-12-31T14:00. A day alone is not taken for midnight."""

    widget = DateTimeInput
    input_formats = tuple(f"{day} {time}" for day in _DAYS for time in _TIMES)
    default_error_messages = {  # noqa: RUF012 - as in Django
        "invalid": _("Type the day and the time like this: 31-12-2026 14:00.")
    }

    def to_python(self, value: Any) -> Any:
        if isinstance(value, str) and value.strip() and ":" not in value and "." not in value:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return super().to_python(value)


class PlanPanel(PublishingPanel):
    """When a page is published and expires, with fields that leave alone what is typed."""

    def __init__(self, **kwargs: Any) -> None:
        attributes = {
            "data-controller": "w-action",
            "data-action": "w-dialog:hidden->w-action#reset",
            "data-w-dialog-target": "notify",
        }
        inputs = {"attrs": attributes, "js_overlay_parent_selector": "#schedule-publishing-dialog"}
        fields = [FieldPanel(name, widget=DateTimeInput(**inputs)) for name in ("go_live_at", "expire_at")]
        super().__init__(**{"children": fields, **kwargs})
