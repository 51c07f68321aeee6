"""Models of the core. Each lives in the module named for it; Django finds them here."""

from livinglab.core.content.pages import BasePage
from livinglab.core.content.successions import PageSuccession
from livinglab.core.editing.failed_plans import FailedPlan
from livinglab.core.http.throttling import AttemptCounter
from livinglab.core.media.documents import LabDocument
from livinglab.core.media.images import LabImage, LabRendition

__all__ = ["AttemptCounter", "BasePage", "FailedPlan", "LabDocument", "LabImage", "LabRendition", "PageSuccession"]
