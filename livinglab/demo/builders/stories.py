"""Inspiring examples and case studies."""

from decimal import Decimal
from typing import Any

from casestudies.models import (
    CaseStudyAdoption,
    CaseStudyAmbition,
    CaseStudyCriterion,
    CaseStudyIndexPage,
    CaseStudyPage,
    CaseStudyRelatedPage,
    ExampleCriterion,
    ExampleIndexPage,
    ExamplePage,
    FollowUp,
    Result,
)
from casestudies.promises.mails import mute
from casestudies.promises.states import Direction, FollowUpStatus
from livinglab.demo.builders.workshop import Workshop, index_of, plain
from livinglab.demo.files import Item
from livinglab.demo.files import promises as promises_of
from livinglab.demo.markup import rich_text
from livinglab.taxonomy.choices import Origin


def _story(workshop: Workshop, item: Item) -> dict[str, Any]:
    """The fields that examples and case studies share."""
    fields = item.fields
    return {
        "title": fields["title"],
        "summary": plain(fields["summary"]),
        "highlight": plain(fields["highlight"]),
        "why_it_inspires": plain(fields["why_it_inspires"]),
        "tip": plain(fields["tip"]),
        "organisation": workshop.organisation(fields),
        "year": fields["year"],
        "category": workshop.category(fields),
        "origin": fields.get("origin", Origin.REGION),
        "status": fields["status"],
        "contact": workshop.person(fields.get("contact")),
        "last_checked_on": fields["last_checked_on"],
        "picture": workshop.picture(item),
    }


def _has_lost_its_subject(workshop: Workshop, item: Item) -> bool:
    """Whether an editor deleted the organisation, category or themes that a story is about."""
    return not (workshop.organisation(item.fields) and workshop.category(item.fields) and workshop.themes(item.fields))


def make_example(workshop: Workshop, item: Item) -> None:
    """An inspiring example."""
    parent = index_of(ExampleIndexPage)
    if parent is None or _has_lost_its_subject(workshop, item):
        return
    page = ExamplePage(what_was_done=rich_text(item.fields["what_was_done"]), **_story(workshop, item))
    workshop.add(item, parent, page, on=item.fields["published"])
    page.themes = workshop.themes(item.fields)
    page.tags.set(workshop.tags(item.fields["tags"]))
    page.criteria = [ExampleCriterion(**fields) for fields in item.fields.get("criteria", ())]
    workshop.publish(item, page)


TEXTS = ("occasion", "goal", "approach", "result")
STEERING = ("formal_steering", "informal_steering")
PLAIN_TEXTS = ("what_worked", "what_disappointed", "conditions", "transferability_note")
FACTS = (
    "phase",
    "procedure",
    "value_class",
    "cpv_codes",
    "contract_starts_on",
    "contract_ends_on",
    "transferability",
    "costs",
    "hours",
    "lead_time_weeks",
    "reviewer",
    "review_due_on",
)


def make_case_study(workshop: Workshop, item: Item) -> None:
    """A case study, with the examples and tools beside it."""
    parent = index_of(CaseStudyIndexPage)
    if parent is None or _has_lost_its_subject(workshop, item):
        return
    fields = item.fields
    page = CaseStudyPage(
        **_story(workshop, item),
        **{name: rich_text(fields[name]) for name in TEXTS},
        **{name: rich_text(fields[name]) for name in STEERING if name in fields},
        **{name: plain(fields.get(name, "")) for name in PLAIN_TEXTS},
        **{name: fields[name] for name in FACTS if name in fields},
    )
    workshop.add(item, parent, page, on=fields["published"])
    page.themes = workshop.themes(fields)
    page.tags.set(workshop.tags(fields["tags"]))
    page.criteria = [
        CaseStudyCriterion(**{**criterion, "theme": workshop.theme(criterion.get("theme", ""))})
        for criterion in fields.get("criteria", ())
    ]
    page.ambitions = [
        CaseStudyAmbition(axis=axis, level=row["level"], note=row["note"])
        for row in fields.get("ambitions", ())
        if (axis := workshop.axis(row["axis"])) is not None
    ]
    page.adoptions = [
        CaseStudyAdoption(organisation=organisation, adopted_on=row["on"])
        for row in fields.get("adopted", ())
        if (organisation := workshop.organisation(row)) is not None
    ]
    beside = [workshop.made(key) for key in fields.get("related", ())]
    page.related_pages = [CaseStudyRelatedPage(page=other) for other in beside if other is not None]
    promises = promises_of(item.slug)
    page.results = [_result(workshop, page, one) for one in promises.get("results", ())]
    page.follow_ups = [_follow_up(workshop, page, one) for one in promises.get("moments", ())]
    workshop.publish(item, page)
    mute(page)


def _ends(figure: Any) -> list[Decimal]:
    """A figure of the file, or both ends of a range."""
    return [Decimal(str(end)) for end in (figure if isinstance(figure, list) else [figure])]


def _result(workshop: Workshop, page: CaseStudyPage, fields: dict[str, Any]) -> Result:
    promised = _ends(fields["promised"])
    realised = _ends(fields["realised"]) if "realised" in fields else []
    return Result(
        locale_id=page.locale_id,
        theme=workshop.theme(fields.get("theme", "")),
        indicator=fields["what"],
        unit=fields.get("unit", ""),
        direction=fields.get("better", Direction.HIGHER),
        baseline=_ends(fields["before"])[0] if "before" in fields else None,
        promised=promised[0],
        promised_to=next(iter(promised[1:]), None),
        promised_by=fields.get("by"),
        realised=next(iter(realised), None),
        realised_to=next(iter(realised[1:]), None),
        measured_on=fields.get("on"),
        evidence=fields.get("evidence", ""),
        source=fields.get("source", ""),
    )


def _follow_up(workshop: Workshop, page: CaseStudyPage, fields: dict[str, Any]) -> FollowUp:
    return FollowUp(
        locale_id=page.locale_id,
        date=fields["day"],
        title=fields["what"],
        status=fields.get("status", FollowUpStatus.PLANNED),
        note=fields.get("note", ""),
        person=workshop.person(fields.get("person")),
        role=fields.get("role", ""),
    )
