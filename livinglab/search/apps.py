from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    name = "livinglab.search"
    verbose_name = _("Search")

    def ready(self) -> None:
        from livinglab.core.cards import register_card_extra
        from livinglab.core.previews import register_entry_preview
        from livinglab.search import cards, checks, signals, triggers  # noqa: F401
        from livinglab.search.previews import draw_preview

        register_entry_preview(draw_preview)
        register_card_extra("person", cards.load_people)
        register_card_extra("organisation", cards.load_organisations)
        signals.connect()
        post_migrate.connect(triggers.install_after_migrate, sender=self)
