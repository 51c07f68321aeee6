"""The admin in a real browser: no breach of its policy, no request to others, no error; and what eases the work."""

import datetime as dt
import uuid
from contextlib import nullcontext

import pytest
from django.utils import timezone
from playwright.sync_api import Page, Request, Route, expect

from casestudies.models import ExampleIndexPage, ExamplePage
from events.models import MeetingIndexPage
from livinglab.core.content.blocks import StandardBlocks
from livinglab.demo.pictures import png
from livinglab.harvest.models import HarvestedStory, OtherLab
from livinglab.local.audits.browsing import open_editor
from livinglab.pages.models import HomePage, NewsIndexPage, NewsPage
from livinglab.provision import roles
from tests.e2e import acting, checks, words
from tests.e2e.conftest import PATIENCE
from tests.e2e.watch import Watch, report
from tests.people import somebody

pytestmark = pytest.mark.e2e

PLACES = [
    "/beheer/",
    "/beheer/account/",
    "/beheer/pages/",
    "/beheer/pages/search/?q=asfalt",
    "/beheer/examples/",
    "/beheer/images/",
    "/beheer/images/multiple/add/",
    "/beheer/documents/",
    "/beheer/documents/multiple/add/",
    "/beheer/snippets/taxonomy/theme/",
    "/beheer/snippets/taxonomy/category/add/",
    "/beheer/snippets/taxonomy/person/add/",
    "/beheer/snippets/taxonomy/labtag/",
    "/beheer/bouwstenen/",
    "/beheer/reports/locked/",
    "/beheer/reports/workflow/",
    "/beheer/reports/workflow_tasks/",
    "/beheer/reports/site-history/",
    "/beheer/reports/aging-pages/",
    "/beheer/workflows/list/",
    "/beheer/users/",
    "/beheer/users/new/",
    "/beheer/groups/",
    "/beheer/redirects/",
    "/beheer/sites/",
    "/beheer/collections/",
]


def log_in(page: Page, role: str, name: str) -> None:
    acting.log_in(page, acting.apart(lambda: somebody(role, name)))


def dutch(page_type) -> int:
    return acting.apart(lambda: page_type.objects.get(locale__language_code="nl").pk)


@pytest.mark.thorough
def test_every_place_of_the_admin_keeps_to_its_policy(watched: Watch, page: Page, lab):
    log_in(page, roles.ADMINISTRATOR, "rondkijker")
    for place in PLACES:
        answer = page.goto(place)
        page.wait_for_load_state("networkidle")
        assert answer.status == 200, place
        findings = watched.findings()
        assert not findings, (place, findings)


OURS = [
    "/beheer/snippets/harvest/otherlab/",
    "/beheer/snippets/harvest/otherlab/add/",
    "/beheer/reports/searches/",
    "/beheer/reports/jobs/",
    "/beheer/reports/desk/",
]
"""Pages of the admin that are ours, and not Wagtail's; besides the style guide."""
STYLE_GUIDE = "/beheer/bouwstenen/"
ARRIVED = "() => document.getAnimations().forEach((animation) => animation.finish())"
"""No colour is on its way from one scheme to the other any more."""
OURS_ONLY = {**checks.AXE_OPTIONS, "runOnly": {"type": "tag", "values": [*checks.RULES[:-1]]}}


def test_pages_of_our_own_in_the_admin_are_accessible(watched: Watch, page: Page, lab):
    """Light and dark; the page of another lab also with what went wrong and labels that nobody here knows.

    The style guide shows every block besides.
    """

    def another_lab() -> int:
        # Past `save()`, which would have it read.
        (lab,) = OtherLab.objects.bulk_create(
            [
                OtherLab(
                    name="Zuid",
                    url="https://zuid.example/",
                    problem="Het antwoordt met 503.",
                    checked_at=timezone.now(),
                )
            ]
        )
        labels = {"theme": [["grachten", "Grachten"]]}
        HarvestedStory.objects.create(
            lab=lab, resource="voorbeelden", key=uuid.uuid4(), language="nl", url=lab.url, title="Kade", labels=labels
        )
        return lab.pk

    log_in(page, roles.ADMINISTRATOR, "toegankelijk")
    key = acting.apart(another_lab)
    findings = []
    for place in [*OURS, f"/beheer/snippets/harvest/otherlab/edit/{key}/", STYLE_GUIDE]:
        page.emulate_media(color_scheme="light")
        page.goto(place)
        findings += [f"{place}, light: {found}" for found in checks.axe_findings(page, OURS_ONLY)]
        page.emulate_media(color_scheme="dark")
        page.evaluate(ARRIVED)
        findings += [f"{place}, dark: {found}" for found in checks.axe_findings(page, checks.CONTRAST_OPTIONS)]
        findings += [f"{place}: {found}" for found in watched.findings()]
    acting.apart(lambda: OtherLab.objects.filter(pk=key).delete())
    report(findings)

    frames = "iframe.lab-guide__preview"
    assert page.locator(frames).count() > 10
    for number, preview in enumerate(page.locator(frames).all()):
        preview.scroll_into_view_if_needed()
        body = page.frame_locator(frames).nth(number).locator(".ll-blocks")
        expect(body).to_be_visible()
        expect(body).not_to_be_empty()


def test_a_meeting_with_rows_and_dates_keeps_to_the_policy_and_what_is_typed(watched: Watch, page: Page, lab):
    """Wagtail's picker makes today of what it cannot read; ours leaves it to the form, which says what it wants."""
    log_in(page, roles.ORGANISER, "planner")
    page.goto(f"/beheer/pages/add/events/meetingpage/{dutch(MeetingIndexPage)}/")
    for field, typed in (("starts_at", "31-12-2030 14:00"), ("ends_at", "morgen om twee uur")):
        moment = page.locator(f"#id_{field}")
        moment.fill(typed)
        moment.press("Tab")
        page.locator("#id_title").click()
        expect(moment).to_have_value(typed)
    for label in ("onderdeel", "document"):
        page.get_by_role("button", name=f"Voeg {label} toe", exact=True).first.click()
    page.locator("#id_starts_at").click()
    expect(page.locator(".xdsoft_datetimepicker:visible")).to_have_count(1)
    page.keyboard.press("Escape")
    page.locator("[data-chooser-action-choose]:visible").first.click()
    expect(page.locator(".modal-dialog")).to_be_visible()


def test_a_text_with_every_block_is_saved_half_done(watched: Watch, page: Page, lab):
    log_in(page, roles.MODERATOR, "bouwer")
    page.goto(f"/beheer/pages/add/pages/standardpage/{dutch(HomePage)}/")
    page.fill("#id_title", "Alle bouwstenen")
    number = len(StandardBlocks().child_blocks)
    for place in range(number):
        page.locator("button.c-sf-add-button").last.click()
        page.locator("[role=option]").nth(place).click()
        expect(page.locator("[data-streamfield-child]:visible")).not_to_have_count(place)
    page.get_by_role("button", name="Bewaar concept").click()
    expect(page.locator(".messages .success")).to_contain_text("Alle bouwstenen")


def test_a_day_clicked_in_the_picker_is_understood(watched: Watch, page: Page, lab):
    log_in(page, roles.MODERATOR, "kalender")
    page.goto(f"/beheer/pages/add/pages/newspage/{dutch(NewsIndexPage)}/")
    page.fill("#id_title", "Bericht van een aangeklikte dag")
    page.locator("#id_date").click()
    picker = page.locator(".xdsoft_datetimepicker:visible")
    expect(picker).to_have_count(1)
    # Not one of the days of the months around it.
    day = picker.locator("td.xdsoft_date[data-date='17']:not(.xdsoft_other_month)")
    shown = day.get_attribute("data-month")
    picker.locator(".xdsoft_next").first.click()
    expect(day).not_to_have_attribute("data-month", shown)  # the next month is drawn a moment later
    month, year = (int(day.get_attribute(f"data-{name}")) for name in ("month", "year"))
    clicked = dt.date(year, month + 1, 17)
    day.click()
    expect(page.locator("#id_date")).to_have_value(clicked.strftime("%d-%m-%Y"))
    page.keyboard.press("Tab")
    page.get_by_role("button", name="Bewaar concept").click()
    expect(page.locator(".messages .success")).to_contain_text("Bericht van een aangeklikte dag")
    expect(page.locator("#id_date")).to_have_value(clicked.strftime("%d-%m-%Y"))
    saved = NewsPage.objects.filter(title="Bericht van een aangeklikte dag").values_list("date", flat=True)
    assert set(acting.apart(lambda: list(saved))) == {clicked}


def is_autosave(request: Request) -> bool:
    return request.method == "POST" and request.headers.get("accept") == "application/json"


@pytest.mark.parametrize("autosave", ["waits", "is under way"])
def test_a_draft_saved_beside_its_autosave_is_one_draft(watched: Watch, own_tab: Page, lab, settings, autosave):
    if autosave == "is under way":
        settings.WAGTAIL_AUTOSAVE_INTERVAL = 2000
    page = own_tab
    title = f"Bewaard terwijl het vanzelf bewaren {autosave}"
    sent = []

    def slowly(route: Route) -> None:
        if is_autosave(route.request):
            sent.append(route.request)
            page.wait_for_timeout(1500)
        route.fallback()

    log_in(page, roles.EDITOR, f"bewaarder {autosave == 'waits'}")
    page.route("**/beheer/pages/add/**", slowly)
    open_editor(page, f"/beheer/pages/add/casestudies/examplepage/{dutch(ExampleIndexPage)}/")
    with page.expect_event("request", is_autosave) if autosave == "is under way" else nullcontext():
        page.locator("#id_title").press_sequentially(title)
        page.keyboard.press("Tab")
        expect(page.locator("#id_slug")).not_to_have_value("")
    page.get_by_role("button", name="Bewaar concept").click()
    expect(page.locator(".messages .success")).to_contain_text(title, timeout=PATIENCE)
    assert len(sent) == (autosave == "is under way")
    drafts = acting.apart(lambda: list(ExamplePage.objects.filter(title=title).values_list("slug", flat=True)))
    assert len(drafts) == 1, drafts


def test_the_form_of_an_example_helps_who_fills_it_in(watched: Watch, page: Page, lab):
    log_in(page, roles.EDITOR, "invuller")
    page.goto(f"/beheer/pages/add/casestudies/examplepage/{dutch(ExampleIndexPage)}/")
    page.fill("#id_title", "Een titel vooraf gezien")

    # A field says how much room is left, and cuts off nothing.
    page.fill("#id_highlight", "x" * 130)
    expect(page.locator("#id_highlight + .lab-count--over")).to_have_text("130 / 120")
    page.fill("#id_highlight", "61% hergebruikt")
    expect(page.locator("#id_highlight + .lab-count")).to_have_text("15 / 120")

    # A fourth theme waits.
    themes = page.locator("input[name=themes]")
    for place in range(3):
        themes.nth(place).check()
    expect(themes.nth(3)).to_be_disabled()
    themes.nth(0).uncheck()
    expect(themes.nth(3)).to_be_enabled()

    # A picture without a description is asked for it, and the file stays chosen.
    page.get_by_role("button", name="Kies een afbeelding").click()
    window = page.locator(".modal-dialog")
    window.get_by_role("tab", name="Upload").click()
    upload = window.locator("form[data-chooser-modal-creation-form]")
    picture = {"name": "brug.png", "mimeType": "image/png", "buffer": png(words.PICTURE, width=320)}
    upload.locator("input[type=file]").set_input_files(picture)
    upload.locator("button[type=submit]").click()
    assert upload.locator("[name$=description]").evaluate("field => field.validationMessage")
    assert upload.locator("input[type=file]").evaluate("field => field.files.length") == 1
    upload.locator("[name$=is_decorative]").check()
    upload.locator("button[type=submit]").click()
    window.wait_for(state="hidden")

    # The card is previewed beside the form.
    page.locator("button:has(svg.icon-mobile-alt)").click()
    page.select_option("#id_preview_mode", "card")
    card = page.frame_locator("iframe.w-preview__iframe:not(.w-preview__proxy)").locator(".ll-card")
    expect(card).to_contain_text("61% hergebruikt", timeout=PATIENCE)
