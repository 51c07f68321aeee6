"""Criteria: what may be written, by which name they are known, and how they are found."""

import uuid
from xml.etree import ElementTree

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse
from wagtail.models import PageViewRestriction

from casestudies.criteria import total_weight
from casestudies.growing import grow
from casestudies.models import CaseStudyCriterion, CaseStudyPage, ExampleCriterion, ExamplePage
from livinglab.provision.roles import MODERATOR
from livinglab.search.contract import PAGE_SIZE, Kind
from livinglab.search.models import SearchEntry
from livinglab.taxonomy.choices import CriterionKind, Procedure
from livinglab.taxonomy.models import Theme
from tests.casestudies.test_editing import add_address, edit_address, whole
from tests.factories import CaseStudyPageFactory, CategoryFactory, ExamplePageFactory, OrganisationFactory
from tests.people import client_of, somebody

pytestmark = pytest.mark.django_db

TEXT = "De inschrijver toont per mengsel aan hoeveel procent hergebruikt asfalt erin zit."


def with_criteria(factory, *criteria, **fields):
    page = factory(criteria=list(criteria), **fields)
    return type(page).objects.get(pk=page.pk)


def clauses(**filters):
    return SearchEntry.objects.filter(kind=Kind.CRITERION, **filters)


# -- What may be written ----------------------------------------------------------------------------
@pytest.fixture(scope="module")
def page(module_db) -> CaseStudyPage:
    return CaseStudyPageFactory(live=False)


@pytest.mark.parametrize(
    ("kind", "weight", "refused"),
    [
        (CriterionKind.AWARD, None, False),
        (CriterionKind.AWARD, 1, False),
        (CriterionKind.AWARD, 100, False),
        (CriterionKind.AWARD, 0, True),
        (CriterionKind.AWARD, 101, True),
        (CriterionKind.REQUIREMENT, 25, True),
        (CriterionKind.CLAUSE, None, False),
    ],
)
def test_only_an_award_criterion_has_a_weight_of_one_to_a_hundred(page, kind, weight, refused):
    criterion = CaseStudyCriterion(page=page, kind=kind, text=TEXT, weight=weight)
    if refused:
        with pytest.raises(ValidationError) as raised:
            criterion.full_clean()
        assert set(raised.value.message_dict) == {"weight"}
        with pytest.raises(IntegrityError), transaction.atomic():
            criterion.save()
    else:
        criterion.full_clean()
        criterion.save()


@pytest.mark.parametrize("fields", [{"level": 0}, {"level": 4}, {"kind": "wish"}, {"text": "\u200b \u00ad"}])
def test_what_is_no_criterion_is_refused(page, fields):
    values = {"kind": CriterionKind.REQUIREMENT, "text": TEXT, **fields}
    with pytest.raises(ValidationError) as raised:
        CaseStudyCriterion(page=page, **values).full_clean()
    assert set(raised.value.message_dict) == set(fields)


def test_the_weights_of_award_criteria_are_added_up():
    award, other = CriterionKind.AWARD, CriterionKind.REQUIREMENT
    criteria = [
        CaseStudyCriterion(kind=award, weight=60),
        CaseStudyCriterion(kind=award),
        CaseStudyCriterion(kind=other),
    ]
    assert total_weight([*criteria, CaseStudyCriterion(kind=award, weight=50)]) == 110


@pytest.mark.parametrize(("weights", "warned"), [((60, 40), False), ((60, 41), True)])
def test_an_editor_is_warned_when_the_weights_are_more_than_everything(weights, warned):
    awards = [CaseStudyCriterion(kind=CriterionKind.AWARD, text=TEXT, weight=weight) for weight in weights]
    page = with_criteria(CaseStudyPageFactory, *awards)
    shown = client_of(somebody(MODERATOR)).get(edit_address(page)).content.decode()
    assert ("De wegingen zijn samen 101" in shown) == warned


# -- Its name ---------------------------------------------------------------------------------------
def sent(*criteria: tuple[str, uuid.UUID | str, str]) -> dict[str, object]:
    """The formset as a browser sends it: primary key, uuid and text of each."""
    data: dict[str, object] = {"criteria-TOTAL_FORMS": len(criteria), "criteria-MAX_NUM_FORMS": 50}
    data["criteria-INITIAL_FORMS"] = sum(1 for _pk, name, _text in criteria if name)
    for place, (pk, name, text) in enumerate(criteria):
        fields = {"id": pk, "uuid": name, "kind": "award", "text": text, "ORDER": place + 1, "DELETE": ""}
        data |= {f"criteria-{place}-{field}": value for field, value in fields.items()}
    return data


def test_its_name_outlives_every_version_also_those_that_no_row_holds():
    client = client_of(somebody(MODERATOR))
    client.post(add_address(), whole(**sent(("", "", "Een")), **{"action-publish": "1"}))
    page = ExamplePage.objects.get(slug="oud-asfalt-wordt-weg")
    first = page.criteria.get()
    # A draft of a live page: only the version has the second one, which has no primary key then.
    client.post(edit_address(page), whole(slug=page.slug, **sent((first.pk, first.uuid, "Eén"), ("", "", "Twee"))))
    page.refresh_from_db()
    draft = page.get_latest_revision_as_object()
    one, two = draft.criteria.all()
    assert (one.uuid, two.pk, page.criteria.count()) == (first.uuid, None, 1)
    shown = client.get(edit_address(page)).content.decode()
    assert f'value="{two.uuid}"' in shown
    again = sent((one.pk, one.uuid, "Eén"), ("", two.uuid, "Twee, beter"))
    client.post(edit_address(page), whole(slug=page.slug, **again, **{"action-publish": "1"}))
    assert list(page.criteria.values_list("uuid", "text")) == [(one.uuid, "Eén"), (two.uuid, "Twee, beter")]


def test_new_rows_of_a_form_have_names_of_their_own():
    client = client_of(somebody(MODERATOR))
    client.post(add_address(), whole(**sent(("", "", "Een"), ("", "", "Twee")), **{"action-publish": "1"}))
    names = ExampleCriterion.objects.values_list("uuid", flat=True)
    assert len(set(names)) == 2


def test_a_copy_of_a_page_keeps_the_names():
    page = with_criteria(ExamplePageFactory, ExampleCriterion(kind=CriterionKind.CLAUSE, text=TEXT))
    copied = page.copy(update_attrs={"slug": "kopie"})
    assert copied.criteria.get().uuid == page.criteria.get().uuid


def test_an_example_that_grows_takes_its_criteria_along():
    page = with_criteria(ExamplePageFactory, ExampleCriterion(kind=CriterionKind.CLAUSE, text=TEXT))
    grown = grow(example=page, user=somebody(MODERATOR))
    assert list(grown.criteria.values_list("uuid", "kind", "text")) == [(page.criteria.get().uuid, "clause", TEXT)]


# -- Found by itself --------------------------------------------------------------------------------
def test_a_criterion_is_a_result_with_its_own_facets_and_those_of_its_page(client):
    climate, chain = Theme.objects.all()[:2]
    category = CategoryFactory()
    award = CaseStudyCriterion(kind=CriterionKind.AWARD, text=TEXT, weight=30, level=3, theme=chain)
    page = with_criteria(
        CaseStudyPageFactory,
        award,
        CaseStudyCriterion(kind=CriterionKind.REQUIREMENT, text="Lever elk jaar een paspoort."),
        themes=[climate],
        category=category,
        procedure=Procedure.NATIONAL,
        value_class="over_1m",
    )
    chosen = {"category": category.slug, "procedure": "national", "value_class": "over_1m", "year": page.year}
    shown = client.get("/criteria/", {**chosen, "theme": chain.slug, "level": "3", "criterion_kind": "award"})
    (hit,) = shown.context["listing"].hits
    assert hit.entry.summary == TEXT
    assert hit.url == f"{page.url}#{page.criteria.first().anchor}"
    assert (
        client.get("/criteria/", {**chosen, "theme": climate.slug}).context["listing"].hits[0].entry.part
        != hit.entry.part
    )


def test_a_story_stands_above_its_criteria_which_the_words_of_the_story_find_as_well(client):
    organisation = OrganisationFactory(name="Gemeente Nergenshuizen")
    category = CategoryFactory(name_nl="Wegdekken")
    clause = CaseStudyCriterion(
        kind=CriterionKind.CLAUSE, text="De mengselpas komt binnen tien dagen, met een pasfoto."
    )
    with_criteria(
        CaseStudyPageFactory,
        clause,
        CaseStudyCriterion(kind=CriterionKind.REQUIREMENT, text="Elk stuk wordt gewogen."),
        title="Een weg die terugkomt",
        summary="Met een mengselpas.",
        category=category,
        organisation=organisation,
    )

    def found(text: str) -> list[str]:
        return [hit.entry.kind for hit in client.get("/zoeken/", {"q": text}).context["listing"].hits]

    assert found("mengselpas") == ["case_study", "criterion"]
    assert found("pasfoto") == ["criterion"]
    # By what it has from its story alone.
    assert found("wegdekken") == ["case_study", "criterion", "criterion"]
    assert found("Nergenshuizen")[:1] == ["organisation"]
    assert found("Nergenshuizen").count("criterion") == 2


def test_a_text_to_copy_stands_on_the_first_page_however_many_stories_are_above_it(client):
    about = {"organisation": OrganisationFactory(), "category": CategoryFactory(), "themes": Theme.objects.all()[:1]}
    for number in range(PAGE_SIZE + 1):
        ExamplePageFactory(title=f"Asfalt {number}", **about)
    texts = ["Het asfalt komt terug.", "Oud asfalt blijft hier.", "Geen asfalt zonder pas."]
    clauses = [CaseStudyCriterion(kind=CriterionKind.CLAUSE, text=text) for text in texts]
    with_criteria(CaseStudyPageFactory, *clauses, title="Vijf wegen")

    def shown(**asked: str) -> tuple[list[str], str]:
        answer = client.get("/zoeken/", {"q": "asfalt", **asked})
        clauses = answer.context["listing"].clauses
        return [hit.entry.title for hit in clauses.hits] if clauses else [], answer.content.decode()

    found, html = shown()
    assert len(found) == 2
    assert set(found) <= set(texts)
    assert html.count("data-copy=") == 2
    assert "/zoeken/?q=asfalt&amp;kind=criterion" in html
    assert "Alle 3 clausules" in html
    assert shown(kind="example")[0] == shown(page="2")[0] == shown(kind="criterion")[0] == []


def test_a_case_study_is_found_by_its_own_cpv_code(client):
    CaseStudyPageFactory(title="Wagens op stroom", cpv_codes=["34144512-0"])
    CaseStudyPageFactory(title="Iets anders")
    for code in ("34144512-0", "34144512"):
        shown = client.get("/zoeken/", {"q": code}).context["listing"].hits
        assert [hit.entry.title for hit in shown] == ["Wagens op stroom"]


def test_a_case_study_says_how_many_there_are_to_copy(client):
    clause = CaseStudyCriterion(kind=CriterionKind.CLAUSE, text=TEXT)
    award = CaseStudyCriterion(kind=CriterionKind.AWARD, text="Twee.")
    with_criteria(CaseStudyPageFactory, clause, award, title="Met twee")
    CaseStudyPageFactory(title="Zonder")
    shown = client.get("/casestudies/")
    numbers = {hit.entry.title: hit.extra.get("criteria") for hit in shown.context["listing"].hits}
    assert numbers == {"Met twee": 2, "Zonder": None}
    assert "2 criteria om te kopiëren" in shown.content.decode()


def test_a_feed_follows_them_each_at_its_own_address(client):
    page = with_criteria(
        ExamplePageFactory,
        ExampleCriterion(kind=CriterionKind.CLAUSE, text="Een."),
        ExampleCriterion(kind=CriterionKind.CLAUSE, text="Twee."),
    )
    feed = ElementTree.fromstring(client.get("/criteria/", {"format": "atom"}).content)
    entries = feed.findall("{http://www.w3.org/2005/Atom}entry")
    links = {entry.find("{http://www.w3.org/2005/Atom}link").get("href") for entry in entries}
    assert links == {f"{page.full_url}#{criterion.anchor}" for criterion in page.criteria.all()}
    assert len({entry.findtext("{http://www.w3.org/2005/Atom}id") for entry in entries}) == 2


def test_its_anchor_is_on_its_page(client):
    page = with_criteria(ExamplePageFactory, ExampleCriterion(kind=CriterionKind.CLAUSE, text=TEXT))
    assert f'id="{page.criteria.get().anchor}"' in client.get(page.url).content.decode()


def test_the_words_of_its_kind_lead_to_it(client):
    with_criteria(ExamplePageFactory, ExampleCriterion(kind=CriterionKind.SUITABILITY, text=TEXT))
    hits = client.get("/zoeken/", {"q": "geschiktheidseis"}).context["listing"].hits
    assert [hit.entry.kind for hit in hits] == [Kind.CRITERION]


def test_it_is_as_public_as_its_page():
    page = with_criteria(ExamplePageFactory, ExampleCriterion(kind=CriterionKind.CLAUSE, text=TEXT))
    assert clauses(page=page).count() == 1
    restriction = PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    assert not clauses(page=page).exists()
    restriction.delete()
    page.unpublish()
    assert not clauses(page=page).exists()


def test_a_name_that_an_import_gave_twice_is_one_result():
    name = uuid.uuid4()
    twins = [ExampleCriterion(uuid=name, kind=CriterionKind.CLAUSE, text=text) for text in ("Een", "Twee")]
    page = with_criteria(ExamplePageFactory, *twins)
    assert clauses(page=page).count() == 1


def test_the_same_in_the_admin_of_a_case_study():
    page = with_criteria(CaseStudyPageFactory, CaseStudyCriterion(kind=CriterionKind.CLAUSE, text=TEXT))
    shown = client_of(somebody(MODERATOR)).get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert f'value="{page.criteria.get().uuid}"' in shown
