"""That somebody agreed to be shown is noted: how, by whom and when, at whatever door it comes in."""

import datetime as dt

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.urls import reverse
from wagtail.log_actions import LogContext

from livinglab.provision.roles import EDITOR
from livinglab.taxonomy.models import Person
from tests.factories import PersonFactory
from tests.people import client_of, somebody

pytestmark = pytest.mark.django_db
NOW = dt.datetime(2026, 11, 27, 12, tzinfo=dt.UTC)


def edit(client, person: Person, **fields: str):
    url = reverse("wagtailsnippets_taxonomy_person:edit", args=[person.pk])
    return client.post(url, {"name": person.name, "role": "", "email": "", "phone": "", **fields})


def test_an_editor_says_how_somebody_agreed_and_is_named_with_it():
    person, editor = PersonFactory(consent_to_show=False), somebody(EDITOR)
    client = client_of(editor)
    assert edit(client, person, consent_to_show="on").status_code == 200, "without a word on how"
    assert not Person.objects.get().consent_to_show
    with time_machine.travel(NOW, tick=False):
        assert edit(client, person, consent_to_show="on", consent_how="Mail van 3 maart").status_code == 302
    noted = Person.objects.get()
    assert (noted.consent_how, noted.consent_noted_at, noted.consent_noted_by) == ("Mail van 3 maart", NOW, editor)
    page = client.get(reverse("wagtailsnippets_taxonomy_person:edit", args=[person.pk])).content.decode()
    assert str(editor) in page


def test_it_is_noted_by_the_model_and_not_by_a_form():
    person, editor = PersonFactory(consent_to_show=False), somebody(EDITOR)
    person.consent_to_show, person.consent_how = True, "Op papier"
    with LogContext(user=editor):
        person.save(update_fields=["consent_to_show"])
    noted = Person.objects.get()
    assert (noted.consent_how, noted.consent_noted_by) == ("Op papier", editor)
    assert noted.consent_noted_at is not None
    with pytest.raises(ValidationError):
        Person(name="Ada", consent_to_show=True).full_clean()


def test_another_change_does_not_note_it_anew_and_taking_it_back_forgets_it():
    with time_machine.travel(NOW, tick=False):
        person = PersonFactory(consent_to_show=True, consent_how="Mail")
    person.job_title = "Wegbeheerder"
    person.save()
    assert Person.objects.get().consent_noted_at == NOW
    person.consent_to_show = False
    person.save()
    noted = Person.objects.get()
    assert (noted.consent_how, noted.consent_noted_at, noted.consent_noted_by) == ("", None, None)
