"""Showing how far the work is: a bar in a terminal, a line now and then elsewhere."""

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

from livinglab.demo.loading import Tell

STEPS = 10
"""How many lines a stretch of work gets where there is no terminal."""


@contextmanager
def shown(*, quiet: bool) -> Iterator[Tell]:
    """A function to tell of progress, for as long as the block runs."""
    console = Console()
    if quiet:
        yield lambda what, done, total: None
    elif console.is_terminal:
        with Progress(
            TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), console=console
        ) as bars:
            yield _on_bars(bars)
    else:
        yield _in_lines(console)


def _on_bars(bars: Progress) -> Tell:
    tasks: dict[str, TaskID] = {}

    def tell(what: str, done: int, total: int) -> None:
        if what not in tasks:
            tasks[what] = bars.add_task(what, total=total)
        bars.update(tasks[what], completed=done, total=total)

    return tell


def _in_lines(console: Console) -> Tell:
    def tell(what: str, done: int, total: int) -> None:
        if done == total or done % max(total // STEPS, 1) == 0:
            console.print(f"{what}: {done} of {total}", highlight=False)
            console.file.flush()

    return tell
