from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CaseStudiesConfig(AppConfig):
    name = "casestudies"
    verbose_name = _("Examples and case studies")

    def ready(self) -> None:
        from casestudies import growing
        from casestudies.clauses import load_clauses, load_numbers
        from casestudies.promises import board, personal_data, services
        from casestudies.promises.states import Standing
        from casestudies.proposals import draft_example
        from livinglab.core.content.cards import register_card_extra
        from livinglab.core.content.proposals import register_proposal_handler
        from livinglab.core.content.sections import register_section
        from livinglab.search.facets import ChoiceFacet, register
        from livinglab.taxonomy.choices import AmbitionLevel, Procedure, Transferability, ValueClass

        register(ChoiceFacet("procedure", 60, _("procedure"), tuple(Procedure.choices)))
        register(ChoiceFacet("value_class", 61, _("value"), tuple(ValueClass.choices)))
        register(ChoiceFacet("transferability", 62, _("transferability"), tuple(Transferability.choices)))
        levels = tuple((str(level), label) for level, label in AmbitionLevel.choices)
        register(ChoiceFacet("ambition", 63, _("ambition"), levels))
        register_card_extra("criterion", load_clauses)
        register_card_extra("case_study", load_numbers)
        growing.connect()
        register(ChoiceFacet("promise", 70, _("promise"), tuple(Standing.choices)))
        register_card_extra("case_study", board.load_cards)
        register_section("home", 10, "components/promise_number.html", board.load_number)
        register_section("organisation", 40, "components/promises_of.html", board.load_of_organisation)
        register_proposal_handler(draft_example)
        services.connect()
        personal_data.register()
