"""A case study: what an editor may leave open, and that readers find the same chapters in the same order."""

import datetime as dt
import re

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import ProtectedError
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate
from wagtail.models import PageViewRestriction, Revision
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text

from casestudies.models import CaseStudyIndexPage, CaseStudyPage
from casestudies.outline import CHAPTERS
from livinglab.provision.roles import EDITOR, MODERATOR
from livinglab.taxonomy.models import AmbitionAxis, AmbitionWeb
from tests.factories import CaseStudyPageFactory, ExamplePageFactory, OrganisationFactory
from tests.people import client_of, somebody

pytestmark = pytest.mark.django_db


def add_address() -> str:
    index = CaseStudyIndexPage.objects.get(locale__language_code="nl")
    return reverse("wagtailadmin_pages:add", args=["casestudies", "casestudypage", index.pk])


def rows(name: str, *items: dict[str, str]) -> dict[str, object]:
    """The rows of a part of the form."""
    return nested_form_data({name: inline_formset(list(items))})


def form(client: Client, **fields) -> dict[str, object]:
    """The form as it is sent when only the title has been typed, whatever fields it has."""
    bound = client.get(add_address()).context["form"]
    data: dict[str, object] = {}
    for name, field in bound.fields.items():
        value = bound[name].value()
        data[name] = rich_text("") if "Draftail" in type(field.widget).__name__ else value if value is not None else ""
    for name in {*bound.formsets, "comments"}:
        data |= rows(name)
    return {**data, "themes": [], "tags": "", "cpv_codes": "", "title": "Vijf wegen", "slug": "vijf-wegen", **fields}


# -- Writing ----------------------------------------------------------------------------------------
def test_a_title_is_enough_for_a_draft_and_so_are_rows_that_are_not_filled_in():
    client = client_of(somebody(EDITOR))
    sent = {
        **rows("ambitions", {"axis": "", "level": "2", "note": "Half hergebruikt"}),
        **rows("adoptions", {"organisation": "", "adopted_on": "", "page": "", "url": "https://example.org/"}),
    }
    response = client.post(add_address(), form(client, **sent))
    page = CaseStudyPage.objects.get(slug="vijf-wegen")
    draft = page.get_latest_revision_as_object()
    assert response.status_code == 302
    assert not page.live
    assert [row.note for row in draft.ambitions.all()] == ["Half hergebruikt"]
    shown = client.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk]))
    assert shown.status_code == 200
    assert "Half hergebruikt" not in shown.content.decode()  # on an axis that is not chosen yet


def test_publishing_asks_for_what_readers_cannot_do_without_and_for_no_more():
    client = client_of(somebody(MODERATOR))
    response = client.post(add_address(), form(client, **{"action-publish": "1"}))
    assert set(response.context["form"].errors) == {
        "organisation",
        "category",
        "themes",
        "summary",
        "approach",
        "result",
        "what_worked",
        "what_disappointed",
    }


def test_an_axis_is_chosen_once_and_every_ambition_needs_one():
    client = client_of(somebody(MODERATOR))
    axis = AmbitionAxis.objects.first()
    twice = rows("ambitions", *({"axis": axis.pk, "level": "2", "note": ""} for _ in range(2)))
    response = client.post(add_address(), form(client, **twice))
    assert response.status_code == 200
    assert response.context["form"].formsets["ambitions"].non_form_errors()
    none = rows("ambitions", {"axis": "", "level": "2", "note": ""})
    response = client.post(add_address(), form(client, **none, **{"action-publish": "1"}))
    assert "axis" in response.context["form"].formsets["ambitions"].errors[0]


@pytest.mark.parametrize("number", ["-1", "99999999999", "veel"])
def test_a_number_that_is_none_is_refused_at_its_field(number):
    client = client_of(somebody(MODERATOR))
    numbers = dict.fromkeys(["costs", "hours", "lead_time_weeks"], number)
    response = client.post(add_address(), form(client, **numbers))
    assert set(numbers) <= set(response.context["form"].errors)


def test_two_ambitions_may_change_places_and_no_axis_stands_twice():
    page, (one, other) = CaseStudyPageFactory(), AmbitionAxis.objects.all()[:2]
    page.ambitions.create(axis=one, level=1)
    page.ambitions.create(axis=other, level=2)
    page.save_revision().publish()
    first, second = page.ambitions.all()
    first.axis, second.axis = other, one
    page.ambitions.set([first, second])
    page.save_revision().publish()
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    with pytest.raises(IntegrityError), transaction.atomic():
        page.ambitions.model.objects.create(case_study=page, axis=one, level=3)


# -- The vocabulary ---------------------------------------------------------------------------------
def test_a_lab_starts_with_the_twelve_axes_of_duurzaam_gww_and_their_source():
    web = AmbitionWeb.objects.get()
    assert (web.version, web.source_url) == ("2.0", "https://www.duurzaamgww.nl/")
    assert web.axes.count() == 12
    assert all(web.meaning(level) for level in (1, 2, 3))


def test_an_axis_that_a_case_study_names_is_kept_and_a_web_with_axes_too():
    axis = AmbitionAxis.objects.first()
    page = CaseStudyPageFactory()
    page.ambitions.create(axis=axis, level=1)
    page.save_revision()  # in a draft only
    with pytest.raises(ProtectedError), transaction.atomic():
        axis.delete()
    moderator = client_of(somebody(MODERATOR))
    address = reverse(AmbitionWeb.snippet_viewset.get_url_name("delete"), args=[axis.web.pk])
    moderator.post(address)
    assert AmbitionWeb.objects.filter(pk=axis.web.pk).exists()


# -- Reading ----------------------------------------------------------------------------------------
def headings(html: str) -> list[str]:
    main = html[html.index('class="ll-detail__main"') :]
    return [re.sub(r"<.*?>", "", found) for found in re.findall(r"<h2[^>]*>(.*?)</h2>", main)]


def full_case_study(**fields) -> CaseStudyPage:
    """One with every chapter of this module."""
    page = CaseStudyPageFactory(
        **{
            "costs": 14_000,
            "hours": 120,
            "lead_time_weeks": 26,
            "formal_steering": "<p>In het actieplan.</p>",
            "informal_steering": "<p>Elke donderdag samen lopen.</p>",
            **fields,
        }
    )
    page.ambitions.create(axis=AmbitionAxis.objects.first(), level=2, note="Half hergebruikt.")
    page.adoptions.create(organisation=OrganisationFactory(name="Druten"), adopted_on=dt.date(2026, 3, 1))
    page.save_revision().publish()
    return page


def test_the_chapters_of_two_case_studies_stand_in_the_same_order(client):
    whole = headings(client.get(full_case_study().url).content.decode())
    bare = headings(client.get(CaseStudyPageFactory().url).content.decode())
    order = [str(chapter.title) for chapter in CHAPTERS]
    assert [one for one in whole if one in order] == [one for one in order if one in whole]
    assert [one for one in bare if one in order] == [one for one in order if one in bare]
    assert set(bare) < set(whole)


def test_numbers_ambitions_steering_and_who_did_the_same_are_read_with_their_units(client):
    text = re.sub(r"\s+", " ", client.get(full_case_study().url).content.decode())
    for words in (
        "€ 14.000",
        "120 uur",
        "26 weken",
        "Half hergebruikt.",
        "Niveau 2",
        "Concrete doelen",
        "Ambitieweb Duurzaam GWW, 2.0",
        "In het actieplan.",
        "Elke donderdag samen lopen.",
        "Druten",
        "sinds maart 2026",
    ):
        assert words in text, words


def test_costs_of_nothing_are_told_and_unknown_costs_are_not(client):
    free, unknown = CaseStudyPageFactory(costs=0), CaseStudyPageFactory()
    assert "€ 0" in client.get(free.url).content.decode()
    assert "Wat het vraagt" not in client.get(unknown.url).content.decode()


def test_who_did_the_same_links_to_a_page_only_if_everybody_may_read_it(client):
    public, private = ExamplePageFactory(title="Openbaar"), ExamplePageFactory(title="Besloten")
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
    page = CaseStudyPageFactory()
    for beside in (public, private):
        page.adoptions.create(organisation=OrganisationFactory(), page=beside)
    page.save_revision().publish()
    html = client.get(page.url).content.decode()
    assert f'href="{public.url}"' in html
    assert private.url not in html


def test_the_reference_names_who_what_where_and_when(client):
    page = CaseStudyPageFactory(organisation=OrganisationFactory(name="Druten"), title="Asfalt met een paspoort")
    html = client.get(page.url).content.decode()
    cited = re.search(r'id="citation-text">(.*?)</p>', html)[1]
    year = localdate().year
    assert cited.startswith(f"Druten ({year}). Asfalt met een paspoort. ")
    assert page.full_url in cited


def test_a_version_from_before_the_numbers_still_opens_with_what_it_said():
    page = CaseStudyPageFactory(conditions="90 uur, en het laboratorium kostte 14.000 euro.")
    revision = Revision.objects.for_instance(page).get()
    for name in ("costs", "hours", "lead_time_weeks", "formal_steering", "informal_steering", "ambitions", "adoptions"):
        del revision.content[name]
    revision.save()
    old = page.revisions.get().as_object()
    assert old.conditions == "90 uur, en het laboratorium kostte 14.000 euro."
    assert (old.costs, list(old.ambitions.all())) == (None, [])
    revision.publish()


def test_what_is_written_about_steering_is_found(client):
    page = full_case_study(formal_steering="<p>Een raadsbesluit over zwerfkeien.</p>")
    assert page.title in client.get("/zoeken/", {"q": "zwerfkeien"}).content.decode()
