"""Make the virtual environment with nothing but Python: pip installs uv, and uv the pinned packages.

    python3 -m livinglab.local.bootstrap [EXTRA …]

Does nothing when the environment has these extras of `pyproject.toml`, as `constraints.txt` pins them. An environment
that is half-finished or broken is made anew; what was downloaded is in uv's cache. Standard library only, as is what is
imported here, and the check of Python's version comes before anything that an old Python cannot read.
"""

import sys

OLDEST_PYTHON = (3, 11)

if sys.version_info < OLDEST_PYTHON:
    sys.exit(
        f"✗ Living Lab needs Python 3.11 or newer; this is Python {sys.version.split()[0]} ({sys.executable}).\n"
        "  → Install a newer Python (Debian, Ubuntu: apt install python3.11 python3.11-venv) and name it:\n"
        "    PYTHON=python3.11 make run"
    )

import ast
import fcntl
import hashlib
import importlib.util
import json
import os
import re
import shutil
import subprocess
import time
import venv
from pathlib import Path

from livinglab.local.errors import FULL_DISK, UserError, full_disk, run_command
from livinglab.local.paths import ROOT, VENV, var_dir

FREE_SPACE_NEEDED = 1_000 * 1024 * 1024  # bytes: the environment and the downloads beside it
LOCK = ROOT / "constraints.txt"
HAS_PIP = importlib.util.find_spec("pip") is not None
PYTHON = VENV / "bin" / "python"
VERSION = f"{sys.version_info[0]}.{sys.version_info[1]}"
BASE = f"{ROOT} {VERSION}"  # where the environment is, and with which Python
# What pip's settings are called for uv.
UV_NAMES = {
    "index-url": "UV_DEFAULT_INDEX",
    "extra-index-url": "UV_INDEX",
    "find-links": "UV_FIND_LINKS",
    "trusted-host": "UV_INSECURE_HOST",
    "cert": "SSL_CERT_FILE",
    "client-cert": "SSL_CLIENT_CERT",
    "proxy": "ALL_PROXY",
}
# What the words of pip and uv mean to a person.
HINTS = {
    r"(?i)error sending request|dns error|connection|timed out": "The package index could not be reached."
    " Behind a proxy set HTTPS_PROXY; with an index of your own set PIP_INDEX_URL.",
    r"no (usable )?wheels|no version of|[Nn]o matching|not found in": f"There is no wheel for Python {VERSION} on this"
    " machine: use another Python (PYTHON=python3.12 make run), or have your index carry it.",
}


def main(extras: list[str]) -> None:
    """Bring the environment to where it has these extras, beside those that it has; one command at a time."""
    var_dir().mkdir(parents=True, exist_ok=True)
    with (var_dir() / "bootstrap.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("Another command is installing the packages; waiting for it …", flush=True)
            fcntl.flock(lock, fcntl.LOCK_EX)
        bring_up_to_date(set(extras))


def bring_up_to_date(extras: set[str]) -> None:
    """Install what is missing: in the environment that is there, if it is to be trusted, or in a new one."""
    started = time.monotonic()
    stamp = read_stamp()
    lock = hashlib.sha256((ROOT / "pyproject.toml").read_bytes() + LOCK.read_bytes()).hexdigest()
    if stamp and stamp["lock"] == lock and extras <= set(stamp["extras"]):
        return
    if shutil.disk_usage(ROOT).free < FREE_SPACE_NEEDED:
        raise full_disk(f"The packages need {FREE_SPACE_NEEDED // 2**20} MB.", ROOT)
    stamp_path().unlink(missing_ok=True)  # from here to the next stamp nothing is trusted
    if stamp:
        extras |= set(stamp["extras"])
    else:
        make_environment()
    install(sorted(extras))
    stamp_path().write_text(json.dumps({"base": BASE, "lock": lock, "extras": sorted(extras)}))
    print(f"✓ Packages installed in {time.monotonic() - started:.0f} s", flush=True)


def stamp_path() -> Path:
    """The file that says that the environment is whole, and what is in it."""
    return VENV / "living-lab.json"


def read_stamp() -> dict | None:
    """What is in the environment; None when it is not whole, does not start, or is of another Python or place."""
    probe = f"import sys; sys.exit(sys.version_info[:2] != {tuple(sys.version_info[:2])})"
    try:
        stamp = json.loads(stamp_path().read_text())
        works = subprocess.run([PYTHON, "-ISc", probe], capture_output=True, check=False).returncode == 0
        return stamp if works and stamp["base"] == BASE else None
    except (OSError, ValueError, TypeError, KeyError):
        return None


def make_environment() -> None:
    """Make an empty environment, in place of what is there."""
    print(f"Making the virtual environment with Python {VERSION} …", flush=True)
    if not HAS_PIP and importlib.util.find_spec("ensurepip") is None:
        raise UserError(
            f"This Python {VERSION} ({sys.executable}) has neither pip nor what makes virtual environments.",
            f"Debian, Ubuntu: apt install python{VERSION}-venv, then again.",
            "Or use another Python of 3.11 or newer: PYTHON=/path/to/python make run",
        )
    # With a pip of its own only where there is no other: that takes longer than all that follows.
    venv.create(VENV, clear=True, symlinks=True, with_pip=not HAS_PIP)


def install(extras: list[str]) -> None:
    """Install uv with pip, and with uv the packages of the project and its extras: as pinned, and no others."""
    pip = [sys.executable, "-m", "pip", "--python", str(PYTHON)] if HAS_PIP else [str(PYTHON), "-m", "pip"]
    pinned = re.search(r"^uv==.*\n(?: +--hash.*\n)+", LOCK.read_text(), re.MULTILINE)
    (VENV / "uv.txt").write_text(pinned[0] if pinned else "uv")
    wheels = ["--only-binary", ":all:", "--require-hashes"]
    environ = {**os.environ, "PIP_USER": "0", "PIP_REQUIRE_VIRTUALENV": "0", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    run([*pip, "install", "--quiet", "--no-input", *wheels, "-r", str(VENV / "uv.txt")], environ)

    config = pip_config(pip)
    options = [option for extra in extras for option in ("--extra", extra)]
    options += ["--no-index"] * (config.get("no-index", "").lower() in {"1", "true", "yes", "on"})
    options += ["--no-cache"] * (not os.access(Path.home(), os.W_OK) and "UV_CACHE_DIR" not in os.environ)
    sources = ["-r", str(ROOT / "pyproject.toml"), "-c", str(LOCK)]
    uv = [str(VENV / "bin" / "uv"), "pip", "install", "--python", str(PYTHON)]
    run([*uv, *wheels, *sources, *options], uv_settings(config) | environ)


def pip_config(pip: list[str]) -> dict[str, str]:
    """The user's settings of pip by their names, from files and, before those, the environment."""
    said = subprocess.run([*pip, "config", "list"], capture_output=True, text=True, check=False).stdout
    lines = re.findall(r"^(global|install|:env:)\.([\w-]+)=(.*)$", said, re.MULTILINE)
    order = ["global", "install", ":env:"]
    return {name: ast.literal_eval(value) for _, name, value in sorted(lines, key=lambda line: order.index(line[0]))}


def uv_settings(config: dict[str, str]) -> dict[str, str]:
    """The same settings for uv, as its environment; the system's certificates count, as they do for pip."""
    found = {name: ",".join(config[key].split()) for key, name in UV_NAMES.items() if key in config}
    if "UV_INDEX" in found:
        # As pip does it; the hashes make it safe.
        found |= {"UV_INDEX": found["UV_INDEX"].replace(",", " "), "UV_INDEX_STRATEGY": "unsafe-best-match"}
    return {"UV_SYSTEM_CERTS": "1", **found}


def run(command: list[str], environ: dict[str, str]) -> None:
    """Run an installer; show what it says, but for its list of all packages."""
    said = ""
    with subprocess.Popen(
        command, cwd=ROOT, env=environ, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace"
    ) as process:
        for line in process.stdout or ():
            said += line
            if not line.startswith((" + ", " - ", " ~ ", " Downloaded", "Using Python")):
                print(line, end="", flush=True)
    if process.returncode:
        message = "The packages could not be installed."
        if FULL_DISK in said:
            raise full_disk(message, ROOT)
        # The first: without a network pip also says that there is no such package.
        raise UserError(message, *[hint for words, hint in HINTS.items() if re.search(words, said)][:1])


if __name__ == "__main__":
    run_command(main)
