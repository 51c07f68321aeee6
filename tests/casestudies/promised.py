"""Case studies with promises, for tests."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from casestudies.models import CaseStudyIndexPage, CaseStudyPage, FollowUp, Result
from tests.factories import CategoryFactory, LabPageFactory, OrganisationFactory, ThemeFactory

KEPT = {"indicator": "Hergebruikt asfalt", "unit": "%", "promised": 50, "realised": 61, "evidence": "measured"}
NOT_KEPT = {"indicator": "Leerwerkplekken", "promised": 4, "realised": 1}
RUNNING = {
    "indicator": "CO₂ per ton",
    "unit": "%",
    "direction": "lower",
    "promised": -30,
    "realised": -27,
    "promised_by": dt.date(2029, 5, 11),
    "measured_on": dt.date(2026, 5, 4),
}
NOT_MEASURED = {"indicator": "Omzet bij sociale firma's", "unit": "euro", "promised": 25000}


def case_study(
    *,
    results: Sequence[dict[str, Any]] = (),
    follow_ups: Sequence[dict[str, Any]] = (),
    live: bool = True,
    **fields: Any,
) -> CaseStudyPage:
    """A case study with these results and follow-up moments, published as an editor would."""
    values = {
        "title": "Asfalt met een paspoort",
        "summary": "Wat een gemeente vroeg en kreeg.",
        "organisation": fields.pop("organisation", None) or OrganisationFactory(),
        "category": fields.pop("category", None) or CategoryFactory(),
        **dict.fromkeys(("occasion", "goal", "approach", "result"), "<p>Zo ging het.</p>"),
        "what_worked": "Vroeg beginnen.",
        "what_disappointed": "De administratie.",
        "why_it_inspires": "Het kan.",
        **fields,
    }
    themes = values.pop("themes", None) or [ThemeFactory()]
    page = _Factory(
        parent=values.pop("parent", None) or CaseStudyIndexPage.objects.get(locale__language_code="nl"),
        live=live,
        themes=themes,
        results=[Result(**one) for one in results],
        follow_ups=[FollowUp(**one) for one in follow_ups],
        **values,
    )
    return CaseStudyPage.objects.get(pk=page.pk)


class _Factory(LabPageFactory):
    class Meta:
        model = CaseStudyPage
