"""What the builders share: what was made before, how a page is published, where pictures and tags come from."""

import datetime as dt
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from functools import cached_property, partial
from typing import Any, TypeVar

from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.db import models
from django.utils import timezone
from wagtail.models import Page, ReferenceIndex

from livinglab.core.media.documents import LabDocument
from livinglab.core.media.images import LabImage
from livinglab.core.media.uploads import CleanedFile
from livinglab.demo.documents import form
from livinglab.demo.files import Item
from livinglab.demo.markup import rich_text
from livinglab.demo.models import DemoItem
from livinglab.taxonomy.models import AmbitionAxis, Category, LabTag, Organisation, Person, Theme

MARK = "voorbeeldinhoud"
"""The tag on every page of the demo that can have tags: readers and editors see that it is sample content."""

PageThing = TypeVar("PageThing", bound=Page)


class Workshop:
    """Makes the things of the demo and remembers them."""

    def __init__(self, rendered: Mapping[str, Future[bytes]]) -> None:
        self.rendered = rendered
        """The pictures as PNG, by their file."""
        self.known = set(DemoItem.objects.values_list("key", flat=True))
        self._found: dict[str, Any] = {}

    def remember(self, key: str, thing: models.Model, *, only_changed: bool = False) -> None:
        """Note that the demo made this, or only changed it."""
        DemoItem.objects.create(
            key=key,
            content_type=ContentType.objects.get_for_model(thing),
            object_id=thing.pk,
            only_changed=only_changed,
        )
        self.known.add(key)

    def made(self, key: str) -> Any:
        """What the demo made under this name; None if it did not, or an editor deleted it since."""
        item = DemoItem.objects.filter(key=key).first()
        return item.thing if item else None

    def _once(self, key: str, find: Callable[[], Any]) -> Any:
        """What `find` gives, asked for until it is there; most things are named many times."""
        if key not in self._found and (found := find()) is not None:
            self._found[key] = found
        return self._found.get(key)

    # -- The vocabularies ---------------------------------------------------------------------------
    @cached_property
    def _themes(self) -> dict[str, Theme]:
        return {theme.slug: theme for theme in Theme.objects.all()}

    @cached_property
    def _categories(self) -> dict[str, Category]:
        return {category.slug: category for category in Category.objects.all()}

    def themes(self, fields: Mapping[str, Any]) -> list[Theme]:
        """The themes that an item names; an editor may have deleted or renamed some."""
        return [self._themes[slug] for slug in fields.get("themes", ()) if slug in self._themes]

    def theme(self, slug: str) -> Theme | None:
        return self._themes.get(slug)

    def category(self, fields: Mapping[str, Any]) -> Category | None:
        return self._categories.get(fields.get("category", ""))

    def categories(self, fields: Mapping[str, Any]) -> list[Category]:
        return [self._categories[slug] for slug in fields.get("categories", ()) if slug in self._categories]

    def organisation(self, fields: Mapping[str, Any]) -> Organisation | None:
        """An organisation of the demo, or one that every lab has."""
        slug = fields.get("organisation", "")
        key = f"organisation:{slug}"
        return self._once(key, lambda: self.made(key) or Organisation.objects.filter(slug=slug).first())

    def axis(self, name: str) -> AmbitionAxis | None:
        """An axis by its Dutch name; an editor may have renamed it."""
        return AmbitionAxis.objects.filter(name_nl=name).first()

    def person(self, slug: str | None) -> Person | None:
        key = f"person:{slug}"
        return self._once(key, lambda: self.made(key)) if slug else None

    def tags(self, names: list[str]) -> list[LabTag]:
        """The tags of these names and the mark of sample content; those that are new are the demo's."""
        return [self._once(f"tag:{name}", partial(self._tag, name)) for name in [*names, MARK]]

    def _tag(self, name: str) -> LabTag:
        tag = LabTag.objects.filter(name__iexact=name).first()
        if tag is None:
            tag = LabTag.objects.create(name=name)
            self.remember(f"tag:{tag.slug}", tag)
        return tag

    # -- Pictures -----------------------------------------------------------------------------------
    def picture(self, item: Item) -> LabImage | None:
        """The picture of an item, made once."""
        if not item.picture:
            return None
        if "of" in item.picture:
            return self.made(f"picture:{item.picture['of']}")
        file, key = item.picture["file"], f"picture:{item.key}"
        if key in self.known:
            return self.made(key)
        name = file.removesuffix(".svg")
        image = LabImage(
            title=name.replace("-", " ").capitalize(),
            description=item.picture["alt"],
            credit="Living Lab MVOI",
            license="CC0",
        )
        image.file.save(f"{name}.png", CleanedFile(self.rendered[file].result()), save=False)
        image._set_image_file_metadata()
        image.full_clean()
        image.save()
        self.remember(key, image)
        return image

    def document(self, item: Item) -> LabDocument | None:
        """The form to fill in that belongs to an item."""
        fields = item.fields.get("document")
        if fields is None:
            return None
        document = LabDocument(title=fields["title"])
        document.file.save(f"{item.slug}.odt", ContentFile(form(fields["lines"])), save=False)
        document.full_clean()
        document.save()
        self.remember(f"document:{item.key}", document)
        return document

    # -- Pages --------------------------------------------------------------------------------------
    def add(self, item: Item, parent: Page, page: Page, *, on: dt.date | None = None) -> None:
        """Add a page as a draft, dated `on`. Its themes, tags and parts come after it, so that they are saved once."""
        page.slug = free_slug(parent, page.slug or item.slug)
        page.live = False
        page.locale_id = parent.locale_id
        if on is not None:
            page.first_published_at = timezone.make_aware(dt.datetime.combine(on, dt.time(9)))
        parent.add_child(instance=page)

    def publish(self, item: Item, page: Page) -> None:
        """Publish a revision of a page, as an editor would, so that every signal is sent."""
        page.save_revision(clean=False).publish()  # which cleans it
        # Once, at the end; not at each of the page's parts (`loading` holds it back until here).
        ReferenceIndex.create_or_update_for_object(type(page)._default_manager.get(pk=page.pk))
        self.remember(item.key, page)


def free_slug(parent: Page, slug: str) -> str:
    """The slug, or one after it that no page beside it has."""
    taken = set(parent.get_children().filter(slug__startswith=slug).values_list("slug", flat=True))
    candidates = [slug, *(f"{slug}-{number}" for number in range(2, len(taken) + 3))]
    return next(candidate for candidate in candidates if candidate not in taken)


def plain(text: str) -> str:
    """A text of several lines in the file as one paragraph."""
    return " ".join(text.split())


def stream(blocks: list[dict[str, Any]]) -> list[tuple[str, Any]]:
    """The blocks of a body as StreamField takes them."""
    return [(block["type"], _block_value(block)) for block in blocks]


def _block_value(block: dict[str, Any]) -> Any:
    fields = {name: value for name, value in block.items() if name != "type"}
    if block["type"] == "text":
        return rich_text(fields["value"])
    if block["type"] == "call_out":
        fields["text"] = rich_text(fields["text"])
    if block["type"] == "tips":
        fields["tips"] = [{"text": tip} if isinstance(tip, str) else tip for tip in fields["tips"]]
    return fields


def index_of(page_type: type[PageThing], language: str = "nl") -> PageThing | None:
    """The list in a language under which pages of a kind come."""
    return page_type.objects.filter(locale__language_code=language).order_by("path").first()
