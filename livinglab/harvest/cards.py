"""What the card of a story of another lab shows: where it comes from, and on what terms."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from livinglab.core.fields.licences import licence_name
from livinglab.harvest.models import HarvestedStory


def load_labs(entries: Sequence[Any]) -> dict[int, dict[str, object]]:
    """Of the entries that come from another lab: which, and on what terms. One query, none without any.

    `taken_over_from` is whose the text is where it is not of that lab; a criterion has its story as `elsewhere`.
    """
    keys = {entry.harvested_id for entry in entries if entry.harvested_id}
    stories = HarvestedStory.objects.select_related("lab").in_bulk(keys) if keys else {}
    return {
        entry.pk: {
            "lab": story.lab.name,
            "licence": story.licence,
            "licence_name": licence_name(story.licence) or _("all rights reserved"),
            "taken_over_from": story.taken_over_from,
            "elsewhere": story if entry.part else None,
        }
        for entry in entries
        if (story := stories.get(entry.harvested_id))
    }
