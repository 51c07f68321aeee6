"""Everything that was agreed: what is overdue first, and what owners said."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from events.actions import services
from events.actions.models import ActionProgress
from events.desk.access import organisers_only

ON_A_PAGE = 50
DONE = 20
"""So many of those that owners called done last are shown, with their notes."""


@require_safe
@organisers_only
def agreed(request: HttpRequest) -> HttpResponse:
    """What is open by its day, which puts what is overdue on top, and what was done last."""
    published = services.published().select_related("page", "owner")
    page = Paginator(services.still_open(published), ON_A_PAGE).get_page(request.GET.get("p"))
    told = ActionProgress.objects.exclude(done_at=None).order_by("-done_at")[:DONE]
    by_key = {action.key: action for action in published.filter(key__in=[row.uuid for row in told])}
    context = {
        "actions": services.with_progress(page.object_list),
        "page": page,
        "done": [(by_key[row.uuid], row) for row in told if row.uuid in by_key],
        "header_title": _("What was agreed"),
        "page_title": _("What was agreed"),
        "header_icon": "tasks",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": reverse("sign_ups:index"), "label": _("Sign-ups")},
            {"url": "", "label": _("What was agreed")},
        ],
    }
    return render(request, "desk/agreed.html", context)
