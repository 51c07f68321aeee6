"""The vocabularies in the admin: usage, choosing, deleting, merging."""

import json
import re

import pytest
from django.urls import reverse
from wagtail.models import Page

from casestudies.models import ExamplePage
from livinglab.provision.roles import EDITOR, MODERATOR
from livinglab.taxonomy.fields import CategoryChoiceField
from livinglab.taxonomy.icons import ICONS
from livinglab.taxonomy.models import Category, LabTag, Organisation, Person, Theme
from livinglab.taxonomy.tags import merge_tags
from tests.factories import (
    ExamplePageFactory,
    MeetingPageFactory,
    OrganisationFactory,
    PersonFactory,
    TagFactory,
    ThemeFactory,
)
from tests.people import client_of, somebody

pytestmark = pytest.mark.django_db


# -- Lists -----------------------------------------------------------------------------------------
@pytest.mark.parametrize("model", ["theme", "category", "organisation", "person", "labtag"])
def test_the_lists_open_and_can_be_searched_and_sorted(model):
    PersonFactory(consent_to_show=False)
    TagFactory()
    client = client_of(somebody(MODERATOR))
    address = reverse(f"wagtailsnippets_taxonomy_{model}:list")
    for query in ("", "?q=a", "?ordering=uses", "?ordering=-uses"):
        assert client.get(address + query).status_code == 200


def test_the_list_of_categories_puts_parents_before_their_parts():
    page = client_of(somebody(MODERATOR)).get(reverse("wagtailsnippets_taxonomy_category:list")).content.decode()
    names = re.findall(r'id="snippet_\d+_title">([^<]+)<', page)
    assert names.index("Gebouwen") < names.index("Sporthallen")


# -- Choosing ---------------------------------------------------------------------------------------
def test_a_category_is_chosen_from_a_list_grouped_by_parent():
    choices = dict(list(CategoryChoiceField(Category.objects.all()).choices)[1:])
    works = choices["Grond-, weg- en waterbouw"]
    assert len(works) == 4
    assert [label for _value, label in works][1:] == ["Asfalt", "Groenvoorziening", "Verkeersborden"]


def test_parents_alone_are_a_flat_list():
    choices = list(CategoryChoiceField(Category.objects.filter(parent=None)).choices)
    assert not any(isinstance(label, list) for _value, label in choices)


def test_an_organisation_is_found_in_the_dialog_with_how_often_it_is_used():
    ExamplePageFactory(organisation=Organisation.objects.get(name="Tiel"))
    address = reverse("wagtailsnippetchoosers_taxonomy_organisation:choose_results")
    page = client_of(somebody(EDITOR)).get(address, {"q": "tie"}).content.decode()
    assert "Tiel" in page
    assert "Buren" not in page
    assert ">1<" in "".join(page.split())


def test_an_editor_adds_an_organisation_in_the_dialog():
    OrganisationFactory(name="Waterschap A", slug="waterschap")
    client = client_of(somebody(EDITOR))
    address = reverse("wagtailsnippetchoosers_taxonomy_organisation:create")
    response = client.post(address, {"name": "Waterschap!", "kind": "water_board"})
    chosen = json.loads(response.content)
    assert chosen["step"] == "chosen"
    assert Organisation.objects.get(pk=chosen["result"]["id"]).slug == "waterschap-2"


def test_a_person_added_in_the_dialog_is_not_shown_without_consent():
    client = client_of(somebody(EDITOR))
    client.post(reverse("wagtailsnippetchoosers_taxonomy_person:create"), {"name": "Sanne de Boer"})
    assert not Person.objects.get(name="Sanne de Boer").consent_to_show


def test_the_icons_are_those_of_the_sprite():
    assert {theme.icon for theme in Theme.objects.all()} <= set(ICONS)


def test_a_theme_is_changed_with_its_icon_and_colour():
    theme = Theme.objects.get(slug="klimaat")
    client = client_of(somebody(MODERATOR))
    data = {
        "name_nl": "Klimaat en water",
        "name_en": "Climate and water",
        "slug": theme.slug,
        "colour": "teal",
        "icon": "leaf",
        "sort_order": 7,
    }
    response = client.post(reverse("wagtailsnippets_taxonomy_theme:edit", args=[theme.pk]), data)
    theme.refresh_from_db()
    assert response.status_code == 302
    assert (theme.name_nl, theme.colour, theme.icon) == ("Klimaat en water", "teal", "leaf")


# -- Deleting ---------------------------------------------------------------------------------------
@pytest.mark.parametrize("bulk", [False, True])
def test_a_term_in_use_is_not_deleted(bulk):
    theme = ThemeFactory()
    ExamplePageFactory(themes=[theme])
    client = client_of(somebody(MODERATOR))
    if bulk:
        address = reverse("wagtail_bulk_action", args=["taxonomy", "theme", "delete"]) + f"?id={theme.pk}"
    else:
        address = reverse("wagtailsnippets_taxonomy_theme:delete", args=[theme.pk])
    response = client.post(address, follow=True)
    assert Theme.objects.filter(pk=theme.pk).exists()
    assert theme.name_nl in response.content.decode()


def test_an_unused_term_and_a_person_can_be_deleted():
    theme, person = ThemeFactory(), PersonFactory()
    page = ExamplePageFactory(contact=person)
    client = client_of(somebody(MODERATOR))
    client.post(reverse("wagtailsnippets_taxonomy_theme:delete", args=[theme.pk]))
    client.post(reverse("wagtailsnippets_taxonomy_person:delete", args=[person.pk]))
    page.refresh_from_db()
    assert not Theme.objects.filter(pk=theme.pk).exists()
    assert page.contact is None


# -- Merging tags -----------------------------------------------------------------------------------
def tags_of(page: Page) -> set[str]:
    return {tag.name for tag in ExamplePage.objects.get(pk=page.pk).tags.all()}


def test_merging_moves_tags_and_doubles_nothing():
    stays, typo, other = TagFactory(name="hergebruik"), TagFactory(name="hergebriuk"), TagFactory(name="reuse")
    both = ExamplePageFactory(tags=[typo, other])
    all_three = ExamplePageFactory(tags=[stays, typo, other])
    meeting = MeetingPageFactory(tags=[typo])
    assert merge_tags(tags=[stays, typo, other], into=stays) == 2
    assert tags_of(both) == tags_of(all_three) == {"hergebruik"}
    assert [tag.name for tag in type(meeting).objects.get(pk=meeting.pk).tags.all()] == ["hergebruik"]
    assert not LabTag.objects.filter(pk__in=[typo.pk, other.pk]).exists()


def test_a_draft_keeps_the_merged_tag_when_it_is_published():
    stays, typo = TagFactory(name="hergebruik"), TagFactory(name="hergebriuk")
    page = ExamplePageFactory(live=False, tags=[typo])
    merge_tags(tags=[typo], into=stays)
    ExamplePage.objects.get(pk=page.pk).get_latest_revision().publish()
    assert tags_of(page) == {"hergebruik"}


def test_a_moderator_merges_by_ticking():
    stays, typo = TagFactory(name="hergebruik"), TagFactory(name="hergebriuk")
    client = client_of(somebody(MODERATOR))
    address = reverse("wagtail_bulk_action", args=["taxonomy", "labtag", "merge"]) + f"?id={stays.pk}&id={typo.pk}"
    assert client.get(address).status_code == 200
    back = reverse("wagtailsnippets_taxonomy_labtag:list")
    response = client.post(f"{address}&next={back}", {"into": stays.pk}, follow=True)
    assert "hergebruik" in response.content.decode()
    assert not LabTag.objects.filter(pk=typo.pk).exists()
