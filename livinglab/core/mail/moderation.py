"""Mails between editors and moderators, as jobs: a mail server that is away must not keep an editor from submitting.

Wagtail sends its own from within the request, to superusers twice; ours take their place.
"""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth import get_user_model
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override
from procrastinate.contrib.django import app
from wagtail.models import Page, TaskState, WorkflowState
from wagtail.signals import task_submitted, workflow_approved, workflow_rejected
from wagtail.users.models import UserProfile

from livinglab.core.jobs.queue import defer
from livinglab.core.jobs.retry import MailRetry
from livinglab.core.mail.sending import build_mail


def connect() -> None:
    """Connect under the names that Wagtail's own senders use: it comes after us and finds them taken."""
    for signal, receiver, sender, name in (
        (task_submitted, tell_moderators, TaskState, "group_approval_task_submitted_email_notification"),
        (workflow_approved, tell_of_approval, WorkflowState, "workflow_state_approved_email_notification"),
        (workflow_rejected, tell_of_rejection, WorkflowState, "workflow_state_rejected_email_notification"),
    ):
        signal.connect(receiver, sender=sender, dispatch_uid=name)


def tell_moderators(instance: TaskState, user: Any = None, **kwargs: object) -> None:
    """A page was submitted: mail those who may approve it."""
    groups = getattr(instance.task.specific, "groups", None)
    if groups is not None:
        members = get_user_model().objects.filter(groups__in=groups.all(), is_active=True).distinct()
        _defer_mails("submitted", instance.workflow_state, members, by=user)


def tell_of_approval(instance: WorkflowState, user: Any = None, **kwargs: object) -> None:
    """A page was approved, and so published: mail the person who submitted it."""
    _defer_mails("approved", instance, [instance.requested_by], by=user)


def tell_of_rejection(instance: WorkflowState, user: Any = None, **kwargs: object) -> None:
    """A moderator asks for changes: mail the person who submitted the page."""
    _defer_mails("rejected", instance, [instance.requested_by], by=user)


def _defer_mails(what: str, state: WorkflowState, recipients: Iterable[Any], *, by: Any) -> None:
    for recipient in recipients:
        if recipient is not None and recipient != by and _wants(recipient, what):
            defer(
                send_moderation_mail,
                what=what,
                workflow_state_id=state.pk,
                recipient_id=recipient.pk,
                by_id=by.pk if by else None,
            )


def _wants(recipient: Any, what: str) -> bool:
    return recipient.is_active and getattr(UserProfile.get_for_user(recipient), f"{what}_notifications")


@app.task(queue="mail", retry=MailRetry())
def send_moderation_mail(what: str, workflow_state_id: int, recipient_id: int, by_id: int | None) -> None:
    """Send one mail about a page in moderation; `what` is submitted, approved or rejected."""
    users = get_user_model().objects.in_bulk([recipient_id, *([by_id] if by_id else [])])
    state = WorkflowState.objects.filter(pk=workflow_state_id).first()
    recipient = users.get(recipient_id)
    page = state.content_object if state else None
    if recipient is None or not isinstance(page, Page):
        return  # gone meanwhile
    language = UserProfile.get_for_user(recipient).get_preferred_language()
    with override(language):
        context = {
            "user": recipient,
            "page": page,
            "by": str(users[by_id]) if by_id in users else _("somebody"),
            "comment": state.current_task_state.specific.get_comment() if state.current_task_state else "",
            "path": _path_of(page, what),
        }
    build_mail(f"moderation_{what}", to=recipient.email, context=context, language=language).send()


def _path_of(page: Page, what: str) -> str:
    """Where the button leads: to what visitors see now, or to what is to be done."""
    parts = page.get_url_parts() if what == "approved" and page.live else None
    return parts[2] if parts else reverse("wagtailadmin_pages:edit", args=[page.pk])
