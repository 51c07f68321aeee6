"""Every variable that the settings read can be given, by compose and otherwise, and is explained; and no other is."""

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
import yaml
from django.conf import settings as django_settings
from django.core.exceptions import ImproperlyConfigured
from markdown_it import MarkdownIt

from livinglab.settings.environment import Environment, GivenVariables

ROOT = Path(django_settings.BASE_DIR)
SETTINGS = ROOT / "livinglab" / "settings"
COMPOSE = yaml.safe_load((ROOT / "compose.yaml").read_text())
APPLICATION = ("prepare", "web", "worker")
# For a developer's machine: production refuses the first, and the second is where everything of a clone is made.
NOT_FOR_DEPLOYMENTS = {"DEBUG", "LIVINGLAB_VAR"}
# Read by what runs beside the site.
OF_OTHER_PROGRAMS = {"POSTGRES_PASSWORD", "VALKEY_PASSWORD"}


def read_by(*modules: str) -> set[str]:
    """The names of the variables that settings modules ask `env` for."""
    return {name for module in modules for name in names_in(ast.parse((SETTINGS / f"{module}.py").read_text()))}


def names_in(tree: ast.Module) -> Iterator[str]:
    """The first arguments of `env(...)` and `env.<type>(...)`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = node.func.value if isinstance(node.func, ast.Attribute) else node.func
            if isinstance(called, ast.Name) and called.id == "env" and node.args:
                is_method_of_text = isinstance(node.func, ast.Attribute) and node.func.attr == "db_url_config"
                if not is_method_of_text:
                    assert isinstance(node.args[0], ast.Constant), ast.unparse(node)
                    yield node.args[0].value


ASKED = read_by("base", "production") - NOT_FOR_DEPLOYMENTS


def example() -> dict[str, str]:
    """`.env.example` as compose reads it."""
    lines = (ROOT / ".env.example").read_text().splitlines()
    pairs = [line.split("=", 1) for line in lines if line and not line.startswith("#")]
    assert len({name for name, _value in pairs}) == len(pairs)
    return {name: value.strip("\"'") for name, value in pairs}


def explained() -> set[str]:
    """The variables in the table of `docs/operations.md` under Environment."""
    tokens = MarkdownIt().enable("table").parse((ROOT / "docs" / "operations.md").read_text())
    start = next(at for at, token in enumerate(tokens) if token.type == "inline" and token.content == "Environment")
    end = next(at for at, token in enumerate(tokens) if at > start and token.type == "table_close")
    rows = [tokens[at + 2] for at, token in enumerate(tokens[start:end], start) if token.type == "tr_open"]
    return {child.content for row in rows for child in row.children or () if child.type == "code_inline"}


class MissingError(Exception):
    """Compose stops: a required variable has no value."""


def interpolated(text: str, given: Mapping[str, str]) -> str:
    """A value of compose.yaml with its variables filled in: `${NAME}`, `${NAME:-default}`, `${NAME:?message}`."""

    def value(match: re.Match[str]) -> str:
        name, operator, rest = match["name"], match["operator"], match["rest"]
        if given.get(name):
            return given[name]
        if operator == ":?":
            raise MissingError(rest)
        return rest or ""

    return re.sub(r"\$\{(?P<name>\w+)(?:(?P<operator>:[-?])(?P<rest>[^}]*))?\}", value, text)


def environment_of(service: str, given: Mapping[str, str]) -> dict[str, str]:
    """What compose hands to a container: the file, then what compose.yaml says, which wins."""
    definition = COMPOSE["services"][service]
    assert definition["env_file"] == ".env"
    return {**given, **{name: interpolated(value, given) for name, value in definition["environment"].items()}}


FILLED = {name: value or f"value-of-{name}" for name, value in example().items()}


def test_something_is_asked():
    assert {"SECRET_KEY", "LINK_KEYS", "EMAIL_HOST_PASSWORD", "DATABASE_POOL_SIZE", "LOG_LEVEL"} <= ASKED


def test_the_example_names_what_is_asked_and_nothing_else():
    assert set(example()) == ASKED | OF_OTHER_PROGRAMS


def test_the_manual_explains_what_is_asked_and_nothing_else():
    assert explained() == ASKED | OF_OTHER_PROGRAMS


@pytest.mark.parametrize("service", APPLICATION)
def test_compose_hands_over_everything(service):
    handed = environment_of(service, FILLED)
    assert set(handed) >= ASKED
    decided = {name for name in ASKED if handed[name] != FILLED[name]}
    # What compose decides, since it runs these itself.
    assert decided == {"DATABASE_URL", "CACHE_URL", "BEHIND_TLS_PROXY", "MEDIA_ROOT"}


REQUIRED = (
    *("SECRET_KEY", "ALLOWED_HOSTS", "WAGTAILADMIN_BASE_URL"),
    *("EMAIL_HOST", "DEFAULT_FROM_EMAIL", "POSTGRES_PASSWORD", "VALKEY_PASSWORD"),
)


@pytest.mark.parametrize("name", REQUIRED)
def test_compose_stops_with_a_message_where_a_required_one_is_empty(name):
    with pytest.raises(MissingError, match=f"set {name}"):
        environment_of("web", {**FILLED, name: ""})


def test_nothing_of_compose_stands_in_for_a_required_one():
    """An empty mail server must not become a machine that is not there."""
    texts = [str(value) for service in APPLICATION for value in COMPOSE["services"][service]["environment"].values()]
    assert not [text for text in texts if "localhost" in text]


class TestOneVariable:
    """How a single variable is read."""

    @pytest.fixture
    def env(self, monkeypatch):
        """An environment of our own, to fill in."""

        class Own(Environment):
            ENVIRON = GivenVariables({}, cache=False)

        return Own()

    def test_an_empty_one_is_not_given(self, env):
        env.ENVIRON.env.update(PORT="", HOST=" ")
        assert env.int("PORT", default=25) == 25
        with pytest.raises(ImproperlyConfigured, match="HOST"):
            env("HOST")

    def test_a_file_holds_the_value(self, env, tmp_path):
        secret = tmp_path / "key"
        secret.write_text("from the file\n")
        env.ENVIRON.env.update(KEY="from the environment", KEY_FILE=str(secret))
        assert env("KEY") == "from the file"

    def test_a_file_that_is_not_there_is_an_error(self, env):
        env.ENVIRON.env.update(KEY_FILE="/nowhere/key")
        with pytest.raises(FileNotFoundError):
            env("KEY", default="")

    @pytest.mark.parametrize("value", ["$ecret", "a$b", r"a\$b", "$$", "$HOME"])
    def test_a_password_may_have_a_dollar_sign(self, env, value):
        env.ENVIRON.env.update(KEY=value)
        assert env("KEY", default="") == value
        assert env.list("KEY") == [value]
