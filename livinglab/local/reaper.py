"""Stops the processes of a run when the process that leads it has ended, however it did.

    python -m livinglab.local.reaper MARK

That process holds the other end of our standard input. What is killed with SIGKILL can stop nothing itself.
"""

import signal
import sys

from livinglab.local.processes import stop_processes

if __name__ == "__main__":
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    sys.stdin.read()
    stop_processes(sys.argv[1])
