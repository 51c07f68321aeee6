"""Compresses the pages of readers: lists are ten times smaller, which is what a phone on a train feels.

Only answers that are the same for everybody. Where an answer depends on a cookie it may hold a secret, and the length
of a compressed answer could tell something about it (the BREACH attack); such answers go out as they are.
"""

import gzip
from collections.abc import Callable

import brotli
from django.http import HttpRequest, HttpResponse
from django.utils.cache import has_vary_header, patch_vary_headers

SMALLEST = 1024
"""Bytes from which it is worth it."""
TYPES = ("text/", "application/json", "application/xml", "application/atom+xml", "application/problem+json")
# Quick ones: a page of 60 KB takes a millisecond or two.
CODINGS: dict[str, Callable[[bytes], bytes]] = {
    "br": lambda content: brotli.compress(content, mode=brotli.MODE_TEXT, quality=5),
    "gzip": lambda content: gzip.compress(content, compresslevel=6, mtime=0),
}


class CompressionMiddleware:
    """Has to stand above everything that may make an answer depend on a cookie."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if not may_be_compressed(response):
            return response
        patch_vary_headers(response, ["Accept-Encoding"])
        coding = best_coding(request.headers.get("Accept-Encoding", ""))
        if coding:
            response.content = CODINGS[coding](response.content)
            response.headers["Content-Encoding"] = coding
            response.headers["Content-Length"] = str(len(response.content))
            entity_tag = response.headers.get("ETag", "")
            if entity_tag.startswith('"'):
                # The bytes differ by coding now; what they say does not.
                response.headers["ETag"] = f"W/{entity_tag}"
        return response


def may_be_compressed(response: HttpResponse) -> bool:
    """Whether an answer is text, worth it, and the same for every visitor."""
    return (
        not response.streaming
        and len(response.content) >= SMALLEST
        and not response.has_header("Content-Encoding")
        and response.headers.get("Content-Type", "").startswith(TYPES)
        and not response.cookies
        and not has_vary_header(response, "Cookie")
    )


def best_coding(accepted: str) -> str | None:
    """The smallest coding that a visitor's `Accept-Encoding` allows; None for none of ours."""
    allowed = set()
    for part in accepted.lower().split(","):
        name, _, quality = part.replace(" ", "").partition(";q=")
        refused = bool(quality) and not quality.strip("0.")
        if name and not refused:
            allowed.add(name)
    return next((coding for coding in CODINGS if coding in allowed), None)
