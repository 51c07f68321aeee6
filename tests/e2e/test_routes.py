"""The route that everything else hangs on: from an editor's idea to a reader. That to a seat: `test_signing_up.py`.

It shows how long an editor is busy too. The browser is quicker than a person. So what a person would have to do is
counted while it works: clicks, fields and typed characters, each with the time that a person who is no typist takes.
"""

import time

import pytest
from playwright.sync_api import expect

from casestudies.models import ExampleIndexPage
from livinglab.provision import roles
from tests.e2e.acting import apart, choose_action, give_password, log_in, write_example
from tests.factories import OrganisationFactory
from tests.people import PASSWORD, somebody

pytestmark = pytest.mark.e2e

SECONDS_A_CLICK = 2.0  # finding the thing, and pressing it
SECONDS_A_FIELD = 3.0  # reading the label and the help
CHARACTERS_A_SECOND = 3.5  # 42 words a minute
LONGEST = 300  # seconds: half of what we promise, for thinking takes time too
SLOWEST = 480
"""Seconds for the whole on a machine that does much else at the same time."""

COUNT = """
window.addEventListener("click", (event) => {
  if (event.isTrusted) sessionStorage.setItem("clicks", Number(sessionStorage.getItem("clicks") ?? 0) + 1);
}, true);
window.addEventListener("input", (event) => {
  const field = event.target;
  const name = field.name || field.closest("[data-contentpath]")?.dataset.contentpath || "rich text";
  const text = field.isContentEditable ? field.innerText : field.value;
  const typed = field.isContentEditable || ["text", "email", "password", "textarea"].includes(field.type);
  sessionStorage.setItem(`field ${name}`, typed ? text.length : 0);
}, true);
"""
READ = """() => {
  const fields = Object.entries(sessionStorage).filter(([name]) => name.startsWith("field "));
  return {
    clicks: Number(sessionStorage.getItem("clicks")),
    fields: fields.length,
    characters: fields.reduce((sum, [, length]) => sum + Number(length), 0),
  };
}"""


def test_an_editor_writes_a_moderator_publishes_and_a_visitor_finds_it(own_tab, another_visitor, lab, record_property):
    """The example is with the moderators in less than five minutes, from the log-in on."""
    page = own_tab
    editor, moderator, index_pk, _organisation = apart(
        lambda: (
            somebody(roles.EDITOR, "schrijver"),
            somebody(roles.MODERATOR, "lezer"),
            ExampleIndexPage.objects.get(locale__language_code="nl").pk,
            OrganisationFactory(name="Gemeente Proefdorp"),
        )
    )
    page.add_init_script(COUNT)
    began = time.monotonic()
    give_password(page, editor.email, PASSWORD)
    page.wait_for_url("**/beheer/")
    write_example(page, index_pk)
    choose_action(page, "Stuur door naar Moderatie")
    expect(page.locator(".messages")).to_contain_text("Fietspad van olifantsgras")
    machine = time.monotonic() - began

    work = page.evaluate(READ)
    person = (
        work["clicks"] * SECONDS_A_CLICK + work["fields"] * SECONDS_A_FIELD + work["characters"] / CHARACTERS_A_SECOND
    )
    record_property("work", f"{work}, person {person:.0f} s, machine {machine:.0f} s")
    # The counters work: at least a click for each choice, and the two texts that are typed.
    assert work["clicks"] >= 5
    assert work["characters"] > 150
    assert person < LONGEST
    assert person + machine < SLOWEST

    visitor = another_visitor()
    visitor.goto("/zoeken/?q=olifantsgras")
    expect(visitor.locator("main")).not_to_contain_text("Fietspad van olifantsgras")

    log_in(page, moderator)
    page.goto("/beheer/")
    page.get_by_role("link", name="Fietspad van olifantsgras").first.click()
    choose_action(page, "Goedkeuren en publiceren")
    expect(page.locator(".messages")).to_contain_text("Fietspad van olifantsgras")

    for address in ("/zoeken/?q=olifantsgras", "/themas/circulair/?q=fietspad", "/categorieen/asfalt/?theme=klimaat"):
        visitor.goto(address)
        expect(visitor.get_by_role("link", name="Fietspad van olifantsgras")).to_be_visible()
    visitor.get_by_role("link", name="Fietspad van olifantsgras").click()
    expect(visitor.get_by_role("heading", level=1)).to_have_text("Fietspad van olifantsgras")
    expect(visitor.get_by_alt_text("Een getekende weg door groen land")).to_be_visible()
