"""System checks that keep every page type findable."""

from django.core.checks import CheckMessage, Error, register
from wagtail.models import Page, get_page_models

from livinglab.core.content.pages import BasePage


@register()
def every_page_type_is_indexed(app_configs: object, **kwargs: object) -> list[CheckMessage]:
    """Each page type says what it puts in the index; an empty list is an answer, silence is not."""
    return [
        Error(
            f"{page_type.__name__} does not say what it puts in the search index.",
            hint="Extend BasePage and implement search_entries().",
            obj=page_type,
            id="search.E001",
        )
        for page_type in get_page_models()
        if page_type is not Page
        and getattr(page_type, "search_entries", BasePage.search_entries) is BasePage.search_entries
    ]
