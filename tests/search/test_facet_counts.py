"""The counts of every facet equal those of a brute-force count, whatever is asked."""

import datetime as dt
from collections import Counter

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from livinglab.search import facets
from livinglab.search.contract import SearchRequest, Sort
from livinglab.search.engines import postgresql
from livinglab.search.models import SearchEntry
from tests.search.entries import make_entry, save

# No word is the start of another, and none is a form of another.
WORDS = ["asfalt", "beton", "groen", "bord", "veger"]
VALUES = {
    "kind": ["example", "meeting", "tool"],
    "theme": [1, 2, 3],
    "tag": [1, 2, 3, 4],
    "year": [2020, 2021, 2022],
    "status": ["idea", "running", "done"],
    "role": ["buyer", "specialist"],
    "period": ["coming", "past"],
}
NOW = timezone.now()
DAY = dt.timedelta(days=1)

subsets = {code: st.frozensets(st.sampled_from(values), max_size=2) for code, values in VALUES.items()}
entry = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(VALUES["kind"]),
        "words": st.frozensets(st.sampled_from(WORDS), max_size=3),
        "language": st.sampled_from(["nl", "nl", "nl", "en"]),
        "period": st.sampled_from(["", "coming", "past"]),
        "facets": st.fixed_dictionaries({code: subsets[code] for code in VALUES if code not in ("kind", "period")}),
    }
)
question = st.fixed_dictionaries(
    {
        "words": st.frozensets(st.sampled_from(WORDS), max_size=2),
        "kinds": st.lists(st.sampled_from(VALUES["kind"]), max_size=2, unique=True),
        "presets": st.one_of(
            st.just({}),
            *(
                st.fixed_dictionaries({code: st.frozensets(st.sampled_from(VALUES[code]), min_size=1, max_size=2)})
                for code in ("theme", "tag", "period")
            ),
        ),
        "selections": st.fixed_dictionaries({}, optional=subsets),
        "sort": st.sampled_from(Sort.values),
        "page": st.integers(min_value=1, max_value=4),
    }
)


def values_of(spec: dict, code: str) -> set:
    """The values that an entry has of a facet."""
    if code == "kind":
        return {spec["kind"]}
    if code == "period":
        return {spec["period"]} - {""}
    return set(spec["facets"][code])


def by_hand(specs: list[dict], asked: dict) -> tuple[int, dict[str, dict]]:
    """The total and the counts, one entry and one value at a time."""
    presets = dict(asked["presets"]) | ({"kind": set(asked["kinds"])} if asked["kinds"] else {})
    base = [
        spec
        for spec in specs
        if spec["language"] == "nl" and all(values_of(spec, code) & set(wanted) for code, wanted in presets.items())
    ]
    words = asked["words"]
    matching = [spec for spec in base if words <= spec["words"]]
    if not matching and len(words) > 1:  # any of the words, when nothing has them all
        matching = [spec for spec in base if words & spec["words"]]
    chosen = {code: values for code, values in asked["selections"].items() if values}

    def passes(spec: dict, without: str = "") -> bool:
        return all(values_of(spec, code) & wanted for code, wanted in chosen.items() if code != without)

    counts = {
        code: dict(Counter(value for spec in matching if passes(spec, code) for value in values_of(spec, code)))
        for code in VALUES
    }
    return sum(map(passes, matching)), {code: values for code, values in counts.items() if values}


def test_every_facet_has_room_of_its_own() -> None:
    numbers = [facets.encode(code, value) for code, values in VALUES.items() for value in values]
    assert len(set(numbers)) == len(numbers)
    assert {facets.decode(number) for number in numbers} == {
        (code, value) for code, values in VALUES.items() for value in values
    }


@pytest.mark.django_db
@settings(
    max_examples=150,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(specs=st.lists(entry, max_size=25), asked=question)
def test_counts_equal_a_count_by_hand(specs, asked) -> None:
    with transaction.atomic():
        SearchEntry.objects.all().delete()
        save(
            *(
                make_entry(
                    kind=spec["kind"],
                    body=" ".join(sorted(spec["words"])),
                    facets=spec["facets"],
                    language=spec["language"],
                    starts_at=(NOW if spec["period"] else None),
                    ends_at={"": None, "coming": NOW + DAY, "past": NOW - DAY}[spec["period"]],
                )
                for spec in specs
            )
        )
        request = SearchRequest(
            language="nl",
            text=" ".join(sorted(asked["words"])),
            kinds=tuple(asked["kinds"]),
            presets=asked["presets"],
            selections=asked["selections"],
            sort=asked["sort"],
            page=asked["page"],
            page_size=5,
        )
        found = postgresql.find(request)
        transaction.set_rollback(True)

    total, counts = by_hand(specs, asked)
    counted = {code: values for code, values in found.counts.items() if code in VALUES}
    assert found.total == total
    assert counted == counts
    assert found.pages == max(1, -(-total // 5))
    assert found.page == min(asked["page"], found.pages)
    assert len(found.ids) == min(5, total - (found.page - 1) * 5)
