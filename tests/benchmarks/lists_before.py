"""Lists beside what they were before search was made anew: `make bench-lists` (`ARGS="--rounds 20"`).

Both sites have the demo content of their time, each in a database of its own under `var/`, and are asked in turn, so
that a busy machine is so for both. To make them takes ten minutes the first time, most of it the sizes of all pictures.
What counts is processor time: of the web process and of its database connection. A list had 20 entries a page before,
and has 12 now. Ends with 1 when lists take more than their share of what they took.

The release of before is taken from the repository, whose history has to be there.
"""

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import mean, median

from rich.console import Console
from rich.progress import track
from rich.table import Table

from livinglab.local.audits import demo_site
from livinglab.local.errors import UserError, run_command
from livinglab.local.paths import ROOT, cluster_dir, var_dir
from livinglab.settings.embedded_postgres import embedded_url

BEFORE = "914db70"
MOST = 0.5
"""The mean of the lists, as a share of before."""
ROUNDS, WARM_UP = 10, 3
ADDRESSES = (
    "/voorbeelden/",
    "/voorbeelden/?page=3",
    "/voorbeelden/?theme=circulair",
    "/zoeken/",
    "/zoeken/?q=asfalt",
    "/themas/circulair/",
    "/categorieen/asfalt/",
    "/casestudies/",
    "/bijeenkomsten/",
)
Ask = Callable[[str], float]


def main(arguments: list[str]) -> int:
    """Make both sites, ask them in turn, show; the exit code."""
    parser = argparse.ArgumentParser(prog="make bench-lists", description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=ROUNDS, metavar="N")
    rounds = parser.parse_args(arguments).rounds
    with ExitStack() as running:
        before = running.enter_context(asked_site(release_of_before(), "lists-before"))
        now = running.enter_context(asked_site(ROOT, "lists-now"))
        seen: dict[str, list[tuple[float, float]]] = {address: [] for address in ADDRESSES}
        for number in track(range(WARM_UP + rounds), "Asking both sites"):
            for address in ADDRESSES:
                taken = before(address), now(address)
                if number >= WARM_UP:
                    seen[address].append(taken)
    shown = Table(title="Milliseconds of processor time: the web process and its database connection; medians")
    for column in ("list", f"before ({BEFORE})", "now", "ratio"):
        shown.add_column(column, justify="left" if column == "list" else "right")
    ratios = []
    for address, pairs in seen.items():
        one, other = (median(pair[side] for pair in pairs) for side in (0, 1))
        ratios.append(other / one)
        shown.add_row(address, f"{one:.1f}", f"{other:.1f}", f"{other / one:.2f}")
    console = Console()
    console.print(shown)
    missed = mean(ratios) > MOST
    console.print(
        f"{'✗' if missed else '✓'} Lists take {mean(ratios):.2f} of what they took; at most {MOST:g} is meant."
    )
    return int(missed)


def release_of_before() -> Path:
    """The folder with its code."""
    folder = var_dir() / "lists-before-source"
    if not folder.exists():
        draft = folder.with_suffix(".draft")
        draft.mkdir(parents=True, exist_ok=True)
        archive = subprocess.run(["git", "archive", BEFORE], cwd=ROOT, capture_output=True, check=False)
        if archive.returncode:
            raise UserError(f"The repository has no {BEFORE}.", "Fetch its whole history: git fetch --unshallow")
        subprocess.run(["tar", "-x", "-C", str(draft)], input=archive.stdout, check=True)
        draft.rename(folder)
    return folder


@contextmanager
def asked_site(source: Path, name: str) -> Iterator[Ask]:
    """A function that says how many milliseconds an address takes in a site with the code of a folder."""
    with demo_site.running(source, name):
        environ = demo_site.environ(name)
        environ |= {
            "DATABASE_URL": embedded_url(cluster_dir(environ=environ)),
            "DJANGO_SETTINGS_MODULE": "livinglab.settings.development",
            "COLLECTED_STATIC": "1",
            "PYTHONPATH": os.pathsep.join([str(source), str(ROOT)]),
        }
        command = [sys.executable, str(Path(__file__).with_name("asked_client.py"))]
        with subprocess.Popen(
            command, cwd=source, env=environ, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        ) as client:
            assert client.stdin is not None
            assert client.stdout is not None
            requests, answers = client.stdin, client.stdout

            def ask(address: str) -> float:
                print(address, file=requests, flush=True)
                return json.loads(answers.readline())

            yield ask
            requests.close()


if __name__ == "__main__":
    run_command(main)
