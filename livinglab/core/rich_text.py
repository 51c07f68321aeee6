"""Links in rich text to pages of the site."""

from django.utils.html import escape
from django.utils.translation import get_language
from wagtail.models import Page
from wagtail.rich_text.pages import PageLinkHandler

from livinglab.core.visibility import public


class PublicPageLinkHandler(PageLinkHandler):
    """A link leads to the page in the language of the reader. To a page that is not public it is plain text."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict]) -> list[str]:
        return [f'<a href="{escape(page.url)}">' if page else "<a>" for page in cls.get_many(attrs_list)]

    @classmethod
    def get_many(cls, attrs_list: list[dict]) -> list[Page | None]:
        """The public page of each link, or its translation: one query."""
        linked = Page.objects.filter(pk__in=[attrs["id"] for attrs in attrs_list if attrs.get("id", "").isdigit()])
        pages = public(Page.objects.filter(translation_key__in=linked.values("translation_key")))
        found = list(pages.select_related("locale").defer_streamfields())
        by_key = {str(page.pk): page for page in found}
        translated = {page.translation_key: page for page in found if page.locale.language_code == get_language()}
        asked = [by_key.get(attrs.get("id", "")) for attrs in attrs_list]
        return [page and translated.get(page.translation_key, page) for page in asked]
