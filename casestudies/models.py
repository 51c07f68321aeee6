"""Examples and case studies. Each lives in the module named for it; Django finds them here."""

from casestudies.cases import (
    CaseStudyDocument,
    CaseStudyIndexPage,
    CaseStudyPage,
    CaseStudyRelatedPage,
    CaseStudyTag,
)
from casestudies.examples import ExampleIndexPage, ExamplePage, ExampleTag
from casestudies.promises.models import FollowUp, FollowUpAnswer, FollowUpMail, FollowUpSettings, Result

__all__ = [
    "CaseStudyDocument",
    "CaseStudyIndexPage",
    "CaseStudyPage",
    "CaseStudyRelatedPage",
    "CaseStudyTag",
    "ExampleIndexPage",
    "ExamplePage",
    "ExampleTag",
    "FollowUp",
    "FollowUpAnswer",
    "FollowUpMail",
    "FollowUpSettings",
    "Result",
]
