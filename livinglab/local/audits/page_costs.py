"""Measures what each page type costs in this process, as JSON: `bench_pages` runs it on a database of its own.

python -m livinglab.local.audits.page_costs [--explain]
"""

import json
import statistics
import sys
import time

import django

REQUESTS = 9
LONGEST_SQL = 20_000  # characters


def main(arguments: list[str]) -> None:
    """Print the number of entries, and of each page type its queries and median milliseconds."""
    django.setup()
    from livinglab.search.models import SearchEntry

    pages = [{"name": name, **cost(address)} for name, address in addresses().items()]
    if "--explain" in arguments:
        explain(max(pages, key=lambda page: page["milliseconds"]))
    for page in pages:
        del page["slowest"]
    json.dump({"entries": SearchEntry.objects.count(), "pages": pages}, sys.stdout)


def addresses() -> dict[str, str]:
    """One page of each type, with everything on it that such a page can show."""
    from casestudies.models import CaseStudyPage, ExamplePage
    from events.models import MeetingPage
    from livinglab.pages.models import NewsPage, StandardPage, ToolPage

    types = {
        "example": ExamplePage,
        "case study": CaseStudyPage,
        "meeting": MeetingPage,
        "news": NewsPage,
        "tool": ToolPage,
        "standard page": StandardPage,
    }
    pages = {
        name: page_type.objects.live().filter(locale__language_code="nl").order_by("pk").first().get_url()
        for name, page_type in types.items()
    }
    return {
        "home": "/",
        "list of examples": "/voorbeelden/",
        "list of examples, page 3": "/voorbeelden/?page=3",
        "list of meetings": "/bijeenkomsten/",
        "theme": "/themas/circulair/",
        "category": "/categorieen/asfalt/",
        "search, everything": "/zoeken/",
        "search, a word": "/zoeken/?q=asfalt",
        "search, two words and choices": "/zoeken/?q=asfalt+hergebruik&theme=circulair&region=inside",
        "search, nothing found": "/zoeken/?q=zwammenvlokreeft",
        **pages,
    }


def cost(address: str) -> dict:
    """What a page costs when all caches are warm."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client = Client(SERVER_NAME="127.0.0.1")
    answer = client.get(address)
    if answer.status_code != 200:  # noqa: PLR2004
        raise SystemExit(f"{address} answers {answer.status_code}.")
    with CaptureQueriesContext(connection) as captured:
        client.get(address)
    queries = captured.captured_queries  # now: the next request empties Django's log
    taken = []
    for _ in range(REQUESTS):
        began = time.perf_counter()
        client.get(address)
        taken.append((time.perf_counter() - began) * 1000)
    slowest = max(queries, key=lambda query: float(query["time"]))
    return {
        "queries": len(queries),
        "milliseconds": statistics.median(taken),
        # What it takes when nothing else asks for the processor.
        "fastest": min(taken),
        "slowest": slowest,
    }


def explain(page: dict) -> None:
    """Write PostgreSQL's plan of a page's slowest statement to the error output."""
    from django.db import connection

    with connection.cursor() as cursor:
        # The statement is our own, as Django has just sent it.
        cursor.execute("EXPLAIN (ANALYZE, BUFFERS) " + page["slowest"]["sql"].replace("%", "%%"), [])
        plan = "\n".join(row[0] for row in cursor.fetchall())
    print(
        f"{page['name']}, {page['slowest']['time']} s\n{page['slowest']['sql'][:LONGEST_SQL]}\n{plan}", file=sys.stderr
    )


if __name__ == "__main__":
    main(sys.argv[1:])
