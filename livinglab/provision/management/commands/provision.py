"""Prepare the database of a lab: languages, vocabularies, pages, roles, workflow."""

from typing import Any

from django.core.management.base import BaseCommand
from django.db import connection, transaction

from livinglab.provision.roles import provision_roles
from livinglab.provision.synonyms import provision_synonyms
from livinglab.provision.tree import provision_tree
from livinglab.provision.vocabularies import provision_vocabularies

LOCK = 7_305_201  # any number, the same everywhere: two deployments at once take turns


class Command(BaseCommand):
    help = (
        "Makes what every lab starts with: languages, vocabularies, the first pages, roles and the moderation "
        "workflow. Each is made once: what was removed, renamed or revoked stays so. Run it after every 'migrate'."
    )

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
        provision_vocabularies()
        provision_synonyms()
        provision_tree()
        provision_roles()
        if options["verbosity"] > 0:
            self.stdout.write("Ready: languages, vocabularies, first pages, roles and workflow.")
