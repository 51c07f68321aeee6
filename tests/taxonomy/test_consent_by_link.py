"""Somebody says by their own link whether they may be shown: asked by an editor, answered by nobody else."""

import datetime as dt
import hashlib
import re

import pytest
import time_machine
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import connection
from django.template.loader import get_template
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext
from procrastinate.contrib.django.models import ProcrastinateJob
from wagtail.models import ModelLogEntry

from casestudies.models import ExamplePage
from livinglab.core.mail.signed_links import make_token
from livinglab.core.privacy import personal_data
from livinglab.core.tasks import delete_old_personal_data
from livinglab.provision.roles import EDITOR, MODERATOR
from livinglab.taxonomy.consent import services
from livinglab.taxonomy.consent.links import CONSENT
from livinglab.taxonomy.consent.mails import ConsentOutbox
from livinglab.taxonomy.models import ConsentRequest, Person
from livinglab.taxonomy.persons import ConsentRefusedError
from livinglab.taxonomy.usage import count_uses
from tests.events.queries import nothing_written
from tests.factories import ExamplePageFactory, PersonFactory
from tests.people import client_of, somebody

NOW = dt.datetime(2026, 11, 27, 12, tzinfo=dt.UTC)
EMAIL = "ada@buren.example"
pytestmark = pytest.mark.django_db


@pytest.fixture
def person() -> Person:
    return PersonFactory(
        name="Ada Wegman", email=EMAIL, phone="+31344123456", job_title="Wegbeheerder", consent_to_show=False
    )


@pytest.fixture
def editor():
    return somebody(EDITOR, "redacteur")


def ask(person: Person, editor) -> str:
    """The address of the link that somebody is mailed."""
    request = services.ask(person=person, language="nl", by=editor)
    return reverse("consent", args=[make_token(request, CONSENT)])


def words_of(answer) -> str:
    """A page without what stands within words: marks of what was searched, and places to break a line."""
    return re.sub(r"</?(?:mark|wbr)>", "", answer.content.decode())


def deliver() -> None:
    """What the jobs that wait would do."""
    for job in ProcrastinateJob.objects.filter(task_name=services.SEND, status="todo"):
        ConsentOutbox().deliver(job.args["consent_request_id"])


def is_seen(person: Person) -> bool:
    """Whether a visitor finds somebody: in the list, by searching, on their page, on the story they are called for."""
    story = ExamplePage.objects.filter(contact=person).first() or ExamplePageFactory(contact=person)
    places = ["/collegas/", "/zoeken/?q=wegman", story.get_url()]
    found = {place: person.name in words_of(Client().get(place)) for place in places}
    found["own page"] = Client().get(person.get_absolute_url()).status_code == 200
    assert len({*found.values()}) == 1, found  # everywhere or nowhere
    return found["own page"]


# -- By mail ----------------------------------------------------------------------------------------
def test_an_editor_asks_and_the_person_answers_with_the_link_in_the_mail(person, editor, mailoutbox):
    client = client_of(editor)
    form = client.get(reverse("ask_consent", args=[person.pk]))
    assert EMAIL in form.content.decode()
    assert not ConsentRequest.objects.exists(), "opening it asks nobody"
    client.post(reverse("ask_consent", args=[person.pk]), {"language": "nl"})
    deliver()
    (mail,) = mailoutbox
    assert mail.to == [EMAIL]
    assert "Mogen we je laten zien" in mail.subject
    assert "Redacteur Test" in mail.body
    visitor, link = Client(), re.search(r"https?://[^/]+(/mogen-we-je-tonen/\S+)", mail.body).group(1)
    page = visitor.get(link)
    assert page.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert "no-store" in page.headers["Cache-Control"]
    text = words_of(page)
    shown = ("Ada Wegman", EMAIL, "Wegbeheerder", person.readable_phone, "/collegas/")
    assert [word for word in shown if word not in text] == []
    assert not is_seen(person), "a look is no answer"
    answer = visitor.post(link, {"action": "yes"})
    assert (answer.status_code, answer.url) == (302, f"{link}?saved=1")
    assert "Je staat nu op de site" in visitor.get(answer.url).content.decode()
    assert is_seen(person)


def test_whom_it_says_are_shown_where(person, editor):
    story = ExamplePageFactory(title="Oud asfalt", contact=person)
    draft = ExamplePageFactory(title="Nog niet af", contact=person, live=False)
    text = Client().get(ask(person, editor)).content.decode()
    assert story.title in text
    assert draft.title not in text


def test_reading_the_link_changes_nothing_and_rubbish_does_neither(person, editor):
    link = ask(person, editor)
    with nothing_written("looking, and what is no answer"):
        for method in ("get", "head", "options"):
            assert getattr(Client(), method)(link).status_code == 200
        for action in ("", "maybe", "YES", "\x00", "x" * 5000):
            assert Client().post(link, {"action": action}).status_code == 200
    for other in ("x", make_token(ConsentRequest.objects.get(), CONSENT)[:-1], "é", "a" * 5000):
        assert Client().post(f"/mogen-we-je-tonen/{other}/", {"action": "yes"}).status_code == 404
    assert not Person.objects.get().consent_to_show


# -- What is known of it ----------------------------------------------------------------------------
def test_how_when_and_for_which_words_somebody_agreed_is_kept(person, editor):
    link = ask(person, editor)
    with time_machine.travel(NOW, tick=False):
        client_of(editor).post(link, {"action": "yes"})  # an editor's browser makes it no editor's word
    noted, request = Person.objects.get(), ConsentRequest.objects.get()
    assert (noted.consent_to_show, noted.consent_noted_at, noted.consent_noted_by) == (True, NOW, None)
    assert services.TEXT_VERSION in noted.consent_how
    assert (request.answer, request.answered_at, request.text_version) == ("given", NOW, services.TEXT_VERSION)
    assert request.asked_by == editor
    logged = list(ModelLogEntry.objects.filter(action__startswith="taxonomy.consent").order_by("pk"))
    assert [(entry.action, entry.user) for entry in logged] == [
        ("taxonomy.consent_asked", editor),
        ("taxonomy.consent_given", None),
    ]


def test_it_is_taken_back_and_given_again_with_the_same_link(person, editor):
    link = ask(person, editor)
    said = []
    for action in ("no", "yes", "no", "no", "yes", "yes"):
        Client().post(link, {"action": action})
        said.append(services.state_of(Person.objects.get()).value)
        assert is_seen(person) == (action == "yes")
    assert said == ["refused", "given", "withdrawn", "withdrawn", "given", "given"]
    assert ModelLogEntry.objects.filter(action__startswith="taxonomy.consent_").count() == 5, "not for a second click"


def test_an_editor_sees_the_state_in_the_list_and_on_the_form(person, editor):
    client = client_of(somebody(MODERATOR))
    places = [
        reverse("wagtailsnippets_taxonomy_person:list"),
        reverse("wagtailsnippets_taxonomy_person:edit", args=[person.pk]),
    ]

    def shown(words: str) -> bool:
        return all(words in client.get(place).content.decode().lower() for place in places)

    assert shown("niet gevraagd")
    link = ask(person, editor)
    assert shown("gevraagd, nog geen antwoord")
    for action, words in (("no", "geweigerd"), ("yes", "akkoord via de link"), ("no", "ingetrokken")):
        Client().post(link, {"action": action})
        assert shown(words)
    assert "opnieuw per mail" in client.get(places[1]).content.decode()
    Person.objects.update(email="")
    assert "vul het e-mailadres in" in client.get(places[1]).content.decode().lower()
    new = client.get(reverse("wagtailsnippets_taxonomy_person:add")).content.decode()
    assert "Na het opslaan" in new


def test_the_list_costs_as_much_for_one_as_for_several(person, editor):
    client = client_of(somebody(MODERATOR))

    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(reverse("wagtailsnippets_taxonomy_person:list")).status_code == 200
        return len(queries)

    one = cost()
    for number in range(4):
        ask(PersonFactory(email=f"collega{number}@buren.example", consent_to_show=False), editor)
    assert cost() <= one + 1, "that of the requests, which nobody had before"


# -- Nobody else agrees for them --------------------------------------------------------------------
def test_no_editor_agrees_for_somebody_who_said_no(person, editor):
    link = ask(person, editor)
    Client().post(link, {"action": "yes"})
    as_opened = Person.objects.get()  # the form that an editor has open
    Client().post(link, {"action": "no"})
    edit = reverse("wagtailsnippets_taxonomy_person:edit", args=[person.pk])
    form = {"name": "Ada Wegman", "role": "", "email": EMAIL, "phone": "", "consent_to_show": "on", "consent_how": "Ja"}
    answer = client_of(editor).post(edit, form)
    assert "zei deze persoon nee" in answer.content.decode()
    with pytest.raises(ValidationError):
        as_opened.full_clean()
    with pytest.raises(ConsentRefusedError):
        as_opened.save()
    services.MAILS.release(EMAIL)
    ask(person, editor)
    with pytest.raises(ConsentRefusedError):
        as_opened.save()
    assert not is_seen(person)
    assert services.state_of(Person.objects.get()) == services.ConsentState.ASKED


def test_what_an_editor_noted_stays_possible_and_the_person_can_undo_it(person, editor):
    person.consent_to_show, person.consent_how = True, "Op papier, in mei"
    person.full_clean()
    person.save()
    link = ask(person, editor)
    assert services.state_of(person) == services.ConsentState.NOTED
    Client().post(link, {"action": "yes"})
    noted = Person.objects.get()
    assert services.state_of(noted) == services.ConsentState.GIVEN
    assert "papier" not in noted.consent_how, "now they said so themselves"
    Client().post(link, {"action": "no"})
    assert not is_seen(person)


def test_an_editor_takes_somebody_off_whatever_they_said(person, editor):
    Client().post(ask(person, editor), {"action": "yes"})
    person = Person.objects.get()
    person.consent_to_show = False
    person.save()
    assert services.state_of(person) == services.ConsentState.TAKEN_OFF
    assert not is_seen(person)


# -- The link ---------------------------------------------------------------------------------------
def test_a_link_opens_no_data_for_another_mailbox_or_after_erasing(person, editor):
    link = ask(person, editor)
    Person.objects.update(email="nieuw@buren.example")
    for answer in (Client().get(link), Client().post(link, {"action": "yes"})):
        assert answer.status_code == 404
        assert person.readable_phone not in answer.content.decode()
        assert "ander e-mailadres" in answer.content.decode()
    Person.objects.update(email="")
    assert Client().get(link).status_code == 200, "who is not mailed any more can still take it back"
    Person.objects.all().delete()
    assert Client().get(link).status_code == 404
    assert Client().post(link, {"action": "yes"}).status_code == 404


def test_every_link_of_somebody_says_the_same(person, editor):
    first = ask(person, editor)
    services.MAILS.release(EMAIL)
    second = ask(person, editor)
    Client().post(first, {"action": "yes"})
    assert "Je staat nu op de site" in Client().get(second).content.decode()
    Client().post(second, {"action": "no"})
    assert "Je staat niet op de site" in Client().get(first).content.decode()
    assert services.state_of(Person.objects.get()) == services.ConsentState.WITHDRAWN


# -- Mail -------------------------------------------------------------------------------------------
def test_one_mailbox_is_not_asked_again_and_again(person, editor, mailoutbox):
    """Also as another person, by a +tag, and after the person was deleted and made anew."""
    client = client_of(editor)
    with time_machine.travel(NOW, tick=False) as clock:
        client.post(reverse("ask_consent", args=[person.pk]), {"language": "nl"})
        again = client.post(reverse("ask_consent", args=[person.pk]), {"language": "nl"}, follow=True)
        assert "niet lang geleden" in again.content.decode()
        person.delete()
        other = PersonFactory(email="ada+2@buren.example", consent_to_show=False)
        client.post(reverse("ask_consent", args=[other.pk]), {"language": "nl"})
        assert ConsentRequest.objects.count() == 0
        mailed = 0
        for _ in range(30):
            clock.shift(dt.timedelta(days=1))
            client = client_of(editor)
            before = ConsentRequest.objects.count()
            client.post(reverse("ask_consent", args=[other.pk]), {"language": "nl"})
            mailed += ConsentRequest.objects.count() - before
    assert mailed <= 6


def test_without_an_address_or_the_right_nobody_is_asked(person, editor):
    Person.objects.update(email="")
    client_of(editor).post(reverse("ask_consent", args=[person.pk]), {"language": "nl"})
    Client().post(reverse("ask_consent", args=[person.pk]), {"language": "nl"})
    client_of(editor).post(reverse("ask_consent", args=[person.pk + 1]), {"language": "nl"})
    assert not ConsentRequest.objects.exists()


def test_a_mail_that_waited_is_not_sent_once_it_was_answered_or_goes_elsewhere(person, editor, mailoutbox):
    Client().post(ask(person, editor), {"action": "no"})
    other = PersonFactory(email="bob@buren.example", consent_to_show=False)
    ask(other, editor)
    Person.objects.filter(pk=other.pk).update(email="bob@tiel.example")
    deliver()
    assert mailoutbox == []
    assert {*ConsentRequest.objects.values_list("state", flat=True)} == {"skipped"}


# -- Personal data ----------------------------------------------------------------------------------
def test_it_is_handed_out_erased_and_forgotten(person, editor):
    Client().post(ask(person, editor), {"action": "yes"})
    assert count_uses(person) == 0, "a request is no use of a person"
    (row,) = personal_data.export(EMAIL)["consents"]
    assert (row["answer"], row["text_version"]) == ("given", services.TEXT_VERSION)
    silent = PersonFactory(email="bob@buren.example", consent_to_show=False)
    ask(silent, editor)
    with time_machine.travel(timezone.now() + services.UNANSWERED_FOR + dt.timedelta(days=1)):
        delete_old_personal_data(timestamp=0)
    assert list(ConsentRequest.objects.values_list("person", flat=True)) == [person.pk], "what was answered stays"
    Person.objects.filter(pk=person.pk).update(email="nieuw@buren.example")
    personal_data.erase(EMAIL, by=editor)
    assert not ConsentRequest.objects.exists()


TEXTS = {"2026-11-27": "2bb3356c4c5e8a36"}
"""Version of the words of the page, in all languages → their digest. Who changes them adds one and keeps the others."""


def test_other_words_are_another_version():
    source = get_template("pages/consent.html").template.source
    messages = re.findall(r'{% translate "([^"]+)"', source)
    assert len(messages) > 15
    words = []
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            words += map(gettext, messages)
    assert TEXTS[services.TEXT_VERSION] == hashlib.sha256("\n".join(words).encode()).hexdigest()[:16]
