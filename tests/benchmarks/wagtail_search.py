"""Wagtail's own search (modelsearch, PostgreSQL with `dutch`) over the invented entries, to measure beside ours.

In its favour: an entry has one value of each facet instead of several, no near words are looked for, and the facets
ignore what was chosen in none of them. It counts one facet a statement.
"""

from django.contrib.contenttypes.models import ContentType
from django.db import connection, models
from modelsearch.abstract_models import TextIDGenericRelation
from rich.console import Console
from rich.progress import track
from wagtail.search import index
from wagtail.search.backends import get_search_backend
from wagtail.search.models import IndexEntry
from wagtail.search.query import PlainText

from livinglab.search import facets
from livinglab.search.contract import PAGE_SIZE

TABLE = "bench_wagtailentry"
CHUNK = 2000
COUNTED = ("kind", "theme", "category", "organisation", "year", "tag")


class WagtailEntry(index.Indexed, models.Model):
    """An invented entry as Wagtail's search wants it: in a table of its own, each facet a column."""

    title = models.TextField()
    summary = models.TextField()
    body = models.TextField()
    kind = models.IntegerField(null=True)
    theme = models.IntegerField(null=True)
    category = models.IntegerField(null=True)
    organisation = models.IntegerField(null=True)
    year = models.IntegerField(null=True)
    tag = models.IntegerField(null=True)

    search_fields = [
        index.SearchField("title", boost=2),
        index.SearchField("summary", boost=1.5),
        index.SearchField("body"),
        *(index.FilterField(code) for code in COUNTED),
    ]

    class Meta:
        app_label = "search"
        db_table = TABLE
        managed = False

    def __str__(self) -> str:
        return self.title


# The app of Wagtail's search does this for the models it knows when it starts.
TextIDGenericRelation(IndexEntry).contribute_to_class(WagtailEntry, "index_entries")


def fill(console: Console) -> None:
    """Make the table and index what it lacks."""
    columns = ", ".join(f"{code} integer" for code in COUNTED)
    values = ", ".join(
        f"(SELECT min(value) FROM unnest(facets) AS value WHERE value / {facets.SPACE} = {facets.get(code).number})"
        for code in COUNTED
    )
    with connection.cursor() as cursor:
        cursor.execute(
            f"CREATE TABLE IF NOT EXISTS {TABLE} "
            f"(id integer PRIMARY KEY, title text, summary text, body text, {columns})"
        )
        cursor.execute(
            f"INSERT INTO {TABLE} SELECT id, title, summary, body, {values} FROM search_searchentry "
            "WHERE part <> '' ON CONFLICT DO NOTHING"
        )
    waiting = WagtailEntry.objects.exclude(pk__in=_indexed()).order_by("pk")
    pks = list(waiting.values_list("pk", flat=True))
    writer = get_search_backend("default").get_index_for_model(WagtailEntry)
    for start in track(range(0, len(pks), CHUNK), "Wagtail's index", console=console):
        writer.add_items(WagtailEntry, list(WagtailEntry.objects.filter(pk__in=pks[start : start + CHUNK])))
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def _indexed() -> list[int]:
    own = IndexEntry.objects.filter(content_type=ContentType.objects.get_for_model(WagtailEntry))
    return [int(pk) for pk in own.values_list("object_id", flat=True)]


def ask(text: str) -> int:
    """A page of results, their number, and the counts of the same facets."""
    found = get_search_backend("default").search(PlainText(text, operator="or"), WagtailEntry)
    list(found[:PAGE_SIZE])
    for code in COUNTED:
        found.facet(code)
    return found.count()
