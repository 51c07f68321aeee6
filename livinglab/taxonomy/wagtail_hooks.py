"""The vocabularies in the menu of the admin."""

from collections.abc import Sequence
from typing import Any

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from taggit.managers import TaggableManager
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.forms.models import register_form_field_override
from wagtail.snippets.models import register_snippet

from livinglab.taxonomy.bulk_actions import MergeTags
from livinglab.taxonomy.consent import admin as consent_admin
from livinglab.taxonomy.fields import AxisChoiceField, CategoryChoiceField, TagsField
from livinglab.taxonomy.models import AmbitionAxis, AmbitionWeb, Category
from livinglab.taxonomy.usage import KEPT_WHILE_USED, count_uses
from livinglab.taxonomy.viewsets import VocabularyGroup

register_snippet(VocabularyGroup)
register_form_field_override(models.ForeignKey, to=Category, override={"form_class": CategoryChoiceField})
register_form_field_override(models.ForeignKey, to=AmbitionAxis, override={"form_class": AxisChoiceField})
register_form_field_override(
    TaggableManager, override=lambda field: {"form_class": TagsField, "tag_model": field.related_model}
)
hooks.register("register_bulk_action", MergeTags)


@hooks.register("register_admin_urls")
def register_consent_urls() -> list[URLPattern]:
    return consent_admin.URLS


@hooks.register("register_log_actions")
def register_log_actions(actions: Any) -> None:
    for name, label in {
        "asked": gettext_lazy("Asked by mail whether they may be shown"),
        "given": gettext_lazy("Agreed to be shown, by the private link"),
        "refused": gettext_lazy("Refused to be shown, by the private link"),
        "withdrawn": gettext_lazy("Took back that they may be shown, by the private link"),
    }.items():
        actions.register_action(f"taxonomy.consent_{name}", label, label)


@hooks.register("before_delete_snippet")
def refuse_to_delete_used_terms(request: HttpRequest, terms: Sequence[models.Model]) -> HttpResponse | None:
    """Keep a term while something uses it, whether it is deleted alone or with others."""
    used: list[Any] = [term for term in terms if isinstance(term, KEPT_WHILE_USED) and count_uses(term)]
    # Its axes would mean nothing without it.
    used += [term for term in terms if isinstance(term, AmbitionWeb) and term.axes.exists()]
    if not used:
        return None
    messages.error(
        request,
        _("Still used, so not deleted: %(terms)s. Choose another term on those pages first.")
        % {"terms": ", ".join(str(term) for term in used)},
    )
    return redirect(type(used[0]).snippet_viewset.get_url_name("list"))
