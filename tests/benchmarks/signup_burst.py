"""How many people can sign up at once: `make bench-signups`.

    python -m tests.benchmarks.signup_burst [--people 500] [--seats 50] [--rounds 3]

Starts a site of its own as `make run` does (in a temporary directory, on a free port), publishes a meeting for each
round, and has everyone send the form at the same moment. The exit code is 1 when a target was missed in any round.
"""

import argparse
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from tests.drills import burst
from tests.drills.burst import Figures, Site, running_site, share


def main(arguments: list[str]) -> int:
    """Run the rounds, show the table; 1 when a target was missed."""
    options = _options(arguments)
    console = Console(highlight=False)
    with tempfile.TemporaryDirectory(prefix="livinglab-bench-") as directory, ExitStack() as running:
        with console.status("A site of its own starts …"):
            site = running.enter_context(running_site(Path(directory) / "var"))
        rounds = [_round(console, site, number + 1, options) for number in range(options.rounds)]
    console.print(_table(rounds))
    missed = [problem for figures in rounds for problem in (*figures.problems(), *figures.slow())]
    for problem in missed:
        console.print(f"[red]✗[/] {problem}")
    if not missed:
        console.print("[green]✓[/] All targets are met.")
    return int(bool(missed))


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench-signups", description="How many people can sign up at once.")
    parser.add_argument("--people", type=int, default=burst.PEOPLE)
    parser.add_argument("--seats", type=int, default=burst.SEATS)
    parser.add_argument("--rounds", type=int, default=3)
    return parser.parse_args(arguments)


def _round(console: Console, site: Site, number: int, options: argparse.Namespace) -> Figures:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console) as progress:
        bars = {
            "opened": progress.add_task(f"Round {number}: forms opened", total=options.people),
            "answered": progress.add_task(f"Round {number}: sign-ups answered", total=options.people, start=False),
        }

        def tell(step: str, done: int) -> None:
            if done == 1:
                progress.start_task(bars[step])
            progress.update(bars[step], completed=done)

        figures, key = burst.burst(site, options.people, options.seats, tell)
    with console.status("The worker sends the mails …"):
        burst.wait_for_mails(site, key)
    return figures


def _table(rounds: list[Figures]) -> Table:
    first = rounds[0]
    table = Table(title=f"{first.people} sign-ups at once for {first.seats} seats")
    table.add_column("")
    for number in range(len(rounds)):
        table.add_column(f"round {number + 1}", justify="right")
    table.add_column("target", justify="right")
    for label, values, target in (
        ("seat / waiting list", [f"{one.confirmed} / {one.waiting}" for one in rounds], _wanted(first)),
        ("oversold", [str(one.oversold) for one in rounds], "0"),
        ("sign-ups a second", [f"{one.sign_ups_a_second:.0f}" for one in rounds], f"≥ {burst.SIGN_UPS_A_SECOND}"),
        ("half signed up within (s)", [f"{share(one.answered_after, 0.5):.2f}" for one in rounds], ""),
        ("95% signed up within (s)", [f"{share(one.answered_after, 0.95):.2f}" for one in rounds], ""),
        ("half see the answer within (s)", [f"{share(one.read_after, 0.5):.2f}" for one in rounds], ""),
        ("95% see the answer within (s)", [f"{share(one.read_after, 0.95):.2f}" for one in rounds], ""),
        ("all see the answer within (s)", [f"{one.slowest:.2f}" for one in rounds], f"≤ {burst.SLOWEST_ANSWER:.0f}"),
    ):
        table.add_row(label, *values, target)
    return table


def _wanted(figures: Figures) -> str:
    return f"{min(figures.seats, figures.people)} / {max(0, figures.people - figures.seats)}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
