"""What an administrator removes, renames or revokes stays so, however often a release is deployed."""

from importlib import import_module

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from django.db.models import Q
from wagtail.models import GroupCollectionPermission, GroupPagePermission, Page, Site, Workflow, WorkflowPage

from casestudies.models import CaseStudyIndexPage, CriterionIndexPage, ExampleIndexPage
from livinglab.pages.models import HomePage, NewsIndexPage
from livinglab.provision.models import ProvisionedItem
from livinglab.provision.roles import ADMINISTRATOR, EDITOR, MODERATOR, ONLY_ADD, ORGANISER, WORKFLOW
from livinglab.taxonomy.models import Category, Organisation, Theme

pytestmark = pytest.mark.django_db


ROLES = (EDITOR, MODERATOR, ORGANISER, ADMINISTRATOR)
GIVEN_SINCE = (
    ONLY_ADD,
    f"permission:{MODERATOR}:search.",
    f"permission:{MODERATOR}:casestudies.change_clausesettings:",
    f"permission:{ADMINISTRATOR}:procrastinate.",
    "synonyms:",
    "page:CriterionIndexPage:",
    "ambition web:",
    "ambition axis:",
    *(f"permission:{role}:taxonomy.{what}_ambition" for role in ROLES for what in ("view", "add", "change", "delete")),
)
"""What releases after the memory give for the first time: no lab from before can have taken it away."""


def provision() -> None:
    call_command("provision", verbosity=0)


def state() -> dict[str, object]:
    """Everything that `provision` may touch."""
    return {
        "themes": list(Theme.objects.order_by("pk").values()),
        "categories": list(Category.objects.order_by("pk").values()),
        "organisations": list(Organisation.objects.order_by("pk").values()),
        "pages": list(Page.objects.order_by("pk").values_list("pk", "slug", "title", "live", "show_in_menus")),
        "sites": list(Site.objects.values_list("pk", "root_page", "site_name")),
        "groups": sorted(Group.objects.values_list("pk", "name", "permissions")),
        "page permissions": sorted(GroupPagePermission.objects.values_list("group", "page", "permission")),
        "collections": sorted(GroupCollectionPermission.objects.values_list("group", "permission")),
        "workflows": list(Workflow.objects.order_by("pk").values_list("pk", "name", "active")),
        "places of workflows": list(WorkflowPage.objects.values_list("page", "workflow")),
    }


def take_away() -> None:
    """What administrators do to what they got."""
    Theme.objects.get(slug="klimaat").delete()
    Theme.objects.filter(slug="circulair").update(slug="kringloop", name_nl="Kringloop")
    for home in HomePage.objects.all():
        home.featured_categories = []
        home.save_revision().publish()
    Category.objects.get(slug="asfalt").delete()
    Category.objects.filter(slug="gww").update(slug="wegen")
    Organisation.objects.get(slug="buren").delete()
    Organisation.objects.filter(slug="tiel").update(slug="stad-tiel", name="Stad Tiel")
    for page in NewsIndexPage.objects.all():
        page.delete()
    english = HomePage.objects.get(locale__language_code="en")
    english.get_children().type(ExampleIndexPage).get().unpublish()
    group = Group.objects.get(name=ORGANISER)
    group.permissions.remove(Permission.objects.get(codename="change_signup", content_type__app_label="events"))
    GroupPagePermission.objects.filter(group=group, permission__codename="publish_page").delete()
    GroupCollectionPermission.objects.filter(group=group).delete()
    Group.objects.filter(name=EDITOR).update(name="Schrijvers")
    Group.objects.get(name=MODERATOR).delete()
    administrators = Group.objects.get(name=ADMINISTRATOR)
    administrators.permissions.remove(*Permission.objects.filter(content_type__app_label="accounts"))
    Group.objects.create(name="Editors")  # by the name of a group of Wagtail's that `provision` once removed
    Workflow.objects.filter(name=WORKFLOW).update(name="Vier ogen")
    WorkflowPage.objects.all().delete()


def test_provisioning_twice_changes_nothing() -> None:
    before = state()
    provision()
    assert state() == before


def test_what_was_taken_away_is_not_brought_back() -> None:
    take_away()
    before = state()
    provision()
    provision()
    assert state() == before


def test_a_permission_of_a_new_release_reaches_a_group_that_was_renamed() -> None:
    group = Group.objects.get(name=EDITOR)
    Group.objects.filter(pk=group.pk).update(name="Schrijvers")
    new = Permission.objects.get(codename="view_person", content_type__app_label="taxonomy")
    group.permissions.remove(new)
    ProvisionedItem.objects.filter(key=f"permission:{EDITOR}:taxonomy.view_person:everywhere").delete()
    provision()
    assert group.permissions.filter(pk=new.pk).exists()
    assert not Group.objects.filter(name=EDITOR).exists()


def test_a_lab_from_before_this_memory_gets_nothing_back_either() -> None:
    """An existing database upgrades: what is there is left alone, and what was removed does not return."""
    kept = ProvisionedItem.objects.in_bulk(field_name="key")
    take_away()
    ProvisionedItem.objects.all().delete()
    import_module("livinglab.provision.migrations.0002_remember_what_was_made").remember(apps, None)
    remembered = set(ProvisionedItem.objects.values_list("key", flat=True))
    assert remembered >= {key for key in kept if not key.startswith(GIVEN_SINCE)}
    before = state()
    provision()
    assert without_new_permissions(state()) == without_new_permissions(before)


def without_new_permissions(found: dict[str, object]) -> dict[str, object]:
    later = Q(content_type__app_label="procrastinate") | Q(codename__contains="_ambition")
    later |= Q(codename__contains="_clausesettings")
    new = set(Permission.objects.filter(later).values_list("pk", flat=True))
    return {**found, "groups": [row for row in found["groups"] if row[2] not in new]}


def test_a_list_that_an_existing_lab_gets_later_stands_where_a_new_lab_has_it() -> None:
    before = state()["pages"]
    for page in CriterionIndexPage.objects.all():
        page.delete()
    ProvisionedItem.objects.filter(key__startswith="page:CriterionIndexPage:").delete()
    provision()
    for home in HomePage.objects.all():
        kinds = [page.specific_class for page in home.get_children()]
        assert kinds.index(CriterionIndexPage) == kinds.index(CaseStudyIndexPage) + 1
    assert [row[1:] for row in state()["pages"] if row not in before] == [("criteria", "Criteria", True, True)] * 2


def test_a_new_database_has_nothing_to_remember() -> None:
    ProvisionedItem.objects.all().delete()
    HomePage.objects.all().delete()
    Group.objects.all().delete()
    import_module("livinglab.provision.migrations.0002_remember_what_was_made").remember(apps, None)
    assert not ProvisionedItem.objects.exists()
