"""Other labs in the admin: an address, and how reading it goes. The stories are the other lab's to change."""

from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, ObjectList, Panel
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.snippets.views.snippets import SnippetViewSet

from livinglab.harvest.mapping import SHOWN, VOCABULARIES
from livinglab.harvest.models import OtherLab

MOST_UNKNOWN = 50


class ReadingPanel(Panel):
    """When it was last read, what came of it, and which of its labels we do not have."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "wagtailadmin/harvest/reading.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            lab = self.instance
            return {
                **super().get_context_data(parent_context),
                "lab": lab,
                "stories": lab.stories.count() if lab.pk else 0,
                "unknown": unknown_labels(lab) if lab.pk else [],
            }


def unknown_labels(lab: OtherLab) -> list[tuple[str, str, str, int]]:
    """Labels of its stories that we lack: vocabulary, slug, name and in how many stories, the most used first."""
    counted: dict[tuple[str, str, str], int] = {}
    for labels in lab.stories.values_list("labels", flat=True).iterator():
        for code in SHOWN:
            for slug, name in labels.get(code, ()):
                counted[code, slug, name] = counted.get((code, slug, name), 0) + 1
    known = {
        code: set(VOCABULARIES[code]._default_manager.values_list("slug", flat=True)) if counted else set()
        for code in SHOWN
    }
    unknown = [
        (str(VOCABULARIES[code]._meta.verbose_name), slug, name, number)
        for (code, slug, name), number in counted.items()
        if slug not in known[code]
    ]
    return sorted(unknown, key=lambda one: (-one[3], one[2]))[:MOST_UNKNOWN]


class OtherLabViewSet(SnippetViewSet):
    """For administrators, who alone have the permission."""

    model = OtherLab
    icon = "site"
    menu_label = _("Other labs")
    add_to_settings_menu = True
    copy_view_enabled = False
    inspect_view_enabled = False
    search_backend_name = None
    search_fields: ClassVar = ["name", "url"]
    list_display: ClassVar = [
        "name",
        "url",
        BooleanColumn("is_active", label=_("In our lists")),
        Column("stories", label=_("Stories"), accessor=lambda lab: lab.stories.count()),
        Column("succeeded_at", label=_("Last read in full")),
        Column("problem", label=_("What went wrong")),
    ]
    edit_handler = ObjectList(
        [FieldPanel("name"), FieldPanel("url"), FieldPanel("is_active"), ReadingPanel(heading=_("How reading it goes"))]
    )
