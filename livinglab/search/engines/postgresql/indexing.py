"""Writing what the engine searches of an entry, in the transaction that publishes it.

An entry that changes gets a new number and a mark, by triggers (migration 0005). Nothing here waits for another writer.
"""

from collections.abc import Sequence

from livinglab.search.analysis import VERSION
from livinglab.search.engines.postgresql.phrases import extra_terms, written_words
from livinglab.search.index_documents import IndexDocument, document_of
from livinglab.search.models import IndexedEntry, SearchEntry


def row_of(document: IndexDocument) -> IndexedEntry:
    """What the engine keeps of an entry, not saved."""
    language = document.entry.language
    written = written_words(document.fields)
    extra = extra_terms(written, document.levels, language)
    return IndexedEntry(
        entry_id=document.entry.pk,
        language=language,
        analysis=VERSION,
        terms=[*document.levels, *extra],
        levels=bytes([*document.levels.values(), *(0 for _ in extra)]),
        words=written,
    )


def write(entries: Sequence[SearchEntry]) -> None:
    """Index saved entries anew. What is gone needs no word: a trigger follows the read model."""
    documents = [document_of(entry) for entry in entries]
    IndexedEntry.objects.filter(entry_id__in=[entry.pk for entry in entries])._raw_delete("default")
    IndexedEntry.objects.bulk_create(row_of(document) for document in documents)
