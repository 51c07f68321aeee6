"""Who gets which mail when a meeting is published or cancelled: said before it is done."""

import datetime as dt

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events.pages import MeetingPage
from events.publication import Effects, Report, effects_of_publishing, facts_of
from events.retention import kept_for
from events.signups import services
from events.signups.models import MeetingForm, SeatPool, SignUp
from events.signups.services import Told


def what_cancelling_does(row: SignUp) -> list[str]:
    """What cancelling one sign-up does, in words."""
    lines = [_("%(name)s gets a mail.") % {"name": row.name}]
    pool = row.pool
    # A seat above the capacity is not passed on: there are fewer seats now than when it was taken.
    seats = pool.seats_of(row.attendance)
    is_within = seats.capacity is None or seats.taken <= seats.capacity
    passes_on = is_within and pool.promotes_at(timezone.now())
    if row.state == SignUp.State.CONFIRMED and passes_on and services.next_in_line(pool, row.attendance).exists():
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
        % {"taken": pool.everybody.taken, "waiting": pool.everybody.waiting},
        told,
        *new_date,
        _(
            "It is removed from their calendars. Their sign-ups are cancelled for good: anyone who wants to come on "
            "another date has to sign up again."
        ),
    ]


def what_publishing_does(draft: MeetingPage) -> list[str]:
    """What publishing `draft` does to people's mail, in words; nothing when it mails nobody."""
    effects = effects_of_publishing(draft)
    return [*_what_the_interested_get(effects), *_what_participants_get(effects), *_what_a_report_does(effects)]


def _what_the_interested_get(effects: Effects) -> list[str]:
    count = len(effects.interested)
    if not count:
        return []
    return [
        ngettext(
            "%(count)s person who waits for a meeting on this theme or category gets a mail.",
            "%(count)s people who wait for a meeting on this theme or category get a mail.",
            count,
        )
        % {"count": count}
    ]


def _what_participants_get(effects: Effects) -> list[str]:
    page, pool = effects.page, effects.pool
    if pool is None or not (effects.taken or effects.waiting):
        return []
    match effects.participants:
        case Told.CANCELLATION:
            return what_calling_off_does(pool, reason=page.cancellation_reason, new_starts_at=page.new_starts_at)
        case Told.CHANGE:
            return _what_a_change_does(effects, pool)
        case Told.NOT_OF_A_PAST_DATE:
            return _what_a_date_in_the_past_does(effects, pool)
    return []


def _what_a_change_does(effects: Effects, pool: SeatPool) -> list[str]:
    facts = facts_of(effects.page)
    return [
        _("Was: %(when)s, %(place)s") % _described(pool.starts_at, pool.place),
        _("Will be: %(when)s, %(place)s") % _described(facts.starts_at, facts.place),
        *_what_another_form_does(pool, facts.form),
        _("A mail about the change goes to everyone with a seat (%(taken)s) and on the waiting list (%(waiting)s).")
        % {"taken": effects.taken, "waiting": effects.waiting},
    ]


def _what_a_report_does(effects: Effects) -> list[str]:
    if effects.report is Report.AFTER_THE_END and effects.pool and not effects.pool.report_is_published:
        return [_("The report is mailed to participants as soon as the meeting is over.")]
    return [_("The report is mailed to %(count)s people.") % {"count": effects.readers}] if effects.readers else []


def _what_another_form_does(pool: SeatPool, form: str) -> list[str]:
    """Where there is one way to take part from now on: how many took part in the other."""
    if form in (pool.form, MeetingForm.HYBRID):
        return []
    way = SeatPool(form=form).ways[0]
    others = pool.sign_ups.filter(state__in=SignUp.ACTIVE, anonymised_at=None).exclude(attendance=way).count()
    if not others:
        return []
    told = {"count": others, "way": way.label}
    return [_("%(count)s people who take part in another way get a seat %(way)s instead.") % told]


def _what_a_date_in_the_past_does(effects: Effects, pool: SeatPool) -> list[str]:
    """What a new date that has passed already does to those on the list. Mostly it is a mistyped year."""
    erased_from = pool.expected_end + kept_for()
    people = {"taken": effects.taken, "waiting": effects.waiting}
    return [
        _("The new date, %(date)s, has passed. Is that right?") % {"date": _day(effects.page.starts_at)},
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


def _described(moment: dt.datetime, place: str) -> dict[str, str]:
    return {"when": _moment(moment), "place": " · ".join(place.splitlines())}
