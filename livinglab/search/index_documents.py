"""What an index holds of an entry, made from the read model's row alone: the input of every engine."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from livinglab.search.analysis import tokens
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
    return IndexDocument(entry, levels, fields_of(entry))


def fields_of(entry: SearchEntry) -> tuple[str, ...]:
    """The texts of an entry that exact phrases are looked for in."""
    fields = (entry.title, entry.summary, entry.highlight, *entry.labels, entry.body)
    return tuple(filter(None, fields))


def documents(ids: Iterable[int]) -> Iterator[IndexDocument]:
    """The documents of these rows; rows that are gone are left out."""
    return map(document_of, SearchEntry.objects.filter(pk__in=ids))


def spellings(entry: SearchEntry, terms: Iterable[str]) -> dict[str, str]:
    """How an entry writes these terms, in lower case; terms that it has not are left out."""
    wanted, found = set(terms), {}
    for text in fields_of(entry):
        for token in tokens(text, entry.language):
            for term in wanted.intersection(token.terms):
                found[term] = text[token.start : token.end].lower()
                wanted.discard(term)
        if not wanted:
            break
    return found
