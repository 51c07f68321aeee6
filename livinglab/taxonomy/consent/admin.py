"""For editors: what is known about somebody's consent, and the page on which they ask for it by mail."""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView
from wagtail.admin.panels import Panel
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from livinglab.accounts.requests import user_of
from livinglab.taxonomy.consent import services
from livinglab.taxonomy.consent.models import ConsentRequest
from livinglab.taxonomy.persons import Person


class ConsentColumn(Column):
    """The state of somebody's consent, in words."""

    def get_value(self, instance: Person) -> str:
        return str(services.state_of(instance).label)


class ConsentPanel(Panel):
    """The state of somebody's consent on their form, and the way to ask them by mail."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "wagtailadmin/consent/panel.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            person: Person = self.instance
            if person.pk is None:
                return super().get_context_data(parent_context)
            # As it is stored, whatever stands in the form.
            stored = (
                Person.objects.select_related("consent_noted_by").prefetch_related("consent_requests").get(pk=person.pk)
            )
            return super().get_context_data(parent_context) | {
                "person": stored,
                "state": services.state_of(stored),
                "latest": stored.consent_requests.first(),
                "not_arrived": ConsentRequest.NOT_ARRIVED,
                "ask_url": reverse("ask_consent", args=[person.pk]) if stored.email else "",
            }


class AskForm(forms.Form):
    """In which language somebody is asked."""

    language = forms.ChoiceField(label=_("Language of the mail"), choices=settings.LANGUAGES)


class AskConsentView(WagtailAdminTemplateMixin, FormView):
    """Says what a person will be asked, and mails it to them."""

    template_name = "wagtailadmin/consent/ask.html"
    page_title = _("Ask by mail")
    header_icon = "mail"
    form_class = AskForm

    def dispatch(self, request: HttpRequest, *args: Any, pk: int, **kwargs: Any) -> HttpResponseBase:
        if not request.user.has_perm("taxonomy.change_person"):
            raise PermissionDenied
        self.person = get_object_or_404(Person, pk=pk)
        return super().dispatch(request, *args, **kwargs)

    def form_valid(self, form: AskForm) -> HttpResponse:
        try:
            services.ask(person=self.person, language=form.cleaned_data["language"], by=user_of(self.request))
        except services.CannotAskError as reason:
            messages.error(self.request, str(reason))
        else:
            messages.success(
                self.request, gettext("%(name)s gets a mail with the question.") % {"name": self.person.name}
            )
        return redirect(self._back())

    def _back(self) -> str:
        return reverse(Person.snippet_viewset.get_url_name("edit"), args=[self.person.pk])

    def get_page_subtitle(self) -> str:
        return self.person.name

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        persons = capfirst(str(Person._meta.verbose_name_plural))
        return [
            {"url": reverse("wagtailadmin_home"), "label": gettext("Home")},
            {"url": reverse(Person.snippet_viewset.get_url_name("list")), "label": persons},
            {"url": self._back(), "label": self.person.name},
            {"url": "", "label": str(self.page_title)},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"person": self.person, "back_url": self._back()}


URLS = [path("persons/<int:pk>/ask/", AskConsentView.as_view(), name="ask_consent")]
