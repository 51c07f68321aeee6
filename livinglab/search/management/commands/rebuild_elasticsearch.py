from typing import Any

from django.core.management.base import BaseCommand, CommandError
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from livinglab.search.engines.elasticsearch import building, changes
from livinglab.search.engines.elasticsearch.address import is_on
from livinglab.search.engines.elasticsearch.connection import FAILURES


class Command(BaseCommand):
    help = (
        "Build a new index in Elasticsearch from the read model, beside live traffic, and have it answer. "
        "Safe at any time; nothing is lost."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        if not is_on():
            raise CommandError("Elasticsearch is off: set SEARCH_URL first.")
        with Progress(
            TextColumn("[progress.description]{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
            disable=options["verbosity"] == 0,
        ) as bar:
            task = bar.add_task("Indexing", total=None)
            try:
                index = building.index_to_build(anew=True)
                assert index is not None  # noqa: S101 - `anew` always gives one
                building.build(index, progress=lambda done, total: bar.update(task, completed=done, total=total))
            except FAILURES as error:
                raise CommandError(
                    f"Elasticsearch did not answer: {error}. The worker goes on where this ended."
                ) from error
            except (changes.ServerBusyError, building.IndexDiffersError) as error:
                raise CommandError(str(error)) from error
        if options["verbosity"]:
            self.stdout.write(f"{index} answers now.")
