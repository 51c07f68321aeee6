"""What can be done with several terms at once."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.snippets.bulk_actions.snippet_bulk_action import SnippetBulkAction

from livinglab.taxonomy.models import LabTag
from livinglab.taxonomy.tags import merge_tags


class MergeTagsForm(forms.Form):
    """Which of the words stays."""

    into = forms.ModelChoiceField(
        LabTag.objects.all(),
        label=_("The tag that stays"),
        help_text=_("Pages with one of the other tags get this one instead."),
    )


class MergeTags(SnippetBulkAction):
    """Merge the ticked tags into one."""

    models = [LabTag]
    display_name = _("Merge")
    action_type = "merge"
    aria_label = _("Merge the selected tags into one")
    template_name = "wagtailadmin/merge_tags.html"
    form_class = MergeTagsForm
    action_priority = 10

    def check_perm(self, tag: LabTag) -> bool:
        return all(
            self.permission_policy.user_has_permission_for_instance(self.request.user, action, tag)
            for action in ("change", "delete")
        )

    def get_execution_context(self) -> dict[str, object]:
        return {"into": self.cleaned_form.cleaned_data["into"]}

    @classmethod
    def execute_action(cls, objects: Any, into: LabTag | None = None, **kwargs: Any) -> tuple[int, int]:
        return (merge_tags(tags=objects, into=into) if into else 0), 0

    def get_success_message(self, num_parent_objects: int, num_child_objects: int) -> str:
        return ngettext(
            "%(count)d tag was merged into '%(tag)s'.",
            "%(count)d tags were merged into '%(tag)s'.",
            num_parent_objects,
        ) % {"count": num_parent_objects, "tag": self.cleaned_form.cleaned_data["into"]}
