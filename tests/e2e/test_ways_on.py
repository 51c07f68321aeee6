"""From a trade to what a buyer can use tomorrow, to a colleague, and to the editors."""

import datetime as dt
import re

import pytest
from django.core import mail
from django.utils import timezone
from playwright.sync_api import expect

from tests.e2e.checks import axe_findings

pytestmark = pytest.mark.e2e


def test_a_buyer_with_ten_minutes_gets_one_page_with_all_of_it(page, watched, lab, base_url):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("/categorieen/asfalt/")
    page.get_by_role("link", name="Ik koop morgen asfalt").click()
    expect(page.get_by_label("Wat koop je in?")).to_have_value("asfalt")
    page.get_by_role("button", name="Laat zien").click()
    expect(page.get_by_role("alert")).to_be_focused()
    expect(page.get_by_label("Wat koop je in?")).to_have_value("asfalt")
    page.get_by_label("Hoeveel is het waard").select_option(label="minder dan € 50.000")
    start = timezone.localdate() + dt.timedelta(days=200)
    page.get_by_label("Wanneer begint").fill(start.isoformat())
    page.get_by_role("button", name="Laat zien").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ik koop morgen asfalt")
    expect(page.locator("main")).to_contain_text("Contactpersoon wegbeheer")
    address = page.url
    with page.expect_download() as download:
        page.get_by_role("link", name="Zet ze in mijn agenda").click()
    content = download.value.path().read_text()
    assert content.count("BEGIN:VEVENT") == content.count("BEGIN:VALARM") == 3
    page.goto(address)  # the answer has an address
    page.emulate_media(media="print")
    expect(page.locator("form")).to_be_hidden()
    expect(page.get_by_text("Zet deze data in het contract")).to_be_visible()


def test_it_works_without_a_script(another_visitor, lab):
    visitor = another_visitor(java_script_enabled=False)
    visitor.goto("/ik-koop-morgen/?category=asfalt")
    visitor.get_by_label("Hoeveel is het waard").select_option(index=1)
    visitor.get_by_label("Wanneer begint").fill((timezone.localdate() + dt.timedelta(days=30)).isoformat())
    visitor.get_by_role("button", name="Laat zien").click()
    expect(visitor.get_by_role("heading", name="Bel een collega")).to_be_visible()


def test_from_a_story_to_a_colleague_and_a_question_to_the_editors(page, watched, lab, deliver_mail):
    page.goto(lab["example"])
    page.locator("#contact").get_by_role("link", name="Contactpersoon wegbeheer").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Contactpersoon wegbeheer")
    expect(page.get_by_role("link", name="0344 000 000")).to_have_attribute("href", "tel:+31344000000")
    by_mail = page.get_by_role("link", name=re.compile("wegen"))
    expect(by_mail.first).to_have_attribute(
        "href", re.compile(r"^mailto:wegen@buren\.example\?subject=Vraag%20over%20")
    )

    page.goto(lab["contact"])
    page.get_by_role("link", name="Schrijf ons").click()
    page.get_by_label("Je vraag of idee").fill("Wie deed dit eerder?")
    page.get_by_label("E-mailadres").fill("noor")
    page.get_by_role("button", name="Versturen").click()
    expect(page.get_by_role("alert")).to_be_focused()
    assert axe_findings(page) == []
    expect(page.get_by_label("Je vraag of idee")).to_have_value("Wie deed dit eerder?")
    page.get_by_label("Naam").fill("Noor de Wit")
    page.get_by_label("E-mailadres").fill("noor@buren.example")
    page.get_by_role("button", name="Versturen").dblclick()
    expect(page.get_by_role("heading", level=1)).to_have_text("Je vraag is onderweg")
    deliver_mail()
    sent = [message for message in mail.outbox if message.to == ["redactie@lab.example"]]
    assert [message.extra_headers["Reply-To"] for message in sent] == ["noor@buren.example"]


def test_on_a_phone_the_first_result_of_a_search_is_on_the_first_screen(page, watched, lab):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("/zoeken/?q=asfalt")
    assert page.locator(".ll-results > li").first.bounding_box()["y"] < 0.75 * 844
    button, count = page.locator(".ll-facets__title").bounding_box(), page.locator("#result-count").bounding_box()
    assert button["y"] < count["y"] + count["height"]
    assert count["y"] < button["y"] + button["height"]
    page.locator(".ll-facets__title").click()
    page.locator(".ll-facets__sort").get_by_role("link", name="Op titel").click()
    expect(page).to_have_url(re.compile("sort=title"))
