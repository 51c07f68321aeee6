"""What each page type costs with the demo content, and with thousands of examples more: `make bench-pages`.

    python -m livinglab.local.measuring.bench_pages [--examples N] [--explain]

On a database of its own (`var/bench`), which is kept: only the first run fills it.
"""

import argparse
import json
import os
import subprocess
import sys

from rich.console import Console
from rich.table import Table

from livinglab.local.database import Database
from livinglab.local.paths import ROOT, cluster_dir, database_url, var_dir
from livinglab.local.postgres import Server
from livinglab.local.preparation import Preparation
from livinglab.local.problem import Problem
from livinglab.local.screen import Screen
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
    screen = Screen()
    try:
        with Supervisor(screen) as supervisor:
            few, many = measure_both(supervisor, options.examples, explain=options.explain)
    except Stopped:
        return 1
    except Problem as problem:
        print(problem, file=sys.stderr)
        return 1
    Console().print(table(few, many))
    slow = [row["name"] for row in many["pages"] if row["milliseconds"] > SLOW]
    if slow:
        print(f"✗ slower than {SLOW} ms: {', '.join(slow)}")
    return 1 if slow else 0


def measure_both(supervisor: Supervisor, examples: int, *, explain: bool) -> tuple[dict, dict]:
    """What the pages cost with the demo alone (measured once, and kept) and with the examples."""
    environ = {
        **os.environ,
        "DATABASE_URL": database_url(),
        "DJANGO_SETTINGS_MODULE": "livinglab.settings.development",
        "COLLECTED_STATIC": "1",
        "PYTHONUNBUFFERED": "1",
        "LOG_LEVEL": "ERROR",
    }
    with supervisor.screen.steps():
        with supervisor.screen.step("Database"):
            supervisor.adopt(Server(cluster_dir("postgres")).start(supervisor.guardian, supervisor.check))
        database = Database(database_url(), named_by_person=False)
        preparation = Preparation(supervisor, database, environ)
        preparation.run()
        if MANY not in database.stamps():
            database.stamp(FEW, json.dumps(measure(supervisor, environ, "Measuring the demo")))
        if database.stamps().get(MANY) != str(examples):
            made = int(database.stamps().get(MANY, 0))
            label = f"{examples - made:,} examples"
            preparation.manage(label, "examples", "demo_content", "--examples", str(examples - made))
            database.stamp(MANY, str(examples))
        many = measure(supervisor, environ, f"Measuring with {examples:,} more", *(["--explain"] if explain else []))
        few = json.loads(database.stamps()[FEW])
        database.close()
    return few, many


def measure(supervisor: Supervisor, environ: dict[str, str], label: str, *options: str) -> dict:
    """What `livinglab.local.measuring.page_costs` says, run in a process of its own with Django in it."""
    with supervisor.screen.step(label):
        answer = subprocess.run(
            [sys.executable, "-m", "livinglab.local.measuring.page_costs", *options],
            cwd=ROOT,
            env=environ,
            stdout=subprocess.PIPE,
            text=True,
            check=False,
        )
    if answer.returncode:
        raise Problem("The pages could not be measured.", "Look at what it says above.")
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
    sys.exit(main(sys.argv[1:]))
