"""Run the tests: `make test`.

    python -m livinglab.local.run_tests [arguments for pytest]

Sees to a browser first: one that is installed, else one that Playwright can install; without one the browser's tests
are skipped, with a line that says so. `tests/conftest.py` sees to the database.
"""

import os
import sys

from livinglab.local import browser

MOST_PROCESSES = 4


def main(arguments: list[str]) -> int:
    """Run pytest in place of this process."""
    if browser.find() is None:
        print("No Chromium or Chrome is installed; Playwright tries to install one …", flush=True)
        problem = browser.install()
        if problem:
            print(f"That did not work ({problem}): the browser's tests will be skipped.", flush=True)
    processes = str(min(os.cpu_count() or 1, MOST_PROCESSES))
    command = [sys.executable, "-m", "pytest", "-n", processes, *arguments]
    os.execv(sys.executable, command)  # noqa: S606 - so that signals reach pytest itself


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
