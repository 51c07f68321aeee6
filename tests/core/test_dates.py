"""A date that cannot be read is refused, in the words of the form, and what was typed stays."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.utils.timezone import localtime
from django.utils.translation import override

from casestudies.models import ExamplePage
from events.models import MeetingPage
from livinglab.core.fields.date_fields import DateField, DateInput, DateTimeField, DateTimeInput, TimeField, TimeInput
from livinglab.provision.roles import MODERATOR
from tests.casestudies.test_editing import add_address, whole
from tests.people import client_of, somebody

UNREADABLE = {
    DateField: ["30-02-2026", "morgen", "31-12", "2026-13-01", "12-31-2026", "17 december 2026", "18032024"],
    DateTimeField: ["2026-12-17", "18-03-2024 1330", "morgen", "30-02-2026 10:00", "18-03-2024", "18-03-2024 25:00"],
    TimeField: ["1330", "25:00", "half drie", "14"],
}
READABLE = {
    DateField: ["17-12-2026", "2026-12-17", "17/12/2026", " 17-12-2026 "],
    DateTimeField: [
        "17-12-2026 14:30",
        "17-12-2026 14.30",
        "2026-12-17 14:30",
        "2026-12-17T14:30",
        "17-12-2026 14:30:00",
    ],
    TimeField: ["14:30", "14.30", "14:30:00"],
}


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize(("field", "typed"), [(field, text) for field, texts in UNREADABLE.items() for text in texts])
def test_what_cannot_be_read_is_refused_with_the_form_that_is_wanted(field, typed: str, language: str) -> None:
    with override(language), pytest.raises(ValidationError) as refused:
        field().clean(typed)
    assert any(form in refused.value.messages[0] for form in ("31-12-2026", "14:00"))


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize(("field", "typed"), [(field, text) for field, texts in READABLE.items() for text in texts])
def test_the_forms_of_people_here_and_of_machines_are_understood(field, typed: str, language: str) -> None:
    with override(language):
        value = field().clean(typed)
    if field is DateTimeField:
        value = localtime(value).replace(tzinfo=None)
    expected = {DateField: dt.date(2026, 12, 17), TimeField: dt.time(14, 30)}
    assert value == expected.get(field, dt.datetime(2026, 12, 17, 14, 30))  # noqa: DTZ001 - as typed


@pytest.mark.parametrize("page_type", [ExamplePage, MeetingPage])
def test_every_date_of_a_page_is_asked_for_like_that(page_type) -> None:
    """The publishing dialog included; Wagtail's picker may not correct what is typed."""
    fields = page_type.get_edit_handler().get_form_class().base_fields
    kinds = {DateField: DateInput, DateTimeField: DateTimeInput, TimeField: TimeInput}
    dates = {name: field for name, field in fields.items() if type(field).__name__ in ("DateField", "DateTimeField")}
    assert {"go_live_at", "expire_at"} < dates.keys()
    for name, field in dates.items():
        assert isinstance(field.widget, kinds[type(field)]), name
        assert field.widget.get_config()["validateOnBlur"] is False


@pytest.mark.django_db
def test_a_form_keeps_what_was_typed() -> None:
    response = client_of(somebody(MODERATOR)).post(add_address(), whole(last_checked_on="30-02-2026"))
    assert "last_checked_on" in response.context["form"].errors
    assert 'value="30-02-2026"' in response.content.decode()
