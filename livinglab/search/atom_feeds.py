"""Every list can be followed: the same search as an Atom feed (RFC 4287), what was published last first.

Persons are in no feed: readers of feeds keep copies, and consent can be taken back.
"""

import datetime as dt
import hashlib
from dataclasses import replace
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.feedgenerator import Atom1Feed, get_tag_uri
from django.utils.http import http_date
from django.utils.text import capfirst

from livinglab.core.site import site_name
from livinglab.core.text import normalize_line
from livinglab.search import facets
from livinglab.search.contract import PUBLISHED, Choice, Hit, Kind, SearchRequest
from livinglab.search.facet_labels import label_of
from livinglab.search.query_string import ATOM, FORMAT, Choices, ListUrls
from livinglab.search.request_parsing import read_request
from livinglab.search.results import in_language_with_pages, search
from livinglab.search.sources import KINDS

SIZE = 30
"""Entries in a feed."""
FRESH = 900
"""Seconds that a feed may be kept without asking again."""
SINCE = dt.date(2026, 1, 1)
"""Part of every entry's id, which has to stay the same for ever."""
LONG_AGO = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
"""When a feed changed that never had an entry."""
FOLLOWED = tuple(kind.value for kind in Kind if kind != Kind.PERSON)


def is_asked(http_request: HttpRequest) -> bool:
    """Whether this request is for the feed of a list instead of its page."""
    return http_request.GET.get(FORMAT) == ATOM


def answer(
    http_request: HttpRequest,
    *,
    title: str,
    about: str = "",
    kinds: tuple[str, ...] = (),
    presets: Choice | None = None,
    language: str = "",
) -> HttpResponse:
    """The feed of the list with these presets and what the visitor chose; 304 when the reader has it already."""
    if set(kinds) == {Kind.PERSON}:
        raise Http404
    request, choices = read_request(http_request, kinds=kinds or FOLLOWED, presets=presets, language=language)
    asked = replace(request, sort=PUBLISHED, page=1, page_size=SIZE)
    (question,) = in_language_with_pages([asked])
    hits = [hit for hit in search(question, choices.vocabulary).hits if hit.entry.published_at and hit.url]
    urls = ListUrls(http_request.path, choices)
    feed = _Feed(
        title=normalize_line(": ".join([site_name(http_request), _name(title, choices)])),
        link=_absolute(urls.here()),
        description="",
        subtitle=normalize_line(about) or None,
        language=request.language,
        author_name=site_name(http_request),
        feed_url=_absolute(urls.feed()),
        feed_guid=_absolute(urls.feed()),
    )
    for hit in hits:
        _add(feed, hit, request)
    return _respond(http_request, feed)


def _name(title: str, choices: Choices) -> str:
    """The list's name with what was chosen in it."""
    chosen = [
        str(label_of(facet, value, choices.vocabulary))
        for facet in facets.all_facets()
        for value in sorted(choices.selections.get(facet.code, ()), key=str)
    ]
    return " · ".join(dict.fromkeys(capfirst(part) for part in [title, choices.text, *chosen] if part))


def _add(feed: "_Feed", hit: Hit, request: SearchRequest) -> None:
    entry = hit.entry
    link = _absolute(hit.url)
    source = next(f"{kind}-{pk}" for kind in KINDS if (pk := getattr(entry, f"{kind}_id")))
    feed.add_item(
        title=normalize_line(entry.title),
        link=link,
        description=normalize_line(entry.highlight or entry.summary),
        unique_id=get_tag_uri(f"{settings.WAGTAILADMIN_BASE_URL}/{source}/{entry.part}#{entry.language}", SINCE),
        pubdate=entry.published_at,
        updateddate=entry.updated_at or entry.published_at,
        categories=[capfirst(str(hit.kind_label)), *(normalize_line(theme.name) for theme in hit.themes)],
        language=entry.language if entry.language != request.language else "",
    )


def _absolute(path: str) -> str:
    return path if "://" in path else f"{settings.WAGTAILADMIN_BASE_URL}{path}"


class _Feed(Atom1Feed):
    """Django's feed, with the same time of change for the same content, and the language of each entry."""

    def latest_post_date(self) -> dt.datetime:
        return max((item["updateddate"] for item in self.items), default=LONG_AGO)

    def item_attributes(self, item: dict[str, Any]) -> dict[str, str]:
        return {"xml:lang": item["language"]} if item["language"] else {}


def _respond(http_request: HttpRequest, feed: _Feed) -> HttpResponse:
    content = feed.writeString("utf-8").encode()
    changed = feed.latest_post_date()
    response = HttpResponse(content, content_type="application/atom+xml; charset=utf-8")
    response["ETag"] = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    response["Last-Modified"] = http_date(changed.timestamp())
    patch_cache_control(response, public=True, max_age=FRESH)
    moment = int(changed.timestamp())
    return get_conditional_response(http_request, response["ETag"], moment, response) or response
