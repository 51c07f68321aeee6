"""Jobs of open data."""

from django.conf import settings
from procrastinate.contrib.django import app

from livinglab.api.dumps import EVERYTHING, FORMS, Dump
from livinglab.api.models import FileSize
from livinglab.api.part_files import part_files
from livinglab.api.resources import RESOURCES


@app.periodic(cron="20 4 * * *")
@app.task(queue="open_data", queueing_lock="measure_files", lock="measure_files", pass_context=False)
def measure_files(timestamp: int) -> None:
    """See how large the files are, of those that changed since the last time."""
    whole = [(name, form) for name in (*(one.name for one in RESOURCES), EVERYTHING) for form in FORMS]
    for name, form in [*whole, *((part.name, "csv") for part in part_files())]:
        dump = Dump.named(name, settings.LANGUAGE_CODE, form)
        tag = dump.entity_tag(form)
        if not FileSize.objects.filter(name=name, form=form, entity_tag=tag).exists():
            size = sum(len(chunk) for chunk in dump.chunks(form))
            FileSize.objects.update_or_create(name=name, form=form, defaults={"entity_tag": tag, "bytes": size})
