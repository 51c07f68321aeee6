"""How Elasticsearch answers as a site grows: `make bench-elasticsearch ARGS="--sizes 1000 10000 100000 1000000"`.

For each size an index of invented entries is made on a node of its own, and asked as the site asks: the best score,
the page of results, and the counts of all facets. Words are Dutch and follow Zipf's law, as in any language; a question
has one to three of them, each with up to twenty near words. Nothing is remembered between questions but by the server
itself.

Times are by the clock, and in processor time of this process and of the whole server. A busy machine makes the first
too long, and a server that spreads a question over several cores the second: the target is missed when both are over
it. Ends with 1 then.
"""

import argparse
import datetime as dt
import itertools
import json
import math
import os
import random
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from statistics import median

import django
from rich.console import Console
from rich.progress import track
from rich.table import Table
from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "livinglab.settings.test")
django.setup()

from django.conf import settings  # noqa: E402 - Django comes first

from livinglab.local.paths import var_dir  # noqa: E402
from livinglab.search import facets  # noqa: E402
from livinglab.search.analysis import MAX_TERM, VERSION, term_of  # noqa: E402
from livinglab.search.contract import Kind, SearchRequest, Sort  # noqa: E402
from livinglab.search.engines.elasticsearch import engine as elasticsearch_engine  # noqa: E402
from livinglab.search.engines.elasticsearch.building import alias  # noqa: E402
from livinglab.search.engines.elasticsearch.connection import client  # noqa: E402
from livinglab.search.engines.elasticsearch.documents import SETTINGS, mapping, source_of  # noqa: E402
from livinglab.search.engines.elasticsearch.engine import ElasticsearchEngine  # noqa: E402
from livinglab.search.impacts import level_of  # noqa: E402
from livinglab.search.index_documents import IndexDocument  # noqa: E402
from livinglab.search.models import SearchEntry  # noqa: E402
from livinglab.search.query_plan import PlannedWord, QueryPlan  # noqa: E402
from tests.benchmarks.timing import Took, share, timed  # noqa: E402
from tests.elasticsearch.node import Node, running_nodes  # noqa: E402

P95_MIXED = 50.0  # milliseconds
HEAP = "2g"  # of a node with 4 GB
WORDS = 200_000
MOST_FREQUENT = 80  # the most frequent word is as frequent as the 81st of all words: stop words are no terms
TITLE, SUMMARY, BODY = 6, 15, 135  # terms, stop words left out: texts of some 300 words
VALUES = {"theme": 15, "category": 120, "organisation": 250, "year": 17, "tag": 40}
SEVERAL = {"theme": 3, "category": 2, "tag": 3}
QUESTIONS, WARM_UP = 200, 50
CHUNK, AT_ONCE = 1000, 3

_CUMULATIVE = list(itertools.accumulate(1 / (rank + MOST_FREQUENT) for rank in range(WORDS)))


@dataclass(frozen=True)
class Word:
    """A Dutch word as it is written, and the term that it becomes."""

    written: str
    term: str


@cache
def words() -> list[Word]:
    """Words of the Dutch dictionary by their invented rank, short ones mostly first; then compounds of two of them.

    Real ones, because what a near word costs to find depends on how words are alike. Analysing them takes longer than
    making a thousand entries, so they are kept under `var/`.
    """
    kept = var_dir() / f"bench-words-{WORDS}-{VERSION}.json"
    if kept.exists():
        return [Word(*pair) for pair in json.loads(kept.read_text())]
    found = list(_analysed_words())
    draft = kept.with_suffix(".draft")
    draft.parent.mkdir(parents=True, exist_ok=True)
    draft.write_text(json.dumps([(word.written, word.term) for word in found], ensure_ascii=False))
    draft.rename(kept)
    return found


def _analysed_words() -> Iterator[Word]:
    chance = random.Random(WORDS)  # noqa: S311 - repeatable, not secret
    forms = DefaultDictionaryFactory().get_dictionary("nl")
    known = sorted(form.decode() if isinstance(form, bytes) else form for form in forms)
    known = [form for form in known if form.isalpha() and form.islower() and 4 <= len(form) <= 14]
    known.sort(key=lambda form: len(form) + chance.gauss(0, 3))
    by_term: dict[str, str] = {}
    for form in known:
        if term := term_of(form, "nl"):
            by_term.setdefault(term, form)
    simple = list(by_term.items())
    while len(by_term) < WORDS:
        (_first_term, first), (second_term, second) = chance.choices(simple, k=2)
        by_term.setdefault((first + second_term)[:MAX_TERM], (first + second)[:MAX_TERM])
    for term, written in itertools.islice(by_term.items(), WORDS):
        yield Word(written, term)


class Library:
    """Invented entries and questions; the same every time."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.chance = random.Random(size)  # noqa: S311 - repeatable, not secret

    def entries(self) -> Iterator[IndexDocument]:
        return map(self._entry, range(1, self.size + 1))

    def _entry(self, number: int) -> IndexDocument:
        chance = self.chance
        frequencies: dict[str, float] = {}
        texts = []
        for count, weight in ((TITLE, 2.0), (SUMMARY, 1.5), (BODY, 1.0)):
            found = chance.choices(words(), cum_weights=_CUMULATIVE, k=count)
            texts.append(" ".join(word.written for word in found))
            for word in found:
                frequencies[word.term] = frequencies.get(word.term, 0) + weight
        levels = {term: level_of(frequency) for term, frequency in frequencies.items()}
        stored = [facets.encode("kind", chance.choice(Kind.values))]
        for code, most in VALUES.items():
            for _ in range(chance.randint(1, SEVERAL.get(code, 1))):
                stored.append(facets.encode(code, self._value(code, most)))
        entry = SearchEntry(
            pk=number,
            version=number,
            language="nl",
            title=texts[0],
            summary=texts[1],
            body=texts[2],
            sort_title=f"{chance.random():.8f}",
            facets=sorted(set(stored)),
            date=dt.date(2010, 1, 1) + dt.timedelta(days=chance.randrange(6000)),
        )
        return IndexDocument(entry, levels, tuple(texts))

    def _value(self, code: str, most: int) -> int:
        """Few values are frequent, many are rare."""
        value = int(most * self.chance.random() ** 2)
        return value + (2010 if code == "year" else 1)

    def _word(self, first: int = 3) -> int:
        """A word that is asked: rare ones as well as frequent ones."""
        return min(WORDS - 1, int(math.exp(self.chance.uniform(math.log(first), math.log(WORDS)))))

    def plan(self, ranks: list[int]) -> QueryPlan:
        """The plan of a question with these words."""
        planned = []
        for rank in ranks:
            near = {
                words()[self._word(300)].term: self.chance.uniform(0.2, 0.8) for _ in range(self.chance.randint(0, 20))
            }
            share = (TITLE + SUMMARY + BODY) / (rank + MOST_FREQUENT) / _CUMULATIVE[-1]
            word = words()[rank]
            planned.append(PlannedWord(word.written, math.log(1 + 1 / min(1.0, share)), {**near, word.term: 1.0}))
        return QueryPlan(text=" ".join(one.text for one in planned), language="nl", words=tuple(planned))

    def request(self, **more) -> SearchRequest:
        return SearchRequest(language="nl", **more)

    def choice(self, *codes: str) -> dict[str, frozenset]:
        return {code: frozenset({self._value(code, VALUES[code])}) for code in codes}

    # -- What is asked ----------------------------------------------------------------------------------
    def some_words(self) -> tuple[SearchRequest, QueryPlan]:
        return self.request(), self.plan([self._word() for _ in range(self.chance.choice([1, 1, 2, 2, 3]))])

    def words_and_choices(self) -> tuple[SearchRequest, QueryPlan]:
        return self.request(selections=self.choice("theme", "year")), self.some_words()[1]

    def one_frequent_word(self) -> tuple[SearchRequest, QueryPlan]:
        return self.request(), self.plan([self.chance.randrange(5)])

    def two_frequent_words(self) -> tuple[SearchRequest, QueryPlan]:
        return self.request(), self.plan(self.chance.sample(range(5), 2))

    def a_theme(self) -> tuple[SearchRequest, None]:
        return self.request(presets=self.choice("theme"), sort=Sort.NEWEST), None

    def a_list_with_choices(self) -> tuple[SearchRequest, None]:
        return self.request(selections=self.choice("theme", "category"), page=self.chance.randint(1, 3)), None

    def mixed(self) -> tuple[SearchRequest, QueryPlan | None]:
        kinds: list[Callable] = [self.some_words] * 5 + [self.words_and_choices] * 2
        return self.chance.choice([*kinds, self.a_theme, self.a_list_with_choices, self.one_frequent_word])()

    CLASSES = (
        "mixed",
        "some_words",
        "words_and_choices",
        "one_frequent_word",
        "two_frequent_words",
        "a_theme",
        "a_list_with_choices",
    )


def measure(library: Library, name: str, node: Node) -> list[Took]:
    engine = ElasticsearchEngine()
    elasticsearch_engine.TIMEOUT = 60.0  # what takes too long is to be seen, not cut off
    seen = []
    for _ in range(WARM_UP + QUESTIONS):
        request, plan = getattr(library, name)()
        seen.append(timed(lambda: engine.search(request, plan).total, node.pid))  # noqa: B023 - asked at once
    return seen[WARM_UP:]


def fill(library: Library, console: Console) -> tuple[float, float]:
    """Make the index; returns seconds, and bytes an entry."""
    name = f"{alias()}-1"
    server = client().options(request_timeout=600)
    # Nobody searches yet. The site's own rebuild leaves it on.
    quiet = {**SETTINGS, "refresh_interval": "-1"}
    server.indices.create(index=name, settings=quiet, mappings=mapping(), aliases={alias(): {}})
    began = time.perf_counter()
    bodies = map(source_of, library.entries())
    waiting: deque[Future] = deque()
    # The next entries are made while the server works at those before.
    with ThreadPoolExecutor(AT_ONCE) as threads:
        for start in track(range(0, library.size, CHUNK), f"Indexing {library.size:,}", console=console):
            operations: list[dict] = []
            for number, body in enumerate(itertools.islice(bodies, CHUNK), start + 1):
                operations += [{"index": {"_id": str(number)}}, body]
            waiting.append(threads.submit(server.bulk, index=name, operations=operations, filter_path=["errors"]))
            while len(waiting) >= AT_ONCE or (waiting and start + CHUNK >= library.size):
                if waiting.popleft().result()["errors"]:
                    raise RuntimeError("The server refused entries.")
    server.indices.put_settings(index=name, settings={"refresh_interval": SETTINGS["refresh_interval"]})
    server.indices.refresh(index=name)
    seconds = time.perf_counter() - began
    server.indices.forcemerge(index=name, max_num_segments=4)
    stats = server.indices.stats(index=name, metric="store")["indices"][name]["primaries"]
    return seconds, stats["store"]["size_in_bytes"] / library.size


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", nargs="+", type=int, default=[1_000, 10_000, 100_000])
    parser.add_argument("--heap", default=HEAP)
    options = parser.parse_args(arguments)
    console = Console()
    missed = False
    for size in options.sizes:
        library = Library(size)
        with running_nodes(heap=options.heap) as [node]:
            settings.SEARCH_URL = f"{node.url}/bench"
            seconds, bytes_an_entry = fill(library, console)
            table = Table(
                title=f"{size:,} entries, indexed in {seconds:.0f} s, {bytes_an_entry / 1000:.1f} KB an entry; ms"
            )
            for column in ("questions", "results", "p50", "p95", "worst", "p50 processor", "p95 processor"):
                table.add_column(column, justify="left" if column == "questions" else "right")
            for name in library.CLASSES:  # the server translates what is asked often, and is slow until it has
                measure(library, name, node)
            for name in library.CLASSES:
                seen = measure(library, name, node)
                walls, processor = [one.wall for one in seen], [one.processor for one in seen]
                late = name == "mixed" and min(share(walls, 0.95), share(processor, 0.95)) > P95_MIXED
                missed |= late
                figures = (share(walls, 0.5), share(walls, 0.95), max(walls), share(processor, 0.5))
                cells = [f"{int(median(one.results for one in seen)):,}", *(f"{figure:.1f}" for figure in figures)]
                table.add_row(name.replace("_", " "), *cells, f"{share(processor, 0.95):.1f}{' ✗' if late else ''}")
            console.print(table)
    console.print(f"Target: p95 of mixed questions ≤ {P95_MIXED:g} ms: {'missed' if missed else 'met'}.")
    return int(missed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
