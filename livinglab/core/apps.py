from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CoreConfig(AppConfig):
    name = "livinglab.core"
    verbose_name = _("Core")

    def ready(self) -> None:
        from livinglab.core import checks, signals, spreadsheets  # noqa: F401
        from livinglab.core.fields import normalization
        from livinglab.core.http import redirects
        from livinglab.core.mail import moderation
        from livinglab.core.media import upload_permissions
        from livinglab.core.monitoring import refused_access
        from livinglab.core.privacy import editorial_traces

        moderation.connect()
        redirects.connect()
        normalization.connect()
        editorial_traces.register()
        upload_permissions.register()
        spreadsheets.connect()
        refused_access.connect()
