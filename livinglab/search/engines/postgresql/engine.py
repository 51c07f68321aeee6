"""Answering with PostgreSQL: one statement reads the posting lists of a question's terms, and what changed since the
segment that this process holds; the rest is arithmetic on arrays. Exact phrases take a second one.
"""

import datetime as dt
import json
import uuid
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from django.db import connection
from django.utils import timezone
from numpy.typing import NDArray

from livinglab.search import facets
from livinglab.search.contract import PUBLISHED, FacetValue, Period, SearchRequest, Sort
from livinglab.search.engines.base import EngineResult
from livinglab.search.engines.postgresql.folding import LEVEL_BITS, stored_segment
from livinglab.search.engines.postgresql.phrases import Phrase, entries_with, narrowing_terms
from livinglab.search.engines.postgresql.segment import COLUMNS, NEVER, NO_DAY, Row, Segment
from livinglab.search.exact_query import Alternative, ExactQuery
from livinglab.search.impacts import STEP
from livinglab.search.models import SearchEntry
from livinglab.search.query_plan import PlannedWord, QueryPlan
from livinglab.search.scoring import BEST_SHARE, SUM_SHARE, least_score

Mask = NDArray[np.bool_]

_MICROSECOND = dt.timedelta(microseconds=1)
_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_PENDING = f"""
    SELECT {COLUMNS}, (
        SELECT jsonb_object_agg(term, get_byte(indexed.levels, place::integer - 1))
        FROM unnest(string_to_array(indexed.terms, ' ')) WITH ORDINALITY AS term (term, place)
        WHERE term = ANY (%(terms)s)
    ) AS found
    FROM search_pendingentry JOIN search_indexedentry AS indexed USING (number)
    JOIN search_searchentry AS entry ON entry.id = indexed.entry_id
    ORDER BY number
"""  # noqa: S608 - no value in it


@dataclass(frozen=True)
class _Read:
    """What one statement found, at one moment."""

    segment_id: uuid.UUID | None
    now: dt.datetime
    gone: Sequence[int]
    pending: Sequence[tuple[Row, Mapping[str, int]]]
    """With the levels of the terms asked for."""
    postings: Mapping[str, NDArray[np.uint32]]


class PostgreSQLEngine:
    """See `livinglab.search.engines.base` for the rules."""

    name = "postgresql"

    def search(self, request: SearchRequest, plan: QueryPlan | None) -> EngineResult:
        read, segment = self._read(request.language, _terms(plan, request.language))
        return _Answer(request, plan, read, segment).result()

    _held = Segment.empty()
    """The segment that this process last used; another process may have written another one since."""

    def _read(self, language: str, terms: Sequence[str]) -> tuple[_Read, Segment]:
        """What the database says, and the segment that belongs to it."""
        while True:
            read = _ask(language, terms)
            if read.segment_id is None:
                return read, Segment.empty()
            if read.segment_id != self._held.id:
                type(self)._held = stored_segment()
            if read.segment_id == self._held.id:
                return read, self._held


def _terms(plan: QueryPlan | None, language: str) -> list[str]:
    if plan is None:
        return []
    asked = list(_alternatives(plan.exact))
    of_words = [term for one in asked for term in one.terms]
    of_phrases = [term for one in asked for terms in narrowing_terms(one.phrase, language) for term in terms]
    return list(dict.fromkeys([*plan.terms(), *of_words, *of_phrases]))


def _alternatives(exact: ExactQuery | None) -> Iterator[Alternative]:
    for group in (*exact.all_of, exact.none_of) if exact else ():
        yield from group


def _ask(language: str, terms: Sequence[str]) -> _Read:
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            SELECT
                (SELECT id FROM search_segment),
                statement_timestamp(),
                ARRAY(SELECT number FROM search_tombstone),
                (SELECT coalesce(jsonb_agg(to_jsonb(pending)), '[]') FROM ({_PENDING}) AS pending),
                list.terms, list.postings
            FROM (
                SELECT array_agg(term.term) AS terms, array_agg(postings) AS postings
                FROM search_indexterm AS term JOIN search_postinglist ON term_id = term.id
                WHERE language = %(language)s AND term.term = ANY (%(terms)s)
            ) AS list
            """,  # noqa: S608 - every value is a parameter
            {"language": language, "terms": list(terms)},
        )
        segment_id, now, gone, pending, listed, postings = cursor.fetchone()
    lists: dict[str, bytes] = defaultdict(bytes)
    for term, part in zip(listed or (), postings or (), strict=True):
        lists[term] += bytes(part)
    return _Read(
        segment_id,
        now,
        gone,
        [_pending(values) for values in json.loads(pending)],
        {term: np.frombuffer(packed, ">u4") for term, packed in lists.items()},
    )


def _pending(values: dict[str, Any]) -> tuple[Row, Mapping[str, int]]:
    levels = values.pop("found") or {}
    return Row(**values), levels


class _Answer:
    """One question against one moment of the index. Entries are positions: the segment's, then those pending."""

    def __init__(
        self,
        request: SearchRequest,
        plan: QueryPlan | None,
        read: _Read,
        segment: Segment,
    ) -> None:
        self.request, self.plan, self.read, self.segment = request, plan, read, segment
        self.pending = [row for row, _levels in read.pending]
        self.first_pending = len(segment)
        self.size = len(segment) + len(self.pending)
        self.holders: dict[int, list[int]] = defaultdict(list)
        for position, row in enumerate(self.pending, start=self.first_pending):
            for value in row.facets:
                self.holders[value].append(position)
        self.now = (read.now - _EPOCH) // _MICROSECOND
        self.today = timezone.localdate(read.now).toordinal()

    def result(self) -> EngineResult:
        request = self.request
        base = self._base()
        scores = self._scores() if self.plan and self.plan.words else None
        matched = base & self._matching(base, scores)
        chosen = {code: self._having(code, values) for code, values in request.selections.items() if values}
        results = _all(matched, *chosen.values())
        total = int(results.sum())
        pages = max(1, -(-total // request.page_size))
        page = min(request.page, pages)
        start = (page - 1) * request.page_size
        found = self._ordered(np.flatnonzero(results), scores, start, start + request.page_size)
        ids = [self._entry_id(position) for position in found]
        return EngineResult(
            ids=ids,
            total=total,
            matched=int(matched.sum()),
            counts=self._counts(matched, chosen),
            page=page,
            pages=pages,
            scores={} if scores is None else {pk: float(scores[at]) for pk, at in zip(ids, found, strict=True)},
        )

    # What matches

    def _base(self) -> Mask:
        """Entries of this language that are still there, with the list's own kinds and presets."""
        request, segment = self.request, self.segment
        base = np.zeros(self.size, bool)
        if request.language in segment.languages:
            base[: self.first_pending] = segment.rows["language"] == segment.languages.index(request.language)
            gone = segment.positions(np.asarray(self.read.gone, np.int64))
            base[gone[gone >= 0]] = False
        base[self.first_pending :] = [row.language == request.language for row in self.pending]
        presets = dict(request.presets)
        if request.kinds:
            presets["kind"] = frozenset(request.kinds)
        excluded = (~self._having(code, values) for code, values in request.excluded.items())
        return _all(base, *(self._having(code, values) for code, values in presets.items()), *excluded)

    def _having(self, code: str, values: Iterable[FacetValue]) -> Mask:
        """Entries with at least one of these values of a facet."""
        mask = np.zeros(self.size, bool)
        if code == "period":
            for value in values:
                mask |= self._coming if value == Period.COMING else self._past
            return mask
        for stored in facets.encode_all(code, values):
            mask[self.segment.holding(stored)] = True
            mask[self.holders.get(stored, [])] = True
        return mask

    @cached_property
    def _coming(self) -> Mask:
        return (self._ends != NEVER) & (self._ends >= self.now)

    @cached_property
    def _past(self) -> Mask:
        return self._ends < self.now

    def _matching(self, base: Mask, scores: NDArray[np.float64] | None) -> Mask:
        plan = self.plan
        if plan is None or plan.matches_everything:
            return np.ones(self.size, bool)
        if plan.exact:
            return self._matching_exactly(plan.exact, base)
        if scores is None:
            return np.zeros(self.size, bool)
        best = float(scores[base].max(initial=0))
        return (scores > 0) & (scores >= least_score(best, self.request.sort))

    def _matching_exactly(self, exact: ExactQuery, base: Mask) -> Mask:
        phrases = dict.fromkeys(one.phrase for one in _alternatives(exact) if one.phrase)
        with_phrase = self._with_phrases(phrases, base) if phrases else {}

        def having(alternatives: Iterable[Alternative]) -> Mask:
            mask = np.zeros(self.size, bool)
            for one in alternatives:
                if one.phrase:
                    mask |= with_phrase[one.phrase]
                else:
                    mask |= _all(base, *(self._levels(term) > 0 for term in one.terms))
            return mask

        return _all(~having(exact.none_of), *(having(group) for group in exact.all_of))

    def _with_phrases(self, phrases: Iterable[Phrase], base: Mask) -> dict[Phrase, Mask]:
        """For each phrase, which entries of `base` have it."""
        candidates = {
            phrase: self._numbers[
                _all(base, *map(self._with_any, narrowing_terms(phrase, self.request.language)))
            ].tolist()
            for phrase in phrases
        }
        return {phrase: np.isin(self._numbers, found) for phrase, found in entries_with(candidates).items()}

    def _with_any(self, terms: Iterable[str]) -> Mask:
        mask = np.zeros(self.size, bool)
        for term in terms:
            mask[self._postings(term)[0]] = True
        return mask

    @cached_property
    def _numbers(self) -> NDArray[np.int32]:
        return self._column("number")

    # What it scores

    def _scores(self) -> NDArray[np.float64]:
        scores = np.zeros(self.size)
        for word in self.plan.words if self.plan else ():
            self._add(word, scores)
        return scores

    def _add(self, word: PlannedWord, scores: NDArray[np.float64]) -> None:
        best, total = np.zeros(self.size), np.zeros(self.size)
        for term, factor in word.factors.items():
            found, levels = self._postings(term)
            gives = levels * (factor * STEP)
            best[found] = np.maximum(best[found], gives)
            total[found] += gives
        scores += word.idf * (BEST_SHARE * best + SUM_SHARE * total)

    def _postings(self, term: str) -> tuple[NDArray[np.integer], NDArray[np.integer]]:
        """The positions of the entries that have a term, and its level in each."""
        postings = self.read.postings.get(term, np.empty(0, ">u4"))
        found = self.segment.positions(postings >> LEVEL_BITS)
        here = found >= 0
        pending = [
            (position, levels[term])
            for position, (_row, levels) in enumerate(self.read.pending, start=self.first_pending)
            if term in levels
        ]
        positions = np.concatenate([found[here], np.array([at for at, _level in pending], np.int32)])
        levels = np.concatenate([(postings & 0xF)[here], np.array([level for _at, level in pending], np.uint32)])
        return positions, levels

    def _levels(self, term: str) -> NDArray[np.integer]:
        levels = np.zeros(self.size, np.uint8)
        found, given = self._postings(term)
        levels[found] = given
        return levels

    # Counts

    def _counts(self, matched: Mask, chosen: Mapping[str, Mask]) -> dict[str, dict[FacetValue, int]]:
        """For each value of each facet what a choice of it gives: the other facets' choices count, its own does not."""
        results = _all(matched, *chosen.values())
        counts = self._numbers_of(results, slice(0, len(self.segment.values)))
        own = {code: _all(matched, *(mask for other, mask in chosen.items() if other != code)) for code in chosen}
        for code, mask in own.items():
            if code != "period":
                number = facets.get(code).number
                low, high = np.searchsorted(self.segment.values, [number * facets.SPACE, (number + 1) * facets.SPACE])
                counts[low:high] = self._numbers_of(mask, slice(int(low), int(high)))
        by_value = {int(value): int(count) for value, count in zip(self.segment.values, counts, strict=True) if count}
        by_facet: dict[str, dict[FacetValue, int]] = defaultdict(dict)
        for stored in by_value.keys() | self.holders.keys():
            if known := facets.decode(stored):
                code, value = known
                pending = own.get(code, results)[self.holders.get(stored, [])].sum()
                if count := by_value.get(stored, 0) + int(pending):
                    by_facet[code][value] = count
        mask = own.get("period", results)
        for period, of_period in ((Period.COMING, self._coming), (Period.PAST, self._past)):
            if count := int((mask & of_period).sum()):
                by_facet["period"][period.value] = count
        return dict(by_facet)

    def _numbers_of(self, mask: Mask, values: slice) -> NDArray[np.int64]:
        """For these values of the segment, how many entries of the mask have each."""
        offsets = self.segment.offsets[values.start : values.stop + 1]
        if len(offsets) < 2:
            return np.zeros(0, np.int64)
        held = mask[self.segment.holders[offsets[0] : offsets[-1]]]
        return np.add.reduceat(held, offsets[:-1] - offsets[0], dtype=np.int64)

    # Order

    def _ordered(
        self, found: NDArray[np.integer], scores: NDArray[np.float64] | None, start: int, stop: int
    ) -> NDArray[np.integer]:
        """The places from `start` to `stop` of these entries in the order asked for."""
        sort = self.request.sort
        if sort == Sort.TITLE:
            return self._by_title(found, start, stop)
        ids = self._column("entry_id")[found]
        days = np.minimum(self._column("day")[found], self.today)
        starts = self._column("starts")[found]
        if sort == PUBLISHED:
            published = self._column("published")[found]
            keys = [np.where(published == NEVER, 0, published), ids]
            return found[_first(keys, stop)][start:stop]
        if sort == Sort.DATE:
            # A cancelled meeting has no end; it is listed among the others, where people look for it first.
            until = np.where(self._ends[found] != NEVER, self._ends[found], starts)
            coming = (until != NEVER) & (until >= self.now)
            group = np.where(coming, 2, np.where(until == NEVER, 0, 1))
            at = np.where(starts != NEVER, starts, np.where(days == NO_DAY, -NEVER, _micro(self._column("day")[found])))
            keys = [group, np.where(coming, -starts, at), at, -ids]
            return found[_first(keys, stop)][start:stop]
        keys = [days, -starts, ids]
        if scores is not None and sort == Sort.RELEVANCE:
            keys.insert(0, scores[found])
        return found[_first(keys, stop)][start:stop]

    def _by_title(self, found: NDArray[np.integer], start: int, stop: int) -> NDArray[np.integer]:
        ids = self._column("entry_id")[found]
        entries = SearchEntry.objects.filter(pk__in=ids.tolist()).order_by("sort_title", "pk")
        place = dict(zip(ids.tolist(), found.tolist(), strict=True))
        return np.array([place[pk] for pk in entries.values_list("pk", flat=True)[start:stop]], np.int64)

    @cached_property
    def _ends(self) -> NDArray[np.int64]:
        return self._column("ends")

    def _column(self, name: str) -> NDArray[Any]:
        held = self.segment.rows[name]
        return (
            np.append(held, [getattr(row, name) for row in self.pending]).astype(held.dtype) if self.pending else held
        )

    def _entry_id(self, position: int) -> int:
        if position < self.first_pending:
            return int(self.segment.rows["entry_id"][position])
        return self.pending[position - self.first_pending].entry_id


def _all(mask: Mask, *others: Mask) -> Mask:
    for other in others:
        mask = mask & other
    return mask


def _first(keys: Sequence[NDArray[Any]], number: int) -> NDArray[np.integer]:
    """The places of the first `number` by these keys, highest first, the first key before the others."""
    leading = keys[0]
    if len(leading) > 4 * number:
        # Only what can come among the first is put in order.
        least = np.partition(leading, -number)[-number]
        candidates = np.flatnonzero(leading >= least)
    else:
        candidates = np.arange(len(leading))
    order = np.lexsort([key[candidates] for key in reversed(keys)])[::-1]
    return candidates[order[:number]]


def _micro(days: NDArray[np.int32]) -> NDArray[np.int64]:
    """Midnight of these ordinals, in microseconds since 1970."""
    return (days.astype(np.int64) - _EPOCH.toordinal()) * 86_400_000_000
