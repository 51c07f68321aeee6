"""The PostgreSQL engine: two statements a question, however many results there are.

The first finds what matches text and presets, gives each row a bit mask `miss` with a bit for every facet in which it
fails the visitor's selection, and counts from that: a row with no bit set is a result; a row whose only bit is that of
a facet still counts in that facet, which is how a facet's counts leave out its own selection. The second fetches one
page of results, with highlights for those only.
"""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.db import connection
from django.db.models import CharField
from django.db.models.expressions import RawSQL
from django.utils.translation import gettext_lazy as _

from livinglab.search import facets
from livinglab.search.contract import PUBLISHED, FacetValue, Period, SearchRequest, Sort
from livinglab.search.models import SearchEntry
from livinglab.search.query import TextQuery, parse
from livinglab.search.text import MARK_END, MARK_START, text_configuration

WEIGHTS = "{0.05, 0.2, 0.6, 1.0}"
"""How much a word counts in D, C, B and A."""
BY_LENGTH = 1
"""Normalisation of ts_rank: divide by 1 + the logarithm of the length."""
PREFIX_FACTOR = 0.4
"""What the start of a longer word counts beside the word itself."""

# An entry's own facets, and the one that depends on the clock.
_FACETS = """
    entry.facets || CASE
        WHEN entry.ends_at IS NULL THEN '{}'::int[]
        WHEN entry.ends_at >= statement_timestamp() THEN ARRAY[%(coming)s]
        ELSE ARRAY[%(past)s]
    END
"""
_ORDERS = {
    # What is still to come counts as today's, the soonest first.
    Sort.NEWEST: "least(date, current_date) DESC NULLS LAST, starts_at, id DESC",
    PUBLISHED: "published_at DESC NULLS LAST, id DESC",
    Sort.TITLE: "sort_title, id",
    # A cancelled meeting has no end; it stands among the others, where who looks for it looks first.
    Sort.DATE: (
        "(coalesce(ends_at, starts_at) >= statement_timestamp()) DESC NULLS LAST, "
        "CASE WHEN coalesce(ends_at, starts_at) >= statement_timestamp() THEN starts_at END, "
        "coalesce(starts_at, date) DESC NULLS LAST, id"
    ),
}
_SNIPPET = f"StartSel={MARK_START}, StopSel={MARK_END}, MaxFragments=1, MaxWords=32, MinWords=16"
_WHOLE = f"StartSel={MARK_START}, StopSel={MARK_END}, HighlightAll=true"


@dataclass(frozen=True)
class Found:
    """The answer to the first statement: ids of one page of results, in order, and the counts."""

    ids: Sequence[int]
    total: int
    matched: int
    """Entries that match text and presets, before the visitor's selections."""
    counts: Mapping[str, Mapping[FacetValue, int]]
    page: int
    pages: int
    notices: tuple = ()
    text: TextQuery | None = None


def find(request: SearchRequest) -> Found:
    """Answer a question. When no entry has all its words, those with any of them are given, and a notice says so."""
    text = parse(request.text, text_configuration(request.language)) if request.text else None
    found = _run(request, text)
    if not found.matched and text and text.broader:
        broader = _run(request, text.broader)
        if broader.matched:
            notice = _("Nothing has all these words. These results have at least one of them.")
            return replace(broader, notices=(*broader.notices, notice))
    if request.text and not text:
        return replace(found, notices=(_("There is no word in this search."),))
    return found


def _run(request: SearchRequest, text: TextQuery | None) -> Found:
    statement = _Statement(request, text)
    with connection.cursor() as cursor:
        cursor.execute(statement.sql, statement.params)
        ids, total, matched, counts, only_stop_words = cursor.fetchone()
    pages = max(1, -(-total // request.page_size))
    notices = (_("These words are in almost every text, so we left them out."),) if only_stop_words else ()
    return Found(ids, total, matched, _decoded(json.loads(counts)), min(request.page, pages), pages, notices, text)


def _decoded(counts: Mapping[str, int]) -> dict[str, dict[FacetValue, int]]:
    by_facet: dict[str, dict[FacetValue, int]] = defaultdict(dict)
    for stored, count in counts.items():
        known = facets.decode(int(stored))
        if known:
            code, value = known
            by_facet[code][value] = count
    return dict(by_facet)


class _Statement:
    """The first statement, put together for one request."""

    def __init__(self, request: SearchRequest, text: TextQuery | None) -> None:
        self.request, self.text = request, text
        self.params: dict[str, Any] = {
            "language": request.language,
            "coming": facets.encode("period", Period.COMING),
            "past": facets.encode("period", Period.PAST),
            "size": request.page_size,
            "offset": (request.page - 1) * request.page_size,
            "space": facets.SPACE,
            **(text.params if text else {}),
        }
        self.bits: dict[str, int] = {}
        chosen = {code: values for code, values in request.selections.items() if values}
        for position, (code, values) in enumerate(sorted(chosen.items())):
            self.bits[code] = 1 << position
            self.params[f"chosen_{code}"] = facets.encode_all(code, values)
            self.params[f"number_{code}"] = facets.get(code).number
        self.presets = dict(request.presets)
        if request.kinds:
            self.presets["kind"] = frozenset(request.kinds)
        for code, values in self.presets.items():
            self.params[f"preset_{code}"] = facets.encode_all(code, values)

    @property
    def sql(self) -> str:
        # Every value is a parameter; the names are those of registered facets.
        return f"""
            WITH matched AS MATERIALIZED (
                SELECT entry.id, {_FACETS} AS facets, entry.date, entry.sort_title, entry.starts_at, entry.ends_at,
                    entry.published_at
                    {", entry.vector" if self.text else ""}
                FROM search_searchentry AS entry
                WHERE {" AND ".join(self._conditions())}
            ),
            judged AS MATERIALIZED (SELECT *, {self._miss()} AS miss FROM matched),
            counts AS (
                SELECT value, count(*) AS number
                FROM judged, unnest(facets) AS value
                WHERE miss & ~{self._own_bit()} = 0
                GROUP BY value
            ),
            totals AS (SELECT count(*) AS matched, count(*) FILTER (WHERE miss = 0) AS total FROM judged)
            SELECT
                ARRAY(
                    SELECT id FROM judged WHERE miss = 0 ORDER BY {self._order()}
                    LIMIT %(size)s
                    OFFSET least(%(offset)s, (greatest(total, 1) - 1) / %(size)s * %(size)s)
                ),
                total,
                matched,
                (SELECT coalesce(jsonb_object_agg(value, number), '{{}}') FROM counts),
                {f"numnode({self.text.match}) = 0" if self.text else "false"}
            FROM totals
        """  # noqa: S608

    def _conditions(self) -> list[str]:
        conditions = ["entry.language = %(language)s"]
        if self.text:
            conditions.append(f"(numnode({self.text.match}) = 0 OR entry.vector @@ {self.text.match})")
        for code in self.presets:
            stored = f"({_FACETS})" if code == "period" else "entry.facets"
            conditions.append(f"{stored} && %(preset_{code})s")
        return conditions

    def _miss(self) -> str:
        terms = [f"CASE WHEN facets && %(chosen_{code})s THEN 0 ELSE {bit} END" for code, bit in self.bits.items()]
        return f"({' | '.join(terms)})" if terms else "0"

    def _own_bit(self) -> str:
        cases = " ".join(f"WHEN %(number_{code})s THEN {bit}" for code, bit in self.bits.items())
        return f"(CASE value / %(space)s {cases} ELSE 0 END)" if cases else "0"

    def _order(self) -> str:
        if self.request.sort != Sort.RELEVANCE:
            return _ORDERS[self.request.sort]
        if not self.text:
            return _ORDERS[Sort.NEWEST]
        rank = f"ts_rank('{WEIGHTS}', vector, {self.text.rank}, {BY_LENGTH})"
        if self.text.prefix_rank:
            rank += f" + {PREFIX_FACTOR} * ts_rank('{WEIGHTS}', vector, {self.text.prefix_rank}, {BY_LENGTH})"
        return f"{rank} DESC, {_ORDERS[Sort.NEWEST]}"


def fetch(ids: Sequence[int], text: TextQuery | None = None) -> list[SearchEntry]:
    """The entries with these ids, in this order, with `title_marked`, `summary_marked` and `body_marked`.

    One statement with the pictures, one with their renditions.
    """
    entries = (
        SearchEntry.objects.filter(pk__in=ids)
        .select_related("image")
        .prefetch_related("image__renditions")
        .defer("vector", "body")
    )
    if text:
        entries = entries.annotate(
            marked_title=_headline("title", _WHOLE, text),
            marked_summary=_headline("summary", _WHOLE, text),
            marked_body=_headline("body", _SNIPPET, text),
        )
    by_id = {}
    for entry in entries:
        entry.title_marked = getattr(entry, "marked_title", entry.title)
        entry.summary_marked = getattr(entry, "marked_summary", entry.summary)
        entry.body_marked = getattr(entry, "marked_body", "")
        by_id[entry.pk] = entry
    return [by_id[pk] for pk in ids if pk in by_id]


def _headline(column: str, options: str, text: TextQuery) -> RawSQL:
    sql, params = _positional(
        f"ts_headline(%(configuration)s::regconfig, search_searchentry.{column}, {text.match}, %(options)s)",
        {**text.params, "options": options},
    )
    return RawSQL(sql, params, output_field=CharField())  # noqa: S611 - every value is a parameter


def _positional(sql: str, params: Mapping[str, object]) -> tuple[str, list[object]]:
    """The same SQL with the unnamed parameters that Django's expressions want."""
    values: list[object] = []

    class Collect(dict):
        def __missing__(self, name: str) -> str:
            values.append(params[name])
            return "%s"

    return sql % Collect(), values
