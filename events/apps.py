from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EventsConfig(AppConfig):
    name = "events"
    verbose_name = _("Meetings")

    def ready(self) -> None:
        from events.pages import MeetingPage
        from livinglab.search import facets

        facets.register(facets.ChoiceFacet("form", 50, _("on location or online"), tuple(MeetingPage.Form.choices)))
        # Checks, receivers and descriptions are registered by importing them.
        from events import card_seats, checks, personal_data, schema_org, signal_handlers  # noqa: F401
        from livinglab.core.content.cards import register_card_extra

        register_card_extra("meeting", card_seats.load_seats)
        personal_data.register()
