"""The description of the API: OpenAPI 3.1, in Dutch."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import translation
from pydantic.json_schema import models_json_schema

from livinglab.api.api import api
from livinglab.api.dumps import EVERYTHING, FORMS
from livinglab.api.parameters import query_parameters
from livinglab.api.part_files import parts_of
from livinglab.api.resources import RESOURCES
from livinglab.api.resources.base import API
from livinglab.api.schemas import Fout, Probleem
from livinglab.core.site import absolute_url

_PROBLEM = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Probleem"}}}
_ALSO = {
    "304": {"description": "Niet veranderd sinds je het ophaalde (If-None-Match of If-Modified-Since)."},
    "400": {"description": "Er klopt iets niet aan de vraag; alle fouten samen.", "content": _PROBLEM},
    "404": {"description": "Dit is er niet, of niet meer.", "content": _PROBLEM},
    "406": {"description": "Deze vorm is er niet.", "content": _PROBLEM},
    "414": {"description": "Het adres is te lang; vraag minder tegelijk.", "content": _PROBLEM},
    "429": {
        "description": "Te veel vragen in één minuut. Wacht zo lang als Retry-After zegt.",
        "headers": {"Retry-After": {"description": "Seconden.", "schema": {"type": "integer"}}},
        "content": _PROBLEM,
    },
}
_HEADERS = {
    "API-Version": {"description": "De versie van deze API.", "schema": {"type": "string"}},
    "ETag": {"description": "Voor If-None-Match: wat niet veranderd is kost niets.", "schema": {"type": "string"}},
    "RateLimit": {"description": "Wat er deze minuut nog over is.", "schema": {"type": "string"}},
}
_DESCRIPTION = """
De openbare gegevens van dit lab, om te lezen en over te nemen. Je hebt geen sleutel of account nodig.

- **Zoeken en kiezen** werkt als op de site: `q` zoekt, en de andere parameters verkleinen de lijst.
- **Bladeren**: volg `links.volgende` tot die leeg is. Alles komt één keer, ook als er intussen iets verandert.
- **Bijhouden**: stuur de `ETag` van de vorige keer mee als `If-None-Match`. Het antwoord 304 telt niet mee.
- **Fouten** komen als `application/problem+json` (RFC 9457), in de taal van `Accept-Language`, alle fouten samen.
- **Personen** staan hier niet: wie te bellen is staat op de pagina van een gegeven, zolang diegene dat wil.
"""


@cache
def document() -> dict[str, Any]:
    """The whole description; it changes with a release only."""
    with translation.override("nl"):
        told = dict(api.get_openapi_schema(path_prefix=""))
    told["info"] = {
        "title": f"{settings.WAGTAIL_SITE_NAME}: open data",
        "version": told["info"]["version"],
        "description": _DESCRIPTION.strip(),
        "contact": {"name": settings.WAGTAIL_SITE_NAME, "url": absolute_url("/")},
        "license": {"name": settings.CONTENT_LICENCE_NAME, "url": settings.CONTENT_LICENCE},
    }
    for resource in RESOURCES:
        told["paths"][f"/{resource.name}.{{vorm}}"] = {
            "get": _file(resource.name, f"Alle {resource.name} in één bestand")
        }
        for part in parts_of(resource):
            told["paths"][f"/{part.name}.{{vorm}}"] = {
                "get": _file(part.name, part.label, resource.name, forms=["csv"])
            }
    told["paths"][f"/{EVERYTHING}.{{vorm}}"] = {"get": _file(EVERYTHING, "Alles in één bestand")}
    told["servers"] = [{"url": absolute_url(API)}]
    _refs, schemas = models_json_schema(
        [(Probleem, "serialization"), (Fout, "serialization")], ref_template="#/components/schemas/{model}"
    )
    told["components"]["schemas"].update(schemas["$defs"])
    for path in told["paths"].values():
        for operation in path.values():
            operation["responses"] = {str(status): told for status, told in operation["responses"].items()}
            operation["responses"]["200"].update(description="Gelukt.", headers=_HEADERS)
            operation["responses"].update(_ALSO)
    return told


def _file(name: str, summary: str, tag: str = "", forms: Sequence[str] = tuple(FORMS)) -> dict[str, Any]:
    """The operation of a file with all of something; `tag` where that is not its name."""
    return {
        "operationId": f"{name}Bestand",
        "summary": summary,
        "description": (
            "Het bestand wordt gemaakt terwijl het verstuurd wordt, en is dus altijd bij. CSV is volgens RFC 4180, in "
            "UTF-8; een cel die een formule zou zijn begint met een apostrof. Wat een gegeven meer keer heeft, zoals "
            "criteria, staat in een eigen tabel; daar zegt de eerste kolom bij welk gegeven een rij hoort. NDJSON "
            "heeft op elke regel één gegeven."
        ),
        "tags": [tag or name],
        "parameters": [
            {
                "in": "path",
                "name": "vorm",
                "required": True,
                "description": "De vorm; met `.gz` ingepakt.",
                "schema": {"type": "string", "enum": [*forms, *(f"{form}.gz" for form in forms)]},
            },
            *(one for one in query_parameters((), ()) if one["name"] == "taal"),
        ],
        "responses": {
            "200": {
                "content": {
                    media_type: {"schema": {"type": "string"}}
                    for media_type in (*(FORMS[form].partition(";")[0] for form in forms), "application/gzip")
                }
            }
        },
    }


def openapi(request: HttpRequest) -> HttpResponse:
    """`/api/v1/openapi.json`."""
    return JsonResponse(document(), json_dumps_params={"ensure_ascii": False})
