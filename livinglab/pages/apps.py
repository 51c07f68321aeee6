from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PagesConfig(AppConfig):
    name = "livinglab.pages"
    verbose_name = _("Pages")

    def ready(self) -> None:
        from livinglab.pages import discovery  # noqa: F401 - registers the check of security.txt
