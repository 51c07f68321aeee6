"""A facet's values as the query string and the visitor know them: a slug and a name instead of a number."""

import re

from django.utils.functional import Promise

from livinglab.search.contract import FacetValue
from livinglab.search.facets import ChoiceFacet, Facet, VocabularyFacet
from livinglab.search.vocabulary import Vocabulary

_NUMBER = re.compile(r"[0-9]{1,6}", re.ASCII)


def value_of(facet: Facet, name: str, vocabulary: Vocabulary) -> FacetValue | None:
    """The value with this name in a query string; None when there is none."""
    if isinstance(facet, VocabularyFacet):
        term = vocabulary.by_slug(facet.code, name)
        return term.pk if term else None
    if isinstance(facet, ChoiceFacet):
        return name if name in facet.labels else None
    return int(name) if _NUMBER.fullmatch(name) else None


def name_of(facet: Facet, value: FacetValue, vocabulary: Vocabulary) -> str:
    """The value's name in a query string; empty for a row that is gone."""
    if isinstance(facet, VocabularyFacet):
        term = vocabulary.get(facet.code, int(value))
        return term.slug if term else ""
    return str(value)


def label_of(facet: Facet, value: FacetValue, vocabulary: Vocabulary) -> str | Promise:
    """What a visitor reads."""
    if isinstance(facet, VocabularyFacet):
        term = vocabulary.get(facet.code, int(value))
        return term.name if term else ""
    if isinstance(facet, ChoiceFacet):
        return facet.labels[str(value)]
    return str(value)
