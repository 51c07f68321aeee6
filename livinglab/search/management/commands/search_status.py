from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from livinglab.search.engines.elasticsearch.status import search_status


class Command(BaseCommand):
    help = "Say in one line how search is doing: entries, indexed, waiting, lag."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--check", action="store_true", help="end with an error when the operator should look")

    def handle(self, *args: Any, **options: Any) -> None:
        status = search_status()
        if options["check"] and not status.is_well:
            raise CommandError(str(status))
        self.stdout.write(str(status))
