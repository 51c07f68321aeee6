"""What is kept of log-ins goes when its time is over: names, addresses of machines and dead sessions."""

import datetime as dt

import pytest
from axes.models import AccessAttempt, AccessFailureLog, AccessLog
from django.contrib.sessions.models import Session
from django.utils import timezone

from livinglab.core.tasks import delete_old_personal_data
from livinglab.provision.roles import EDITOR
from tests.people import client_of, somebody

pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)
KEPT = (AccessAttempt, AccessFailureLog, AccessLog)


def note_log_ins(*, days_ago: int) -> None:
    for model in KEPT:
        more = {"failures_since_start": 1} if model is AccessAttempt else {}
        row = model.objects.create(
            username="redacteur@example.nl", ip_address=f"192.0.2.{days_ago}", path_info="/", **more
        )
        model.objects.filter(pk=row.pk).update(attempt_time=timezone.now() - days_ago * DAY)


@pytest.mark.parametrize("days", [30, 7])
def test_log_ins_go_after_the_days_that_are_set(settings, days) -> None:
    settings.LOG_IN_RETENTION_DAYS = days
    note_log_ins(days_ago=days + 1)
    note_log_ins(days_ago=days - 1)
    delete_old_personal_data(timestamp=0)
    limit = timezone.now() - days * DAY
    assert [model.objects.count() for model in KEPT] == [1, 1, 1]
    assert all(model.objects.get().attempt_time > limit for model in KEPT)


def test_dead_sessions_go_and_live_ones_stay() -> None:
    client_of(somebody(EDITOR))
    client_of(somebody(EDITOR, "ander"))
    dead = Session.objects.first()
    Session.objects.filter(pk=dead.pk).update(expire_date=timezone.now() - DAY)
    delete_old_personal_data(timestamp=0)
    assert Session.objects.count() == 1
