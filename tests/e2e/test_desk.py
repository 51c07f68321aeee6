"""The organiser's desk in a real browser: at a desk, and at the door with a phone that loses its connection."""

import io
import uuid

import pytest
from django.urls import reverse
from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from events.links import CHECK_IN
from events.models import MeetingPage, OutgoingMail, SignUp
from events.signups import services
from livinglab.core.mail.signed_links import url_of
from livinglab.provision import roles
from tests.e2e import checks
from tests.e2e.acting import apart, last_mail_to, log_in
from tests.e2e.conftest import DESK
from tests.e2e.watch import Watch, report
from tests.factories import MeetingPageFactory
from tests.people import somebody

pytestmark = pytest.mark.e2e

PHONE = {"width": 390, "height": 844}


def add_people(meeting: MeetingPage, *names: str) -> list[SignUp]:
    return [
        services.sign_up(
            meeting=meeting.translation_key,
            person=services.Applicant(
                name=name.capitalize(), email=f"{name}@example.org", language="nl", organisation="Gemeente Buren"
            ),
            submission_id=uuid.uuid4(),
        )
        for name in names
    ]


@pytest.fixture
def tables(lab) -> dict[str, str]:
    """A meeting of three people, one of whom waits, and its desk's addresses."""

    def make() -> dict[str, str]:
        serial = uuid.uuid4().hex[:6]
        meeting = MeetingPageFactory(title=f"Tafel {serial}", capacity=2)
        rows = add_people(meeting, f"ada{serial}", f"bob{serial}", f"cleo{serial}")
        names = ("meeting", "add", "seats", "message", "badges", "check_in_list", "call_off")
        found = {name: reverse(f"sign_ups:{name}", args=[meeting.translation_key]) for name in names}
        return found | {
            "index": reverse("sign_ups:index"),
            "personal_data": reverse("sign_ups:personal_data"),
            "plan_next": reverse("sign_ups:plan_next", args=[meeting.pk]),
            "sign_up": reverse("sign_ups:sign_up", args=[rows[0].uuid]),
            "code": url_of(CHECK_IN, rows[0]),
            "serial": serial,
        }

    return apart(make)


@pytest.fixture
def organiser(page: Page, lab) -> Page:
    log_in(page, apart(lambda: somebody(roles.ORGANISER, f"gastheer-{uuid.uuid4().hex[:6]}")))
    return page


def looks_good(page: Page, where: str, *, with_axe: bool = True) -> list[str]:
    """Findings on a page of the admin: in our part of it, since the rest is Wagtail's."""
    found = [
        *(checks.axe_findings(page) if with_axe else []),
        *checks.id_findings(page),
        *checks.width_findings(page, page.viewport_size["width"]),
    ]
    return [f"{where}: {finding}" for finding in found]


PAGES = (
    "index",
    "meeting",
    "sign_up",
    "add",
    "seats",
    "message",
    "check_in_list",
    "code",
    "call_off",
    "plan_next",
    "badges",
)


@pytest.mark.parametrize("every_rule_at", ["phone", pytest.param("desk", marks=pytest.mark.thorough)])
def test_every_page_of_the_desk_is_for_everybody_at_a_desk_and_on_a_phone(organiser, tables, base_url, every_rule_at):
    watch = Watch(organiser, base_url)
    findings = []
    for name in (*PAGES, "personal_data"):
        organiser.set_viewport_size(DESK)
        organiser.goto(tables[name])
        findings += looks_good(organiser, f"{name}, desk", with_axe=every_rule_at == "desk")
        organiser.set_viewport_size(PHONE)
        findings += looks_good(organiser, f"{name}, phone", with_axe=every_rule_at == "phone")
        findings += [f"{name}: {heard}" for heard in watch.findings()]
    report(findings)


def test_an_organiser_finds_filters_writes_and_takes_a_list(organiser, tables, deliver_mail):
    serial = tables["serial"]
    deliver_mail()  # a worker leaves a mail that waits for an earlier one to the same person
    organiser.goto(tables["index"])
    organiser.get_by_role("link", name=f"Tafel {serial}").click()
    expect(organiser.locator(".desk-figures")).to_contain_text("2 van 2")

    search = organiser.get_by_label("Zoek op naam, organisatie of adres")
    search.fill("bob")
    search.press("Enter")
    expect(organiser.locator("#listing-results")).not_to_contain_text(f"Ada{serial}")
    expect(organiser.locator("#listing-results")).to_contain_text(f"Bob{serial}")
    assert "bob" not in organiser.url.lower()
    # A filter of Wagtail's changes the address meanwhile; the next search keeps it.
    organiser.goto(tables["meeting"] + "?state=waiting")
    expect(organiser.locator("#listing-results")).not_to_contain_text(f"Bob{serial}")
    organiser.get_by_role("button", name="Toon iedereen").click()
    organiser.wait_for_url("**?state=waiting")
    expect(organiser.locator("#listing-results")).to_contain_text(f"Cleo{serial}")
    expect(organiser.locator("#listing-results")).not_to_contain_text(f"Ada{serial}")

    with organiser.expect_download() as download:
        organiser.get_by_role("link", name="Download de lijst").click()
    sheet = load_workbook(io.BytesIO(download.value.path().read_bytes())).active
    assert [row[1].value for row in sheet.iter_rows(min_row=2)] == [
        f"{name}{serial}" for name in ("Ada", "Bob", "Cleo")
    ]

    organiser.get_by_role("link", name="Mail de deelnemers").click()
    organiser.get_by_label("Onderwerp").fill("Neem laarzen mee")
    organiser.locator("textarea[name=body]").fill("Het is nat.\n\nTot dan!")
    organiser.get_by_role("button", name="Bekijk hoe het eruitziet").click()
    expect(organiser.locator(".desk")).to_contain_text("2 mensen")
    report(looks_good(organiser, "preview"))
    organiser.get_by_role("button", name="Versturen").click()
    expect(organiser.locator(".messages")).to_contain_text("2")
    deliver_mail()
    assert last_mail_to(f"bob{serial}").subject == "Neem laarzen mee"


def test_the_door_goes_on_without_a_connection(organiser, tables):
    serial = tables["serial"]

    def came(name: str) -> bool:
        return apart(lambda: SignUp.objects.get(email=f"{name}{serial}@example.org").checked_in_at is not None)

    organiser.set_viewport_size(PHONE)
    organiser.goto(tables["check_in_list"])
    expect(organiser.locator("[data-check-in-person]")).to_have_count(2)
    organiser.get_by_label("Zoek op naam of organisatie").fill("BÓB buren")
    expect(organiser.locator("[data-check-in-person]:visible")).to_have_count(1)
    organiser.get_by_role("button", name=f"Binnen Bob{serial}").click()
    expect(organiser.locator("[data-check-in-count]")).to_have_text("1")
    organiser.wait_for_function("() => !Object.keys(localStorage).some((key) => key.startsWith('living-lab-check-in'))")
    assert came("bob")

    organiser.context.set_offline(True)
    organiser.get_by_label("Zoek op naam of organisatie").fill("")
    organiser.get_by_role("button", name=f"Binnen Ada{serial}").click()
    organiser.get_by_role("button", name=f"Ongedaan maken Bob{serial}").click()
    expect(organiser.locator("[data-check-in-status]")).to_contain_text("Geen verbinding")
    report(looks_good(organiser, "offline"))
    assert (came("ada"), came("bob")) == (False, True)

    organiser.context.set_offline(False)
    expect(organiser.locator("[data-check-in-status]")).to_contain_text("alles is verstuurd")
    assert (came("ada"), came("bob")) == (True, False)
    organiser.reload()
    expect(organiser.locator("[data-check-in-count]")).to_have_text("1")

    # Somebody's address is corrected meanwhile: that one is not on this phone's list any more, and holds up nobody.
    def correct() -> None:
        row = SignUp.objects.get(email=f"bob{serial}@example.org")
        services.change_email(sign_up=row.uuid, email=f"bobby{serial}@example.org")

    apart(correct)
    organiser.get_by_role("button", name=f"Binnen Bob{serial}").click()
    organiser.get_by_role("button", name=f"Ongedaan maken Ada{serial}").click()
    expect(organiser.locator("[data-check-in-status]")).to_contain_text("niet meer op de lijst")
    organiser.wait_for_function("() => !Object.keys(localStorage).some((key) => key.startsWith('living-lab-check-in'))")
    assert not came("ada")


def test_a_meeting_from_its_first_mail_to_the_next_one(organiser, tables, deliver_mail):
    serial = tables["serial"]

    # Mail that came back is noted and found.
    deliver_mail()
    organiser.goto(tables["sign_up"])
    organiser.get_by_role("button", name="Kwam terug").click()
    expect(organiser.get_by_role("button", name="Toch aangekomen")).to_be_visible()
    organiser.goto(tables["meeting"])
    organiser.get_by_role("link", name="Mail kwam niet aan").click()
    expect(organiser.locator("#listing-results tbody tr")).to_have_count(1)
    assert apart(lambda: OutgoingMail.objects.filter(state="returned", sign_up__name=f"Ada{serial}").count()) == 1

    # More seats do what they said.
    organiser.goto(tables["seats"])
    organiser.get_by_label("Plekken").fill("5")
    organiser.get_by_role("button", name="Wat gaat er gebeuren?").click()
    expect(organiser.locator(".desk-will")).to_contain_text("1 persoon op de wachtlijst")
    report(looks_good(organiser, "confirm"))
    organiser.get_by_role("button", name="Doe het").click()
    expect(organiser.locator(".desk-figures")).to_contain_text("3 van 5")

    # A code is opened by the camera of a phone, and checked in with one button.
    organiser.set_viewport_size(PHONE)
    organiser.goto(tables["code"])
    expect(organiser.locator(".desk")).to_contain_text(f"Ada{serial}")
    organiser.get_by_role("button", name="Inchecken").click()
    expect(organiser.locator("[data-check-in-count]")).to_have_text("1")

    # The next meeting is a draft that opens in the editor.
    organiser.set_viewport_size(DESK)
    organiser.goto(tables["meeting"])
    organiser.get_by_role("link", name="Plan de volgende").click()
    organiser.get_by_role("button", name="Maak het concept").click()
    organiser.wait_for_url("**/edit/")
    expect(organiser.locator("#id_title")).to_have_value(f"Tafel {serial}")
    expect(organiser.locator("#id_capacity")).to_be_enabled()
