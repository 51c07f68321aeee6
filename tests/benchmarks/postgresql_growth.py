"""How PostgreSQL answers with many entries: `make bench-search` (`ARGS="--entries 10000"`).

The entries and questions are those of `elasticsearch_growth`: invented, Dutch words by Zipf's law, one to three words a
question. Every question is planned (near words from the dictionary) and answered with all facet counts and a page of
results. Beside it stand what Wagtail's own search (modelsearch) takes for the same words with the same facets, and what
the index costs who publishes.

Times are wall time, and processor time of this process and of the database together: the second does not change when
the machine does something else as well. Targets are judged by the second. Ends with 1 when one is missed.
"""

import argparse
import itertools
import sys
from collections.abc import Callable, Iterator
from statistics import median

import django

django.setup()

from django.db import connection, transaction  # noqa: E402 - Django comes first
from rich.console import Console  # noqa: E402
from rich.progress import track  # noqa: E402
from rich.table import Table  # noqa: E402
from wagtail.models import Page  # noqa: E402

from livinglab.search.contract import SearchRequest  # noqa: E402
from livinglab.search.engines.postgresql.engine import PostgreSQLEngine  # noqa: E402
from livinglab.search.engines.postgresql.folding import fold, vacuum  # noqa: E402
from livinglab.search.engines.postgresql.indexing import row_of  # noqa: E402
from livinglab.search.models import IndexedEntry, SearchEntry  # noqa: E402
from livinglab.search.query_plan import QueryPlan  # noqa: E402
from livinglab.search.query_planner import plan  # noqa: E402
from tests.benchmarks import publishing, wagtail_search  # noqa: E402
from tests.benchmarks.elasticsearch_growth import Library  # noqa: E402
from tests.benchmarks.timing import Took, share, timed  # noqa: E402

CHUNK = 5000
MOST_KB = 6.0
P95 = {"mixed": 50.0, "one_frequent_word": 150.0, "two_frequent_words": 150.0, "a_theme": 30.0}
"""Milliseconds."""
LEAST_RATIO = 10.0
"""How much faster than Wagtail's own search."""
MOST_FOR_PUBLISHING = 20.0
"""Milliseconds that the index may cost who publishes."""
WARM_UP, QUESTIONS, BESIDE_WAGTAIL = 10, 200, 20
TYPING_ERRORS = 1 / 8
PART = "bench"
TABLES = ("search_indexedentry", "search_postinglist", "search_segment", "search_indexterm", "search_pendingentry")
INDEXES = ("search_entry_facets", "search_entry_title")


def fill(library: Library, console: Console) -> None:
    """Make the entries that are missing, as parts of one page, and take them into the segment.

    The indexes of the read model are made afterwards: so many entries at once would take three times as long with them.
    """
    page = Page.get_first_root_node()
    there = SearchEntry.objects.filter(part__startswith=PART).count()
    indexes = [index for index in SearchEntry._meta.indexes if index.name in INDEXES]
    if there < library.size:
        with connection.schema_editor() as editor:
            for index in indexes:
                editor.execute(f'DROP INDEX IF EXISTS "{index.name}"')
    documents = library.entries()
    for start in track(range(0, library.size, CHUNK), f"Indexing {library.size:,}", console=console):
        batch = list(itertools.islice(documents, CHUNK))
        if start < there:
            continue
        with transaction.atomic():
            for number, document in enumerate(batch, start=start):
                entry = document.entry
                entry.pk, entry.page_id, entry.part, entry.kind = None, page.pk, f"{PART}:{number}", "example"
            SearchEntry.objects.bulk_create([document.entry for document in batch])
            IndexedEntry.objects.bulk_create(row_of(document) for document in batch)
        fold()
        vacuum()
    with connection.cursor() as cursor:
        cursor.execute("SELECT indexname FROM pg_indexes WHERE tablename = 'search_searchentry'")
        present = {name for (name,) in cursor.fetchall()}
    with connection.schema_editor() as editor:
        for index in indexes:
            if index.name not in present:
                editor.add_index(SearchEntry, index)


def sizes() -> dict[str, float]:
    """Bytes an entry of each table and index of the search index, largest first.

    All but the read model's own texts.
    """
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
        cursor.execute(
            """
            SELECT name, pg_table_size(name::regclass) FROM unnest(%(tables)s::text[]) AS name
            UNION ALL
            SELECT indexrelid::regclass::text, pg_relation_size(indexrelid) FROM pg_index
            WHERE indrelid = ANY (%(tables)s::text[]::regclass[]) OR indexrelid = ANY (%(indexes)s::text[]::regclass[])
            ORDER BY 2 DESC
            """,
            {"tables": list(TABLES), "indexes": list(INDEXES)},
        )
        entries = max(SearchEntry.objects.count(), 1)
        return {name: float(size) / entries for name, size in cursor.fetchall()}


def timed_here(ask: Callable[[], int]) -> Took:
    return timed(ask, connection.connection.info.backend_pid)


def asking(library: Library, name: str) -> Iterator[tuple[SearchRequest, str]]:
    """Questions of a class: what is asked, and its words, of which one in eight lacks a letter."""
    while True:
        request, planned = getattr(library, name)()
        typed = [
            word if library.chance.random() > TYPING_ERRORS else word[:2] + word[3:] for word in planned_words(planned)
        ]
        yield request, " ".join(typed)


def planned_words(planned: QueryPlan | None) -> list[str]:
    return planned.text.split() if planned else []


def ours(request: SearchRequest, text: str) -> int:
    planned: QueryPlan | None = plan(text, request.language) if text else None
    return PostgreSQLEngine().search(request, planned).total


def measure(library: Library, name: str, number: int) -> list[Took]:
    questions = itertools.islice(asking(library, name), WARM_UP + number)
    return [timed_here(lambda: ours(request, text)) for request, text in questions][WARM_UP:]  # noqa: B023 - asked at once


def compare(library: Library, console: Console) -> float:
    """How many times faster than Wagtail's own search, question by question in one run; the middle one."""
    wagtail_search.fill(console)
    shown = Table(title="Beside Wagtail's own search: median ms of processor time, and of wall time")
    for column in ("questions", "ours", "Wagtail's", "times faster", "ours, wall", "Wagtail's, wall"):
        shown.add_column(column, justify="left" if column == "questions" else "right")
    ratios: list[float] = []
    for name in ("some_words", "one_frequent_word", "two_frequent_words"):
        pairs = [
            (timed_here(lambda: ours(request, text)), timed_here(lambda: wagtail_search.ask(text)))  # noqa: B023
            for request, text in itertools.islice(asking(library, name), BESIDE_WAGTAIL)
        ]
        of_class = [theirs.wall / own.wall for own, theirs in pairs]
        ratios += of_class
        own, theirs = ([pair[side] for pair in pairs] for side in (0, 1))
        figures = [median(one.processor for one in side) for side in (own, theirs)]
        walls = [median(one.wall for one in side) for side in (own, theirs)]
        cells = [f"{value:.1f}" for value in (*figures, median(of_class), *walls)]
        shown.add_row(name.replace("_", " "), *cells)
    console.print(shown)
    return median(ratios)


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="make bench-search", description=__doc__.splitlines()[0])
    parser.add_argument("--entries", type=int, default=100_000, metavar="N")
    parser.add_argument("--questions", type=int, default=QUESTIONS, metavar="N", help="of each class")
    parser.add_argument("--alone", action="store_true", help="without Wagtail's search and publishing beside it")
    options = parser.parse_args(arguments)
    console = Console(width=120)
    library = Library(options.entries)
    fill(library, console)
    room = sizes()
    size = sum(room.values()) / 1000
    problems = [f"the index takes {size:.1f} KB an entry; at most {MOST_KB:g}"] if size > MOST_KB else []
    for name, taken in room.items():
        console.print(f"{taken:>8,.0f} bytes an entry  {name}")
    shown = Table(title=f"PostgreSQL, {options.entries:,} entries, index {size:.1f} KB an entry; ms")
    for column in ("questions", "results", "p50", "p95", "worst", "p50 processor", "p95 processor", "target p95"):
        shown.add_column(column, justify="left" if column == "questions" else "right")
    for name in library.CLASSES:
        seen = measure(library, name, options.questions)
        target = P95.get(name)
        walls, processor = [one.wall for one in seen], [one.processor for one in seen]
        if target and share(processor, 0.95) > target:
            problems.append(f"p95 of {name.replace('_', ' ')} is {share(processor, 0.95):.0f} ms; at most {target:g}")
        figures = (share(walls, 0.5), share(walls, 0.95), max(walls), share(processor, 0.5), share(processor, 0.95))
        cells = [f"{int(median(one.results for one in seen)):,}", *(f"{figure:.1f}" for figure in figures)]
        shown.add_row(name.replace("_", " "), *cells, f"{target:g}" if target else "")
    console.print(shown)
    if not options.alone:
        # Before the invented entries are in Wagtail's index as well, which it averages over with each publication.
        cost = publishing.cost_of_the_index(timed_here)
        console.print(f"Publishing takes {cost:.1f} ms more with the index than without.")
        if cost > MOST_FOR_PUBLISHING:
            problems.append(f"the index costs who publishes {cost:.0f} ms; at most {MOST_FOR_PUBLISHING:g}")
        ratio = compare(library, console)
        console.print(f"{ratio:.0f} times faster than Wagtail's own search.")
        if ratio < LEAST_RATIO:
            problems.append(f"only {ratio:.1f} times faster than Wagtail's own search; at least {LEAST_RATIO:g}")
    for problem in problems:
        console.print(f"✗ {problem}")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
