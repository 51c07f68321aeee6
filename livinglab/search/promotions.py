"""Results that editors put above those of some questions."""

from livinglab.search.analysis import terms
from livinglab.search.contract import Hit, SearchRequest, Sort
from livinglab.search.highlighting import Highlighter
from livinglab.search.models import PromotedResult
from livinglab.search.query_plan import QueryPlan
from livinglab.search.results import card_entries, named_hits
from livinglab.search.vocabulary import Vocabulary
from livinglab.taxonomy.models import lines

MOST = 3
"""Promoted results of one question."""


def promoted_hits(request: SearchRequest, planned: QueryPlan | None, vocabulary: Vocabulary) -> list[Hit]:
    """What stands above the first page of a question that nothing was chosen for. One query where there is nothing.

    Taken from the read model, so a page that is not public is never promoted. `planned` is how the question was
    searched, for the highlights.
    """
    if request.page > 1 or request.selections or request.presets or request.sort != Sort.RELEVANCE:
        return []
    asked = terms(request.text, request.language)
    pages = [
        page
        for phrases, page in PromotedResult.objects.order_by("pk").values_list("phrases", "page_id")
        if any(terms(phrase, request.language) == asked for phrase in lines(phrases))
    ]
    if not asked or not pages:
        return []
    found = list(card_entries().filter(page_id__in=pages[:MOST], part="", language=request.language))
    places = {page: place for place, page in enumerate(pages)}
    found.sort(key=lambda entry: places[entry.page_id or 0])
    return named_hits(found, vocabulary, Highlighter.of(planned))
