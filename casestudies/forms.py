"""The edit form of examples and case studies."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from livinglab.core.editing.page_forms import LabPageForm

MAX_TITLE = 100
MAX_THEMES = 3
TOO_MANY_THEMES = _("Choose at most three themes.")


class StoryForm(LabPageForm):
    """Fills in what can be known, and says beforehand how much room there is."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "title" in self.fields:
            title = self.fields["title"]
            title.widget.attrs["maxlength"] = MAX_TITLE
            title.help_text = _("What was done? For example: Old asphalt becomes a new road. At most 100 characters.")
        if "summary" in self.fields:
            self.fields["summary"].required = True
        if self.instance.pk is None and "organisation" in self.fields and not self.initial.get("organisation"):
            self.initial["organisation"] = self._usual_organisation()

    def clean_themes(self) -> Any:
        # Here too, though the model says so as well: the model of a form does not have its themes yet.
        themes = self.cleaned_data["themes"]
        if len(themes) > MAX_THEMES:
            raise ValidationError(TOO_MANY_THEMES)
        return themes

    def _usual_organisation(self) -> int | None:
        """The organisation that this editor wrote about last: most editors write for one."""
        if self.for_user is None:
            return None
        own = type(self.instance).objects.filter(owner=self.for_user, organisation__isnull=False)
        return own.order_by("-pk").values_list("organisation", flat=True).first()
