"""The chapters of a case study, in the one order and with the one heading that all of them have, so that cases compare.

The page, its table of contents, the comparison and the PDF read this list. A chapter that has nothing to tell is left
out of the page. Its template is `templates/case_study/<code>.html`; its anchor is `#<code>` and never changes.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Chapter:
    """A part of a case study; `is_filled` says whether a `CaseStudyPage` has anything to tell in it."""

    code: str
    title: str | Promise
    is_filled: Callable[[Any], bool]

    @property
    def template(self) -> str:
        return f"case_study/{self.code}.html"


def _has_conditions(page: Any) -> bool:
    numbers = (page.costs, page.hours, page.lead_time_weeks)
    return bool(page.conditions or page.transferability_note) or any(number is not None for number in numbers)


CHAPTERS = (
    Chapter("results", _("Results"), lambda page: bool(page.result or page.proof.results)),
    Chapter("lessons", _("What worked, and what disappointed"), lambda page: True),
    Chapter("criteria", _("Criteria to take over"), lambda page: bool(page.shown_criteria)),
    Chapter("story", _("The story"), lambda page: True),
    Chapter("conditions", _("What it takes"), _has_conditions),
    Chapter("ambitions", _("Ambitions"), lambda page: bool(page.shown_ambitions)),
    Chapter("steering", _("Steering"), lambda page: bool(page.formal_steering or page.informal_steering)),
    Chapter("adopted", _("Also done by"), lambda page: bool(page.shown_adoptions)),
    Chapter("documents", _("Documents"), lambda page: bool(page.documents.all())),
    Chapter("citation", _("Refer to this case study"), lambda page: True),
)


def filled_chapters(page: Any) -> list[Chapter]:
    """The chapters that have something to tell."""
    return [chapter for chapter in CHAPTERS if chapter.is_filled(page)]
