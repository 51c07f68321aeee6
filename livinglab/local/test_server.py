"""The embedded PostgreSQL for the tests: a server of its own, which may forget on a crash and so is quick."""

import fcntl
from contextlib import ExitStack

from livinglab.local.paths import cluster_dir, var_dir
from livinglab.local.postgres import Server
from livinglab.local.problem import Problem
from livinglab.local.processes import guarded


class EmbeddedTestServer:
    """The server of one test run; a second run at the same time is refused."""

    def __init__(self, cluster: str) -> None:
        self.cluster = cluster
        self._open = ExitStack()

    def start(self) -> None:
        """Start the server; it stops with us, even if we are killed."""
        try:
            self._open.enter_context(self._lock())
            guardian = self._open.enter_context(guarded())
            child = Server(cluster_dir(self.cluster), durable=False).start(guardian)
            self._open.callback(child.stop)
        except BaseException:
            self._open.close()
            raise

    def stop(self) -> None:
        """Stop the server."""
        self._open.close()

    def _lock(self):
        path = var_dir() / "run" / f"{self.cluster}.lock"
        path.parent.mkdir(parents=True, exist_ok=True)
        lock = path.open("a")
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            lock.close()
            raise Problem(
                "Other tests of this clone are running, on the same embedded PostgreSQL.",
                "Wait for them, or give these a server of their own: DATABASE_URL=postgres://… make test",
            ) from error
        return lock
