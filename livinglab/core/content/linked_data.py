"""What pages and organisations say about themselves as linked data (schema.org), for search engines.

The app that owns a type registers how it is described: `@describe.register` on a function `(thing, address)`.
"""

from collections.abc import Sequence
from functools import singledispatch

from django.utils.translation import get_language

from livinglab.core.content.pages import BasePage
from livinglab.core.content.rights import rights_of_page
from livinglab.core.site import absolute_url


@singledispatch
def describe(thing: object, address: str) -> dict[str, object] | None:
    """`thing` as linked data, by its type; None for what search engines need no description of.

    `address` is the full URL of its page.
    """
    return None


def article(page: BasePage, address: str, *, author: str = "", about: Sequence[str] = ()) -> dict[str, object]:
    """`page` as an Article; `address` is its full URL, `author` the organisation whose story it is."""
    data: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": page.title,
        "description": page.description,
        "url": address,
        "inLanguage": get_language(),
        "isAccessibleForFree": True,
    }
    data |= _rights(page)
    if page.first_published_at:
        data["datePublished"] = page.first_published_at.isoformat()
    if page.last_published_at:
        data["dateModified"] = page.last_published_at.isoformat()
    if author:
        data["author"] = {"@type": "Organization", "name": author}
    if about:
        data["about"] = list(about)
    return data


def _rights(page: BasePage) -> dict[str, object]:
    """On what terms its text and its picture may be used, and whom to name."""
    text = rights_of_page(page)
    data: dict[str, object] = {"license": text.terms.url} if text.terms.url else {"copyrightNotice": text.terms.name}
    if text.taken_over_from:
        data["creditText"] = text.taken_over_from
    if page.picture:
        url = page.picture.file.url
        picture = {
            "contentUrl": url if "://" in url else absolute_url(url),
            "creditText": page.picture.credit,
            "license": page.picture.license_url,
        }
        data["image"] = {"@type": "ImageObject", **{name: value for name, value in picture.items() if value}}
    return data


def organization(name: str, url: str, *, description: str = "", page: str = "") -> dict[str, object]:
    """An organisation with its own website; `page` is the full URL of what is told about it here."""
    data: dict[str, object] = {"@context": "https://schema.org", "@type": "Organization", "name": name, "url": url}
    if description:
        data["description"] = description
    if page:
        data["mainEntityOfPage"] = page
    return data


def breadcrumbs(steps: Sequence[tuple[str, str]]) -> dict[str, object]:
    """Where a page stands: names with their full URLs, the home page first."""
    return {
        "@context": "https://schema.org",
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": number, "name": name, "item": address}
            for number, (name, address) in enumerate(steps, start=1)
        ],
    }
