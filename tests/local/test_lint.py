"""A check that cannot run is skipped where somebody works, with a line, and fails where it is promised."""

import pytest

from livinglab.local.audits import lint, node_tools
from livinglab.local.errors import UserError


@pytest.fixture(autouse=True)
def without_npm(monkeypatch):
    def fail(package: str) -> None:
        raise UserError(f"{package} needs Node.", "Install it.")

    monkeypatch.setattr(node_tools, "ensure", fail)


def test_a_developer_without_npm_is_told(monkeypatch, capsys):
    monkeypatch.delenv("CI", raising=False)
    assert list(lint.style_sheets_and_scripts()) == []
    assert "is skipped" in capsys.readouterr().out


def test_continuous_integration_without_npm_fails(monkeypatch, capsys):
    monkeypatch.setenv("CI", "true")
    (check,) = lint.style_sheets_and_scripts()
    assert not lint.passes(*check)
    assert "needs Node" in capsys.readouterr().out


def test_every_check_has_a_name_of_its_own():
    names = [name for name, _command, _environ in lint.checks()]
    assert len(names) == len(set(names)) > 5
