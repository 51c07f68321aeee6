"""The blocks of texts: what they refuse, what they show, and that each can be seen before it is used."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from wagtail.blocks import StreamValue

from livinglab.core.content.blocks import StandardBlocks
from livinglab.core.text import stream_text
from livinglab.provision.roles import EDITOR
from tests.factories import LabImageFactory, PersonFactory, StandardPageFactory
from tests.people import client_of, somebody

pytestmark = pytest.mark.django_db
BLOCKS = StandardBlocks()


def shown(name: str, value) -> str:
    block = BLOCKS.child_blocks[name]
    return block.render(block.normalize(value))


def cleaned(name: str, value):
    block = BLOCKS.child_blocks[name]
    return block.clean(block.normalize(value))


@pytest.mark.parametrize("name", BLOCKS.child_blocks)
def test_every_block_says_what_it_is_for_and_has_an_example(name):
    block = BLOCKS.child_blocks[name]
    assert block.get_description()
    assert block.is_previewable
    assert block.meta.icon not in ("placeholder", "")
    LabImageFactory()
    address = reverse("wagtailadmin_block_preview")
    page = client_of(somebody(EDITOR)).get(address, {"id": block.definition_prefix})
    assert page.status_code == 200


@pytest.mark.parametrize("name", BLOCKS.child_blocks)
def test_a_block_that_is_still_empty_can_be_saved_as_a_draft_and_previewed(name):
    block = BLOCKS.child_blocks[name]
    empty = block.clean_deferred(block.get_default())
    assert "None" not in block.render(empty)


def test_the_page_of_building_blocks_shows_all_of_them():
    page = client_of(somebody(EDITOR)).get(reverse("style_guide")).content.decode()
    assert page.count("<iframe") == len(BLOCKS.child_blocks)


def test_a_chart_is_a_table_with_bars_as_long_as_the_numbers():
    rows = [{"label": "Buren", "value": Decimal(50)}, {"label": "Tiel", "value": Decimal("12.50")}]
    chart = shown("chart", {"title": "Hergebruik", "unit": "%", "rows": rows, "source": ""})
    assert chart.count("<tr>") == 3
    assert 'width="100.00"' in chart
    assert 'width="25.00"' in chart
    assert "12,5 %" in chart


def test_a_chart_of_nothing_is_refused():
    nothing = [{"label": name, "value": Decimal(0)} for name in ("a", "b")]
    with pytest.raises(ValidationError):
        cleaned("chart", {"title": "Leeg", "unit": "", "rows": nothing, "source": ""})


def test_a_film_is_a_link_and_loads_nothing():
    film = {"title": "Film", "url": "https://www.example.org/f", "summary": "Wat je ziet.", "duration": "4 min"}
    html = shown("video", film)
    assert "example.org" in html
    assert "<iframe" not in html
    with pytest.raises(ValidationError):
        cleaned("video", {**film, "url": "http://www.example.org/f"})


@pytest.mark.parametrize("consent", [True, False])
def test_a_colleague_is_shown_only_with_consent(consent):
    person = PersonFactory(name="Sanne de Boer", consent_to_show=consent)
    assert ("Sanne" in shown("contact", {"title": "", "person": person})) is consent


def test_pages_that_are_not_published_are_not_linked():
    pages = [StandardPageFactory(title="Zichtbaar"), StandardPageFactory(title="Concept", live=False)]
    html = shown("related_pages", {"title": "", "pages": pages})
    assert "Zichtbaar" in html
    assert "Concept" not in html


def test_the_words_of_every_block_can_be_found():
    stream = StreamValue(
        BLOCKS,
        [
            {"type": "facts", "value": {"title": "", "facts": [{"figure": "61%", "text": "hergebruikt"}]}},
            {
                "type": "table",
                "value": {
                    "caption": "Wegen",
                    "columns": [{"type": "text", "heading": "Gemeente"}],
                    "rows": [{"values": ["Zaltbommel"]}],
                },
            },
            {
                "type": "chart",
                "value": {"title": "Asfalt", "unit": "", "rows": [{"label": "Maasdriel", "value": 1}], "source": ""},
            },
        ],
        is_lazy=True,
    )
    words = stream_text(stream)
    assert {"hergebruikt", "Zaltbommel", "Maasdriel", "Asfalt"} <= set(words.split())


def test_a_page_with_every_block_is_served(client):
    LabImageFactory()
    PersonFactory()
    body = [(name, block.get_preview_value()) for name, block in BLOCKS.child_blocks.items()]
    page = StandardPageFactory(title="Alle blokken", body=body)
    html = client.get(page.url).content.decode()
    for title in ("Wat het opleverde", "Wat elke gemeente koopt", "Zoveel asfalt is hergebruikt"):
        assert title in html
