"""Upgrade a database with the present code and look at the site in it.

    python -m tests.upgrade.upgrading [--every-page]

A process of its own, as a deployment is one; the database is that of `DATABASE_URL`. Prints a report as JSON.
"""

import inspect
import json
import sys
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

import django

if TYPE_CHECKING:
    from django.test import Client


def editor() -> "Client":
    """A browser in which an administrator is logged in."""
    from django.contrib.auth import get_user_model
    from django.contrib.auth.signals import user_logged_in
    from django.test import Client

    client = Client()
    user_logged_in.disconnect(dispatch_uid="update_last_login")  # to look changes nothing
    user = get_user_model().objects.filter(is_superuser=True).first()
    client.force_login(user, "django.contrib.auth.backends.ModelBackend")
    return client


def upgrade() -> list[str]:
    """What `docs/operations.md` asks for at every deployment, and the job that `migrate` asks of the worker for search.

    Returns what an operator would not have been told of search meanwhile.
    """
    from django.core.management import call_command
    from procrastinate.contrib.django.models import ProcrastinateJob

    from livinglab.search.engines.elasticsearch.status import search_status
    from livinglab.search.tasks import refresh_stale_entries

    untold = []
    call_command("migrate", verbosity=0)
    if not search_status().waiting:
        untold.append(f"nothing waits: {search_status()}")
    if not ProcrastinateJob.objects.filter(task_name=refresh_stale_entries.name, status="todo").exists():
        untold.append("no job makes the index")
    for command in ("provision", "check_seats"):
        call_command(command, verbosity=0)
    refresh_stale_entries(timestamp=0)
    if not search_status().is_well:
        untold.append(str(search_status()))
    return untold


def lost_jobs() -> Iterator[str]:
    """The waiting jobs that the present code cannot run: the task is gone, or takes other arguments."""
    from procrastinate.contrib.django import app
    from procrastinate.contrib.django.models import ProcrastinateJob

    for job in ProcrastinateJob.objects.filter(status="todo"):
        task = app.tasks.get(job.task_name)
        if task is None:
            yield f"{job.task_name}: no such task"
            continue
        try:
            inspect.signature(task.func).bind(*([None] if task.pass_context else []), **job.args)
        except TypeError as error:
            yield f"{job.task_name}: {error}"


def missing_from_search() -> Iterator[str]:
    """The pages that anybody may read and nobody can find."""
    from wagtail.models import Page

    from livinglab.core.content.pages import BasePage
    from livinglab.search.contract import SearchRequest
    from livinglab.search.models import SearchEntry
    from livinglab.search.results import search
    from livinglab.search.vocabulary import Vocabulary

    readable = Page.objects.live().public().filter(depth__gt=2).specific()
    found = set(SearchEntry.objects.exclude(page=None).values_list("page_id", flat=True))
    for page in readable:
        if isinstance(page, BasePage) and list(page.search_entries()) and page.pk not in found:
            yield page.url_path
    vocabulary = Vocabulary.load({})
    for word in ("asfalt", "schoonmaak", "gemeente"):
        if not search(SearchRequest(language="nl", text=word), vocabulary).total:
            yield f"nothing has the word {word}"


def dead_links() -> Iterator[str]:
    """The links in mails of before that no longer open: a sign-up, an interest, the code at the door."""
    client = editor()
    for path in (
        "/aanmelding/68378920.5zCbH25pTd6nF-Kqd93T_w.QSWmpGkWqbVVzn_NCoMsXA6DSRGSOQL1B4oSFxBMApA/",
        "/mijn-interesse/68378920.rpM621i8QG-6UnUEoZ506A.NJZ05UQxwF_oyp3a4NDXepzFD6ElUIvJbQgLM1Kn-Oc/",
        "/beheer/sign-ups/code/68378920.5zCbH25pTd6nF-Kqd93T_w.g46ZUyrGoeM4tQgpaZPSQvxEyn2r1_I-bC3pdb7Km9k/",
    ):
        status = client.get(path).status_code
        if status != 200:
            yield f"{status} {path}"


def broken_pages(*, every: bool) -> Iterator[str]:
    """The pages that do not open, for a reader or, one of each type and each with a newer draft, for an editor.

    `every`: look at all of them, else at the first two of each type that are public and at those with a newer draft.
    """
    from django.test import Client
    from django.urls import reverse
    from wagtail.models import Page

    reader, superuser = Client(), editor()
    edited = set()
    read = Counter()
    for page in Page.objects.filter(depth__gt=1).order_by("pk"):
        addresses = []
        if (every or read[page.content_type_id] < 2) and page.live and not page.get_view_restrictions().exists():
            read[page.content_type_id] += 1
            addresses.append((reader, page.get_url()))
        if page.has_unpublished_changes or page.content_type_id not in edited:
            edited.add(page.content_type_id)
            addresses.append((superuser, reverse("wagtailadmin_pages:edit", args=[page.pk])))
        for client, address in addresses:
            status = client.get(address).status_code
            # An alias has no form of its own.
            if status != 200 and not (client is superuser and page.alias_of_id and status == 302):
                yield f"{status} {address}"


def main() -> None:
    """Upgrade, look, and say what was found."""
    django.setup()
    report = {"untold_of_search": upgrade()}
    report |= {check.__name__: list(check()) for check in (lost_jobs, dead_links, missing_from_search)}
    report["broken_pages"] = list(broken_pages(every="--every-page" in sys.argv))
    json.dump(report, sys.stdout)


if __name__ == "__main__":
    main()
