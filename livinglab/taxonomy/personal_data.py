"""What is kept of the persons in the list of colleagues."""

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import ReferenceIndex

from livinglab.core.media.images import LabImage
from livinglab.core.privacy.editorial_traces import NAMED_MODELS
from livinglab.core.privacy.personal_data import DataSubject, PersonalData, Row, register_personal_data
from livinglab.taxonomy.models import Person


def register() -> None:
    """Add what is below to the register."""
    register_personal_data(PERSONS)
    NAMED_MODELS.add("taxonomy.Person")


def _persons(email: str) -> QuerySet[Person]:
    return Person.objects.filter(email__iexact=email)


def _find(subject: DataSubject) -> list[Row]:
    return [
        {
            "name": person.name,
            "work": person.work,
            "organisation": str(person.organisation or ""),
            "email": person.email,
            "phone": person.phone,
            "best_reached": person.best_reached,
            "shown": person.consent_to_show,
            "agreed": person.consent_how,
            "agreed_since": person.consent_noted_at,
        }
        for person in _persons(subject.email).select_related("organisation")
    ]


def _erase(subject: DataSubject) -> int:
    persons = list(_persons(subject.email))
    portraits = {person.portrait_id for person in persons if person.portrait_id}
    for person in persons:
        person.delete()
    for portrait in LabImage.objects.filter(pk__in=portraits):
        if not ReferenceIndex.get_references_to(portrait).exists():  # on a page it is content
            portrait.delete()
    return len(persons)


PERSONS = PersonalData(
    key="persons",
    order=300,
    what=gettext_lazy("Colleagues to call: name, work, organisation, e-mail address, telephone, portrait"),
    why=gettext_lazy("Others can ask them how they did it"),
    kept=lambda: _("Until they ask us to take it away; then it is gone at once"),
    seen_by=gettext_lazy("Everybody, if they agreed to that; otherwise editors"),
    columns=tuple(
        f"taxonomy.Person.{name}" for name in ("name", "job_title", "email", "phone", "best_reached", "consent_how")
    ),
    find=_find,
    erase=_erase,
    names=lambda email: _persons(email).values_list("name", flat=True),
)
