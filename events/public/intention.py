"""‘I will try this’: a participant's intention, and six weeks later how it went. Opening either page writes nothing."""

import uuid
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from events.intentions import services
from events.intentions.models import LONGEST, LONGEST_ANSWER, Intention
from events.links import INTENTION, MY_INTENTION
from events.pages import MeetingPage
from events.public.forms import IntentionLinkForm
from events.signups.models import SignUp
from livinglab.core.content.visibility import is_public
from livinglab.core.fields.form_fields import ParagraphsField
from livinglab.core.mail.private_links import opened_by
from livinglab.core.mail.signed_links import read_token


class IntentionForm(forms.Form):
    """One thing to try."""

    use_required_attribute = False

    text = ParagraphsField(
        label=gettext_lazy("I will try this"),
        min_length=3,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("Small is fine. For example: ask in my next tender how long it lasts."),
    )
    may_be_read = forms.BooleanField(
        label=gettext_lazy("The organisers of the meeting may read it, with no name"), required=False
    )


class AnswerForm(forms.Form):
    """How it went."""

    use_required_attribute = False

    how = forms.ChoiceField(
        label=gettext_lazy("Did it work?"), choices=Intention.Answer.choices, widget=forms.RadioSelect
    )
    text = ParagraphsField(
        label=gettext_lazy("What happened?"),
        max_length=LONGEST_ANSWER,
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    becomes_example = forms.BooleanField(
        label=gettext_lazy("You may make the start of an example of it, without my name"), required=False
    )


def _open_sign_up(token: str) -> tuple[SignUp, MeetingPage]:
    sign_up = SignUp.objects.select_related("pool").get(uuid=read_token(token, INTENTION), anonymised_at=None)
    return sign_up, MeetingPage.for_visitor(sign_up.pool_id, get_language() or "")


@opened_by(_open_sign_up, otherwise=gettext_lazy("It is incomplete or too old. Use the link in your latest mail."))
def write(request: HttpRequest, opened: tuple[SignUp, MeetingPage]) -> HttpResponse:
    """The page on a phone, at the end of a meeting; a POST keeps the intention, or takes it back."""
    sign_up, page = opened
    if request.method == "POST" and request.POST.get("action") == "take_back":
        services.take_back(sign_up=sign_up.uuid)
        return redirect(request.path)
    written = Intention.objects.filter(sign_up=sign_up, forgotten_at=None).first()
    initial = {"text": written.text, "may_be_read": written.may_be_read} if written else None
    form = IntentionForm(request.POST if request.method == "POST" else None, initial=initial)
    context = _frame(request, page) | {
        "form": form,
        "written": written,
        "may_write": services.may_write(sign_up, now=timezone.now()),
        "asked_on": services.asked_on(sign_up.pool),
    }
    if request.method == "POST" and form.is_valid():
        try:
            services.write(sign_up=sign_up.uuid, **form.cleaned_data)
        except services.TooEarlyOrLateError:
            return render(request, "pages/intention.html", context | {"may_write": False}, status=409)
        return redirect(request.path)
    return render(request, "pages/intention.html", context)


def _open_intention(token: str) -> tuple[Intention, MeetingPage]:
    row = Intention.objects.get(uuid=read_token(token, MY_INTENTION), forgotten_at=None)
    return row, MeetingPage.for_visitor(row.pool_id, get_language() or "")


@never_cache
@require_http_methods(["GET", "HEAD", "OPTIONS", "POST"])
def ask_for_link(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Behind the one code on the wall: whoever was there gets the link to their own page by mail."""
    page = _meeting_of(key)
    form = IntentionLinkForm(request.POST if request.method == "POST" else None, subject=f"intention:{key}")
    if request.method == "POST" and form.is_valid():
        services.send_link(meeting=key, email=form.cleaned_data["email"])
        # The same answer whether or not this address has a seat.
        return redirect("events:intention_link_sent", key=key)
    return render(request, "pages/intention_link.html", _frame(request, page) | {"form": form})


@require_safe
def link_sent(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """The answer to everyone who asks: look in your mail."""
    return render(request, "pages/intention_link_sent.html", _frame(request, _meeting_of(key)))


def _meeting_of(key: uuid.UUID) -> MeetingPage:
    try:
        return MeetingPage.for_visitor(key, get_language() or "")
    except MeetingPage.DoesNotExist:
        raise Http404 from None


@opened_by(
    _open_intention,
    otherwise=gettext_lazy("It is incomplete or too old: what you wrote has been forgotten by now."),
)
def answer(request: HttpRequest, opened: tuple[Intention, MeetingPage]) -> HttpResponse:
    """The page behind the mail of six weeks later; a POST keeps the answer."""
    row, page = opened
    initial = {"how": row.answer, "text": row.answer_text, "becomes_example": row.proposed_at is not None}
    form = AnswerForm(request.POST if request.method == "POST" else None, initial=initial)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        services.answer(
            intention=row.uuid,
            how=Intention.Answer(said["how"]),
            text=said["text"],
            becomes_example=said["becomes_example"],
        )
        return redirect(request.path)
    context = _frame(request, page) | {"form": form, "intention": row}
    return render(request, "pages/intention_answer.html", context)


def _frame(request: HttpRequest, page: MeetingPage) -> dict[str, Any]:
    return {"meeting": page, "meeting_url": page.get_url(request) if is_public(page) else ""}
