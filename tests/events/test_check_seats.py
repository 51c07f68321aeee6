"""`manage.py check_seats`: whether a live site's seats, sign-ups and mails agree."""

import io

import pytest
from django.core.management import CommandError, call_command

from events.models import OutgoingMail, SeatPool
from tests.events import crowd

pytestmark = pytest.mark.django_db


def check() -> tuple[str, str]:
    out, err = io.StringIO(), io.StringIO()
    try:
        call_command("check_seats", stdout=out, stderr=err)
    except CommandError as error:
        return str(error), err.getvalue()
    return "", out.getvalue()


@pytest.fixture
def meeting():
    made = crowd.make_meeting(1)
    for number in range(2):
        crowd.join(made, number)
    return made


def test_all_is_well(meeting):
    crowd.make_meeting(5)
    problem, told = check()
    assert problem == ""
    assert "2" in told


def test_a_wrong_count_and_a_missing_mail_are_named(meeting):
    crowd.make_meeting(5)
    SeatPool.objects.filter(key=meeting).update(waiting=0)
    OutgoingMail.objects.filter(kind="confirmed").delete()
    problem, told = check()
    assert problem.startswith("1 of 2 ")
    assert told.count(str(meeting)) == 2
