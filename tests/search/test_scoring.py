"""What an engine may leave out because it cannot be a result."""

from hypothesis import given
from hypothesis import strategies as st

from livinglab.search.impacts import LEVELS
from livinglab.search.query_plan import PlannedWord, QueryPlan
from livinglab.search.scoring import deciding_terms, score

TERMS = ["asfalt", "beton", "kade", "asfaltweg", "brug"]

words = st.builds(
    lambda own, idf, near: PlannedWord(own, idf, {**near, own: 1.0}),
    st.sampled_from(TERMS),
    st.floats(0.01, 14),
    st.dictionaries(st.sampled_from(TERMS), st.floats(0.2, 1.0), max_size=4),
)
plans = st.lists(words, min_size=1, max_size=4).map(
    lambda found: QueryPlan(text="x", language="nl", words=tuple(found))
)
entries = st.dictionaries(st.sampled_from(TERMS), st.integers(1, LEVELS), min_size=1)


@given(plans, entries, st.floats(0.0, 1.0))
def test_what_scores_enough_has_a_deciding_term(plan, levels, share) -> None:
    scored = score(plan, levels)
    if scored > 0:
        assert deciding_terms(plan, scored * share) & levels.keys()


def test_a_frequent_word_beside_a_rare_one_does_not_decide() -> None:
    frequent = PlannedWord("weg", 1.0, {"weg": 1.0, "asfaltweg": 0.5})
    rare = PlannedWord("emulsie", 9.0, {"emulsie": 1.0})
    plan = QueryPlan(text="weg emulsie", language="nl", words=(frequent, rare))

    assert deciding_terms(plan, 3.0) == {"asfaltweg", "emulsie"}
    assert deciding_terms(plan, 2.0) == {"weg", "asfaltweg", "emulsie"}, "often enough in a title, it is a result"
