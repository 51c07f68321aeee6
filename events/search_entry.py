"""What the read model of search keeps of a meeting."""

from typing import Any

from django.utils import timezone

from livinglab.core.content.indexing import EntryDraft
from livinglab.core.text import stream_text


def meeting_entry(page: Any) -> EntryDraft:
    """The search entry of the page of a meeting."""
    themes = list(page.themes.all())
    tags = list(page.tags.all())
    contributors = page.shown_contributors
    organisations = {one.shown_organisation.pk for one in contributors if one.shown_organisation}
    # Those who agreed are found by their names.
    people = [part for one in contributors if one.named_person for part in (one.named_person.name, one.shown_role)]
    # With dots between, since a passage of it may be shown.
    programme = [part for item in page.programme_items.all() for part in (item.title, item.description, item.speaker)]
    parts = (page.question, *programme, page.venue_name, stream_text(page.report), *people)
    body = " · ".join(filter(None, parts))
    return EntryDraft(
        kind="meeting",
        title=page.title,
        summary=page.summary or page.question,
        highlight=page.question if len(page.question) <= 120 else "",
        body=body,
        facets={
            "theme": tuple(theme.pk for theme in themes),
            "category": (page.category_id,) if page.category_id else (),
            "organisation": tuple(sorted(organisations)),
            "role": tuple(page.roles),
            "trade": tuple(page.trades),
            "form": (page.form,),
            "steering": tuple(sorted(steering_of_tips(page))),
            "tag": tuple(tag.pk for tag in tags),
        },
        image_id=page.picture_id,
        date=timezone.localdate(page.starts_at),
        starts_at=page.starts_at,
        # What does not take place is neither coming nor past: not on the calendar, no slot on the home page.
        ends_at=None if page.is_cancelled else page.ends_at,
    )


def steering_of_tips(page: Any) -> set[str]:
    """How the tips in the report steer: formal, informal, or both."""
    lists = (block.value["tips"] for block in page.report if block.block_type == "tips")
    return {tip["steering"] for tips in lists for tip in tips if tip["steering"]}
