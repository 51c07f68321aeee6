"""What the read model holds, and what it should hold."""

from django.db import transaction
from django.db.models import F
from wagtail.models import Page

from livinglab.search import sync
from livinglab.search.models import SearchEntry
from livinglab.search.rebuild import all_sources
from livinglab.taxonomy.models import Organisation, Person

COLUMNS = [field.attname for field in SearchEntry._meta.concrete_fields if field.attname not in ("id", "version")]


def rows() -> dict[tuple[str, str], dict[str, object]]:
    """Every column of every entry, by source and part; the order and ids of rows mean nothing.

    Those of organisations and persons have their language in their source: `person 3 en`.
    """
    entries = SearchEntry.objects.values(
        *COLUMNS, terms=F("indexed__terms"), levels=F("indexed__levels"), words=F("indexed__words")
    )
    return {(_source(entry), entry["part"]): entry for entry in entries}


def _source(entry: dict[str, object]) -> str:
    if entry["page_id"]:
        return f"page {entry['page_id']}"
    kind = next(kind for kind in ("person", "organisation", "harvested") if entry[f"{kind}_id"])
    return f"{kind} {entry[f'{kind}_id']} {entry['language']}"


def rows_of_pages() -> dict[tuple[str, str], dict[str, object]]:
    return {key: row for key, row in rows().items() if row["page_id"]}


def rows_from_nothing() -> dict[tuple[str, str], dict[str, object]]:
    """What `rows()` would be had the read model been made from nothing now; changes nothing."""
    with transaction.atomic():
        SearchEntry.objects.all().delete()
        for source in all_sources():
            sync.refresh(source)
        expected = rows()
        transaction.set_rollback(True)
    return expected


def exposed_pages() -> set[int]:
    """Pages with an entry that no visitor may see, or that is no longer there. There are never any."""
    public = {page.pk for page in Page.objects.live().public() if not page.get_view_restrictions().exists()}
    return set(SearchEntry.objects.exclude(page=None).values_list("page_id", flat=True)) - public


def exposed_people() -> set[int]:
    """Persons with an entry who did not agree to be shown, or who are gone; organisations that are gone as -pk."""
    shown = Person.objects.shown().values_list("pk", flat=True)
    named = SearchEntry.objects.exclude(person=None).values_list("person_id", flat=True)
    there = Organisation.objects.values_list("pk", flat=True)
    bodies = SearchEntry.objects.exclude(organisation=None).values_list("organisation_id", flat=True)
    return (set(named) - set(shown)) | {-pk for pk in set(bodies) - set(there)}
