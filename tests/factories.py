"""Objects for tests, made as an editor would make them.

Pages are added under the list of their type in the provisioned tree (`manage.py provision` or `provision_tree()` must
have run) and published by a revision, so that the signals of a real publish are sent: `ExamplePageFactory(title="…")`.
`live=False` keeps a page a draft. `many_examples` and `many_meetings` fill a site with a thousand pages in seconds.
"""

import datetime as dt
import itertools
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from unittest import mock

import factory
from django.utils import timezone
from django.utils.text import slugify
from factory.django import DjangoModelFactory
from modelsearch import index, signal_handlers
from wagtail.models import Collection, Page, ReferenceIndex
from wagtail.signal_handlers import disable_reference_index_auto_update
from wagtail_factories import ImageFactory

from casestudies.models import CaseStudyIndexPage, CaseStudyPage, ExampleIndexPage, ExamplePage, ExampleTag
from events.models import MeetingIndexPage, MeetingPage
from livinglab.core.media.images import LabImage
from livinglab.pages.models import HomePage, StandardPage
from livinglab.taxonomy.choices import OrganisationKind, Role, Status, ThemeColour
from livinglab.taxonomy.models import Category, LabTag, Organisation, Person, Theme

_serial = itertools.count(1)


class _NoTask:
    @staticmethod
    def enqueue(*_arguments: str) -> None:
        pass


def _no_indexing_for_the_admin() -> AbstractContextManager:
    """Leave the index of Wagtail's own search as it is."""
    return mock.patch.object(signal_handlers, "insert_or_update_object_task", _NoTask)


def _dutch_child(page_type: type[Page]) -> Page:
    return page_type.objects.filter(locale__language_code="nl").order_by("path").first()


class ThemeFactory(DjangoModelFactory):
    class Meta:
        model = Theme

    name_nl = factory.Sequence(lambda n: f"Thema {n}")
    name_en = factory.Sequence(lambda n: f"Theme {n}")
    slug = factory.LazyAttribute(lambda theme: slugify(theme.name_nl))
    colour = factory.Iterator(ThemeColour.values)


class CategoryFactory(DjangoModelFactory):
    class Meta:
        model = Category

    name_nl = factory.Sequence(lambda n: f"Categorie {n}")
    name_en = factory.Sequence(lambda n: f"Category {n}")
    slug = factory.LazyAttribute(lambda category: slugify(category.name_nl))


class OrganisationFactory(DjangoModelFactory):
    class Meta:
        model = Organisation

    name = factory.Sequence(lambda n: f"Gemeente {n}")
    slug = factory.LazyAttribute(lambda organisation: slugify(organisation.name))
    kind = OrganisationKind.MUNICIPALITY
    in_region = True


class PersonFactory(DjangoModelFactory):
    class Meta:
        model = Person

    name = factory.Sequence(lambda n: f"Collega {n}")
    role = Role.BUYER
    organisation = factory.SubFactory(OrganisationFactory)
    consent_to_show = True


class TagFactory(DjangoModelFactory):
    class Meta:
        model = LabTag

    name = factory.Sequence(lambda n: f"onderwerp {n}")
    slug = factory.LazyAttribute(lambda tag: slugify(tag.name))


class LabImageFactory(ImageFactory):
    class Meta:
        model = LabImage

    collection = factory.LazyFunction(Collection.get_first_root_node)
    title = factory.Sequence(lambda n: f"beeld-{n}")
    description = "Een getekende weg langs de rivier"


class LabPageFactory(DjangoModelFactory):
    """A page, added to `parent` and published (`live=False`: left a draft)."""

    class Meta:
        abstract = True

    parent: object = None
    live = True
    title = factory.Sequence(lambda n: f"Pagina {n}")
    slug = factory.LazyAttribute(lambda page: f"{slugify(page.title)[:40]}-{next(_serial)}")

    @classmethod
    def _create(cls, model_class, *args, parent=None, live=True, themes=(), tags=(), **fields):
        parent = parent or cls.default_parent()
        page = model_class(live=False, **fields)
        if themes:
            page.themes = themes
        if tags:
            page.tags.add(*tags)
        with disable_reference_index_auto_update(), _no_indexing_for_the_admin():
            parent.add_child(instance=page)
            revision = page.save_revision()
            if live:
                revision.publish()
                page.refresh_from_db()
        # Once, where Wagtail does it at each save of the page and of its parts: a quarter of what a page costs.
        ReferenceIndex.create_or_update_for_object(model_class.objects.get(pk=page.pk))
        index.insert_or_update_object(page)
        return page

    @classmethod
    def _build(cls, model_class, *args, parent=None, live=True, themes=(), tags=(), **fields):
        return model_class(live=live, **fields)

    @classmethod
    def default_parent(cls) -> Page:
        return _dutch_child(HomePage)


class StandardPageFactory(LabPageFactory):
    class Meta:
        model = StandardPage


class ExamplePageFactory(LabPageFactory):
    class Meta:
        model = ExamplePage

    title = factory.Sequence(lambda n: f"Voorbeeld {n}")
    summary = "Wat een gemeente deed en wat het opleverde."
    organisation = factory.SubFactory(OrganisationFactory)
    category = factory.SubFactory(CategoryFactory)
    themes = factory.LazyFunction(lambda: [ThemeFactory()])
    tags: Sequence[str] = ()
    year = 2025
    what_was_done = "<p>De gemeente vroeg de markt om een plan.</p>"
    why_it_inspires = "Het kostte niet meer dan anders."

    @classmethod
    def default_parent(cls) -> Page:
        return _dutch_child(ExampleIndexPage)


class CaseStudyPageFactory(LabPageFactory):
    """A case study with what publishing asks for, and no more."""

    class Meta:
        model = CaseStudyPage

    title = factory.Sequence(lambda n: f"Casestudy {n}")
    summary = "Een contract van aanleiding tot resultaat."
    organisation = factory.SubFactory(OrganisationFactory)
    category = factory.SubFactory(CategoryFactory)
    themes = factory.LazyFunction(lambda: [ThemeFactory()])
    tags: Sequence[str] = ()
    year = 2025
    approach = "<p>De gemeente vroeg de markt om een plan.</p>"
    result = "<p>De helft is hergebruikt.</p>"
    what_worked = "Samen meten, vooraf."
    what_disappointed = "De planning liep uit."

    @classmethod
    def default_parent(cls) -> Page:
        return _dutch_child(CaseStudyIndexPage)


class MeetingPageFactory(LabPageFactory):
    """A meeting a week from now, on location, with thirty seats."""

    class Meta:
        model = MeetingPage

    title = factory.Sequence(lambda n: f"Bijeenkomst {n}")
    question = "Hoe begin je klein?"
    category = factory.SubFactory(CategoryFactory)
    themes = factory.LazyFunction(lambda: [ThemeFactory()])
    tags: Sequence[str] = ()
    starts_at = factory.LazyFunction(lambda: timezone.now() + dt.timedelta(days=7))
    ends_at = factory.LazyAttribute(lambda meeting: meeting.starts_at + dt.timedelta(hours=2))
    venue_name = "Gemeentehuis"

    @classmethod
    def default_parent(cls) -> Page:
        return _dutch_child(MeetingIndexPage)


def _add_rows(parent: Page, pages: Sequence[Page]) -> None:
    """Write live pages with two statements a page instead of some fifteen: no revision, no signal of Wagtail's."""
    parent.refresh_from_db()
    now = timezone.now()
    rows = []
    for number, page in enumerate(pages, start=parent.numchild + 1):
        page.path = parent._get_path(parent.path, parent.depth + 1, number)
        page.depth, page.numchild = parent.depth + 1, 0
        page.slug = f"{slugify(page.title)[:40]}-{next(_serial)}"
        page.url_path = f"{parent.url_path}{page.slug}/"
        page.locale_id, page.draft_title, page.live = parent.locale_id, page.title, True
        page.first_published_at = page.last_published_at = now
        base_fields = {field.attname for field in Page._meta.concrete_fields} - {"id"}
        rows.append(Page(**{name: getattr(page, name) for name in base_fields}))
    for page, row in zip(pages, Page.objects.bulk_create(rows), strict=True):
        page.page_ptr_id = page.pk = row.pk
        page.save_base(raw=True, force_insert=True)
    Page.objects.filter(pk=parent.pk).update(numchild=parent.numchild + len(pages))


def _cycle(values: Sequence, count: int) -> Iterator:
    return itertools.islice(itertools.cycle(values), count)


def many_examples(count: int, *, parent: Page | None = None, picture: LabImage | None = None) -> list[ExamplePage]:
    """`count` live examples over all themes, categories and organisations there are, each with a tag.

    They are not in the search index yet: run `rebuild_index()` or the job that refreshes stale entries.
    """
    themes, tags = list(Theme.objects.all()), [TagFactory() for _ in range(10)]
    organisations, categories = list(Organisation.objects.all()), list(Category.objects.all())
    pages = [
        ExamplePage(
            title=f"Voorbeeld {next(_serial)}: hergebruik van asfalt",
            summary="Wat een gemeente deed en wat het opleverde.",
            picture=picture,
            organisation=organisation,
            category=category,
            year=2015 + number % 11,
            status=Status.values[number % 3],
            what_was_done="<p>Elk wegvak kreeg een paspoort, zodat de aannemer wist wat erin zat.</p>",
            why_it_inspires="Het kostte niet meer dan anders.",
        )
        for number, organisation, category in zip(
            range(count), _cycle(organisations, count), _cycle(categories, count), strict=True
        )
    ]
    _add_rows(parent or ExamplePageFactory.default_parent(), pages)
    through = ExamplePage.themes.through
    through.objects.bulk_create(
        through(examplepage_id=page.pk, theme_id=theme.pk)
        for page, theme in zip(pages, _cycle(themes, count), strict=True)
    )
    ExampleTag.objects.bulk_create(
        ExampleTag(content_object_id=page.pk, tag=tag) for page, tag in zip(pages, _cycle(tags, count), strict=True)
    )
    return pages


def many_meetings(count: int, *, parent: Page | None = None) -> list[MeetingPage]:
    """`count` live meetings, half past, half to come, over all themes and categories there are."""
    themes, categories = list(Theme.objects.all()), list(Category.objects.all())
    now = timezone.now().replace(minute=0, second=0, microsecond=0)
    pages = []
    for number, category in zip(range(count), _cycle(categories, count), strict=True):
        starts_at = now + dt.timedelta(days=number - count // 2, hours=1)
        pages.append(
            MeetingPage(
                title=f"Bijeenkomst {next(_serial)}",
                question="Hoe begin je klein?",
                category=category,
                starts_at=starts_at,
                ends_at=starts_at + dt.timedelta(hours=2),
                venue_name="Gemeentehuis",
            )
        )
    _add_rows(parent or MeetingPageFactory.default_parent(), pages)
    through = MeetingPage.themes.through
    through.objects.bulk_create(
        through(meetingpage_id=page.pk, theme_id=theme.pk)
        for page, theme in zip(pages, _cycle(themes, count), strict=True)
    )
    return pages
