"""The process that turns HTML into a PDF: `python -m livinglab.core.media.pdf_process`.

It knows no Django and no database. It reads one JSON object from its standard input (`livinglab.core.media.pdf` writes
it) and writes the PDF to its standard output. A process of its own, so that a page that would take minutes or gigabytes
ends with it and not with the site.
"""

import json
import mimetypes
import resource
import sys
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from weasyprint import HTML
from weasyprint.urls import URLFetcher, URLFetcherResponse

CPU_SECONDS = 25
MEMORY = 2 * 1024**3
"""Bytes of address space."""


class RefusedError(ValueError):
    """Something else than a file of the site was asked for."""


class LocalFetcher(URLFetcher):
    """Gives the site's own style sheets, fonts and pictures from disk, and nothing else: it opens no connection.

    `roots` are pairs: the full address that files lie below, and the directory that they are in.
    """

    def __init__(self, roots: list[tuple[str, str]]) -> None:
        super().__init__(allowed_protocols=(), allow_redirects=False)
        self.roots = [(address, Path(directory).resolve()) for address, directory in roots]

    def fetch(self, url: str, headers: Any = None) -> URLFetcherResponse:
        """The file at `url`. Raises RefusedError for anything that is not below a root."""
        wanted = urlsplit(url)._replace(query="", fragment="").geturl()
        for address, directory in self.roots:
            if wanted.startswith(address):
                path = (directory / unquote(wanted.removeprefix(address))).resolve()
                if path.is_relative_to(directory) and path.is_file():
                    kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
                    return URLFetcherResponse(url, path.read_bytes(), {"Content-Type": kind})
        raise RefusedError(f"Not a file of the site: {url}")


def render(html: str, base_url: str, roots: list[tuple[str, str]]) -> bytes:
    """A tagged PDF (PDF/UA-1) of a whole HTML document; its title and language are those of the document."""
    document = HTML(string=html, base_url=base_url, url_fetcher=LocalFetcher(roots))
    return document.write_pdf(pdf_variant="pdf/ua-1", pdf_tags=True)


def main() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    job = json.load(sys.stdin)
    sys.stdout.buffer.write(render(job["html"], job["base_url"], [tuple(root) for root in job["roots"]]))


if __name__ == "__main__":
    main()
