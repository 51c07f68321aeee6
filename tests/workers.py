"""Workers for tests: one that works off the queue and ends, and ones that are killed."""

import asyncio
import atexit
import functools
import os
import signal
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from django.conf import settings
from django.db import connection, connections
from django.db.models import Q
from django.utils import timezone
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob
from procrastinate.periodic import PeriodicDeferrer

from livinglab.core.tasks import retry_stalled_jobs
from tests.fork_server import ForkServer

_ROOT = Path(__file__).resolve().parents[1]


def work_off(*queues: str) -> None:
    """Run the jobs of these queues that are due, with a worker as in production, until none can start; mail by default.

    In a thread of its own: Playwright may have an event loop in this one, and a worker wants one too.
    """
    queues = queues or ("mail",)
    with ThreadPoolExecutor(1) as thread:
        # A worker that need not wait ends when it finds no job, also when the rest waits for one that is under way.
        due, before = _due(queues), None
        while due and due != before:
            thread.submit(_work_off, queues).result()
            due, before = _due(queues), due


def _due(queues: tuple[str, ...]) -> set[int]:
    later = Q(scheduled_at__gt=timezone.now())
    waiting = ProcrastinateJob.objects.filter(queue_name__in=queues, status="todo").exclude(later)
    return set(waiting.values_list("pk", flat=True))


def _work_off(queues: tuple[str, ...]) -> None:
    with app.replace_connector(app.connector.get_worker_connector()) as worker_app:
        worker_app.run_worker(
            queues=list(queues), wait=False, concurrency=4, listen_notify=False, install_signal_handlers=False
        )
    connections.close_all()


def defer_periodic_jobs() -> None:
    """Put in the queue what a worker that starts now finds due."""

    async def defer() -> None:
        with app.replace_connector(app.connector.get_worker_connector()) as worker_app:
            async with worker_app.open_async():
                deferrer = PeriodicDeferrer(worker_app.periodic_registry, **worker_app.periodic_defaults)
                await deferrer.defer_jobs(deferrer.get_previous_tasks(at=time.time()))

    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, defer()).result()


def make_due() -> None:
    """Let the time pass that jobs wait for."""
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET scheduled_at = %s WHERE status = 'todo'", [timezone.now()])


def die_at(point: str) -> None:
    """Run a worker in a process of its own that SIGKILL ends at `point` (`killed_mail_worker.POINTS`) of sending."""
    _run_until_killed("tests.killed_mail_worker", KILL_AT=point, MAIL_PORT=str(settings.EMAIL_PORT))


def die_with_everything_under_way() -> None:
    """Run a worker in a process of its own that takes every waiting job and is killed while all of them run."""
    _run_until_killed("tests.core.killed_worker")


def _run_until_killed(module: str, **variables: str) -> None:
    code = f"import runpy; runpy.run_module({module!r}, run_name='__main__')"
    assert _starter(environment()["DATABASE_URL"]).run(code, environment() | variables) == -signal.SIGKILL


@functools.cache
def _starter(database_url: str) -> ForkServer:
    """Where Django is set up, which takes seconds, for the database of this address."""
    environ = environment() | {"DATABASE_URL": database_url, "DJANGO_SETTINGS_MODULE": "livinglab.settings.test"}
    starter = ForkServer("import django; django.setup(); import tests.workers", environ, _ROOT)
    atexit.register(starter.close)
    return starter


def environment() -> dict[str, str]:
    """The environment of a process of its own that works on this test's database."""
    database = connection.settings_dict
    return os.environ | {
        "DATABASE_URL": f"postgres://{database['USER']}@/{database['NAME']}?host={_host(database)}",
        "PYTHONPATH": str(_ROOT),
    }


def let_hearts_stop() -> None:
    """Let the time pass after which a worker that no longer gives a sign of life counts as dead."""
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_workers SET last_heartbeat = last_heartbeat - interval '5 minutes'")


def revive() -> None:
    """Have the periodic job look for jobs of dead workers, and no other job of its queue run."""
    let_hearts_stop()
    retry_stalled_jobs.configure(queue="recovery", queueing_lock="recovery").defer(timestamp=0)
    work_off("recovery")


def _host(database: dict) -> str:
    return database["HOST"] or database["OPTIONS"]["host"]
