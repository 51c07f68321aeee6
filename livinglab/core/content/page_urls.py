"""Addresses of pages that are not loaded: a Wagtail page costs as much to make as ten of its addresses."""

from django.urls import reverse
from django.utils import translation
from wagtail.models import Site


class PageUrls:
    """Addresses from paths in the tree; Wagtail keeps the paths of sites in its cache. Make one for each request."""

    def __init__(self) -> None:
        self._roots = Site.get_site_root_paths()
        self._prefixes: dict[str, str] = {}

    def at(self, url_path: str, language: str) -> str:
        """Root-relative; empty for a page outside every site."""
        for root in self._roots:
            if url_path.startswith(root.root_path) and root.language_code in (language, None):
                return self._prefix(language) + url_path[len(root.root_path) :]
        return ""

    def _prefix(self, language: str) -> str:
        """The address of the home page; resolved once a language, since it costs more than the rest of an address."""
        if language not in self._prefixes:
            with translation.override(language):
                self._prefixes[language] = reverse("wagtail_serve", args=[""])
        return self._prefixes[language]
