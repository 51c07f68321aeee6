"""Letting time pass for one meeting: everything of it moves into the past instead."""

import datetime as dt
import uuid

from django.db.models import F

from events.models import OutgoingMail, SeatPool, SignUp


def let_pass(meeting: uuid.UUID, time: dt.timedelta) -> None:
    """As if `time` had passed since everything of `meeting` happened."""
    SeatPool.objects.filter(key=meeting).update(
        starts_at=F("starts_at") - time,
        ends_at=F("ends_at") - time,
        told_ends_at=F("told_ends_at") - time,
        dates_changed_at=F("dates_changed_at") - time,
        sign_up_opens_at=F("sign_up_opens_at") - time,
        sign_up_closes_at=F("sign_up_closes_at") - time,
        report_announced_at=F("report_announced_at") - time,
    )
    SignUp.objects.filter(pool=meeting).update(
        created_at=F("created_at") - time,
        confirmed_at=F("confirmed_at") - time,
        cancelled_at=F("cancelled_at") - time,
        checked_in_at=F("checked_in_at") - time,
        held_until=F("held_until") - time,
    )
    OutgoingMail.objects.filter(sign_up__pool=meeting).update(created_at=F("created_at") - time)
