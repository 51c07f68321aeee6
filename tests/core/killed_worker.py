"""A worker that is killed while every job that waited is under way; run by `tests.workers`."""

import asyncio
import itertools
import os
import signal

import django


def main() -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "livinglab.settings.test"
    django.setup()

    from procrastinate.contrib.django import app
    from procrastinate.contrib.django.models import ProcrastinateJob

    waiting = list(ProcrastinateJob.objects.filter(status="todo").values_list("queue_name", flat=True))
    under_way = itertools.count(1)

    async def wait_to_die(*_arguments, **_options) -> None:
        if next(under_way) == len(waiting):
            os.kill(os.getpid(), signal.SIGKILL)
        await asyncio.Event().wait()

    for task in app.tasks.values():
        task.func = wait_to_die
    with app.replace_connector(app.connector.get_worker_connector()) as worker_app:
        # Without periodic tasks of its own: the queue holds what the test put there.
        worker_app.periodic_registry.periodic_tasks.clear()
        worker_app.run_worker(queues=sorted(set(waiting)), concurrency=len(waiting), listen_notify=False)


if __name__ == "__main__":
    main()
