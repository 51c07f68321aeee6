"""Bring the site's database and static files up to date, and make its demo content, in one process.

    python -m livinglab.local.prepare

`make run` starts this only when something is not done yet: stamps say what was. One process, since in a fresh clone
Django's modules have yet to be compiled, and two that start at once would each compile all of them.
"""

import gc
import os
import time
from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

from livinglab.demo.files import picture_files
from livinglab.demo.pictures import rendered
from livinglab.local import dev_login, fingerprints, schema
from livinglab.local.console import Console
from livinglab.local.database import Stamps, connect, database_url
from livinglab.local.errors import run_command
from livinglab.local.paths import var_dir

PREPARED, LOGIN, DEMO = "prepared", "account", "demo"
WANTED, DONE = "wanted", "done"


def is_prepared(stamps: Stamps) -> bool:
    """Whether the tables, first rows, log-in and demo content are there, as this code makes them."""
    kept = stamps.read()
    has_login = stamps.password_hash(dev_login.EMAIL) is not None
    return kept.get(PREPARED) == wanted(stamps) and kept.get(DEMO) != WANTED and has_login


def has_static_files() -> bool:
    """Whether the static files are collected, as they are in the code."""
    stamp = static_stamp()
    return stamp.exists() and stamp.read_text() == fingerprints.of_static_files()


def static_stamp() -> Path:
    """Says from what the static files were collected; it goes when they go."""
    return var_dir() / "static" / ".collected"


def wanted(stamps: Stamps) -> str:
    """The stamp of a database that is as the code wants it."""
    return f"{fingerprints.of_seeds()} {stamps.migrations()}"


def has_our_password(stamps: Stamps) -> bool:
    """Whether the kept password still holds; somebody may have chosen another in the admin."""
    return stamps.read().get(LOGIN) == dev_login.digest(stamps.password_hash(dev_login.EMAIL))


def main(_arguments: list[str]) -> None:
    """Make the tables, the first rows, the developer's log-in and, in a database that was fresh, the demo content."""
    # Ten thousands of small objects that stay: looking among them for garbage is a quarter of the work.
    gc.set_threshold(200_000, 10, 1_000)
    stamps = Stamps(connect(database_url()))
    if not stamps.migrations() and os.environ.get("DEMO") != "0":
        # Kept before the first table is made: a run that is broken off still knows that the site was its own.
        stamps.write(DEMO, WANTED)
    console = Console()
    with ExitStack() as meanwhile:
        demo_is_wanted = stamps.read().get(DEMO) == WANTED
        # The other processors have nothing to do while the tables are made.
        pictures = meanwhile.enter_context(rendered(picture_files() if demo_is_wanted else ()))
        make_tables(console)
        if not has_static_files():
            collect_static_files(console)
        if not is_prepared(stamps):
            make_site(console, stamps)
        if demo_is_wanted:
            make_demo(console, stamps, pictures)


def make_tables(console: Console) -> None:
    """Make the tables, and start Django: the database server and this process work beside each other."""
    with console.step("Tables"):
        with ThreadPoolExecutor(max_workers=1) as beside:
            loaded = beside.submit(schema.load, database_url())

            import django
            from django.core.management import call_command

            django.setup()
        loaded.result()
        call_command("migrate", interactive=False, verbosity=0)


def collect_static_files(console: Console) -> None:
    """Collect the static files."""
    from django.core.management import call_command

    with console.step("Static files"):
        call_command("collectstatic", interactive=False, clear=True, verbosity=0)
        static_stamp().write_text(fingerprints.of_static_files())


def make_site(console: Console, stamps: Stamps) -> None:
    """Make the first rows and the developer's log-in."""
    from django.core.management import call_command

    with console.step("Vocabularies, pages and log-in"):
        call_command("provision", verbosity=0)
        make_login(stamps)
    stamps.write(PREPARED, wanted(stamps))


def make_demo(console: Console, stamps: Stamps, pictures: Mapping[str, Future[bytes]]) -> None:
    """Make the demo content, of which the pictures are being rendered."""
    from livinglab.demo import progress
    from livinglab.demo.loading import load

    started = time.monotonic()
    with progress.shown(quiet=False) as tell:
        load(tell, pictures=pictures)
    stamps.write(DEMO, DONE)
    console.done("Demo content", started)


def make_login(stamps: Stamps) -> None:
    """Make the administrator with the kept log-in, if there is none."""
    from django.contrib.auth import get_user_model

    email, password = dev_login.EMAIL, dev_login.kept_password()
    if stamps.password_hash(email) is None:
        get_user_model().objects.create_superuser(email, password, first_name="Beheer", last_name="Living Lab")
        stamps.write(LOGIN, dev_login.digest(stamps.password_hash(email)))


if __name__ == "__main__":
    run_command(main)
