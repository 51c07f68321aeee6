from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CoreConfig(AppConfig):
    name = "livinglab.core"
    verbose_name = _("Core")

    def ready(self) -> None:
        from livinglab.core import (  # noqa: F401
            checks,
            editorial_traces,
            moderation,
            normalization,
            redirects,
            signals,
            spreadsheets,
            upload_permissions,
        )

        moderation.connect()
        redirects.connect()
        normalization.connect()
        editorial_traces.register()
        upload_permissions.register()
        spreadsheets.connect()
