"""The page behind the private link. Mail scanners open every link, so opening it changes nothing: only a POST does."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from casestudies.models import FollowUpAnswer, FollowUpSettings
from casestudies.promises import services
from casestudies.promises.forms import FollowUpForm
from casestudies.promises.links import LinkEndedError, Opened, open_link
from casestudies.promises.proof import shown
from livinglab.core.signed_links import BadLinkError

_ENDED = (FollowUpAnswer.State.REPLACED, FollowUpAnswer.State.DISMISSED)


@never_cache
@require_http_methods(["GET", "HEAD", "OPTIONS", "POST"])
def follow_up(request: HttpRequest, token: str) -> HttpResponse:
    """How it went, to be filled in by who is responsible; after a POST what becomes of it."""
    try:
        opened = open_link(token)
        response = _answer(request, opened) if request.method == "POST" else _show(request, opened)
    except BadLinkError:
        response = _dead(request, _("It is incomplete, or we do not know it. Use the link in your latest mail."))
    except LinkEndedError as error:
        response = _dead(request, _why(error))
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response


def _answer(request: HttpRequest, opened: Opened) -> HttpResponse:
    form = _form(opened, request.POST)
    if not form.is_valid():
        return _show(request, opened, form)
    services.answer(
        mail=opened.mail,
        status=form.cleaned_data["status"],
        note=form.cleaned_data["note"],
        figures=form.figures(),
    )
    return redirect(f"{request.path}?saved=1")


def _show(request: HttpRequest, opened: Opened, form: FollowUpForm | None = None) -> HttpResponse:
    latest = _latest(opened)
    context = {
        "form": form or _form(opened),
        "case_study": opened.page,
        "moment": opened.moment,
        "shown_results": [shown(result) for result in opened.page.results.all()],
        "latest": latest,
        "is_saved": "saved" in request.GET and latest is not None,
        "goes_straight": FollowUpSettings.is_straight(),
    }
    return render(request, "pages/follow_up.html", context)


def _form(opened: Opened, data: object = None) -> FollowUpForm:
    results = list(opened.page.results.all())
    return FollowUpForm(data, moment=opened.moment, results=results, earlier=_latest(opened))


def _latest(opened: Opened) -> FollowUpAnswer | None:
    return FollowUpAnswer.objects.filter(follow_up=opened.mail.follow_up).exclude(state__in=_ENDED).last()


def _why(error: LinkEndedError) -> str:
    return {
        LinkEndedError.EXPIRED: _("This link is too old. Ask an editor to put the result on the page."),
        LinkEndedError.GONE: _("This moment or its case study is no longer there. You need not do anything."),
        LinkEndedError.OFFLINE: _("The case study is not online any more. You need not do anything."),
        LinkEndedError.SOMEBODY_ELSE: _("Somebody else is responsible now, and has a link of their own."),
    }[error.reason]


def _dead(request: HttpRequest, message: str) -> HttpResponse:
    context = {"title": _("This link does not work any more"), "message": message, "status": 404}
    return render(request, "pages/error.html", context, status=404)
