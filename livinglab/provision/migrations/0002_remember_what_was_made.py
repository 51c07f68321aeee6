"""A lab that was provisioned before this memory existed: all that was made then counts as made.

So the next `provision` brings back nothing that an administrator took away in the meantime. The lists below say what
the commands of that time made.
"""

from django.db import migrations

THEMES = (
    "milieu-en-biodiversiteit klimaat circulair ketenverantwoordelijkheid diversiteit-en-inclusie social-return"
).split()
CATEGORIES = (
    "gww asfalt groenvoorziening verkeersborden gebouwen sporthallen schoolgebouwen kantoorfaciliteiten schoonmaak "
    "catering kantoormeubilair bedrijfskleding automatisering hardware energie openbare-verlichting transport "
    "doelgroepenvervoer dienstvoertuigen"
).split()
ORGANISATIONS = (
    "buren culemborg maasdriel neder-betuwe tiel west-betuwe west-maas-en-waal zaltbommel regio-rivierenland"
).split()
LANGUAGES = ("nl", "en")
LISTS = {
    "casestudies": ("ExampleIndexPage", "CaseStudyIndexPage"),
    "events": ("MeetingIndexPage",),
    "pages": ("ToolIndexPage", "ColleagueIndexPage", "OrganisationIndexPage", "NewsIndexPage"),
}
_NAMES = ("theme", "category", "organisation", "person", "labtag")
_WRITE = (
    "wagtailadmin.access_admin",
    *(f"taxonomy.view_{name}" for name in _NAMES),
    *(f"taxonomy.{action}_{name}" for name in ("organisation", "person") for action in ("add", "change")),
)
_UPLOAD = tuple(
    f"{kind}.{action}_{name}"
    for kind, name in (("wagtailimages", "image"), ("wagtaildocs", "document"))
    for action in ("add", "change", "choose")
)
_EVERYWHERE = {
    "Redacteuren": ("add_page", "change_page"),
    "Moderatoren": ("add_page", "change_page", "publish_page", "lock_page", "unlock_page"),
    "Beheerders": ("add_page", "change_page", "publish_page", "bulk_delete_page", "lock_page", "unlock_page"),
}
_PERMISSIONS = {
    "Redacteuren": _WRITE,
    "Moderatoren": (
        *_WRITE,
        *(f"taxonomy.{action}_{name}" for name in _NAMES for action in ("add", "change", "delete")),
        *(f"wagtailredirects.{action}_redirect" for action in ("add", "change", "delete")),
    ),
    "Organisatoren": (
        *_WRITE,
        "events.change_signup",
        *(f"events.{action}_meetingseries" for action in ("add", "change", "delete")),
    ),
}
_COLLECTIONS = tuple(f"wagtailcore.{action}_collection" for action in ("add", "change", "delete"))
GROUPS = ("Redacteuren", "Moderatoren", "Organisatoren", "Beheerders")


def remember(apps, schema_editor):
    home_pages = apps.get_model("pages", "HomePage").objects
    groups = apps.get_model("auth", "Group").objects
    if not home_pages.exists() and not groups.filter(name__in=GROUPS).exists():
        return  # a new database
    made = dict([("without Wagtail's own groups", None), *_terms(apps), *_pages(apps), *_groups(apps)])
    items = apps.get_model("provision", "ProvisionedItem")
    items.objects.bulk_create(items(key=key, object_id=pk) for key, pk in made.items())


def _terms(apps):
    for kind, slugs in (("theme", THEMES), ("category", CATEGORIES), ("organisation", ORGANISATIONS)):
        there = dict(apps.get_model("taxonomy", kind).objects.values_list("slug", "pk"))
        yield from ((f"{kind}:{slug}", there.get(slug)) for slug in slugs)


def _pages(apps):
    types = [("pages", "HomePage"), *((app, name) for app, names in LISTS.items() for name in names)]
    for app, name in types:
        for language in LANGUAGES:
            pages = apps.get_model(app, name).objects.filter(locale__language_code=language)
            yield f"page:{name}:{language}", pages.order_by("path").values_list("pk", flat=True).first()
    sites = apps.get_model("wagtailcore", "Site").objects.filter(is_default_site=True)
    yield "site", sites.values_list("pk", flat=True).first()


def _groups(apps):
    there = dict(apps.get_model("auth", "Group").objects.values_list("name", "pk"))
    # Administrators were never given those of the machinery: a later release may.
    given = apps.get_model("auth", "Permission").objects.exclude(
        content_type__app_label__in=("contenttypes", "sessions", "procrastinate")
    )
    all_permissions = given.values_list("content_type__app_label", "codename")
    permissions = {**_PERMISSIONS, "Beheerders": [f"{app}.{codename}" for app, codename in all_permissions]}
    pages = apps.get_model("wagtailcore", "Page").objects
    root = pages.filter(depth=1).values_list("pk", flat=True).first()
    meetings = apps.get_model("events", "MeetingIndexPage").objects.values_list("pk", flat=True)
    collection = apps.get_model("wagtailcore", "Collection").objects.filter(depth=1).values_list("pk", flat=True).first()
    for group in GROUPS:
        yield f"group:{group}", there.get(group)
        keys = [f"{name}:everywhere" for name in permissions[group]]
        keys += [f"wagtailcore.{name}:page {root}" for name in _EVERYWHERE.get(group, ())]
        if group == "Organisatoren":
            actions = ("add_page", "change_page", "publish_page")
            keys += [f"wagtailcore.{name}:page {page}" for page in meetings for name in actions]
        in_collections = (*_UPLOAD, *_COLLECTIONS) if group == "Beheerders" else _UPLOAD
        keys += [f"{name}:collection {collection}" for name in in_collections]
        yield from ((f"permission:{group}:{key}", None) for key in keys)
    workflows = apps.get_model("wagtailcore", "Workflow").objects.filter(name="Moderatie")
    yield "workflow", workflows.values_list("pk", flat=True).first()


class Migration(migrations.Migration):
    dependencies = [
        ("provision", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("casestudies", "0003_drafts_may_be_incomplete"),
        ("events", "0006_message_once"),
        ("pages", "0004_organisations_and_colleagues"),
        ("taxonomy", "0003_plain_tag_addresses"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [migrations.RunPython(remember, migrations.RunPython.noop)]
