"""Workers for tests: one that works off the queue and ends, and one that dies where it is told to."""

import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from django.conf import settings
from django.db import connection, connections
from django.db.models import Q, QuerySet
from django.utils import timezone
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

_ROOT = Path(__file__).resolve().parents[2]


def work_off(queue: str = "mail") -> None:
    """Run the jobs that are due, with a worker as in production, until none is left.

    In a thread of its own: Playwright may have an event loop in this one, and a worker wants one too.
    """
    with ThreadPoolExecutor(1) as thread:
        # A worker that need not wait ends when it finds no job, also when the rest waits for one that is under way.
        while True:
            thread.submit(_work_off, queue).result()
            if not _due(queue).exists():
                return


def _due(queue: str) -> QuerySet[ProcrastinateJob]:
    later = Q(scheduled_at__gt=timezone.now())
    return ProcrastinateJob.objects.filter(queue_name=queue, status="todo").exclude(later)


def _work_off(queue: str) -> None:
    with app.replace_connector(app.connector.get_worker_connector()) as worker_app:
        worker_app.run_worker(
            queues=[queue], wait=False, concurrency=4, listen_notify=False, install_signal_handlers=False
        )
    connections.close_all()


def make_due() -> None:
    """Let the time pass that jobs wait for."""
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET scheduled_at = %s WHERE status = 'todo'", [timezone.now()])


def die_at(point: str) -> None:
    """Run a worker in a process of its own that SIGKILL ends at `point` (`killed_worker.POINTS`)."""
    database = connection.settings_dict
    environment = os.environ | {
        "KILL_AT": point,
        "DATABASE_URL": f"postgres://{database['USER']}@/{database['NAME']}?host={_host(database)}",
        "MAIL_PORT": str(settings.EMAIL_PORT),
        "PYTHONPATH": str(_ROOT),
    }
    ended = subprocess.run(
        [sys.executable, "-m", "tests.events.killed_worker"], env=environment, cwd=_ROOT, timeout=60, check=False
    )
    assert ended.returncode == -signal.SIGKILL


def revive() -> None:
    """Give the jobs of dead workers back, as the periodic job does after a minute."""
    for job in ProcrastinateJob.objects.filter(status="doing"):
        app.job_manager.retry_job_by_id(job.id, retry_at=timezone.now())


def _host(database: dict) -> str:
    return database["HOST"] or database["OPTIONS"]["host"]
