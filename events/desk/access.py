"""Who may use the desk, and what every page of it needs."""

import functools
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from events.audit import note_access
from events.pages import MeetingPage
from events.signups.models import SeatPool, SignUp
from livinglab.accounts.requests import user_of

PERMISSION = "events.change_signup"


@dataclass(frozen=True)
class Desk:
    """One meeting: its seats and its page."""

    pool: SeatPool
    page: MeetingPage

    def url(self, name: str) -> str:
        """The address of a page of this desk."""
        return reverse(f"sign_ups:{name}", args=[self.pool.key])

    def frame(self, title: str = "") -> dict[str, object]:
        """What the admin's page template draws around the content."""
        crumbs = [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": reverse("sign_ups:index"), "label": _("Sign-ups")},
            {"url": self.url("meeting") if title else "", "label": self.page.title},
        ]
        if title:
            crumbs.append({"url": "", "label": title})
        return {
            "desk": self,
            "meeting": self.page,
            "pool": self.pool,
            "header_title": f"{title}: {self.page.title}" if title else self.page.title,
            "page_title": title or self.page.title,
            "breadcrumbs_items": crumbs,
            "header_icon": "group",
        }


def open_desk(key: uuid.UUID) -> Desk:
    """The desk of a meeting; raises Http404."""
    try:
        return Desk(SeatPool.objects.get(key=key), MeetingPage.for_visitor(key, get_language()))
    except (SeatPool.DoesNotExist, MeetingPage.DoesNotExist):
        raise Http404 from None


def organisers_only(
    view: Callable[..., HttpResponseBase], *, only_looks: bool = False
) -> Callable[..., HttpResponseBase]:
    """Only for users who may change sign-ups: these are personal data. `only_looks`: a POST changes nothing either."""

    @functools.wraps(view)
    def guarded(request: HttpRequest, *arguments: Any, **options: Any) -> HttpResponseBase:
        if not request.user.has_perm(PERMISSION):
            raise PermissionDenied
        response = view(request, *arguments, **options)
        if response.status_code < HTTPStatus.BAD_REQUEST:
            note_access(
                user_of(request),
                request.resolver_match.view_name.removeprefix("sign_ups:") if request.resolver_match else "",
                is_change=request.method == "POST" and not only_looks,
                meeting=options.get("key"),
                sign_up=options.get("sign_up"),
            )
        return response

    return guarded


def at_desk(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """For organisers; the view gets the desk of the meeting in the address."""

    @organisers_only
    @functools.wraps(view)
    def with_desk(request: HttpRequest, key: uuid.UUID, **options: Any) -> HttpResponseBase:
        return view(request, open_desk(key), **options)

    return with_desk


def find_sign_up(sign_up: uuid.UUID) -> SignUp:
    """A sign-up that is not anonymised; raises Http404."""
    try:
        return SignUp.objects.select_related("pool").get(uuid=sign_up, anonymised_at=None)
    except SignUp.DoesNotExist:
        raise Http404 from None
