from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    name = "livinglab.search"
    verbose_name = _("Search")

    def ready(self) -> None:
        from livinglab.core.content.cards import register_card_extra
        from livinglab.core.content.previews import register_entry_preview
        from livinglab.search import checks, directory_cards, personal_data, rebuild, signals, triggers  # noqa: F401
        from livinglab.search.engines.elasticsearch import checks as elasticsearch_checks  # noqa: F401
        from livinglab.search.entry_previews import draw_preview

        register_entry_preview(draw_preview)
        register_card_extra("person", directory_cards.load_people)
        register_card_extra("organisation", directory_cards.load_organisations)
        signals.connect()
        personal_data.register()
        post_migrate.connect(triggers.install_after_migrate, sender=self)
        post_migrate.connect(rebuild.index_after_migrate, sender=self)
