"""What the cards of organisations and of colleagues show beside the read model's row."""

from collections import defaultdict
from collections.abc import Sequence

from django.conf import settings
from django.db import connection
from django.utils.translation import ngettext_lazy

from livinglab.search import facets
from livinglab.search.contract import Kind
from livinglab.search.models import SearchEntry
from livinglab.taxonomy.models import Organisation, Person

_COUNTED = {
    Kind.EXAMPLE: ngettext_lazy("%(number)s example", "%(number)s examples", "number"),
    Kind.CASE_STUDY: ngettext_lazy("%(number)s case study", "%(number)s case studies", "number"),
    Kind.CRITERION: ngettext_lazy("%(number)s criterion", "%(number)s criteria", "number"),
    Kind.MEETING: ngettext_lazy("%(number)s meeting", "%(number)s meetings", "number"),
    Kind.TOOL: ngettext_lazy("%(number)s tool", "%(number)s tools", "number"),
    Kind.NEWS: ngettext_lazy("%(number)s news item", "%(number)s news items", "number"),
    Kind.PAGE: ngettext_lazy("%(number)s page", "%(number)s pages", "number"),
}

_PAGES_OF_ORGANISATIONS = """
    SELECT value, kind, count(*)
    FROM search_searchentry, unnest(facets) AS value
    WHERE facets && %(stored)s AND value = ANY (%(stored)s) AND language = %(language)s AND page_id IS NOT NULL
    GROUP BY value, kind
"""


def load_people(entries: Sequence[SearchEntry]) -> dict[int, dict[str, object]]:
    """`person` of each entry, asked for again: whoever no longer agrees is not shown, whatever the index says."""
    shown = Person.objects.shown().select_related("organisation").prefetch_related("categories")
    people = shown.in_bulk([entry.person_id for entry in entries])
    return {entry.pk: {"person": people[entry.person_id]} for entry in entries if entry.person_id in people}


def load_organisations(entries: Sequence[SearchEntry]) -> dict[int, dict[str, object]]:
    """`organisation` of each entry, and `counts`: what there is to find of it, such as '3 examples'."""
    organisations = Organisation.objects.in_bulk([entry.organisation_id for entry in entries])
    counts = _counts(list(organisations))
    return {
        entry.pk: {"organisation": organisations[entry.organisation_id], "counts": counts[entry.organisation_id]}
        for entry in entries
        if entry.organisation_id in organisations
    }


def _counts(pks: Sequence[int]) -> dict[int | None, list[str]]:
    """Counted in the site's first language, in which everything is: a translation is no second example."""
    by_stored = {facets.encode("organisation", pk): pk for pk in pks}
    with connection.cursor() as cursor:
        cursor.execute(_PAGES_OF_ORGANISATIONS, {"stored": list(by_stored), "language": settings.LANGUAGE_CODE})
        found = cursor.fetchall()
    order = list(_COUNTED)
    counts: dict[int | None, list[str]] = defaultdict(list)
    for stored, kind, number in sorted(found, key=lambda row: order.index(Kind(row[1]))):
        counts[by_stored[stored]].append(_COUNTED[Kind(kind)] % {"number": number})
    return counts
