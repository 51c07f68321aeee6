"""The route that everything else hangs on: from an editor's idea to a reader. That to a seat: `test_signing_up.py`."""

import pytest
from playwright.sync_api import expect

from casestudies.models import ExampleIndexPage
from livinglab.provision import roles
from tests.e2e.acting import apart, choose_action, log_in, proefdorp, write_example
from tests.people import somebody

pytestmark = pytest.mark.e2e


def test_an_editor_writes_a_moderator_publishes_and_a_visitor_finds_it(page, another_visitor, lab):
    editor, moderator, index_pk = apart(
        lambda: (
            somebody(roles.EDITOR, "schrijver"),
            somebody(roles.MODERATOR, "lezer"),
            proefdorp() and ExampleIndexPage.objects.get(locale__language_code="nl").pk,
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
    desk.goto("/beheer/")
    desk.get_by_role("link", name="Fietspad van olifantsgras").first.click()
    choose_action(desk, "Goedkeuren en publiceren")
    expect(desk.locator(".messages")).to_contain_text("Fietspad van olifantsgras")

    for address in ("/zoeken/?q=olifantsgras", "/themas/circulair/?q=fietspad", "/categorieen/asfalt/?theme=klimaat"):
        visitor.goto(address)
        expect(visitor.get_by_role("link", name="Fietspad van olifantsgras")).to_be_visible()
    visitor.get_by_role("link", name="Fietspad van olifantsgras").click()
    expect(visitor.get_by_role("heading", level=1)).to_have_text("Fietspad van olifantsgras")
    expect(visitor.get_by_alt_text("Een getekende weg door groen land")).to_be_visible()
