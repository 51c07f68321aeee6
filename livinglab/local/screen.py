"""What the commands show: steps with their progress while they work, plain lines where there is no terminal."""

import contextlib
import os
import threading
import time
from collections.abc import Callable, Iterator

from rich.console import Console
from rich.markup import escape
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

LONGEST_DETAIL = 70  # characters: a step stays on one line
COLOURS = {"web": "cyan", "worker": "magenta", "database": "yellow"}


class Screen:
    """The terminal, or the file or pipe in its place."""

    def __init__(self) -> None:
        self.console = Console(highlight=False, soft_wrap=True)
        self._progress: Progress | None = None
        self._lock = threading.Lock()

    @contextlib.contextmanager
    def steps(self) -> Iterator[None]:
        """The time in which steps are shown."""
        columns = (
            SpinnerColumn(),
            TextColumn("{task.description}"),
            TimeElapsedColumn(),
            TextColumn("[dim]{task.fields[detail]}"),
        )
        self._progress = Progress(*columns, console=self.console, transient=True)
        self._progress.disable = not self.console.is_terminal
        try:
            with self._progress:
                yield
        finally:
            self._progress = None

    @contextlib.contextmanager
    def step(self, label: str) -> Iterator[Callable[[str], None]]:
        """Show that a step goes on, and how long it took; gives a function that tells what it is at."""
        assert self._progress is not None  # noqa: S101 - for the type checker
        progress = self._progress
        task = progress.add_task(label, total=None, detail="")
        if progress.disable:
            self.say(f"  {label} …")
        started = time.monotonic()
        try:
            yield lambda detail: progress.update(task, detail=escape(detail.strip()[:LONGEST_DETAIL]))
            self.say(f"[green]✓[/] {label} [dim]({time.monotonic() - started:.1f} s)[/]")
        finally:
            progress.remove_task(task)

    def say(self, line: str = "") -> None:
        """Show a line of ours, with rich's markup."""
        # The terminal may have been closed: what we were doing matters more than what we say of it.
        with self._lock, contextlib.suppress(OSError):
            self.console.print(line)

    def relay(self, name: str, line: str) -> None:
        """Show a line that one of the processes wrote."""
        self.say(f"[{COLOURS.get(name, 'white')}]{name:>8}[/] │ {escape(line)}")

    def hush(self) -> None:
        """Say nothing more: the terminal is gone."""
        self.console.file = open(os.devnull, "w")  # noqa: SIM115 - for as long as we live
