"""What visitors searched for may be somebody's name."""

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from livinglab.core.privacy.personal_data import DataSubject, PersonalData, register_personal_data
from livinglab.core.text import fold
from livinglab.search import poor_searches
from livinglab.search.models import PoorSearch


def register() -> None:
    """Add what is below to the register."""
    register_personal_data(SEARCHES)


def _naming(subject: DataSubject) -> QuerySet[PoorSearch]:
    named = Q()
    for word in subject.words:
        named |= Q(text__icontains=fold(word))
    return PoorSearch.objects.filter(named)


SEARCHES = PersonalData(
    key="searches",
    order=400,
    what=gettext_lazy("Words that visitors searched for in vain, without who searched"),
    why=gettext_lazy("To see what is missing on the site"),
    kept=lambda: _("A year"),
    seen_by=gettext_lazy("Moderators"),
    columns=("search.PoorSearch.text",),
    find=lambda subject: list(_naming(subject).values("text", "month")),
    erase=lambda subject: _naming(subject).delete()[0],
    forget_old=poor_searches.forget_old,
)
