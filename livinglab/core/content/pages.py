"""The abstract page that every page type of the lab extends."""

from collections.abc import Collection
from typing import Any, ClassVar

from django.db import models
from django.db.models import QuerySet, prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page, PageViewRestriction, Revision
from wagtail.utils.decorators import cached_classmethod

from livinglab.core.content import previews
from livinglab.core.content.indexing import EntryDraft
from livinglab.core.content.locales import language_of
from livinglab.core.content.revision_references import without_dangling_references
from livinglab.core.content.visibility import public_by_key
from livinglab.core.editing.page_forms import FINDABLE_PANEL, LabPageForm, edit_handler
from livinglab.core.fields.normalization import normalize_fields
from livinglab.core.site import absolute_url


class RelatedPagesMixin:
    """For a page type whose rows `related_pages` each name a `page`."""

    @cached_property
    def shown_related_pages(self) -> list[Page]:
        """Those that everybody may read, in the editor's order."""
        return public_by_key([row.page_id for row in self.related_pages.all()])  # type: ignore[attr-defined]

    @property
    def shown_related_tools(self) -> list[Page]:
        """The tools among them."""
        return [page for page in self.shown_related_pages if _is_tool(page)]

    @property
    def shown_related_stories(self) -> list[Page]:
        """What there is to read among them: all that are no tools."""
        return [page for page in self.shown_related_pages if not _is_tool(page)]


def _is_tool(page: Page) -> bool:
    return getattr(page.specific_class, "is_tool", False)


class BasePage(Page):
    """What every page has: a summary and a picture, for cards, search results and descriptions.

    Abstract: a list across types reads the read model (`livinglab.search`), never a join over page tables.
    A page's public id is its `translation_key`: the same in every language, and it survives moves and renames.
    """

    summary = models.TextField(
        _("summary"),
        max_length=300,
        blank=True,
        help_text=_("One or two sentences in plain words: what is it, and for whom? Shown on cards and in search."),
    )
    picture = models.ForeignKey(
        "core.LabImage",
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    add_label: ClassVar[str | Promise] = ""
    """The words on the button for a new page of this type on the start page of the admin; no words, no button."""
    add_order: ClassVar[int] = 100
    is_tool: ClassVar[bool] = False
    """Whether one uses it rather than reads it: pages that name it list it apart."""

    SELECT_RELATED: ClassVar[tuple[str, ...]] = ("picture",)
    """What the template shows behind foreign keys: read with the page in one query (`livinglab.pages.routing`)."""
    PREFETCH: ClassVar[tuple[str, ...]] = ()
    """What the template shows of many rows: one query each, however many there are."""

    known_public = False
    """Whether it was read with the word of the database that nothing makes it private: then nobody asks again."""

    SUBVIEWS: ClassVar[tuple[str, ...]] = ()
    """Names of other forms of this page, at addresses below its own, such as `pdf/`: `serve()` gets it as `subview`."""

    base_form_class = LabPageForm
    content_panels: ClassVar = [*Page.content_panels, FieldPanel("summary"), FieldPanel("picture")]
    content_tabs: ClassVar[tuple[tuple[str | Promise, list], ...]] = ()
    """Tabs after the first, for a form that is too long for one: a name with the panels on it."""
    promote_panels: ClassVar = [FINDABLE_PANEL]

    class Meta:
        abstract = True

    preview_modes = previews.MODES
    get_edit_handler = cached_classmethod(edit_handler)

    def clean_fields(self, exclude: Collection[str] | None = None) -> None:
        normalize_fields(self)  # before it is judged: a title of invisible characters is no title
        super().clean_fields(exclude)

    def save(self, *args: Any, **options: Any) -> None:
        parent = self.get_parent() if self._state.adding and self.depth and self.depth > 2 else None
        if parent is not None:
            # Whoever copies or imports it: a page below a list of another language would be half in each.
            self.locale_id = parent.locale_id
        super().save(*args, **options)

    save.alters_data = True  # type: ignore[attr-defined]

    def save_revision(self, *args: Any, **options: Any) -> Revision:
        normalize_fields(self)
        return super().save_revision(*args, **options)

    save_revision.alters_data = True  # type: ignore[attr-defined]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        if self.pk is not None:
            prefetch_related_objects([self], *self.PREFETCH)
        return super().get_context(request, *args, **kwargs)

    @classmethod
    def from_serializable_data(cls, data: dict, check_fks: bool = True, strict_fks: bool = False) -> "BasePage | None":
        if check_fks and not strict_fks:
            data, check_fks = without_dangling_references(cls, data), False
        return super().from_serializable_data(data, check_fks=check_fks, strict_fks=strict_fks)

    def with_content_json(self, content: dict) -> "BasePage":
        """A version of this page, without moments that have passed: with them it could not be saved any more."""
        page = super().with_content_json(content)
        page.expired = self.expired  # which is of the page, and not of a version
        for name, gone in _passed_moments(page).items():
            setattr(page, name, gone)
        return page

    def copy(self, *args: Any, update_attrs: dict[str, Any] | None = None, **options: Any) -> "BasePage":
        return super().copy(*args, update_attrs={**_passed_moments(self), **(update_attrs or {})}, **options)

    copy.alters_data = True  # type: ignore[attr-defined]

    def update_aliases(self, **options: Any) -> None:
        """Wagtail also does this when a draft is only planned, and makes the aliases live at once."""
        if self.live:
            super().update_aliases(**options)

    def get_view_restrictions(self) -> QuerySet[PageViewRestriction]:
        return PageViewRestriction.objects.none() if self.known_public else super().get_view_restrictions()

    def get_full_url(self, request: HttpRequest | None = None) -> str | None:
        """The whole address, for mail and calendars: below WAGTAILADMIN_BASE_URL, as every other that we send."""
        parts = self.get_url_parts(request)
        return absolute_url(parts[2]) if parts and parts[2] else None

    full_url = property(get_full_url)

    @property
    def language(self) -> str:
        """The language code of this page."""
        return language_of(self.locale_id)

    def get_route_paths(self) -> list[str]:
        """What Wagtail makes redirects from when the address changes: none while nobody could know it."""
        return super().get_route_paths() if self.first_published_at else []

    def search_entries(self) -> list[EntryDraft]:
        """The search entries of this page in its language. Each page type says what it holds."""
        raise NotImplementedError(f"{type(self).__name__} must say what it puts in the search index.")

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        if mode_name == previews.PAGE:
            return super().serve_preview(request, mode_name)
        return previews.draw_entry(request, self, mode_name)

    @property
    def description(self) -> str:
        """The text for search engines and shared links."""
        return self.search_description or self.summary


def _passed_moments(page: Page) -> dict[str, None]:
    """The moments of going live and expiring that are over, to be set to nothing."""
    now = timezone.now()
    moments = {"go_live_at": page.go_live_at, "expire_at": page.expire_at}
    return {name: None for name, moment in moments.items() if moment and moment <= now}
