"""Addresses of the API. None has a slash at its end: with one it is another address, where there is nothing."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import path, re_path

from livinglab.api.answers import for_programs
from livinglab.api.api import api
from livinglab.api.catalogue import catalogue
from livinglab.api.dumps import EVERYTHING, MEDIA_TYPES, dump
from livinglab.api.openapi import openapi
from livinglab.api.page import open_data
from livinglab.api.resources import RESOURCES
from livinglab.api.resources.base import API
from livinglab.core.http.problem_details import problem
from livinglab.core.site import absolute_url


def entry_point(request: HttpRequest) -> HttpResponse:
    """Where everything is."""
    names = [*(resource.name for resource in RESOURCES), "catalogus", "openapi.json", f"{EVERYTHING}.ndjson"]
    return JsonResponse({"links": {name.partition(".")[0]: absolute_url(f"{API}/{name}") for name in names}})


def nothing(request: HttpRequest) -> HttpResponse:
    """404: an address that the API does not have."""
    return problem(request, 404)


# Without ninja's own page at the root, which has a slash at its end.
_operations = [(str(operation.pattern), operation.callback) for operation in api.urls[0] if operation.callback]

urlpatterns = [
    path("api/v1", for_programs(entry_point), name="api"),
    path("api/v1/openapi.json", for_programs(openapi), name="openapi"),
    path("api/v1/catalogus", for_programs(catalogue, ("application/ld+json", "application/json")), name="catalogue"),
    path("api/v1/<slug:name>.<str:form>", for_programs(dump, MEDIA_TYPES, is_file=True), name="file"),
    *(path(f"api/v1/{route}", for_programs(view)) for route, view in _operations if route),
    re_path(r"^api(?:/.*)?$", for_programs(nothing, ("*/*",))),
]

PAGES = [path("open-data/", open_data, name="open_data")]
"""For readers: in every language of the site."""
