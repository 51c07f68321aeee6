"""How a command says that something went wrong. Standard library only: the bootstrap imports this."""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

from livinglab.local.paths import var_dir

FULL_DISK = "No space left on device"
LINES_SHOWN = 12


class UserError(Exception):
    """Something that the person at the terminal can mend: what is wrong, and what to do about it."""

    def __init__(self, message: str, *hints: str) -> None:
        super().__init__(message)
        self.hints = hints

    def __str__(self) -> str:
        return "\n".join([f"✗ {self.args[0]}", *(f"  → {hint}" for hint in self.hints)])


def full_disk(message: str, directory: Path) -> UserError:
    """The error of a disk without room, seen at `directory`."""
    free = shutil.disk_usage(directory).free // 2**20
    return UserError(f"{message} The disk is full: {free} MB free at {directory}.", "Make room, then try again.")


def output_error(message: str, output: str, *hints: str) -> UserError:
    """The error that the last words of a program tell of."""
    if FULL_DISK in output:
        return full_disk(message, var_dir())
    lines = [line for line in output.splitlines() if line.strip()][-LINES_SHOWN:]
    return UserError("\n".join([message, *(f"    {line}" for line in lines)]), *hints)


def run_command(main: Callable[[list[str]], int | None]) -> NoReturn:
    """Run a command and exit: with 1 after an error that the person at the terminal can mend."""
    try:
        sys.exit(main(sys.argv[1:]))
    except UserError as error:
        sys.exit(str(error))
    except PermissionError as error:
        why = f"{error.filename} belongs to another user."
        sys.exit(str(UserError(why, "Run the command as that user, clone the project as yourself, or take ownership.")))
    except KeyboardInterrupt:
        sys.exit(130)
    except Exception as error:  # of the system, or of PostgreSQL
        if FULL_DISK not in str(error):
            raise
        sys.exit(str(full_disk("The command stopped.", var_dir())))
