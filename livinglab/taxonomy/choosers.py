"""Choosing an organisation or a person: a dialog with search, how often each is used, and a form for a new one."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.ui.tables import BooleanColumn, Column, NumberColumn
from wagtail.snippets.views.chooser import ChooseResultsView, ChooseView, SnippetChooserViewSet

from livinglab.taxonomy.forms import NewOrganisationForm, NewPersonForm
from livinglab.taxonomy.models import Organisation, Person
from livinglab.taxonomy.usage import with_usage

USED = _("Used")


class _OrganisationColumns:
    @property
    def columns(self) -> list[Column]:
        return [
            *super().columns,  # type: ignore[misc]  # of the view that it is mixed into
            Column("kind", label=_("Kind"), accessor="get_kind_display"),
            NumberColumn("uses", label=USED, width="10%"),
        ]

    def get_object_list(self) -> Any:
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
            *super().columns,  # type: ignore[misc]  # of the view that it is mixed into
            Column("organisation", label=_("Organisation"), accessor="organisation"),
            BooleanColumn("consent_to_show", label=_("May be shown"), width="12%"),
            NumberColumn("uses", label=USED, width="10%"),
        ]

    def get_object_list(self) -> Any:
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
