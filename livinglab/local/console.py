"""What the commands show: a spinner while they work, plain lines where there is no terminal."""

import contextlib
import threading
import time
from collections.abc import Callable, Iterator

from rich.console import Console as RichConsole
from rich.markup import escape

COLOURS = {"web": "cyan", "worker": "magenta"}


class Console:
    """The terminal, or the file or pipe in its place."""

    def __init__(self) -> None:
        self._rich = RichConsole(highlight=False, soft_wrap=True)
        self._lock = threading.Lock()

    @contextlib.contextmanager
    def step(self, label: str) -> Iterator[None]:
        """Show that a step goes on, and how long it took."""
        started = time.monotonic()
        if not self._rich.is_terminal:
            self.say(f"  {label} …")
        with self._rich.status(f"{label} …"):
            yield
        self.done(label, started)

    def done(self, label: str, started: float) -> None:
        """Show that a step has been done that was started at this monotonic time."""
        self.say(f"[green]✓[/] {label} [dim]({time.monotonic() - started:.1f} s)[/]")

    def say(self, text: str) -> None:
        """Show a text of ours, with rich's markup."""
        # The terminal may have been closed: what we were doing matters more than what we say of it.
        with self._lock, contextlib.suppress(OSError):
            self._rich.print(text)

    def relay(self, name: str) -> Callable[[str], None]:
        """A function that shows a line of the process called `name`."""
        return lambda line: self.say(f"[{COLOURS[name]}]{name:>8}[/] │ {escape(line)}")
