"""Look at the code as CI does: `make lint`. Every check runs, also after one that failed.

python -m livinglab.local.lint
"""

import datetime as dt
import os
import secrets
import subprocess
import sys
import time

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


def main() -> int:
    """Run every check; the exit code is 1 when one of them found something."""
    failed = [name for name, command, environ in checks() if not passes(name, command, environ)]
    if failed:
        print(f"\n✗ {', '.join(failed)}")
        return 1
    return 0


def checks() -> list[tuple[str, list[str], dict[str, str]]]:
    """Each check: its name, its command line after `python -m` or `python`, and its own environment."""
    # A fresh key each time: there is none to be found in the repository.
    production = PRODUCTION | {
        "SECRET_KEY": secrets.token_urlsafe(60),
        "LINK_KEYS": f"lint:{secrets.token_urlsafe(40)}",
    }
    return [
        ("code (ruff)", ["-m", "ruff", "check", "."], {}),
        ("layout (ruff)", ["-m", "ruff", "format", "--check", "."], {}),
        ("types (mypy)", ["-m", "mypy", *PACKAGES], {}),
        ("layers (import-linter)", ["-c", "from importlinter.cli import lint_imports_command as c; c()"], {}),
        ("templates (djlint)", ["-m", "djlint", "templates", "--lint", "--quiet"], {}),
        ("migrations are complete", ["manage.py", "makemigrations", "--check", "--dry-run"], TESTING),
        ("production settings", ["manage.py", "check", "--deploy", "--fail-level", "WARNING"], production),
    ]


def passes(name: str, arguments: list[str], environ: dict[str, str]) -> bool:
    """Run a check; its output is shown when it found something."""
    started = time.monotonic()
    answer = subprocess.run(
        [sys.executable, *arguments],
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
