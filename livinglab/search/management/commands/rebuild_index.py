from typing import Any

from django.core.management.base import BaseCommand, CommandError
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from livinglab.search.rebuild import rebuild_index


class Command(BaseCommand):
    help = "Make every entry of the search index anew, beside live traffic. Safe at any time; nothing is lost."

    def handle(self, *args: Any, **options: Any) -> None:
        with Progress(
            TextColumn("[progress.description]{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
            disable=options["verbosity"] == 0,
        ) as bar:
            task = bar.add_task("Indexing", total=None)
            rebuilt = rebuild_index(lambda done, total: bar.update(task, completed=done, total=total))
        if rebuilt.failed:
            raise CommandError(f"{rebuilt.failed} of {rebuilt.sources} sources could not be indexed; the log says why.")
        if options["verbosity"]:
            self.stdout.write(f"{rebuilt.entries} entries of {rebuilt.sources} pages, organisations and persons.")
