"""Names as people paste them and as advertisers make them, from sign-up to lists, badges and calendars."""

import io
import uuid

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from icalendar import Calendar
from openpyxl import load_workbook

from events import ical
from events.desk.forms import ByHandForm
from events.models import SignUp
from events.public.forms import AnswersForm, SignUpForm
from events.signups import services
from livinglab.provision import roles
from tests.people import client_of, somebody

pytestmark = pytest.mark.django_db

PASTED, STORED = " Anne\x02\u200b  Zo\u0308e\u00a0de Wit\uffff ", "Anne Zöe de Wit"


def sign_up(page, name: str, number: int = 1) -> SignUp:
    someone = services.Applicant(name=name, email=f"bezoeker{number}@buren.example", language="nl", question=name)
    return services.sign_up(meeting=page.translation_key, person=someone, submission_id=uuid.uuid4())


def test_a_pasted_name_has_one_form_by_every_way(meeting_page):
    row = SignUp.objects.get(pk=sign_up(meeting_page, PASTED).pk)
    assert (row.name, row.question) == (STORED, STORED)
    services.change_answers(sign_up=row.uuid, answers=services.Answers(name="Eva", needs=PASTED))
    row.refresh_from_db()
    assert row.needs == STORED
    row.name = PASTED
    row.save()
    row.refresh_from_db()
    assert row.name == STORED
    for form in (AnswersForm({"name": PASTED}), SignUpForm({"name": PASTED}, meeting=uuid.uuid4())):
        form.is_valid()
        assert form.cleaned_data["name"] == STORED


@pytest.mark.parametrize("name", ["Win op evil.com", "voorbeeld.example/klik", "mail piet@evil.example"])
def test_an_advertisement_is_no_name_by_any_way_that_mails_it(meeting_page, name):
    forms = [
        AnswersForm({"name": name}),
        SignUpForm({"name": name}, meeting=uuid.uuid4()),
        ByHandForm({"name": name}, pool=meeting_page.seats),
    ]
    assert all("name" in form.errors for form in forms)
    with pytest.raises(ValidationError):
        sign_up(meeting_page, name)
    with pytest.raises(ValidationError):
        services.Answers(name=name)


def test_what_was_stored_before_makes_no_invalid_file(meeting_page):
    row = sign_up(meeting_page, "Jan")
    SignUp.objects.filter(pk=row.pk).update(name="Jan\uffffPi\x02et", question="\x0bHoe?\ufffe")
    organiser = client_of(somebody(roles.ORGANISER))
    content = organiser.get(reverse("sign_ups:export", args=[meeting_page.translation_key])).content
    values = [cell.value for line in load_workbook(io.BytesIO(content)).active.iter_rows() for cell in line]
    assert "JanPiet" in values
    assert "Hoe?" in values
    row.refresh_from_db()
    sent = ical.invitation(row, meeting_page, sequence=0, stamped_at=row.created_at)
    (event,) = Calendar.from_ical(sent).walk("VEVENT")
    assert event["ATTENDEE"].params["CN"] == "JanPiet"


def test_names_with_an_accent_stand_where_people_look_for_them(meeting_page):
    services.change_capacity(meeting=meeting_page.translation_key, capacity=9)
    for number, name in enumerate(["Zoë", "Élise de Vries", "eva", "Adam", "Ömer"]):
        sign_up(meeting_page, name, number)
    organiser, key = client_of(somebody(roles.ORGANISER)), meeting_page.translation_key
    in_order = ["Adam", "Élise de Vries", "eva", "Ömer", "Zoë"]
    badges = organiser.get(reverse("sign_ups:badges", args=[key])).context["rows"]
    assert [row.name for row in badges] == in_order
    door = organiser.get(reverse("sign_ups:check_in_list", args=[key])).context["rows"]
    assert [row.name for row in door] == in_order
    table = organiser.get(reverse("sign_ups:meeting", args=[key]), {"ordering": "name__alphabetical"})
    assert [row.name for row in table.context["object_list"]] == in_order
