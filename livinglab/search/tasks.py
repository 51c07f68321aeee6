"""Jobs of search."""

from procrastinate.contrib.django import app

from livinglab.core.jobs.queue import defer
from livinglab.search import sync
from livinglab.search.engines.postgresql import folding


@app.periodic(cron="* * * * *")
@app.task(queue="search", queueing_lock="refresh_stale_entries", lock="refresh_stale_entries", pass_context=False)
def refresh_stale_entries(timestamp: int) -> None:
    """Index again what is marked, such as pages changed by `queryset.update`, of which no signal tells."""
    sync.refresh_stale()
    folding.fold_when_due()


@app.task(queue="search", pass_context=False)
def send_changes() -> None:
    """Tell Elasticsearch what changed. A trigger puts it in the queue, in the transaction of the change."""
    from livinglab.search.engines.elasticsearch import changes  # which imports the client

    changes.send_all()


@app.periodic(cron="* * * * *")
@app.task(queue="search", queueing_lock="maintain_elasticsearch", lock="maintain_elasticsearch", pass_context=False)
def maintain_elasticsearch(timestamp: int) -> None:
    """See that Elasticsearch, when it is on, has an index that answers and hears of every change.

    A long building is done in short jobs, so that mail does not wait for it.
    """
    from livinglab.search.engines.elasticsearch import building  # which imports the client

    if building.maintain():
        defer(maintain_elasticsearch, queueing_lock="maintain_elasticsearch", timestamp=timestamp)
