"""Two editors at once, on connections of their own."""

import threading

import pytest
from django.db import connection, transaction
from django.urls import reverse

from livinglab.provision.roles import EDITOR, MODERATOR
from livinglab.taxonomy.models import Organisation
from tests.people import client_of, somebody

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]
SECONDS = 20


@pytest.mark.parametrize("name", ["Gemeente Nieuw", "gemeente  nieuw"])
def test_two_editors_add_one_organisation_at_once(name: str) -> None:
    """The second waits for the first; the same name is refused in the form, another of the same address gets one."""
    first, second = client_of(somebody(EDITOR)), client_of(somebody(MODERATOR))
    address = reverse("wagtailsnippetchoosers_taxonomy_organisation:create")
    answers = []

    def add_too() -> None:
        second.raise_request_exception = False
        answers.append(second.post(address, {"name": name, "kind": "municipality"}))
        connection.close()

    with transaction.atomic():
        assert first.post(address, {"name": "Gemeente Nieuw", "kind": "municipality"}).json()["step"] == "chosen"
        other = threading.Thread(target=add_too)
        other.start()
        other.join(0.5)
        assert other.is_alive(), "It did not wait."
    other.join(SECONDS)
    assert answers[0].status_code == 200
    same = name == "Gemeente Nieuw"
    assert answers[0].json()["step"] == ("reshow_creation_form" if same else "chosen")
    slugs = sorted(Organisation.objects.filter(name__icontains="nieuw").values_list("slug", flat=True))
    assert slugs == ["gemeente-nieuw"] if same else ["gemeente-nieuw", "gemeente-nieuw-2"]
