"""An Elasticsearch node with the site's entries, for as long as it is asked; and what it gives by itself.

By itself is: its analyzer for Dutch, BM25 and a `multi_match` over title, labels and body, as its manual shows. The
node from Maven Central has no analyzers of languages, so the steps of `dutch` are taken here, with its own list of stop
words and the same stemmer, and the server gets the words that come out.
"""

import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

import Stemmer
from django.conf import settings
from rich.console import Console

from livinglab.search.engines.elasticsearch import building, engine
from livinglab.search.engines.elasticsearch.connection import client
from livinglab.search.models import SearchEntry
from livinglab.search.query_string import clean
from tests.benchmarks.relevance.systems import DEPTH, LANGUAGE
from tests.elasticsearch.jars import installation
from tests.elasticsearch.node import running_nodes

BASELINE = "baseline-dutch"
FIELDS = {"title": 3, "described": 1.5, "body": 1}
_WORD = re.compile(r"\w+(?:['’.]\w+)*")
_OVERRIDES = {"fiets": "fiets", "bromfiets": "bromfiets", "ei": "eier", "kind": "kinder"}


@contextmanager
def running(console: Console) -> Iterator[None]:
    """A node with our index and the one of its own analyzer. It gets no changes afterwards."""
    with console.status("Elasticsearch"), running_nodes() as [node]:
        settings.SEARCH_URL = f"{node.url}/relevance"
        engine.TIMEOUT = 60.0  # a server that has just started is slow, and only its answers count here
        try:
            index = building.index_to_build(anew=True)
            assert index is not None
            building.build(index)
            _fill_baseline()
            yield
        finally:
            settings.SEARCH_URL = ""
            building.maintain()  # keeps no changes for a server that is gone


def elasticsearch_dutch(text: str) -> list[int]:
    """What `multi_match` finds in the fields as `dutch` analyses them."""
    fields = [f"{name}^{weight}" for name, weight in FIELDS.items()]
    query = {"multi_match": {"query": _dutch(clean(text)), "fields": fields}}
    hits = client().search(index=BASELINE, query=query, size=DEPTH, source=False)["hits"]["hits"]
    return [int(hit["_id"]) for hit in hits]


def _fill_baseline() -> None:
    mapping = {"properties": {name: {"type": "text", "analyzer": "whitespace"} for name in FIELDS}}
    client().indices.create(index=BASELINE, mappings=mapping, settings={"number_of_shards": 1})
    operations: list[dict] = []
    for entry in SearchEntry.objects.filter(language=LANGUAGE):
        described = " ".join([entry.summary, entry.highlight, *entry.labels])
        operations += [
            {"index": {"_id": str(entry.pk)}},
            {"title": _dutch(entry.title), "described": _dutch(described), "body": _dutch(entry.body)},
        ]
    client().bulk(index=BASELINE, operations=operations, refresh=True)


def _dutch(text: str) -> str:
    """The words of a text as the analyzer leaves them: lower case, no stop words, stems."""
    stemmer = Stemmer.Stemmer("dutch_porter")  # of the two that Snowball has, the one in Lucene 10
    words = (word for word in _WORD.findall(text.lower()) if word not in _stop_words())
    return " ".join(_OVERRIDES.get(word) or stemmer.stemWord(word) for word in words)


@cache
def _stop_words() -> frozenset[str]:
    """Lucene's list."""
    [jar] = (installation() / "lib").glob("lucene-analysis-common-*.jar")
    with zipfile.ZipFile(jar) as archive:
        lines = archive.read("org/apache/lucene/analysis/snowball/dutch_stop.txt").decode().splitlines()
    return frozenset(word for line in lines if (word := line.partition("|")[0].strip()))
