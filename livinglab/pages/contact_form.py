"""The form that brings a question to the right editor. GET writes nothing; what was typed is kept on errors."""

import uuid
from typing import Any, cast

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from livinglab.core.fields.form_fields import EmailAddressField, ParagraphsField, PersonNameField
from livinglab.core.http.guarded_forms import GuardedForm
from livinglab.pages.contact import ContactPage, ContactSubject
from livinglab.pages.contact_mails import Question, TooManyQuestionsError, send_question

ANYTHING_ELSE = ""
LONGEST_QUESTION = 3000
_BUSY_SECONDS = 600


class ContactForm(GuardedForm):
    """Who asks, and what."""

    field_order = ["topic", "question", "name", "email", GuardedForm.trap_name, "submission"]

    topic = forms.ChoiceField(label=gettext_lazy("What is it about?"), required=False)
    question = ParagraphsField(
        label=gettext_lazy("Your question or idea"),
        max_length=LONGEST_QUESTION,
        widget=forms.Textarea(attrs={"rows": 7}),
    )
    name = PersonNameField(
        label=gettext_lazy("Name"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    email = EmailAddressField(help_text=gettext_lazy("The answer goes to this address."))

    def __init__(self, data: Any = None, *, subjects: list[ContactSubject], chosen: str = ANYTHING_ELSE) -> None:
        super().__init__(data, subject="contact")
        field = cast(forms.ChoiceField, self.fields["topic"])
        field.choices = [(str(one.pk), one.name) for one in subjects] + [(ANYTHING_ELSE, _("Something else"))]
        field.initial = chosen
        if not subjects:
            del self.fields["topic"]


@never_cache
@require_http_methods(["GET", "HEAD", "OPTIONS", "POST"])
def write(request: HttpRequest) -> HttpResponse:
    """The form. `?category=` or `?theme=` chooses the subject that editors gave to it."""
    page = _contact_page()
    subjects = list(page.subjects.all())
    if request.method != "POST":
        return _show(request, page, ContactForm(subjects=subjects, chosen=_subject_of(request, subjects)))
    form = ContactForm(request.POST, subjects=subjects)
    if not form.is_valid():
        return _show(request, page, form)
    subject = next((one for one in subjects if str(one.pk) == form.cleaned_data.get("topic")), None)
    try:
        send_question(_question_of(form, page, subject))
    except TooManyQuestionsError:
        notice = _("We get very many questions just now, and yours was not sent. Try again in an hour, or call us.")
        response = _show(request, page, form, notice=notice, status=503)
        response["Retry-After"] = str(_BUSY_SECONDS)
        return response
    return redirect("contact_form_done")


@require_safe
def written(request: HttpRequest) -> HttpResponse:
    """The answer to every question that was sent."""
    page = _contact_page()
    return render(
        request, "pages/contact_done.html", {"contact_page": page, "meta_title": _("Your question is on its way")}
    )


def _contact_page() -> ContactPage:
    page = ContactPage.in_language(get_language() or "")
    if page is None or not page.email:
        raise Http404
    return page


def _subject_of(request: HttpRequest, subjects: list[ContactSubject]) -> str:
    """The subject of the category or theme that the visitor came from."""
    for one in subjects:
        for term, asked in ((one.category, request.GET.get("category")), (one.theme, request.GET.get("theme"))):
            if term and term.slug == asked:
                return str(one.pk)
    return ANYTHING_ELSE


def _question_of(form: ContactForm, page: ContactPage, subject: ContactSubject | None) -> Question:
    given = form.cleaned_data
    return Question(
        submission=cast(uuid.UUID, given["submission"]),
        to=page.address_for(subject),
        subject=subject.name if subject else _("Something else"),
        text=given["question"],
        name=given["name"],
        email=given["email"],
        language=get_language() or "",
    )


def _show(
    request: HttpRequest, page: ContactPage, form: ContactForm, *, notice: str = "", status: int = 200
) -> HttpResponse:
    context = {
        "contact_page": page,
        "contact_url": page.get_url(request),
        "form": form,
        "notice": notice,
        "meta_title": _("Write to us"),
        "meta_description": page.description,
    }
    return render(request, "pages/contact_form.html", context, status=status)
