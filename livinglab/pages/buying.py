"""Tomorrow I buy …: what a buyer with ten minutes can use at once, and the dates on which a promise is looked at."""

import calendar
import datetime as dt
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from icalendar import Alarm, Calendar, Event

from livinglab.core.site import site_name
from livinglab.search import facets
from livinglab.search.contract import Choice, Hit, Kind, Period, SearchRequest, Sort
from livinglab.search.results import in_language_with_pages, search_many
from livinglab.search.vocabulary import Vocabulary
from livinglab.taxonomy.choices import Procedure, ValueClass
from livinglab.taxonomy.models import Category, Person

STORIES, CLAUSES, MEETINGS, PEOPLE = 3, 6, 2, 2
"""How much of each fits on what one reads in ten minutes."""

USUAL_PROCEDURES = {
    ValueClass.UNDER_50K: (Procedure.SINGLE_PRIVATE,),
    ValueClass.UNDER_221K: (Procedure.MULTIPLE_PRIVATE, Procedure.NATIONAL),
    ValueClass.UNDER_1M: (Procedure.EUROPEAN, Procedure.MULTIPLE_PRIVATE, Procedure.NATIONAL),
    ValueClass.OVER_1M: (Procedure.EUROPEAN, Procedure.NATIONAL),
}
"""Value → the procedures that are usual for it (Gids Proportionaliteit, European thresholds of 2024–2025): for works a
national one up to millions, for supplies and services a European one from € 221,000."""

_SMALL = (0, 3, 12)
_LARGE = (0, 3, 6, 12, 24)
_AT = {
    0: gettext_lazy("The start: go through the promises together, and who measures what"),
    3: gettext_lazy("First check: has what was promised begun? What is in the way?"),
    6: gettext_lazy("Second check: figures beside the promise, with their proof"),
    12: gettext_lazy("After a year: promised and kept side by side; agree what has to change"),
    24: gettext_lazy("After two years: did it last? Write down what a next buyer should know"),
}
"""Months after the start → what is looked at."""
_REMIND_BEFORE = dt.timedelta(days=14)
_PRODUCT = "-//livinglab//follow-up//NL"
_IDS = uuid.UUID("2f0d3a52-5b0b-4d0f-9a0b-6f4e2f6f9c11")
"""The namespace of the ids of follow-up dates: the same question gives the same dates in a calendar, not new ones."""


@dataclass(frozen=True)
class Purchase:
    """What is bought, how much of it, and when the work or the delivery starts."""

    category: Category
    value_class: str
    starts_on: dt.date

    @property
    def procedures(self) -> tuple[Procedure, ...]:
        """The usual procedures; none where the value is not known yet."""
        return USUAL_PROCEDURES.get(ValueClass(self.value_class), ())


@dataclass(frozen=True)
class Found:
    """A story or clause, and what makes it fit."""

    hit: Hit
    reason: str


@dataclass(frozen=True)
class FollowUp:
    """A day on which somebody looks whether a promise is kept."""

    day: dt.date
    what: str


@dataclass(frozen=True)
class Answer:
    """All that the page shows."""

    stories: list[Found]
    clauses: list[Found]
    meetings: list[Hit]
    people: list[Person]
    follow_ups: list[FollowUp]


def answer(purchase: Purchase, *, language: str) -> Answer:
    """What there is for a purchase: a fixed number of questions to search, and one for people."""
    category = purchase.category
    here: Choice = {"category": frozenset({category.pk})}
    near: Choice = {"category": frozenset({category.parent_id or category.pk})}
    sized: Choice = {**here, "value_class": frozenset({purchase.value_class})}
    coming: Choice = {**here, "period": frozenset({Period.COMING.value})}
    stories, clauses = (Kind.CASE_STUDY, Kind.EXAMPLE), (Kind.CRITERION,)
    questions = [
        SearchRequest(language=language, kinds=kinds, presets=presets, sort=sort, page_size=number)
        for kinds, presets, sort, number in (
            *((stories, presets, Sort.NEWEST, STORIES) for presets in (sized, here, near)),
            *((clauses, presets, Sort.NEWEST, 2 * CLAUSES) for presets in (sized, here)),
            ((Kind.MEETING,), coming, Sort.DATE, MEETINGS),
        )
    ]
    # Most of what there is exists in Dutch only.
    widest = SearchRequest(language=language, kinds=(*stories, Kind.MEETING), presets=here)
    _widest, *questions = in_language_with_pages([widest, *questions])
    *found, meetings = (response.hits for response in search_many(questions, Vocabulary.load({})))
    return Answer(
        # What is bought stands on the card already.
        stories=_first(found[:3], (_size(purchase), "", _parent_name(category)))[:STORIES],
        clauses=_by_procedure(_first(found[3:], (_size(purchase), category.name)), purchase)[:CLAUSES],
        meetings=list(meetings),
        people=_people(category),
        follow_ups=list(follow_ups(purchase)),
    )


def follow_ups(purchase: Purchase) -> Iterator[FollowUp]:
    """The days to write in the contract: fewer for a small one, never in a weekend."""
    is_small = purchase.value_class in {ValueClass.UNDER_50K, ValueClass.UNDER_221K}
    for months in _SMALL if is_small else _LARGE:
        yield FollowUp(_working_day(_months_after(purchase.starts_on, months)), str(_AT[months]))


def follow_up_calendar(purchase: Purchase, *, address: str, now: dt.datetime) -> bytes:
    """The follow-up days as an iCalendar file with a reminder two weeks before each."""
    file = Calendar()
    file.add("prodid", _PRODUCT)
    file.add("version", "2.0")
    file.add("method", "PUBLISH")
    for number, moment in enumerate(follow_ups(purchase)):
        event = Event()
        key = f"{purchase.category.slug} {purchase.value_class} {purchase.starts_on} {number}"
        event.add("uid", str(uuid.uuid5(_IDS, key)))
        event.add("dtstamp", now)
        event.add("dtstart", moment.day)
        event.add("dtend", moment.day + dt.timedelta(days=1))
        event.add("summary", _("Promise of %(what)s: look at it") % {"what": purchase.category.name})
        event.add("description", f"{moment.what}\n\n{site_name()}\n{address}")
        event.add("url", address)
        event.add("transp", "TRANSPARENT")
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", moment.what)
        alarm.add("trigger", -_REMIND_BEFORE)
        event.add_component(alarm)
        file.add_component(event)
    return file.to_ical()


def _first(answers: Sequence[Sequence[Hit]], reasons: Sequence[str]) -> list[Found]:
    """The hits of all answers, each once, with the reason of the first that has it."""
    found: dict[int, Found] = {}
    for hits, reason in zip(answers, reasons, strict=True):
        for hit in hits:
            found.setdefault(hit.entry.pk, Found(hit, reason))
    return list(found.values())


def _by_procedure(found: list[Found], purchase: Purchase) -> list[Found]:
    """Those of the size first, and among these those of a usual procedure."""
    usual = {facets.encode("procedure", procedure) for procedure in purchase.procedures}
    size = _size(purchase)
    return sorted(found, key=lambda one: (one.reason != size, not usual & set(one.hit.entry.facets)))


def _size(purchase: Purchase) -> str:
    return _("%(category)s, of the same size") % {"category": purchase.category.name}


def _parent_name(category: Category) -> str:
    return category.parent.name if category.parent else category.name


def _people(category: Category) -> list[Person]:
    """Whom to call: those who can be asked about this first, then those of what it is part of."""
    shown = (
        Person.objects.shown()
        .select_related("organisation", "portrait")
        .prefetch_related("portrait__renditions", "categories")
        .filter(Q(categories=category) | Q(categories__parent=category) | Q(categories=category.parent_id))
        .distinct()
        .order_by("name__alphabetical")
    )

    def distance(person: Person) -> tuple[bool, bool]:
        knows = any(known.pk == category.pk for known in person.categories.all())
        return not knows, not person.phone

    return sorted(shown[:50], key=distance)[:PEOPLE]


def _months_after(day: dt.date, months: int) -> dt.date:
    """The same day of a later month, or the last day of a shorter one."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _working_day(day: dt.date) -> dt.date:
    """The day itself, or the Monday after a weekend."""
    return day + dt.timedelta(days=max(7 - day.weekday(), 0) if day.weekday() > 4 else 0)
