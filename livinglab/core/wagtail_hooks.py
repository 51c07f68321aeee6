"""The admin in the style of the lab, and what every page type shares in it."""

from django.contrib.auth.models import Permission
from django.core.exceptions import PermissionDenied
from django.db import models
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin import messages, widgets
from wagtail.admin.forms.models import register_form_field_override
from wagtail.admin.menu import DismissibleMenuItem, MenuItem
from wagtail.admin.ui.components import Component
from wagtail.fields import RichTextField
from wagtail.models import Page
from wagtail.permissions import page_permission_policy
from wagtail.query import PageQuerySet
from wagtail.rich_text.feature_registry import FeatureRegistry

from livinglab.core.content.rich_text import PublicPageLinkHandler
from livinglab.core.content.style_guide import style_guide
from livinglab.core.editing.content_checks import use_our_checks
from livinglab.core.editing.dashboard import FailedPlansPanel, NewPagesPanel, OwnDraftsPanel
from livinglab.core.fields.date_fields import DateField, DateInput, DateTimeField, DateTimeInput, TimeField, TimeInput
from livinglab.core.fields.form_fields import LineField, ParagraphsField, RichTextFormField
from livinglab.core.jobs.admin import PERMISSION, FailedJobsMenuItem, JobsPanel
from livinglab.core.jobs.admin import URLS as JOB_URLS

# In every form of the admin. Exactly these classes: addresses have form fields of their own.
register_form_field_override(models.CharField, override={"form_class": LineField}, exact_class=True)
register_form_field_override(RichTextField, override={"form_class": RichTextFormField})
register_form_field_override(models.DateField, override={"form_class": DateField, "widget": DateInput})
register_form_field_override(models.TimeField, override={"form_class": TimeField, "widget": TimeInput})
register_form_field_override(models.DateTimeField, override={"form_class": DateTimeField, "widget": DateTimeInput})
register_form_field_override(
    models.TextField,
    override={"form_class": ParagraphsField, "widget": widgets.AdminAutoHeightTextInput},
    exact_class=True,
)


@hooks.register("before_move_page")
def refuse_to_move_what_one_may_not(request: HttpRequest, page: Page, destination: Page) -> HttpResponse | None:
    """Wagtail asks it once the form is sent; the page that asks for confirmation shows titles of drafts elsewhere.

    Wagtail refuses another language as if a permission were missing; who may know of `destination` reads the reason.
    """
    if page.permissions_for_user(request.user).can_move_to(destination):
        return None
    is_known = page_permission_policy.explorable_instances(request.user).filter(pk=destination.pk).exists()
    if not is_known or destination.depth == 1 or destination.locale_id == page.locale_id:
        raise PermissionDenied
    told = {"title": destination.title, "language": destination.locale.get_display_name()}
    messages.error(request, gettext("Not moved: ‘%(title)s’ is in another language (%(language)s).") % told)
    return redirect("wagtailadmin_pages:move", page.pk)


@hooks.register("construct_page_chooser_queryset")
def choose_only_what_one_may_see(pages: PageQuerySet, request: HttpRequest) -> PageQuerySet:
    """Who chooses a page sees those that are online, and the drafts in the parts of the site that they work in."""
    theirs = page_permission_policy.explorable_instances(request.user)
    parent = request.resolver_match.kwargs.get("parent_page_id") if request.resolver_match else None
    if parent and not (Page.objects.live().filter(pk=parent).exists() or theirs.filter(pk=parent).exists()):
        raise PermissionDenied
    return pages.filter(Q(live=True) | Q(pk__in=theirs.values("pk")))


@hooks.register("insert_global_admin_css")
def insert_admin_css() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("livinglab/admin/admin.css"))


@hooks.register("insert_global_admin_js")
def insert_admin_js() -> str:
    return format_html('<script src="{}"></script>', static("livinglab/admin/admin.js"))


@hooks.register("construct_homepage_panels")
def construct_start_page(request: HttpRequest, panels: list[Component]) -> None:
    panels += [JobsPanel(), FailedPlansPanel(), NewPagesPanel(), OwnDraftsPanel()]


@hooks.register("construct_help_menu")
def remove_whats_new_menu_item(request: HttpRequest, items: list[MenuItem]) -> None:
    """No badge about versions of Wagtail; its guide stays one click away, beside the editor's name."""
    items[:] = [item for item in items if not isinstance(item, DismissibleMenuItem)]


hooks.register("construct_wagtail_userbar", use_our_checks)


@hooks.register("register_admin_urls")
def register_admin_urls() -> list[URLPattern]:
    return [path("bouwstenen/", style_guide, name="style_guide"), *JOB_URLS]


@hooks.register("register_help_menu_item")
def register_style_guide_menu_item() -> MenuItem:
    return MenuItem(_("Building blocks"), reverse("style_guide"), name="style-guide", icon_name="grid", order=100)


@hooks.register("register_reports_menu_item")
def register_failed_jobs_menu_item() -> MenuItem:
    return FailedJobsMenuItem(
        _("Failed jobs"), reverse("failed_jobs"), name="failed-jobs", icon_name="warning", order=1100
    )


@hooks.register("register_permissions")
def register_job_permission() -> models.QuerySet[Permission]:
    app_label, codename = PERMISSION.split(".")
    return Permission.objects.filter(content_type__app_label=app_label, codename=codename)


@hooks.register("register_rich_text_features", order=10)
def register_link_handlers(features: FeatureRegistry) -> None:
    """After Wagtail's own, whose place it takes."""
    features.register_link_type(PublicPageLinkHandler)
