"""What each page type costs with the demo content, and with thousands of examples more: `make bench-pages`.

    python -m livinglab.local.audits.bench_pages [--examples N] [--explain]

On a database of its own (`var/bench`), which is kept: only the first run fills it.
"""

import argparse
import json
import os
import subprocess
import sys

from rich.console import Console as TableConsole
from rich.table import Table

from livinglab.local.console import Console
from livinglab.local.database import Stamps, connect
from livinglab.local.errors import UserError, run_command
from livinglab.local.paths import ROOT, cluster_dir, var_dir
from livinglab.local.postgres import start_server
from livinglab.local.run import prepare_site, site_environment
from livinglab.local.supervisor import Stopped, Supervisor

EXAMPLES = 10_000
FEW, MANY = "bench: few", "bench: many"
SLOW = 200
"""Milliseconds of server time from which a page is too slow."""


def main(arguments: list[str]) -> int:
    """Fill, measure, show; the exit code is 1 when a page is too slow."""
    parser = argparse.ArgumentParser(prog="make bench-pages", description=__doc__.splitlines()[0])
    parser.add_argument("--examples", type=int, default=EXAMPLES, metavar="N", help=f"how many more ({EXAMPLES:,})")
    parser.add_argument("--explain", action="store_true", help="show PostgreSQL's plan of the slowest statement")
    options = parser.parse_args(arguments)
    # Everything that is made goes here, by these commands and by those that they start.
    os.environ["LIVINGLAB_VAR"] = str(var_dir() / "bench")
    os.environ.pop("DATABASE_URL", None)
    console = Console()
    supervisor = Supervisor("bench")
    supervisor.handle_signals()
    try:
        with supervisor:
            few, many = measure_both(supervisor, console, options.examples, explain=options.explain)
    except Stopped:
        return 1
    TableConsole().print(table(few, many))
    slow = [row["name"] for row in many["pages"] if row["milliseconds"] > SLOW]
    if slow:
        print(f"✗ slower than {SLOW} ms: {', '.join(slow)}")
    return 1 if slow else 0


def measure_both(supervisor: Supervisor, console: Console, examples: int, *, explain: bool) -> tuple[dict, dict]:
    """What the pages cost with the demo alone (measured once, and kept) and with the examples."""
    with console.step("Database"):
        start_server(supervisor, cluster_dir())
    environ = {**site_environment(), "LOG_LEVEL": "ERROR"}
    stamps = Stamps(connect(environ["DATABASE_URL"]))
    prepare_site(supervisor, stamps, environ)
    if MANY not in stamps.read():
        stamps.write(FEW, json.dumps(measure(console, environ, "Measuring the demo")))
    missing = examples - int(stamps.read().get(MANY, 0))
    if missing:
        with console.step(f"{missing:,} examples"):
            command = [sys.executable, "manage.py", "demo_content", "--examples", str(missing)]
            supervisor.wait(supervisor.start("examples", command, output="log", may_end=True, env=environ))
        stamps.write(MANY, str(examples))
    many = measure(console, environ, f"Measuring with {examples:,} more", *(["--explain"] if explain else []))
    return json.loads(stamps.read()[FEW]), many


def measure(console: Console, environ: dict[str, str], label: str, *options: str) -> dict:
    """What `livinglab.local.audits.page_costs` says, run in a process of its own with Django in it."""
    with console.step(label):
        answer = subprocess.run(
            [sys.executable, "-m", "livinglab.local.audits.page_costs", *options],
            cwd=ROOT,
            env=environ,
            stdout=subprocess.PIPE,
            text=True,
            check=False,
        )
    if answer.returncode:
        raise UserError("The pages could not be measured.", "Look at what it says above.")
    return json.loads(answer.stdout)


def table(few: dict, many: dict) -> Table:
    """Both, page type by page type."""
    shown = Table("page type", title="Queries, and milliseconds of server time in one process")
    for costs in (few, many):
        for heading in (f"{costs['entries']:,} entries: queries", "median ms", "fastest ms"):
            shown.add_column(heading, justify="right")
    for first, second in zip(few["pages"], many["pages"], strict=True):
        cells = (f"{row[key]:.0f}" for row in (first, second) for key in ("queries", "milliseconds", "fastest"))
        shown.add_row(first["name"], *cells)
    return shown


if __name__ == "__main__":
    run_command(main)
