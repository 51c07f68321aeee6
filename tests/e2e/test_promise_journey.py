"""From a mail to the page: somebody who is responsible fills in how it went, and visitors see it everywhere."""

import re

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from casestudies.models import FollowUpMail, FollowUpSettings
from casestudies.promises.links import FOLLOW_UP
from casestudies.promises.mails import queue_due_mails
from livinglab.core.mail.signed_links import url_of
from livinglab.taxonomy.models import Organisation
from tests.casestudies.promised import NOT_MEASURED, case_study
from tests.e2e.acting import apart

pytestmark = pytest.mark.e2e

TITLE = "Sociale firma's aan het werk"


def promise_something() -> str:
    """A contract with one promise that nobody measured yet, and somebody who is asked today; the page's address."""
    settings = FollowUpSettings.load()
    settings.route = FollowUpSettings.Route.STRAIGHT
    settings.save()
    town = Organisation.objects.get(slug="tiel")
    moment = {"date": timezone.localdate(), "title": "Omzet geteld", "email": "opvolger@example.org"}
    page = case_study(title=TITLE, organisation=town, results=[NOT_MEASURED], follow_ups=[moment])
    queue_due_mails(timezone.localdate())
    return page.get_url()


def mail_and_its_link() -> tuple[str, str]:
    mail = FollowUpMail.objects.get(email="opvolger@example.org")
    return mail.state, url_of(FOLLOW_UP, mail)


def test_a_follow_up_filled_in_by_link_is_seen_on_page_card_home_and_board(page, lab, watched, deliver_mail):
    address = apart(promise_something)
    page.goto(address)
    expect(page.locator("#promise")).to_contain_text("Dat weten we nog niet")
    page.goto("/")
    before = int(re.search(r"(\d+) van \d+", page.locator("#promise-number").inner_text()).group(1))

    deliver_mail()
    state, link = apart(mail_and_its_link)
    assert state == "sent"
    page.goto(link)
    page.get_by_label("Op schema").check()
    page.get_by_label("Omzet bij sociale firma's").fill("veel")
    page.get_by_role("button", name="Verstuur het antwoord").click()
    expect(page.get_by_role("alert")).to_contain_text("Typ een getal")
    expect(page.get_by_label("Omzet bij sociale firma's")).to_have_value("veel")
    page.get_by_label("Omzet bij sociale firma's").fill("31.250,50")
    page.get_by_label("Wat kwam ervan?").fill("Twee firma's doen nu mee.")
    page.get_by_role("button", name="Verstuur het antwoord").click()
    expect(page.locator("p[role=status]")).to_contain_text("staat nu op de pagina")

    page.goto(address)
    expect(page.locator("#promise")).to_contain_text("Twee firma's doen nu mee.")
    expect(page.locator("#promise")).to_contain_text("1 van 1 beloften gehaald")
    expect(page.locator("#results")).to_contain_text("31.250,5")
    page.goto("/casestudies/?promise=kept")
    expect(page.locator("article", has_text=TITLE)).to_contain_text("Belofte nagekomen")
    page.goto("/")
    expect(page.locator("#promise-number")).to_contain_text(f"{before + 1} van")
    page.get_by_role("link", name="Bekijk ze allemaal").click()
    expect(page.locator("li", has_text=TITLE).first).to_contain_text("Gehaald")
    page.goto("/organisaties/tiel/")
    expect(page.locator("#promises-of")).to_contain_text("1 van 1 beloften gehaald")
    page.get_by_role("link", name="Alle beloften van").click()
    expect(page.locator("#embed-line")).to_contain_text("/beloften/tiel/beloften.svg")
