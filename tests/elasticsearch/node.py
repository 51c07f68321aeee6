"""A real Elasticsearch on loopback for tests, drills and benchmarks: one node, or a cluster of some.

    python -m tests.elasticsearch.node [nodes] [heap]    runs it until Ctrl-C

A node ends with the program that started it, even when that is killed: its standard input ends then.
"""

import contextlib
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from livinglab.local.paths import var_dir
from livinglab.local.processes import wait_until
from tests.elasticsearch.jars import UnavailableError, installation

OLDEST_JAVA = 21
STARTER = Path(__file__).with_name("StartNode.java")
START_TIMEOUT = 90  # seconds; on a quiet machine a node needs some eight
STOP_TIMEOUT = 20  # seconds
MODULES = "org.elasticsearch.server,jdk.incubator.vector,jdk.net"


def find_java() -> Path:
    """A Java that Elasticsearch runs on: that of JAVA_HOME, else the newest installed; raises `UnavailableError`."""
    homes = [Path(os.environ["JAVA_HOME"])] if os.environ.get("JAVA_HOME") else []
    installed = [*Path("/usr/lib/jvm").glob("*"), *Path("/Library/Java/JavaVirtualMachines").glob("*/Contents/Home")]
    if on_path := shutil.which("java"):
        installed.append(Path(on_path).resolve().parents[1])
    homes += sorted(installed, key=_version, reverse=True)
    for home in homes:
        # The starter is compiled when it starts, so a JDK is needed, not only what runs Java.
        if _version(home) >= OLDEST_JAVA and (home / "bin" / "javac").exists():
            return home / "bin" / "java"
    raise UnavailableError(
        f"no Elasticsearch: no JDK of version {OLDEST_JAVA} or newer is installed (JAVA_HOME names one)"
    )


def _version(home: Path) -> int:
    """The main version of the Java in a folder, 0 when there is none."""
    with contextlib.suppress(OSError):
        found = re.search(r'JAVA_VERSION="(\d+)', (home / "release").read_text())
        return int(found[1]) if found else 0
    return 0


class Node:
    """One node; `start()` may be called again after `stop()` or `kill()`, with the same data and address."""

    def __init__(self, home: Path, *, name: str = "one", heap: str = "512m", cluster: tuple[str, ...] = ()) -> None:
        self.home, self.name, self.heap = home, name, heap
        self._others = cluster
        self._process: subprocess.Popen | None = None
        self._ports = {"http": 0, "transport": 0}
        self._java, self._installation = find_java(), installation()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._ports['http']}"

    @property
    def pid(self) -> int:
        """Of its process; it has to run."""
        assert self._process is not None
        return self._process.pid

    @property
    def transport_address(self) -> str:
        return f"127.0.0.1:{self._ports['transport']}"

    def start(self, *, wait: bool = True) -> None:
        """Start it and, unless told otherwise, wait until it answers; the first time at least until it has a port."""
        for folder in ("config", "data", "logs"):
            (self.home / folder).mkdir(parents=True, exist_ok=True)
        if not (self.home / "modules").exists():
            (self.home / "modules").symlink_to(self._installation / "modules")
        (self.home / "config" / "elasticsearch.yml").write_text(self._configuration())
        for file in (self.home / "logs").glob("*.ports"):
            file.unlink()
        command = [str(self._java), f"-Xmx{self.heap}", f"-Xms{self.heap}", "-XX:-UsePerfData"]
        command += ["--enable-native-access=ALL-UNNAMED,org.elasticsearch.nativeaccess,org.apache.lucene.core"]
        command += ["--module-path", str(self._installation / "lib"), "--add-modules", MODULES]
        with (self.home / "logs" / "output").open("ab") as output:
            self._process = subprocess.Popen(
                [*command, str(STARTER), str(self.home)],
                stdin=subprocess.PIPE,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        if wait or not self._ports["http"]:
            self._read_ports()
        if wait:
            wait_for_health(self.url)

    def _configuration(self) -> str:
        lines = {
            "cluster.name": "livinglab-test",
            "node.name": self.name,
            "network.host": "127.0.0.1",
            "http.port": self._ports["http"],
            "transport.port": self._ports["transport"],
            "node.portsfile": "true",
            # A disk that is nearly full is no reason to refuse a test its few megabytes.
            "cluster.routing.allocation.disk.threshold_enabled": "false",
        }
        if self._others:
            lines["discovery.seed_providers"] = "file"
            # It says its address before it has found the others, who have to know that address.
            lines["discovery.initial_state_timeout"] = "0s"
            lines["cluster.initial_master_nodes"] = f"[{', '.join(self._others)}]"
        else:
            lines["discovery.type"] = "single-node"
        return "".join(f"{name}: {value}\n" for name, value in lines.items())

    def _read_ports(self) -> None:
        files = {kind: self.home / "logs" / f"{kind}.ports" for kind in self._ports}
        process = self._process
        there = wait_until(
            lambda: process.poll() is not None or all(file.exists() for file in files.values()), START_TIMEOUT
        )
        if not there or process.poll() is not None:
            self.kill()
            raise RuntimeError(f"Elasticsearch did not start:\n{self.output()[-4000:]}")
        for kind, file in files.items():
            self._ports[kind] = int(re.search(r"127\.0\.0\.1:(\d+)", file.read_text())[1])

    def output(self) -> str:
        """What it has said."""
        return (self.home / "logs" / "output").read_text(errors="replace")

    def stop(self) -> None:
        """Ask it to stop and wait."""
        self._end(signal.SIGTERM)

    def kill(self) -> None:
        """End it at once, as a power cut does."""
        self._end(signal.SIGKILL)

    def ensure_running(self) -> None:
        """Start it if it does not run."""
        if self._process is None:
            self.start(wait=False)

    def freeze(self) -> None:
        """Have it hold still: its port is open and nothing answers."""
        os.kill(self._process.pid, signal.SIGSTOP)

    def thaw(self) -> None:
        """Have it go on."""
        if self._process is not None:
            os.kill(self._process.pid, signal.SIGCONT)

    def _end(self, how: signal.Signals) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.send_signal(how)
        try:
            process.wait(STOP_TIMEOUT)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        process.stdin.close()


def wait_for_health(url: str, status: str = "yellow", nodes: int = 1, timeout: float = START_TIMEOUT) -> None:
    """Wait until a cluster has this health and so many nodes."""
    deadline = time.monotonic() + timeout
    address = f"{url}/_cluster/health?wait_for_status={status}&wait_for_nodes=>={nodes}&timeout=5s"
    problem: Exception | None = None
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(address, timeout=10):
                return
        except OSError as error:  # what urllib raises for every failure, a health that is not there yet included
            problem = error
        time.sleep(0.1)
    raise RuntimeError(f"Elasticsearch is not {status} with {nodes} nodes: {problem}")


@contextlib.contextmanager
def running_nodes(count: int = 1, *, heap: str = "512m") -> Iterator[list[Node]]:
    """So many nodes that form one cluster, with nothing in it; gone afterwards."""
    var_dir().mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=var_dir(), prefix="elasticsearch-", ignore_cleanup_errors=True) as folder:
        names = tuple(f"node-{number}" for number in range(1, count + 1))
        cluster = names if count > 1 else ()
        nodes = [Node(Path(folder) / name, name=name, heap=heap, cluster=cluster) for name in names]
        try:
            for node in nodes:
                node.start(wait=False)
                started = nodes[: nodes.index(node) + 1]
                addresses = "".join(f"{other.transport_address}\n" for other in started)
                for other in started:
                    (other.home / "config" / "unicast_hosts.txt").write_text(addresses)
            wait_for_health(nodes[0].url, nodes=count)
            yield nodes
        finally:
            for node in nodes:
                node.stop()


def main(arguments: list[str]) -> None:
    """Run a cluster until Ctrl-C."""
    count, heap = (*arguments, *("1", "512m")[len(arguments) :])
    with contextlib.suppress(KeyboardInterrupt), running_nodes(int(count), heap=heap) as nodes:
        print("Elasticsearch answers on", *(node.url for node in nodes), flush=True)  # noqa: T201
        signal.pause()


if __name__ == "__main__":
    main(sys.argv[1:])
