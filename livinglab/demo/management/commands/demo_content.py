"""Put the demo content in the lab, or take it away."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from livinglab.demo import progress
from livinglab.demo.loading import load
from livinglab.demo.removing import remove
from livinglab.demo.volume import make_examples


class Command(BaseCommand):
    help = (
        "Makes the sample content: examples, case studies, meetings, people and pictures, all invented and marked. "
        "Run again it makes only what is missing, and changes nothing that an editor changed or deleted."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--remove", action="store_true", help="Remove all sample content, and nothing else.")
        parser.add_argument(
            "--examples",
            type=int,
            metavar="N",
            help="Make N more examples of shuffled words, for tests and benchmarks, instead of the written ones.",
        )
        parser.add_argument("--seed", type=int, default=1, help="The same seed gives the same examples.")

    def handle(self, *args: Any, **options: Any) -> None:
        with progress.shown(quiet=options["verbosity"] == 0) as tell:
            if options["remove"]:
                removal = remove(tell)
                message = f"Removed {removal.gone} things."
            elif options["examples"] is not None:
                removal = None
                message = f"Added {make_examples(options['examples'], seed=options['seed'], tell=tell)} examples."
            else:
                removal = None
                message = f"Ready: {load(tell)} things of the demo are new."
        if options["verbosity"]:
            self.stdout.write(message)
            for kept in removal.kept if removal else ():
                self.stdout.write(self.style.WARNING(f"Kept: {kept}."))
