"""Look at the code as CI does: `make lint`. Every check runs, also after one that failed.

python -m livinglab.local.audits.lint
"""

import datetime as dt
import os
import secrets
import subprocess
import sys
import time
from collections.abc import Iterator

from livinglab.local.audits import node_tools
from livinglab.local.errors import UserError
from livinglab.local.paths import ROOT

PACKAGES = ("livinglab", "casestudies", "events")
PRODUCTION = {
    "DJANGO_SETTINGS_MODULE": "livinglab.settings.production",
    "ALLOWED_HOSTS": "livinglab.example",
    "WAGTAILADMIN_BASE_URL": "https://livinglab.example",
    "DATABASE_URL": "postgres://checked:nowhere@database.example:5432/livinglab",
    "CACHE_URL": "redis://cache.example/0",
    "EMAIL_HOST": "smtp.livinglab.example",
    "DEFAULT_FROM_EMAIL": "noreply@livinglab.example",
    "SECURITY_CONTACT": "mailto:security@livinglab.example",
    "SECURITY_TXT_EXPIRES": (dt.date.today() + dt.timedelta(days=180)).isoformat(),  # noqa: DTZ011 - any day will do
}
TESTING = {"DJANGO_SETTINGS_MODULE": "livinglab.settings.test"}


Check = tuple[str, list[str], dict[str, str]]
"""A name, a command line, and what its environment has beside ours."""


def main() -> int:
    """Run every check; the exit code is 1 when one of them found something."""
    failed = [name for name, command, environ in checks() if not passes(name, command, environ)]
    if failed:
        print(f"\n✗ {', '.join(failed)}")
        return 1
    return 0


def checks() -> Iterator[Check]:
    """Each check."""
    # Fresh keys each time: there are none to be found in the repository.
    production = PRODUCTION | {
        "SECRET_KEY": secrets.token_urlsafe(60),
        "LINK_KEYS": f"lint:{secrets.token_urlsafe(40)}",
    }
    python = sys.executable
    yield "code (ruff)", [python, "-m", "ruff", "check", "."], {}
    yield "layout (ruff)", [python, "-m", "ruff", "format", "--check", "."], {}
    yield "types (mypy)", [python, "-m", "mypy", *PACKAGES], {}
    yield "layers (import-linter)", [python, "-c", "from importlinter.cli import lint_imports_command as c; c()"], {}
    yield "templates (djlint)", [python, "-m", "djlint", "templates", "--lint", "--quiet"], {}
    yield from style_sheets_and_scripts()
    yield "migrations are complete", [python, "manage.py", "makemigrations", "--check", "--dry-run"], TESTING
    yield "production settings", [python, "manage.py", "check", "--deploy", "--fail-level", "WARNING"], production


def style_sheets_and_scripts() -> Iterator[Check]:
    """Biome, which npm installs; a developer without it is told, continuous integration must have it."""
    name = "style sheets and scripts (biome)"
    try:
        node_tools.ensure(node_tools.LINTER)
    except UserError as error:
        if os.environ.get("CI"):
            yield name, [sys.executable, "-c", f"raise SystemExit({str(error)!r})"], {}
        else:
            print(f"- {name} is skipped: {error}", flush=True)
        return
    yield name, [str(node_tools.command(node_tools.LINTER, "biome")), "lint", "--error-on-warnings"], {}


def passes(name: str, command: list[str], environ: dict[str, str]) -> bool:
    """Run a check; its output is shown when it found something."""
    started = time.monotonic()
    answer = subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, **environ},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    good = answer.returncode == 0
    print(f"{'✓' if good else '✗'} {name} ({time.monotonic() - started:.1f} s)", flush=True)
    if not good:
        print(answer.stdout, flush=True)
    return good


if __name__ == "__main__":
    sys.exit(main())
