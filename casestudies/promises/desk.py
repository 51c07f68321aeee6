"""For editors: what is past its day and what was answered, on their first page; and what to do with an answer."""

import uuid
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages
from wagtail.admin.ui.components import Component

from casestudies.models import CaseStudyPage, FollowUp, FollowUpAnswer
from casestudies.promises import services
from casestudies.promises.states import FollowUpStatus

MOST = 10
_State = FollowUpAnswer.State


@dataclass(frozen=True)
class Waiting:
    """An answer with the page that it is for."""

    answer: FollowUpAnswer
    page: CaseStudyPage


def overdue(user: Any) -> list[FollowUp]:
    """The moments that nobody filled in in time, of the pages that this user may edit; the oldest first."""
    rows = FollowUp.objects.filter(
        status=FollowUpStatus.PLANNED, date__lt=localdate(), case_study__live=True, case_study__alias_of=None
    )
    found = rows.select_related("case_study", "person").order_by("date", "pk")[: 5 * MOST]
    return [moment for moment in found if moment.case_study.permissions_for_user(user).can_edit()]


def waiting(user: Any) -> list[Waiting]:
    """The answers that wait for an editor."""
    rows = FollowUpAnswer.objects.filter(state=_State.WAITING).select_related("mail")[: 5 * MOST]
    found = [Waiting(row, page) for row in rows if (page := services.page_of(row)) is not None]
    return [one for one in found if one.page.permissions_for_user(user).can_edit()]


class FollowUpsPanel(Component):
    """Promises that nobody looked after, and answers that could not be put on the page."""

    name = "follow_ups"
    template_name = "wagtailadmin/home/follow_ups.html"
    order = 8

    def get_context_data(self, parent_context: Any) -> dict[str, object]:
        user = parent_context["request"].user
        late = overdue(user)
        return {"overdue": late[:MOST], "more": max(len(late) - MOST, 0), "waiting": waiting(user)[:MOST]}


@require_http_methods(["GET", "HEAD", "POST"])
def look_at_answer(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """What somebody filled in, and where it should go."""
    row = get_object_or_404(FollowUpAnswer.objects.select_related("mail"), uuid=key)
    page = services.page_of(row)
    if page is None or not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    if request.method == "POST" and row.state == _State.WAITING:
        if request.POST.get("action") == "draft":
            services.put_in_draft(row, user=request.user)
            messages.success(request, _("The answer is in the draft now. Publish it when it is ready."))
            return redirect("wagtailadmin_pages:edit", page.pk)
        services.dismiss(row)
        messages.success(request, _("The answer was set aside."))
        return redirect("wagtailadmin_home")
    moment = FollowUp.objects.filter(case_study=page, translation_key=row.follow_up).first()
    indicators = {str(result.translation_key): result for result in page.results.all()}
    figures = [(indicators[key], given) for key, given in row.figures.items() if key in indicators]
    context = {
        "answer": row,
        "moment": moment,
        "figures": figures,
        "study": page,
        "header_title": _("Answer to a follow-up moment"),
        "page_title": _("Answer to a follow-up moment"),
        "header_icon": "calendar-check",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": reverse("wagtailadmin_pages:edit", args=[page.pk]), "label": page.draft_title},
            {"url": "", "label": _("Answer")},
        ],
    }
    return render(request, "wagtailadmin/follow_ups/answer.html", context)


URLS = [path("follow-up/<uuid:key>/", look_at_answer, name="follow_up_answer")]
