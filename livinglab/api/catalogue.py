"""What data there is, told to catalogues: DCAT-AP-NL 3.0 as JSON-LD, so that data.overheid.nl can harvest it."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.db.models import Count, Max
from django.http import HttpRequest, HttpResponse, JsonResponse

from livinglab.api.part_files import parts_of
from livinglab.api.resources import RESOURCES
from livinglab.api.resources.base import API, EntryResource, Resource
from livinglab.core.content.linked_data import describe
from livinglab.core.site import absolute_url, site_name
from livinglab.search.models import SearchEntry

_EU = "http://publications.europa.eu/resource/authority"
_CONTEXT = {
    "adms": "http://www.w3.org/ns/adms#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
FILES = {
    "ndjson": ("NDJSON", "application/x-ndjson", "JSON"),
    "csv": ("CSV", "text/csv", "CSV"),
}
"""Form → its name, its media type, and the type of file as the EU names it."""


def sizes(language: str) -> dict[str, tuple[int, dt.datetime | None]]:
    """Resource of entries → how many there are, and when something in it changed last. One query."""
    rows = SearchEntry.objects.filter(language=language, harvested=None).order_by().values_list("kind")
    found = {kind: (number, moment) for kind, number, moment in rows.annotate(Count("pk"), Max("updated_at"))}
    return {one.name: found.get(one.kind, (0, None)) for one in RESOURCES if isinstance(one, EntryResource)}


def file_address(name: str, form: str) -> str:
    """The address of a file with all of a resource."""
    return absolute_url(f"{API}/{name}.{form}")


def catalogue(request: HttpRequest) -> HttpResponse:
    """`/api/v1/catalogus`."""
    name = site_name(request)
    home = absolute_url("/")
    publisher = {"@id": home, "@type": "foaf:Agent", "foaf:name": _dutch(settings.LIVINGLAB_REGION or name)}
    contact = {"@type": "vcard:Kind", "vcard:fn": name, "vcard:hasURL": {"@id": home}}
    service = _service(name, publisher, contact)
    changed = sizes(settings.LANGUAGE_CODE)
    told = {
        "@context": _CONTEXT,
        "@id": absolute_url(f"{API}/catalogus"),
        "@type": "dcat:Catalog",
        "dct:title": _dutch(f"Open data van {name}"),
        "dct:description": _dutch("De openbare gegevens van een lab voor maatschappelijk verantwoord inkopen."),
        "dct:publisher": publisher,
        "dcat:contactPoint": contact,
        "dct:language": {"@id": f"{_EU}/language/NLD"},
        "dct:license": {"@id": settings.CONTENT_LICENCE},
        "foaf:homepage": {"@id": home},
        "dcat:service": service,
        "dcat:dataset": [
            _dataset(resource, name, publisher, contact, changed.get(resource.name, (0, None))[1])
            for resource in RESOURCES
        ],
    }
    return JsonResponse(told, content_type="application/ld+json", json_dumps_params={"ensure_ascii": False})


def _dutch(text: str) -> dict[str, str]:
    return {"@language": "nl", "@value": text}


def _service(name: str, publisher: Mapping[str, Any], contact: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "@id": absolute_url(f"{API}#dienst"),
        "@type": "dcat:DataService",
        "dct:identifier": absolute_url(f"{API}#dienst"),
        "dct:title": _dutch(f"API van {name}"),
        "dcat:endpointURL": {"@id": absolute_url(API)},
        "dcat:endpointDescription": {"@id": absolute_url(f"{API}/openapi.json")},
        "dct:publisher": {"@id": publisher["@id"]},
        "dcat:contactPoint": contact,
        "dct:license": {"@id": settings.CONTENT_LICENCE},
        "dct:accessRights": {"@id": f"{_EU}/access-right/PUBLIC"},
        "dcat:theme": {"@id": f"{_EU}/data-theme/GOVE"},
    }


def _dataset(
    resource: Resource,
    name: str,
    publisher: Mapping[str, Any],
    contact: Mapping[str, Any],
    changed: dt.datetime | None,
) -> dict[str, Any]:
    address = absolute_url(f"{API}/{resource.name}")
    told = {
        "@id": address,
        "@type": "dcat:Dataset",
        "dct:identifier": address,
        "dct:title": _dutch(f"{resource.name.capitalize()} van {name}"),
        "dct:description": _dutch(resource.description),
        "dct:publisher": {"@id": publisher["@id"]},
        "dct:creator": {"@id": publisher["@id"]},
        "dcat:contactPoint": contact,
        "dct:accessRights": {"@id": f"{_EU}/access-right/PUBLIC"},
        "dct:accrualPeriodicity": {"@id": f"{_EU}/frequency/CONT"},
        "dct:language": {"@id": f"{_EU}/language/NLD"},
        "dcat:theme": {"@id": f"{_EU}/data-theme/GOVE"},
        "dcat:keyword": [_dutch(word) for word in ("maatschappelijk verantwoord inkopen", resource.name)],
        "dcat:landingPage": {"@id": absolute_url("/open-data/")},
        "dcat:distribution": [
            *(_distribution(resource.name, f"Alle {resource.name} als {FILES[form][0]}", form) for form in FILES),
            *(_distribution(part.name, f"{part.label} als CSV", "csv") for part in parts_of(resource)),
        ],
    }
    if changed:
        told["dct:modified"] = {"@type": "xsd:dateTime", "@value": f"{changed.astimezone(dt.UTC):%Y-%m-%dT%H:%M:%SZ}"}
    return told


def _distribution(name: str, title: str, form: str) -> dict[str, Any]:
    address = file_address(name, form)
    _label, media_type, eu = FILES[form]
    return {
        "@id": address,
        "@type": "dcat:Distribution",
        "dct:title": _dutch(title),
        "dcat:accessURL": {"@id": address},
        "dcat:downloadURL": {"@id": address},
        "dcat:accessService": {"@id": absolute_url(f"{API}#dienst")},
        "dcat:mediaType": {"@id": f"https://www.iana.org/assignments/media-types/{media_type}"},
        "dct:format": {"@id": f"{_EU}/file-type/{eu}"},
        "dct:license": {"@id": settings.CONTENT_LICENCE},
        "dct:rights": _dutch("Wat van een ander is noemt zijn eigen open licentie, in het veld licentie."),
    }


class OpenData:
    """All that is open, as a page describes it to search engines."""

    def __init__(self, name: str) -> None:
        self.name = name


@describe.register
def describe_open_data(told: OpenData, address: str) -> dict[str, object]:
    """As schema.org's DataCatalog with a Dataset for each resource."""
    return {
        "@context": "https://schema.org",
        "@type": "DataCatalog",
        "name": f"Open data van {told.name}",
        "url": address,
        "license": settings.CONTENT_LICENCE,
        "dataset": [
            {
                "@type": "Dataset",
                "name": f"{resource.name.capitalize()} van {told.name}",
                "description": resource.description,
                "url": absolute_url(f"{API}/{resource.name}"),
                "license": settings.CONTENT_LICENCE,
                "isAccessibleForFree": True,
                "creator": {"@type": "Organization", "name": settings.LIVINGLAB_REGION or told.name},
                "distribution": [
                    {
                        "@type": "DataDownload",
                        "encodingFormat": media_type,
                        "contentUrl": file_address(resource.name, form),
                    }
                    for form, (_label, media_type, _eu) in FILES.items()
                ],
            }
            for resource in RESOURCES
        ],
    }
