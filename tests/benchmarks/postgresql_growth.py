"""How PostgreSQL answers with many entries: `make bench-search` (`ARGS="--entries 10000"`).

The entries and questions are those of `elasticsearch_growth`: invented, words by Zipf's law, one to three words a
question, each with up to twenty near words. Every question is answered with all facet counts and a page of results.

Ends with 1 when a target is missed.
"""

import argparse
import itertools
import sys

import django

django.setup()

from django.db import connection, transaction  # noqa: E402 - Django comes first
from rich.console import Console  # noqa: E402
from rich.progress import track  # noqa: E402
from rich.table import Table  # noqa: E402
from wagtail.models import Page  # noqa: E402

from livinglab.search.analysis import VERSION  # noqa: E402
from livinglab.search.engines.postgresql.engine import PostgreSQLEngine  # noqa: E402
from livinglab.search.engines.postgresql.folding import fold_all  # noqa: E402
from livinglab.search.models import IndexedEntry, SearchEntry  # noqa: E402
from tests.benchmarks import elasticsearch_growth  # noqa: E402
from tests.benchmarks.elasticsearch_growth import Library, measure  # noqa: E402

CHUNK = 2000
MOST_KB = 6.0
P95 = {"mixed": 50.0, "one_frequent_word": 150.0, "two_frequent_words": 150.0, "a_theme": 30.0}
"""Milliseconds."""
PART = "bench"
TABLES = ("search_indexedentry", "search_postinglist", "search_segment", "search_indexterm", "search_pendingentry")
INDEXES = ("search_entry_vector", "search_entry_facets")


def fill(library: Library, console: Console) -> None:
    """Make the entries that are missing, as parts of one page, and take them into the segment."""
    page = Page.get_first_root_node()
    there = SearchEntry.objects.filter(part__startswith=PART).count()
    documents = library.entries()
    for start in track(range(0, library.size, CHUNK), f"Indexing {library.size:,}", console=console):
        batch = list(itertools.islice(documents, CHUNK))
        if start < there:
            continue
        with transaction.atomic():
            for number, document in enumerate(batch, start=start):
                entry = document.entry
                entry.pk, entry.page_id, entry.part, entry.kind = None, page.pk, f"{PART}:{number}", "example"
                entry.title, entry.vector = f"Titel {number}", " ".join(document.levels)
            SearchEntry.objects.bulk_create([document.entry for document in batch])
            IndexedEntry.objects.bulk_create(
                IndexedEntry(
                    entry_id=document.entry.pk,
                    language=document.entry.language,
                    analysis=VERSION,
                    terms=list(document.levels),
                    levels=bytes(document.levels.values()),
                )
                for document in batch
            )
        fold_all()


def kilobytes_an_entry() -> float:
    """Of the index: all but the read model's own texts. Each entry's words for exact phrases are counted."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
        cursor.execute(
            """
            SELECT
                (SELECT sum(pg_total_relation_size(name::regclass)) FROM unnest(%s::text[]) AS name)
                + (SELECT sum(pg_relation_size(name::regclass)) FROM unnest(%s::text[]) AS name)
                + (SELECT sum(pg_column_size(vector)) FROM search_searchentry),
                (SELECT count(*) FROM search_searchentry)
            """,
            [list(TABLES), list(INDEXES)],
        )
        size, entries = cursor.fetchone()
    return float(size) / max(entries, 1) / 1000


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="make bench-search", description=__doc__.splitlines()[0])
    parser.add_argument("--entries", type=int, default=100_000, metavar="N")
    options = parser.parse_args(arguments)
    console = Console()
    library = Library(options.entries)
    fill(library, console)
    # The same measurements as of the other engine, which `measure` makes for itself.
    elasticsearch_growth.ElasticsearchEngine = PostgreSQLEngine  # type: ignore[misc, assignment]
    size = kilobytes_an_entry()
    problems = [f"the index takes {size:.1f} KB an entry; at most {MOST_KB:g}"] if size > MOST_KB else []
    shown = Table(title=f"PostgreSQL, {options.entries:,} entries, index {size:.1f} KB an entry")
    for column in ("questions", "results", "p50 ms", "p95 ms", "worst ms", "target p95"):
        shown.add_column(column, justify="left" if column == "questions" else "right")
    for name in library.CLASSES:
        seen = measure(library, name)
        target = P95.get(name)
        if target and seen.most > target:
            problems.append(f"p95 of {name.replace('_', ' ')} is {seen.most:.0f} ms; at most {target:g}")
        figures = [f"{seen.half:.1f}", f"{seen.most:.1f}", f"{seen.worst:.1f}", f"{target:g}" if target else ""]
        shown.add_row(name.replace("_", " "), f"{seen.results:,}", *figures)
    console.print(shown)
    for problem in problems:
        console.print(f"✗ {problem}")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
