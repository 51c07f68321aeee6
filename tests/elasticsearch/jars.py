"""The jars of the test node: fetched by Maven once, checked against `jars.sha256`, kept under `var/`.

    python -m tests.elasticsearch.jars    writes `jars.sha256` anew, after a change of version in `pom.xml`

No distribution of Elasticsearch is needed: the server and its network layer are on Maven Central. They serve tests
only and are never shipped.
"""

import hashlib
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from livinglab.local.paths import var_dir

HERE = Path(__file__).parent
POM = HERE / "pom.xml"
CHECKSUMS = HERE / "jars.sha256"
NETWORK = "transport-netty4"
# The network layer is a module of Elasticsearch's own kind, with these jars in its folder; all others are the server.
OF_THE_NETWORK_LAYER = (f"{NETWORK}-*.jar", "netty-*.jar", "elasticsearch-ssl-config-*.jar")
MAVEN_TIMEOUT = 600  # seconds


class UnavailableError(Exception):
    """Why there is no Elasticsearch to test with, in one line."""


def installation() -> Path:
    """The folder with `lib/` and `modules/`, made if it is not there yet; raises `UnavailableError`."""
    digest = hashlib.sha256(POM.read_bytes() + CHECKSUMS.read_bytes()).hexdigest()[:12]
    home = var_dir() / "elasticsearch" / digest
    if home.exists():
        return home
    home.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=home.parent) as folder:
        draft = Path(folder) / "draft"
        _fetch(draft / "lib")
        _check(draft / "lib")
        _lay_out(draft)
        try:
            draft.rename(home)
        except OSError:
            if not home.exists():  # another test process was first
                raise
    return home


def _fetch(folder: Path) -> None:
    maven = shutil.which("mvn")
    if not maven:
        raise UnavailableError(
            "no Elasticsearch: Maven is not installed (or name a server: LIVINGLAB_ELASTICSEARCH_URL=…)"
        )
    goal = ["dependency:copy-dependencies", f"-DoutputDirectory={folder}"]
    command = [maven, "--batch-mode", "--quiet", "--strict-checksums", "--file", str(POM), *goal]
    try:
        answer = subprocess.run(command, capture_output=True, text=True, check=False, timeout=MAVEN_TIMEOUT)
    except subprocess.TimeoutExpired:
        raise UnavailableError("no Elasticsearch: Maven does not get an answer") from None
    if answer.returncode:
        last = (answer.stdout.strip().splitlines() or ["no message"])[0]
        raise UnavailableError(f"no Elasticsearch: Maven cannot fetch it ({last})")


def _check(folder: Path) -> None:
    if checksums_of(folder) != CHECKSUMS.read_text():
        raise RuntimeError(f"The jars are not those of {CHECKSUMS.name}: were they changed on their way?")


def _lay_out(home: Path) -> None:
    module = home / "modules" / NETWORK
    module.mkdir(parents=True)
    for pattern in OF_THE_NETWORK_LAYER:
        for jar in (home / "lib").glob(pattern):
            jar.rename(module / jar.name)
    (jar,) = module.glob(f"{NETWORK}-*.jar")
    with zipfile.ZipFile(jar) as archive:
        for name in ("plugin-descriptor.properties", "entitlement-policy.yaml"):
            (module / name).write_bytes(archive.read(f"META-INF/es-plugins/{NETWORK}/{name}"))


def checksums_of(folder: Path) -> str:
    """The SHA-256 of every jar in a folder, as `sha256sum` writes them."""
    jars = sorted(folder.glob("*.jar"), key=lambda jar: jar.name)
    return "".join(f"{hashlib.sha256(jar.read_bytes()).hexdigest()}  {jar.name}\n" for jar in jars)


def main() -> None:
    """Pin the jars that Maven gives now."""
    with tempfile.TemporaryDirectory() as folder:
        _fetch(Path(folder))
        CHECKSUMS.write_text(checksums_of(Path(folder)))


if __name__ == "__main__":
    sys.exit(main())
