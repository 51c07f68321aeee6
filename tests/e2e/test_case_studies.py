"""Case studies in a real browser: read on a phone and on paper, put side by side, and grown from an example."""

import re

import pytest
from playwright.sync_api import expect

from casestudies.models import CaseStudyPage
from livinglab.core.media import pdf
from livinglab.provision import roles
from tests.e2e.acting import apart, fill_rich_text, log_in
from tests.factories import CaseStudyPageFactory, ExamplePageFactory, PersonFactory, StandardPageFactory
from tests.people import somebody

pytestmark = pytest.mark.e2e

PHONE = {"width": 390, "height": 844}
TOP = "element => element.getBoundingClientRect().top + window.scrollY"


def test_two_case_studies_are_put_side_by_side_on_a_phone(page, lab, watched):
    apart(lambda: [CaseStudyPageFactory(title=f"Wilgen {name}", costs=1500) for name in ("knotten", "planten")])
    page.set_viewport_size(PHONE)
    page.goto("/casestudies/?q=wilgen")
    page.get_by_role("link", name=re.compile("^Vergelijk.*Wilgen knotten")).click()
    expect(page).to_have_url(re.compile(r"/vergelijken/\?c=\d+$"))
    page.get_by_label("Zet er nog een naast").select_option(label="Wilgen planten")
    page.get_by_role("button", name="Vergelijk").click()
    expect(page).to_have_url(re.compile(r"/vergelijken/\?c=\d+&c=\d+$"))
    expect(page.get_by_role("columnheader")).to_have_text(["Wilgen knotten", "Wilgen planten"])
    row = page.get_by_role("row").filter(has=page.get_by_role("rowheader", name="Extra kosten, zonder btw"))
    expect(row.get_by_role("cell")).to_have_text(["€ 1.500", "€ 1.500"])
    left, right = (cell.bounding_box() for cell in row.get_by_role("cell").all())
    assert left["y"] == right["y"]
    assert right["x"] + right["width"] <= PHONE["width"]
    page.get_by_role("link", name=re.compile("^Haal weg.*Wilgen knotten")).click()
    expect(page.get_by_role("columnheader")).to_have_text(["Wilgen planten"])


def test_facts_and_colleague_come_early_on_a_phone_and_stay_beside_the_story_at_a_desk(page, lab):
    page.set_viewport_size(PHONE)
    page.goto(lab["case study"])
    facts, contact = page.locator(".ll-facts").first, page.locator("#contact")
    story = page.locator("#story")
    assert facts.evaluate(TOP) < contact.evaluate(TOP) < story.evaluate(TOP)
    assert contact.evaluate(TOP) < 0.45 * page.evaluate("document.body.scrollHeight")
    page.set_viewport_size({"width": 1280, "height": 900})
    page.locator("#citation").scroll_into_view_if_needed()
    expect(contact).to_be_in_viewport()
    expect(page.get_by_role("navigation", name="Op deze pagina")).to_be_in_viewport()
    page.get_by_role("navigation", name="Op deze pagina").get_by_role("link", name="Resultaten").click()
    expect(page.locator("#results")).to_be_in_viewport()


def test_on_paper_there_is_the_story_and_nothing_to_press(page, lab):
    page.goto(lab["case study"])
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", name="Wat het vraagt")).to_be_visible()
    for gone in (".ll-contents", ".ll-take", ".nl-button", ".ll-footer"):
        assert not any(one.is_visible() for one in page.locator(gone).all()), gone
    if pdf.is_available():
        page.emulate_media(media="screen")
        link = page.get_by_role("link", name="Download als PDF").get_attribute("href")
        assert page.request.get(link).body().startswith(b"%PDF")


@pytest.mark.thorough
def test_an_example_grows_into_a_case_study_and_every_way_to_it_stays(page, lab):
    """The quick tests of this are in `tests/casestudies/test_growing.py`."""
    example, reader, moderator = apart(
        lambda: (
            (grown := ExamplePageFactory(title="Knotwilgen geven warmte", slug="wilgen", contact=PersonFactory())),
            StandardPageFactory(
                title="Over wilgen", body=[("text", f'<p><a linktype="page" id="{grown.pk}">De wilgen</a></p>')]
            ),
            somebody(roles.MODERATOR, "wilgenmoderator"),
        )
    )
    log_in(page, moderator)
    page.goto(f"/beheer/pages/{example.pk}/edit/")
    page.get_by_role("button", name="Acties", exact=True).first.click()
    page.get_by_role("link", name="Maak er een casestudy van").click()
    expect(page.locator("main")).to_contain_text("Bezoekers blijven het voorbeeld zien")
    page.get_by_role("button", name="Maak het concept").click()
    expect(page.locator("#id_title")).to_have_value("Knotwilgen geven warmte")
    expect(page.locator("[data-contentpath=approach] [contenteditable=true]")).to_contain_text("vroeg de markt")
    fill_rich_text(page, "result", "Twintig huizen zijn warm.")
    page.fill("#id_what_worked", "De boeren deden mee.")
    page.fill("#id_what_disappointed", "Het hakselen maakt lawaai.")
    page.get_by_role("button", name="Meer acties").last.click()
    page.get_by_role("button", name="Publiceren").click()
    expect(page.locator(".messages")).to_contain_text("gepubliceerd")
    page.goto("/voorbeelden/wilgen/")
    expect(page).to_have_url(re.compile(r"/casestudies/wilgen/$"))
    expect(page.locator("main")).to_contain_text("Het hakselen maakt lawaai.")
    page.goto(apart(lambda: reader.get_url()))
    page.get_by_role("link", name="De wilgen").click()
    expect(page).to_have_url(re.compile(r"/casestudies/wilgen/$"))
    assert apart(lambda: CaseStudyPage.objects.get(slug="wilgen").live)
