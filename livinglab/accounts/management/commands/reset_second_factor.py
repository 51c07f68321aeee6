"""Let somebody in who lost their telephone and their recovery codes, when no administrator can."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from livinglab.accounts import second_factor
from livinglab.accounts.models import User


class Command(BaseCommand):
    help = "Takes away somebody's second step and logs them out; they set up a new one when they log in."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email")

    def handle(self, *args: Any, email: str, **options: Any) -> None:
        user = User.objects.filter(email__iexact=email.strip()).first()
        if user is None:
            raise CommandError("Nobody has this e-mail address.")
        second_factor.reset(user)
        self.stdout.write("Done. Their password still works; a mail tells them.")
