"""Jobs that read other labs, one after another."""

from procrastinate.contrib.django import app

from livinglab.core.jobs.queue import defer
from livinglab.harvest.harvesting import clear, due_labs, harvest
from livinglab.harvest.models import OtherLab

LOCK = "harvest"
"""One lab at a time: whoever reads several at once is no guest but a crowd."""


@app.periodic(cron="*/10 * * * *")
@app.task(queue="harvest", queueing_lock="harvest_due_labs", pass_context=False)
def harvest_due_labs(timestamp: int) -> None:
    """A job for each lab whose time has come."""
    for key in due_labs():
        defer(harvest_lab, lock=LOCK, queueing_lock=f"harvest {key}", lab=key)


@app.task(queue="harvest", pass_context=False)
def harvest_lab(lab: int) -> None:
    """Read one lab; one that was taken out of our lists meanwhile loses its stories."""
    found = OtherLab.objects.filter(pk=lab).first()
    if found is None:
        return
    if found.is_active:
        harvest(found)
    else:
        clear(found)
