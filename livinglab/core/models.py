"""Models of the core. Each lives in the module named for it; Django finds them here."""

from livinglab.core.documents import LabDocument
from livinglab.core.failed_plans import FailedPlan
from livinglab.core.images import LabImage, LabRendition
from livinglab.core.pages import BasePage
from livinglab.core.successions import PageSuccession
from livinglab.core.throttling import AttemptCounter

__all__ = ["AttemptCounter", "BasePage", "FailedPlan", "LabDocument", "LabImage", "LabRendition", "PageSuccession"]
