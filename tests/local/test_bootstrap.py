"""The environment is made with nothing but Python, and what goes wrong is explained."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections import namedtuple
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from livinglab.local import bootstrap, pip_output
from livinglab.local.paths import ROOT
from livinglab.local.problem import Problem

VersionInfo = namedtuple("VersionInfo", "major minor micro releaselevel serial")


def run_bootstrap(clone: Path, before: str = "", **environ: str) -> subprocess.CompletedProcess[str]:
    """Run it in a clone, with an empty home, after the Python code `before`."""
    code = f"{before}\nimport runpy; runpy.run_module('livinglab.local.bootstrap', run_name='__main__')"
    home = clone / "home"
    home.mkdir(exist_ok=True)
    return subprocess.run(
        [sys._base_executable, "-c", code],
        cwd=clone,
        env={"PATH": os.environ["PATH"], "HOME": str(home), "PYTHONPATH": str(clone), **environ},
        capture_output=True,
        text=True,
        timeout=120,
    )


@pytest.fixture
def clone(tmp_path):
    """What the bootstrap needs of a clone, with one dependency that no index has."""
    local = tmp_path / "livinglab" / "local"
    shutil.copytree(ROOT / "livinglab" / "local", local, ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "livinglab" / "__init__.py").touch()
    (tmp_path / "pyproject.toml").write_text(
        '[project]\nname = "livinglab"\ndependencies = ["no-such-package-of-living-lab>=1"]\n'
        "[project.optional-dependencies]\ndev = []\n"
    )
    (tmp_path / "constraints.txt").write_text("no-such-package-of-living-lab==1.0\n")
    return tmp_path


def test_an_old_python_is_refused_before_it_reads_new_syntax(clone):
    old = "import sys; sys.version_info = (3, 10, 4, 'final', 0)"
    answer = run_bootstrap(clone, old)
    assert answer.returncode == 1
    assert "needs Python 3.11 or newer" in answer.stderr
    assert "PYTHON=python3.11 make run" in answer.stderr
    assert "Traceback" not in answer.stderr


def test_a_python_without_venv_is_explained(clone):
    answer = run_bootstrap(clone, "import sys; sys.modules['ensurepip'] = None")
    assert answer.returncode == 1
    assert "apt install python3" in answer.stderr
    assert "Traceback" not in answer.stderr


@pytest.mark.slow
def test_no_network_and_no_wheel_are_explained_and_mended_by_a_later_start(clone):
    answer = run_bootstrap(clone, PIP_INDEX_URL="http://127.0.0.1:9/simple", PIP_RETRIES="1")
    assert answer.returncode == 1
    assert "The package index could not be reached" in answer.stderr
    assert not (clone / ".venv" / "living-lab.stamp").exists()

    answer = run_bootstrap(clone, PIP_NO_INDEX="1")
    assert answer.returncode == 1
    assert "There is no wheel of no-such-package-of-living-lab" in answer.stderr

    (clone / "pyproject.toml").write_text(
        '[project]\nname = "livinglab"\ndependencies = []\n[project.optional-dependencies]\ndev = ["pip"]\n'
    )
    answer = run_bootstrap(clone, PIP_NO_INDEX="1")
    assert answer.returncode == 0, answer.stderr
    assert (clone / ".venv" / "living-lab.stamp").exists()

    made = (clone / ".venv" / "pyvenv.cfg").stat().st_mtime_ns
    answer = run_bootstrap(clone, PIP_NO_INDEX="1")
    assert answer.returncode == 0
    assert answer.stdout == "", "the second time there is nothing to do, nor to say"

    (clone / ".venv" / "living-lab.stamp").unlink()
    (clone / ".venv" / "living-lab.unfinished").touch()
    answer = run_bootstrap(clone, PIP_NO_INDEX="1")
    assert answer.returncode == 0
    assert (clone / ".venv" / "pyvenv.cfg").stat().st_mtime_ns != made, "a half-finished one is made anew"


def test_a_broken_environment_is_seen(tmp_path, monkeypatch):
    assert bootstrap.environment_works()
    monkeypatch.setattr(bootstrap, "VENV", tmp_path)
    assert not bootstrap.environment_works(), "there is none"
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "python").write_text("#!/bin/sh\nexit 1\n")
    (tmp_path / "bin" / "python").chmod(0o755)
    assert not bootstrap.environment_works(), "it does not start"


def test_a_full_disk_is_seen_before_it_is_half_full(monkeypatch):
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage(10**9, 10**9, 5 * 2**20))
    with pytest.raises(Problem, match="5 MB free, 1200 MB needed"):
        bootstrap.check_free_space(ROOT)
    problem = bootstrap.explained("It failed.", "ERROR: Could not install: [Errno 28] No space left on device: '/x'")
    assert "is full" in str(problem)


@pytest.mark.parametrize(
    ("output", "words"),
    [
        ("ERROR: No matching distribution found for granian==2.8.7", "no wheel of granian==2.8.7"),
        ("NewConnectionError: ...\nERROR: No matching distribution found for rich", "could not be reached"),
        ("    The user requested (constraint) granian==2.8.7", "no wheel of granian==2.8.7"),
        ("something new\nERROR: of pip's", "ERROR: of pip's"),
    ],
)
def test_what_pip_says_is_explained(output, words):
    assert words in str(pip_output.explain("It failed.", output, Path("install.log")))


def test_progress_counts_packages_once(capsys):
    progress = pip_output.Progress(total=3, terminal=True)
    for line in ("Collecting rich>=14 (from -c x)", "Collecting rich>=14", "Requirement already satisfied: pip in x"):
        progress.read(line)
    assert "Fetching packages: 2 of 3" in capsys.readouterr().out


def test_every_dependency_is_pinned_to_a_version_that_it_allows():
    pins = [Requirement(line) for line in (ROOT / "constraints.txt").read_text().splitlines() if line[:1].isalnum()]
    versions = {canonicalize_name(pin.name): next(iter(pin.specifier)).version for pin in pins}
    for requirement in map(Requirement, bootstrap.requirements()):
        version = versions.get(canonicalize_name(requirement.name))
        assert version, f"{requirement} is not pinned; run: make constraints"
        assert version in requirement.specifier, f"{requirement}, but pinned to {version}; run: make constraints"


def test_the_pins_name_no_index():
    content = (ROOT / "constraints.txt").read_text()
    assert "://" not in content
    assert not re.search(r"^\s*-", content, re.MULTILINE)


def test_all_extras_of_the_development_extra_are_installed():
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["optional-dependencies"]
    assert set(extras["demo"]) <= set(bootstrap.requirements())
