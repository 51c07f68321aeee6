"""What an engine is: something that answers a planned question.

An engine knows nothing of HTTP, templates, languages or words. It holds, for each row of the read model, its terms with
their impact levels (`livinglab.search.impacts`), its facets, its words in order for exact phrases, and what orders it,
and it answers with ids of rows. What a card shows always comes from the read model, as do near words
(`livinglab.search.query_plan`), highlights (`livinglab.search.highlighting`) and suggestions while typing
(`livinglab.search.suggestions`): these are the same whichever engine answers.

Rules that every engine follows; `tests/search/engine_contract.py` holds them to it.

1. **Which entries are looked at.** Those in `request.language` with a kind of `request.kinds` (all when empty), at
   least one value of each of `request.presets`, and none of those of `request.excluded`. The facet *period* is not
   stored: it is COMING for an entry whose `ends_at` is now or later, PAST for an earlier one, and absent without
   `ends_at`.
2. **What matches.** `plan` None or `plan.matches_everything`: all of these. `plan.is_hopeless`: none.
   `plan.exact`: what it says (`ExactQuery`), nothing cut off. Otherwise what scores above 0
   (`livinglab.search.scoring.score`) and at least `least_score` of the best, the best among what rule 1 leaves, before
   the visitor's selections.
3. **What is a result.** A match that has, for each facet in `request.selections`, at least one of the chosen values.
4. **Counts.** Per facet, per value: the matches that have the value and pass the selections in all *other* facets.
   No value with a match is left out.
5. **Order.** `RELEVANCE`: the higher score first; equal ones, and everything when nothing is asked, as `NEWEST`.
   `NEWEST`: the later date first, where a date to come counts as today; then what starts sooner; no date last.
   `DATE`: what is still to come first (by its end, or by its start when it has none), what starts soonest on top; then
   what is past, and then what has no moment, latest first.
   `TITLE`: by `sort_title`, by code point. `PUBLISHED`: the latest `published_at` first.
   Ties: the higher id first; with `TITLE` and `DATE` the lower.
   Scores within `scoring.NEAR_TIE` of one another may come in any order, but the same one on every page.
6. **Pages.** Those of `request.page_size`; a page past the end is the last one. Together they hold every result once.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from livinglab.search.contract import FacetValue, SearchRequest
from livinglab.search.query_plan import QueryPlan


@dataclass(frozen=True, kw_only=True)
class EngineResult:
    """What an engine answers: ids of the read model's rows, and counts."""

    ids: Sequence[int]
    """One page of results, in order."""
    total: int
    matched: int
    """Entries that match before the visitor's selections."""
    counts: Mapping[str, Mapping[FacetValue, int]]
    """Facet code → value → number of results that a choice of it gives."""
    page: int
    pages: int
    scores: Mapping[int, float] = field(default_factory=dict)
    """Of the ids of this page, when something was asked."""


class Engine(Protocol):
    """See the rules above."""

    name: str

    def search(self, request: SearchRequest, plan: QueryPlan | None) -> EngineResult:
        """Answer one question. Raises nothing because of what was asked."""
        ...
