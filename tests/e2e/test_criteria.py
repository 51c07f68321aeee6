"""From the home page to a clause on the clipboard, and from a basket to an annex, by somebody with a phone."""

import docx
import odfdo
import pytest
from playwright.sync_api import Page, expect

from tests.e2e import checks, words
from tests.e2e.watch import report

pytestmark = pytest.mark.e2e

PHONE = {"width": 390, "height": 844}
COUNT = """
window.addEventListener("click", (event) => {
  if (event.isTrusted) sessionStorage.setItem("taps", Number(sessionStorage.getItem("taps") ?? 0) + 1);
}, true);
"""
AWARD, REQUIREMENT = words.CRITERIA[0]["text"], words.CRITERIA[1]["text"]


def clipboard(page: Page) -> str:
    return page.evaluate("navigator.clipboard.readText()")


def test_from_asphalt_to_an_annex(own_tab, context, watched, lab, base_url, tmp_path):
    page = own_tab
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=base_url)
    page.set_viewport_size(PHONE)
    page.add_init_script(COUNT)

    # Home, search, copy: no more than three taps.
    page.goto("/")
    page.get_by_role("combobox").first.click()
    page.keyboard.type("asfalt")
    page.keyboard.press("Enter")
    clause = page.locator(".ll-result--clause", has_text="percentage hergebruikt")
    clause.get_by_role("button", name="Kopieer").click()
    expect(page.get_by_role("status").filter(has_text="Gekopieerd")).to_be_attached()
    assert page.evaluate("Number(sessionStorage.getItem('taps'))") <= 3
    copied = clipboard(page)
    assert copied.startswith(f"{AWARD}\n\nBron: Buren, Vijf wegen, één contract, ")
    address = copied.rpartition(" ")[2]
    assert address.startswith(f"{base_url}{lab['case study']}#criterium-")

    # Into the basket: from a result, from the page by keyboard, and from a list of which facets exchange the results.
    expect(page.locator("[data-basket-link]")).to_be_hidden()
    clause.get_by_role("link", name="In mijn mandje").click()
    expect(clause.get_by_role("link", name="Zit in je mandje")).to_be_visible()
    expect(page.locator("[data-basket-link]")).to_have_text("Mijn mandje: 1")
    page.goto(lab["case study"])
    page.get_by_role("link", name="3 criteria kopiëren").click()
    card = page.locator(".ll-clause-card", has_text=REQUIREMENT)
    card.get_by_role("button", name="Kopieer").press("Enter")
    expect(page.get_by_role("status").filter(has_text="Gekopieerd")).to_be_attached()
    assert clipboard(page).startswith(REQUIREMENT)
    card.get_by_role("link", name="In mijn mandje").press("Enter")
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto("/criteria/")
    page.locator("#facet-criterion_kind summary").click()
    page.locator("#facet-criterion_kind input[value=clause]").check()
    expect(page.locator(".ll-result--clause")).to_have_count(1)
    page.locator(".ll-result--clause").get_by_role("button", name="Kopieer").click()
    expect(page.get_by_role("status").filter(has_text="Gekopieerd")).to_be_attached()
    assert clipboard(page).count("De gemeente betaalt pas") == 12  # all of it, though the list shows its first lines
    page.get_by_role("link", name="In mijn mandje").click()
    expect(page.locator("[data-basket-link]")).to_have_text("Mijn mandje: 3")

    # In the basket: order, edit, take out, and take along.
    page.set_viewport_size({"width": checks.SMALLEST_WIDTH, "height": 844})
    page.locator("[data-basket-link]").click()
    areas = page.locator("textarea")
    expect(areas).to_have_count(3)
    page.get_by_role("button", name="Omhoog Tekst 2").click()
    expect(areas.first).to_have_value(REQUIREMENT)
    areas.first.evaluate("(area) => area.removeAttribute('maxlength')")
    areas.first.fill("x" * 2001)
    page.get_by_role("button", name="Word").click()
    expect(page.get_by_role("alert")).to_be_visible()
    report([*checks.axe_findings(page), *checks.width_findings(page, checks.SMALLEST_WIDTH)])
    areas.first.fill("Van elk wegvak is er een paspoort.")
    page.get_by_role("button", name="Haal eruit Tekst 3").click()
    expect(areas).to_have_count(2)
    expect(areas.first).to_have_value("Van elk wegvak is er een paspoort.")
    assert taken(page, "Word", tmp_path / "annex.docx") == taken(page, "LibreOffice", tmp_path / "annex.odt")
    plain = taken(page, "Platte tekst", tmp_path / "annex.txt")
    for content in (plain, taken(page, "Word", tmp_path / "annex.docx")):
        assert content.index("Van elk wegvak is er een paspoort.") < content.index("Elk procent boven de 40")
        assert address in content

    # Another device sees the same, and keeps its own.
    page.reload()
    shared = page.locator("#basket-address").inner_text()
    expect(page.locator("[data-basket-link]")).to_have_text("Mijn mandje: 2")
    page.evaluate("localStorage.setItem('lab-basket', JSON.stringify(['0123456789'])); sessionStorage.clear()")
    page.goto("/")
    page.goto(shared)
    expect(page.locator("[data-basket-shared]")).to_be_visible()
    expect(page.locator("[data-basket-link]")).to_have_text("Mijn mandje: 1")
    page.get_by_role("button", name="Leg deze teksten ook in mijn mandje").click()
    expect(page.locator("[data-basket-link]")).to_have_text("Mijn mandje: 3")
    page.get_by_role("link", name="Haal 0123456789 uit het mandje").click()
    expect(page.locator("[data-basket-link]")).to_have_text("Mijn mandje: 2")
    for _ in range(2):
        page.get_by_role("button", name="Haal eruit Tekst 1").click()
    expect(page.get_by_text("Er zit nog niets in je mandje")).to_be_visible()
    expect(page.locator("[data-basket-link]")).to_be_hidden()


def taken(page: Page, button: str, path) -> str:
    """The text of the annex that a button gives."""
    with page.expect_download() as download:
        page.get_by_role("button", name=button).click()
    download.value.save_as(path)
    if path.suffix == ".docx":
        return "\n".join(paragraph.text for paragraph in docx.Document(path).paragraphs)
    if path.suffix == ".odt":
        found = odfdo.Document(path).body.get_elements("//text:p | //text:h")
        return "\n".join(element.inner_text for element in found)
    return path.read_text(encoding="utf-8")


def test_without_a_script_a_clause_can_be_read_and_collected_and_on_paper_it_stands_whole(another_visitor, lab):
    page = another_visitor(java_script_enabled=False)
    page.set_viewport_size(PHONE)
    page.goto(lab["case study"])
    expect(page.get_by_role("button", name="Kopieer")).to_have_count(0)
    page.locator(".ll-clause-card").first.get_by_role("link", name="In mijn mandje").click()
    page.get_by_label("Zoek in de teksten").fill("paspoort")
    page.get_by_role("button", name="Zoek").click()
    page.locator(".ll-basket__more").get_by_role("link", name="In mijn mandje").first.click()
    expect(page.locator("textarea")).to_have_count(2)
    page.get_by_role("button", name="Omlaag Tekst 1").click()
    expect(page.locator("textarea").last).to_have_value(AWARD)
    page.goto("/criteria/")
    page.emulate_media(media="print")
    clause = page.locator(".ll-clause", has_text="De gemeente betaalt pas")
    assert clause.evaluate("(text) => text.scrollHeight <= text.clientHeight + 1")
