"""Whether an index holds what the read model holds."""

from typing import Any

from django.db import connection

from livinglab.search.engines.elasticsearch.connection import client
from livinglab.search.models import ElasticsearchIndex

MOST_WAITING = 10_000
"""Changes that may wait when an index is compared: so many entries can be left out of a question."""
# One statement, so that what waits and what is there are of the same moment.
_READ_MODEL = """
    WITH waiting AS MATERIALIZED (
        SELECT DISTINCT entry_id FROM search_elasticsearchchange WHERE index_id = %s
    ),
    counted AS (
        SELECT language, count(*) AS entries, sum(version) AS versions
        FROM search_searchentry WHERE id NOT IN (SELECT entry_id FROM waiting)
        GROUP BY language
    )
    SELECT ARRAY(SELECT entry_id FROM waiting), language, entries, versions
    FROM (VALUES (0)) AS always LEFT JOIN counted ON true
"""
Totals = dict[str, tuple[int, int]]


def differences(index: ElasticsearchIndex) -> list[str]:
    """What is not the same, by language, entries for which changes wait left aside; empty when all is well.

    Compares how many there are and the sum of their versions, which tells an old copy from a new one. Nobody else may
    be writing to the index (`changes.take`), it must have been renewed, and at most `MOST_WAITING` changes may wait.
    Raises `FAILURES`.
    """
    waiting, here = _in_the_read_model(index)
    there = _in_the_index(index, waiting)
    return [
        f"{language}: {here.get(language, (0, 0))} here and {there.get(language, (0, 0))} there (entries, versions)"
        for language in sorted({*here, *there})
        if here.get(language) != there.get(language)
    ]


def _in_the_read_model(index: ElasticsearchIndex) -> tuple[list[int], Totals]:
    """The entries for which changes wait, and the totals of the others by language."""
    with connection.cursor() as cursor:
        cursor.execute(_READ_MODEL, [index.pk])
        rows = cursor.fetchall()
    totals = {language: (entries, int(versions)) for _ids, language, entries, versions in rows if language is not None}
    return rows[0][0], totals


def _in_the_index(index: ElasticsearchIndex, waiting: list[int]) -> Totals:
    versions: dict[str, Any] = {"versions": {"sum": {"field": "version"}}}
    answer = client().search(
        index=index.name,
        size=0,
        query={"bool": {"must_not": [{"terms": {"id": waiting}}]}} if waiting else {"match_all": {}},
        aggs={"languages": {"terms": {"field": "language", "size": 1000}, "aggs": versions}},
        request_cache=False,
    )
    buckets = answer["aggregations"]["languages"]["buckets"]
    return {bucket["key"]: (bucket["doc_count"], round(bucket["versions"]["value"])) for bucket in buckets}
