"""One register says what is kept of people; the page, the job, the export and the erasing all come from it."""

import datetime as dt
import uuid

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from axes.models import AccessAttempt, AccessFailureLog, AccessLog
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.core.files.base import ContentFile
from django.db import connection
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from wagtail.admin.models import FormState
from wagtail.log_actions import log
from wagtail.models import (
    Comment,
    CommentReply,
    ModelLogEntry,
    Page,
    PageLogEntry,
    Task,
    TaskState,
    Workflow,
    WorkflowState,
)
from wagtail.users.models import UserProfile

from casestudies.models import FollowUpAnswer, FollowUpMail
from events.actions import services as actions
from events.interest import services as interest
from events.models import AgreedAction, Intention, MeetingPage, OrganiserMessage, OutgoingMail
from events.signups import services
from livinglab.accounts.models import User
from livinglab.core.jobs.queue import defer
from livinglab.core.privacy import personal_data
from livinglab.core.tasks import delete_old_personal_data
from livinglab.provision.roles import ADMINISTRATOR, EDITOR, ORGANISER
from livinglab.search.engines.postgresql import folding
from livinglab.search.models import PoorSearch
from livinglab.search.sync import refresh_stale
from livinglab.taxonomy.consent import services as consents
from livinglab.taxonomy.models import ConsentRequest, Theme
from tests.casestudies.promised import case_study
from tests.core import not_personal_data
from tests.database_text import everything_in_the_database
from tests.events import crowd
from tests.factories import LabImageFactory, MeetingPageFactory, PersonFactory, StandardPageFactory
from tests.people import client_of, somebody

pytestmark = pytest.mark.django_db

EMAIL, NAME = "zwanida@buren.example", "Zwanida Zwanidaland"
CANARY = "zwanida"
NOW = dt.datetime(2026, 11, 27, 12, tzinfo=dt.UTC)
HOLDS_TEXT = ["char", "text", "json", "bytea", "inet", "[]", "tsvector"]


# -- The schema -------------------------------------------------------------------------------------
def text_columns() -> set[str]:
    """Every column that can hold a text, but those that hold one of a few known values."""
    return {
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models(include_auto_created=True)
        for field in model._meta.local_concrete_fields
        if not field.is_relation
        and not field.choices
        and any(word in (field.db_type(connection) or "") for word in HOLDS_TEXT)
    }


def registered() -> set[str]:
    return {column for entry in personal_data.entries() for column in entry.columns}


def test_every_column_that_can_hold_a_text_is_in_the_register_or_has_a_reason():
    known = registered() | not_personal_data.columns()
    new = sorted(text_columns() - known)
    assert not new, "Register these in a personal_data.py, or add them with a reason to tests/core/not_personal_data.py"
    there = {f"{model._meta.label}.{field.name}" for model in apps.get_models() for field in model._meta.get_fields()}
    assert sorted(known - there) == [], "is there no more"
    assert not registered() & not_personal_data.columns()


def test_every_table_has_a_model_or_a_reason():
    modelled = {model._meta.db_table for model in apps.get_models(include_auto_created=True)}
    with connection.cursor() as cursor:
        tables = set(connection.introspection.table_names(cursor))
    assert sorted(tables - modelled - set(not_personal_data.TABLES_WITHOUT_A_MODEL)) == []


# -- The canary -------------------------------------------------------------------------------------
@pytest.fixture
def known(settings):
    """Everything that can be kept of one person, in every column that the register knows."""
    with time_machine.travel(NOW, tick=False):
        meeting = _at_meetings()
        _responsible_for_promises()
        _in_the_lists_of_the_site()
        _named_by_others(meeting)
        user = _logs_in()
        yield user


def _at_meetings() -> MeetingPage:
    page = MeetingPageFactory(title="Asfalt", capacity=3)
    texts = {"organisation": "Zwanida Bouw", "question": "Van Zwanida?", "needs": "Zwanida eet geen noten"}
    row = services.sign_up(
        meeting=page.translation_key,
        person=services.Applicant(name=NAME, email=EMAIL, language="nl", **texts),
        submission_id=uuid.uuid4(),
    )
    OutgoingMail.objects.filter(sign_up=row).update(error="550 Zwanida is unknown here")
    interest.ask(email=EMAIL, language="nl", target=Theme.objects.first())
    Intention.objects.create(
        pool=row.pool,
        sign_up=row,
        email=EMAIL,
        language="nl",
        text="Zwanida gaat vragen",
        answer="done",
        answer_text="Zwanida vroeg het",
        answered_at=NOW,
        created_at=NOW,
    )
    page.agreed_actions.add(AgreedAction(what="Het bestek delen", who="Gemeente Buren", owner_email=EMAIL))
    page.save_revision().publish()
    actions.mark_done(action=AgreedAction.objects.get(), note="Zwanida deed het")
    return page


def _responsible_for_promises() -> None:
    day = dt.date(2026, 12, 20)
    page = case_study(follow_ups=[{"date": day, "title": "Meting", "email": EMAIL}])
    page.save_revision()  # a draft, beside what is online
    mail = FollowUpMail.objects.create(
        dedupe_key="follow-up",
        created_at=NOW,
        ended_at=NOW,
        state="failed",
        error="550 zwanida",
        kind="ask",
        follow_up=uuid.uuid4(),
        page=page.translation_key,
        due_on=day,
        language="nl",
        email=EMAIL,
    )
    for state, ended in (("waiting", None), ("published", NOW)):
        FollowUpAnswer.objects.create(
            mail=mail,
            follow_up=mail.follow_up,
            page=page.translation_key,
            status="done",
            note="Zwanida heeft gemeten",
            answered_on=day,
            answered_at=NOW,
            state=state,
            ended_at=ended,
        )


def _in_the_lists_of_the_site() -> None:
    portrait = LabImageFactory(title=NAME, description="Zwanida lacht")
    person = PersonFactory(
        name=NAME,
        email=EMAIL,
        phone="+31612345678",
        job_title="Zwanida",
        best_reached="zwanida",
        consent_how="Zwanida mailde",
        portrait=portrait,
    )
    consents.ask(person=person, language="nl", by=somebody(EDITOR, "vrager"))
    ConsentRequest.objects.update(error="550 Zwanida is unknown here")
    PoorSearch.objects.create(text=NAME.lower(), language="nl", month=dt.date(2026, 11, 1))
    refresh_stale()
    folding.fold()


def _named_by_others(meeting: MeetingPage) -> None:
    colleague = somebody(EDITOR, "collega")
    told = f"{NAME} ({EMAIL}) neemt taart mee."
    OrganiserMessage.objects.create(
        pool_id=meeting.translation_key, subject=f"Dank aan {NAME}", body=told, created_at=NOW
    )
    page = StandardPageFactory(title=f"Over {NAME}", slug="over", summary=told)
    page.title, page.summary = "Over ons", "Iemand neemt taart mee."
    page.save_revision(log_action=True).publish()
    comment = Comment.objects.create(page=page, user=colleague, text=told, contentpath="title")
    CommentReply.objects.create(comment=comment, user=colleague, text=told)
    log(page, "wagtail.edit", user=colleague, title=f"Van {NAME}", data={"comment": {"text": told}})
    log(colleague, "wagtail.edit", title=NAME, data={"was": [told]})
    state = WorkflowState.objects.create(
        base_content_type=ContentType.objects.get_for_model(Page),
        content_type=ContentType.objects.get_for_model(page),
        object_id=str(page.pk),
        workflow=Workflow.objects.first(),
    )
    TaskState.objects.create(
        workflow_state=state, task=Task.objects.first(), revision=page.latest_revision, status="rejected", comment=told
    )
    FormState.objects.create(
        data=urlencode({"name": NAME, "email": EMAIL}),
        user=colleague,
        content_type=ContentType.objects.get_for_model(page),
        object_id="",
        parent_object_id="",
        last_updated_at=NOW,
    )
    question = {"to": "redactie@lab.example", "subject": "Vraag", "text": "Zwanida vraagt iets", "language": "nl"}
    defer("livinglab.pages.tasks.send_contact_mail", submission=str(uuid.uuid4()), name=NAME, email=EMAIL, **question)


def _logs_in() -> User:
    user = somebody(ORGANISER, "eerst")
    user.email, (user.first_name, user.last_name) = EMAIL, NAME.split()
    user.save()
    profile = UserProfile.get_for_user(user)
    profile.avatar.save(f"{CANARY}.png", ContentFile(b"x"))
    client_of(user)
    words = {"name": f"{CANARY} passkey"}
    SocialAccount.objects.create(user=user, provider="organisation", uid=CANARY, extra_data=words)
    Authenticator.objects.create(user=user, type=Authenticator.Type.WEBAUTHN, data=words)
    UserSession.objects.create(user=user, ip="192.0.2.1", session_key=CANARY, user_agent=CANARY, data=words)
    for model in (AccessAttempt, AccessFailureLog, AccessLog):
        texts = {
            field.name: f"{CANARY} {field.name}"
            for field in model._meta.concrete_fields
            if field.get_internal_type() in {"CharField", "TextField"} and field.name != "session_hash"
        }
        more = {"failures_since_start": 1} if model is AccessAttempt else {}
        model.objects.create(**{**texts, "username": EMAIL, "ip_address": "192.0.2.1"}, **more)
    return user


# What is registered and cannot hold a word of somebody: a key, an address of a machine, and a packed session.
_NO_WORDS = {
    "axes.AccessAttempt.ip_address",
    "axes.AccessFailureLog.ip_address",
    "axes.AccessLog.ip_address",
    "axes.AccessLog.session_hash",
    "sessions.Session.session_key",
    "sessions.Session.session_data",
    "usersessions.UserSession.ip",
    "taxonomy.Person.phone",
}


def test_a_canary_in_every_registered_column_is_gone_everywhere_once_it_is_erased(known):
    for column in sorted(registered() - _NO_WORDS):
        label, _dot, name = column.rpartition(".")
        assert _holds_canary(apps.get_model(label), name), f"no canary in {column}"
    assert "+31612345678" in everything_in_the_database()
    avatar = UserProfile.get_for_user(known).avatar
    storage, avatar_name = avatar.storage, avatar.name

    personal_data.erase(EMAIL, by=somebody(ADMINISTRATOR))
    refresh_stale()
    folding.fold()

    left = everything_in_the_database(tables=True)
    held = {table: text.lower() for table, text in left.items() if CANARY in text.lower()}
    assert {table: text[max(0, (at := text.index(CANARY)) - 200) : at + 60] for table, text in held.items()} == {}
    assert [table for table, text in left.items() if "+31612345678" in text] == []
    assert not storage.exists(avatar_name)
    sessions = [session.get_decoded().get("_auth_user_id") for session in Session.objects.all()]
    assert str(known.pk) not in sessions
    assert personal_data.found(EMAIL) == []


def _holds_canary(model, name: str) -> bool:
    column = model._meta.get_field(name).column
    with connection.cursor() as cursor:
        cursor.execute(
            f'SELECT count(*) FROM "{model._meta.db_table}" WHERE "{column}"::text ILIKE %s', [f"%{CANARY}%"]
        )
        return cursor.fetchone()[0] > 0


def test_everything_that_is_kept_is_handed_to_its_owner(known):
    told = personal_data.export(EMAIL)
    kinds = {entry.key for entry in personal_data.entries()}
    assert set(told) == {"email", *kinds}
    # They did not use the desk.
    assert {key for key in kinds if not told[key]} == {"desk_access"}


def test_others_and_words_that_only_look_alike_stay(known):
    other = crowd.join(MeetingPageFactory(title="Ander", capacity=2).translation_key, 7)
    log(known, "wagtail.edit", title="Zwanida Zwanidalander")
    personal_data.erase(EMAIL, by=somebody(ADMINISTRATOR))
    other.refresh_from_db()
    assert other.name == "Bezoeker 7"
    assert ModelLogEntry.objects.filter(label="Zwanida Zwanidalander").exists()
    assert "neemt taart mee." in OrganiserMessage.objects.get().body


def test_what_is_online_is_listed_and_not_changed(known):
    page = StandardPageFactory(title="Wie we zijn", summary=f"Bel {NAME}.")
    administrator = somebody(ADMINISTRATOR)
    shown = client_of(administrator).post(reverse("sign_ups:personal_data"), {"email": EMAIL, "action": "show"})
    assert "Wie we zijn" in shown.content.decode()
    personal_data.erase(EMAIL, by=administrator)
    page.refresh_from_db()
    assert NAME in page.summary
    assert NAME in page.get_latest_revision_as_object().summary


# -- Who may ----------------------------------------------------------------------------------------
def test_an_organiser_cannot_erase_an_account_and_loses_nothing_by_trying(known):
    client = client_of(somebody(ORGANISER))
    url = reverse("sign_ups:personal_data")
    asked = client.post(url, {"email": EMAIL, "action": "erase"})
    answer = client.post(url, {"email": EMAIL, "confirmed": asked.context["confirmation"].seal})
    assert "beheerder" in answer.content.decode()
    assert User.objects.filter(email=EMAIL).exists()
    assert personal_data.export(EMAIL)["sign_ups"], "all or nothing"


def test_nobody_erases_their_own_account_or_one_that_may_do_more(known):
    with pytest.raises(personal_data.ErasureRefusedError):
        personal_data.erase(EMAIL, by=known)
    User.objects.filter(pk=known.pk).update(is_superuser=True)
    with pytest.raises(personal_data.ErasureRefusedError):
        personal_data.erase(EMAIL, by=somebody(ADMINISTRATOR))
    assert User.objects.filter(email=EMAIL).exists()


# -- What goes by itself ----------------------------------------------------------------------------
def test_one_job_forgets_every_kind_and_one_failure_stops_no_other(known, monkeypatch):
    sign_ups = next(entry for entry in personal_data.entries() if entry.key == "sign_ups")
    broken = personal_data.PersonalData(
        **{**vars(sign_ups), "key": "broken", "order": 0, "columns": (), "forget_old": lambda: 1 // 0}
    )
    monkeypatch.setitem(personal_data._register, "broken", broken)
    with time_machine.travel(NOW + dt.timedelta(weeks=60)):
        delete_old_personal_data(timestamp=0)
        assert not AccessLog.objects.exists()
        assert not FormState.objects.exists()
        assert OrganiserMessage.objects.get().body == "", "a message ends with the last participant that it was for"
        for text in (EMAIL, "Zwanida Bouw", "eet geen noten", "gaat vragen"):
            assert text not in str(
                [
                    list(apps.get_model(f"events.{name}").objects.values())
                    for name in ("SignUp", "Intention", "Interest", "OrganiserMessage", "OutgoingMail")
                ]
            )


def test_the_log_keeps_no_name_of_who_is_gone_and_ends_itself():
    person, colleague = PersonFactory(name=NAME), somebody(EDITOR, CANARY)
    stays = PersonFactory(name="Bert Blijver")
    for subject in (person, colleague, stays):
        log(subject, "wagtail.edit")
    person.delete()
    colleague.delete()
    delete_old_personal_data(timestamp=0)
    labels = set(ModelLogEntry.objects.values_list("label", flat=True))
    assert labels == {"…", "Bert Blijver"}
    page = StandardPageFactory()
    log(page, "wagtail.edit")
    with time_machine.travel(timezone.now() + dt.timedelta(days=731)):
        delete_old_personal_data(timestamp=0)
    assert not ModelLogEntry.objects.exists()
    assert not PageLogEntry.objects.exists()


# -- What visitors read -----------------------------------------------------------------------------
def test_the_privacy_page_shows_the_register_with_the_times_of_this_site(client, settings):
    settings.SIGN_UP_RETENTION_WEEKS = 9
    StandardPageFactory(title="Privacy", slug="privacy", lists_personal_data=True)
    page = client.get("/privacy/").content.decode()
    assert "9 weken na de bijeenkomst" in page
    for entry in personal_data.entries():
        assert str(entry.what) in page
    plain = StandardPageFactory(title="Over ons", slug="over-ons")
    assert "9 weken" not in client.get(plain.url).content.decode()
