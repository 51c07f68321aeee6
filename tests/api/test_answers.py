"""What every answer of the API has: headers, conditions, limits, and problem details when it cannot."""

import json

import pytest
from django.test import Client, override_settings

from livinglab.api.part_files import part_files
from livinglab.core.http.problem_details import API_VERSION
from tests.api.content import RESOURCES
from tests.factories import ExamplePageFactory, ThemeFactory

pytestmark = pytest.mark.django_db
LIST = "/api/v1/voorbeelden"


@pytest.fixture
def page():
    return ExamplePageFactory(title="Stil asfalt")


@pytest.fixture
def detail(page):
    return f"{LIST}/{page.translation_key}"


def problem(response, status: int) -> dict:
    assert response.status_code == status
    assert response.headers["Content-Type"] == "application/problem+json"
    check_headers(response)
    told = json.loads(response.content)
    assert told["status"] == status
    assert told["title"]
    assert told["detail"]
    return told


def check_headers(response) -> None:
    headers = response.headers
    assert headers["API-Version"] == API_VERSION
    assert headers["Access-Control-Allow-Origin"] == "*"
    assert headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'self'" in headers["Content-Security-Policy"]
    assert headers["Referrer-Policy"] == "same-origin"
    assert not response.cookies


def test_an_answer_may_be_read_from_any_site_and_has_the_headers_of_the_site(client, detail):
    for path in ("/api/v1", "/api/v1/openapi.json", LIST, detail):
        response = client.get(path)
        assert response.status_code == 200
        assert response.headers["Content-Type"] == "application/json"
        assert "public" in response.headers["Cache-Control"]
        check_headers(response)


def test_what_the_caller_has_is_not_sent_again(client, page, detail):
    for path in (LIST, detail, "/api/v1/openapi.json"):
        entity_tag = client.get(path).headers["ETag"]
        response = client.get(path, headers={"If-None-Match": entity_tag})
        assert response.status_code == 304
        assert not response.content
        check_headers(response)
    moment = client.get(detail).headers["Last-Modified"]
    assert client.get(detail, headers={"If-Modified-Since": moment}).status_code == 304
    page.title = "Nog stiller asfalt"
    page.save_revision().publish()
    assert client.get(detail, headers={"If-None-Match": entity_tag}).status_code == 200


def test_a_list_that_lost_something_has_changed(client, page):
    """By the moment of its last change alone nobody would hear of it."""
    other = ExamplePageFactory()
    before = client.get(LIST)
    other.unpublish()
    for headers in (
        {"If-Modified-Since": before.headers["Last-Modified"]},
        {"If-None-Match": before.headers["ETag"]},
    ):
        assert client.get(LIST, headers=headers).status_code == 200


def test_head_and_options(client, detail):
    for path in (LIST, detail):
        response = client.head(path)
        assert response.status_code == 200
        assert not response.content
        assert response.headers["ETag"] == client.get(path).headers["ETag"]
        response = client.options(path, headers={"Origin": "https://elders.example"})
        assert response.status_code == 204
        assert response.headers["Allow"] == "GET, HEAD, OPTIONS"
        assert "If-None-Match" in response.headers["Access-Control-Allow-Headers"]
        check_headers(response)


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nothing_can_be_changed(client, detail, method):
    for path in (LIST, detail):
        response = getattr(client, method)(path, {"a": "b"}, content_type="application/json")
        problem(response, 405)
        assert response.headers["Allow"] == "GET, HEAD, OPTIONS"


@pytest.mark.parametrize(
    "path",
    ["/api", "/api/", "/api/v1/", "/api/v2", "/api/v1/onbekend", "/api/v1/voorbeelden/", "/api/v1/voorbeelden/x",
     "/api/v1/voorbeelden/00000000-0000-4000-8000-000000000000", "/api/v1/themas/nergens", "/api/v1/%C3%A9/%2F"],
)  # fmt: skip
def test_what_is_not_there(client, path):
    """A slash at the end is another address: not found, and no redirect."""
    assert problem(client.get(path), 404)["title"] == "Niet gevonden"


def test_all_that_is_wrong_is_told_at_once(client):
    query = "q=%s&thema=weg&thema=nog&jaar=x&limiet=0&sorteer=z&taal=fr&themas=a&cursor=bah" % ("a" * 300)
    told = problem(client.get(f"{LIST}?{query}"), 400)
    wrong = [(one["parameter"], one["code"]) for one in told["errors"]]
    assert sorted(wrong) == sorted([
        ("q", "too_long"), ("thema", "unknown_value"), ("thema", "unknown_value"), ("jaar", "unknown_value"),
        ("limiet", "out_of_range"), ("sorteer", "unknown_value"), ("taal", "unknown_value"),
        ("themas", "unknown_parameter"), ("cursor", "invalid"),
    ])  # fmt: skip
    assert all(one["detail"] for one in told["errors"])


@pytest.mark.parametrize(
    "query", ["&jaar=1" * 41, "limiet=1&limiet=2", "q=", "q=a&q=b", "limiet=101", "limiet=1e1", "limiet=٣", "taal="]
)
def test_a_parameter_that_cannot_be_meant(client, query):
    problem(client.get(f"{LIST}?{query}"), 400)


def test_problems_are_told_in_the_language_of_the_caller(client):
    path = f"{LIST}?limiet=0"
    dutch = client.get(path)
    english = client.get(path, headers={"Accept-Language": "fr, en-GB;q=0.8, nl;q=0.1"})
    assert problem(dutch, 400)["errors"][0]["detail"] == "Geef een heel getal van 1 tot en met 100."
    assert problem(english, 400)["errors"][0]["detail"] == "Give a whole number from 1 to 100."
    assert (dutch.headers["Content-Language"], english.headers["Content-Language"]) == ("nl", "en")
    assert "Accept-Language" in english.headers["Vary"]


def test_a_form_that_there_is_not(client):
    problem(client.get(LIST, headers={"Accept": "text/html"}), 406)
    for accepted in ("*/*", "application/json", "application/*", "text/html, application/json;q=0.5"):
        assert client.get(LIST, headers={"Accept": accepted}).status_code == 200


def test_what_the_site_itself_refuses_is_a_problem_here_too(client):
    problem(client.get(f"{LIST}?q={'a' * 9000}"), 414)
    problem(client.get(f"{LIST}?q=%00"), 400)
    problem(client.get("/api/v1/%00"), 400)
    problem(client.generic("GET", LIST, b"x" * 70_000), 413)


def test_a_failure_of_ours_is_a_problem_without_details(monkeypatch):
    def fail(*args):
        raise RuntimeError("the password is …")

    monkeypatch.setattr("livinglab.api.api.read_question", fail)
    told = problem(Client(raise_request_exception=False).get(LIST), 500)
    assert "password" not in json.dumps(told)


@override_settings(API_REQUESTS_A_MINUTE=3)
def test_above_the_limit_one_waits_for_the_next_minute(time_machine, page):
    time_machine.move_to("2026-11-27T10:00:10Z", tick=False)
    client, other = Client(REMOTE_ADDR="192.0.2.1"), Client(REMOTE_ADDR="192.0.2.2")
    first = client.get(LIST)
    assert first.headers["RateLimit-Policy"] == '"vragen";q=3;w=60'
    assert first.headers["RateLimit"] == '"vragen";r=2;t=50'
    # What the caller has already costs nothing.
    for _ in range(5):
        assert client.get(LIST, headers={"If-None-Match": first.headers["ETag"]}).status_code == 304
    assert client.get(LIST).headers["RateLimit"] == '"vragen";r=1;t=50'
    client.get(LIST)
    refused = client.get(LIST)
    problem(refused, 429)
    assert refused.headers["Retry-After"] == "50"
    assert other.get(LIST).status_code == 200
    time_machine.move_to("2026-11-27T10:01:00Z", tick=False)
    assert client.get(LIST).status_code == 200


def test_a_reader_of_a_description_finds_contact_licence_and_every_parameter(client):
    told = client.get("/api/v1/openapi.json").json()
    assert told["openapi"].startswith("3.1")
    assert told["info"]["license"]["name"] == "CC BY 4.0"
    assert told["info"]["contact"]["url"]
    assert {path.split("/")[1].partition(".")[0] for path in told["paths"]} == {
        *RESOURCES,
        "alles",
        *(part.name for part in part_files()),
    }
    for path in told["paths"].values():
        for operation in path.values():
            assert operation["summary"]
            for parameter in operation["parameters"]:
                assert parameter["description"]
    # Each of these means something: none of them alone is a fault.
    ThemeFactory()
    for parameter in told["paths"]["/voorbeelden"]["get"]["parameters"]:
        if "example" in parameter:
            response = client.get(LIST, {parameter["name"]: parameter["example"]})
            assert response.status_code == 200
