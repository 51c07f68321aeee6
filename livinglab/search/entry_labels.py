"""The words of the vocabularies that lead to an entry, though its text may lack them. The same for every kind.

They follow from the entry's facets: names of themes and tags, of categories with what they are part of and their CPV
codes, of organisations with their other names; roles, phases and trades as a visitor reads them; and what people call
its kind. Synonyms are no labels: these work on the question (`livinglab.search.synonyms`).
"""

from collections.abc import Iterable, Iterator, Mapping

from django.utils.translation import get_language

from livinglab.search import facets
from livinglab.search.contract import FacetValue, Kind
from livinglab.search.facets import ChoiceFacet
from livinglab.taxonomy.models import Category, LabTag, Organisation, Theme

WRITTEN_OUT = ("phase", "role", "trade", "person_role", "organisation_kind", "tool_kind", "steering", "criterion_kind")
"""Closed lists whose values are words that people search for."""
ALSO_CALLED: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "nl": {
        Kind.EXAMPLE: ("voorbeeld", "praktijkvoorbeeld"),
        Kind.CASE_STUDY: ("casus", "casestudy", "aanbesteding", "contract"),
        Kind.CRITERION: ("criterium", "clausule", "voorbeeldtekst", "bestektekst"),
        Kind.MEETING: ("bijeenkomst", "themabijeenkomst"),
        Kind.TOOL: ("instrument", "hulpmiddel", "tool"),
        Kind.NEWS: ("nieuws", "nieuwsbericht"),
        Kind.PERSON: ("collega", "contactpersoon"),
        Kind.ORGANISATION: ("organisatie",),
    },
    "en": {
        Kind.EXAMPLE: ("example", "best practice"),
        Kind.CASE_STUDY: ("case study", "tender", "contract"),
        Kind.CRITERION: ("criterion", "clause", "sample text"),
        Kind.MEETING: ("meeting", "event"),
        Kind.TOOL: ("tool", "instrument"),
        Kind.NEWS: ("news",),
        Kind.PERSON: ("colleague", "contact"),
        Kind.ORGANISATION: ("organisation",),
    },
}
"""Language → kind → what people call it."""


def labels(kind: str, values: Mapping[str, Iterable[FacetValue]]) -> Iterator[str]:
    """The labels of an entry with these facet values, in the active language. Categories include their parents."""
    language = get_language() or ""
    yield from ALSO_CALLED.get(language, {}).get(kind, ())
    for theme in Theme.objects.filter(pk__in=values.get("theme", ())):
        yield theme.name
    for category in Category.objects.filter(pk__in=values.get("category", ())):
        yield from (category.name, *category.cpv_codes)
    for organisation in Organisation.objects.filter(pk__in=values.get("organisation", ())):
        yield from organisation.words()
    yield from LabTag.objects.filter(pk__in=values.get("tag", ())).order_by("name").values_list("name", flat=True)
    for code in WRITTEN_OUT:
        facet = facets.get(code)
        if isinstance(facet, ChoiceFacet):
            yield from (str(facet.labels[str(one)]) for one in values.get(code, ()) if str(one) in facet.labels)
