from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HarvestConfig(AppConfig):
    name = "livinglab.harvest"
    verbose_name = _("Other labs")

    def ready(self) -> None:
        from livinglab.core.content.cards import register_card_extra
        from livinglab.core.content.indexing import CRITERION
        from livinglab.harvest import signal_handlers  # noqa: F401 - registered by being imported
        from livinglab.harvest.cards import load_labs
        from livinglab.harvest.models import RESOURCES

        for kind in (*RESOURCES.values(), CRITERION):
            register_card_extra(kind, load_labs)
