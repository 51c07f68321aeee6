"""Examples by the thousand, for tests and benchmarks: words of the written demo in another order.

They are made in bulk: live pages without revisions, and without Wagtail's signals. The search entries are made by the
search itself at the end, so that a list of them is as true as any.
"""

import random
import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction
from django.utils import timezone
from django.utils.text import slugify
from wagtail.models import Page

from casestudies.models import ExampleIndexPage, ExamplePage, ExampleTag
from livinglab.core.media.images import LabImage
from livinglab.demo.builders.workshop import MARK, Workshop, index_of, plain
from livinglab.demo.files import examples
from livinglab.demo.loading import Tell
from livinglab.demo.models import DemoItem
from livinglab.search import sync
from livinglab.taxonomy.choices import Origin, Status
from livinglab.taxonomy.models import Category, LabTag, Organisation, Theme

BATCH = 500
SENTENCES = 14
TAGS = 3


def make_examples(count: int, *, seed: int = 1, tell: Tell = lambda what, done, total: None) -> int:
    """Add `count` examples to the list of examples; the same seed after as many others gives the same ones."""
    parent = index_of(ExampleIndexPage)
    if parent is None:
        raise LookupError("There is no list of examples yet: run 'provision' first.")
    author = Author(seed)
    made: list[int] = []
    while len(made) < count:
        with transaction.atomic():
            made += author.write(parent, min(BATCH, count - len(made)))
        tell("Writing examples", len(made), count)
    for done, page_id in enumerate(made, start=1):
        sync.refresh_page(page_id)
        tell("Indexing examples", done, count)
    return len(made)


class Author:
    """Writes examples at random, the same way every time."""

    def __init__(self, seed: int) -> None:
        before = DemoItem.objects.filter(key__startswith="volume:").count()
        self.chance = random.Random(f"{seed} after {before}")  # noqa: S311 - repeatable, not secret
        written = [item.fields for item in examples()]
        self.titles = [fields["title"].split(" ", 2) for fields in written]
        self.sentences = sorted({sentence for fields in written for sentence in _sentences(fields["what_was_done"])})
        self.themes = list(Theme.objects.order_by("slug"))
        # Few are bought by many, many by few: as in a real lab.
        self.categories = list(Category.objects.filter(parent__isnull=False).order_by("slug"))
        self.organisations = list(Organisation.objects.order_by("slug"))
        self.pictures = list(LabImage.objects.order_by("pk").values_list("pk", flat=True)[:200]) or [None]
        Workshop({}).tags([])  # the mark of sample content
        self.tags = list(LabTag.objects.order_by("slug"))

    def write(self, parent: ExampleIndexPage, count: int) -> list[int]:
        """Add a batch of examples below `parent`; returns their ids."""
        parent = ExampleIndexPage.objects.select_for_update(of=("self",)).get(pk=parent.pk)
        pages = [self._page(parent) for _ in range(count)]
        _insert(parent, pages)
        self._classify(pages)
        content_type = ContentType.objects.get_for_model(ExamplePage)
        DemoItem.objects.bulk_create(
            DemoItem(key=f"volume:{page.pk}", content_type=content_type, object_id=page.pk) for page in pages
        )
        return [page.pk for page in pages]

    def _page(self, parent: Page) -> ExamplePage:
        chance = self.chance
        title = " ".join([chance.choice(self.titles)[0], *chance.choice(self.titles)[1:]])[:90]
        text = [chance.choice(self.sentences) for _ in range(SENTENCES)]
        return ExamplePage(
            title=title,
            draft_title=title,
            slug=f"{slugify(title)[:50]}-{chance.getrandbits(40):010x}",
            summary=" ".join(text[:2])[:300],
            highlight=text[2][:120],
            what_was_done="".join(f"<p>{' '.join(text[start : start + 4])}</p>" for start in range(0, SENTENCES, 4)),
            why_it_inspires=text[3],
            tip=text[4][:300],
            organisation=self._often_the_first(self.organisations),
            category=self._often_the_first(self.categories),
            year=chance.randint(2010, 2026),
            origin=chance.choices(Origin.values, (8, 3, 1))[0],
            status=chance.choice(Status.values),
            picture_id=chance.choice(self.pictures),
            content_type=ContentType.objects.get_for_model(ExamplePage),
            locale_id=parent.locale_id,
            live=True,
        )

    def _often_the_first(self, values: Sequence[Any]) -> Any:
        """A value; those at the front of the list much more often than those at its end."""
        return values[int(len(values) * self.chance.random() ** 2)]

    def _classify(self, pages: Sequence[ExamplePage]) -> None:
        through = ExamplePage.themes.through
        through.objects.bulk_create(
            through(examplepage_id=page.pk, theme_id=theme.pk)
            for page in pages
            for theme in self.chance.sample(self.themes, self.chance.randint(1, min(3, len(self.themes))))
        )
        mark = next(tag for tag in self.tags if tag.name == MARK)
        others = [tag for tag in self.tags if tag != mark]
        ExampleTag.objects.bulk_create(
            ExampleTag(content_object_id=page.pk, tag=tag)
            for page in pages
            for tag in [mark, *self.chance.sample(others, min(TAGS, len(others)))]
        )


def _sentences(text: str) -> Iterator[str]:
    for sentence in re.split(r"(?<=[.!?])\s+", plain(text.replace("- ", ""))):
        if 4 <= len(sentence.split()) <= 30:
            yield sentence


def _insert(parent: Page, pages: Sequence[ExamplePage]) -> None:
    """Write the rows of the page tree and those of the examples, each in one statement."""
    now = timezone.now()
    last = parent.get_last_child()
    first = Page._str2int(last.path[-Page.steplen :]) + 1 if last else 1
    for position, page in enumerate(pages, start=first):
        page.path = Page._get_path(parent.path, parent.depth + 1, position)
        page.depth, page.numchild = parent.depth + 1, 0
        page.url_path = f"{parent.url_path}{page.slug}/"
        page.first_published_at = page.last_published_at = page.latest_revision_created_at = now
    names = [field.attname for field in Page._meta.concrete_fields if not field.primary_key]
    rows = Page.objects.bulk_create([Page(**{name: getattr(page, name) for name in names}) for page in pages])
    for page, row in zip(pages, rows, strict=True):
        page.page_ptr_id = page.pk = row.pk
    # Django has no bulk_create for a model with a parent; this is the step of it that writes the child's rows.
    ExamplePage._base_manager._insert(pages, fields=ExamplePage._meta.local_concrete_fields, using=connection.alias)
    Page.objects.filter(pk=parent.pk).update(numchild=parent.numchild + len(pages))


def remove_examples(tell: Tell = lambda what, done, total: None) -> int:
    """Take these examples away, some hundreds at a time; returns how many."""
    items = DemoItem.objects.filter(key__startswith="volume:")
    total = items.count()
    done = 0
    while batch := list(islice(items.values_list("pk", "object_id"), BATCH)):
        with transaction.atomic():
            Page.objects.filter(pk__in=[page for _, page in batch]).delete()
            DemoItem.objects.filter(pk__in=[item for item, _ in batch]).delete()
        done += len(batch)
        tell("Removing examples made in bulk", done, total)
    return total
