"""What the edit form of every page type has: the state of the page, its tabs, and a free address."""

import datetime as dt
import itertools
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import CharField, Q, QuerySet
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList, Panel, TabbedInterface
from wagtail.models import Page, Revision, WorkflowState

from livinglab.core.editing.failed_plans import FailedPlan
from livinglab.core.fields.date_fields import PlanPanel

FINDABLE_PANEL = MultiFieldPanel(
    [FieldPanel("slug"), FieldPanel("seo_title"), FieldPanel("search_description")],
    heading=gettext_lazy("Address and search engines"),
    help_text=gettext_lazy("Nothing here has to be filled in: the title and the summary are used."),
)
MENU_PANEL = MultiFieldPanel([FieldPanel("show_in_menus")], heading=gettext_lazy("Menu"))


class LabPageForm(WagtailAdminPageForm):
    """The edit form of every page type."""

    def clean_slug(self) -> str:
        """A free address: of two drafts with one title the second gets a number, as long as nobody links to it.

        Free means: of no page here, and of no version to come of one.
        """
        slug = self.cleaned_data["slug"]
        if self.instance.pk is not None and self.instance.live:
            self._refuse_what_is_planned(slug)
            return slug
        # Autosave may be adding the same page at this moment: wait for it, so that free now is free when we save.
        Page.objects.select_for_update(no_key=True).get(pk=self.parent_page.pk)
        to_come = set(self._versions_to_come(slug).values_list("content__slug", flat=True))
        numbered = (slug if number == 1 else f"{slug}-{number}" for number in itertools.count(1))
        return next(
            free
            for free in numbered
            if free not in to_come and Page._slug_is_available(free, self.parent_page, self.instance)
        )

    def _versions_to_come(self, slug: str) -> QuerySet[Revision]:
        """The drafts and planned versions of the pages beside this one with such an address."""
        beside = Page.objects.child_of(self.parent_page).exclude(pk=self.instance.pk)
        as_text = beside.annotate(text=Cast("pk", CharField())).values("text")
        is_to_come = Q(pk__in=beside.values("latest_revision")) | Q(approved_go_live_at__isnull=False)
        return Revision.page_revisions.filter(is_to_come, object_id__in=as_text, content__slug__startswith=slug)

    def _refuse_what_is_planned(self, slug: str) -> None:
        """An address that another page is about to get: its plan would fail. Mere drafts find out when they publish."""
        planned = self._versions_to_come(slug).filter(approved_go_live_at__isnull=False, content__slug=slug).first()
        if planned is not None:
            raise ValidationError(
                _("‘%(title)s’ gets this address when its planned version goes live. Choose another.")
                % {"title": planned.object_str}
            )

    def clean_expire_at(self) -> dt.datetime | None:
        """The moment, unless it passed while this form was open: then it has done its work and goes away."""
        moment = self.cleaned_data["expire_at"]
        if moment and moment <= timezone.now() and self._is_the_saved_one(moment):
            return None
        return moment

    def _is_the_saved_one(self, moment: dt.datetime) -> bool:
        latest = self.instance.latest_revision
        saved = parse_datetime((latest and latest.content.get("expire_at")) or "")
        # The form shows no seconds.
        return saved is not None and saved.replace(second=0, microsecond=0) == moment


def edit_handler(page_type: type[Page]) -> TabbedInterface:
    """The edit form of a page type: content first, then how it is found, then when it is shown."""
    tabs = [
        ObjectList([WherePagePanel(), *page_type.content_panels], heading=gettext_lazy("Content")),
        *(ObjectList(panels, heading=heading) for heading, panels in page_type.content_tabs),
        ObjectList(page_type.promote_panels, heading=gettext_lazy("Findability")),
        ObjectList([PlanPanel(), *page_type.settings_panels[1:]], heading=gettext_lazy("Settings")),
    ]
    return TabbedInterface(tabs, base_form_class=page_type.base_form_class).bind_to_model(page_type)


def where_it_stands(page: Page, *, can_publish: bool) -> str:
    """What visitors see of a page now, and what is still to be done; nothing when they see all of it.

    The oldest complaint of editors is a page that was saved, and that nobody ever saw.
    """
    workflow = page.current_workflow_state if page.pk else None
    if workflow and workflow.status == WorkflowState.STATUS_NEEDS_CHANGES:
        return _(
            "A moderator asks for a change. Make it and submit the page again, with the arrow at the button below."
        )
    if workflow and can_publish:
        return _("This page waits for a moderator. Approve it or ask for a change, with the arrow at the button below.")
    if workflow:
        return _("This page waits for a moderator. Visitors see your version after it has been approved.")
    if failed := page.pk and FailedPlan.of(page):
        return _why_it_failed(failed)
    if page.pk and page.approved_schedule:
        return _("This version is published by itself at the moment you set.")
    is_live = page.live and page.pk is not None  # a new page calls itself live
    if is_live and not page.has_unpublished_changes:
        return ""
    how = (
        _("Is it ready? Then publish it, with the arrow at the button below.")
        if can_publish
        else _("Is it ready? Then submit it to a moderator, with the arrow at the button below.")
    )
    # gettext does not find texts inside f-strings.
    if is_live:
        seen = _("Visitors still see the version that was published before.")
    elif page.expired:
        seen = _("This page has expired: visitors no longer see it.")
    else:
        seen = _("Saving is not publishing yet: visitors do not see this page.")
    return f"{seen} {how}"


def _why_it_failed(plan: FailedPlan) -> str:
    what = (
        _("This page should have gone offline by itself, and that did not succeed.")
        if plan.action == FailedPlan.Action.EXPIRE
        else _("This version should have been published by itself, and that did not succeed.")
    )
    why = plan.reason or _("Ask an administrator to look into it.")
    until = _("It is tried again every minute until you change or cancel the plan.")
    return f"{what} {why} {until}"


def may_publish(page: Page, user: Any, parent: Page | None) -> bool:
    """Whether this user can publish a page; of a new one its parent decides."""
    if page.pk is None:
        return parent is not None and parent.permissions_for_user(user).can_publish_subpage()
    return page.permissions_for_user(user).can_publish()


class WherePagePanel(Panel):
    """A line above the form that says what visitors see now."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "wagtailadmin/where_it_stands.html"

        def is_shown(self) -> bool:
            return bool(self.text)

        def get_context_data(self, parent_context: Any = None) -> dict[str, object]:
            return {**super().get_context_data(parent_context), "text": self.text}

        @property
        def text(self) -> str:
            parent = getattr(self.form, "parent_page", None)
            return where_it_stands(self.instance, can_publish=may_publish(self.instance, self.request.user, parent))
