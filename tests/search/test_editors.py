"""What editors can do about search: words that mean the same, promoted results, questions that found little."""

import datetime as dt

import pytest
import time_machine
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone

from livinglab.provision import roles
from livinglab.search import poor_searches
from livinglab.search.models import PoorSearch, PromotedResult, SynonymGroup
from livinglab.search.rebuild import rebuild_index
from tests.factories import ExamplePageFactory
from tests.people import somebody
from tests.search.test_lists import listing

pytestmark = pytest.mark.django_db


@pytest.fixture
def moderator(client):
    user = somebody(roles.MODERATOR)
    client.force_login(user)
    return client


def search(client, text: str, **query):
    return listing(client, reverse("search:search"), q=text, **query)


# -- Promoted results -------------------------------------------------------------------------------
def test_a_promoted_page_stands_above_the_results_of_its_questions_only(client) -> None:
    promoted, other = ExamplePageFactory(title="De gids"), ExamplePageFactory(title="Bomen planten")
    PromotedResult.objects.create(phrases="boom\nstruiken", page=promoted)
    rebuild_index()
    shown = search(client, "bomen")
    assert [hit.entry.title for hit in shown.promoted] == ["De gids"]
    assert other.title in [hit.entry.title for hit in shown.hits]
    assert search(client, "wegen").promoted == []
    assert search(client, "bomen planten").promoted == []


def test_a_promoted_page_is_shown_once_and_never_when_it_is_not_public(client) -> None:
    page = ExamplePageFactory(title="Bomen planten")
    PromotedResult.objects.create(phrases="bomen", page=page)
    rebuild_index()
    shown = search(client, "bomen")
    assert [hit.entry.title for hit in shown.promoted] == ["Bomen planten"]
    assert "Bomen planten" not in [hit.entry.title for hit in shown.hits]
    page.unpublish()
    assert search(client, "bomen").promoted == []


# -- Words that mean the same -----------------------------------------------------------------------
def test_a_moderator_says_what_a_word_means_and_sees_what_it_finds(moderator) -> None:
    ExamplePageFactory(title="Werk voor mensen met afstand tot de arbeidsmarkt")
    rebuild_index()
    add = reverse(SynonymGroup.snippet_viewset.get_url_name("add"))
    assert b"zzsroi" in moderator.get(add, {"phrases": "zzsroi"}).content
    moderator.post(add, {"phrases": "zzsroi\narbeidsmarkt"})
    group = SynonymGroup.objects.get(phrases__startswith="zzsroi")
    edit = moderator.get(reverse(SynonymGroup.snippet_viewset.get_url_name("edit"), args=[group.pk]))
    assert edit.status_code == 200
    assert "Werk voor mensen met afstand tot de arbeidsmarkt" in edit.content.decode()
    assert search(moderator, "zzsroi").response.total == 1


# -- Questions that found little --------------------------------------------------------------------
def test_a_question_that_finds_little_is_counted_and_nothing_of_who_asked(client) -> None:
    ExamplePageFactory(title="Taalverhuizer")
    for _ in range(3):
        search(client, "Táalverhuizer")
    search(client, "taalverhuizer", page="2")
    (counted,) = PoorSearch.objects.all()
    assert (counted.text, counted.language, counted.asked, counted.results) == ("taalverhuizer", "nl", 3, 1)
    assert counted.month == timezone.localdate().replace(day=1)


@pytest.mark.parametrize("text", ["jan@gemeente.example", "0612345678", "06 12 34 56 78", "123456782", "x"])
def test_what_may_be_personal_is_not_kept(client, text) -> None:
    search(client, text)
    assert not PoorSearch.objects.exists()


def test_an_opened_result_is_counted_for_a_token_of_ours_only(client) -> None:
    ExamplePageFactory(title="Taalverhuizer")
    page = client.get(reverse("search:search"), {"q": "taalverhuizer"})
    token, url = page.context["click_token"], reverse("search:count_click")
    assert token in page.content.decode()
    assert client.post(url, token, content_type="text/plain").status_code == 204
    for wrong in ("", "onzin", token[:-1] + "x", token + "x" * 5000, "\ud800".encode("utf-8", "replace").decode()):
        assert client.post(url, wrong, content_type="text/plain").status_code == 204
    with time_machine.travel(timezone.now() + dt.timedelta(days=2), tick=False):
        assert client.post(url, token, content_type="text/plain").status_code == 204
    assert PoorSearch.objects.get().clicked == 1
    assert client.get(url).status_code == 405


def test_questions_of_more_than_a_year_ago_are_forgotten(client) -> None:
    with time_machine.travel(dt.datetime(2025, 1, 15, 12, tzinfo=dt.UTC), tick=False):
        search(client, "kolibrie")
    with time_machine.travel(dt.datetime(2026, 1, 15, 12, tzinfo=dt.UTC), tick=False):
        assert poor_searches.forget_old() == 0
    with time_machine.travel(dt.datetime(2026, 2, 15, 12, tzinfo=dt.UTC), tick=False):
        assert poor_searches.forget_old() == 1


def test_the_report_offers_what_one_can_do(moderator) -> None:
    PoorSearch.objects.create(text="schoonmaak", language="nl", month=dt.date(2026, 11, 1), asked=7)
    report = moderator.get(reverse("poor_searches"))
    assert report.status_code == 200
    text = report.content.decode()
    assert "phrases=schoonmaak" in text
    assert reverse("wagtailsnippets_taxonomy_category:edit", args=[_category().pk]) in text
    export = moderator.get(reverse("poor_searches"), {"export": "xlsx"})
    assert export.status_code == 200


def _category():
    from livinglab.taxonomy.models import Category

    return Category.objects.get(slug="schoonmaak")


@pytest.mark.parametrize("role", [roles.EDITOR, roles.ORGANISER])
def test_others_do_not_see_what_was_searched(client, role) -> None:
    assert Group.objects.filter(name=role).exists()
    client.force_login(somebody(role))
    assert client.get(reverse("poor_searches")).status_code in {302, 403}
