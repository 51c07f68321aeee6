"""Who may add pictures and documents changes none of others, and sees no private ones: at no door."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.files.base import ContentFile
from django.urls import reverse
from wagtail.models import Collection, CollectionViewRestriction, GroupCollectionPermission

from livinglab.core.media.documents import LabDocument
from livinglab.core.media.images import LabImage
from livinglab.provision import roles
from livinglab.provision.models import ProvisionedItem
from livinglab.provision.roles import provision_roles
from tests.factories import LabImageFactory
from tests.people import client_of, somebody

pytestmark = pytest.mark.django_db

ADDERS = (roles.EDITOR, roles.ORGANISER)
TRUSTED = (roles.MODERATOR, roles.ADMINISTRATOR)


def document(title: str = "Verslag", collection: Collection | None = None, **fields) -> LabDocument:
    """Somebody else's document."""
    return LabDocument.objects.create(
        title=title,
        file=ContentFile(b"Tekst.\n", name=f"{title.lower()}.txt"),
        collection=collection or Collection.get_first_root_node(),
        **fields,
    )


@pytest.fixture
def private() -> Collection:
    collection = Collection.get_first_root_node().add_child(name="Besloten stukken")
    CollectionViewRestriction.objects.create(
        collection=collection, restriction_type=CollectionViewRestriction.PASSWORD, password="zeven-groene-paarden"
    )
    return collection


def change_document(client, one: LabDocument) -> None:
    """Through every door there is for a document."""
    new = {"title": "Anders", "collection": one.collection_id, "tags": ""}
    client.post(reverse("wagtaildocs:edit", args=[one.pk]), {**new, "file": ContentFile(b"Nep.\n", name="nep.txt")})
    for action, data in (
        ("add_tags", {"tags": "x"}),
        ("delete", {}),
        ("add_to_collection", {"collection": one.collection_id}),
    ):
        client.post(reverse("wagtail_bulk_action", args=["core", "labdocument", action]) + f"?id={one.pk}", data)
    client.post(
        reverse("wagtaildocs:edit_multiple", args=[one.pk]),
        {f"doc-{one.pk}-{name}": value for name, value in new.items()},
        headers={"X-Requested-With": "XMLHttpRequest"},
    )
    client.post(reverse("wagtaildocs:delete_multiple", args=[one.pk]), headers={"X-Requested-With": "XMLHttpRequest"})
    client.post(reverse("wagtaildocs:delete", args=[one.pk]))


def change_picture(client, one: LabImage) -> None:
    """Through every door there is for a picture."""
    new = {"title": "Anders", "description": "Anders", "collection": one.collection_id, "tags": ""}
    client.post(reverse("wagtailimages:edit", args=[one.pk]), new)
    for action, data in (
        ("add_tags", {"tags": "x"}),
        ("delete", {}),
        ("add_to_collection", {"collection": one.collection_id}),
    ):
        client.post(reverse("wagtail_bulk_action", args=["core", "labimage", action]) + f"?id={one.pk}", data)
    client.post(
        reverse("wagtailimages:edit_multiple", args=[one.pk]),
        {f"image-{one.pk}-{name}": value for name, value in new.items()},
        headers={"X-Requested-With": "XMLHttpRequest"},
    )
    client.post(reverse("wagtailimages:delete_multiple", args=[one.pk]), headers={"X-Requested-With": "XMLHttpRequest"})
    client.post(reverse("wagtailimages:delete", args=[one.pk]))


@pytest.mark.parametrize("role", ADDERS)
def test_who_may_add_changes_nothing_of_others(role):
    client, doc, picture = client_of(somebody(role)), document(), LabImageFactory(title="Weg")
    before = [list(LabDocument.objects.values()), list(LabImage.objects.values())]
    change_document(client, doc)
    change_picture(client, picture)
    assert [list(LabDocument.objects.values()), list(LabImage.objects.values())] == before
    assert not LabDocument.objects.get().tags.exists()


@pytest.mark.parametrize("role", ADDERS)
def test_who_may_add_changes_their_own(role):
    user = somebody(role)
    own = document(uploaded_by_user=user)
    client = client_of(user)
    client.post(
        reverse("wagtaildocs:edit", args=[own.pk]), {"title": "Beter", "collection": own.collection_id, "tags": ""}
    )
    assert LabDocument.objects.get().title == "Beter"


@pytest.mark.parametrize("role", TRUSTED)
def test_who_publishes_changes_those_of_others(role):
    one = document()
    client_of(somebody(role)).post(reverse("wagtaildocs:delete", args=[one.pk]))
    assert not LabDocument.objects.exists()


def doors(one: LabDocument, picture: LabImage) -> list[str]:
    """Every page on which a document or a picture can be seen."""
    api = "wagtailadmin_api:{}:{}"
    return [
        reverse("wagtaildocs:index"),
        reverse("wagtaildocs:index") + "?q=Geheim",
        reverse("wagtaildocs:edit", args=[one.pk]),
        reverse("wagtaildocs:document_usage", args=[one.pk]),
        reverse("wagtaildocs_chooser:choose"),
        reverse("wagtaildocs_chooser:choose_results") + "?q=Geheim",
        reverse("wagtaildocs_chooser:chosen", args=[one.pk]),
        reverse("wagtaildocs_chooser:chosen_multiple") + f"?id={one.pk}",
        reverse("wagtailimages:index"),
        reverse("wagtailimages:edit", args=[picture.pk]),
        reverse("wagtailimages:image_usage", args=[picture.pk]),
        reverse("wagtailimages_chooser:choose"),
        reverse("wagtailimages_chooser:choose_results") + "?q=Geheim",
        reverse("wagtailimages_chooser:chosen", args=[picture.pk]),
        reverse("wagtailimages_chooser:chosen_multiple") + f"?id={picture.pk}",
        reverse("wagtailimages_chooser:select_format", args=[picture.pk]),
        reverse("wagtailimages:preview", args=[picture.pk, "original"]),
        reverse(api.format("documents", "listing")),
        reverse(api.format("documents", "detail"), args=[one.pk]),
        reverse(api.format("images", "listing")),
        reverse(api.format("images", "detail"), args=[picture.pk]),
    ]


@pytest.mark.parametrize("role", [*ADDERS, *TRUSTED])
def test_private_ones_are_seen_by_who_is_trusted_with_them_only(role, private):
    one = document("Geheim kluisstuk", private)
    picture = LabImageFactory(title="Geheim kluisstuk", collection=private)
    client = client_of(somebody(role))
    seen = {}
    for address in doors(one, picture):
        answer = client.get(address)
        body = answer.getvalue() if answer.streaming else answer.content
        seen[address] = answer.status_code == 200 and (answer.streaming or b"luisstuk" in body)
    if role in TRUSTED:
        assert sum(seen.values()) > len(seen) / 2, seen
    else:
        assert [address for address, is_shown in seen.items() if is_shown] == []
        assert "Besloten stukken" not in client.get(reverse("wagtaildocs:index")).content.decode()
        assert "Besloten stukken" not in client.get(reverse("wagtaildocs:add_multiple")).content.decode()


def test_a_permission_on_a_private_collection_itself_counts_there(private):
    editor = somebody(roles.EDITOR)
    given = GroupCollectionPermission.objects.filter(group__name=roles.EDITOR)
    choose = given.get(permission__codename="choose_document").permission
    GroupCollectionPermission.objects.create(group=editor.groups.get(), collection=private, permission=choose)
    one = document("Geheim", private)
    assert "Geheim" in client_of(editor).get(reverse("wagtaildocs_chooser:choose")).content.decode()
    assert client_of(editor).get(reverse("wagtaildocs_chooser:chosen", args=[one.pk])).status_code == 200


def test_a_site_of_before_loses_the_permission_to_change_once():
    root = Collection.get_first_root_node()
    ProvisionedItem.objects.filter(key=roles.ONLY_ADD).delete()
    for name in ADDERS:
        for permission in Permission.objects.filter(codename__in=("change_image", "change_document")):
            GroupCollectionPermission.objects.get_or_create(
                group=Group.objects.get(name=name), collection=root, permission=permission
            )
    provision_roles()
    left = GroupCollectionPermission.objects.filter(permission__codename__startswith="change_")
    assert {one.group.name for one in left} == set(TRUSTED)
    # What an administrator gives again stays.
    permission = Permission.objects.get(codename="change_image", content_type__app_label="wagtailimages")
    GroupCollectionPermission.objects.create(
        group=Group.objects.get(name=roles.EDITOR), collection=root, permission=permission
    )
    provision_roles()
    assert GroupCollectionPermission.objects.filter(group__name=roles.EDITOR, permission=permission).exists()
