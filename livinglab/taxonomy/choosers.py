"""Choosing an organisation or a person: a dialog with search, how often each is used, and a form for a new one."""

from django import forms
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.ui.tables import BooleanColumn, Column, NumberColumn
from wagtail.snippets.views.chooser import ChooseResultsView, ChooseView, SnippetChooserViewSet

from livinglab.taxonomy.models import Organisation, Person
from livinglab.taxonomy.usage import with_usage

USED = _("Used")


def unique_slug(name: str) -> str:
    """A name in addresses that no organisation has yet."""
    base = slugify(name)[:70] or "organisatie"
    taken = set(Organisation.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    candidates = (base if number == 1 else f"{base}-{number}" for number in range(1, len(taken) + 2))
    return next(slug for slug in candidates if slug not in taken)


class NewOrganisationForm(WagtailAdminModelForm):
    """The little that a new organisation needs; the rest can be filled in later."""

    website = forms.URLField(label=_("Website"), required=False, assume_scheme="https")

    class Meta:
        model = Organisation
        fields = ["name", "kind", "in_region", "website"]

    def save(self, commit: bool = True) -> Organisation:
        self.instance.slug = unique_slug(self.cleaned_data["name"])
        return super().save(commit)


class NewPersonForm(WagtailAdminModelForm):
    """A colleague to call."""

    class Meta:
        model = Person
        fields = ["name", "job_title", "organisation", "role", "email", "phone", "consent_to_show"]


class _OrganisationColumns:
    @property
    def columns(self) -> list[Column]:
        return [
            *super().columns,
            Column("kind", label=_("Kind"), accessor="get_kind_display"),
            NumberColumn("uses", label=USED, width="10%"),
        ]

    def get_object_list(self):
        return with_usage(Organisation.objects.all())


class ChooseOrganisation(_OrganisationColumns, ChooseView):
    """The dialog."""


class ChooseOrganisationResults(_OrganisationColumns, ChooseResultsView):
    """The list in the dialog, after a search."""


class OrganisationChooserViewSet(SnippetChooserViewSet):
    """Choosing an organisation, or adding one."""

    choose_view_class = ChooseOrganisation
    choose_results_view_class = ChooseOrganisationResults
    creation_form_class = NewOrganisationForm
    creation_tab_label = _("New organisation")
    create_action_label = pgettext_lazy("button", "Add")


class _PersonColumns:
    @property
    def columns(self) -> list[Column]:
        return [
            *super().columns,
            Column("organisation", label=_("Organisation"), accessor="organisation"),
            BooleanColumn("consent_to_show", label=_("May be shown"), width="12%"),
            NumberColumn("uses", label=USED, width="10%"),
        ]

    def get_object_list(self):
        return with_usage(Person.objects.select_related("organisation"))


class ChoosePerson(_PersonColumns, ChooseView):
    """The dialog."""


class ChoosePersonResults(_PersonColumns, ChooseResultsView):
    """The list in the dialog, after a search."""


class PersonChooserViewSet(SnippetChooserViewSet):
    """Choosing a person, or adding one. Whether they agreed to be shown stands beside the name."""

    choose_view_class = ChoosePerson
    choose_results_view_class = ChoosePersonResults
    creation_form_class = NewPersonForm
    creation_tab_label = _("New person")
    create_action_label = pgettext_lazy("button", "Add")


class ListedChooserViewSet(SnippetChooserViewSet):
    """For a vocabulary so short that forms show all of it: the dialog exists, forms use a list."""

    register_widget = False
