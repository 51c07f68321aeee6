"""The report of a meeting: the blocks of news, headings that stay within it, and what can be found of it."""

import importlib
import json
import re

import pytest
from django.apps import apps
from django.db import connection
from django.urls import reverse
from wagtail.models import Revision

from events.models import MeetingContributor, MeetingPage, MeetingRelatedPage
from livinglab.core.text import headings_below
from livinglab.pages.models import NewsIndexPage, NewsPage, ToolIndexPage, ToolPage
from livinglab.search import sync
from livinglab.search.models import SearchEntry
from livinglab.taxonomy.models import Person
from tests.factories import ExamplePageFactory, LabImageFactory, LabPageFactory, OrganisationFactory, PersonFactory

pytestmark = pytest.mark.django_db

TIPS = {
    "title": "Heel kort een paar tips",
    "tips": [
        {"text": "Maak een actieplan en laat het besluiten.", "steering": "formal"},
        {"text": "Zoek een sleutelfiguur.", "steering": "informal"},
        {"text": "Begin klein.", "steering": ""},
    ],
}


def with_report(page: MeetingPage, *blocks, **fields) -> MeetingPage:
    fresh = MeetingPage.objects.get(pk=page.pk)
    fresh.report = list(blocks) or [("text", "<p>Zo was het.</p>")]
    for name, value in fields.items():
        setattr(fresh, name, value)
    fresh.save_revision().publish()
    return MeetingPage.objects.get(pk=page.pk)


def words_of(client, page) -> str:
    html = client.get(page.url).content.decode().partition("<main")[2].partition("</main>")[0]
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


def news(title: str, **fields) -> NewsPage:
    index = NewsIndexPage.objects.get(locale__language_code="nl")
    return LabPageFactory._create(NewsPage, parent=index, title=title, slug=title.lower(), body=[], **fields)


def test_a_report_has_the_blocks_of_news(client, meeting_page):
    person = PersonFactory(name="Sanne Verzonnen", phone="0344 000001")
    picture = LabImageFactory(description="Een volle zaal")
    picture.contextual_alt_text, picture.decorative = "Een volle zaal luistert", False
    page = with_report(
        meeting_page,
        ("quote", {"text": "We kunnen echt verschil maken.", "attribution": "Bij de opening"}),
        ("tips", TIPS),
        ("picture", {"image": picture, "caption": "De zaal zat vol"}),
        ("steps", {"title": "Zo begin je", "steps": [{"title": "Kies een contract", "text": ""}]}),
        ("contact", {"title": "Meer weten?", "person": person}),
    )
    shown = words_of(client, page)
    for words in ("We kunnen echt verschil maken.", "Bij de opening", "De zaal zat vol", "Kies een contract", "Sanne"):
        assert words in shown
    assert "Maak een actieplan en laat het besluiten. formele sturing" in shown
    assert "Zoek een sleutelfiguur. informele sturing" in shown
    assert "Begin klein. informele" not in shown


def test_headings_of_a_report_are_below_its_own(client, meeting_page):
    page = with_report(
        meeting_page,
        ("text", "<h2>Wat we hoorden</h2><p>Veel.</p><h3>In de zaal</h3>"),
        ("tips", TIPS),
        ("related_pages", {"title": "Lees ook", "pages": [ExamplePageFactory()]}),
    )
    page.programme_items.create(time="13:30", title="Welkom")
    html = client.get(page.url).content.decode()
    report = html.partition('id="report"')[2].partition("</section>")[0] + html.partition("Programma</h2>")[0]
    levels = {re.sub(r"<[^>]*>", "", text): level for level, text in re.findall(r"<h(\d)[^>]*>(.*?)</h\1>", report)}
    assert levels["Verslag"] == "2"
    assert {levels[name] for name in ("Wat we hoorden", TIPS["title"], "Lees ook")} == {"3"}
    assert levels["In de zaal"] == "4"


@pytest.mark.parametrize(
    ("html", "lower"),
    [
        ('<h2 class="a">A</h2>', '<h3 class="a">A</h3>'),
        ("<h3>A</h3><h4>B</h4><h2>C</h2><h3>D</h3>", "<h3>A</h3><h4>B</h4><h3>C</h3><h4>D</h4>"),
        ("<h6>A</h6>", "<h3>A</h3>"),
        ("<p>&lt;h2&gt; h2 <b>3</b></p><header><hr></header>", "<p>&lt;h2&gt; h2 <b>3</b></p><header><hr></header>"),
    ],
)
def test_only_headings_go_lower(html, lower):
    assert headings_below(html) == lower


def test_tips_are_found_by_their_words_by_the_word_tips_and_by_how_they_steer(client, meeting_page):
    with_report(meeting_page, ("tips", TIPS))
    for question in ({"q": "sleutelfiguur"}, {"q": "tips"}, {"q": "informele"}, {"steering": "formal"}):
        hits = client.get(reverse("search:search"), question).context["listing"].hits
        assert [hit.entry.title for hit in hits] == [meeting_page.title], question


def test_tools_stand_apart_from_what_there_is_to_read(client, meeting_page):
    index = ToolIndexPage.objects.get(locale__language_code="nl")
    fields = {"kind": "guide", "steering": "formal", "link": "https://example.org/"}
    tool = LabPageFactory._create(ToolPage, parent=index, title="Het ambitieweb", slug="web", **fields)
    for other in (tool, ExamplePageFactory(title="Oud asfalt, nieuwe weg")):
        MeetingRelatedPage.objects.create(meeting=meeting_page, page=other)
    html = client.get(meeting_page.url).content.decode()
    _before, heading, after = html.partition('level-2">Instrumenten</h2>')
    assert heading
    assert "Het ambitieweb" in after.partition("</section>")[0]
    assert "Oud asfalt" not in after.partition("</section>")[0]


def test_more_news_stands_beside_a_report_with_its_day_and_what_it_is_about(client, meeting_page):
    for number in range(5):
        news(f"Nieuws{number}", date=f"2026-05-0{number + 1}", summary=f"Een verhaal over {number}.")
    shown = words_of(client, with_report(meeting_page))
    beside = shown.partition("Meer nieuws")[2]
    for number in (4, 3, 2):
        assert f"{number + 1} mei 2026 Nieuws{number} Een verhaal over {number}." in beside
    assert "Nieuws1" not in beside
    last = NewsPage.objects.get(title="Nieuws4")
    assert "4 mei 2026 Nieuws3 Een verhaal over 3." in words_of(client, last)
    assert "Een verhaal over 4. " not in words_of(client, last).partition("Meer nieuws")[2]


def test_without_a_report_there_is_no_news_beside_a_meeting(client, meeting_page):
    news("Nieuws")
    assert "Meer nieuws" not in words_of(client, meeting_page)


# -- Names ------------------------------------------------------------------------------------------
def republish(page) -> None:
    MeetingPage.objects.get(pk=page.pk).save_revision().publish()


def found(client, words: str) -> list[str]:
    return [hit.entry.title for hit in client.get(reverse("search:search"), {"q": words}).context["listing"].hits]


def test_a_name_may_be_in_a_report_without_being_among_the_colleagues(client, meeting_page):
    person = PersonFactory(
        name="Quirijn Verzonnen", consent_to_show=False, email="quirijn@lab.example", job_title="spreker over wegen"
    )
    MeetingContributor.objects.create(page=meeting_page, person=person, role="speaker", may_be_named=True)
    republish(meeting_page)
    html = client.get(meeting_page.url).content.decode()
    assert "Quirijn Verzonnen" in html
    assert "spreker over wegen" in html
    assert person.email not in html
    assert found(client, "Quirijn") == [meeting_page.title]
    assert not SearchEntry.objects.filter(kind="person", title=person.name).exists()


def test_without_a_name_the_role_and_the_organisation_still_show_and_count(client, meeting_page):
    organisation = OrganisationFactory(name="FruitDelta", slug="fruitdelta")
    person = PersonFactory(
        name="Xanthippe Geheim", job_title="Enige griffier", organisation=organisation, consent_to_show=False
    )
    MeetingContributor.objects.create(page=meeting_page, person=person)
    republish(meeting_page)
    shown = words_of(client, meeting_page)
    assert "Inkoopadviseur , FruitDelta (organisator)" in shown
    assert "Enige griffier" not in shown, "a job title says who it is"
    entry = SearchEntry.objects.get(page_id=meeting_page.pk)
    assert "Xanthippe" not in entry.body
    hits = client.get(reverse("search:organisation", args=["fruitdelta"])).context["listing"].response.hits
    assert [hit.entry.title for hit in hits] == [meeting_page.title]
    assert (
        '"organizer": [{"@type": "Organization", "name": "FruitDelta"}]'
        in client.get(meeting_page.url).content.decode()
    )


@pytest.mark.parametrize("how", ["save", "update", "delete", "page"])
def test_a_name_that_is_withdrawn_is_gone_from_that_moment(client, meeting_page, how):
    person = PersonFactory(name="Ypsilon Verzonnen", consent_to_show=how != "page")
    MeetingContributor.objects.create(page=meeting_page, person=person, may_be_named=how == "page")
    republish(meeting_page)
    assert SearchEntry.objects.filter(body__contains="Ypsilon").exists()
    if how == "save":
        person.consent_to_show = False
        person.save()
    elif how == "update":
        Person.objects.filter(pk=person.pk).update(consent_to_show=False)
    elif how == "delete":
        person.delete()
    else:
        page = MeetingPage.objects.get(pk=meeting_page.pk)
        contributor = page.contributors.get()
        contributor.may_be_named = False
        page.contributors = [contributor]
        page.save_revision().publish()
    assert not SearchEntry.objects.filter(body__contains="Ypsilon").exists()
    assert "Ypsilon" not in client.get(meeting_page.url).content.decode()


def test_a_new_name_is_found_after_the_person_is_saved(client, meeting_page):
    person = PersonFactory(name="Oude Naam")
    MeetingContributor.objects.create(page=meeting_page, person=person)
    republish(meeting_page)
    person.name = "Zwaluwstaart"
    person.save()
    sync.refresh_stale()
    assert found(client, "Zwaluwstaart") == ["Zwaluwstaart", meeting_page.title]


def test_names_without_consent_are_nowhere(client, meeting_page):
    """Page, list, search, feed, calendar, linked data and site map."""
    secret = "Xerxeszoon"
    person = PersonFactory(name=f"Wim {secret}", consent_to_show=False)
    MeetingContributor.objects.create(page=meeting_page, person=person, role="speaker")
    republish(meeting_page)
    key = meeting_page.translation_key
    addresses = [
        meeting_page.url,
        "/bijeenkomsten/",
        "/bijeenkomsten/?format=atom",
        "/",
        "/sitemap/",
        "/sitemap-pages.xml",
        f"/organisaties/{person.organisation.slug}/",
        reverse("search:search") + f"?q={secret}",
        reverse("search:suggestions") + f"?q={secret}",
        reverse("events:calendar"),
        reverse("events:meeting_calendar", args=[key]),
        reverse("events:sign_up", args=[key]),
    ]
    for address in addresses:
        response = client.get(address)
        assert response.status_code == 200, address
        html = response.content.decode().replace(f"?q={secret}", "").replace(f'value="{secret}"', "")
        if "zoeken" not in address:
            assert secret not in html, address
    assert found(client, secret) == []
    assert not SearchEntry.objects.filter(body__contains=secret).exists()


# -- What there was ---------------------------------------------------------------------------------
def test_versions_from_before_open_with_their_report_as_text(meeting_page):
    migration = importlib.import_module("events.migrations.0016_report_blocks")
    old = meeting_page.save_revision()
    old.content["report"] = "<h2>Wat we hoorden</h2><p>Veel.</p>"
    old.save(update_fields=["content"])
    empty = MeetingPage.objects.get(pk=meeting_page.pk).save_revision()
    empty.content["report"] = ""
    empty.save(update_fields=["content"])
    Revision.objects.exclude(pk__in=[old.pk, empty.pk]).update(content={})
    migration.blocks_in_versions(apps, None)
    report = Revision.objects.get(pk=old.pk).as_object().report
    assert [(block.block_type, block.value.source) for block in report] == [
        ("text", "<h2>Wat we hoorden</h2><p>Veel.</p>")
    ]
    assert not Revision.objects.get(pk=empty.pk).as_object().report
    migration.text_in_versions(apps, None)
    assert Revision.objects.get(pk=old.pk).content["report"] == "<h2>Wat we hoorden</h2><p>Veel.</p>"


def test_tips_from_before_keep_their_words(client):
    migration = importlib.import_module("livinglab.pages.migrations.0007_tips_with_steering")
    blocks = [
        {
            "type": "tips",
            "value": {"title": "Tips", "tips": [{"type": "item", "value": "Begin.", "id": "a"}]},
            "id": "b",
        },
        {"type": "tips", "value": {"title": "Oud", "tips": ["Volg op."]}, "id": "c"},
    ]
    page = news("Tips")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE pages_newspage SET body = %s WHERE page_ptr_id = %s", [json.dumps(blocks), page.pk])
    revision = page.latest_revision
    revision.content["body"] = json.dumps(blocks)
    revision.save(update_fields=["content"])
    migration.forwards(apps, None)
    for version in (NewsPage.objects.get(pk=page.pk), Revision.objects.get(pk=revision.pk).as_object()):
        assert [tip["text"] for block in version.body for tip in block.value["tips"]] == ["Begin.", "Volg op."]
    assert "Volg op." in words_of(client, page)
