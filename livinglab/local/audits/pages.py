"""One page of each type, and the states that a visitor can bring one in, on a site with the demo content.

The addresses of the demo's own pages are found by following links, so that renaming one breaks nothing.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from playwright.sync_api import Page

from livinglab.local.errors import UserError

Finder = Callable[[Page], str]


def link(at: str | Finder, selector: str) -> Finder:
    """The address behind the first link that `selector` finds on a page."""

    def find_link(page: Page) -> str:
        address = find(page, at)
        page.goto(address)
        found = page.locator(selector)
        if not found.count():
            raise UserError(f"{address} has no link like {selector}.", "Does the site hold the demo content?")
        return found.first.get_attribute("href") or ""

    return find_link


def find(page: Page, at: str | Finder) -> str:
    """The address of a page or state; `page` may be taken elsewhere for it."""
    return at if isinstance(at, str) else at(page)


A_RESULT = ".ll-results h3 a"
OPEN_MEETING = link("/bijeenkomsten/", ".ll-results li:has(.ll-seats__free) h3 a")
FULL_MEETING = link("/bijeenkomsten/", ".ll-results li:has-text('wachtlijst') h3 a")
TO_SIGN_UP = ".ll-signup a.nl-button--primary"
AN_EXAMPLE = link("/voorbeelden/", ".ll-results li:has(img) h3 a")
A_CASE_STUDY = link("/casestudies/", A_RESULT)


def three_cases(page: Page) -> str:
    """The comparison of the first three case studies of the list."""
    page.goto("/casestudies/")
    links = page.locator(".ll-compare-link a")
    first, *others = (str(links.nth(number).get_attribute("href")) for number in range(3))
    return "&".join([first, *(other.partition("?")[2] for other in others)])


def buying_asphalt(page: Page) -> str:
    """The answer to who buys asphalt in three months."""
    start = dt.datetime.now(ZoneInfo("Europe/Amsterdam")) + dt.timedelta(days=90)
    return f"/ik-koop-morgen/?category=asfalt&value_class=221k_1m&start={start:%Y-%m-%d}"


def filled_basket(page: Page) -> str:
    """A basket with three clauses, as a visitor collects them."""
    page.goto("/criteria/")
    adds = page.locator("[data-basket-add]")
    keys = [str(adds.nth(number).get_attribute("href")).rpartition("=")[2] for number in range(3)]
    return f"/mandje/?c={','.join(keys)}"


# What Lighthouse looks at: one of each type.
PAGE_TYPES: dict[str, str | Finder] = {
    "home": "/",
    "list of examples": "/voorbeelden/",
    "example": AN_EXAMPLE,
    "list of case studies": "/casestudies/",
    "case study": A_CASE_STUDY,
    "comparison": three_cases,
    "criteria": "/criteria/",
    "basket": filled_basket,
    "promises": "/beloften/",
    "promises of an organisation": "/beloften/tiel/",
    "list of meetings": "/bijeenkomsten/",
    "meeting": OPEN_MEETING,
    "report": link("/bijeenkomsten/?period=past", A_RESULT),
    "what was agreed": "/afspraken/",
    "sign-up form": link(OPEN_MEETING, TO_SIGN_UP),
    "theme": "/themas/circulair/",
    "category": "/categorieen/asfalt/",
    "tag": link(AN_EXAMPLE, "a[href^='/onderwerpen/']"),
    "search": "/zoeken/",
    "list of news": "/nieuws/",
    "news": link("/nieuws/", A_RESULT),
    "list of tools": "/instrumenten/",
    "tool": link("/instrumenten/", A_RESULT),
    "standard page": "/over-het-lab/",
    "contact": "/contact/",
    "colleague": link("/collegas/", A_RESULT),
    "organisation": link("/organisaties/", A_RESULT),
    "tomorrow I buy": "/ik-koop-morgen/",
    "tomorrow I buy, answered": buying_asphalt,
}


def unfold(page: Page) -> None:
    """Open the menu of a phone, or the sheet of facets."""
    page.evaluate("document.querySelectorAll('.ll-menu--phone, .ll-facets__sheet').forEach((part) => part.open = true)")


def send_empty_form(page: Page) -> None:
    """Ask for error messages."""
    page.locator("main form button[type=submit]").click()
    page.get_by_role("alert").wait_for()


@dataclass(frozen=True, kw_only=True)
class State:
    """A page in some state. `at`: an address, or what finds it; `prepare` brings the page there."""

    at: str | Finder
    prepare: Callable[[Page], None] | None = None


STATES: dict[str, State] = {
    **{name: State(at=at) for name, at in PAGE_TYPES.items()},
    "home, menu open": State(at="/", prepare=unfold),
    "English home": State(at="/en/"),
    "facets open": State(at="/voorbeelden/?theme=circulair", prepare=unfold),
    "past meetings": State(at="/bijeenkomsten/?period=past"),
    "full meeting": State(at=FULL_MEETING),
    "category with parts": State(at="/categorieen/gww/"),
    "search, a word": State(at="/zoeken/?q=asfalt"),
    "nothing found": State(at="/zoeken/?q=zwammenvlokreeft&theme=klimaat"),
    "search, two themes": State(at="/zoeken/?q=asfalt&theme=circulair&theme=klimaat"),
    "sign-up, errors": State(at=link(OPEN_MEETING, TO_SIGN_UP), prepare=send_empty_form),
    "waiting list form": State(at=link(FULL_MEETING, TO_SIGN_UP)),
    "dead link": State(at="/aanmelding/verzonnen/"),
    "not found": State(at="/bestaat-niet/"),
    "log-in": State(at="/beheer/login/"),
}
