"""Whether the index of the PostgreSQL engine says the same as the read model: entries, posting lists and dictionary."""

from collections import Counter, defaultdict

import numpy as np

from livinglab.search.engines.postgresql.folding import LEVEL_BITS, stored_segment
from livinglab.search.engines.postgresql.indexing import row_of
from livinglab.search.index_documents import document_of
from livinglab.search.models import IndexedEntry, IndexTerm, PendingEntry, PostingList, SearchEntry, Tombstone
from livinglab.search.term_dictionary import ALL_ENTRIES


def assert_index_is_true() -> None:
    """Every entry is indexed once as it is now, and every list and count follows from that."""
    indexed = {one.number: one for one in IndexedEntry.objects.all()}
    entries = {entry.pk: entry for entry in SearchEntry.objects.all()}
    assert sorted(one.entry_id for one in indexed.values()) == sorted(entries)
    for one in indexed.values():
        document = document_of(entries[one.entry_id])
        expected_row = row_of(document)
        assert (one.terms, one.levels, one.words) == (expected_row.terms, expected_row.levels, expected_row.words)
        found = dict(zip(one.terms, one.levels, strict=True))
        assert {term: level for term, level in found.items() if level} == document.levels

    pending = set(PendingEntry.objects.values_list("number", flat=True))
    tombstones = {one.number: one for one in Tombstone.objects.all()}
    segment = stored_segment()
    listed = set(segment.rows["number"].tolist())
    assert pending <= indexed.keys()
    assert listed - tombstones.keys() == indexed.keys() - pending
    for number, entry_id in zip(segment.rows["number"].tolist(), segment.rows["entry_id"].tolist(), strict=True):
        if number not in tombstones:
            assert indexed[number].entry_id == entry_id
            position = int(segment.positions(np.array([number]))[0])
            assert position >= 0
            values = [int(value) for value in segment.values if position in segment.holding(int(value))]
            assert values == sorted(entries[entry_id].facets)

    postings: dict[tuple[str, str], dict[int, int]] = defaultdict(dict)
    for found in PostingList.objects.select_related("term"):
        for posting in np.frombuffer(found.postings, ">u4").tolist():
            number = posting >> LEVEL_BITS
            if number in indexed:
                key = (found.term.language, found.term.term)
                assert number not in postings[key]
                postings[key][number] = posting & 15
    expected: dict[tuple[str, str], dict[int, int]] = defaultdict(dict)
    for number in listed & indexed.keys():
        one = indexed[number]
        for term, level in zip(one.terms, one.levels, strict=True):
            expected[one.language, term][number] = level
    assert {key: held for key, held in postings.items() if held} == expected

    counts: Counter[tuple[str, str]] = Counter()
    in_segment = [one for number, one in indexed.items() if number in listed]
    for one in [*in_segment, *tombstones.values()]:
        counts.update((one.language, term) for term in (*one.terms, ALL_ENTRIES))
    assert {(one.language, one.term): one.entries for one in IndexTerm.objects.all()} == counts
