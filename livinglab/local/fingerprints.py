"""Digests of files: a step whose files have the digest of the last time need not be done again."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from livinglab.local.paths import ROOT

# What a site's first rows are made from: code, vocabularies and the names in both languages.
SEED_SUFFIXES = {".py", ".sql", ".json", ".yaml", ".yml", ".po", ".csv"}
# These make no rows.
WITHOUT_SEEDS = {ROOT / "livinglab" / "local", ROOT / "livinglab" / "static", ROOT / "livinglab" / "demo"}


def packages() -> list[Path]:
    """The packages of the project at the top of the clone."""
    return sorted(init.parent for init in ROOT.glob("*/__init__.py") if init.parent.name != "tests")


def of_files(files: Iterable[Path]) -> str:
    """The digest of the names and contents of files."""
    digest = hashlib.sha256()
    for file in sorted(files):
        content = file.read_bytes()
        digest.update(f"{file.relative_to(ROOT)}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def of_migrations() -> str:
    """The digest of what makes the tables: our migrations, and the versions of the packages that bring theirs."""
    files = [file for package in packages() for file in package.glob("**/migrations/*") if file.suffix in SEED_SUFFIXES]
    return of_files([*files, ROOT / "constraints.txt"])


def of_seeds() -> str:
    """The digest of what makes a site's first rows."""
    files = [
        file
        for package in packages()
        for file in package.rglob("*")
        if file.suffix in SEED_SUFFIXES and WITHOUT_SEEDS.isdisjoint(file.parents)
    ]
    return of_files([*files, ROOT / "constraints.txt"])


def of_static_files() -> str:
    """The digest of what the collected static files are made from."""
    sources = [
        file
        for package in packages()
        for file in package.glob("**/static/**/*")
        if file.is_file() and not file.name.startswith(".")
    ]
    settings = (ROOT / "livinglab" / "settings").glob("*.py")
    return of_files([*sources, *settings, ROOT / "constraints.txt"])
