"""Make the first administrator, who chooses a password with a link: there is never one that others know."""

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser

from livinglab.accounts.models import User
from livinglab.accounts.tasks import password_path


class Command(BaseCommand):
    help = (
        "Makes an administrator with all rights and shows a link, which works once and for three days, with which "
        "they choose a password. For somebody who exists already it shows a new link, and gives all rights."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email")

    def handle(self, *args: Any, email: str, **options: Any) -> None:
        user = User.objects.filter(email__iexact=email.strip()).first() or User(email=email)
        user.is_superuser = user.is_staff = user.is_active = True
        try:
            user.full_clean(exclude=["password", "first_name", "last_name"])
        except ValidationError as error:
            raise CommandError("; ".join(error.messages)) from None
        user.save()
        self.stdout.write("Open this within three days, and tell nobody:")
        self.stdout.write(settings.WAGTAILADMIN_BASE_URL.rstrip("/") + password_path(user))
