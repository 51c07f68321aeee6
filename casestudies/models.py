"""Examples and case studies. Each lives in the module named for it; Django finds them here."""

from casestudies.case_parts import CaseStudyAdoption, CaseStudyAmbition, CaseStudyDocument, CaseStudyRelatedPage
from casestudies.cases import CaseStudyIndexPage, CaseStudyPage, CaseStudyTag
from casestudies.clause_settings import ClauseSettings
from casestudies.criteria import AbstractCriterion, CaseStudyCriterion, CriterionIndexPage, ExampleCriterion
from casestudies.examples import ExampleIndexPage, ExamplePage, ExampleRelatedPage, ExampleTag
from casestudies.promises.models import FollowUp, FollowUpAnswer, FollowUpMail, FollowUpSettings, Result

__all__ = [
    "AbstractCriterion",
    "CaseStudyAdoption",
    "CaseStudyAmbition",
    "CaseStudyCriterion",
    "CaseStudyDocument",
    "CaseStudyIndexPage",
    "CaseStudyPage",
    "CaseStudyRelatedPage",
    "CaseStudyTag",
    "ClauseSettings",
    "CriterionIndexPage",
    "ExampleCriterion",
    "ExampleIndexPage",
    "ExamplePage",
    "ExampleRelatedPage",
    "ExampleTag",
    "FollowUp",
    "FollowUpAnswer",
    "FollowUpMail",
    "FollowUpSettings",
    "Result",
]
