"""The four roles of the admin, as groups, and the workflow between them.

| role | may |
|---|---|
| editor | write and change pages and submit them; add pictures, documents, organisations and persons |
| moderator | also publish, lock and unpublish, make redirects, manage every vocabulary, and change texts of the site |
| organiser | write and publish meetings, see and change sign-ups; add pictures, documents, organisations and persons |
| administrator | everything, users and settings included |

Each permission is given once. What an administrator takes from a group, or gives it, stays so.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial

from django.contrib.auth.models import Group, Permission
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

from events.models import MeetingIndexPage
from livinglab.provision.memory import first_time, make_once

EDITOR, MODERATOR, ORGANISER, ADMINISTRATOR = "Redacteuren", "Moderatoren", "Organisatoren", "Beheerders"
WORKFLOW = "Moderatie"

# What everybody who writes may do: permissions are named app.codename, as in `user.has_perm`.
ENTER = ("wagtailadmin.access_admin",)
VOCABULARIES = ("theme", "category", "organisation", "person", "labtag", "ambitionweb", "ambitionaxis")
LOOK_UP = tuple(f"taxonomy.view_{name}" for name in VOCABULARIES)
# An example of an organisation that is not in the list must not wait for a colleague.
ADD_NAMES = tuple(f"taxonomy.{action}_{name}" for name in ("organisation", "person") for action in ("add", "change"))
MANAGE_VOCABULARIES = tuple(
    f"taxonomy.{action}_{name}" for name in VOCABULARIES for action in ("add", "change", "delete")
)
REDIRECTS = tuple(f"wagtailredirects.{action}_redirect" for action in ("add", "change", "delete"))
# Wagtail keeps these on its own models, also where a project has models of its own for pictures and documents.
FILES = (("wagtailimages", "image"), ("wagtaildocs", "document"))
# Who adds one may change it; those of others are published, and an editor publishes nothing.
UPLOAD = tuple(f"{kind}.{action}_{name}" for kind, name in FILES for action in ("add", "choose"))
CHANGE_UPLOADS = tuple(f"{kind}.change_{name}" for kind, name in FILES)
SIGN_UPS = ("events.change_signup", *(f"events.{action}_meetingseries" for action in ("add", "change", "delete")))
SEARCH = (
    *(
        f"search.{action}_{name}"
        for name in ("synonymgroup", "promotedresult")
        for action in ("add", "change", "delete")
    ),
    "search.view_poorsearch",
)
# Takes effect at once, so it is for who may publish.
TEXTS_OF_THE_SITE = ("casestudies.change_clausesettings",)
COLLECTIONS = tuple(f"wagtailcore.{action}_collection" for action in ("add", "change", "delete"))
# Internals of the machinery: no page of the admin asks for them.
NO_ROLE = ("contenttypes", "sessions")

# Groups and workflow that Wagtail's own migrations make.
WAGTAIL_GROUPS = ("Editors", "Moderators")
WAGTAIL_WORKFLOW = "Moderators approval"
ONLY_ADD = "editors and organisers only add pictures and documents"
"""What was done once: before, they could change and delete those of others."""


@dataclass(frozen=True, kw_only=True)
class Role:
    """What a group may do: `everywhere` on all pages, `meetings` on the meetings only, `permissions` beside pages."""

    name: str
    everywhere: tuple[str, ...] = ()
    meetings: tuple[str, ...] = ()
    permissions: tuple[str, ...] = ()
    collections: tuple[str, ...] = UPLOAD


ROLES = (
    Role(
        name=EDITOR,
        everywhere=("add_page", "change_page"),
        permissions=(*ENTER, *LOOK_UP, *ADD_NAMES),
    ),
    Role(
        name=MODERATOR,
        everywhere=("add_page", "change_page", "publish_page", "lock_page", "unlock_page"),
        permissions=(*ENTER, *LOOK_UP, *MANAGE_VOCABULARIES, *REDIRECTS, *SEARCH, *TEXTS_OF_THE_SITE),
        collections=(*UPLOAD, *CHANGE_UPLOADS),
    ),
    Role(
        name=ORGANISER,
        meetings=("add_page", "change_page", "publish_page"),
        permissions=(*ENTER, *LOOK_UP, *ADD_NAMES, *SIGN_UPS),
    ),
    Role(
        name=ADMINISTRATOR,
        everywhere=("add_page", "change_page", "publish_page", "bulk_delete_page", "lock_page", "unlock_page"),
        collections=(*UPLOAD, *CHANGE_UPLOADS, *COLLECTIONS),
    ),
)


def _named(names: Iterable[str]) -> dict[str, Permission]:
    """The permissions with these names, by name; an unknown name is an error of ours, so it fails."""
    pairs = {name: name.split(".") for name in names}
    return {
        name: Permission.objects.get(content_type__app_label=app, codename=codename)
        for name, (app, codename) in pairs.items()
    }


def _all_permissions() -> dict[str, Permission]:
    permissions = Permission.objects.exclude(content_type__app_label__in=NO_ROLE).select_related("content_type")
    return {f"{one.content_type.app_label}.{one.codename}": one for one in permissions}


def _grant(role: Role, group: Group, places: Mapping[str, Iterable[Page]]) -> None:
    """Give a group the permissions of its role that it was never given before."""
    permissions = _all_permissions() if role.name == ADMINISTRATOR else _named(role.permissions)
    group.permissions.add(*(permissions[name] for name in _new_grants(role, permissions)))
    for place, codenames in (("everywhere", role.everywhere), ("meetings", role.meetings)):
        permissions = _named(f"wagtailcore.{codename}" for codename in codenames)
        for page in places[place]:
            for name in _new_grants(role, permissions, f"page {page.pk}"):
                GroupPagePermission.objects.get_or_create(group=group, page=page, permission=permissions[name])
    root = Collection.get_first_root_node()
    permissions = _named(role.collections)
    for name in _new_grants(role, permissions, f"collection {root.pk}"):
        GroupCollectionPermission.objects.get_or_create(group=group, collection=root, permission=permissions[name])


def _new_grants(role: Role, names: Iterable[str], place: str = "everywhere") -> list[str]:
    keys = {f"permission:{role.name}:{name}:{place}": name for name in names}
    return [keys[key] for key in sorted(first_time(keys))]


def provision_roles() -> None:
    """Make the groups and the moderation workflow that were never made before."""
    root = Page.get_first_root_node()
    places = {"everywhere": [root], "meetings": list(MeetingIndexPage.objects.all())}
    groups: dict[str, Group | None] = {}
    for role in ROLES:
        make = partial(_make_group, role)
        group = groups[role.name] = make_once(f"group:{role.name}", Group, make)
        if group is not None:
            _grant(role, group, places)
    if first_time([ONLY_ADD]):
        changing = Permission.objects.filter(codename__in=[name.partition(".")[2] for name in CHANGE_UPLOADS])
        adders = [group for name in (EDITOR, ORGANISER) if (group := groups[name]) is not None]
        GroupCollectionPermission.objects.filter(
            group__in=adders, collection=Collection.get_first_root_node(), permission__in=changing
        ).delete()
    if first_time(["without Wagtail's own groups"]):
        Group.objects.filter(name__in=WAGTAIL_GROUPS, user=None).delete()
    make_once("workflow", Workflow, partial(_make_workflow, root, groups[MODERATOR]))


def _make_group(role: Role) -> Group:
    return Group.objects.get_or_create(name=role.name)[0]


def _make_workflow(root: Page, moderators: Group | None) -> Workflow:
    existing = Workflow.objects.filter(name=WORKFLOW).first()
    if existing is not None:
        return existing
    Workflow.objects.filter(name=WAGTAIL_WORKFLOW).delete()
    GroupApprovalTask.objects.filter(name=WAGTAIL_WORKFLOW).delete()
    workflow = Workflow.objects.create(name=WORKFLOW)
    task = GroupApprovalTask.objects.create(name=WORKFLOW)
    if moderators is not None:
        task.groups.add(moderators)
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=1)
    WorkflowPage.objects.update_or_create(page=root, defaults={"workflow": workflow})
    return workflow
