"""Role × address: who may open what, with real requests."""

import pytest
from django.urls import reverse
from wagtail.models import Page

from casestudies.models import ExampleIndexPage
from events.models import MeetingIndexPage
from livinglab.taxonomy.models import LabTag, Theme
from tests.factories import ExamplePageFactory, MeetingPageFactory, OrganisationFactory, TagFactory
from tests.people import EVERYBODY, client_of, somebody

pytestmark = pytest.mark.django_db

E, M, ORG, A = EVERYBODY
ALL = {E, M, ORG, A}


def dutch(page_type: type[Page]) -> Page:
    return page_type.objects.get(locale__language_code="nl")


def places() -> dict[str, str]:
    """Name → address of everything in the matrix."""
    example, meeting, organisation = ExamplePageFactory(), MeetingPageFactory(), OrganisationFactory()
    theme, tag = Theme.objects.first(), TagFactory()

    def page(name: str, pk: int) -> str:
        return reverse(f"wagtailadmin_pages:{name}", args=[pk])

    def add(app: str, model: str, parent: Page) -> str:
        return reverse("wagtailadmin_pages:add", args=[app, model, parent.pk])

    def term(model: str, name: str, *args) -> str:
        return reverse(f"wagtailsnippets_taxonomy_{model}:{name}", args=args)

    return {
        "start page": reverse("wagtailadmin_home"),
        "account": reverse("wagtailadmin_account"),
        "add example": add("casestudies", "examplepage", dutch(ExampleIndexPage)),
        "edit example": page("edit", example.pk),
        "unpublish example": page("unpublish", example.pk),
        "delete example": page("delete", example.pk),
        "history of example": page("history", example.pk),
        "add meeting": add("events", "meetingpage", dutch(MeetingIndexPage)),
        "edit meeting": page("edit", meeting.pk),
        "unpublish meeting": page("unpublish", meeting.pk),
        "list themes": term("theme", "list"),
        "add theme": term("theme", "add"),
        "edit theme": term("theme", "edit", theme.pk),
        "delete tag": term("labtag", "delete", tag.pk),
        "list organisations": term("organisation", "list"),
        "add organisation": term("organisation", "add"),
        "edit organisation": term("organisation", "edit", organisation.pk),
        "delete organisation": term("organisation", "delete", organisation.pk),
        "add person": term("person", "add"),
        "add picture": reverse("wagtailimages:add_multiple"),
        "add document": reverse("wagtaildocs:add_multiple"),
        "redirects": reverse("wagtailredirects:index"),
        "users": reverse("wagtailusers_users:index"),
        "add user": reverse("wagtailusers_users:add"),
        "groups": reverse("wagtailusers_groups:index"),
        "workflows": reverse("wagtailadmin_workflows:index"),
        "sites": reverse("wagtailsites:index"),
        "collections": reverse("wagtailadmin_collections:index"),
        "history of the site": reverse("wagtailadmin_reports:site_history"),
    }


MATRIX = {
    "start page": ALL,
    "account": ALL,
    "add example": {E, M, A},
    "edit example": {E, M, A},
    "unpublish example": {M, A},
    "delete example": {M, A},
    "history of example": {E, M, A},
    "add meeting": ALL,
    "edit meeting": ALL,
    "unpublish meeting": {M, ORG, A},
    "list themes": ALL,
    "add theme": {M, A},
    "edit theme": {M, A},
    "delete tag": {M, A},
    "list organisations": ALL,
    "add organisation": ALL,
    "edit organisation": ALL,
    "delete organisation": {M, A},
    "add person": ALL,
    "add picture": ALL,
    "add document": ALL,
    "redirects": {M, A},
    "users": {A},
    "add user": {A},
    "groups": {A},
    "workflows": {A},
    "sites": {A},
    "collections": {A},
    "history of the site": ALL,
}


@pytest.mark.parametrize("role", EVERYBODY)
def test_a_role_opens_what_it_may_and_nothing_else(role):
    client = client_of(somebody(role))
    addresses = places()
    opened = {name for name in MATRIX if client.get(addresses[name]).status_code == 200}
    assert opened == {name for name, may in MATRIX.items() if role in may}


@pytest.mark.parametrize("role", EVERYBODY)
def test_only_who_manages_vocabularies_merges_tags(role):
    stays, goes = TagFactory(), TagFactory()
    address = reverse("wagtail_bulk_action", args=["taxonomy", "labtag", "merge"])
    client_of(somebody(role)).post(f"{address}?id={stays.pk}&id={goes.pk}", {"into": stays.pk})
    merged = not LabTag.objects.filter(pk=goes.pk).exists()
    assert merged is (role in {M, A})
    assert LabTag.objects.filter(pk=stays.pk).exists()


def test_a_stranger_opens_nothing():
    client = client_of(None)
    for name, address in places().items():
        response = client.get(address)
        assert response.status_code == 302, name
        assert response.url.startswith(reverse("wagtailadmin_login")), name
