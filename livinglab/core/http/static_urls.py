"""Static files: addresses made once a process, and for a developer's machine a quick compression."""

from typing import Any

import brotli
from django.conf import settings
from whitenoise.compress import Compressor
from whitenoise.storage import CompressedManifestStaticFilesStorage


class SiteStaticFilesStorage(CompressedManifestStaticFilesStorage):
    """As WhiteNoise serves them; a page names some twenty, and to make their addresses anew was a twentieth of it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self._addresses: dict[tuple[str, bool], str] = {}
        super().__init__(*args, **kwargs)

    def url(self, name: str, force: bool = False) -> str:
        if settings.DEBUG and not force:
            return super().url(name, force)
        key = (name, force)
        if key not in self._addresses:
            self._addresses[key] = super().url(name, force)
        return self._addresses[key]

    def save_manifest(self) -> None:
        self._addresses.clear()
        super().save_manifest()


class QuickCompressor(Compressor):
    """Brotli only, and not as small as it gets: all files take a fraction of a second instead of ten."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{**options, "use_gzip": False})

    @staticmethod
    def compress_brotli(data: bytes) -> bytes:
        return brotli.compress(data, quality=5)


class QuicklyCompressedStorage(SiteStaticFilesStorage):
    """For a developer's machine. In production a build has the time, and visitors have slow lines."""

    def create_compressor(self, **options: Any) -> Compressor:
        return QuickCompressor(**options)
