"""The promises of the whole lab, of an organisation, or of a theme: counted, and listed.

Counted in the site's first language, in which everything is: a translation is no second promise. Copies of a page kept
in step (aliases) are none either.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import Count, F, Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from casestudies.promises.models import Result
from casestudies.promises.proof import ShownResult, shown
from casestudies.promises.states import PromiseState, Standing, Tally
from livinglab.core.content.visibility import IsPublic
from livinglab.search import facets
from livinglab.taxonomy.models import Organisation, Theme

LATEST = 4
"""How many promises stand on the page of an organisation."""

STANDING_ICONS = {
    Standing.KEPT: "check",
    Standing.RUNNING: "clock",
    Standing.DEVIATING: "warning",
    Standing.NOT_KEPT: "close",
}
STANDING_LINES: dict[str, str | Promise] = {
    Standing.KEPT: _("Promise kept"),
    Standing.RUNNING: _("Promise is running"),
    Standing.DEVIATING: _("Promise deviates"),
    Standing.NOT_KEPT: _("Promise not kept"),
}


def public_results() -> QuerySet[Result]:
    """The promises that everybody may read."""
    return Result.objects.filter(
        IsPublic(F("case_study__path")),
        case_study__live=True,
        case_study__alias_of=None,
        case_study__locale__language_code=settings.LANGUAGE_CODE,
    )


def tally(results: QuerySet[Result]) -> Tally:
    """How many of these are in each state: one query."""
    counts = {state.value: Count("pk", filter=Q(state=state)) for state in PromiseState}
    return Tally(**results.order_by().aggregate(**counts))


def of_organisation(organisation: Organisation) -> QuerySet[Result]:
    """The promises in the contracts of an organisation."""
    return public_results().filter(case_study__organisation=organisation)


@dataclass(frozen=True)
class Choice:
    """What the board can be narrowed by."""

    states: tuple[str, ...] = ()
    """Empty for all."""
    organisation: Organisation | None = None
    theme: Theme | None = None

    def filtered(self, *, with_state: bool = True) -> QuerySet[Result]:
        """The promises that are chosen."""
        results = public_results()
        if self.organisation:
            results = results.filter(case_study__organisation=self.organisation)
        if self.theme:
            # Its own theme, or where it has none those of the case study.
            of_story = Q(theme=None, case_study__themes=self.theme)
            results = results.filter(Q(theme=self.theme) | of_story).distinct()
        if with_state and self.states:
            results = results.filter(state__in=self.states)
        return results


def for_list(results: QuerySet[Result]) -> QuerySet[Result]:
    """In the order of a list, with what each row shows: broken ones are not hidden at the end."""
    return results.select_related("case_study__organisation", "theme").order_by(
        "-case_study__first_published_at", "case_study_id", "sort_order", "pk"
    )


def organisations_with_promises() -> list[Organisation]:
    """Who has promises on the board, by name."""
    of_promises = public_results().order_by().values("case_study__organisation")
    return list(Organisation.objects.filter(pk__in=of_promises))


@dataclass(frozen=True)
class Row:
    """A promise in a list, with the page it is from."""

    shown: ShownResult
    url: str

    @property
    def page(self) -> Any:
        return self.shown.result.case_study


def rows(results: Iterable[Result], request: Any) -> list[Row]:
    """The promises with the addresses of their pages, without a query for each."""
    return [Row(shown(result), result.case_study.get_url(request) or "") for result in results]


# -- Parts of other pages ---------------------------------------------------------------------------
def load_number(_page: Any) -> dict[str, object]:
    """For the home page: how many promises are kept."""
    return {"promises": tally(public_results())}


def load_of_organisation(organisation: Organisation) -> dict[str, object] | None:
    """For the page of an organisation: its promises; nothing where it has none."""
    results = of_organisation(organisation)
    counted = tally(results)
    if not counted.total:
        return None
    return {"promises": counted, "promise_rows": rows(for_list(results)[:LATEST], None), "promiser": organisation}


def load_cards(entries: Sequence[Any]) -> dict[int, dict[str, object]]:
    """For the cards of case studies: whether the promise is kept. Known from the entry, so without a query."""
    lines: dict[int, dict[str, object]] = {}
    for entry in entries:
        for code, value in filter(None, map(facets.decode, entry.facets)):
            if code == "promise":
                kept = Standing(str(value))
                lines[entry.pk] = {
                    "promise": {"state": kept.value, "icon": STANDING_ICONS[kept], "line": STANDING_LINES[kept]}
                }
    return lines
