"""The page behind the private link of a follow-up moment. Opening it changes nothing: only a POST does."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy

from casestudies.models import FollowUpAnswer, FollowUpSettings
from casestudies.promises import services
from casestudies.promises.forms import FollowUpForm
from casestudies.promises.links import Opened, open_link
from casestudies.promises.proof import shown
from livinglab.core.mail.private_links import opened_by

_ENDED = (FollowUpAnswer.State.REPLACED, FollowUpAnswer.State.DISMISSED)


@opened_by(
    open_link,
    otherwise=gettext_lazy("It is incomplete, or we do not know it. Use the link in your latest mail."),
)
def follow_up(request: HttpRequest, opened: Opened) -> HttpResponse:
    """How it went, to be filled in by the person responsible; after a POST what happens with it."""
    return _answer(request, opened) if request.method == "POST" else _show(request, opened)


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
