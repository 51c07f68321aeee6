"""What an index holds of an entry, made from the read model's row alone: the input of every engine."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from livinglab.search.impacts import EntryFields, impact_levels
from livinglab.search.models import SearchEntry


@dataclass(frozen=True)
class IndexDocument:
    """One entry as an engine indexes it. `entry` has the facets, the language and what orders results."""

    entry: SearchEntry
    levels: Mapping[str, int]
    """Term → impact level (`livinglab.search.impacts`)."""
    fields: tuple[str, ...]
    """The texts for exact phrases; none goes over from one field to the next. Use `analysis.words` on each."""


def document_of(entry: SearchEntry) -> IndexDocument:
    """The document of a row, saved or not."""
    summary = " ".join(filter(None, (entry.summary, entry.highlight)))
    levels = impact_levels(
        EntryFields(
            kind=entry.kind,
            language=entry.language,
            title=entry.title,
            labels=entry.labels,
            summary=summary,
            body=entry.body,
        )
    )
    fields = (entry.title, entry.summary, entry.highlight, *entry.labels, entry.body)
    return IndexDocument(entry, levels, tuple(filter(None, fields)))


def documents(ids: Iterable[int]) -> Iterator[IndexDocument]:
    """The documents of these rows; rows that are gone are left out."""
    return map(document_of, SearchEntry.objects.filter(pk__in=ids).defer("vector"))
