"""The start page of the admin: frequent actions, and unfinished work."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import Q
from django.urls import reverse
from django.utils.functional import Promise
from wagtail.admin.ui.components import Component
from wagtail.models import Page, get_page_models

from livinglab.core.editing.failed_plans import shown_to

MAX_DRAFTS = 8


@dataclass(frozen=True)
class NewPage:
    """A button for a new page in the place where such pages are."""

    label: str | Promise
    url: str


def new_pages(user: Any) -> Iterator[NewPage]:
    """The buttons of this user: one for each page type that has an `add_label`, where they may add one."""
    page_types = [page_type for page_type in get_page_models() if getattr(page_type, "add_label", "")]
    for page_type in sorted(page_types, key=lambda page_type: page_type.add_order):
        for parent in _usual_parents(page_type):
            if parent.permissions_for_user(user).can_add_subpage():
                place = [page_type._meta.app_label, page_type._meta.model_name, parent.pk]
                yield NewPage(page_type.add_label, reverse("wagtailadmin_pages:add", args=place))
                break


def _usual_parents(page_type: type[Page]) -> Iterator[Page]:
    for parent_type in page_type.allowed_parent_page_models():
        yield from parent_type.objects.filter(locale__language_code=settings.LANGUAGE_CODE)


class NewPagesPanel(Component):
    """What one does most, in one click."""

    name = "new_pages"
    template_name = "wagtailadmin/home/new_pages.html"
    order = 10

    def get_context_data(self, parent_context: Any) -> dict[str, object]:
        return {"actions": list(new_pages(parent_context["request"].user))}


class OwnDraftsPanel(Component):
    """The pages of this user that visitors do not see yet, or not in their latest form."""

    name = "own_drafts"
    template_name = "wagtailadmin/home/own_drafts.html"
    order = 230

    def get_context_data(self, parent_context: Any) -> dict[str, object]:
        drafts = (
            Page.objects.filter(Q(live=False) | Q(has_unpublished_changes=True), owner=parent_context["request"].user)
            .select_related("content_type", "locale")
            .order_by("-latest_revision_created_at")
        )
        return {"drafts": drafts[:MAX_DRAFTS]}


class FailedPlansPanel(Component):
    """What should have gone live or offline by itself and did not, of all that this user may edit."""

    name = "failed_plans"
    template_name = "wagtailadmin/home/failed_plans.html"
    order = 6

    def get_context_data(self, parent_context: Any) -> dict[str, object]:
        return {"plans": shown_to(parent_context["request"].user)}
