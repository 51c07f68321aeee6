"""Make the virtual environment and install the pinned dependencies, with nothing but Python.

    python3 -m livinglab.local.bootstrap

Does nothing when the environment is as `pyproject.toml` and `constraints.txt` want it. A half-finished or broken
environment is made anew; what was downloaded is in pip's cache. The modules imported here keep to the standard
library, and the check of Python's version comes before anything that an old Python cannot read.
"""

import sys

OLDEST_PYTHON = (3, 11)

if sys.version_info < OLDEST_PYTHON:
    sys.exit(
        f"✗ Living Lab needs Python 3.11 or newer; this is Python {sys.version.split()[0]} ({sys.executable}).\n"
        "  Way out: install a newer Python (Debian, Ubuntu: apt install python3.11 python3.11-venv) and say\n"
        "           PYTHON=python3.11 make run"
    )

import fcntl
import hashlib
import importlib.util
import os
import shutil
import subprocess
import time
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from livinglab.local import pip_output
from livinglab.local.paths import ROOT, VENV, var_dir
from livinglab.local.problem import FULL_DISK, Problem

FREE_SPACE_NEEDED = 1_200 * 1024 * 1024  # bytes: the environment and the downloads beside it
STAMP = VENV / "living-lab.stamp"
UNFINISHED = VENV / "living-lab.unfinished"


def main() -> int:
    """Make the environment ready; the exit code is 1 when a person has to do something."""
    try:
        with one_at_a_time():
            prepare()
    except Problem as problem:
        print(problem, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped. The next start begins where this one can be trusted.", file=sys.stderr)
        return 130
    return 0


def prepare() -> None:
    """Bring the environment to the state of `wanted()`."""
    if STAMP.exists() and STAMP.read_text() == wanted() and environment_works():
        return
    started = time.monotonic()
    check_free_space(ROOT)
    if not environment_works() or UNFINISHED.exists():
        make_environment()
    install()
    STAMP.write_text(wanted())
    UNFINISHED.unlink(missing_ok=True)
    say(f"✓ Dependencies installed in {time.monotonic() - started:.0f} s")


def wanted() -> str:
    """What the environment is made of: change it, and the environment is brought up to date."""
    digest = hashlib.sha256()
    for part in (ROOT / "pyproject.toml", ROOT / "constraints.txt"):
        digest.update(part.read_bytes())
    return f"{digest.hexdigest()} {ROOT} {sys.version_info[0]}.{sys.version_info[1]}\n"


def requirements() -> list[str]:
    """The requirements of the project and its `dev` extra, those of the extras that it names included."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    found = list(project["dependencies"])
    extras = ["dev"]
    for extra in extras:
        for requirement in project["optional-dependencies"][extra]:
            if requirement.startswith(f"{project['name']}["):
                extras += requirement.partition("[")[2].rstrip("]").split(",")
            else:
                found.append(requirement)
    return found


def python() -> Path:
    """The Python of the environment."""
    return VENV / "bin" / "python"


def environment_works() -> bool:
    """Whether the environment starts, is of this Python's version and has pip."""
    probe = "import pip, sys; print(*sys.version_info[:2])"
    try:
        answer = subprocess.run([python(), "-c", probe], capture_output=True, text=True, check=False)
    except OSError:
        return False
    return answer.stdout.split() == [str(number) for number in sys.version_info[:2]]


def make_environment() -> None:
    """Make an empty environment with pip, in place of what is there."""
    say(f"Making the virtual environment with Python {sys.version_info[0]}.{sys.version_info[1]} …")
    version = f"{sys.version_info[0]}.{sys.version_info[1]}"
    if importlib.util.find_spec("venv") is None or importlib.util.find_spec("ensurepip") is None:
        raise Problem(
            f"This Python {version} ({sys.executable}) cannot make virtual environments: its `venv` part is missing.",
            f"Debian, Ubuntu: apt install python{version}-venv, then again.",
            "Or use another Python of 3.11 or newer: PYTHON=/path/to/python make run",
        )
    if VENV.exists():
        remove(VENV)
    answer = subprocess.run([sys.executable, "-m", "venv", VENV], capture_output=True, text=True, check=False)
    if answer.returncode:
        raise explained("The virtual environment could not be made.", answer.stdout + answer.stderr)


def install() -> None:
    """Install the pinned dependencies; what pip says goes to a log, its progress to the terminal."""
    log = var_dir() / "log" / "install.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    command: list[str | Path] = [
        python(),
        *("-m", "pip", "--disable-pip-version-check", "--no-input", "install"),
        # Compiling every module costs more than the few that are imported; they are compiled when they are.
        *("--no-compile", "--progress-bar", "off"),
        # A package without a wheel for this machine should say so, not fail somewhere in a compiler.
        *("--only-binary", ":all:"),
        "--constraint",
        ROOT / "constraints.txt",
        *requirements(),
    ]
    environ = {**os.environ, "PIP_USER": "0", "PIP_REQUIRE_VIRTUALENV": "0", "PYTHONUNBUFFERED": "1"}
    progress = pip_output.Progress(total=count_pins(), terminal=sys.stdout.isatty())
    with log.open("w") as log_file:
        process = subprocess.Popen(
            command,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            env=environ,
        )
        assert process.stdout is not None  # noqa: S101 - for the type checker
        for line in process.stdout:
            log_file.write(line)
            progress.read(line)
            if line.startswith("Installing collected packages"):
                # A package that is half unpacked looks installed to pip: from here to the stamp, nothing is trusted.
                UNFINISHED.touch()
        progress.close()
    if process.wait():
        raise explained("The dependencies could not be installed.", log.read_text(), log=log)


def count_pins() -> int:
    """How many packages are pinned: what the progress counts towards."""
    lines = (ROOT / "constraints.txt").read_text().splitlines()
    return sum(1 for line in lines if line and not line.startswith((" ", "#")))


def explained(what: str, output: str, log: Path | None = None) -> Problem:
    """The problem that a command's output tells of."""
    if FULL_DISK in output:
        return no_room(ROOT)
    if "Permission denied" in output:
        return Problem(
            f"{what} A file or directory belongs to another user.",
            f"Look at `ls -ld {ROOT} {VENV}`; clone the project as yourself, or take ownership of it.",
        )
    return pip_output.explain(what, output, log)


def check_free_space(directory: Path) -> None:
    """Stop before a disk fills up half-way."""
    free = shutil.disk_usage(directory).free
    if free < FREE_SPACE_NEEDED:
        raise no_room(directory)


def no_room(directory: Path) -> Problem:
    """The problem of a disk without room for the environment."""
    free = shutil.disk_usage(directory).free
    return Problem(
        f"The disk of {directory} is full: {free // 2**20} MB free, {FREE_SPACE_NEEDED // 2**20} MB needed.",
        "Make room (`pip cache purge` helps), then again.",
        "If it is the disk of the temporary files that is full: TMPDIR=/a/roomier/place make run",
    )


def remove(directory: Path) -> None:
    """Remove an environment that cannot be trusted."""
    try:
        shutil.rmtree(directory)
    except OSError as error:
        raise Problem(
            f"The broken environment {directory} could not be removed: {error.strerror}.",
            f"Remove it yourself: rm -rf {directory}",
        ) from error


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """Wait while another command makes the same environment."""
    lock_path = var_dir() / "bootstrap.lock"
    try:
        lock_path.parent.mkdir(parents=True, exist_ok=True)
        lock = lock_path.open("w")
    except OSError as error:
        raise Problem(
            f"{lock_path.parent} cannot be written: {error.strerror}.",
            "Clone the project as yourself, make room on the disk, or take ownership of the directory.",
        ) from error
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("Another command is installing the dependencies; waiting for it …")
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def say(line: str) -> None:
    """Tell the person at the terminal, at once."""
    print(line, flush=True)


if __name__ == "__main__":
    sys.exit(main())
