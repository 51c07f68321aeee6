"""Phrases in quotes: found wherever the words stand so, however they are written, and nowhere else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livinglab.search.analysis import words
from livinglab.search.contract import SearchRequest
from livinglab.search.engines.postgresql.engine import PostgreSQLEngine
from livinglab.search.engines.postgresql.folding import fold_all
from livinglab.search.engines.postgresql.indexing import row_of
from livinglab.search.engines.postgresql.phrases import narrowing_terms
from livinglab.search.index_documents import document_of
from livinglab.search.models import IndexTerm, SearchEntry
from livinglab.search.query_planner import plan
from tests.search.entries import make_entry, save

# Written words whose own term an entry need not have: other lemmas, parts of numbers, what stands before an apostrophe.
AWKWARD = [
    "crèches", "creches", "auto's", "geïnd", "coöperatie", "1.250.000", "45233000-9", "2,5", "GRO-014", "de", "een",
    "Ångström", "e-mail", "m²", "ﬁetsen", "zee-eend", "’s-Hertogenbosch", "50%", "asfalt", "A\u0301sfalt", "İstanbul",
]  # fmt: skip
texts = st.lists(st.one_of(st.sampled_from(AWKWARD), st.text(max_size=8)), max_size=12).map(" ".join)


@given(body=texts)
def test_posting_lists_name_every_entry_that_has_a_word(body: str) -> None:
    """Whatever the word: else a phrase with it would not be looked for there."""
    row = row_of(document_of(make_entry("Titel", body=body)))
    for word in words(body):
        assert all(set(terms) & set(row.terms) for terms in narrowing_terms((word,), "nl"))


@pytest.mark.django_db
@pytest.mark.parametrize("folded", [False, True])
@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('"creches en scholen"', ["met"]),
        ('"crèches en scholen"', ["met"]),
        ('"scholen en crèches"', ["andersom"]),
        ('"auto s van de buurt"', ["andersom"]),
        ('"auto"', ["andersom"]),
        ('"250 000 euro"', ["met"]),
        ('"45233000-9"', ["met"]),
        ('"van de"', ["andersom", "met"]),  # as nothing asked
        ('"van de" buurt', ["andersom"]),
        ('"scholen crèches"', []),
        ('-"crèches en"', ["andersom"]),
        ('"crèches en" or "buurt"', ["andersom", "met"]),
    ],
)
def test_a_phrase_finds_the_words_as_they_stand(folded: bool, text: str, found: list[str]) -> None:
    save(
        make_entry("met", body="Crèches en scholen voor 1.250.000 euro, CPV 45233000-9"),
        make_entry("andersom", summary="Scholen en crèches", body="Auto's van de buurt"),
    )
    if folded:
        fold_all()
    answer = PostgreSQLEngine().search(SearchRequest(language="nl", text=text, page_size=1000), plan(text, "nl"))
    titles = SearchEntry.objects.filter(pk__in=answer.ids, part__startswith="test:").values_list("title", flat=True)
    assert sorted(titles) == found


@pytest.mark.django_db
def test_what_only_phrases_need_is_near_to_no_word() -> None:
    save(make_entry("Titel", body="Crèches en auto's"))
    fold_all()
    assert IndexTerm.objects.filter(term__startswith="=").exists()
    for word in ("creche", "crechees", "auto", "autoo", "cresches"):
        planned = plan(word, "nl")
        assert planned is not None
        assert not [term for term in planned.terms() if term.startswith("=")]
