"""What visitors see of promises: on the page, on cards, on the home page, on the board, and in the picture."""

import datetime as dt
import re
from decimal import Decimal
from xml.etree import ElementTree

import pytest
import time_machine
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st
from wagtail.models import Page, PageViewRestriction

from casestudies.models import CaseStudyPage, Result
from casestudies.promises.proof import bars
from tests.casestudies.promised import KEPT, NOT_KEPT, NOT_MEASURED, RUNNING, case_study
from tests.factories import OrganisationFactory, PersonFactory, ThemeFactory

figures = st.decimals(min_value=Decimal("-1e15"), max_value=Decimal("1e15"), places=8)
DAY = dt.date(2026, 5, 4)


def html(client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


# -- Bars -------------------------------------------------------------------------------------------
def _length(percent: str) -> float:
    return float(percent.removesuffix("%"))


@given(figures, st.none() | figures, st.none() | figures, st.none() | figures, st.none() | figures)
def test_every_bar_fits_in_its_room_whatever_is_promised(promised, up_to, realised, realised_to, baseline):
    result = Result(
        promised=promised, promised_to=up_to, realised=realised, realised_to=realised_to, baseline=baseline, unit="%"
    )
    for bar in bars(result):
        for start, length in ((bar.start, bar.length), (bar.range_start, bar.range_length)):
            assert _length(start) >= 0
            assert _length(length) >= 0
            assert _length(start) + _length(length) <= 100.02


@given(figures, figures)
def test_the_larger_figure_of_one_sign_never_has_the_shorter_bar(one, other):
    if (one < 0) != (other < 0):
        return
    promised, realised = bars(Result(promised=one, realised=other))
    if abs(one) >= abs(other):
        assert _length(promised.length) >= _length(realised.length)
    else:
        assert _length(realised.length) >= _length(promised.length)


def test_a_bar_of_nothing_is_still_seen_and_a_missing_figure_has_none():
    (promised,) = bars(Result(promised=Decimal(0), unit="klachten"))
    assert promised.text == "0\u00a0klachten"
    assert _length(promised.length) > 0


# -- The page ---------------------------------------------------------------------------------------
@pytest.mark.django_db
def test_the_page_answers_in_words_and_draws_and_lists_the_same(client):
    owner = PersonFactory(name="Noor Geheim", consent_to_show=False, job_title="Contractmanager")
    page = case_study(
        results=[KEPT, RUNNING],
        follow_ups=[
            {"date": dt.date(2025, 11, 3), "title": "Registratie", "status": "deviating", "note": "Liep achter."},
            {"date": dt.date(2026, 5, 4), "title": "Eerste meting", "status": "on_track"},
            {"date": dt.date(2040, 5, 4), "title": "Volgende meting", "person": owner, "email": "geheim@buren.example"},
        ],
    )
    text = html(client, page.get_url())
    assert "Ja, op schema" in text
    assert "1 van 2 beloften gehaald" in text
    assert "61\u00a0% gehaald" in text
    assert "\u221230\u00a0% beloofd" in text
    assert "Verantwoordelijk: Contractmanager" in text
    assert "<table>" in text
    for secret in ("Noor Geheim", "geheim@buren.example"):
        assert secret not in text


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("results", "statuses", "answer"),
    [
        ([KEPT], [], "Ja"),
        ([KEPT, NOT_KEPT], [], "Niet alles"),
        ([NOT_KEPT], [], "Nee"),
        ([NOT_MEASURED], [], "Dat weten we nog niet"),
        ([NOT_MEASURED], ["planned"], "Dat weten we nog niet"),
        ([NOT_MEASURED], ["deviating"], "Er is een afwijking"),
        ([KEPT, NOT_MEASURED], [], "Nog niet: het loopt nog"),
        ([], ["done"], "Ja"),
    ],
)
def test_the_answer(client, results, statuses, answer):
    moments = [{"date": DAY, "title": "Meting", "status": status} for status in statuses]
    page = case_study(results=results, follow_ups=moments)
    assert page.proof.answer == answer
    assert f">{answer}</span>" in html(client, page.get_url())


@pytest.mark.django_db
def test_without_promises_nothing_is_asked_or_answered(client):
    text = html(client, case_study().get_url())
    assert "Is de belofte nagekomen?" not in text
    assert "ll-proofs" not in text


@pytest.mark.django_db
def test_a_moment_is_overdue_from_the_day_after_by_the_local_date(client):
    page = case_study(follow_ups=[{"date": dt.date(2026, 5, 4), "title": "Meting"}])
    overdue = "nog niet ingevuld"
    with time_machine.travel("2026-05-04T21:59:00Z", tick=False):  # a minute before midnight in Amsterdam
        assert overdue not in html(client, page.get_url())
    with time_machine.travel("2026-05-04T22:01:00Z", tick=False):
        assert overdue in html(client, page.get_url())


@pytest.mark.django_db
def test_after_the_review_date_the_page_says_so(client):
    page = case_study(review_due_on=dt.date(2027, 5, 12))
    notice = "had op 12 mei 2027 opnieuw bekeken moeten zijn"
    with time_machine.travel("2027-05-12T12:00:00Z", tick=False):
        assert notice not in html(client, page.get_url())
    with time_machine.travel("2027-05-13T12:00:00Z", tick=False):
        assert notice in html(client, page.get_url())


@pytest.mark.django_db
def test_many_results_and_moments_cost_as_many_queries_as_one(client):
    def cost(number: int) -> int:
        page = case_study(
            results=[{**KEPT, "theme": ThemeFactory()} for _ in range(number)],
            follow_ups=[{"date": DAY, "title": "Meting", "person": PersonFactory()} for _ in range(number)],
        )
        client.get(page.get_url())
        with CaptureQueriesContext(
            connection,
        ) as queries:
            client.get(page.get_url())
        return len(queries)

    assert cost(1) == cost(12)


# -- Lists ------------------------------------------------------------------------------------------
@pytest.mark.django_db
def test_a_list_of_case_studies_is_narrowed_by_the_state_of_the_promise_and_its_cards_say_it(client):
    case_study(title="Deze is gehaald", results=[KEPT])
    case_study(title="Deze is niet gehaald", results=[KEPT, NOT_KEPT])
    case_study(title="Deze beloofde niets")
    text = html(client, "/casestudies/?promise=not_kept")
    assert "Deze is niet gehaald" in text
    assert "Belofte niet nagekomen" in text
    assert "Deze is gehaald" not in text
    assert "Belofte nagekomen" in html(client, "/casestudies/")


@pytest.mark.django_db
def test_the_home_page_counts_promises_and_says_so_when_there_are_none(client):
    assert "Nog niemand heeft een belofte uit een contract gedeeld" in html(client, "/")
    case_study(results=[KEPT, KEPT, RUNNING])
    case_study(results=[NOT_KEPT, NOT_MEASURED])
    text = html(client, "/")
    assert re.search(r"2 van 5</span>", text)
    assert "1 niet gehaald" in text
    assert "2 lopen nog" in text
    assert 'href="/beloften/"' in text


@pytest.mark.django_db
def test_only_what_everybody_may_read_is_counted_and_each_promise_once(client):
    page = case_study(results=[KEPT])
    case_study(results=[KEPT], live=False)
    hidden = case_study(results=[KEPT])
    PageViewRestriction.objects.create(page=hidden, restriction_type=PageViewRestriction.LOGIN)
    page.create_alias(update_slug="kopie")
    call_command("provision", verbosity=0)
    assert "1 van 1</span>" in html(client, "/")
    assert html(client, "/beloften/").count("ll-proofs__name") == 1
    page.unpublish()
    assert "1 van 1</span>" not in html(client, "/")


# -- The board --------------------------------------------------------------------------------------
@pytest.fixture
def two_organisations(db):
    tiel, buren = OrganisationFactory(name="Gemeente Tiel"), OrganisationFactory(name="Gemeente Buren")
    green = ThemeFactory(name_nl="Groen")
    case_study(title="Wegen in Tiel", organisation=tiel, results=[{**KEPT, "theme": green}, NOT_KEPT])
    case_study(title="Hallen in Buren", organisation=buren, results=[RUNNING, NOT_MEASURED])
    return tiel, buren, green


def names(text: str) -> list[str]:
    return re.findall(r'#promise">([^<]+)</a>', text)


def test_the_board_is_narrowed_by_state_organisation_and_theme(client, two_organisations):
    tiel, buren, green = two_organisations
    assert len(names(html(client, "/beloften/"))) == 4
    assert names(html(client, "/beloften/?state=not_kept")) == ["Leerwerkplekken"]
    assert len(names(html(client, "/beloften/?state=running"))) == 2
    assert len(names(html(client, f"/beloften/?organisation={tiel.slug}"))) == 2
    assert names(html(client, f"/beloften/?theme={green.slug}")) == ["Hergebruikt asfalt"]
    assert "Er is geen belofte" in html(client, f"/beloften/?theme={green.slug}&state=running")
    assert len(names(html(client, f"/beloften/{buren.slug}/"))) == 2


def test_what_nobody_can_mean_is_left_out(client, two_organisations):
    text = html(client, "/beloften/?state=mooi&organisation=%27&theme=" + "x" * 300 + "&page=-1")
    assert len(names(text)) == 4
    assert client.get("/beloften/bestaat-niet/").status_code == 404


def test_the_board_has_pages_and_a_fixed_number_of_queries(client, two_organisations):
    client.get("/beloften/")
    with CaptureQueriesContext(connection) as few:
        client.get("/beloften/")
    case_study(results=[{**KEPT, "indicator": f"Belofte {number}"} for number in range(50)])
    with CaptureQueriesContext(connection) as many:
        text = html(client, "/beloften/")
    assert len(many) == len(few)
    assert len(names(text)) == 20
    assert len(names(html(client, "/beloften/?page=3"))) == 14
    assert 'rel="next"' in text


def test_the_page_of_an_organisation_shows_its_promises(client, two_organisations):
    tiel, _buren, _green = two_organisations
    text = html(client, tiel.get_absolute_url())
    assert "1 van 2 beloften gehaald" in text
    assert f"/beloften/{tiel.slug}/" in text
    assert "beloften gehaald" not in html(client, OrganisationFactory().get_absolute_url())


def test_the_board_in_english(client, two_organisations):
    text = html(client, "/en/promises/")
    assert len(names(text)) == 4
    assert "The promises are in Dutch." in text


# -- The picture ------------------------------------------------------------------------------------
@pytest.mark.django_db
def test_the_picture_may_be_shown_elsewhere_and_holds_no_script(client):
    town = OrganisationFactory(name='Gemeente <script>alert("x")</script> & Zonen', slug="zonen")
    case_study(organisation=town, results=[KEPT, KEPT, NOT_KEPT, RUNNING])
    response = client.get("/beloften/zonen/beloften.svg")
    assert response.status_code == 200
    assert response["Content-Type"].startswith("image/svg+xml")
    assert response["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert "max-age=3600" in response["Cache-Control"]
    assert "public" in response["Cache-Control"]
    drawing = ElementTree.fromstring(response.content)  # noqa: S314 - our own
    assert "2 van 4 beloften gehaald" in "".join(drawing.itertext())
    assert "1 niet gehaald, 1 lopend" in "".join(drawing.itertext())
    assert not [element for element in drawing.iter() if element.tag.endswith(("script", "style", "image", "a"))]
    again = client.get("/beloften/zonen/beloften.svg", headers={"if-none-match": response["ETag"]})
    assert again.status_code == 304
    assert not response.cookies


@pytest.mark.django_db
def test_there_is_no_picture_of_nothing(client):
    assert client.get(f"/beloften/{OrganisationFactory().slug}/beloften.svg").status_code == 404
    assert client.get("/beloften/bestaat-niet/beloften.svg").status_code == 404


@pytest.mark.django_db
def test_the_line_to_copy_names_the_picture_and_is_text(client):
    town = OrganisationFactory(name='Gemeente "A&B"', slug="ab")
    case_study(organisation=town, results=[KEPT])
    text = html(client, "/beloften/ab/")
    assert "&lt;img src=&quot;" in text or '&lt;img src="http' in text
    assert "/beloften/ab/beloften.svg" in text


# -- Doors ------------------------------------------------------------------------------------------
@pytest.mark.django_db
def test_ids_stay_over_versions_and_copies_get_their_own():
    page = case_study(results=[KEPT], follow_ups=[{"date": DAY, "title": "Meting"}])
    key = page.results.get().translation_key
    page.results.first()
    page.save_revision().publish()
    page = CaseStudyPage.objects.get(pk=page.pk)
    assert page.results.get().translation_key == key
    copy = page.copy(update_attrs={"slug": "kopie"}, keep_live=False).specific
    assert copy.results.get().translation_key != key


@pytest.mark.django_db
def test_the_state_follows_the_values_at_every_save():
    page = case_study(results=[NOT_KEPT])
    row = Result.objects.get(case_study=page)
    assert row.state == "not_kept"
    row.realised = 4
    row.save()
    assert Result.objects.get(pk=row.pk).state == "kept"
    assert Page.objects.filter(pk=page.pk).exists()
