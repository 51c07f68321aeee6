"""Compile the translations with Python alone: a newcomer's machine need not have GNU gettext.

    python -m livinglab.local.translations

The compiled files are made things, so they are not in the repository: they cannot be out of date there.
"""

import polib

from livinglab.local.errors import UserError, run_command
from livinglab.local.paths import packages


def compile_translations(_arguments: object = None) -> None:
    """Compile each `.po` file that is newer than its `.mo` file."""
    for source in sorted(source for package in packages() for source in package.glob("**/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime_ns >= source.stat().st_mtime_ns:
            continue
        try:
            catalogue = polib.pofile(str(source))
        except (OSError, ValueError) as error:
            raise UserError(f"The translations cannot be read: {error}", f"Mend {source}.") from error
        # In a draft and then renamed: two commands may do this at once.
        draft = target.with_suffix(".mo.new")
        catalogue.save_as_mofile(str(draft))
        draft.replace(target)


if __name__ == "__main__":
    run_command(compile_translations)
