"""The logs say what happened and where, and never to whom: no name, no address, no link that opens something."""

import json
import logging
import re
from pathlib import Path

import pytest
import structlog
from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.test import Client
from django.urls import path, reverse
from procrastinate.contrib.django import app

from events.links import CHECK_IN, INTEREST, SIGN_UP
from events.models import Interest, SignUp
from livinglab.core.jobs.queue import defer
from livinglab.core.mail.signed_links import make_token
from livinglab.core.monitoring import logs
from livinglab.provision import roles
from tests import workers
from tests.events import crowd
from tests.every_object import EveryObject
from tests.factories import ExamplePageFactory, MeetingPageFactory, ThemeFactory
from tests.people import client_of, somebody
from tests.post_office import open_post_office

ROOT = Path(settings.BASE_DIR)
NAME = "Kanarie de Vries"
EMAIL = "kanarie@geheim.example"
OTHER = "tweede@geheim.example"
ANSWERS = {"organisation": "Kanarieveer", "question": "Kanarievraag\nin twee regels", "needs": "Kanarieveganist"}
CANARIES = ("kanarie", "geheim.example", "tweede@")


@pytest.fixture
def lines(settings):
    """A function: the lines so far, as production writes them."""
    formatter = logs.logging_settings(as_json=True, level="INFO")["formatters"]["structured"]
    handler = logging.Handler()
    written: list[str] = []
    handler.addFilter(lambda record: record.name != "mail.log")  # the mail server of the tests
    handler.emit = lambda record: written.append(handler.format(record))
    handler.setFormatter(formatter.pop("()")(**formatter))
    logging.getLogger().addHandler(handler)
    yield lambda: [json.loads(line) for line in written]
    logging.getLogger().removeHandler(handler)


def events(lines: list[dict], **fields: object) -> list[str]:
    """What happened, in the lines that have these fields."""
    return [line["event"] for line in lines if fields.items() <= line.items()]


def personal_in(lines: list[dict], secrets: tuple[str, ...] = ()) -> list[str]:
    """The lines that say too much."""
    texts = [json.dumps(line, ensure_ascii=False) for line in lines]
    return [text for text in texts if any(word in text.lower() for word in CANARIES) or any(s in text for s in secrets)]


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
class TestTheWayOfASignUp:
    """From the form to the last mail, and what goes wrong on the way."""

    @pytest.fixture(autouse=True)
    def site(self, settings):
        settings.SIGN_UP_MINIMUM_SECONDS = 0
        with open_post_office(settings) as self.office:
            yield

    def sign_up(self, client: Client, url: str, email: str) -> None:
        form = client.get(url).context["form"]
        answers = {"name": NAME, "email": email, "submission": form["submission"].value(), "website": "", **ANSWERS}
        assert client.post(url, answers).status_code == 302

    def test_every_step_has_a_line_without_the_person(self, lines):
        meeting = MeetingPageFactory(capacity=1)
        key = meeting.translation_key
        client = Client(enforce_csrf_checks=False)
        url = reverse("events:sign_up", args=[key])
        self.sign_up(client, url, EMAIL)
        self.sign_up(client, url, OTHER)
        first, second = SignUp.objects.order_by("position")
        tokens = [make_token(row, purpose) for row in (first, second) for purpose in (SIGN_UP, CHECK_IN)]
        self.office.answers.extend(["RCPT: 550 <%s> no such user Kanarie", "RCPT: 451 <%s> later"])
        workers.work_off()
        workers.make_due()
        workers.work_off()
        # Without the cookie: Django writes a line of its own.
        strict = Client(enforce_csrf_checks=True)
        manage = reverse("events:manage", args=[tokens[0]])
        assert strict.post(manage).status_code == 403
        assert client.get(manage + "meer/").status_code == 404
        assert client.get(f"/aanmelding/{EMAIL}/").status_code == 404
        client.post(reverse("events:answers", args=[tokens[0]]), {"name": NAME, **ANSWERS})
        client.post(reverse("events:cancel", args=[tokens[0]]))
        workers.work_off()
        organiser = client_of(somebody(roles.ORGANISER))
        organiser.post(reverse("sign_ups:meeting", args=[key]), {"search": EMAIL})
        organiser.get(reverse("sign_ups:meeting", args=[key]), {"q": EMAIL})  # as an old bookmark has it
        organiser.get(reverse("sign_ups:sign_up", args=[second.uuid]))
        organiser.get(reverse("sign_ups:check_in_by_code", args=[tokens[3]]))

        written = lines()
        assert personal_in(written, tuple(tokens)) == []
        assert events(written, meeting_id=str(key)).count("sign_up_created") == 2
        happened = events(written, meeting_id=str(key))
        assert {"sign_up_cancelled", "sign_up_promoted", "mail_failed", "mail_delayed", "mail_sent"} <= set(happened)
        assert all("request_id" in line for line in written if line["event"].startswith("sign_up_"))
        assert all("job_id" in line for line in written if line["event"].startswith("mail_"))
        refused = next(line for line in written if line["event"].startswith("Forbidden"))
        assert refused["request"] == "POST /aanmelding/<token>/"
        assert f"POST /aanmelden/{key}/" in {line.get("request") for line in written}

    def test_an_interest_has_lines_without_the_address(self, lines):
        theme = ThemeFactory()
        client = Client()
        url = reverse("events:interest_theme", args=[theme.slug])
        form = client.get(url).context["form"]
        client.post(url, {"email": EMAIL, "submission": form["submission"].value(), "website": ""})
        token = make_token(Interest.objects.get(), INTEREST)
        client.get(reverse("events:interest", args=[token]))
        workers.work_off()
        written = lines()
        assert personal_in(written, (token,)) == []
        assert "mail_sent" in events(written, kind="interest_check")

    def test_every_other_way_in_has_lines_without_the_person(self, lines):
        """Contact form, follow-up, intention, agreement, search, basket, password reset, export, erasing."""
        site = EveryObject()
        user = somebody(roles.ORGANISER, "kanariebaas")
        sent = {"name": NAME, "email": EMAIL, "note": f"{NAME} {EMAIL}", "text": f"{NAME} {EMAIL}", "how": "done"}
        tokens = []
        client = Client()
        for name in ("contact_form", "promises:follow_up", "events:intention", "events:my_intention"):
            address = site.path_of(name)
            page = client.get(address)
            submission = page.context["form"].fields.get("submission")
            hidden = {"submission": page.context["form"]["submission"].value()} if submission else {}
            given = {**sent, "question": ANSWERS["question"], "status": "on_track", "evidence": "", **hidden}
            assert client.post(address, given).status_code == 302, name
            tokens.append(address.rstrip("/").rpartition("/")[2])
        client.post(site.path_of("events:agreed_action"), sent)
        client.get("/zoeken/", {"q": EMAIL})
        client.post("/mandje/?c=0123456789", {"action": "txt", "text-0123456789": NAME})
        client.get(f"/{EMAIL}/", headers={"Referer": f"https://testserver/{EMAIL}", "User-Agent": EMAIL})
        # -- The account
        client.post(reverse("wagtailadmin_login"), {"username": EMAIL, "password": "kanarie-geraden"})
        client.post(reverse("wagtailadmin_password_reset"), {"email": user.email})
        workers.work_off()
        texts = [mail.get_body(("plain",)).get_content() for mail in self.office.taken]
        (link,) = re.findall(r"\S+/password_reset/confirm/\S+", "\n".join(texts))
        tokens.append(link.rstrip("/").rpartition("/")[2])
        client.get(link)
        client.post("/beheer/password_reset/confirm/Mg/set-password/", {"new_password1": NAME, "new_password2": EMAIL})
        # -- The desk
        organiser = client_of(user)
        key = site.meeting.translation_key
        crowd.join(key, "kanarie")
        for name in ("export", "badges", "meeting", "check_in_list"):
            assert organiser.get(reverse(f"sign_ups:{name}", args=[key])).status_code == 200
        organiser.post(reverse("sign_ups:add", args=[key]), {**sent, "language": "nl"})
        # -- Wagtail's own searches of people, which are in the address
        administrator = client_of(somebody(roles.ADMINISTRATOR))
        for place in (
            "wagtailusers_users:index",
            "wagtailsnippets_taxonomy_person:list",
            "wagtailadmin_reports:site_history",
        ):
            assert administrator.get(reverse(place), {"q": EMAIL, "user": NAME}).status_code == 200, place
        for action in ("show", "download", "erase"):
            organiser.post(reverse("sign_ups:personal_data"), {"email": EMAIL, "action": action, "confirmed": "yes"})
        workers.work_off()
        secrets = [*(token for token in tokens if len(token) > 20), organiser.cookies["sessionid"].value]
        assert len(secrets) >= 4

        written = lines()
        assert personal_in(written, tuple(secrets)) == []
        assert {"request_finished", "mail_sent", "log_in_failed"} <= set(events(written))

    def test_a_job_that_fails_has_a_line_with_the_reason(self, lines, monkeypatch):
        def break_down(self, *args, **kwargs):
            raise RuntimeError(f"cannot mail {EMAIL}")

        user = somebody(roles.EDITOR, "kanariebaas")
        monkeypatch.setattr(EmailMultiAlternatives, "send", break_down)
        monkeypatch.setattr("livinglab.core.jobs.retry.MailRetry.MAX_RETRIES", 0)
        defer(app.tasks["livinglab.accounts.tasks.send_password_link"], user_id=user.pk, mail="password_reset")
        workers.work_off()
        written = lines()
        assert personal_in(written) == []
        failed = next(line for line in written if line["level"] == "error")
        assert failed["task"] == "livinglab.accounts.tasks.send_password_link"
        assert failed["job_id"]
        assert "RuntimeError: cannot mail <address>" in failed["exception"]


@pytest.mark.django_db(transaction=True)
def test_publishing_and_taking_offline_have_a_line(lines):
    page = ExamplePageFactory()
    page.unpublish()
    written = lines()
    assert events(written, page_id=page.pk, type="ExamplePage") == ["page_published", "page_unpublished"]


@pytest.mark.django_db
def test_what_is_rolled_back_did_not_happen(lines, django_capture_on_commit_callbacks):
    logger = structlog.get_logger("test")
    with django_capture_on_commit_callbacks(execute=True):
        logs.log_after_commit(logger.info, "done")
        with transaction.atomic():
            logs.log_after_commit(logger.info, "undone")
            transaction.set_rollback(True)
    assert events(lines()) == ["done"]


@pytest.mark.django_db
def test_a_wrong_password_has_a_line_without_the_address(lines, client):
    client.post(reverse("wagtailadmin_login"), {"username": EMAIL, "password": "kanarie-geraden"})
    written = lines()
    assert personal_in(written) == []
    assert "log_in_failed" in events(written)


@pytest.mark.django_db
def test_what_is_refused_has_a_line_of_its_own(lines, client, settings):
    """Also what the admin refuses, which is a redirect to its start page, and forms that look like a machine's."""
    user = somebody(roles.EDITOR)
    assert client_of(user).get(reverse("wagtailadmin_workflows:index")).status_code == 302
    assert "access_refused" in events(lines(), user_id=user.pk)
    strict = Client(enforce_csrf_checks=True)
    strict.post(reverse("wagtailadmin_login"), {"username": EMAIL})
    client.get("/zoeken/?q=" + "x" * 9000)
    client.get("/zoeken/?q=%00")
    assert [line["code"] for line in lines() if line["event"] == "request_refused"] == [403, 414, 400]
    url = reverse("events:interest_theme", args=[ThemeFactory().slug])
    form = client.get(url).context["form"]
    sent = {"email": EMAIL, "submission": form["submission"].value(), "website": ""}
    settings.SIGN_UP_MINIMUM_SECONDS = 0
    for wrong in ({"website": EMAIL}, {"submission": "kanarie:x:y"}):
        client.post(url, {**sent, **wrong})
    settings.SIGN_UP_MINIMUM_SECONDS = 60
    client.post(url, sent)
    assert [line["reason"] for line in lines() if line["event"] == "form_refused"] == ["trap", "forged", "quick"]
    assert personal_in(lines()) == []


def broken(request, token):
    raise ValueError(f"cannot read {EMAIL}")


urlpatterns = [path("kapot/<str:token>/", broken)]


@pytest.mark.django_db
@pytest.mark.urls(__name__)
def test_an_error_has_one_line_with_its_traceback_and_an_id(lines):
    answer = Client(raise_request_exception=False).get("/kapot/kanarie/")
    assert answer.status_code == 500
    written = lines()
    assert personal_in(written) == []
    (failed,) = [line for line in written if line["level"] == "error"]
    assert failed["request"] == "GET /kapot/<token>/"
    assert failed["request_id"]
    assert "in broken" in failed["exception"]
    assert "ValueError: cannot read <address>" in failed["exception"]


@pytest.mark.django_db
def test_an_error_of_the_database_comes_without_the_row(lines):
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("CREATE TEMPORARY TABLE kept (name text CONSTRAINT short CHECK (length(name) < 3))")
            cursor.execute("INSERT INTO kept VALUES (%s)", [f"{NAME}\n{NAME}"])
    except DatabaseError:
        structlog.get_logger("test").exception("refused")
    (line,) = lines()
    assert personal_in([line]) == []
    assert IntegrityError.__name__ in line["exception"]
    assert "violates check constraint" in line["exception"]
    assert "(short)" in line["exception"]


@pytest.mark.parametrize("key_id", ["", "68378920."], ids=["a link", "a link of before"])
def test_other_programs_lines_are_cleaned_too(lines, key_id):
    logging.getLogger("elsewhere").warning(
        "Bounce of %s: see /aanmelding/%s/", EMAIL, key_id + "a" * 22 + "." + "b" * 43
    )
    (line,) = lines()
    assert line["event"] == "Bounce of <address>: see /aanmelding/<link>/"
    assert line["logger"] == "elsewhere"
    assert line["level"] == "warning"
    assert line["timestamp"].endswith("Z")


@pytest.mark.django_db
def test_a_request_has_one_line_and_a_health_check_has_none(lines, client):
    client.get("/")
    client.get("/healthz")
    (line,) = lines()
    assert line["event"] == "request_finished"
    assert line["request"] == "GET /"
    assert line["code"] == 200
    assert isinstance(line["milliseconds"], int)


@pytest.mark.django_db
def test_the_line_of_somebody_who_is_logged_in_has_their_number(lines):
    user = somebody(roles.EDITOR)
    client_of(user).get(reverse("wagtailadmin_home"))
    assert lines()[-1]["user_id"] == user.pk


def test_development_writes_lines_that_people_read():
    formatter = logs.logging_settings(as_json=False, level="INFO")["formatters"]["structured"]
    record = logging.LogRecord("somewhere", logging.WARNING, __file__, 1, "Something is %s.", ("odd",), None)
    text = formatter.pop("()")(**formatter).format(record)
    assert "Something is odd." in text
    assert "warning" in text


def test_what_a_loop_binds_for_one_thing_is_not_said_of_the_next():
    with structlog.contextvars.bound_contextvars(job_id=7):
        with logs.log_context():
            structlog.contextvars.bind_contextvars(meeting_id="one")
        assert structlog.contextvars.get_contextvars() == {"job_id": 7}


def test_no_server_writes_a_line_of_each_request_beside_ours():
    """An access log has every address in it: granian writes none unless it is asked to."""
    for name in ("Dockerfile", "compose.yaml", "livinglab/local/run.py", "livinglab/local/prepare.py"):
        assert "access-log" not in (ROOT / name).read_text(), name
