"""A system check of the setting."""

from django.conf import settings
from django.core.checks import CheckMessage, Error, register

from livinglab.search.engines.elasticsearch.address import Address


@register()
def search_url_is_an_address(**kwargs: object) -> list[CheckMessage]:
    """Said before anything starts; the value itself may hold a password."""
    try:
        if settings.SEARCH_URL:
            Address.read(settings.SEARCH_URL)
    except ValueError as error:
        return [Error(str(error), id="search.E002")]
    return []
