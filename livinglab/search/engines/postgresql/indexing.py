"""Writing what the engine searches of an entry, in the transaction that publishes it.

An entry that changes gets a new number and a mark, by triggers (migration 0005). Nothing here waits for another writer.
"""

from collections.abc import Sequence

from livinglab.search.analysis import VERSION
from livinglab.search.index_documents import IndexDocument, document_of
from livinglab.search.models import IndexedEntry, SearchEntry


def row_of(document: IndexDocument) -> IndexedEntry:
    """What the engine keeps of an entry, not saved."""
    return IndexedEntry(
        entry_id=document.entry.pk,
        language=document.entry.language,
        analysis=VERSION,
        terms=list(document.levels),
        levels=bytes(document.levels.values()),
    )


def write(entries: Sequence[SearchEntry]) -> None:
    """Index saved entries anew. What is gone needs no word: a trigger follows the read model."""
    documents = [document_of(entry) for entry in entries]
    IndexedEntry.objects.filter(entry_id__in=[entry.pk for entry in entries])._raw_delete("default")
    IndexedEntry.objects.bulk_create(row_of(document) for document in documents)
