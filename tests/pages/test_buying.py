"""I buy … tomorrow: three questions, one page, and nothing that is not so."""

import datetime as dt
from urllib.parse import urlencode

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from casestudies.models import CaseStudyCriterion, CaseStudyIndexPage, CaseStudyPage
from livinglab.pages.buying import Purchase, follow_ups
from livinglab.taxonomy.choices import ValueClass
from livinglab.taxonomy.models import Category
from tests.factories import (
    ExamplePageFactory,
    LabPageFactory,
    MeetingPageFactory,
    OrganisationFactory,
    PersonFactory,
)
from tests.search.test_queries import TOLD

ADDRESS = "/ik-koop-morgen/"


class CaseStudyFactory(LabPageFactory):
    class Meta:
        model = CaseStudyPage


def case_study(title: str, category: Category, value_class: str, **more: object) -> CaseStudyPage:
    index = CaseStudyIndexPage.objects.get(locale__language_code="nl")
    told = dict.fromkeys(TOLD, "Zo ging het.")
    given = {"category": category, "value_class": value_class, "organisation": OrganisationFactory(), "year": 2025}
    return CaseStudyFactory(title=title, parent=index, **given, **told, **more)


def question(**changes: str) -> str:
    start = (timezone.localdate() + dt.timedelta(days=60)).isoformat()
    return urlencode({"category": "asfalt", "value_class": "under_50k", "start": start} | changes)


@pytest.mark.django_db
def test_the_answer_has_what_fits_best_first_and_whom_to_call_and_where_to_go(client):
    asphalt, signs = Category.objects.get(slug="asfalt"), Category.objects.get(slug="verkeersborden")
    case_study("Groot werk", asphalt, "over_1m")
    case_study("Klein werk", asphalt, "under_50k")
    ExamplePageFactory(title="Borden", category=signs)
    MeetingPageFactory(title="Asfalt, samen", category=asphalt)
    person = PersonFactory(name="Ada Wegman", phone="0344 123 456")
    person.categories.set([asphalt])
    PersonFactory(name="Cleo Geheim", consent_to_show=False).categories.set([asphalt])
    response = client.get(f"{ADDRESS}?{question()}")
    answer = response.context["answer"]
    assert [found.hit.entry.title for found in answer.stories] == ["Klein werk", "Groot werk", "Borden"]
    assert [found.reason for found in answer.stories][0] == "Asfalt, van dezelfde omvang"
    assert answer.stories[2].reason == "Grond-, weg- en waterbouw"
    assert [hit.entry.title for hit in answer.meetings] == ["Asfalt, samen"]
    assert [one.name for one in answer.people] == ["Ada Wegman"]
    html = response.content.decode()
    assert "Ik koop morgen asfalt" in html
    assert "Enkelvoudig onderhands" in html or "enkelvoudig onderhands" in html
    assert client.get(f"/en/buy-tomorrow/?{question()}").context["answer"].stories  # in Dutch, rather than nothing


@pytest.mark.django_db
def test_clauses_of_the_same_size_go_first_and_among_these_those_of_a_usual_procedure(client):
    asphalt = Category.objects.get(slug="asfalt")
    for value_class, procedure in (
        ("over_1m", "european"),
        ("under_50k", "european"),
        ("under_50k", "single_private"),
        ("over_1m", "single_private"),
    ):
        criteria = [CaseStudyCriterion(kind="requirement", text=f"Tekst van {value_class}, {procedure}.")]
        title = f"{value_class} {procedure}"
        case_study(title, asphalt, value_class, procedure=procedure, criteria=criteria)

    def texts(value_class: str) -> list[str]:
        found = client.get(f"{ADDRESS}?{question(value_class=value_class)}").context["answer"].clauses
        return [one.hit.extra["clause"].criterion.text for one in found]

    small, large = texts("under_50k"), texts("over_1m")
    assert small[:2] == ["Tekst van under_50k, single_private.", "Tekst van under_50k, european."]
    assert large[:2] == ["Tekst van over_1m, european.", "Tekst van over_1m, single_private."]
    assert len(small) == len(large) == 4


@pytest.mark.django_db
def test_it_says_so_where_there_is_nothing(client):
    html = client.get(f"{ADDRESS}?{question(category='catering')}").content.decode()
    for sentence in ("Niemand deelde nog een voorbeeld", "geen bestekteksten", "Niemand bood nog aan", "gepland"):
        assert sentence in html
    assert 'href="/laat-het-me-weten/categorie/catering/"' in html


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"category": ""}, "category"),
        ({"category": "bestaat-niet"}, "category"),
        ({"value_class": "veel"}, "value_class"),
        ({"start": ""}, "start"),
        ({"start": "morgen"}, "start"),
        ({"start": "2001-01-01"}, "start"),
        ({"start": "9999-12-31"}, "start"),
        ({"start": "30-02-2027"}, "start"),
    ],
    ids=str,
)
def test_a_wrong_answer_is_said_and_the_others_are_kept(client, wrong, field):
    response = client.get(f"{ADDRESS}?{question(**wrong)}")
    assert response.status_code == 200
    assert list(response.context["form"].errors) == [field]
    if field == "start" and wrong["start"]:
        assert f'value="{wrong["start"]}"' in response.content.decode()
    assert "answer" not in response.context
    assert client.get(f"{ADDRESS}opvolging.ics?{question(**wrong)}").status_code == 404
    kept = response.context["form"]["category"].value()
    assert kept == ("asfalt" if field != "category" else wrong["category"])


@pytest.mark.django_db
def test_a_link_from_a_trade_or_the_home_page_leads_there(client):
    assert f'href="{ADDRESS}?category=asfalt"' in client.get("/categorieen/asfalt/").content.decode()
    form = client.get(f"{ADDRESS}?category=asfalt").context["form"]
    assert not form.is_bound
    assert form["category"].value() == "asfalt"
    for page in ("/", "/sitemap/"):
        assert f'href="{ADDRESS}"' in client.get(page).content.decode()


@pytest.mark.django_db
def test_the_calendar_has_the_days_of_the_page_and_stays_one_however_often_it_is_fetched(client):
    days = [moment.day for moment in client.get(f"{ADDRESS}?{question()}").context["answer"].follow_ups]
    responses = [client.get(f"{ADDRESS}opvolging.ics?{question()}") for _ in range(2)]
    first, second = (Calendar.from_ical(response.content) for response in responses)
    assert [event.decoded("dtstart") for event in first.walk("VEVENT")] == days
    assert all(event.walk("VALARM") for event in first.walk("VEVENT"))
    assert [str(event["uid"]) for event in first.walk("VEVENT")] == [str(one["uid"]) for one in second.walk("VEVENT")]
    assert responses[0].headers["Content-Disposition"] == 'attachment; filename="opvolging-asfalt.ics"'


@given(start=st.dates(dt.date(2026, 1, 1), dt.date(2046, 12, 31)), value=st.sampled_from(ValueClass.values))
def test_follow_up_days_rise_are_working_days_and_begin_with_the_start(start, value):
    days = [moment.day for moment in follow_ups(Purchase(Category(slug="asfalt"), value, start))]
    assert days == sorted(set(days))
    assert all(day.weekday() < 5 for day in days)
    assert dt.timedelta(0) <= days[0] - start <= dt.timedelta(days=2)
    assert len(days) == (3 if value in {"under_50k", "50k_221k"} else 5)


@pytest.mark.django_db
def test_it_costs_the_same_with_much_and_with_little(client):
    def cost() -> int:
        client.get(f"{ADDRESS}?{question()}")
        with CaptureQueriesContext(connection) as captured:
            assert client.get(f"{ADDRESS}?{question()}").status_code == 200
        return len(captured)

    asphalt = Category.objects.get(slug="asfalt")

    def add() -> None:
        ExamplePageFactory(category=asphalt)
        MeetingPageFactory(category=asphalt)
        PersonFactory().categories.set([asphalt])

    add()
    one = cost()
    for _ in range(2):
        add()
    assert cost() == one


@pytest.mark.django_db
@time_machine.travel("2026-11-27 12:00", tick=False)
def test_today_is_a_day_to_start(client):
    assert not client.get(f"{ADDRESS}?{question(start='2026-11-27')}").context["form"].errors
