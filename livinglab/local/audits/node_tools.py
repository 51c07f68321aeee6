"""Tools that exist for Node only, at pinned versions, installed under `var/` when a command first asks for one.

They are no dependencies of the site: nothing of them is served, and only these commands run them.
"""

import shutil
import subprocess
from pathlib import Path

from livinglab.local.errors import UserError
from livinglab.local.paths import var_dir

LIGHTHOUSE = "lighthouse@12.8.2"  # the last that runs on Node 20
HTML_CHECKER = "vnu-jar@26.9.27"
LINTER = "@biomejs/biome@2.6.8"


def tools_dir(package: str) -> Path:
    """Where npm is told to install `name@version`."""
    return var_dir() / "node-tools" / package


def package_dir(package: str) -> Path:
    """Where `name@version` is, or would be."""
    return tools_dir(package) / "node_modules" / package.rpartition("@")[0]


def command(package: str, name: str) -> Path:
    """The program `name` of an installed tool."""
    return tools_dir(package) / "node_modules" / ".bin" / name


def ensure(package: str) -> Path:
    """The folder of a tool's package, installed if it is not there yet; raises `UserError` without npm or network."""
    folder = package_dir(package)
    if (folder / "package.json").exists():
        return folder
    if not shutil.which("npm"):
        raise UserError(
            f"{package} needs Node 20 or newer with npm.", "Install them (Debian, Ubuntu: apt install npm)."
        )
    print(f"Installing {package} under var/ …", flush=True)
    prefix = tools_dir(package)
    prefix.mkdir(parents=True, exist_ok=True)
    # Scripts of packages are not run: they would fetch browsers and Java.
    install = ["npm", "install", "--prefix", str(prefix), "--ignore-scripts", "--no-audit", "--no-fund", package]
    answer = subprocess.run(install, capture_output=True, text=True, check=False)
    if answer.returncode:
        raise UserError(f"npm could not install {package}: {answer.stderr.strip()}", "Is there a network?")
    return folder


if __name__ == "__main__":
    ensure(HTML_CHECKER)
