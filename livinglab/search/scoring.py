"""What an engine's numbers mean: the score, what is too little to be a result, and which scores count as equal.

Engines compute these themselves, in SQL or in a query of their own. The functions here are the definition that the
contract tests hold them to.
"""

from collections.abc import Mapping

from livinglab.search.contract import Sort
from livinglab.search.impacts import LEVELS, impact_of
from livinglab.search.query_plan import QueryPlan

BEST_SHARE, SUM_SHARE = 0.8, 0.2
"""Of a word, the best of its terms in an entry counts for most, and all of them together for the rest."""
CUT_OFF, CUT_OFF_WHEN_SORTED = 0.25, 0.4
"""What scores less than this part of the best is no result; stricter when the order does not put the best first."""
CUT_SLACK = 1e-4
"""So much below the cut-off still counts, or the rounding of an engine's numbers would decide."""
NEAR_TIE = 1e-3
"""Relative difference below which the order of two results means nothing: engines may differ there."""


def score(plan: QueryPlan, levels: Mapping[str, int]) -> float:
    """Σ over words of idf × (0.8 × best + 0.2 × sum), best and sum being of factor × impact over the word's terms."""
    total = 0.0
    for word in plan.words:
        found = [factor * impact_of(levels[term]) for term, factor in word.factors.items() if term in levels]
        if found:
            total += word.idf * (BEST_SHARE * max(found) + SUM_SHARE * sum(found))
    return total


def least_score(best: float, sort: str, *, is_exact: bool = False) -> float:
    """The score from which an entry is a result, when the best that passes kinds and presets has `best`.

    The visitor's own selections do not count for the best, or a choice would make the list grow.
    """
    if is_exact or best <= 0:
        return 0.0
    share = CUT_OFF if sort == Sort.RELEVANCE else CUT_OFF_WHEN_SORTED
    return best * share * (1 - CUT_SLACK)


def deciding_terms(plan: QueryPlan, least: float) -> set[str]:
    """Terms of which every entry that scores at least so much has one.

    A frequent word beside a rare one often counts too little to make a result on its own, however often an entry has
    it: then an engine need not look at all that have it.
    """
    too_little: dict[str, int] = {}
    for word in sorted(plan.words, key=lambda word: word.idf):
        own = {term: LEVELS for term, factor in word.factors.items() if factor == 1}
        if score(plan, too_little | own) < least * (1 - CUT_SLACK):
            too_little |= own
    return {term for word in plan.words for term in word.factors} - too_little.keys()
