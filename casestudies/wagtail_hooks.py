"""Examples and case studies in the menu of the admin: flat lists with what an editor looks for."""

from collections.abc import Iterator
from typing import Any

from django.db.models import prefetch_related_objects
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.components import Component
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.ui.tables.pages import BulkActionsColumn, PageStatusColumn, PageTitleColumn
from wagtail.admin.views.pages.listing import IndexView
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.admin.widgets import Button
from wagtail.log_actions import LogActionRegistry
from wagtail.models import Page

from casestudies import grow_view, growing
from casestudies.models import CaseStudyPage, ExamplePage
from casestudies.promises import desk
from livinglab.accounts.models import User

COLUMNS = [
    BulkActionsColumn("bulk_actions"),
    PageTitleColumn("title", label=_("Title"), sort_key="title__alphabetical", classname="title"),
    Column("organisation", label=_("Organisation"), sort_key="organisation__name__alphabetical"),
    Column("category", label=_("Category"), sort_key="category__name_nl__alphabetical"),
    Column("year", label=_("Year"), sort_key="year", width="6%"),
    DateColumn("last_checked_on", label=_("Last checked"), sort_key="last_checked_on", width="10%"),
    DateColumn("latest_revision_created_at", label=_("Changed"), sort_key="latest_revision_created_at", width="10%"),
    PageStatusColumn("status", label=_("Status"), sort_key="live", width="10%"),
]


class StoryIndexView(IndexView):
    """A list that reads the organisations and categories of its rows at once."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        prefetch_related_objects(list(context["object_list"]), "organisation", "category")
        return context


class ExampleListing(PageListingViewSet):
    """All examples, in every language."""

    model = ExamplePage
    index_view_class = StoryIndexView
    name = "examples"
    icon = "pick"
    menu_label = _("Examples")
    list_display = COLUMNS
    list_filter = ["organisation", "category", "themes", "status", "origin"]


class CaseStudyListing(PageListingViewSet):
    """All case studies, in every language."""

    model = CaseStudyPage
    index_view_class = StoryIndexView
    name = "case_studies"
    icon = "doc-full"
    menu_label = _("Case studies")
    list_display = [
        *COLUMNS[:-2],
        DateColumn("review_due_on", label=_("Review due"), sort_key="review_due_on", width="10%"),
        *COLUMNS[-2:],
    ]
    list_filter = ["organisation", "category", "themes", "status", "phase"]


class StoryGroup(ViewSetGroup):
    """One entry in the menu."""

    menu_label = _("Examples")
    menu_icon = "pick"
    menu_order = 110
    items = (ExampleListing, CaseStudyListing)


class GrowButton(Button):
    """Leads from an example to the page that says what growing does."""

    def __init__(self, page: Page, user: User, **options: Any) -> None:
        super().__init__(
            _("Grow into a case study"), reverse("grow_example", args=[page.pk]), icon_name="doc-full", **options
        )
        self.page, self.user = page, user

    @property
    def show(self) -> bool:
        return growing.may_grow(self.page, self.user)


@hooks.register("register_page_header_buttons")
def grow_header_button(page: Page, user: User, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    if isinstance(page, ExamplePage) and page.pk:
        yield GrowButton(page, user, priority=12)


@hooks.register("register_page_listing_more_buttons")
def grow_listing_button(page: Page, user: User, next_url: str | None = None) -> Iterator[Button]:
    if isinstance(page, ExamplePage):
        yield GrowButton(page, user, priority=25)


@hooks.register("register_admin_urls")
def register_admin_urls() -> list[URLPattern]:
    return [path("voorbeelden/<int:pk>/uitbouwen/", grow_view.grow, name="grow_example"), *desk.URLS]


@hooks.register("construct_homepage_panels")
def add_follow_ups_panel(request: HttpRequest, panels: list[Component]) -> None:
    panels.append(desk.FollowUpsPanel())


@hooks.register("register_log_actions")
def register_log_actions(actions: LogActionRegistry) -> None:
    actions.register_action(growing.LOG_ACTION, _("Grow into a case study"), _("Grew into a case study"))


@hooks.register("register_admin_viewset")
def register_stories_viewset() -> StoryGroup:
    return StoryGroup()
