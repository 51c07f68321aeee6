"""Links in rich text to pages of the site."""

from django.db.models import Q
from django.utils.html import escape
from django.utils.translation import get_language
from wagtail.models import Page
from wagtail.rich_text.pages import PageLinkHandler

from livinglab.core.content.successions import successors_of
from livinglab.core.content.visibility import public


class PublicPageLinkHandler(PageLinkHandler):
    """A link leads to the page in the language of the reader. To a page that is not public it is plain text."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict]) -> list[str]:
        return [f'<a href="{escape(page.url)}">' if page else "<a>" for page in cls.get_many(attrs_list)]

    @classmethod
    def get_many(cls, attrs_list: list[dict]) -> list[Page | None]:
        """The public page of each link, its translation, or what took its place: one query, two where one is gone."""
        keys = [_key(attrs.get("id", "")) for attrs in attrs_list]
        linked = Page.objects.filter(Q(pk__in=keys) | Q(predecessions__page__in=keys))
        pages = public(Page.objects.filter(translation_key__in=linked.values("translation_key")))
        found = list(pages.select_related("locale").defer_streamfields())
        by_key = {page.pk: page for page in found}
        translated = {page.translation_key: page for page in found if page.locale.language_code == get_language()}
        successors = successors_of(key for key in keys if key and key not in by_key)
        asked = [by_key.get(key) or by_key.get(successors.get(key, 0)) for key in keys]
        return [page and translated.get(page.translation_key, page) for page in asked]


def _key(text: str) -> int:
    """The primary key that an attribute names; 0, which no page has, for anything else."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else 0
