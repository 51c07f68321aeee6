"""What every test stands on: a PostgreSQL with a provisioned site in it, a browser if there is one, and no leftovers.

The databases: `DATABASE_URL` names a server, else the embedded one under `var/postgres-test` is started. On it a
template is made once (`tests/databases.py`) and each test process works on a copy. Most tests run in a
transaction that is rolled back. A test that really commits (`transactional_db`, `live_server`, `TransactionTestCase`)
gets a new copy after it: Django would empty the tables instead, the page tree's root included.
"""

import gc
import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import ClassVar

import pytest
from django.conf import settings as django_settings
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection, connections, transaction
from django.test import TransactionTestCase
from django.utils import translation
from django.utils.translation.reloader import translation_file_changed
from hypothesis import settings as hypothesis_settings
from structlog.contextvars import clear_contextvars
from xdist.scheduler import LoadScopeScheduling

from livinglab.demo import notice
from livinglab.local import schema
from livinglab.local.audits import browsing
from livinglab.local.database import connect, database_url
from livinglab.local.errors import UserError
from livinglab.local.paths import cluster_dir
from livinglab.local.postgres import start_server
from livinglab.local.supervisor import Supervisor
from livinglab.local.translations import compile_translations
from tests.databases import Templates

CI = os.environ.get("CI", "").lower() in {"1", "true"}
CLUSTER = "postgres-test"
MOST_PROCESSES = 4
NO_BROWSER = "no Chromium or Chrome that starts was found (install one, or name it: BROWSER_PATH=…)"

# A slow machine is no failure; the tests of speed measure for themselves.
hypothesis_settings.register_profile("living-lab", deadline=None, print_blob=True)
hypothesis_settings.load_profile("living-lab")


# -- The run as a whole -----------------------------------------------------------------------------
def pytest_configure(config: pytest.Config) -> None:
    """In the first process: compile the translations and start the embedded PostgreSQL, if it is that one."""
    if is_worker(config) or config.option.collectonly or config.option.help:
        return
    compile_translations()
    # Django read the translations when it was set up, which in a clean checkout is before they were there.
    translation_file_changed(sender=None, file_path=Path("django.mo"))
    if not os.environ.get("DATABASE_URL"):
        # It stops when the other processes have ended.
        running = ExitStack()
        config.add_cleanup(running.close)
        try:
            start_server(running.enter_context(Supervisor("tests")), cluster_dir(CLUSTER), durable=False)
        except UserError as error:
            pytest.exit(str(error), returncode=pytest.ExitCode.USAGE_ERROR)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Skip the browser's tests with one reason when there is no browser. Several processes begin with what is long."""
    browser_tests = [item for item in items if item.get_closest_marker("e2e")]
    if browser_tests and browser_path() is None:
        for item in browser_tests:
            item.add_marker(pytest.mark.skip(reason=NO_BROWSER))
    if is_worker(config):
        items.sort(key=lambda item: Together.place(item.nodeid))


def pytest_collection_finish() -> None:
    """What was imported stays until the end: no use looking through all of it for garbage again and again.

    Nor for garbage of a test as often as Python does: a tenth of the processor time (measured: 20.4 s against 23.3).
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 10, 10)


def pytest_xdist_auto_num_workers() -> int:
    """More processes than this would wait for one another at the database."""
    return min(os.cpu_count() or 1, MOST_PROCESSES)


class Together(LoadScopeScheduling):
    """Gives a file of tests to one process, which makes once what they share.

    Thorough tests take minutes each: of those, a class or a single test.
    """

    GROUPS: ClassVar = {
        # Two, each of half the work: one site for what is looked at, one for what people do.
        **{f"tests/e2e/test_{name}.py": "e2e pages" for name in ("every_page", "html", "lists")},
        "tests/e2e/": "e2e people",
        "tests/local/test_run.py": "run",
    }
    LONGEST = ("tests/e2e/", "tests/local/test_run.py", "tests/upgrade/", "tests/test_", "tests/local/")
    """What takes longest begins first, or one process would wait for it at the end."""

    def _split_scope(self, nodeid: str) -> str:
        if "elasticsearch" in nodeid:  # one server for all
            return "elasticsearch"
        file, *names = nodeid.partition("[")[0].split("::")
        own = f"{file}::{names[0]}" if len(names) > 1 else nodeid
        own = own if self.config.option.markexpr == "thorough" else file
        return next((group for start, group in self.GROUPS.items() if nodeid.startswith(start)), own)

    @classmethod
    def place(cls, nodeid: str) -> int:
        """When a test begins, among the others."""
        return next((place for place, start in enumerate(cls.LONGEST) if nodeid.startswith(start)), len(cls.LONGEST))


def pytest_xdist_make_scheduler(config: pytest.Config, log) -> Together:
    """Keep groups together ourselves.

    xdist 3.8 marks the groups in a private attribute of the tests that pytest 9.2 no longer has, and then spreads them
    without a word.
    """
    config.option.loadscopereorder = False  # by the number of tests, which says little of how long they take
    return Together(config, log)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_logreport(report: pytest.TestReport) -> Iterator[None]:
    """Remember what was skipped though CI promises it."""
    if CI and report.skipped and not hasattr(report, "wasxfail") and "optional" not in report.keywords:
        SKIPPED_IN_CI.append(report.nodeid)
    return (yield)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """A promise that was skipped is a failure of the run."""
    if SKIPPED_IN_CI and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter) -> None:
    """Say which promises were skipped, and why a test failed that passed when it was tried again."""
    for report in terminalreporter.stats.get("rerun", ()):
        terminalreporter.section(f"failed at first: {report.nodeid}", red=True)
        terminalreporter.line(report.longreprtext)
    if SKIPPED_IN_CI:
        terminalreporter.section("skipped, though CI promises it", red=True)
        for nodeid in SKIPPED_IN_CI:
            terminalreporter.line(nodeid)


SKIPPED_IN_CI: list[str] = []


def is_worker(config: pytest.Config) -> bool:
    """Whether this is one of xdist's processes, not the one that leads them."""
    return hasattr(config, "workerinput")


# -- The database -----------------------------------------------------------------------------------
@pytest.fixture(scope="session")
def django_db_setup(request, worker_id, django_test_environment, django_db_blocker) -> Iterator[None]:
    """Give this test process a copy of the template, in place of pytest-django's empty database."""
    url = database_url(CLUSTER)
    configured = connection.settings_dict
    templates = Templates(url, configured["NAME"], migrate=migrate, provision=provision)
    with django_db_blocker.unblock():
        copy = templates.copy(worker_id)
        use_database(copy)

    def start_from_a_new_copy(_test_case: TransactionTestCase) -> None:
        connections.close_all()
        use_database(templates.copy(worker_id))

    patch = pytest.MonkeyPatch()
    patch.setattr(TransactionTestCase, "_fixture_setup", classmethod(lambda _test_case: OF_THIS_MODULE.close()))
    patch.setattr(TransactionTestCase, "_fixture_teardown", start_from_a_new_copy)
    yield
    patch.undo()
    with django_db_blocker.unblock():
        connections.close_all()
        templates.drop(copy)


def use_database(name: str) -> None:
    """Have Django use this database from now on."""
    connections.close_all()
    connection.settings_dict["NAME"] = name


def migrate(name: str) -> None:
    """Make the tables in a database."""
    schema.load(database_url(CLUSTER), dbname=name)
    use_database(name)
    call_command("migrate", interactive=False, verbosity=0)
    connections.close_all()


def provision(name: str) -> None:
    """Make a site's first rows in a database."""
    use_database(name)
    call_command("provision", verbosity=0)
    connections.close_all()


@pytest.fixture(scope="module")
def module_db(django_db_setup, django_db_blocker) -> Iterator[None]:
    """The database for what several tests of a module start from: a fixture of the module writes it once.

    All of it is undone after the last of them, and what each test writes after that test. Not for tests that commit:
    those come last in a module, and the first of them ends this.
    """
    with django_db_blocker.unblock():
        OF_THIS_MODULE.enter_context(transaction.atomic())
        OF_THIS_MODULE.callback(transaction.set_rollback, True)
        forget_what_was()
        yield
        OF_THIS_MODULE.close()


OF_THIS_MODULE = ExitStack()
"""Undoes what `module_db` was written to."""


@pytest.fixture(scope="class")
def class_db(django_db_setup, django_db_blocker) -> Iterator[None]:
    """The same for the tests of a class, all of which one process runs, and none of which commits."""
    with django_db_blocker.unblock(), transaction.atomic():
        forget_what_was()
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def every_object(module_db):
    """An object of each kind, and the addresses that lead to them. Tests do not change it."""
    from tests.every_object import EveryObject  # noqa: PLC0415 - few tests need it, and it needs all models

    return EveryObject()


@pytest.fixture
def database_connection(transactional_db):
    """A function that opens a connection of one's own to this test's database, past Django."""
    opened = []

    def open_connection():
        opened.append(connect(database_url(CLUSTER), dbname=connection.settings_dict["NAME"]))
        return opened[-1]

    yield open_connection
    for other in opened:
        other.close()


# -- No leftovers -----------------------------------------------------------------------------------
@pytest.fixture(scope="session", autouse=True)
def media_of_this_process(worker_id) -> Iterator[Path]:
    """Uploads of this test process, away from those of the others; gone at the end."""
    root = Path(django_settings.MEDIA_ROOT) / worker_id
    django_settings.MEDIA_ROOT = root
    yield root
    shutil.rmtree(root, ignore_errors=True)


@pytest.fixture(autouse=True)
def forget_the_last_test() -> Iterator[None]:
    """Requests leave a language and cached page paths behind, services what they bound for the log.

    And what a module wrote for all its tests left things to do after a commit that never comes.
    """
    forget_what_was()
    yield
    cache.clear()


def forget_what_was() -> None:
    """Begin as a new process would."""
    cache.clear()
    connection.run_on_commit = []
    clear_contextvars()
    translation.activate(django_settings.LANGUAGE_CODE)


@pytest.fixture(scope="session", autouse=True)
def demo_notice_keeps_its_answer() -> None:
    """A page costs the same number of queries on a slow machine: this answer is not asked for anew after a minute."""
    notice.SECONDS = None


# -- The browser ------------------------------------------------------------------------------------
_browser_path: list[Path | None] = []


def browser_path() -> Path | None:
    """The installed browser, looked for once."""
    if not _browser_path:
        _browser_path.append(browsing.find())
    return _browser_path[0]


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    """Start the installed browser, and have it call nobody."""
    # Playwright keeps an event loop running in this thread, which Django takes for asynchronous code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    arguments = ["--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
    arguments.append("--disable-dev-shm-usage")  # a container's is too small for it
    if os.geteuid() == 0:
        arguments.append("--no-sandbox")
    return {**browser_type_launch_args, "executable_path": str(browser_path()), "args": arguments}
