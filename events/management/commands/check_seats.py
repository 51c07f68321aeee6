from typing import Any

from django.core.management.base import BaseCommand, CommandError
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from events.models import SeatPool
from events.signups.invariants import violations


class Command(BaseCommand):
    help = "Check that the seats, sign-ups and mails of every meeting agree. Changes nothing; safe beside live traffic."

    def handle(self, *args: Any, **options: Any) -> None:
        keys = list(SeatPool.objects.order_by("starts_at").values_list("key", flat=True))
        broken = 0
        with Progress(
            TextColumn("[progress.description]{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
            disable=options["verbosity"] == 0,
        ) as bar:
            for key in bar.track(keys, description="Checking meetings"):
                found = violations(key)
                broken += bool(found)
                for violation in found:
                    self.stderr.write(f"{key}: {violation}")
        if broken:
            raise CommandError(f"{broken} of {len(keys)} meetings break a rule.")
        if options["verbosity"]:
            self.stdout.write(f"{len(keys)} meetings, all seats in order.")
