"""What every sign-up asks is written in SQL: each statement answers as its twin in Django does."""

import uuid

import pytest
from django.db import transaction
from django.db.models import Q

from events.card_seats import load_seats
from events.models import MeetingPage, SeatPool, SignUp
from events.signups import seats
from events.signups.models import Attendance
from events.signups.services import sign_ups
from livinglab.search.models import SearchEntry
from tests.events import crowd
from tests.factories import MeetingPageFactory

pytestmark = pytest.mark.django_db


def test_who_is_on_the_list_already():
    meeting = crowd.make_meeting(5)
    rows = [crowd.join(meeting, number) for number in range(3)]
    crowd.join(crowd.make_meeting(5), 0)
    sign_ups.cancel(sign_up=rows[2].uuid, by=SignUp.Actor.PARTICIPANT)
    for row, submission in ((rows[0], uuid.uuid4()), (rows[1], rows[0].submission_id), (rows[2], uuid.uuid4())):
        sought = {"pool": meeting, "submission": submission, "email": row.email, "active": list(SignUp.ACTIVE)}
        twin = SignUp.objects.filter(
            Q(submission_id=submission) | Q(email=row.email, state__in=SignUp.ACTIVE), pool=meeting
        )
        assert set(SignUp.objects.raw(sign_ups._EARLIER, sought)) == set(twin)


def test_the_locked_seats_and_their_counts():
    meeting = crowd.make_meeting(2)
    crowd.join(meeting, 1)
    with transaction.atomic():
        pool = seats.lock_seats(meeting)
        twin = SeatPool.objects.select_for_update(no_key=True).get(key=meeting)
        names = [field.attname for field in SeatPool._meta.concrete_fields]
        assert [getattr(pool, name) for name in names] == [getattr(twin, name) for name in names]
        seats.move_seats(pool, Attendance.SITE, taken=1, positions=1)
    twin.refresh_from_db()
    assert (twin.taken, twin.last_position, twin.ceiling) == (pool.taken, pool.last_position, pool.ceiling) == (2, 2, 2)


def test_the_seats_on_cards():
    pages = [MeetingPageFactory(capacity=number) for number in (3, 4)]
    entries = list(SearchEntry.objects.filter(kind="meeting"))
    assert len(entries) == len(pages)
    for entry in entries:
        page = MeetingPage.objects.get(pk=entry.page_id)
        found = load_seats(entries)[entry.id]
        assert (found["seats"], found["venue"]) == (page.seats, page.venue_name)
