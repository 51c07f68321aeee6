"""From a source, such as a page, to the rows of the read model."""

from collections.abc import Iterable, Mapping

from django.db.models import Model
from django.utils import translation
from wagtail.models import Page

from livinglab.core.content.indexing import EntryDraft, Indexed
from livinglab.core.text import sort_key
from livinglab.search import facets
from livinglab.search.contract import FacetValue
from livinglab.search.entry_labels import labels
from livinglab.search.facets import Region
from livinglab.search.models import SearchEntry
from livinglab.search.sources import KINDS, source_of
from livinglab.search.text import storable
from livinglab.taxonomy.models import Category, Organisation

MAX_BODY = 100_000
"""Characters of a body that are searched."""


def entries_of(thing: Model) -> list[SearchEntry]:
    """The rows that a live public page or another source should have, not saved."""
    source = source_of(thing)
    specific = thing.specific if isinstance(thing, Page) else thing
    if not isinstance(specific, Indexed):
        return []
    entries = []
    for language in KINDS[source.kind].languages(thing):
        with translation.override(language):
            entries += [_entry(draft, language) for draft in specific.search_entries()]
    for entry in entries:
        setattr(entry, source.column, source.pk)
        if isinstance(specific, Page):
            entry.url_path = specific.url_path
            entry.published_at, entry.updated_at = specific.first_published_at, specific.last_published_at
    return entries


def _entry(draft: EntryDraft, language: str) -> SearchEntry:
    title, summary, body = storable(draft.title), storable(draft.summary), storable(draft.body[:MAX_BODY])
    values = complete_facets(draft.kind, draft.facets)
    return SearchEntry(
        part=draft.part,
        language=language,
        kind=draft.kind,
        title=title,
        sort_title=sort_key(title)[:255],
        summary=summary,
        highlight=storable(draft.highlight),
        body=body,
        labels=[storable(label) for label in dict.fromkeys(labels(draft.kind, values)) if label],
        facets=stored_facets(values),
        image_id=draft.image_id,
        published_at=draft.published_at,
        updated_at=draft.updated_at or draft.published_at,
        url_path=draft.url,
        date=draft.date,
        starts_at=draft.starts_at,
        ends_at=draft.ends_at,
    )


def complete_facets(kind: str, values: Mapping[str, Iterable[FacetValue]]) -> dict[str, set[FacetValue]]:
    """The facets of an entry: those given, its kind, the ancestors of its categories, its organisations' region.

    What a draft does not say yet is no value.
    """
    complete: dict[str, set[FacetValue]] = {code: set(given) - {"", None} for code, given in values.items()}
    complete["kind"] = {kind}
    if complete.get("category"):
        parents = Category.objects.filter(pk__in=complete["category"], parent__isnull=False)
        complete["category"] |= set(parents.values_list("parent_id", flat=True))
    if complete.get("organisation"):
        insides = Organisation.objects.filter(pk__in=complete["organisation"]).values_list("in_region", flat=True)
        complete["region"] = {Region.INSIDE if inside else Region.OUTSIDE for inside in insides}
    return complete


def stored_facets(values: Mapping[str, Iterable[FacetValue]]) -> list[int]:
    """The same as the read model holds them."""
    return sorted(number for code, given in values.items() for number in facets.encode_all(code, given))
