"""The pages that every lab has: a home page in each language, and the lists below it."""

from functools import partial

from django.conf import settings
from wagtail.models import Locale, Page, Site

from casestudies.models import CaseStudyIndexPage, CriterionIndexPage, ExampleIndexPage
from events.models import MeetingIndexPage
from livinglab.pages.models import (
    ColleagueIndexPage,
    HomePage,
    NewsIndexPage,
    OrganisationIndexPage,
    ToolIndexPage,
)
from livinglab.provision.memory import make_once
from livinglab.search.listing import ListingPage
from livinglab.taxonomy.models import Category

OFTEN_ASKED = ("asfalt", "schoonmaak", "sporthallen", "verkeersborden", "groenvoorziening")
HOME = {
    "nl": {
        "slug": "home",
        "heading": "Koop in met effect. Begin bij wat al werkt.",
        "lead": "Voorbeelden, teksten voor je aanbesteding en collega’s die het eerder deden. "
        "Voor iedereen die inkoopt voor de publieke zaak.",
        "summary": "Voorbeelden, bijeenkomsten en collega’s voor maatschappelijk verantwoord opdrachtgeven en inkopen.",
    },
    "en": {
        "slug": "home-en",
        "heading": "Buy with effect. Start from what works.",
        "lead": "Examples, texts for your tender and colleagues who did it before. "
        "For everybody who buys for the public good.",
        "summary": "Examples, meetings and colleagues for socially responsible commissioning and procurement.",
    },
}
LISTS = (
    (
        ExampleIndexPage,
        {
            "nl": {
                "title": "Voorbeelden",
                "slug": "voorbeelden",
                "summary": "Wat andere overheden deden, wat het opleverde en wie je kunt bellen.",
            },
            "en": {
                "title": "Examples",
                "slug": "examples",
                "summary": "What other governments did, what it brought and whom you can call.",
            },
        },
    ),
    (
        CaseStudyIndexPage,
        {
            "nl": {
                "title": "Casestudy's",
                "slug": "casestudies",
                "summary": "Hele contracten, van aanleiding tot resultaat. Ook wat tegenviel.",
            },
            "en": {
                "title": "Case studies",
                "slug": "case-studies",
                "summary": "Whole contracts, from occasion to result. Also what disappointed.",
            },
        },
    ),
    (
        CriterionIndexPage,
        {
            "nl": {
                "title": "Criteria",
                "slug": "criteria",
                "summary": "Bestekteksten die anderen gebruikten: eisen, gunningscriteria en bepalingen. "
                "Kopieer ze, of verzamel ze in je mandje.",
            },
            "en": {
                "title": "Criteria",
                "slug": "criteria",
                "summary": "Tender texts that others used: requirements, award criteria and clauses. "
                "Copy them, or collect them in your basket.",
            },
        },
    ),
    (
        MeetingIndexPage,
        {
            "nl": {
                "title": "Bijeenkomsten",
                "slug": "bijeenkomsten",
                "summary": "Themabijeenkomsten voor vakspecialisten en inkopers. Meld je aan, het kost niets.",
            },
            "en": {
                "title": "Meetings",
                "slug": "meetings",
                "summary": "Theme meetings for specialists and buyers. Sign up, they are free.",
            },
        },
    ),
    (
        ToolIndexPage,
        {
            "nl": {
                "title": "Instrumenten",
                "slug": "instrumenten",
                "summary": "Hulpmiddelen om je ambitie te kiezen, vast te leggen en waar te maken.",
            },
            "en": {
                "title": "Tools",
                "slug": "tools",
                "summary": "Tools to choose your ambition, put it on paper and make it true.",
            },
        },
    ),
    (
        ColleagueIndexPage,
        {
            "nl": {
                "title": "Bel een collega",
                "slug": "collegas",
                "summary": "Zij deden het eerder en vertellen graag hoe het ging. Tien minuten bellen spaart een week.",
            },
            "en": {
                "title": "Call a colleague",
                "slug": "colleagues",
                "summary": "They did it before and like to tell you how it went. A call of ten minutes saves a week.",
            },
        },
    ),
    (
        OrganisationIndexPage,
        {
            "nl": {
                "title": "Organisaties",
                "slug": "organisaties",
                "summary": "Wie er in het lab meedoet en wat je van ze kunt leren.",
            },
            "en": {
                "title": "Organisations",
                "slug": "organisations",
                "summary": "Who takes part in the lab, and what you can learn from them.",
            },
        },
    ),
    (
        NewsIndexPage,
        {
            "nl": {"title": "Nieuws", "slug": "nieuws", "summary": "Wat er gebeurt in en om het lab."},
            "en": {"title": "News", "slug": "news", "summary": "What happens in and around the lab."},
        },
    ),
)

# A menu of seven does not fit; an editor may choose otherwise. The page with an overview leads to every list.
IN_MENU = [page_type for page_type, _texts in LISTS if page_type is not OrganisationIndexPage]


def _add(parent: Page, page: Page, *, after: Page | None = None) -> Page:
    """Add a page and publish a revision of it, so that the signals that an editor's publish sends are sent."""
    if after is None:
        parent.add_child(instance=page)
    else:
        after.add_sibling(instance=page, pos="right")
    page.save_revision().publish()
    return page


def _make_home(language: str, translation_of: HomePage | None) -> HomePage:
    locale, _created = Locale.objects.get_or_create(language_code=language)
    home = HomePage.objects.filter(locale=locale, depth=2).first()
    if home is None:
        page = HomePage(locale=locale, title=settings.WAGTAIL_SITE_NAME, **HOME[language])
        if translation_of is not None:
            page.translation_key = translation_of.translation_key
        page.featured_categories = Category.objects.filter(slug__in=OFTEN_ASKED)
        home = _add(Page.get_first_root_node(), page)
    return home


def _make_list(page_type: type[ListingPage], texts: dict[str, str], home: HomePage, original: Page | None) -> Page:
    home.refresh_from_db()  # the number of its children
    existing = page_type.objects.child_of(home).first()
    if existing is not None:
        return existing
    page = page_type(locale=home.locale, show_in_menus=page_type in IN_MENU, **texts)
    if original is not None:
        page.translation_key = original.translation_key
    return _add(home, page, after=_list_before(page_type, home))


def _list_before(page_type: type[ListingPage], home: HomePage) -> Page | None:
    """The list that stands before one of this type, so that a lab that gets it later has it in the same place."""
    types = [listed for listed, _texts in LISTS]
    there = (listed.objects.child_of(home).first() for listed in reversed(types[: types.index(page_type)]))
    return next(filter(None, there), None)


def _make_site(home: HomePage) -> Site:
    site = Site.objects.filter(is_default_site=True).first()
    return site or Site.objects.create(
        hostname="localhost", root_page=home, is_default_site=True, site_name=settings.WAGTAIL_SITE_NAME
    )


def provision_tree() -> None:
    """Make the home pages, lists and site that were never made before."""
    welcome = Page.objects.filter(depth=2, slug="home", content_type__model="page").first()
    if welcome is not None:  # Wagtail's own first page
        Site.objects.filter(root_page=welcome).delete()
        welcome.delete()
    homes: dict[str, HomePage | None] = {}
    for language in HOME:
        make = partial(_make_home, language, homes.get(settings.LANGUAGE_CODE))
        homes[language] = make_once(f"page:HomePage:{language}", HomePage, make)
    for page_type, texts in LISTS:
        original: Page | None = None
        for language, home in homes.items():
            if home is not None:
                make_page = partial(_make_list, page_type, texts[language], home, original)
                made = make_once(f"page:{page_type.__name__}:{language}", page_type, make_page)
                original = original or made
    dutch = homes[settings.LANGUAGE_CODE]
    if dutch is not None:
        make_once("site", Site, partial(_make_site, dutch))
