"""Turn a page of text into the contact page."""

from argparse import ArgumentParser
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from livinglab.pages.contact_conversion import CannotConvertError, make_contact_page
from livinglab.pages.standard import StandardPage


class Command(BaseCommand):
    help = (
        "Turns a standard page into the contact page with a form: its address, text, versions and history stay. "
        "For a site whose contact page is from before there was a page type for it."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("page", type=int, help="the number of the page, as in its address in the admin")
        parser.add_argument("email", help="the mailbox that questions go to")

    def handle(self, *args: Any, **options: Any) -> None:
        page = StandardPage.objects.filter(pk=options["page"]).first()
        if page is None:
            raise CommandError(f"There is no standard page with the number {options['page']}.")
        try:
            converted = make_contact_page(page, email=options["email"])
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        except CannotConvertError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"‘{converted.title}’ is the contact page now: {converted.full_url}")
