"""Plan the next meeting: a draft copy on another day, or a whole series of them."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages

from events import recurrence
from events.desk.forms import NextMeetingForm
from events.page_parts import MeetingSeries
from events.pages import MeetingPage
from livinglab.accounts.requests import user_of


@require_http_methods(["GET", "HEAD", "POST"])
def plan_next(request: HttpRequest, page_id: int) -> HttpResponse:
    """Ask for the day, and make the draft. For users who may add meetings: it shows no personal data."""
    page = get_object_or_404(MeetingPage, pk=page_id, alias_of=None)
    parent = page.get_parent()
    if not parent.permissions_for_user(request.user).can_add_subpage():
        raise PermissionDenied
    form = NextMeetingForm(request.POST or None, page=page)
    if request.method == "POST" and form.is_valid():
        with transaction.atomic():
            series, _made = MeetingSeries.objects.get_or_create(name=form.cleaned_data["series"])
            drafts = recurrence.plan(
                page, title=form.cleaned_data["title"], series=series, days=form.days(), user=user_of(request)
            )
        told = ngettext(
            "%(count)s draft is made. Look it over, and publish it when it is right.",
            "%(count)s drafts are made. Look them over, and publish each when it is right.",
            len(drafts),
        )
        messages.success(request, told % {"count": len(drafts)})
        if len(drafts) == 1:
            return redirect("wagtailadmin_pages:edit", drafts[0].pk)
        return redirect("wagtailadmin_explore", parent.pk)
    context = {
        "form": form,
        "meeting": page,
        "header_title": _("Plan the next one: %(title)s") % {"title": page.title},
        "page_title": _("Plan the next one"),
        "header_icon": "date",
        "back_url": reverse("wagtailadmin_pages:edit", args=[page.pk]),
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": reverse("wagtailadmin_explore", args=[parent.pk]), "label": parent.get_admin_display_title()},
            {"url": reverse("wagtailadmin_pages:edit", args=[page.pk]), "label": page.get_admin_display_title()},
            {"url": "", "label": _("Plan the next one")},
        ],
    }
    return render(request, "desk/plan_next.html", context)
