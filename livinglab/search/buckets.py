"""The facets of a list as its template draws them."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from django.utils.functional import Promise

from livinglab.search import facets
from livinglab.search.contract import FacetValue, Kind, SearchRequest, SearchResponse
from livinglab.search.facet_labels import label_of, name_of
from livinglab.search.facets import ChoiceFacet, Facet, VocabularyFacet
from livinglab.search.query_string import Choices
from livinglab.search.vocabulary import Vocabulary

OPEN = {"kind", "theme", "category", "period", "organisation_kind"}
"""Facets that are unfolded from the start."""


@dataclass(frozen=True)
class Bucket:
    """A value one can choose; `count` is how many results it has under all that is chosen in other facets."""

    value: str
    label: str | Promise
    count: int
    selected: bool
    depth: int = 0


@dataclass(frozen=True)
class FacetView:
    code: str
    label: str | Promise
    buckets: list[Bucket]
    is_open: bool


def facet_views(
    request: SearchRequest,
    response: SearchResponse,
    choices: Choices,
    *,
    without: Collection[str] = (),
) -> list[FacetView]:
    """The facets in which a choice makes a difference. Of a preset category only its own parts are offered."""
    hidden = {*without, *(code for code in request.presets if code != "category")}
    if len(request.kinds) == 1:
        hidden.add("kind")
    if request.kinds == (Kind.ORGANISATION,):
        hidden.add("organisation")  # each is its own
    views = []
    for facet in facets.all_facets():
        if facet.code in hidden:
            continue
        selected = choices.selections.get(facet.code, frozenset())
        counts = dict.fromkeys(selected, 0) | dict(response.counts.get(facet.code, {}))
        buckets = [
            Bucket(
                value=name_of(facet, value, choices.vocabulary),
                label=label_of(facet, value, choices.vocabulary),
                count=counts[value],
                selected=value in selected,
                depth=depth,
            )
            for value, depth in _ordered(facet, counts, choices.vocabulary, request)
        ]
        if selected or any(bucket.count < response.total for bucket in buckets):
            views.append(FacetView(facet.code, facet.label, buckets, bool(selected) or facet.code in OPEN))
    return views


def _ordered(
    facet: Facet, counts: dict[FacetValue, int], vocabulary: Vocabulary, request: SearchRequest
) -> Iterator[tuple[FacetValue, int]]:
    """The values to show with their depth, in the order of their list."""
    if facet.code == "category":
        yield from _category_tree(counts, vocabulary, request.presets.get("category", frozenset()))
    elif facet.code == "tag":
        terms = [term for term in vocabulary.all("tag") if term.pk in counts]
        yield from ((term.pk, 0) for term in sorted(terms, key=lambda term: -counts[term.pk]))  # by name among equals
    elif isinstance(facet, VocabularyFacet):
        yield from ((term.pk, 0) for term in vocabulary.all(facet.code) if term.pk in counts)
    elif isinstance(facet, ChoiceFacet):
        yield from ((value, 0) for value, _label in facet.choices if value in counts)
    else:
        yield from ((value, 0) for value in sorted(counts, reverse=True))


def _category_tree(
    counts: dict[FacetValue, int], vocabulary: Vocabulary, preset: frozenset[FacetValue]
) -> Iterator[tuple[FacetValue, int]]:
    terms = [term for term in vocabulary.all("category") if term.pk in counts]
    for parent in (term for term in terms if term.parent_id is None):
        children = [term for term in terms if term.parent_id == parent.pk]
        if not preset:
            yield parent.pk, 0
            yield from ((child.pk, 1) for child in children)
        elif parent.pk in preset:
            yield from ((child.pk, 0) for child in children)
