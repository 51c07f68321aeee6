"""PDFs of pages, where the extra `pdf` and Pango are installed; elsewhere the style for printing serves.

A PDF is kept by what it is made from, its HTML: whatever changes on a page, also outside its own versions, makes
another one, and nothing that was taken away stays in it.
"""

import ctypes
import hashlib
import importlib.util
import json
import logging
import os
import subprocess
import sys
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.core.cache import cache

from livinglab.core.site import absolute_url

logger = logging.getLogger(__name__)

TIMEOUT = 30
"""Seconds that one PDF may take."""
AT_ONCE = 2
"""PDFs that are made at the same time: by all web processes that share a cache, or else by each."""
RETRY_AFTER = 10
"""Seconds after which who found all of them busy may ask again."""
KEPT = 24 * 3600
"""Seconds that a PDF is kept."""


class PdfUnavailableError(Exception):
    """No PDF now: others are being made, or this one failed."""


@lru_cache
def is_available() -> bool:
    """Whether this machine can make PDFs."""
    if importlib.util.find_spec("weasyprint") is None:
        return False
    try:
        ctypes.CDLL("libpango-1.0.so.0")
    except OSError:
        return False
    return True


def digest_of(html: str) -> str:
    """A name for what a PDF is made from."""
    return hashlib.sha256(html.encode()).hexdigest()


def pdf_of(html: str) -> bytes:
    """The PDF of a whole HTML document. Raises PdfUnavailableError."""
    key = f"pdf:{digest_of(html)}"
    kept: bytes | None = cache.get(key)
    if kept is not None:
        return kept
    slot = next((name for name in _slots() if cache.add(name, True, TIMEOUT + 5)), None)
    if slot is None:
        raise PdfUnavailableError("All are busy.")
    try:
        made = _render(html)
    finally:
        cache.delete(slot)
    cache.set(key, made, KEPT)
    return made


def _slots() -> list[str]:
    return [f"pdf-slot:{number}" for number in range(AT_ONCE)]


def _render(html: str) -> bytes:
    job = {"html": html, "base_url": absolute_url("/"), "roots": _roots()}
    try:
        done = subprocess.run(  # noqa: S603 - our own module
            [sys.executable, "-m", "livinglab.core.media.pdf_process"],
            input=json.dumps(job).encode(),
            capture_output=True,
            timeout=TIMEOUT,
            cwd=settings.BASE_DIR,
            # Of the environment, with its secrets, nothing but what finding programs and fonts takes.
            env={name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ},
            check=True,
        )
    except (OSError, subprocess.SubprocessError) as error:
        said = getattr(error, "stderr", None) or b""
        logger.exception("pdf_failed: %s", said[-2000:].decode(errors="replace"))
        raise PdfUnavailableError("It failed.") from error
    return done.stdout


def _roots() -> list[tuple[str, str]]:
    """Where the site's own files lie: address and directory. Documents may be private and belong in no PDF."""
    static, media = absolute_url(settings.STATIC_URL), absolute_url(settings.MEDIA_URL)
    pictures = ("images/", "original_images/")
    return [
        # What was collected may be older than its source; names with a hash are there alone.
        *((static, str(directory)) for directory in (*settings.STATICFILES_DIRS, settings.STATIC_ROOT)),
        *((media + name, str(Path(settings.MEDIA_ROOT) / name)) for name in pictures),
    ]
