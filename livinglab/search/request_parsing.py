"""From a list's own presets and a visitor's query string to a question for the engine."""

from django.http import HttpRequest
from django.utils.translation import get_language

from livinglab.search.contract import Choice, SearchRequest, Sort
from livinglab.search.query_string import Choices, read_choices


def read_request(
    http_request: HttpRequest,
    *,
    kinds: tuple[str, ...] = (),
    presets: Choice | None = None,
    default_sort: str = Sort.RELEVANCE,
    language: str = "",
) -> tuple[SearchRequest, Choices]:
    """The question that a list's own presets and the visitor's query string ask, and what of it is the visitor's."""
    presets = presets or {}
    # A preset is not the visitor's to change; but one may choose among the parts of a category.
    choices = read_choices(http_request.GET, ignored=[code for code in presets if code != "category"])
    request = SearchRequest(
        language=language or get_language() or "",
        text=choices.text,
        kinds=kinds,
        presets=presets,
        selections=choices.selections,
        sort=choices.sort or (Sort.RELEVANCE if choices.text else default_sort),
        page=choices.page,
    )
    return request, choices
