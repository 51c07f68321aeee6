"""What the read model holds, and what it should hold."""

from django.db import transaction
from django.db.models import CharField
from django.db.models.functions import Cast
from wagtail.models import Page

from livinglab.search import sync
from livinglab.search.models import SearchEntry

COLUMNS = [field.attname for field in SearchEntry._meta.concrete_fields if field.attname not in ("id", "vector")]


def rows() -> dict[tuple[int, str], dict[str, object]]:
    """Every column of every entry, by page and part; the order and ids of rows mean nothing."""
    entries = SearchEntry.objects.annotate(words=Cast("vector", CharField())).values(*COLUMNS, "words")
    return {(entry["page_id"], entry["part"]): entry for entry in entries}


def rows_from_nothing() -> dict[tuple[int, str], dict[str, object]]:
    """What `rows()` would be had the read model been made from nothing now; changes nothing."""
    with transaction.atomic():
        SearchEntry.objects.all().delete()
        for page_id in Page.objects.live().values_list("pk", flat=True):
            sync.refresh_page(page_id)
        expected = rows()
        transaction.set_rollback(True)
    return expected


def exposed_pages() -> set[int]:
    """Pages with an entry that no visitor may see, or that is no longer there. There are never any."""
    public = {page.pk for page in Page.objects.live().public() if not page.get_view_restrictions().exists()}
    return set(SearchEntry.objects.values_list("page_id", flat=True)) - public
