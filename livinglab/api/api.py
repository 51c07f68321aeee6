"""The operations: for each resource a list and a detail, told to django-ninja, which makes the OpenAPI of them."""

import uuid
from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import translation
from django.utils.http import urlencode
from ninja import NinjaAPI, Path
from ninja.errors import ValidationError
from pydantic import BaseModel, create_model

from livinglab.api.answers import as_json
from livinglab.api.parameters import InvalidRequestError, Question, query_parameters, read_language, read_question
from livinglab.api.resources import RESOURCES
from livinglab.api.resources.base import API, Part, Resource
from livinglab.api.schemas import Lijst, LijstLinks
from livinglab.core.http.problem_details import API_VERSION, problem
from livinglab.core.site import absolute_url

api = NinjaAPI(title="Living Lab", version=API_VERSION, urls_namespace="api", openapi_url=None, docs_url=None)


@api.exception_handler(InvalidRequestError)
def invalid_request(request: HttpRequest, error: InvalidRequestError) -> HttpResponse:
    """400, with all that is wrong."""
    return problem(request, 400, faults=error.faults)


@api.exception_handler(Http404)
@api.exception_handler(ValidationError)
def not_found(request: HttpRequest, error: Exception) -> HttpResponse:
    """404. What ninja itself validates is the path."""
    return problem(request, 404)


@api.exception_handler(Exception)
def failed(request: HttpRequest, error: Exception) -> HttpResponse:
    """Django tells us of it, and answers 500."""
    raise error


def _add(resource: Resource) -> None:
    listed = create_model(f"{resource.Item.__name__}Lijst", __base__=Lijst, items=(list[resource.Item], ...))  # type: ignore[name-defined]
    api.get(
        f"/{resource.name}",
        response=listed,
        by_alias=True,
        operation_id=f"{resource.name}Lijst",
        summary=f"Alle {resource.name}, doorzoekbaar",
        description=resource.description,
        tags=[resource.name],
        openapi_extra={"parameters": query_parameters(resource.facets, resource.sorts)},
    )(_list(resource, listed))
    parameter = "id" if resource.key_is_uuid else "code"
    api.get(
        f"/{resource.name}/{{{parameter}}}",
        response=resource.Detail,
        by_alias=True,
        operation_id=f"{resource.name}Detail",
        summary=f"{resource.singular.capitalize()}, voluit",
        tags=[resource.name],
        openapi_extra={"parameters": [one for one in query_parameters((), ()) if one["name"] == "taal"]},
    )(_detail_by_id(resource) if resource.key_is_uuid else _detail_by_code(resource))


def _list(resource: Resource, listed: type[BaseModel]) -> Callable[..., HttpResponse]:
    def answer(request: HttpRequest) -> HttpResponse:
        question = read_question(request.GET, facet_codes=resource.facets, sorts=resource.sorts, path=resource.name)
        with translation.override(question.language):
            part = resource.part(question)
        links = _links(resource, question, request, part)
        told = listed(aantal=part.total, items=part.items, facetten=part.facets, links=links)
        following = f'<{links.volgende}>; rel="next"' if links.volgende else ""
        return as_json(told, is_list=True, links=following)

    return answer


def _links(resource: Resource, question: Question, request: HttpRequest, part: Part) -> LijstLinks:
    address = absolute_url(f"{API}/{resource.name}")
    pairs = [(name, value) for name, values in question.asked.items() for value in values]
    cursor = request.GET.get("cursor")
    here = [*pairs, ("cursor", cursor)] if cursor else pairs
    return LijstLinks(
        self=f"{address}?{urlencode(here)}" if here else address,
        volgende=f"{address}?{urlencode([*pairs, ('cursor', str(part.next))])}" if part.next else None,
    )


def _detail(resource: Resource, request: HttpRequest, key: str) -> HttpResponse:
    found = resource.detail(key, read_language(request.GET)) if "\x00" not in key else None
    if found is None:
        raise Http404
    return as_json(found)


def _detail_by_id(resource: Resource) -> Callable[..., HttpResponse]:
    def answer(
        request: HttpRequest,
        id: uuid.UUID = Path(..., description="De vaste naam van het gegeven."),  # noqa: A002, B008 - as the API has it
    ) -> HttpResponse:
        return _detail(resource, request, str(id))

    return answer


def _detail_by_code(resource: Resource) -> Callable[..., HttpResponse]:
    def answer(request: HttpRequest, code: str = Path(..., description="De naam in adressen.")) -> HttpResponse:
        return _detail(resource, request, code)

    return answer


for _resource in RESOURCES:
    _add(_resource)
