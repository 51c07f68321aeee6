"""Collect the texts to translate, with GNU gettext, into the one catalogue of each language: `make messages`.

    python -m livinglab.local.messages

Django's `makemessages` does the work. What it leaves behind that says nothing is taken out: the moment of collecting,
which changes with every run, and texts that are no longer used.
"""

import subprocess
import sys
from pathlib import Path

import polib

from livinglab.local.errors import UserError, run_command
from livinglab.local.paths import ROOT
from livinglab.local.translations import compile_translations

OPTIONS = ["--all", "--no-location", "--no-wrap", "--ignore=.venv", "--ignore=var", "--ignore=tests"]


def main(_arguments: list[str]) -> None:
    """Collect, compile, and say what there is to translate."""
    for path in collect_messages():
        to_do = open_entries(path)
        print(f"{path.relative_to(ROOT)}: {len(to_do)} to translate", *(entry.msgid for entry in to_do), sep="\n  ")
    compile_translations()


def collect_messages(root: Path = ROOT) -> list[Path]:
    """Bring the catalogues under `root` up to date with the texts under it, and return them."""
    command = [sys.executable, "manage.py", "makemessages", *OPTIONS]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True)
    if done.returncode:
        raise UserError(f"The texts cannot be collected: {done.stderr.strip()}", "Is GNU gettext installed?")
    catalogues = sorted(root.glob("livinglab/locale/*/LC_MESSAGES/*.po"))
    for path in catalogues:
        catalogue = polib.pofile(str(path), wrapwidth=0)
        catalogue.metadata.pop("POT-Creation-Date", None)
        for entry in catalogue.obsolete_entries():
            catalogue.remove(entry)
        catalogue.save()
    return catalogues


def open_entries(path: Path) -> list[polib.POEntry]:
    """What a translator still has to do: texts without a translation, or with one that was guessed."""
    return [entry for entry in polib.pofile(str(path)) if not entry.obsolete and not entry.translated()]


if __name__ == "__main__":
    run_command(main)
