"""What is like a page: the same category first, then the same themes, the newest of each on top."""

from collections.abc import Iterable

from livinglab.search.contract import Hit, SearchRequest, Sort
from livinglab.search.results import search_many
from livinglab.search.vocabulary import Vocabulary

MORE = 3
"""How many are shown: one row of cards."""


def more_like(
    page_id: int, *, language: str, kinds: tuple[str, ...], category: int | None, themes: Iterable[int]
) -> list[Hit]:
    """Up to three results in `language` of these kinds that share a category or a theme with a page, without itself."""
    shared = {"category": frozenset({category} if category else ()), "theme": frozenset(themes)}
    requests = [
        # Two rows and one: what is in both answers is shown once, and the page itself not at all.
        SearchRequest(language=language, kinds=kinds, presets={code: values}, sort=Sort.NEWEST, page_size=2 * MORE + 1)
        for code, values in shared.items()
        if values
    ]
    found = {hit.entry.pk: hit for response in search_many(requests, Vocabulary.load({})) for hit in response.hits}
    return [hit for hit in found.values() if hit.entry.page_id != page_id][:MORE]
