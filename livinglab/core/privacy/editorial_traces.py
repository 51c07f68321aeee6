"""What the machinery of the site keeps beside the content: old versions, logs, remarks, what is being typed, jobs.

Any of these texts may name somebody. On the pages themselves an editor decides: what an erasing would change there is
only listed.
"""

import datetime as dt

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.db.models import Model, Q, QuerySet, TextField
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.models import FormState
from wagtail.models import Comment, CommentReply, ModelLogEntry, Page, PageLogEntry, Revision, TaskState

from livinglab.core.privacy.personal_data import (
    GONE,
    DataSubject,
    PersonalData,
    Row,
    naming,
    redact,
    register_personal_data,
    without,
    years_in_words,
)

LOG_KEPT = dt.timedelta(days=2 * 365)
"""How long Wagtail's logs are kept: long enough to see who changed what in the year before."""
_TEXTS: tuple[tuple[type[Model], tuple[str, ...]], ...] = (
    (ModelLogEntry, ("label", "data")),
    (PageLogEntry, ("label", "data")),
    (Comment, ("text",)),
    (CommentReply, ("text",)),
    (TaskState, ("comment",)),
)


def register() -> None:
    """Add what is below to the register."""
    register_personal_data(PAGES)
    register_personal_data(TRACES)
    register_personal_data(JOBS)


# -- Pages, which editors change --------------------------------------------------------------------
def _current() -> QuerySet[Revision]:
    """The versions that somebody sees or goes on with: online, the latest, planned, or waiting for a moderator."""
    needed = Q(pk__in=Page.objects.exclude(live_revision=None).values("live_revision"))
    needed |= Q(pk__in=Page.objects.exclude(latest_revision=None).values("latest_revision"))
    needed |= Q(pk__in=TaskState.objects.filter(status=TaskState.STATUS_IN_PROGRESS).values("revision"))
    return Revision.objects.filter(needed | ~Q(approved_go_live_at=None))


def _pages_naming(subject: DataSubject) -> list[Row]:
    named = naming(_current(), ["content"], subject).filter(base_content_type=ContentType.objects.get_for_model(Page))
    pages = Page.objects.filter(pk__in=[int(key) for key in named.values_list("object_id", flat=True)])
    return [{"page": page.draft_title, "number": page.pk} for page in pages.order_by("path")]


PAGES = PersonalData(
    key="pages",
    order=900,
    what=gettext_lazy("Names in the texts of pages"),
    why=gettext_lazy("Stories say who did something, if they agreed to it"),
    kept=lambda: _("Until an editor changes the page"),
    seen_by=gettext_lazy("Everybody"),
    columns=(),
    find=_pages_naming,
    erase=lambda subject: 0,
)


# -- Versions, logs, remarks ------------------------------------------------------------------------
def _traces_of(subject: DataSubject) -> list[Row]:
    found: list[Row] = []
    for model, fields in _TEXTS:
        for row in naming(model._default_manager.order_by("pk"), fields, subject):
            found.append({"where": str(model._meta.verbose_name), **{name: getattr(row, name) for name in fields}})
    old = naming(_old_versions(), ["content", "object_str"], subject).count()
    return [*found, {"where": _("old versions"), "count": old}] if old else found


def _old_versions() -> QuerySet[Revision]:
    return Revision.objects.exclude(pk__in=_current().values("pk"))


def _forms_with(subject: DataSubject) -> QuerySet[FormState]:
    # As an address has it: %40 for @, + for a space.
    typed = Q()
    for word in subject.words:
        typed |= Q(data__icontains=urlencode({"": word}).removeprefix("="))
    return FormState.objects.filter(typed)


def _erase_traces(subject: DataSubject) -> int:
    changed = sum(redact(model._default_manager.all(), fields, subject) for model, fields in _TEXTS)
    changed += redact(_old_versions(), ["content", "object_str"], subject)
    changed += _erase_former_titles(subject)
    return changed + _forms_with(subject).delete()[0]


def _erase_former_titles(subject: DataSubject) -> int:
    """A version holds the title of the one before it as well, though no page shows it: that one is a trace."""
    changed = 0
    for version in naming(_current(), ["content"], subject).iterator(chunk_size=50):
        former = version.content.get("draft_title", "")
        if former != (title := without(former, subject)):
            version.content["draft_title"] = title
            version.save(update_fields=["content"])
            changed += 1
    return changed


def _forget_old_traces() -> int:
    """Delete what was typed yesterday and logs of long ago, and take the names of what is gone out of the others."""
    FormState.objects.stale().delete()
    limit = timezone.now() - LOG_KEPT
    deleted = sum(model.objects.filter(timestamp__lt=limit).delete()[0] for model in (ModelLogEntry, PageLogEntry))
    return deleted + _unname_log_of_what_is_gone()


def _unname_log_of_what_is_gone() -> int:
    """The log of a person or a user who is there no more says what happened, and no longer to whom."""
    changed = 0
    for name in NAMED_MODELS:
        content_type = ContentType.objects.get_by_natural_key(*name.lower().split("."))
        model = content_type.model_class()
        if model is None:
            continue
        there = model._base_manager.annotate(key=Cast("pk", TextField())).values("key")
        gone = ModelLogEntry.objects.filter(content_type=content_type).exclude(object_id__in=there)
        changed += gone.exclude(label=GONE).update(label=GONE, data={})
    return changed


NAMED_MODELS = {settings.AUTH_USER_MODEL}
"""Models whose rows are called after somebody; an app adds its own."""

TRACES = PersonalData(
    key="traces",
    order=910,
    what=gettext_lazy("Names in old versions of pages, in remarks of editors and in the log of changes"),
    why=gettext_lazy("To see who changed what, and to go back to an earlier version"),
    kept=lambda: years_in_words(LOG_KEPT),
    seen_by=gettext_lazy("Editors"),
    columns=(
        "wagtailcore.ModelLogEntry.label",
        "wagtailcore.ModelLogEntry.data",
        "wagtailcore.PageLogEntry.label",
        "wagtailcore.PageLogEntry.data",
        "wagtailcore.Comment.text",
        "wagtailcore.CommentReply.text",
        "wagtailcore.TaskState.comment",
        "wagtailcore.Revision.content",
        "wagtailcore.Revision.object_str",
        "wagtailadmin.FormState.data",
    ),
    find=_traces_of,
    erase=_erase_traces,
    forget_old=_forget_old_traces,
)


# -- Jobs -------------------------------------------------------------------------------------------
# One that is being done at this moment ends by itself.
_NAMED_IN_JOBS = "strpos(lower(args::text), %s) > 0 AND status <> 'doing'"


def _jobs_of(subject: DataSubject) -> list[Row]:
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT task_name, args FROM procrastinate_jobs WHERE {_NAMED_IN_JOBS} ORDER BY id",  # noqa: S608
            [subject.email],
        )
        return [{"job": name, "arguments": arguments} for name, arguments in cursor.fetchall()]


def _erase_jobs(subject: DataSubject) -> int:
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM procrastinate_jobs WHERE {_NAMED_IN_JOBS}", [subject.email])  # noqa: S608
        return cursor.rowcount


JOBS = PersonalData(
    key="jobs",
    order=920,
    what=gettext_lazy("A question by the contact form, until it is mailed"),
    why=gettext_lazy("To mail it to an editor, also when the mail server is away for a while"),
    kept=lambda: _("Until it is mailed; a month if that fails"),
    seen_by=gettext_lazy("Nobody; administrators see that a job failed"),
    columns=("procrastinate.ProcrastinateJob.args",),
    find=_jobs_of,
    erase=_erase_jobs,
)
