"""The API does what its description says, whatever is asked: schemathesis asks it."""

import copy

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from django.test import override_settings
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from schemathesis.config import SchemathesisConfig
from schemathesis.generation import GenerationMode

from livinglab.api import rate_limit
from livinglab.api.openapi import document
from livinglab.api.part_files import part_files
from tests.api.content import RESOURCES

pytestmark = [pytest.mark.slow, pytest.mark.django_db]
CONFIG = {
    # A NUL byte is refused before anybody reads it: no text of the description says so.
    "generation": {"allow-x00": False},
    # Many wrong values together can be too long to be read.
    "checks": {"negative_data_rejection": {"expected-statuses": ["400", "404", "406", "414"]}},
}
SLUGS = {"thema": "themas", "categorie": "categorieen", "organisatie": "organisaties", "trefwoord": "trefwoorden"}


@pytest.fixture(autouse=True)
def transaction_of_the_test():
    """Without Django's client nobody keeps the connection, with the test's own rows, open between requests."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


def described(keys: dict[str, str]):
    """The API by its description, which here also says which slugs and keys there are."""
    told = copy.deepcopy(document())
    for path, methods in told["paths"].items():
        name = path.strip("/").split("/")[0].partition(".")[0]
        parameters = []
        for parameter in methods["get"]["parameters"]:
            if parameter["name"] == "cursor":
                continue  # signed: nobody can make one up
            if parameter["name"] in SLUGS:
                parameter["schema"]["items"] = {"enum": [keys[SLUGS[parameter["name"]]]]}
            if parameter["in"] == "path" and parameter["name"] in ("id", "code"):
                parameter["schema"]["enum"] = [keys[name]]
            parameters.append(parameter)
        methods["get"]["parameters"] = parameters
    schema = schemathesis.openapi.from_dict(told, config=SchemathesisConfig.from_dict(CONFIG))
    schema.app = get_wsgi_application()
    return schema


def ask(monkeypatch, keys: dict[str, str], mode: GenerationMode, examples: int) -> int:
    """Ask every operation so often, the same each time; returns how many there are."""
    monkeypatch.setattr(rate_limit, "FILES_A_MINUTE", 1_000_000)
    schema = described(keys)
    operations = [found.ok() for found in schema.get_all_operations()]
    for operation in operations:

        @given(case=operation.as_strategy(generation_mode=mode))
        @hypothesis_settings(
            max_examples=examples, database=None, derandomize=True, suppress_health_check=list(HealthCheck)
        )
        def asked(case):
            case.call_and_validate(headers={"Accept-Encoding": "identity"})

        with override_settings(API_REQUESTS_A_MINUTE=1_000_000):
            asked()
    return len(operations)


@pytest.mark.parametrize("mode", list(GenerationMode))
class TestEveryAnswerIsAsDescribed:
    def test_to_whoever_asks_twice(self, monkeypatch, keys, mode):
        assert ask(monkeypatch, keys, mode, 2) == 3 * len(RESOURCES) + 1 + len(part_files())

    @pytest.mark.thorough
    def test_to_whoever_asks_long(self, monkeypatch, keys, mode):
        ask(monkeypatch, keys, mode, 200)
