"""Runs a benchmark of search on a database of its own, which is kept: only the first run fills it.

python -m tests.benchmarks.on_a_site relevance|postgresql [arguments for it]
"""

import os
import subprocess
import sys

from livinglab.local.console import Console
from livinglab.local.database import Stamps, connect
from livinglab.local.errors import run_command
from livinglab.local.paths import ROOT, cluster_dir, var_dir
from livinglab.local.postgres import start_server
from livinglab.local.run import prepare_site, site_environment
from livinglab.local.supervisor import Stopped, Supervisor

BENCHMARKS = {"relevance": "tests.benchmarks.relevance.evaluate", "postgresql": "tests.benchmarks.postgresql_growth"}


def main(arguments: list[str]) -> int:
    """Make the site, with its demo content for relevance; then measure. The exit code is the benchmark's."""
    name, *options = arguments
    os.environ["LIVINGLAB_VAR"] = str(var_dir() / f"bench-{name}")
    os.environ["DEMO"] = "1" if name == "relevance" else "0"
    os.environ.pop("DATABASE_URL", None)
    console = Console()
    supervisor = Supervisor("bench")
    supervisor.handle_signals()
    try:
        with supervisor:
            with console.step("Database"):
                start_server(supervisor, cluster_dir())
            environ = {**site_environment(), "LOG_LEVEL": "ERROR"}
            stamps = Stamps(connect(environ["DATABASE_URL"]))
            prepare_site(supervisor, stamps, environ)
            if name == "relevance":
                subprocess.run([sys.executable, "manage.py", "rebuild_index"], cwd=ROOT, env=environ, check=True)
            command = [sys.executable, "-m", BENCHMARKS[name], *options]
            return subprocess.run(command, cwd=ROOT, env=environ, check=False).returncode
    except Stopped:
        return 1


if __name__ == "__main__":
    run_command(main)
