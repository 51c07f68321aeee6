"""What is kept of those who were asked whether they may be shown."""

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from livinglab.core.privacy.personal_data import (
    DataSubject,
    PersonalData,
    Row,
    register_personal_data,
    weeks_in_words,
)
from livinglab.taxonomy.consent import services
from livinglab.taxonomy.consent.models import ConsentRequest


def register() -> None:
    """Add what is below to the register."""
    register_personal_data(CONSENTS)


def _requests(subject: DataSubject) -> QuerySet[ConsentRequest]:
    return ConsentRequest.objects.filter(email__iexact=subject.email).order_by("created_at")


def _find(subject: DataSubject) -> list[Row]:
    return list(_requests(subject).values("created_at", "language", "state", "answer", "answered_at", "text_version"))


CONSENTS = PersonalData(
    key="consents",
    order=290,  # before the persons whom they are about
    what=gettext_lazy("Whom we asked by mail whether they may be shown, and what they answered"),
    why=gettext_lazy("To be able to show that somebody agreed, and to let them take it back"),
    kept=lambda: (
        _("As long as they are in our list; without an answer %(weeks)s")
        % {"weeks": weeks_in_words(services.UNANSWERED_FOR)}
    ),
    seen_by=gettext_lazy("Editors"),
    columns=("taxonomy.ConsentRequest.email", "taxonomy.ConsentRequest.error"),
    find=_find,
    erase=lambda subject: _requests(subject).delete()[0],
    forget_old=services.forget_unanswered,
)
