from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProvisionConfig(AppConfig):
    name = "livinglab.provision"
    verbose_name = _("Provisioning")
