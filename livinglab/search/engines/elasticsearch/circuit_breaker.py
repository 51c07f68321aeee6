"""Not asking a service again that has just failed."""

import threading
import time
from collections.abc import Callable

FIRST_PAUSE, LONGEST_PAUSE = 5.0, 60.0  # seconds


class CircuitBreaker:
    """Whether to ask a service that may be away.

    Closed: yes. Open: no, until a pause is over; then one caller tries.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._pause = 0.0
        self._until = 0.0
        self._is_trying = False

    @property
    def is_closed(self) -> bool:
        return not self._pause

    def may_ask(self) -> bool:
        """Whether this caller should ask; it then has to tell how it went."""
        with self._lock:
            if self.is_closed:
                return True
            if self._is_trying or self._clock() < self._until:
                return False
            self._is_trying = True
            return True

    def succeeded(self) -> bool:
        """The service answered; whether it was away before."""
        with self._lock:
            was_open, self._pause, self._is_trying = not self.is_closed, 0.0, False
            return was_open

    def failed(self) -> float:
        """The service did not answer; for how many seconds nobody asks it now."""
        with self._lock:
            # Those who asked before the first of them failed say nothing new.
            if self.is_closed or self._is_trying:
                self._pause = min(self._pause * 2 or FIRST_PAUSE, LONGEST_PAUSE)
                self._until = self._clock() + self._pause
                self._is_trying = False
            return self._pause
