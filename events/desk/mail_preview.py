"""Who gets which mail when a meeting is published or cancelled: said before it is done."""

import datetime as dt

from django.conf import settings
from django.db.models import Count, Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from events.pages import MeetingPage
from events.publication import facts_of, is_leading
from events.signups import services
from events.signups.models import SeatPool, SignUp


def what_cancelling_does(row: SignUp) -> list[str]:
    """What cancelling one sign-up does, in words."""
    lines = [_("%(name)s gets a mail.") % {"name": row.name}]
    pool = row.pool
    # A seat above the capacity is not passed on: there are fewer seats now than when it was taken.
    passes_on = pool.taken <= pool.capacity and pool.promotes_at(timezone.now())
    if row.state == SignUp.State.CONFIRMED and passes_on and services.next_in_line(pool).exists():
        lines.append(_("The first on the waiting list gets the seat, and a mail."))
    elif row.state == SignUp.State.CONFIRMED:
        lines.append(_("Nobody else gets the seat now."))
    return lines


def what_calling_off_does(pool: SeatPool, *, reason: str, new_starts_at: dt.datetime | None) -> list[str]:
    """The mails of a cancellation, in words."""
    told = _("They read why: ‘%(reason)s’") % {"reason": reason} if reason else _("They do not read why.")
    new_date = [_("They read the new date: %(date)s.") % {"date": _moment(new_starts_at)}] if new_starts_at else []
    return [
        _(
            "A mail about the cancellation goes to everyone with a seat (%(taken)s) "
            "and on the waiting list (%(waiting)s)."
        )
        % {"taken": pool.taken, "waiting": pool.waiting},
        told,
        *new_date,
        _(
            "It is taken out of their calendars. Their sign-ups are cancelled for good: who wants to come on another "
            "date signs up again."
        ),
    ]


def what_publishing_does(draft: MeetingPage) -> list[str]:
    """The mails that publishing `draft` sends to participants, in words; none when it sends none."""
    pool = SeatPool.objects.filter(key=draft.meeting_key).first()
    if pool is None or not is_leading(draft):
        return []
    facts = facts_of(draft)
    lines = []
    if facts.is_cancelled and not pool.is_cancelled and pool.taken + pool.waiting:
        lines += what_calling_off_does(pool, reason=draft.cancellation_reason, new_starts_at=draft.new_starts_at)
    elif facts.differ_from(pool) and timezone.now() < facts.ends_at and any((told := _told_of_a_change(pool)).values()):
        lines.append(_("Was: %(when)s, %(place)s") % _described(pool.starts_at, pool.place))
        lines.append(_("Will be: %(when)s, %(place)s") % _described(facts.starts_at, facts.place))
        lines.append(
            _("A mail about the change goes to everyone with a seat (%(taken)s) and on the waiting list (%(waiting)s).")
            % told
        )
    elif facts.differ_from(pool) and facts.ends_at <= timezone.now() < pool.ends_at:
        lines += _what_a_date_in_the_past_does(pool, facts.starts_at)
    report_to = list(services.report_recipients(pool)) if draft.report else []
    if report_to:
        lines.append(_("The report is mailed to %(count)s people.") % {"count": len(report_to)})
    return lines


def _what_a_date_in_the_past_does(pool: SeatPool, starts_at: dt.datetime) -> list[str]:
    """What a new date that has passed already does to those on the list, in words; nothing where there is nobody.

    Mostly it is a mistyped year.
    """
    people = _told_of_a_change(pool)
    if not any(people.values()):
        return []
    erased_from = pool.expected_end + dt.timedelta(weeks=settings.SIGN_UP_RETENTION_WEEKS)
    return [
        _("The new date, %(date)s, has passed. Is that right?") % {"date": _day(starts_at)},
        _(
            "Nobody is told: %(taken)s people with a seat and %(waiting)s on the waiting list still think that it is "
            "on %(was)s."
        )
        % (people | {"was": _day(pool.starts_at)}),
        _("Sign-up closes, and nobody is reminded. What is known of participants is erased from %(date)s on.")
        % {"date": _day(erased_from)},
    ]


def _moment(moment: dt.datetime) -> str:
    return date_format(timezone.localtime(moment), "l j F Y H.i")


def _day(moment: dt.datetime) -> str:
    return date_format(timezone.localtime(moment), "j F Y")


def _told_of_a_change(pool: SeatPool) -> dict[str, int]:
    """How many with a seat, and on the waiting list, can be told."""
    of = {"taken": SignUp.State.CONFIRMED, "waiting": SignUp.State.WAITING}
    counts = {name: Count("pk", filter=Q(state=state)) for name, state in of.items()}
    return pool.sign_ups.filter(anonymised_at=None).aggregate(**counts)


def _described(moment: dt.datetime, place: str) -> dict[str, str]:
    return {"when": _moment(moment), "place": " · ".join(place.splitlines())}
