"""What buyers type, on the demo content: words that it is about lead to it, and the others to honest help."""

import pytest
from django.urls import reverse

from livinglab.demo import files, loading
from livinglab.search.engines.postgresql import folding
from tests.search.test_lists import listing

# Making the whole demo takes half a minute.
pytestmark = [pytest.mark.thorough, pytest.mark.django_db]

LEADS_TO = {
    # Compounds that no text has.
    "sporthalvloer": "sportvloer",
    "schoonmaakonderhoud": "schoonmaak",
    "bermbeheer": "berm",
    "emissieloos": "stille machines",
    # Typing errors, inflection, words of the source document, of procurement, of the vocabularies.
    "asfallt": "asfalt",
    "themabijeenkomst": "inspiratiesessie",
    "contractmanagement": "contract",
    "clausule": "criterion:",
    "raamovereenkomst": "raamcontract",
    "mkb": "sociale ondernemers",
    "voorbeeldtekst": "criterion:",
    "mki": "dubocalc",
    "stikstof": "asfalt",
    "participatiewet": "socialer ondernemen",
    "draagvlak": "",
    # Our own CPV code of asphalt, with and without its check digit.
    "45233222-1": "asfalt",
    "45233222": "asfalt",
}
"""What is asked → a part of a kind, title or summary among the first five results; "" for any result."""
NOTHING_ABOUT = ("PFAS", "gladheidbestrijding", "zwammenvlokreeft")
"""What the demo has nothing about: better no result than a wrong one."""


def test_words_of_buyers_lead_to_what_is_about_them_or_to_honest_help(client, take) -> None:
    take(*(item.key for item in files.everything()))
    loading.load()
    folding.fold_all()  # near words come from the dictionary, which the sweep keeps
    missed = {asked: found(client, asked) for asked, part in LEADS_TO.items() if not has(found(client, asked), part)}
    assert missed == {}
    for asked in NOTHING_ABOUT:
        shown = client.get(reverse("search:search"), {"q": asked})
        assert shown.context["listing"].response.total == 0, asked
        assert f"‘{asked}’" in shown.content.decode(), "the word that nothing is about is named"
        assert shown.context["listing"].empty is not None
        assert reverse("search:search") in shown.content.decode()


def found(client, asked: str) -> list[str]:
    hits = listing(client, reverse("search:search"), q=asked).response.hits[:5]
    return [f"{hit.entry.kind}: {hit.entry.title} {hit.entry.summary}".lower() for hit in hits]


def has(texts: list[str], part: str) -> bool:
    return any(part in text for text in texts)
