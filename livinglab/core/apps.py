from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CoreConfig(AppConfig):
    name = "livinglab.core"
    verbose_name = _("Core")

    def ready(self) -> None:
        from livinglab.core import checks, editorial_traces, moderation, normalization, redirects, signals  # noqa: F401

        moderation.connect()
        redirects.connect()
        normalization.connect()
        editorial_traces.register()
