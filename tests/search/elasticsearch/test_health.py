"""The line that says how search is doing."""

import json

import pytest
from django.core.checks import run_checks
from django.core.management import CommandError, call_command
from django.test import Client

from tests.elasticsearch.bad_servers import answering_server, refused

pytestmark = pytest.mark.django_db


def test_without_elasticsearch_the_line_says_how_much_there_is(client: Client) -> None:
    answer = client.get("/healthz/search")
    assert answer.status_code == 200
    assert answer.content.decode().startswith("search: postgresql, ")
    call_command("search_status", check=True)


@pytest.mark.parametrize(
    "server", [refused, lambda: answering_server("503 Service Unavailable", json.dumps({"error": {"type": "no"}}))]
)
def test_who_watches_sees_that_elasticsearch_is_away_and_nothing_secret(client: Client, settings, server) -> None:
    with server() as url:
        settings.SEARCH_URL = url.replace("://", "://somebody:a-password@")
        answer = client.get("/healthz/search")
        with pytest.raises(CommandError, match="does not answer"):
            call_command("search_status", check=True)
    assert answer.status_code == 503
    assert "does not answer" in answer.content.decode()
    assert "password" not in answer.content.decode()
    assert client.get("/healthz").status_code == 200


def test_a_wrong_address_is_said_before_anything_starts(settings) -> None:
    settings.SEARCH_URL = "elasticsearch:9200"
    assert [message.id for message in run_checks() if message.id.startswith("search.")] == ["search.E002"]
