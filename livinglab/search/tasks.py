"""Jobs of search."""

from procrastinate.contrib.django import app

from livinglab.search import sync


@app.periodic(cron="* * * * *")
@app.task(queue="search", queueing_lock="refresh_stale_entries", lock="refresh_stale_entries", pass_context=False)
def refresh_stale_entries(timestamp: int) -> None:
    """Index again what is marked, such as pages changed by `queryset.update`, of which no signal tells."""
    sync.refresh_stale()
