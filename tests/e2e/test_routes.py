"""The route that everything else hangs on: from an editor's idea to a reader. That to a seat: `test_signing_up.py`."""

import itertools

import pytest
from playwright.sync_api import Page, expect

from casestudies.models import ExampleIndexPage
from livinglab.demo.drawings.raster import png
from livinglab.provision import roles
from tests.e2e import words
from tests.e2e.acting import apart, log_in
from tests.factories import OrganisationFactory
from tests.people import somebody

pytestmark = pytest.mark.e2e


serial = itertools.count()
"""Wagtail asks whether a picture is wanted that it has already: each is a little wider than the last."""


def add_picture(page: Page) -> None:
    page.get_by_role("button", name="Kies een afbeelding").click()
    window = page.locator(".modal-dialog")
    window.get_by_role("tab", name="Upload").click()
    upload = window.locator("form[data-chooser-modal-creation-form]")
    upload.locator("input[type=file]").set_input_files(
        {"name": "wegdek.png", "mimeType": "image/png", "buffer": png(words.SCENE, width=640 + next(serial))}
    )
    upload.locator("[name$=title]").fill("Wegdek van olifantsgras")
    upload.locator("[name$=description]").fill("Een getekende weg door groen land")
    upload.get_by_role("button", name="Upload").click()
    window.wait_for(state="hidden")


def write_example(page: Page, index_pk: int) -> None:
    page.goto(f"/beheer/pages/add/casestudies/examplepage/{index_pk}/")
    page.fill("#id_title", "Fietspad van olifantsgras")
    page.get_by_role("button", name="Kies organisatie").click()
    page.locator(".modal-dialog").get_by_role("link", name="Gemeente Proefdorp").click()
    page.locator(".modal-dialog").wait_for(state="hidden")
    page.select_option("#id_category", label="Asfalt")
    page.get_by_label("Circulair", exact=True).check()
    page.get_by_label("Klimaat", exact=True).check()
    page.fill("#id_summary", "Proefdorp legde een fietspad aan met olifantsgras uit eigen streek.")
    page.locator("[data-contentpath=what_was_done] [contenteditable=true]").click()
    page.keyboard.type("De gemeente vroeg de markt om een bindmiddel dat groeit.")
    page.fill("#id_why_it_inspires", "Het kostte niet meer, en de boer om de hoek verdient eraan.")
    add_picture(page)


def choose_action(page: Page, name: str) -> None:
    page.get_by_role("button", name="Meer acties").last.click()
    page.get_by_role("button", name=name).click()


def test_an_editor_writes_a_moderator_publishes_and_a_visitor_finds_it(page, another_visitor, lab):
    editor, moderator, index_pk = apart(
        lambda: (
            somebody(roles.EDITOR, "schrijver"),
            somebody(roles.MODERATOR, "lezer"),
            OrganisationFactory(name="Gemeente Proefdorp")
            and ExampleIndexPage.objects.get(locale__language_code="nl").pk,
        )
    )
    log_in(page, editor)
    write_example(page, index_pk)
    choose_action(page, "Stuur door naar Moderatie")
    expect(page.locator(".messages")).to_contain_text("Fietspad van olifantsgras")

    visitor = another_visitor()
    visitor.goto("/zoeken/?q=olifantsgras")
    expect(visitor.locator("main")).not_to_contain_text("Fietspad van olifantsgras")

    desk = another_visitor()
    log_in(desk, moderator)
    desk.get_by_role("link", name="Fietspad van olifantsgras").first.click()
    choose_action(desk, "Goedkeuren en publiceren")
    expect(desk.locator(".messages")).to_contain_text("Fietspad van olifantsgras")

    for address in ("/zoeken/?q=olifantsgras", "/themas/circulair/?q=fietspad", "/categorieen/asfalt/?theme=klimaat"):
        visitor.goto(address)
        expect(visitor.get_by_role("link", name="Fietspad van olifantsgras")).to_be_visible()
    visitor.get_by_role("link", name="Fietspad van olifantsgras").click()
    expect(visitor.get_by_role("heading", level=1)).to_have_text("Fietspad van olifantsgras")
    expect(visitor.get_by_alt_text("Een getekende weg door groen land")).to_be_visible()
