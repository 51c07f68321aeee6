"""Every engine answers by the rules of `livinglab.search.engines.base`, whatever is there and whatever is asked."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from livinglab.search import facets
from livinglab.search.contract import PUBLISHED, SearchRequest, Sort
from livinglab.search.exact_query import parse_exact
from livinglab.search.models import SearchEntry
from livinglab.search.query_plan import PlannedWord, QueryPlan
from livinglab.search.scoring import NEAR_TIE
from tests.search.engines_under_test import ENGINES, EngineUnderTest
from tests.search.entries import make_entry, save
from tests.search.reference_engine import ReferenceEngine

WORDS = ["asfalt", "beton", "groen", "bord", "veger", "kade", "asfaltweg"]
VALUES = {
    "kind": ["example", "meeting", "tool", "person"],
    "theme": [1, 2, 3],
    "tag": [1, 2, 3, 4],
    "year": [2020, 2021, 2022],
    "status": ["idea", "running", "done"],
    "role": ["buyer", "specialist"],
    "period": ["coming", "past"],
}
DAY = dt.timedelta(days=1)
PAGE_SIZE = 4

subsets = {code: st.frozensets(st.sampled_from(values), max_size=2) for code, values in VALUES.items()}
texts = st.lists(st.sampled_from(WORDS), max_size=4).map(" ".join)
days = st.one_of(st.none(), st.integers(min_value=-4, max_value=4))
specs = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(VALUES["kind"]),
        "title": st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join),
        "summary": texts,
        "keywords": texts,
        "body": texts,
        "language": st.sampled_from(["nl", "nl", "nl", "en"]),
        "facets": st.fixed_dictionaries({code: subsets[code] for code in VALUES if code not in ("kind", "period")}),
        "date": days,
        "starts": days,
        "ends": days,
        "published": days,
    }
)
factors = st.dictionaries(st.sampled_from(WORDS), st.sampled_from([0.2, 0.37, 0.5, 0.8]), max_size=4)
planned_words = st.builds(
    lambda own, idf, near: PlannedWord(own, idf, {**near, own: 1.0}),
    st.sampled_from(WORDS),
    st.sampled_from([0.7, 1.3, 2.9, 4.1]),
    factors,
)
exact_texts = st.sampled_from(
    [
        '"asfalt beton"',
        '"groen"',
        "asfalt or beton",
        "groen -asfalt",
        "-bord",
        '"beton groen" or veger -kade',
        '-"asfalt beton" kade',
        '"asfalt beton" "veger kade"',
        '"bestaat niet"',
    ]
)
plans = st.one_of(
    st.none(),
    st.just(QueryPlan(text="de", language="nl")),
    st.just(QueryPlan(text="xyz", language="nl", unknown=("xyz",))),
    st.lists(planned_words, min_size=1, max_size=3).map(
        lambda words: QueryPlan(text="x", language="nl", words=tuple(words))
    ),
    st.builds(
        lambda text, words: QueryPlan(text=text, language="nl", words=tuple(words), exact=parse_exact(text, "nl")),
        exact_texts,
        st.lists(planned_words, max_size=2),
    ),
)
requests = st.builds(
    lambda kinds, presets, excluded, selections, sort, page: SearchRequest(
        language="nl",
        kinds=tuple(kinds),
        presets=presets,
        excluded=excluded,
        selections=selections,
        sort=sort,
        page=page,
        page_size=PAGE_SIZE,
    ),
    st.lists(st.sampled_from(VALUES["kind"]), max_size=2, unique=True),
    st.one_of(
        st.just({}),
        *(
            st.fixed_dictionaries({code: st.frozensets(st.sampled_from(VALUES[code]), min_size=1, max_size=2)})
            for code in ("theme", "tag", "period")
        ),
    ),
    st.fixed_dictionaries({}, optional={"theme": st.frozensets(st.sampled_from(VALUES["theme"]), max_size=1)}),
    st.fixed_dictionaries({}, optional=subsets),
    st.sampled_from([*Sort.values, PUBLISHED]),
    st.integers(min_value=1, max_value=4),
)


def make(spec: dict, now: dt.datetime) -> SearchEntry:
    def moment(days: int | None) -> dt.datetime | None:
        return None if days is None else now + days * DAY + dt.timedelta(hours=1)

    entry = make_entry(
        spec["title"],
        **{name: spec[name] for name in ("kind", "summary", "keywords", "body", "language", "facets")},
        date=None if spec["date"] is None else timezone.localdate(now) + spec["date"] * DAY,
        starts_at=moment(spec["starts"]),
        ends_at=moment(spec["ends"]),
    )
    entry.published_at = moment(spec["published"])
    return entry


@pytest.fixture(params=ENGINES, ids=lambda engine: engine.name)
def engine(request) -> EngineUnderTest:
    return request.param.ready()


patient = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large]
anything = {"here": st.lists(specs, max_size=20), "asked": requests, "plan": plans}


@pytest.mark.django_db
@settings(max_examples=30, suppress_health_check=patient)
@given(**anything)
def test_an_answer_follows_the_rules(engine, here, asked, plan) -> None:
    assert_follows_the_rules(engine, here, asked, plan)


@pytest.mark.thorough
@pytest.mark.django_db
@settings(max_examples=300, suppress_health_check=patient)
@given(**anything)
def test_any_answer_follows_the_rules(engine, here, asked, plan) -> None:
    assert_follows_the_rules(engine, here, asked, plan)


def assert_follows_the_rules(engine, here, asked, plan) -> None:
    with transaction.atomic():
        SearchEntry.objects.all().delete()
        now = timezone.now()
        save(*(make(spec, now) for spec in here))
        engine.settle()
        expected = ReferenceEngine().search(asked, plan)
        everything = ReferenceEngine().search(replace(asked, page=1, page_size=1000), plan)
        found = engine.search(asked, plan)
        pages = [engine.search(replace(asked, page=page), plan).ids for page in range(1, found.pages + 1)]
        engine.forget()
        transaction.set_rollback(True)
    numbers = [(one.total, one.matched, one.page, one.pages) for one in (found, expected)]
    assert numbers[0] == numbers[1]
    assert found.counts == expected.counts
    assert list(found.ids) == list(pages[found.page - 1])
    assert set(found.scores) == (set(found.ids) if plan and plan.words else set())
    assert found.scores == pytest.approx({pk: everything.scores[pk] for pk in found.scores}, rel=NEAR_TIE)
    ids = [pk for page in pages for pk in page]
    assert sorted(ids) == sorted(everything.ids)
    assert same_order(ids, everything.ids, everything.scores if asked.sort == Sort.RELEVANCE else {})


def same_order(ids: Sequence[int], expected: Sequence[int], scores: Mapping[int, float]) -> bool:
    """Whether two orders are equal, but for entries whose scores are as good as equal."""
    return all(
        one == other or (scores and abs(scores[one] - scores[other]) <= NEAR_TIE * scores[other])
        for one, other in zip(ids, expected, strict=True)
    )


@pytest.mark.django_db
def test_every_facet_has_room_of_its_own() -> None:
    numbers = [facets.encode(code, value) for code, values in VALUES.items() for value in values]
    assert len(set(numbers)) == len(numbers)
    assert {facets.decode(number) for number in numbers} == {
        (code, value) for code, values in VALUES.items() for value in values
    }
