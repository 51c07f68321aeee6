"""A question reaches the right editor, once, and leaves nothing behind."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core import mail
from django.db import connections
from django.test import Client
from procrastinate.contrib.django.models import ProcrastinateJob
from wagtail.models import PageViewRestriction

from livinglab.core.http.request_limits import LARGEST_PUBLIC_BODY
from livinglab.pages.contact_mails import TASK
from livinglab.pages.models import ContactPage, ContactSubject, HomePage
from livinglab.taxonomy.models import Category
from tests import workers
from tests.events.queries import nothing_written
from tests.factories import LabPageFactory

FORM, DONE = "/schrijf-ons/", "/schrijf-ons/verstuurd/"


class ContactPageFactory(LabPageFactory):
    class Meta:
        model = ContactPage

    title = "Contact"
    email = "redactie@lab.example"


@pytest.fixture
def contact_page(settings) -> ContactPage:
    settings.SIGN_UP_MINIMUM_SECONDS = 0
    page = ContactPageFactory(parent=HomePage.objects.get(locale__language_code="nl"))
    asphalt = Category.objects.get(slug="asfalt")
    page.subjects = [
        ContactSubject(name="Een bijeenkomst", email="bijeenkomsten@lab.example"),
        ContactSubject(name="Wegen", email="wegen@lab.example", category=asphalt),
    ]
    page.save_revision().publish()
    return ContactPage.objects.get(pk=page.pk)  # as stored: the subjects have got their keys


def filled_in(client: Client, **changes) -> dict[str, str]:
    form = client.get(FORM).context["form"]
    answers = {
        "topic": "",
        "question": "Wie deed dit eerder?",
        "name": "Noor de Wit",
        "email": "Noor@Buren.example",
        "submission": form["submission"].value(),
    }
    return answers | changes


def jobs():
    return ProcrastinateJob.objects.filter(task_name=TASK)


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_a_question_is_mailed_once_to_whom_its_subject_names_and_then_forgotten(client, contact_page):
    meeting, _roads = contact_page.subjects.all()
    answers = filled_in(client, topic=str(meeting.pk))

    def press(_number: int) -> str:
        try:
            return Client().post(FORM, answers).headers["Location"]
        finally:
            connections.close_all()

    with ThreadPoolExecutor(3) as impatient:
        assert set(impatient.map(press, range(3))) == {DONE}
    workers.work_off()
    client.post(FORM, answers)  # and again, when it has been sent
    workers.work_off()
    assert [(message.to, message.subject) for message in mail.outbox] == [
        (["bijeenkomsten@lab.example"], "Vraag via de site: Een bijeenkomst")
    ]
    message = mail.outbox[0]
    assert message.extra_headers["Reply-To"] == "noor@buren.example"
    assert "Noor de Wit (noor@buren.example)" in message.body
    assert "Wie deed dit eerder?" in message.body
    assert [set(job.args) for job in jobs()] == [{"submission"}]


@pytest.mark.django_db
def test_who_comes_from_a_category_finds_its_subject_chosen_and_other_questions_go_to_the_page(client, contact_page):
    roads = contact_page.subjects.get(name="Wegen")
    assert client.get(f"{FORM}?category=asfalt").context["form"].fields["topic"].initial == str(roads.pk)
    assert client.get(f"{FORM}?category=bestaat-niet").context["form"].fields["topic"].initial == ""
    client.post(FORM, filled_in(client))
    assert [job.args["to"] for job in jobs()] == ["redactie@lab.example"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"question": ""}, "question"),
        ({"question": "\u200b"}, "question"),
        ({"question": "x" * 3001}, "question"),
        ({"email": "geen adres"}, "email"),
        ({"email": "\ufdfa" * 20_000}, "email"),
        ({"name": "Win op evil.example"}, "name"),
        ({"topic": "999999"}, "topic"),
        ({"website": "https://spam.example"}, "website"),
        ({"submission": "geraden"}, "submission"),
    ],
    ids=[
        "empty",
        "invisible",
        "long",
        "no address",
        "endless",
        "advertisement",
        "unknown subject",
        "machine",
        "forged",
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_is_kept(client, contact_page, wrong, field):
    answer = client.post(FORM, filled_in(client, **wrong))
    assert answer.status_code == 200
    assert list(answer.context["form"].errors) == [field]
    html = answer.content.decode()
    assert 'role="alert"' in html
    assert "Noor de Wit" in html or field == "name"
    assert "Wie deed dit eerder?" in html or field == "question"
    assert not jobs().exists()


@pytest.mark.django_db
def test_what_no_form_can_hold_is_refused_before_it_is_read(client, contact_page):
    answers = filled_in(client, question="x" * LARGEST_PUBLIC_BODY)
    assert client.post(FORM, answers).status_code == 413
    assert not jobs().exists()


@pytest.mark.django_db
def test_more_than_people_send_is_refused_for_now_and_what_was_typed_is_kept(client, contact_page, settings):
    settings.CONTACT_MAILS_PER_HOUR = 2
    for _ in range(2):
        assert client.post(FORM, filled_in(client)).status_code == 302
    answer = client.post(FORM, filled_in(client))
    assert answer.status_code == 503
    assert "Wie deed dit eerder?" in answer.content.decode()
    assert jobs().count() == 2


@pytest.mark.django_db
def test_reading_writes_nothing_and_the_page_itself_sets_no_cookie(client, contact_page):
    assert 'href="/schrijf-ons/"' in client.get(contact_page.get_url()).content.decode()
    assert not client.cookies
    with nothing_written("reading"):
        client.get(FORM)
        client.head(FORM)
        client.get(DONE)


@pytest.mark.django_db
def test_without_a_public_contact_page_there_is_no_form(client, contact_page):
    assert client.get("/en/write-to-us/").status_code == 404
    PageViewRestriction.objects.create(page=contact_page, restriction_type=PageViewRestriction.LOGIN)
    assert client.get(FORM).status_code == 404
    assert client.post(FORM, {}).status_code == 404
