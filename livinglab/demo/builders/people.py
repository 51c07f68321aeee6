"""Organisations and people."""

from wagtail.models import ReferenceIndex

from livinglab.demo.builders.workshop import Workshop
from livinglab.demo.files import Item
from livinglab.taxonomy.models import Organisation, Person


def make_organisation(workshop: Workshop, item: Item) -> None:
    """An organisation; one that an editor made already stays theirs."""
    fields = item.fields
    if (
        Organisation.objects.filter(slug=item.slug).exists()
        or Organisation.objects.filter(name=fields["name"]).exists()
    ):
        return
    organisation = Organisation(
        slug=item.slug,
        name=fields["name"],
        kind=fields["kind"],
        in_region=fields.get("in_region", False),
        website=fields.get("website", ""),
        introduction_nl=fields["introduction_nl"],
        introduction_en=fields["introduction_en"],
        aliases="\n".join(fields.get("aliases", ())),
    )
    organisation.full_clean()
    organisation.save()
    workshop.remember(item.key, organisation)


def make_person(workshop: Workshop, item: Item) -> None:
    """A person who does not exist, with a drawn portrait."""
    fields = item.fields
    person = Person(
        name=fields["name"],
        role=fields["role"],
        job_title=fields["job_title"],
        organisation=workshop.organisation(fields),
        email=fields["email"],
        phone=fields.get("phone", ""),
        best_reached=fields.get("best_reached", ""),
        consent_to_show=fields.get("consent_to_show", True),
        consent_how="Verzonnen voor de demo",
        portrait=workshop.picture(item),
    )
    person.full_clean()
    person.save()
    person.themes.set(workshop.themes(fields))
    person.categories.set(workshop.categories(fields))
    ReferenceIndex.create_or_update_for_object(person)
    workshop.remember(item.key, person)
