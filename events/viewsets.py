"""The series of meetings in the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import SnippetViewSet

from events.page_parts import MeetingSeries


class SeriesViewSet(SnippetViewSet):
    """Few, and rarely changed: behind Settings, and a link at the desk."""

    model = MeetingSeries
    icon = "date"
    menu_label = _("Series of meetings")
    add_to_settings_menu = True
    copy_view_enabled = False
    search_backend_name = None
    search_fields = ["name"]
    list_display = ["name"]
