"""Every type and state of page, on a phone and at a desk, light and dark: accessible, valid, silent, private."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page

from livinglab.search import views
from tests.e2e import checks
from tests.e2e.conftest import DESK
from tests.e2e.watch import Watch, report

pytestmark = pytest.mark.e2e

PHONE = {"width": 390, "height": 844}
KIB = 1024
MOST_KIB = 60


@pytest.fixture
def watch(page: Page, base_url) -> Iterator[Watch]:
    """Listens to the tab for one test."""
    watch = Watch(page, base_url)
    yield watch
    watch.stop()


def send_empty_form(page: Page) -> None:
    """Ask for error messages."""
    page.locator("main form button[type=submit]").click()
    page.get_by_role("alert").wait_for()


def unfold(page: Page) -> None:
    """Open everything that can be opened: the menu of a phone, the sheet of facets, each facet."""
    page.evaluate("document.querySelectorAll('details').forEach((details) => { details.open = true })")


@dataclass(frozen=True, kw_only=True)
class State:
    """A page in some state. `path` is an address, or a name in the `Lab`."""

    path: str
    status: int = 200
    has_form: bool = False
    """Whether it posts, and may set the cookie that this takes."""
    prepare: Callable[[Page], None] | None = None
    is_light: bool = True
    """Whether it is a page of the site, which has to be light, and no error or page of the admin."""


STATES = {
    "home": State(path="/"),
    "home with the menu open": State(path="/", prepare=unfold),
    "English home": State(path="/en/"),
    "examples": State(path="/voorbeelden/"),
    "examples, unfolded": State(path="/voorbeelden/", prepare=unfold),
    "examples, second page": State(path="/voorbeelden/?page=2&sort=title"),
    "example": State(path="example"),
    "plain example": State(path="plain example"),
    "case studies": State(path="/casestudies/"),
    "case study": State(path="case study"),
    "comparison of two": State(path="comparison of two"),
    "comparison of three": State(path="comparison of three"),
    "comparison of one and an unknown": State(path="comparison of one and an unknown"),
    "English comparison": State(path="/en/compare/"),
    "case study, unfolded": State(path="case study", prepare=unfold),
    "criteria": State(path="/criteria/"),
    "criteria, filtered": State(path="/criteria/?q=asfalt&level=2&criterion_kind=award", prepare=unfold),
    "English criteria": State(path="/en/criteria/"),
    "basket": State(path="basket", has_form=True),
    "empty basket": State(path="/mandje/?c="),
    "basket with what is gone, and what was found": State(path="/mandje/?c=0123456789,fout&q=asfalt"),
    "promises": State(path="/beloften/"),
    "promises, none chosen": State(path="/beloften/?state=not_kept&theme=klimaat"),
    "English promises": State(path="/en/promises/"),
    "promises of an organisation": State(path="/beloften/buren/"),
    "follow-up": State(path="follow-up", has_form=True),
    "follow-up with errors": State(path="follow-up", has_form=True, prepare=send_empty_form),
    "may we show you": State(path="may we show you", has_form=True),
    "dead link of a follow-up": State(path="/opvolging/verzonnen/", status=404, is_light=False),
    "meetings": State(path="/bijeenkomsten/"),
    "open meeting": State(path="open meeting"),
    "full meeting": State(path="full meeting"),
    "past meeting": State(path="past meeting"),
    "meeting of long ago": State(path="meeting of long ago"),
    "cancelled meeting": State(path="cancelled meeting"),
    "meeting not open yet": State(path="meeting not open yet"),
    "theme": State(path="/themas/circulair/"),
    "category with parts": State(path="/categorieen/gww/"),
    "category": State(path="/categorieen/asfalt/"),
    "English category": State(path="/en/categories/asfalt/"),
    "colleagues": State(path="/collegas/"),
    "English colleagues": State(path="/en/colleagues/"),
    "colleague": State(path="colleague"),
    "contact": State(path="contact"),
    "contact form": State(path="/schrijf-ons/", has_form=True),
    "contact form with errors": State(path="/schrijf-ons/", has_form=True, prepare=send_empty_form),
    "question sent": State(path="/schrijf-ons/verstuurd/"),
    "tomorrow I buy": State(path="/ik-koop-morgen/"),
    "tomorrow I buy, answered": State(path="tomorrow I buy, answered"),
    "tomorrow I buy, nothing found": State(path="tomorrow I buy, nothing found"),
    "tomorrow I buy, with errors": State(path="/ik-koop-morgen/?category=asfalt&value_class=veel&start=morgen"),
    "organisations": State(path="/organisaties/", prepare=unfold),
    "organisation": State(path="/organisaties/buren/"),
    "organisation of which there is nothing": State(path="/organisaties/maasdriel/"),
    "English organisation": State(path="/en/organisations/buren/"),
    "English examples": State(path="/en/examples/"),
    "overview of the site": State(path="/sitemap/"),
    "open data": State(path="/open-data/"),
    "tag": State(path="/onderwerpen/hergebruik/"),
    "search": State(path="/zoeken/?q=asfalt"),
    "search, filtered and unknown values": State(
        path="/zoeken/?q=asfalt&theme=circulair&category=gww&year=2025&theme=onbekend"
    ),
    "search, nothing found": State(path="/zoeken/?q=zwammenvlokreeft&theme=klimaat"),
    "standard page": State(path="standard page"),
    "English page": State(path="English page"),
    "news": State(path="news"),
    "list of news": State(path="/nieuws/"),
    "tool": State(path="tool"),
    "list of tools": State(path="/instrumenten/"),
    "sign-up": State(path="sign-up", has_form=True),
    "sign-up with errors": State(path="sign-up", has_form=True, prepare=send_empty_form),
    "sign-up for a full meeting": State(path="sign-up for a full meeting", has_form=True),
    "sign-up for a past meeting": State(path="sign-up for a past meeting"),
    "signed up": State(path="signed up"),
    "private page, confirmed": State(path="private page, confirmed", has_form=True),
    "private page, waiting": State(path="private page, waiting", has_form=True),
    "private page, cancelled": State(path="private page, cancelled"),
    "private page, begun": State(path="private page, begun", has_form=True),
    "what was agreed": State(path="what was agreed"),
    "my action": State(path="my action", has_form=True),
    "I will try": State(path="I will try", has_form=True),
    "I will try, with errors": State(path="I will try", has_form=True, prepare=send_empty_form),
    "I will try, written": State(path="I will try, written", has_form=True),
    "link to what I will try": State(path="link to what I will try", has_form=True),
    "link to what I will try, with errors": State(
        path="link to what I will try", has_form=True, prepare=send_empty_form
    ),
    "link to what I will try, sent": State(path="link to what I will try, sent"),
    "how did it go": State(path="how did it go", has_form=True),
    "how did it go, with errors": State(path="how did it go", has_form=True, prepare=send_empty_form),
    "dead link": State(path="/aanmelding/verzonnen/", status=404, is_light=False),
    "not found": State(path="/bestaat-niet/", status=404, is_light=False),
    "not understood": State(path="/zoeken/?q=%00", status=400, is_light=False),
    "outbox": State(path="/outbox/"),
    "log-in": State(path="/beheer/login/", has_form=True, is_light=False),
}


# Between them they show every part that has colours of its own.
LIGHT_AND_DARK = {
    *("home with the menu open", "search, filtered and unknown values", "case study, unfolded", "comparison of three"),
    *("basket", "promises of an organisation", "follow-up with errors", "open meeting", "past meeting", "tool"),
    *("colleague", "tomorrow I buy, answered", "sign-up with errors", "private page, confirmed", "log-in"),
}
# Pages of which another state shows every part: in another language, folded, before its errors, with less on it.
SHOWN_BY_ANOTHER = {
    *("home", "English home", "examples", "plain example", "case study", "comparison of two", "English comparison"),
    *("criteria", "English criteria", "promises, none chosen", "English promises", "follow-up"),
    *("dead link of a follow-up", "full meeting", "meeting of long ago", "meeting not open yet", "English category"),
    *("English colleagues", "contact form", "tomorrow I buy", "tomorrow I buy, nothing found", "search", "sign-up"),
    *("organisation of which there is nothing", "English organisation", "sign-up for a full meeting"),
    *("private page, waiting", "private page, cancelled", "I will try", "I will try, written"),
    *("link to what I will try", "how did it go"),
}
VISITS = [
    *(
        pytest.param(
            *(name, PHONE, ["dark", "light"] if name in LIGHT_AND_DARK else ["light"]),
            marks=[pytest.mark.thorough] if name in SHOWN_BY_ANOTHER else [],
        )
        for name in STATES
    ),
    *(
        pytest.param(name, size, schemes, marks=pytest.mark.thorough)
        for size, schemes in ((PHONE, ["dark", "light"]), (DESK, ["light", "dark"]))
        for name in STATES
        if size == DESK or name not in LIGHT_AND_DARK
    ),
]


def name_of(value: object) -> str:
    """What a test is called after: the name of the state, of the size, and of the first colour scheme."""
    return {str(PHONE): "phone", str(DESK): "desk"}.get(str(value)) or (value if isinstance(value, str) else value[0])


@pytest.mark.parametrize(("name", "size", "schemes"), VISITS, ids=name_of)
def test_a_page_is_for_everybody_light_and_calls_nobody(page, watch, lab, record_property, name, size, schemes):
    state = STATES[name]
    findings = look(page, watch, lab[state.path], state, size, schemes, weigh=record_property)
    if not state.has_form:
        findings += [f"cookie: {cookie['name']}" for cookie in page.context.cookies()]
    report(findings)


def look(
    page: Page, watch: Watch, path: str, state: State, size: dict, schemes: list[str], weigh: Callable | None = None
) -> list[str]:
    """Load a page in the first scheme and look at it; then at its colours in the second scheme, if there is one.

    `weigh` is told how many bytes the page is.
    """
    watch.expected_status = state.status
    page.set_viewport_size(size)
    page.emulate_media(color_scheme=schemes[0])
    response = page.goto(path)
    findings = [] if response.status == state.status else [f"status {response.status}"]
    findings += checks.html_findings(response.text())
    if weigh and state.is_light:
        weight = checks.weight(page, response)
        weigh("bytes", weight)
        findings += [] if weight <= MOST_KIB * KIB else [f"weighs {weight / KIB:.1f} KiB"]
    if state.prepare:
        state.prepare(page)
    findings += watch.findings()
    findings += [*checks.heading_findings(page), *checks.id_findings(page), *checks.width_findings(page, size["width"])]
    findings += checks.axe_findings(page)
    for scheme in schemes[1:]:
        page.emulate_media(color_scheme=scheme)
        findings += checks.axe_findings(page, checks.CONTRAST_OPTIONS)
    if size == PHONE:
        findings += checks.picture_findings(page)
        page.set_viewport_size({**size, "width": checks.SMALLEST_WIDTH})
        findings += checks.width_findings(page, checks.SMALLEST_WIDTH)
    return [f"{size['width']} px, {schemes[0]} first: {finding}" for finding in [*findings, *watch.findings()]]


def test_the_page_of_a_broken_site_is_as_good(page, watch, lab, monkeypatch):
    def break_down(*args, **kwargs):
        raise RuntimeError("for a test")

    monkeypatch.setattr(views, "build_listing", break_down)
    state = State(path="/zoeken/", status=500)
    findings = look(page, watch, state.path, state, DESK, ["light", "dark"])
    findings += look(page, watch, state.path, state, PHONE, ["dark", "light"])
    report(findings)
