from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from wagtail.users.apps import WagtailUsersAppConfig


class AccountsConfig(AppConfig):
    name = "livinglab.accounts"
    default = True  # of the two in this module
    verbose_name = _("Accounts")

    def ready(self) -> None:
        from livinglab.accounts import personal_data, reauthentication, signals, superusers  # noqa: F401

        personal_data.register()
        reauthentication.guard_spreadsheets()


class LabUsersConfig(WagtailUsersAppConfig):
    """Wagtail's management of users, with our forms."""

    user_viewset = "livinglab.accounts.users.UserViewSet"
