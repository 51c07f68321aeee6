from django.apps import AppConfig
from django.db.models.signals import pre_delete
from django.utils.translation import gettext_lazy as _


class TaxonomyConfig(AppConfig):
    name = "livinglab.taxonomy"
    verbose_name = _("Vocabularies")

    def ready(self) -> None:
        from livinglab.taxonomy import personal_data, usage
        from livinglab.taxonomy.consent import personal_data as consents

        for model in usage.KEPT_WHILE_USED:
            pre_delete.connect(usage.refuse_to_delete_what_is_used, sender=model)
        personal_data.register()
        consents.register()
