"""The page about open data, for people: what there is, how to get it, and on what terms."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from livinglab.api.catalogue import OpenData, file_address, sizes
from livinglab.api.dumps import EVERYTHING
from livinglab.api.models import FileSize
from livinglab.api.part_files import part_files
from livinglab.api.rate_limit import FILES_A_MINUTE
from livinglab.api.resources import RESOURCES
from livinglab.api.resources.base import API
from livinglab.core.site import absolute_url, site_name

NAMES: dict[str, str | Promise] = {
    "voorbeelden": gettext_lazy("Examples"),
    "casestudies": gettext_lazy("Case studies"),
    "criteria": gettext_lazy("Clauses"),
    "bijeenkomsten": gettext_lazy("Meetings"),
    "instrumenten": gettext_lazy("Tools"),
    "nieuws": gettext_lazy("News"),
    "organisaties": gettext_lazy("Organisations"),
    "themas": gettext_lazy("Themes"),
    "categorieen": gettext_lazy("Categories"),
    "trefwoorden": gettext_lazy("Topics"),
    EVERYTHING: gettext_lazy("Everything"),
}
PARTS: dict[str, str | Promise] = {
    "criteria": gettext_lazy("Clauses"),
    "beloften": gettext_lazy("Promises"),
    "opvolging": gettext_lazy("Follow-up moments"),
    "ambities": gettext_lazy("Ambitions"),
    "ook_gedaan_door": gettext_lazy("Also done by"),
    "documenten": gettext_lazy("Documents"),
    "programma": gettext_lazy("Programme"),
    "afspraken": gettext_lazy("Agreed actions"),
}
"""Field of a detail → what its table is called."""


@dataclass(frozen=True)
class Command:
    """A line for a terminal, with what it does."""

    id: str
    what: str
    line: str


@dataclass(frozen=True)
class File:
    """A file to fetch; `bytes` is its size when it was last measured."""

    label: str | Promise
    url: str
    bytes: int | None


@dataclass(frozen=True)
class Row:
    """One resource, or everything."""

    name: str
    label: str | Promise
    number: int | None
    changed: object
    files: list[File]


@require_safe
def open_data(request: HttpRequest) -> HttpResponse:
    """Two queries, however much there is."""
    context = {
        "rows": _rows(),
        "commands": _commands(),
        "licence": settings.CONTENT_LICENCE,
        "licence_name": settings.CONTENT_LICENCE_NAME,
        "requests": settings.API_REQUESTS_A_MINUTE,
        "files": FILES_A_MINUTE,
        "api": absolute_url(API),
        "openapi": absolute_url(f"{API}/openapi.json"),
        "catalogue": absolute_url(f"{API}/catalogus"),
        "described": OpenData(site_name(request)),
        "meta_title": _("Open data"),
        "meta_description": _("Everything on this site to take over: files, an API and the terms."),
    }
    return render(request, "pages/open_data.html", context)


def _rows() -> list[Row]:
    known = sizes(settings.LANGUAGE_CODE)
    measured = {(size.name, size.form): size for size in FileSize.objects.all()}
    rows = []
    for name in (*(resource.name for resource in RESOURCES), EVERYTHING):
        number, changed = known.get(name, (None, None))
        parts = [part for part in part_files() if part.resource.name == name]
        told = [
            *((form.upper(), name, form) for form in ("csv", "ndjson")),
            *((f"CSV: {PARTS[part.field]}", part.name, "csv") for part in parts),
        ]
        files = [
            File(label, file_address(file, form), size.bytes if (size := measured.get((file, form))) else None)
            for label, file, form in told
        ]
        rows.append(Row(name, NAMES[name], number, changed, files))
    return rows


def _commands() -> list[Command]:
    def curl(path: str, *options: str) -> str:
        return " ".join(["curl", *options, f"'{absolute_url(API)}{path}'"])

    language = "" if get_language() == settings.LANGUAGE_CODE else "&taal=en"
    return [
        Command("curl-search", _("Search in the examples"), curl(f"/voorbeelden?q=asfalt{language}")),
        Command(
            "curl-theme", _("Case studies of one theme, ten at a time"), curl("/casestudies?thema=circulair&limiet=10")
        ),
        Command("curl-meetings", _("The meetings that are still to come"), curl("/bijeenkomsten?periode=coming")),
        Command("curl-file", _("All clauses as a table"), curl("/criteria.csv", "--compressed", "--remote-name")),
        Command(
            "curl-again",
            _("Fetch it again only if something changed"),
            curl("/voorbeelden.ndjson", "--etag-save etag.txt", "--etag-compare etag.txt", "--remote-name"),
        ),
    ]
