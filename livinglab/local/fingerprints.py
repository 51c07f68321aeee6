"""Digests of files: what was made from files with the digest of the last time need not be made again."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from livinglab.local.paths import ROOT, packages

# What a site's tables and first rows are made from: code, vocabularies and the names in both languages.
SEED_SUFFIXES = {".py", ".sql", ".json", ".yaml", ".yml", ".po", ".csv"}
# These make none.
WITHOUT_SEEDS = {ROOT / "livinglab" / "local", ROOT / "livinglab" / "static", ROOT / "livinglab" / "demo"}


def of_files(files: Iterable[Path]) -> str:
    """The digest of the names and contents of files, and of the pinned packages."""
    digest = hashlib.sha256()
    for file in [*sorted(files), ROOT / "constraints.txt"]:
        content = file.read_bytes()
        digest.update(f"{file.relative_to(ROOT)}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def of_seeds() -> str:
    """The digest of what makes a site's tables and first rows."""
    files = (file for package in packages() for file in package.rglob("*") if file.suffix in SEED_SUFFIXES)
    return of_files(file for file in files if WITHOUT_SEEDS.isdisjoint(file.parents))


def of_static_files() -> str:
    """The digest of what the collected static files are made from."""
    sources = (file for package in packages() for file in package.glob("**/static/**/*") if file.is_file())
    return of_files([*sources, *(ROOT / "livinglab" / "settings").glob("*.py")])
