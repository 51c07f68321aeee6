"""Growing an example into a case study, in the admin: what will happen, and then one button."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages

from casestudies import growing
from casestudies.examples import ExamplePage


@require_http_methods(["GET", "HEAD", "POST"])
def grow(request: HttpRequest, pk: int) -> HttpResponse:
    """Say what growing an example does, and on POST do it."""
    example = get_object_or_404(ExamplePage, pk=pk)
    if not growing.may_grow(example, request.user):
        raise PermissionDenied
    there = growing.successor(example)
    if there is not None:
        messages.warning(request, _("This example grows into this case study already."))
        return redirect("wagtailadmin_pages:edit", there.pk)
    if request.method == "POST":
        try:
            page = growing.grow(example=example, user=request.user)
        except growing.CannotGrowError as error:
            messages.error(request, " ".join(error.reasons))
            return redirect("grow_example", pk)
        messages.success(
            request, _("This is the draft. Visitors keep seeing the example until the case study is published.")
        )
        return redirect("wagtailadmin_pages:edit", page.pk)
    edit_url = reverse("wagtailadmin_pages:edit", args=[pk])
    context = {
        "example": example,
        "obstacles": growing.obstacles(example),
        "others": [step.example for step in growing.steps(example)[1:]],
        "edit_url": edit_url,
        "header_title": _("Grow into a case study"),
        "page_title": _("Grow into a case study"),
        "header_icon": "doc-full",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": edit_url, "label": example.get_admin_display_title()},
            {"url": "", "label": _("Grow into a case study")},
        ],
    }
    return render(request, "wagtailadmin/grow_example.html", context)
