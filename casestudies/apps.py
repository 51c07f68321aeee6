from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CaseStudiesConfig(AppConfig):
    name = "casestudies"
    verbose_name = _("Examples and case studies")

    def ready(self) -> None:
        from casestudies import growing
        from casestudies.clauses import load_clauses
        from livinglab.core.cards import register_card_extra
        from livinglab.search.facets import ChoiceFacet, register
        from livinglab.taxonomy.choices import Procedure, Transferability, ValueClass

        register(ChoiceFacet("procedure", 60, _("procedure"), tuple(Procedure.choices)))
        register(ChoiceFacet("value_class", 61, _("value"), tuple(ValueClass.choices)))
        register(ChoiceFacet("transferability", 62, _("transferability"), tuple(Transferability.choices)))
        register_card_extra("criterion", load_clauses)
        growing.connect()
