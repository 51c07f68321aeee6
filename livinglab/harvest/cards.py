"""What the card of a story of another lab shows: where it comes from, and on what terms."""

import re
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from livinglab.harvest.models import HarvestedStory

_CREATIVE_COMMONS = re.compile(
    r"https?://creativecommons\.org/(?:licenses/([a-z-]+)/([\d.]+)|publicdomain/(zero)/1\.0)"
)


def load_labs(entries: Sequence[Any]) -> dict[int, dict[str, object]]:
    """`lab`, `licence` and `licence_name` of the entries that come from another lab: one query, none without any."""
    keys = {entry.harvested_id: entry.pk for entry in entries if entry.harvested_id}
    stories = HarvestedStory.objects.filter(pk__in=keys).select_related("lab") if keys else ()
    return {
        keys[story.pk]: {
            "lab": story.lab.name,
            "licence": story.licence,
            "licence_name": licence_name(story.licence),
        }
        for story in stories
    }


def licence_name(url: str) -> str:
    """How people call a licence: CC BY 4.0; of one that we do not know, where it stands."""
    found = _CREATIVE_COMMONS.match(url)
    if found is None:
        return urlsplit(url).hostname or ""
    return "CC0 1.0" if found[3] else f"CC {found[1].upper()} {found[2]}"
