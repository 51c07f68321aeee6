"""What was agreed: the list of all that is open, and the private page on which an owner says that it is done."""

from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from events.actions import services
from events.links import AGREED_ACTION
from events.page_parts import AgreedAction
from events.pages import MeetingPage
from livinglab.core.content.visibility import is_public, public
from livinglab.core.fields.form_fields import ParagraphsField
from livinglab.core.mail.private_links import opened_by
from livinglab.core.mail.signed_links import BadLinkError, read_token

ON_A_PAGE = 50


class DoneForm(forms.Form):
    """What came of it, for the organisers."""

    use_required_attribute = False

    note = ParagraphsField(
        label=gettext_lazy("What came of it?"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("Only the organisers read this."),
    )


@require_safe
def all_agreed(request: HttpRequest) -> HttpResponse:
    """What was agreed at all meetings and is still open, the first that is due on top."""
    pages = public(MeetingPage.objects.filter(alias_of=None, locale__language_code=get_language()))
    actions = services.still_open(AgreedAction.objects.filter(page__in=pages)).select_related("page")
    context = {
        "actions": Paginator(actions, ON_A_PAGE).get_page(request.GET.get("page")),
        "meta_title": _("What was agreed"),
        "meta_description": _("What people agreed at our meetings and is still open. What is due first comes first."),
    }
    return render(request, "pages/agreed.html", context)


def _open(token: str) -> AgreedAction:
    action = services.find(read_token(token, AGREED_ACTION))
    if action is None:
        raise BadLinkError
    return action


@opened_by(
    _open, otherwise=gettext_lazy("It is incomplete, or what was agreed is over. Ask the organiser of the meeting.")
)
def my_action(request: HttpRequest, action: AgreedAction) -> HttpResponse:
    """How the action stands; a POST says that it is done, or that it is not after all."""
    if request.method == "POST" and request.POST.get("action") == "reopen":
        services.reopen(action=action)
        return redirect(request.path)
    note = action.progress.note if action.progress else ""
    form = DoneForm(request.POST if request.method == "POST" else None, initial={"note": note})
    if request.method == "POST" and form.is_valid():
        services.mark_done(action=action, note=form.cleaned_data["note"])
        return redirect(request.path)
    return render(request, "pages/agreed_action.html", {"action": action, "form": form, **_meeting(request, action)})


def _meeting(request: HttpRequest, action: AgreedAction) -> dict[str, Any]:
    page = action.page
    return {"meeting": page, "meeting_url": page.get_url(request) if is_public(page) else ""}
