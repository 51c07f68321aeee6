"""The environment is made with nothing but Python, and what goes wrong is explained."""

import json
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

from livinglab.local import bootstrap
from livinglab.local.errors import UserError
from livinglab.local.paths import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
EXTRAS = PROJECT["optional-dependencies"]
# Each pin with its hashes, as it stands in the file.
PINNED = re.findall(r"^([\w.-]+)(==.*\n(?: +--hash=.*\n)+)", (ROOT / "constraints.txt").read_text(), re.MULTILINE)
PINS = dict(PINNED)


def run_bootstrap(clone: Path, before: str = "", **environ: str) -> subprocess.CompletedProcess[str]:
    """Run it in a clone, with an empty home, after the Python code `before`."""
    code = f"{before}\nimport runpy, sys; sys.argv[1:] = ['dev']\n"
    home = clone / "home"
    home.mkdir(exist_ok=True)
    return subprocess.run(
        [sys._base_executable, "-c", f"{code}runpy.run_module('livinglab.local.bootstrap', run_name='__main__')"],
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
    write_project(tmp_path, ["no-such-package-of-living-lab>=1"])
    return tmp_path


def write_project(clone: Path, requirements: list[str]) -> None:
    project = f'[project]\nname = "livinglab"\nversion = "1"\n[project.optional-dependencies]\ndev = {requirements}\n'
    (clone / "pyproject.toml").write_text(project)
    lock = f"no-such-package-of-living-lab==1.0 \\\n    --hash=sha256:{'0' * 64}\nuv{PINS['uv']}"
    (clone / "constraints.txt").write_text(lock)


def test_an_old_python_is_refused_before_it_reads_new_syntax(clone):
    old = "import sys; sys.version_info = (3, 10, 4, 'final', 0)"
    answer = run_bootstrap(clone, old)
    assert answer.returncode == 1
    assert "needs Python 3.11 or newer" in answer.stderr
    assert "PYTHON=python3.11 make run" in answer.stderr
    assert "Traceback" not in answer.stderr


def without(*modules: str) -> str:
    """The code that makes a Python seem to lack modules."""
    return (
        "import importlib.util as util; found = util.find_spec\n"
        f"util.find_spec = lambda name: None if name in {modules!r} else found(name)"
    )


def test_a_python_without_pip_and_venv_is_explained(clone):
    answer = run_bootstrap(clone, without("pip", "ensurepip"))
    assert answer.returncode == 1
    assert "apt install python3" in answer.stderr
    assert "Traceback" not in answer.stderr


@pytest.mark.slow
def test_a_python_without_pip_gives_the_environment_its_own(clone):
    answer = run_bootstrap(clone, without("pip"), PIP_INDEX_URL="http://127.0.0.1:9/simple", PIP_RETRIES="1")
    assert (clone / ".venv" / "bin" / "pip").exists(), answer.stderr
    assert "The package index could not be reached" in answer.stderr


def test_no_network_is_explained(clone):
    answer = run_bootstrap(clone, PIP_INDEX_URL="http://127.0.0.1:9/simple", PIP_RETRIES="1", PIP_FIND_LINKS="")
    assert answer.returncode == 1
    assert "The package index could not be reached" in answer.stderr
    assert "Traceback" not in answer.stderr
    assert not (clone / ".venv" / "living-lab.json").exists()


@pytest.mark.parametrize(
    ("words", "explanation"),
    [
        ("error: Failed to fetch\n  cause: tcp connect error: Connection refused", "index could not be reached"),
        ("Because no-such-package has no usable wheels", "There is no wheel for Python"),
        ("Because there is no version of granian==99", "There is no wheel for Python"),
        ("failed to write to file: No space left on device (os error 28)", "The disk is full"),
    ],
)
def test_what_uv_says_is_shown_and_explained(monkeypatch, capfd, words, explanation):
    with pytest.raises(UserError) as raised:
        bootstrap.run([sys.executable, "-c", f"import sys; sys.exit({words!r})"], dict(os.environ))
    assert words in capfd.readouterr().out
    assert explanation in str(raised.value)


def test_the_list_of_all_packages_is_not_shown(capfd):
    says = "print('Downloading granian (5.0MiB)\\n + granian==2.8.7\\nInstalled 1 package in 3ms')"
    bootstrap.run([sys.executable, "-c", says], dict(os.environ))
    assert capfd.readouterr().out == "Downloading granian (5.0MiB)\nInstalled 1 package in 3ms\n"


class TestAnEnvironment:
    """What is there is used, brought up to date, or made anew."""

    @pytest.fixture
    def installs(self, tmp_path, monkeypatch):
        """The bootstrap in a clone of its own; what it installs is noted, not installed."""
        monkeypatch.setattr(bootstrap, "ROOT", tmp_path)
        monkeypatch.setattr(bootstrap, "VENV", tmp_path / ".venv")
        monkeypatch.setattr(bootstrap, "PYTHON", tmp_path / ".venv" / "bin" / "python")
        monkeypatch.setattr(bootstrap, "LOCK", tmp_path / "constraints.txt")
        monkeypatch.setenv("LIVINGLAB_VAR", str(tmp_path / "var"))
        write_project(tmp_path, [])
        made = []
        monkeypatch.setattr(bootstrap, "install", made.append)
        monkeypatch.setattr(bootstrap, "HAS_PIP", True)  # none of its own, so it is quick
        return made

    def made_at(self) -> int:
        return (bootstrap.VENV / "pyvenv.cfg").stat().st_ino

    def test_the_second_time_there_is_nothing_to_do_nor_to_say(self, installs, capsys):
        bootstrap.main(["local"])
        capsys.readouterr()
        bootstrap.main(["local"])
        assert installs == [["local"]]
        assert capsys.readouterr().out == ""

    def test_another_extra_comes_beside_those_that_are_there(self, installs):
        bootstrap.main(["local"])
        made = self.made_at()
        bootstrap.main(["local", "dev"])
        bootstrap.main(["local"])
        assert installs == [["local"], ["dev", "local"]]
        assert self.made_at() == made

    def test_a_changed_lock_updates_it_with_all_that_it_has(self, installs):
        bootstrap.main(["local", "dev"])
        made = self.made_at()
        write_project(bootstrap.ROOT, ["another"])
        bootstrap.main(["local"])
        assert installs == [["dev", "local"], ["dev", "local"]]
        assert self.made_at() == made

    def test_one_that_was_interrupted_is_made_anew(self, installs, monkeypatch):
        bootstrap.main(["local"])
        (bootstrap.VENV / "half-unpacked").touch()

        def interrupted(extras):
            raise KeyboardInterrupt

        with monkeypatch.context() as patch:
            patch.setattr(bootstrap, "install", interrupted)
            with pytest.raises(KeyboardInterrupt):
                bootstrap.main(["dev"])
        bootstrap.main(["dev"])
        assert not (bootstrap.VENV / "half-unpacked").exists()

    def test_one_whose_python_does_not_start_is_made_anew(self, installs):
        bootstrap.main(["local"])
        bootstrap.PYTHON.unlink()
        bootstrap.PYTHON.write_text("#!/bin/sh\nexit 1\n")
        bootstrap.PYTHON.chmod(0o755)
        bootstrap.main(["local"])
        assert subprocess.run([bootstrap.PYTHON, "-c", ""]).returncode == 0

    @pytest.mark.parametrize("content", ["", "{", "[]", "{}", "living lab 3.11"])
    def test_one_with_an_unreadable_stamp_is_made_anew(self, installs, content):
        bootstrap.main(["local"])
        bootstrap.stamp_path().write_text(content)
        bootstrap.main(["local"])
        assert json.loads(bootstrap.stamp_path().read_text())["extras"] == ["local"]
        assert len(installs) == 2

    def test_a_full_disk_is_seen_before_it_is_half_full(self, installs, monkeypatch):
        usage = namedtuple("usage", "total used free")
        monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage(10**9, 10**9, 5 * 2**20))
        with pytest.raises(UserError, match=r"need 1000 MB.* 5 MB free"):
            bootstrap.main(["local"])
        assert installs == []


def test_the_users_settings_of_pip_count_for_uv(tmp_path, monkeypatch):
    for name in [name for name in os.environ if name.startswith("PIP_")]:
        monkeypatch.delenv(name)
    config = tmp_path / "pip.conf"
    config.write_text(
        "[global]\nindex-url = https://of-the-file.example/simple\ncert = /etc/ours.pem\n"
        "[install]\nextra-index-url =\n    https://one.example/simple\n    https://two.example/simple\n"
    )
    monkeypatch.setenv("PIP_CONFIG_FILE", str(config))
    monkeypatch.setenv("PIP_INDEX_URL", "https://user:secret@of-the-environment.example/simple")
    pip = [sys._base_executable, "-m", "pip"]
    assert bootstrap.uv_settings(bootstrap.pip_config(pip)) == {
        "UV_DEFAULT_INDEX": "https://user:secret@of-the-environment.example/simple",
        "UV_INDEX": "https://one.example/simple https://two.example/simple",
        "UV_INDEX_STRATEGY": "unsafe-best-match",
        "UV_SYSTEM_CERTS": "1",
        "SSL_CERT_FILE": "/etc/ours.pem",
    }


class TestTheLock:
    """`constraints.txt`."""

    def requirements(self) -> list[Requirement]:
        named = [*PROJECT["dependencies"], *(requirement for extra in EXTRAS.values() for requirement in extra)]
        return [Requirement(name) for name in named if not name.startswith("livinglab[")]

    def test_it_pins_all_that_is_asked_for_to_a_version_that_is_allowed(self):
        pins = {canonicalize_name(name): pin for name, pin in PINS.items()}
        for requirement in self.requirements():
            pin = pins.get(canonicalize_name(requirement.name))
            assert pin, f"{requirement} is not pinned; run: make constraints"
            version = re.match(r"==(\S+)", pin)[1]
            assert version in requirement.specifier, f"{requirement}, but pinned to {version}; run: make constraints"

    def test_it_has_a_hash_for_everything(self):
        lines = (ROOT / "constraints.txt").read_text().splitlines()
        assert len(PINNED) == sum(1 for line in lines if line[:1].isalnum())

    def test_it_names_no_index(self):
        content = (ROOT / "constraints.txt").read_text()
        assert "://" not in content
        assert not re.search(r"^\s*-(?!-hash=sha256:[0-9a-f]{64}( \\)?$)", content, re.MULTILINE)


@pytest.mark.parametrize("goal", ["run", "stop", "reset"])
def test_who_only_runs_the_site_gets_no_tools_of_a_developer(goal):
    answer = subprocess.run(["make", "-n", goal, "PYTHON=python"], cwd=ROOT, capture_output=True, text=True)
    assert "livinglab.local.bootstrap local\n" in answer.stdout
