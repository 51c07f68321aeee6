"""Every list and every facet in a real browser: choose, count, take away, sort, turn the page, go back, share."""

import re
from urllib.parse import urlencode, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from livinglab.search.contract import PAGE_SIZE
from tests.e2e.checks import axe_findings
from tests.e2e.conftest import PATIENCE

pytestmark = pytest.mark.e2e

OTHER_LISTS = [
    *("/zoeken/", "/voorbeelden/", "/casestudies/", "/bijeenkomsten/", "/instrumenten/", "/nieuws/", "/organisaties/"),
    *("/themas/circulair/", "/categorieen/gww/", "/organisaties/buren/", "/onderwerpen/hergebruik/"),
    *("/en/examples/", "/en/organisations/"),
]
LISTS = [
    *("/zoeken/?q=asfalt", "/collegas/"),
    # The same screen with other presets.
    *(pytest.param(path, marks=pytest.mark.thorough) for path in OTHER_LISTS),
]


def total(page: Page) -> int:
    """The number of results that the list says it has."""
    return int(re.search(r"\d+", page.locator("#result-count").inner_text())[0])


def shown(page: Page) -> int:
    return page.locator(".ll-results > li").count()


def open_facets(page: Page) -> None:
    page.evaluate("document.querySelectorAll('[data-facets] details').forEach((details) => { details.open = true })")


def choose(page: Page, box: Locator) -> None:
    """Tick a box and wait for the list that it makes."""
    name, value = box.get_attribute("name"), box.get_attribute("value")
    box.check()
    page.wait_for_url(lambda url: f"{name}={value}" in url, timeout=PATIENCE)
    expect(page.locator(".ll-chosen .ll-chip")).not_to_have_count(0)


def total_with(page: Page, choice: str) -> int:
    """The number of results at this address with a choice more, as the server counts them."""
    answer = page.request.get(f"{page.url}{'&' if urlsplit(page.url).query else '?'}{choice}")
    return int(re.search(r'id="result-count"[^>]*>\D*?(\d+)', answer.text())[1])


@pytest.mark.parametrize("path", LISTS)
def test_every_facet_counts_what_it_gives_and_can_be_taken_away(page, watched, lab, path):
    """The first facet and the last in the browser; those between, which are made of the same, at the server."""
    page.goto(path)
    whole = total(page)
    codes = page.locator(".ll-facet").evaluate_all("(facets) => facets.map((facet) => facet.id)")
    assert codes or whole <= 2, "a list of some length can be narrowed"
    for code in codes:
        option = page.locator(f"#{code} .ll-option").last
        promised = int(re.search(r"\d+", option.locator(".ll-option__count").text_content())[0])
        box = option.locator("input")
        if code not in (codes[0], codes[-1]):
            chosen = urlencode({box.get_attribute("name"): box.get_attribute("value")})
            assert total_with(page, chosen) == promised, code
            continue
        open_facets(page)
        choose(page, box)
        assert total(page) == promised, code
        assert shown(page) == min(promised, PAGE_SIZE), code
        page.locator(".ll-chosen .ll-chip").first.click()
        page.wait_for_load_state()  # the options below are not all there before
        expect(page.locator(".ll-chosen")).to_have_count(0)
        assert total(page) == whole, code


@pytest.mark.parametrize(
    "path",
    [
        "/voorbeelden/",
        *(pytest.param(path, marks=pytest.mark.thorough) for path in ("/zoeken/", "/collegas/", "/organisaties/")),
    ],
)
def test_the_same_without_a_script(another_visitor, lab, path):
    page = another_visitor(java_script_enabled=False)
    page.goto(path)
    whole = total(page)
    for code in page.locator(".ll-facet[open]").evaluate_all("(facets) => facets.map((facet) => facet.id)"):
        option = page.locator(f"#{code} .ll-option").last
        promised = int(re.search(r"\d+", option.locator(".ll-option__count").inner_text())[0])
        option.locator("input").check()
        page.locator("[data-facets-apply]").click()
        assert total(page) == promised, code
        page.locator(".ll-chosen .ll-chip").first.click()
        page.wait_for_load_state()
        assert total(page) == whole, code


def test_two_values_of_a_facet_add_up_and_two_facets_narrow(page, watched, lab):
    page.goto("/voorbeelden/")
    options = page.locator("#facet-theme .ll-option")
    counts = [int(text.split()[0]) for text in options.locator(".ll-option__count").all_inner_texts()]
    choose(page, options.nth(0).locator("input"))
    choose(page, page.locator("#facet-theme .ll-option").nth(1).locator("input"))
    either = total(page)
    assert max(counts[:2]) <= either <= sum(counts[:2])
    open_facets(page)
    choose(page, page.locator("#facet-year .ll-option input").first)
    assert total(page) <= either
    expect(page.locator(".ll-chosen .ll-chip")).to_have_count(3)
    page.get_by_role("link", name="Wis alles").click()
    expect(page.locator(".ll-chosen")).to_have_count(0)


def test_sorting_turning_pages_going_back_and_sharing(page, another_visitor, watched, lab):
    page.goto("/voorbeelden/")
    page.get_by_role("navigation", name="Volgorde").get_by_role("link", name="op titel").click()
    page.wait_for_url("**/voorbeelden/?sort=title")
    titles = page.locator(".ll-result__title").all_inner_texts()
    assert titles == sorted(titles, key=str.casefold)
    page.get_by_role("navigation", name="Pagina").get_by_role("link", name="Volgende").click()
    page.wait_for_url("**/voorbeelden/?sort=title&page=2")
    second = page.locator(".ll-result__title").all_inner_texts()
    assert not set(titles) & set(second)
    page.go_back()
    expect(page.locator(".ll-result__title").first).to_have_text(titles[0])

    choose(page, page.locator("#facet-theme .ll-option input").first)
    address, number = page.url, total(page)
    other = another_visitor()
    other.goto(address)
    assert total(other) == number
    assert other.locator("#facet-theme .ll-option input").first.is_checked()
    page.go_back()
    expect(page.locator(".ll-chosen")).to_have_count(0)
    page.go_forward()
    expect(page.locator(".ll-chosen .ll-chip")).to_have_count(1)
    assert urlsplit(page.url).query == urlsplit(address).query


def test_a_feed_link_follows_what_is_chosen(page, watched, lab):
    page.goto("/voorbeelden/")
    box = page.locator("#facet-theme .ll-option input").first
    value = box.get_attribute("value")
    choose(page, box)
    page.get_by_role("link", name="Volg deze lijst").click()
    link = page.get_by_role("link", name="Open de feed").get_attribute("href")
    assert link == f"/voorbeelden/?theme={value}&format=atom"
    answer = page.request.get(link)
    assert answer.headers["content-type"].startswith("application/atom+xml")


@pytest.mark.parametrize(
    ("path", "there"),
    [
        ("/voorbeelden/?year=2025", "/en/examples/?year=2025"),
        pytest.param("/organisaties/buren/", "/en/organisations/buren/", marks=pytest.mark.thorough),
        pytest.param("/collegas/", "/en/colleagues/", marks=pytest.mark.thorough),
        pytest.param("/sitemap/", "/en/sitemap/", marks=pytest.mark.thorough),
    ],
)
def test_the_language_switch_leads_there_and_back(page, watched, lab, path, there):
    page.goto(path)
    page.locator("footer").get_by_role("link", name="English").click()
    page.wait_for_url(f"**{there}")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.locator("footer").get_by_role("link", name="Nederlands").click()
    page.wait_for_url(f"**{path}")


def test_a_page_in_one_language_says_so(page, watched, lab):
    page.goto(lab["example"])
    link = page.locator("footer").get_by_role("link", name="English")
    expect(link).to_contain_text("this page is in Dutch only")
    link.click()
    page.wait_for_url("**/en/")


def test_a_visitor_finds_a_colleague_to_call(page, watched, lab):
    page.goto("/")
    page.get_by_role("navigation", name="Hoofdmenu").first.get_by_role("link", name="Bel een collega").click()
    page.get_by_role("combobox").fill("asfalt")
    page.get_by_role("combobox").press("Enter")
    card = page.locator(".ll-result--person").first
    expect(card.get_by_role("heading")).to_have_text("Contactpersoon wegbeheer")
    expect(card.locator('a[href="tel:+31344000000"]')).to_be_visible()
    expect(card.locator('a[href^="mailto:"]')).to_be_visible()
    organisation = card.locator('a[href^="/organisaties/"]')
    name = organisation.inner_text()
    organisation.click()
    expect(page.get_by_role("heading", level=1)).to_have_accessible_name(name)
    expect(page.locator(".ll-people")).to_contain_text("Contactpersoon wegbeheer")
    page.locator(".ll-breadcrumbs").get_by_role("link", name="Organisaties").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Organisaties")


def test_suggestions_are_chosen_with_the_keyboard_and_told_to_a_screen_reader(page, watched, lab):
    page.goto("/zoeken/")
    field = page.get_by_role("combobox", name="Zoek in het lab")
    field.press_sequentially("asf")
    options = page.get_by_role("option")
    expect(options.first).to_be_visible(timeout=PATIENCE)
    expect(field).to_have_attribute("aria-expanded", "true")
    expect(page.locator(".ll-search [role=status]")).to_have_text(re.compile(r"\d+ suggesties?"))
    field.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    expect(field).to_have_attribute("aria-activedescendant", options.first.get_attribute("id"))
    # While the list is open and one of it is chosen, which no page in rest shows.
    assert axe_findings(page) == []
    field.press("Escape")
    expect(field).to_have_attribute("aria-expanded", "false")
    expect(field).to_have_value("asf")
    field.press_sequentially("a")
    expect(options.first).to_be_visible(timeout=PATIENCE)
    field.press("ArrowDown")
    field.press("Enter")
    expect(page.get_by_role("heading", level=1, name="Asfalt")).to_be_visible(timeout=PATIENCE)

    # Enter without a choice just searches.
    page.goto("/zoeken/")
    field.press_sequentially("asfalt")
    expect(options.first).to_be_visible(timeout=PATIENCE)
    field.press("Enter")
    page.wait_for_url("**/zoeken/?q=asfalt", timeout=PATIENCE)


def test_on_a_phone_the_first_story_of_a_trade_is_within_one_and_a_half_screens(page, watched, lab):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("/categorieen/asfalt/")
    top = page.locator(".ll-results .ll-result__title").first.bounding_box()["y"]
    assert top < 1.5 * 844


def test_a_facet_stays_folded_and_a_copy_is_announced_from_the_first_on(page, watched, lab):
    page.goto("/voorbeelden/")
    facets = page.locator(".ll-facet")
    first, last = facets.first, facets.last
    was_open = first.evaluate("(facet) => facet.open")
    first.locator("summary").click()
    last.evaluate("(facet) => { facet.open = true }")
    choose(page, last.locator("input[type=checkbox]").first)
    assert first.evaluate("(facet) => facet.open") is not was_open, (
        "a choice elsewhere folds nothing, and unfolds nothing"
    )
    assert last.evaluate("(facet) => facet.open")

    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(lab["case study"])
    button = page.locator("[data-copy]:visible").first
    regions = page.locator("[role=status].ll-visually-hidden")
    assert regions.count() >= 1, "a live region that is made only when it is filled is not read out"
    button.click()
    told = regions.filter(has_text=button.get_attribute("data-copied"))
    expect(told).to_have_count(1, timeout=PATIENCE)
    assert page.evaluate("navigator.clipboard.readText()").strip()
