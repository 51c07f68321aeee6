"""What not everybody may read is named nowhere: its title and its address stand on no page, in no list, map or feed."""

import datetime as dt
import itertools
import re
from collections.abc import Callable

import pytest
from django.urls import reverse
from django.utils import timezone, translation
from wagtail.models import Page, PageViewRestriction

from casestudies.models import CaseStudyIndexPage, CaseStudyPage, CaseStudyRelatedPage, ExampleIndexPage
from events.models import MeetingRelatedPage, MeetingSeries
from livinglab.core.content.rich_text import PublicPageLinkHandler
from livinglab.core.content.visibility import is_public, public, public_by_key
from livinglab.pages.models import HomePage, NewsIndexPage, NewsPage, StandardPage, ToolIndexPage, ToolPage
from livinglab.search.rebuild import rebuild_index
from tests.factories import ExamplePageFactory, LabPageFactory, MeetingPageFactory, StandardPageFactory
from tests.search.test_queries import TOLD

pytestmark = pytest.mark.django_db

_serial = itertools.count(1)


def made(page_type: type[Page], index_type: type[Page], **fields) -> Page:
    parent = index_type.objects.get(locale__language_code="nl")
    slug = f"{page_type.__name__.lower()}-{next(_serial)}"
    return LabPageFactory._create(page_type, parent=parent, **{"slug": slug, "title": slug, **fields})


# -- The ways in which a page is not for everybody -----------------------------------------------------
def log_in_only(page: Page) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type="login")


def with_a_password(page: Page) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type="password", password="sesam")  # noqa: S106


def withdrawn(page: Page) -> None:
    page.unpublish()


WAYS = [log_in_only, with_a_password, withdrawn]


# -- The places that name other pages -------------------------------------------------------------------
def related_to_a_case_study(secret: str) -> Page:
    page = made(CaseStudyPage, CaseStudyIndexPage, year=2025, **dict.fromkeys(TOLD, "Zo ging het."), **_story())
    other = ExamplePageFactory(title=secret)
    CaseStudyRelatedPage.objects.create(case_study=page, page=other)
    return other


def _story() -> dict[str, object]:
    example = ExamplePageFactory()
    return {"organisation": example.organisation, "category": example.category}


def related_to_a_meeting(secret: str) -> Page:
    other = ExamplePageFactory(title=secret)
    MeetingRelatedPage.objects.create(meeting=MeetingPageFactory(), page=other)
    return other


def in_a_block(secret: str) -> Page:
    other = ExamplePageFactory(title=secret)
    body = [("related_pages", {"title": "Lees ook", "pages": [other]}), ("related_pages", {"pages": [other]})]
    StandardPageFactory(body=body)
    return other


def linked_in_text(secret: str) -> Page:
    other = StandardPageFactory(title=secret)
    link = f'<p>Lees <a linktype="page" id="{other.pk}">verder</a>.</p>'
    StandardPageFactory(body=[("text", link)])
    ExamplePageFactory(what_was_done=link)
    return other


def in_the_footer(secret: str) -> Page:
    return StandardPageFactory(title=secret, show_in_menus=True)


def in_the_menu(secret: str) -> Page:
    page = ExampleIndexPage.objects.get(locale__language_code="nl")
    page.title, page.show_in_menus = secret, True
    page.save_revision().publish()
    return page


def among_other_news(secret: str) -> Page:
    page = made(NewsPage, NewsIndexPage, title=secret, body=[("text", "<p>…</p>")])
    made(NewsPage, NewsIndexPage, body=[("text", "<p>…</p>")])
    return page


def among_those_who_used_a_tool(secret: str) -> Page:
    tool = made(ToolPage, ToolIndexPage, kind="guide", steering="formal", link="https://example.org/")
    return StandardPageFactory(title=secret, body=[("related_pages", {"pages": [tool]})])


def in_a_series(secret: str) -> Page:
    series = MeetingSeries.objects.create(name="Wegen")
    later = timezone.now() + dt.timedelta(days=9)
    page = MeetingPageFactory(title=secret, series=series)
    page.agreed_actions.create(what=f"{secret} afspreken", who="Allen")
    page.save()
    MeetingPageFactory(series=series, starts_at=later, ends_at=later + dt.timedelta(hours=1))
    return page


def as_a_translation(secret: str) -> Page:
    dutch = StandardPageFactory(title="Over dit lab")
    english = HomePage.objects.get(locale__language_code="en")
    return StandardPageFactory(
        title=secret, parent=english, locale=english.locale, translation_key=dutch.translation_key
    )


def above_a_public_page(secret: str) -> Page:
    """Only withdrawn: what is below a private page is private too."""
    above = StandardPageFactory(title=secret, slug="boven")
    StandardPageFactory(title="Zichtbaar", parent=above)
    return above


def as_an_alias(secret: str) -> Page:
    source = StandardPageFactory(title=secret, show_in_menus=True)
    source.create_alias(update_slug="schuilnaam")
    return source


PLACES = [
    *(related_to_a_case_study, related_to_a_meeting, in_a_block, linked_in_text, in_the_footer, in_the_menu),
    *(among_other_news, among_those_who_used_a_tool, in_a_series, as_a_translation, above_a_public_page, as_an_alias),
]


def site_of_visitors(client) -> dict[str, str]:
    """Address → what it shows, of every public page, list, map and feed."""
    rebuild_index()
    pages = [page.get_url() for page in Page.objects.live().public().filter(depth__gt=1)]
    views = ("/sitemap/", "/en/sitemap/", "/zoeken/", "/zoeken/?q=geheim", "/en/search/", "/zoeken/?format=atom")
    machines = (
        "/sitemap.xml",
        "/sitemap-pages.xml",
        "/sitemap-terms.xml",
        reverse("events:calendar"),
        "/niet-te-vinden/",
    )
    shown = {}
    for address in {*filter(None, pages), *views, *machines, "/niet-te-vinden/"}:
        response = client.get(address)
        if response.status_code != 302:  # to the form for a password
            shown[address] = b"".join(response).decode() if response.streaming else response.content.decode()
    return shown


def named(shown: dict[str, str], secrets: dict[str, Page]) -> dict[str, list[str]]:
    """Secret title → where that title or the address of its page stands."""
    found = {}
    for secret, page in secrets.items():
        address = re.escape(page.get_url())
        words = re.compile(rf'{secret}|href="[^"]*{address}"|>[^<]*{address}<', re.IGNORECASE)
        where = [url for url, text in shown.items() if words.search(text.replace("\u00ad", ""))]
        if where:
            found[secret] = where
    return found


def assert_named_nowhere(client, *turns: list[Callable[[Page], None]]) -> None:
    """Each turn names a way for each place; `withdrawn` stays, so it is for the last turn."""
    secrets = {f"Geheim{number}": place(f"Geheim{number}") for number, place in enumerate(PLACES)}
    assert named(site_of_visitors(client), secrets).keys() == secrets.keys(), "Some place names it not to begin with."
    for ways in turns:
        for way, secret in zip(ways, secrets, strict=True):
            way(Page.objects.get(title=secret, alias_of=None))
        assert not any(is_public(Page.objects.get(pk=page.pk)) for page in secrets.values())
        assert named(site_of_visitors(client), secrets) == {}, ways
        PageViewRestriction.objects.all().delete()


@pytest.mark.slow
def test_what_not_everybody_may_read_is_named_nowhere(client) -> None:
    """Each place in one way, each way at every third place."""
    assert_named_nowhere(client, [WAYS[number % len(WAYS)] for number in range(len(PLACES))])


@pytest.mark.thorough
def test_it_is_named_nowhere_in_whatever_way_it_is_kept(client) -> None:
    assert_named_nowhere(client, *([way] * len(PLACES) for way in WAYS))


# -- The question itself --------------------------------------------------------------------------------
def test_a_page_is_private_by_itself_by_what_is_above_and_by_what_it_aliases() -> None:
    above = StandardPageFactory()
    page = StandardPageFactory(parent=above)
    alias = page.create_alias(parent=above.get_parent(), update_slug="alias")
    pages = [above, page, alias]
    assert all(is_public(one) for one in pages)
    restriction = PageViewRestriction.objects.create(page=above, restriction_type="login")
    assert [is_public(one) for one in pages] == [False, False, True]  # the alias stands elsewhere
    restriction.delete()
    restriction = PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert [is_public(one) for one in pages] == [True, False, False]
    assert public(Page.objects.filter(pk__in=[one.pk for one in pages])).get() == Page.objects.get(pk=above.pk)
    restriction.delete()
    page.unpublish()
    assert [is_public(Page.objects.get(pk=one.pk)) for one in pages] == [True, False, False]


def test_public_pages_come_in_the_order_of_the_editor() -> None:
    pages = [StandardPageFactory() for _ in range(3)]
    keys = [page.pk for page in reversed(pages)]
    assert [page.pk for page in public_by_key([*keys, keys[0], 0])] == keys
    assert public_by_key([]) == []


def test_a_link_in_text_leads_to_the_page_in_the_language_of_the_reader(django_assert_num_queries) -> None:
    english = HomePage.objects.get(locale__language_code="en")
    dutch, only_dutch = StandardPageFactory(title="Over"), StandardPageFactory(title="Alleen Nederlands")
    about = StandardPageFactory(parent=english, locale=english.locale, translation_key=dutch.translation_key)
    hidden = StandardPageFactory(live=False)
    shown = [{"id": str(page.pk)} for page in (dutch, only_dutch)] + [{"id": "0"}, {"id": "x"}, {}]
    tags = [f'<a href="{about.url}">', f'<a href="{only_dutch.url}">', "<a>", "<a>", "<a>"]
    StandardPage.objects.get(pk=about.pk).get_url()  # the paths of the site come from the cache
    with translation.override("en"):
        with django_assert_num_queries(1):
            assert PublicPageLinkHandler.expand_db_attributes_many(shown) == tags
        with django_assert_num_queries(2):  # one more for all that took the place of what is not public
            assert PublicPageLinkHandler.expand_db_attributes_many([*shown, {"id": str(hidden.pk)}]) == [*tags, "<a>"]


def test_the_meetings_of_a_calendar_are_those_that_everybody_may_read(client) -> None:
    page = MeetingPageFactory(title="Geheim")
    assert "Geheim" in client.get(reverse("events:calendar")).content.decode()
    log_in_only(page.get_parent())
    assert "Geheim" not in client.get(reverse("events:calendar")).content.decode()
