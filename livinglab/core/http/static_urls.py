"""Addresses of static files, each made once a process."""

from typing import Any

from django.conf import settings
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
