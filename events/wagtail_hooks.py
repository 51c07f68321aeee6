"""Meetings in the admin."""

from collections.abc import Iterable, Iterator

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLResolver, include, path, reverse, reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import LogActionRegistry
from wagtail.models import Page
from wagtail.snippets.models import register_snippet

from events.desk import urls as desk_urls
from events.desk.access import PERMISSION
from events.desk.audit_report import DeskAccessView
from events.desk.figures import DemandPanel
from events.desk.mail_preview import what_publishing_does
from events.pages import MeetingIndexPage, MeetingPage
from events.viewsets import SeriesViewSet
from events.withdrawal import meetings_that_must_stay, reason_to_stay
from livinglab.accounts.models import User

register_snippet(SeriesViewSet)


@hooks.register("register_admin_urls")
def register_desk_urls() -> list[URLResolver]:
    return [
        path("sign-ups/", include(desk_urls)),
        path("reports/desk/", DeskAccessView.as_view(), name="desk_access"),
        path("reports/desk/results/", DeskAccessView.as_view(results_only=True), name="desk_access_results"),
    ]


@hooks.register("register_reports_menu_item")
def register_desk_report() -> MenuItem:
    return _DeskReportItem(
        gettext_lazy("Use of the desk"), reverse_lazy("desk_access"), icon_name="history", order=1200
    )


class _DeskReportItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm("events.view_deskaccess")


@hooks.register("register_admin_menu_item")
def register_desk_menu_item() -> MenuItem:
    return DeskMenuItem(
        gettext_lazy("Sign-ups"), reverse_lazy("sign_ups:index"), name="sign-ups", icon_name="group", order=250
    )


class DeskMenuItem(MenuItem):
    """Shown to users who may see sign-ups."""

    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm(PERMISSION)


@hooks.register("construct_homepage_panels")
def construct_demand_panel(request: HttpRequest, panels: list[Component]) -> None:
    panels.append(DemandPanel())


@hooks.register("register_page_header_buttons")
def register_sign_ups_button(page: Page, user: User, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    """From a meeting's page to its sign-ups."""
    if isinstance(page.specific_deferred, MeetingPage) and user.has_perm(PERMISSION):
        meeting = page.specific
        if not meeting.seats._state.adding:
            url = reverse("sign_ups:meeting", args=[meeting.meeting_key])
            yield Button(_("Sign-ups"), url, icon_name="group", priority=5)


@hooks.register("register_page_header_buttons")
def register_plan_next_button(page: Page, user: User, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    """From a meeting's page to the plan for the next one."""
    is_meeting = isinstance(page.specific_deferred, MeetingPage) and page.pk and not page.alias_of_id
    if is_meeting and page.get_parent().permissions_for_user(user).can_add_subpage():
        url = reverse("sign_ups:plan_next", args=[page.pk])
        yield Button(_("Plan the next one"), url, icon_name="date", priority=6)


@hooks.register("before_copy_page")
def redirect_copy_to_plan_next(request: HttpRequest, page: Page) -> HttpResponse | None:
    """A copy of a meeting is another meeting: ask for its day. Many at once, below any page, are not copied."""
    meeting = page.specific_deferred
    if isinstance(meeting, MeetingPage):
        return redirect("sign_ups:plan_next", meeting.alias_of_id or meeting.pk)
    if isinstance(meeting, MeetingIndexPage) or MeetingPage.objects.descendant_of(page).exists():
        messages.error(request, _("Not copied: there are meetings in it, and each has its own day and its own seats."))
        return redirect("wagtailadmin_explore", page.get_parent().pk)
    return None


@hooks.register("before_publish_page")
def confirm_mails_before_publishing(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Before participants are mailed about a change, a cancellation or a report: show to how many, and ask."""
    is_for_later = page.go_live_at and page.go_live_at > timezone.now()
    if not isinstance(page, MeetingPage) or is_for_later or not what_publishing_does(page):
        return None
    return redirect("sign_ups:publish", page.pk)


@hooks.register("before_edit_page")
def warn_of_mails_in_the_editor(request: HttpRequest, page: Page) -> None:
    """What is waiting sends mail once it is published, also by a moderator's approval or by the clock: say so above."""
    if request.method != "GET" or not isinstance(page, MeetingPage) or not page.has_unpublished_changes:
        return
    lines = what_publishing_does(page.get_latest_revision_as_object())
    if lines:
        messages.warning(request, " ".join([_("As soon as this version is published:"), *lines]))


@hooks.register("register_log_actions")
def register_log_actions(actions: LogActionRegistry) -> None:
    """What the log says of personal data that was taken out or erased."""
    actions.register_action(
        "events.export", gettext_lazy("List of participants"), gettext_lazy("Downloaded the list of participants")
    )
    actions.register_action(
        "events.personal_data_export",
        gettext_lazy("Personal data"),
        gettext_lazy("Downloaded somebody's personal data"),
    )
    actions.register_action(
        "events.personal_data_erase", gettext_lazy("Personal data"), gettext_lazy("Erased somebody's personal data")
    )


@hooks.register("before_delete_page")
def refuse_to_delete_meetings_in_use(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Say before the question, not after the answer, that a meeting must stay (`events.withdrawal` has the rule)."""
    return _refuse_to_take_away(request, [page], deletes=True, back_to=page.pk)


@hooks.register("before_unpublish_page")
def refuse_to_unpublish_meetings_in_use(request: HttpRequest, page: Page) -> HttpResponse | None:
    """The same of taking it offline."""
    return _refuse_to_take_away(request, [page], deletes=False, back_to=page.pk)


@hooks.register("before_bulk_action")
def refuse_bulk_action_on_meetings_in_use(
    request: HttpRequest, action_type: str, objects: Iterable[object], action: object
) -> HttpResponse | None:
    """The same of several pages at once; nor are many told at once by publishing them together."""
    pages = [page for page in objects if isinstance(page, Page)]
    if not pages or action_type not in {"delete", "unpublish", "publish"}:
        return None
    parent = pages[0].get_parent().pk
    if action_type != "publish":
        return _refuse_to_take_away(request, pages, deletes=action_type == "delete", back_to=parent)
    drafts = [page.get_latest_revision_as_object() for page in pages if isinstance(page.specific_deferred, MeetingPage)]
    telling = [draft for draft in drafts if what_publishing_does(draft)]
    if not telling:
        return None
    messages.error(
        request,
        _("Publish one by one, so that you see who gets a mail: %(meetings)s")
        % {"meetings": ", ".join(f"‘{page.title}’" for page in telling)},
    )
    return redirect("wagtailadmin_explore", parent)


def _refuse_to_take_away(
    request: HttpRequest, pages: list[Page], *, deletes: bool, back_to: int
) -> HttpResponse | None:
    counted_on = meetings_that_must_stay(pages, deletes=False)
    must_stay = counted_on or meetings_that_must_stay(pages, deletes=deletes)
    if not must_stay:
        return None
    messages.error(request, reason_to_stay(must_stay, by_mail_only=not counted_on))
    return redirect("wagtailadmin_explore", back_to)
