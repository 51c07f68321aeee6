"""What has to be done before the site can be served: only that which is not done yet.

Each step leaves a stamp (a fingerprint of what it was made from): those about the database in that database, that of
the static files among those files. A step whose stamp still fits is skipped without starting Django for it.
"""

import hashlib
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from livinglab.local import account, fingerprints
from livinglab.local.database import Database
from livinglab.local.paths import var_dir
from livinglab.local.supervisor import Supervisor
from livinglab.local.translations import compile_translations

DEMO = "demo"
DEMO_WANTED = "wanted"
DEMO_DONE = "done"


class Preparation:
    """The steps, for one database."""

    def __init__(self, supervisor: Supervisor, database: Database, environ: dict[str, str]) -> None:
        self.supervisor = supervisor
        self.screen = supervisor.screen
        self.database = database
        self.environ = environ

    def run(self) -> None:
        """Do what is not done yet; the static files beside the database, for they do not need each other."""
        compile_translations()
        with ThreadPoolExecutor(max_workers=1) as pool:
            static_files = pool.submit(self.collect_static_files)
            try:
                self.prepare_database()
            except BaseException:
                self.supervisor.stop_all()
                raise
            static_files.result()

    def prepare_database(self) -> None:
        """Tables, first rows, the newcomer's log-in and, in a database that was fresh, the demo content."""
        if self.database.is_fresh() and self.environ.get("DEMO") != "0":
            # Kept before the first table is made: a run that is broken off still knows that the site was its own.
            self.database.stamp(DEMO, DEMO_WANTED)
        stamps = self.database.stamps()
        migrations = fingerprints.of_migrations()
        if stamps.get("migrate") != f"{migrations} {self.database.applied_migrations()}":
            self.manage("Tables", "migrate", "migrate", "--no-input")
            self.database.stamp("migrate", f"{migrations} {self.database.applied_migrations()}")
            stamps.pop("provision", None)
        seeds = fingerprints.of_seeds()
        if stamps.get("provision") != seeds:
            self.manage("Vocabularies and pages", "provision", "provision")
            self.database.stamp("provision", seeds)
        self.make_account()
        if stamps.get(DEMO) == DEMO_WANTED:
            self.manage("Demo content", "demo", "demo_content")
            self.database.stamp(DEMO, DEMO_DONE)

    def make_account(self) -> None:
        """Make the administrator with the kept log-in, if there is none."""
        login = account.kept_login()
        if self.database.password_hash(login.email) is None:
            self.python("Log-in", "account", "-m", "livinglab.local.account")
            self.database.stamp("account", self.password_stamp(login.email))

    def password_stamp(self, email: str) -> str:
        """What tells whether the password is still the one that we made."""
        return hashlib.sha256((self.database.password_hash(email) or "").encode()).hexdigest()

    def password_is_ours(self) -> bool:
        """Whether the kept password still holds; someone may have chosen another in the admin."""
        login = account.kept_login()
        return self.database.stamps().get("account") == self.password_stamp(login.email)

    def collect_static_files(self) -> None:
        """Collect, hash and compress the static files, if one of them or a package changed."""
        stamp = static_stamp()
        wanted = fingerprints.of_static_files()
        if stamp.exists() and stamp.read_text() == wanted:
            return
        stamp.unlink(missing_ok=True)
        self.manage("Static files", "static", "collectstatic", "--no-input", "--clear", "-v", "1")
        stamp.write_text(wanted)

    def manage(self, label: str, name: str, *arguments: str) -> None:
        """Run a command of Django's as a step."""
        self.python(label, name, "manage.py", *arguments)

    def python(self, label: str, name: str, *arguments: str) -> None:
        """Run Python as a step."""
        with self.screen.step(label) as tell:
            self.supervisor.complete(name, [sys.executable, *arguments], tell=tell, env=self.environ)


def static_stamp() -> Path:
    """The stamp of the collected files: it goes when they go."""
    return var_dir() / "static" / ".collected"
