"""Collect the texts to translate, with GNU gettext, into the one catalogue of each language.

    python -m livinglab.local.messages

Django's `makemessages` does the work. What it leaves behind that says nothing is taken out: the moment of collecting,
which changes with every run, and texts that are no longer used.
"""

import subprocess
import sys
from pathlib import Path

import polib

from livinglab.local.paths import ROOT
from livinglab.local.problem import Problem

OPTIONS = ["--all", "--no-location", "--no-wrap", "--ignore=.venv", "--ignore=var", "--ignore=tests"]


def collect_messages(root: Path = ROOT) -> list[Path]:
    """Bring the catalogues under `root` up to date with the texts under it, and return them."""
    command = [sys.executable, "manage.py", "makemessages", *OPTIONS]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True)
    if done.returncode:
        raise Problem(f"The texts cannot be collected: {done.stderr.strip()}", "Is GNU gettext installed?")
    catalogues = sorted(root.glob("livinglab/locale/*/LC_MESSAGES/*.po"))
    for path in catalogues:
        _tidy(path)
    return catalogues


def _tidy(path: Path) -> None:
    catalogue = polib.pofile(str(path), wrapwidth=0)
    catalogue.metadata.pop("POT-Creation-Date", None)
    for entry in catalogue.obsolete_entries():
        catalogue.remove(entry)
    catalogue.save()


def open_entries(path: Path) -> list[polib.POEntry]:
    """What a translator still has to do: texts without a translation, or with one that was guessed."""
    return [entry for entry in polib.pofile(str(path)) if not entry.obsolete and not entry.translated()]


if __name__ == "__main__":
    try:
        for catalogue in collect_messages():
            to_do = open_entries(catalogue)
            print(f"{catalogue.relative_to(ROOT)}: {len(to_do)} to translate")
            for entry in to_do:
                print(f"  {entry.msgid}")
    except Problem as problem:
        sys.exit(str(problem))
