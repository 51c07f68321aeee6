"""Tell me when: the forms, their one answer, and the private page. GET, HEAD and OPTIONS never write."""

import uuid
from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from events.interest import services
from events.interest.models import Interest
from events.links import INTEREST
from events.pages import MeetingPage
from events.public.forms import InterestForm
from events.signups.models import SeatPool, SignUpState
from livinglab.core.mail.private_links import private_page
from livinglab.core.mail.signed_links import BadLinkError, read_token
from livinglab.taxonomy.models import Category, Theme

MOST_OTHERS = 20
"""Other wishes that a page names; all of them can be confirmed."""
_METHODS = ["GET", "HEAD", "OPTIONS", "POST"]


@never_cache
@require_http_methods(_METHODS)
def ask_theme(request: HttpRequest, slug: str) -> HttpResponse:
    """Tell me when there is a meeting on a theme."""
    theme = get_object_or_404(Theme, slug=slug)
    return _ask(request, theme, theme.name, theme.get_absolute_url())


@never_cache
@require_http_methods(_METHODS)
def ask_category(request: HttpRequest, slug: str) -> HttpResponse:
    """Tell me when there is a meeting on a category."""
    category = get_object_or_404(Category, slug=slug)
    return _ask(request, category, category.name, category.get_absolute_url())


@never_cache
@require_http_methods(_METHODS)
def ask_report(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Tell me when the report of a meeting is there."""
    pool = get_object_or_404(SeatPool, key=key, is_published=True, report_announced_at=None)
    page = _public_page(key)
    return _ask(request, pool, page.title, page.get_url(request))


@never_cache
@require_http_methods(_METHODS)
def ask_opening(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Tell me when sign-up for a meeting opens."""
    pool = get_object_or_404(SeatPool, key=key)
    if pool.state_at(timezone.now()) != SignUpState.NOT_YET:
        return redirect("events:sign_up", key=key)
    page = _public_page(key)
    return _ask(request, pool, page.title, page.get_url(request), opening=True)


def _public_page(key: uuid.UUID) -> MeetingPage:
    try:
        page = MeetingPage.for_visitor(key, get_language())
    except MeetingPage.DoesNotExist:
        raise Http404 from None
    if not MeetingPage.is_for_everyone(key):
        raise Http404
    return page


def _ask(
    request: HttpRequest, target: services.Target, name: str, back_url: str, *, opening: bool = False
) -> HttpResponse:
    subject = f"{type(target).__name__}:{target.pk}:{opening}"
    if request.method == "POST":
        form = InterestForm(request.POST, subject=subject)
        if form.is_valid():
            services.ask(email=form.cleaned_data["email"], language=get_language(), target=target, opening=opening)
            # The same answer whether or not this address asked before.
            return redirect("events:interest_asked")
    else:
        form = InterestForm(subject=subject)
    context = {
        "form": form,
        "name": name,
        "back_url": back_url,
        "is_report": isinstance(target, SeatPool) and not opening,
        "is_opening": opening,
        "meta_title": _("Tell me when"),
    }
    return render(request, "pages/interest.html", context)


@require_safe
def asked(request: HttpRequest) -> HttpResponse:
    """The answer to everyone who asks: look in your mail."""
    return render(request, "pages/interest_asked.html", {"meta_title": _("Look in your mail")})


@csrf_exempt  # RFC 8058: the mail program posts by itself; the signature in the link stands in for the token
@private_page
def manage(request: HttpRequest, token: str) -> HttpResponse:
    """The private page of one interest: confirm it, or take it back. Opening it changes nothing."""
    try:
        key = read_token(token, INTEREST)
    except BadLinkError:
        return _show(request, None, status=HTTPStatus.NOT_FOUND)
    if request.method == "POST":
        return _answer(request, key, token)
    return _show(request, Interest.objects.filter(uuid=key).first())


def _answer(request: HttpRequest, key: uuid.UUID, token: str) -> HttpResponse:
    action = request.POST.get("action")
    if action in ("confirm", "confirm_all"):
        try:
            services.confirm(interest=key, others=action == "confirm_all")
        except Interest.DoesNotExist:
            return _show(request, None)
        return redirect("events:interest", token=token)
    services.take_back(interest=key)
    if request.POST.get("List-Unsubscribe") == "One-Click":
        return _show(request, None)  # a mail program follows no redirect (RFC 8058)
    return redirect("events:interest", token=token)


def _show(request: HttpRequest, interest: Interest | None, *, status: int = HTTPStatus.OK) -> HttpResponse:
    context = {
        "interest": interest,
        "name": _name_of(interest) if interest else "",
        "others": [_name_of(other) for other in services.unconfirmed(interest)[:MOST_OTHERS]] if interest else [],
        "meta_title": _("Tell me when"),
    }
    return render(request, "pages/interest_manage.html", context, status=status)


def _name_of(interest: Interest) -> str:
    if not interest.meeting_key:
        return str(interest.theme or interest.category or "")
    try:
        return MeetingPage.for_visitor(interest.meeting_key, get_language()).title
    except MeetingPage.DoesNotExist:  # deleted since; taking the wish back must still be possible
        return _("a meeting that is not there any more")
