"""What the content checker looks at in the preview: only what an editor can fix, in words an editor knows."""

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.userbar import BaseItem, ContentCheckerItem


class LabContentChecker(ContentCheckerItem):
    """Wagtail's checker on the page's own content, with checks of pictures, lists and tables added."""

    axe_include = ["main"]
    axe_run_only = [
        *ContentCheckerItem.axe_run_only,
        "image-alt",
        "image-redundant-alt",
        "identical-links-same-purpose",
        "list",
        "page-has-heading-one",
        "th-has-data-cells",
    ]
    axe_messages = {
        **ContentCheckerItem.axe_messages,
        "image-alt": {
            "error_name": _("A picture has no description"),
            "help_text": _("Describe what it shows, or tick that it is decoration only."),
        },
        "image-redundant-alt": {
            "error_name": _("A picture's description repeats the text beside it"),
            "help_text": _("Say what the picture adds, or tick that it is decoration only."),
        },
        "identical-links-same-purpose": {
            "error_name": _("Links with the same words lead to different places"),
            "help_text": _("Use words that say where the link leads, not 'click here'."),
        },
        "list": {
            "error_name": _("A list contains something that is not an item"),
            "help_text": _("Make the list again with the list button."),
        },
        "page-has-heading-one": {
            "error_name": _("The page has no title"),
            "help_text": _("Give the page a title."),
        },
        "th-has-data-cells": {
            "error_name": _("A heading in a table has no cells"),
            "help_text": _("Take empty rows and columns out of the table."),
        },
    }


def use_our_checks(request: HttpRequest, items: list[BaseItem], page: object) -> None:
    """Put our checker in the place of Wagtail's."""
    items[:] = [
        LabContentChecker(in_editor=item.in_editor) if isinstance(item, ContentCheckerItem) else item for item in items
    ]
