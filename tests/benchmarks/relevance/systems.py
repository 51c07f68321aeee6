"""What is compared: our own search, and what PostgreSQL gives by itself."""

import re
from collections import defaultdict
from collections.abc import Callable

from django.db import connection

from livinglab.core.text import fold
from livinglab.demo.models import DemoItem
from livinglab.search.contract import SearchRequest
from livinglab.search.engines.base import Engine
from livinglab.search.models import SearchEntry
from livinglab.search.query_planner import plan
from livinglab.search.query_string import clean
from livinglab.taxonomy.models import Organisation

LANGUAGE = "nl"
PAGES = ("example", "case_study", "meeting", "tool", "news", "page")
DEPTH = 50
"""Results that are looked at."""
Search = Callable[[str], list[int]]
"""Text → ids of entries, best first."""


def names() -> dict[int, str]:
    """Id of an entry → its name in the judgements."""
    made: dict[str, dict[int, str]] = defaultdict(dict)
    for item in DemoItem.objects.all():
        source = item.key.partition(":")[0]
        made[source if source in ("organisation", "person") else "page" if source in PAGES else ""][item.object_id] = (
            item.key.replace(f"page:{LANGUAGE}.", "page:")
        )
    organisations = {pk: f"organisation:{slug}" for pk, slug in Organisation.objects.values_list("pk", "slug")}
    organisations |= made["organisation"]
    return {
        entry.pk: name
        for entry in SearchEntry.objects.filter(language=LANGUAGE).only("page_id", "organisation_id", "person_id")
        if (
            name := made["page"].get(entry.page_id)
            or organisations.get(entry.organisation_id)
            or made["person"].get(entry.person_id)
        )
    }


def ours(engine: Engine) -> Search:
    """Our analysis and plan, on an engine."""

    def search(text: str) -> list[int]:
        request = SearchRequest(language=LANGUAGE, text=clean(text), page_size=DEPTH)
        return list(engine.search(request, plan(request.text, LANGUAGE)).ids)

    return search


_VECTOR = """
    setweight(to_tsvector('{configuration}', {title}), 'A')
    || setweight(to_tsvector('{configuration}', {described}), 'B')
    || setweight(to_tsvector('{configuration}', {body}), 'C')
"""


def postgresql_dutch(text: str) -> list[int]:
    """PostgreSQL's full text search as the documentation shows it: `websearch_to_tsquery` and `ts_rank`."""
    vector = _VECTOR.format(
        configuration="dutch", title="title", described="concat_ws(' ', summary, highlight, labels::text)", body="body"
    )
    return _ids(
        f"""
        SELECT id FROM (SELECT id, {vector} AS vector FROM search_searchentry WHERE language = %(language)s) AS entry,
            websearch_to_tsquery('dutch', %(text)s) AS query
        WHERE vector @@ query ORDER BY ts_rank(vector, query) DESC, id LIMIT {DEPTH}
        """,  # noqa: S608 - no value in it
        {"text": clean(text)},
    )


def the_search_of_before(text: str) -> list[int]:
    """The search that this one replaced: all words, each also as the start of a longer one, or else any of them."""
    quoted = re.search(r'"|(?:^|\s)-\w|\sor\s', clean(text), re.IGNORECASE)
    words = re.sub(r"[\W_]+", " ", clean(text)).split()[:16]
    if not words:
        return []
    if quoted:
        match = rank = "websearch_to_tsquery('livinglab_nl', %(text)s)"
        return _as_before(match, rank, "", {"text": re.sub(r'(?<=\w)-|[^\w\s"-]+|_+', " ", clean(text))})
    params, exact, either, starts = {}, [], [], []
    for number, word in enumerate(words):
        params[f"word{number}"] = word
        whole = f"plainto_tsquery('livinglab_nl', %(word{number})s)"
        exact.append(whole)
        if len(word) < 4 or not fold(word).isalpha():
            either.append(whole)
            continue
        params[f"start{number}"] = f"{fold(word)}:*"
        start = f"(CASE WHEN numnode({whole}) > 0 THEN to_tsquery('simple', %(start{number})s) ELSE ''::tsquery END)"
        starts.append(start)
        either.append(f"({whole} || {start})")
    found = _as_before(" && ".join(either), " || ".join(exact), " || ".join(starts), params)
    return found or _as_before(" || ".join(either), " || ".join(exact), " || ".join(starts), params)


def _as_before(match: str, rank: str, prefix_rank: str, params: dict[str, str]) -> list[int]:
    def plain(column: str) -> str:
        return f"regexp_replace({column}, '[^[:alnum:]]+', ' ', 'g')"

    vector = _VECTOR.format(
        configuration="livinglab_nl",
        title=plain("title"),
        described=plain("concat_ws(' ', summary, highlight, labels::text)"),
        body=plain("body"),
    )
    weights = "'{0.05, 0.2, 0.6, 1.0}'"
    score = f"ts_rank({weights}, vector, {rank}, 1)"
    if prefix_rank:
        score += f" + 0.4 * ts_rank({weights}, vector, {prefix_rank}, 1)"
    return _ids(
        f"""
        SELECT id FROM (
            SELECT id, date, starts_at, {vector} AS vector FROM search_searchentry WHERE language = %(language)s
        ) AS entry
        WHERE vector @@ ({match})
        ORDER BY {score} DESC, least(date, current_date) DESC NULLS LAST, starts_at, id DESC LIMIT {DEPTH}
        """,  # noqa: S608 - every value is a parameter
        params,
    )


def _ids(sql: str, params: dict[str, str]) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(sql, {"language": LANGUAGE, **params})
        return [pk for (pk,) in cursor.fetchall()]
