"""Who gets which mail when a meeting is published or cancelled: said before it is done."""

import datetime as dt

from django.db.models import Count, Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events.interest.services import interested_in, wishes_for_report
from events.pages import MeetingPage
from events.publication import facts_of, is_leading
from events.retention import kept_for
from events.signups import services
from events.signups.models import MeetingForm, SeatPool, SignUp


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
            "It is taken out of their calendars. Their sign-ups are cancelled for good: who wants to come on another "
            "date signs up again."
        ),
    ]


def what_publishing_does(draft: MeetingPage) -> list[str]:
    """The mails that publishing `draft` sends to anybody, in words; none when it sends none."""
    if not is_leading(draft):
        return []
    pool = SeatPool.objects.filter(key=draft.meeting_key).first()
    facts = facts_of(draft)
    lines = what_announcing_does(draft, pool)
    if pool is None:
        return lines
    if facts.is_cancelled and not pool.is_cancelled and pool.everybody.taken + pool.everybody.waiting:
        lines += what_calling_off_does(pool, reason=draft.cancellation_reason, new_starts_at=draft.new_starts_at)
    elif facts.differ_from(pool) and timezone.now() < facts.ends_at and any((told := _told_of_a_change(pool)).values()):
        lines.append(_("Was: %(when)s, %(place)s") % _described(pool.starts_at, pool.place))
        lines.append(_("Will be: %(when)s, %(place)s") % _described(facts.starts_at, facts.place))
        lines += _what_another_form_does(pool, facts.form)
        lines.append(
            _("A mail about the change goes to everyone with a seat (%(taken)s) and on the waiting list (%(waiting)s).")
            % told
        )
    elif facts.differ_from(pool) and facts.ends_at <= timezone.now() < pool.ends_at:
        lines += _what_a_date_in_the_past_does(pool, facts.starts_at)
    return lines + _what_a_report_does(draft, pool)


def what_announcing_does(draft: MeetingPage, pool: SeatPool | None) -> list[str]:
    """The mails to those who wait for a meeting like this one, in words."""
    now = timezone.now()
    if draft.is_cancelled or now >= (draft.sign_up_closes_at or draft.starts_at) or not _is_for_everyone(draft):
        return []
    count = len(interested_in(meeting=draft.meeting_key, themes=draft.themes.all(), category=draft.category))
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


def _is_for_everyone(draft: MeetingPage) -> bool:
    return not draft.get_view_restrictions()


def _what_a_report_does(draft: MeetingPage, pool: SeatPool) -> list[str]:
    if not draft.report or draft.is_cancelled or pool.report_announced_at:
        return []
    if timezone.now() < draft.ends_at:
        if pool.report_is_published:
            return []
        return [_("The report is mailed to participants as soon as the meeting is over.")]
    emails = set(services.report_recipients(pool).values_list("email", flat=True))
    emails |= set(wishes_for_report(pool).values_list("email", flat=True))
    return [_("The report is mailed to %(count)s people.") % {"count": len(emails)}] if emails else []


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


def _what_a_date_in_the_past_does(pool: SeatPool, starts_at: dt.datetime) -> list[str]:
    """What a new date that has passed already does to those on the list, in words; nothing where there is nobody.

    Mostly it is a mistyped year.
    """
    people = _told_of_a_change(pool)
    if not any(people.values()):
        return []
    erased_from = pool.expected_end + kept_for()
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
