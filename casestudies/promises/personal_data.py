"""What is kept of those who look whether promises are kept."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Revision

from casestudies.models import CaseStudyPage, FollowUp, FollowUpAnswer, FollowUpMail
from casestudies.promises import retention
from casestudies.promises.links import kept_for
from livinglab.core.privacy.personal_data import (
    DataSubject,
    PersonalData,
    Row,
    naming,
    register_personal_data,
    weeks_in_words,
)


def register() -> None:
    """Add what is below to the register."""
    register_personal_data(FOLLOW_UPS)


def _find(subject: DataSubject) -> list[Row]:
    moments = FollowUp.objects.filter(email=subject.email).order_by("date").values("date", "title", "role")
    mails = FollowUpMail.objects.filter(email=subject.email).order_by("created_at")
    answers = FollowUpAnswer.objects.filter(mail__email=subject.email).order_by("answered_at")
    return [
        *moments,
        *mails.values("kind", "due_on", "state", "created_at"),
        *answers.values("answered_on", "status", "note", "figures"),
    ]


def _erase(subject: DataSubject) -> int:
    answers = FollowUpAnswer.objects.filter(mail__email=subject.email)
    changed = answers.exclude(ended_at=None).delete()[0]
    changed += answers.exclude(note="").update(note="")
    changed += FollowUpMail.objects.filter(email=subject.email).update(email="", error="")
    changed += FollowUp.objects.filter(email=subject.email).update(email="")
    for version in _versions_with(subject):
        for moment in version.content.get("follow_ups", []):
            if moment.get("email", "").lower() == subject.email:
                moment["email"] = ""
        version.save(update_fields=["content"])
        changed += 1
    return changed


def _versions_with(subject: DataSubject) -> QuerySet[Revision]:
    versions = Revision.objects.filter(content_type=ContentType.objects.get_for_model(CaseStudyPage))
    return naming(versions, ["content"], DataSubject(subject.email))


FOLLOW_UPS = PersonalData(
    key="follow_ups",
    order=200,
    what=gettext_lazy("The e-mail address of who looks whether a promise is kept, and what they filled in"),
    why=gettext_lazy("To ask them before the day how it went"),
    kept=lambda: _("%(weeks)s after that day") % {"weeks": weeks_in_words(kept_for())},
    seen_by=gettext_lazy("Editors"),
    columns=(
        "casestudies.FollowUp.email",
        "casestudies.FollowUpMail.email",
        "casestudies.FollowUpMail.error",
        "casestudies.FollowUpAnswer.note",
    ),
    find=_find,
    erase=_erase,
    forget_old=lambda: retention.erase_old(timezone.localdate()),
)
