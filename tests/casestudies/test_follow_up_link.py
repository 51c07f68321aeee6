"""The private link of a follow-up moment: who may fill in what, and what becomes of it."""

import datetime as dt
import re
import uuid

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob
from wagtail.models import Locale, Page, Revision

from casestudies.models import CaseStudyPage, FollowUpAnswer, FollowUpMail, FollowUpSettings
from casestudies.promises import mails, retention, services
from casestudies.promises.links import FOLLOW_UP
from events.links import SIGN_UP
from livinglab.core.mail.signed_links import make_token
from livinglab.provision.roles import EDITOR, MODERATOR
from tests.casestudies.promised import KEPT, NOT_MEASURED, case_study
from tests.events.queries import nothing_written
from tests.factories import PersonFactory
from tests.people import client_of, somebody

pytestmark = pytest.mark.django_db

TODAY = dt.date(2026, 5, 4)


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel("2026-05-04T09:00:00Z", tick=True):
        yield


@pytest.fixture(scope="module")
def published(module_db) -> int:
    """A page with two promises and a moment, made an hour before each test: what a test does is undone after it."""
    moments = [{"date": TODAY, "title": "Eerste meting", "role": "Contractmanager", "email": "cm@buren.example"}]
    with time_machine.travel("2026-05-04T08:00:00Z"):
        page = case_study(results=[{**KEPT, "realised": None, "evidence": ""}, NOT_MEASURED], follow_ups=moments)
    return page.pk


@pytest.fixture
def page(published):
    return CaseStudyPage.objects.get(pk=published)


@pytest.fixture
def straight(page):
    settings = FollowUpSettings.load()
    settings.route = FollowUpSettings.Route.STRAIGHT
    settings.save()


def mail_of(page: CaseStudyPage) -> FollowUpMail:
    mails.queue_due_mails(TODAY)
    return FollowUpMail.objects.get(page=page.translation_key)


def link(page: CaseStudyPage) -> str:
    return reverse("promises:follow_up", args=[make_token(mail_of(page), FOLLOW_UP)])


def fresh(page: Page) -> CaseStudyPage:
    return CaseStudyPage.objects.get(pk=page.pk)


def filled_in(page: CaseStudyPage, **fields: str) -> dict[str, str]:
    first, second = page.results.order_by("pk")
    return {
        "status": "on_track",
        "note": "Het lab heeft gemeten.",
        f"realised_{first.translation_key.hex}": "61,5",
        f"realised_{second.translation_key.hex}": "",
        "evidence": "measured",
        **fields,
    }


# -- The link ---------------------------------------------------------------------------------------
def test_looking_never_writes_and_is_kept_by_nobody(client, page):
    address = link(page)
    for method in ("get", "head", "options"):
        with nothing_written(method):
            answer = getattr(client, method)(address)
        assert answer.status_code == 200
    shown = client.get(address)
    assert shown["X-Robots-Tag"].startswith("noindex")
    assert "no-store" in shown["Cache-Control"]
    assert fresh(page).follow_ups.get().status == "planned"


def is_dead(client, address: str, words: str) -> None:
    for method in (client.get, client.post):
        with nothing_written(address):
            answer = method(address)
        assert answer.status_code == 404
        assert words in answer.content.decode()


def test_a_link_that_was_changed_or_is_for_something_else_opens_nothing(client, page):
    mail = mail_of(page)
    token = make_token(mail, FOLLOW_UP)
    for wrong in (token[:-1] + ("A" if token[-1] != "A" else "B"), "verzonnen", make_token(mail, SIGN_UP)):
        is_dead(client, reverse("promises:follow_up", args=[wrong]), "Deze link werkt niet meer")
    mail.uuid = uuid.uuid4()
    is_dead(client, reverse("promises:follow_up", args=[make_token(mail, FOLLOW_UP)]), "Deze link werkt niet meer")


def test_a_link_whose_key_was_retired_opens_nothing(client, page, settings):
    address = link(page)
    settings.LINK_KEYS = {"new": "a-new-key-that-signs-from-now-on-only"}
    is_dead(client, address, "onvolledig")


def test_a_link_grows_too_old(client, page, settings):
    address = link(page)
    with time_machine.travel("2026-11-02T09:00:00Z"):
        assert client.get(address).status_code == 200
    with time_machine.travel("2026-11-04T09:00:00Z"):
        is_dead(client, address, "te oud")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda page: page.unpublish(), "niet meer online"),
        (lambda page: page.delete(), "is er niet meer"),
        (lambda page: page.follow_ups.all().delete(), "is er niet meer"),
        (lambda page: page.follow_ups.update(email="ander@buren.example"), "Iemand anders"),
    ],
)
def test_a_link_ends_with_what_it_is_for(client, page, change, words):
    address = link(page)
    change(fresh(page))
    is_dead(client, address, words)


def test_the_page_may_move_and_change_its_address(client, page):
    address = link(page)
    moved = fresh(page)
    moved.slug = "een-nieuw-adres"
    moved.save_revision().publish()
    assert client.get(address).status_code == 200


def test_the_name_of_somebody_is_their_own_link_only(client):
    person = PersonFactory(email="Noor@Buren.example", consent_to_show=False)
    page = case_study(follow_ups=[{"date": TODAY, "title": "Meting", "person": person}])
    address = link(page)
    assert client.get(address).status_code == 200
    assert "noor@buren.example" not in client.get(page.get_url()).content.decode().lower()


# -- The form ---------------------------------------------------------------------------------------
def test_what_was_typed_is_kept_when_something_is_wrong(client, page):
    first = page.results.order_by("pk").first()
    name = f"realised_{first.translation_key.hex}"
    values = filled_in(page, status="", note="Bijna klaar", **{name: "heel veel"})
    address = link(page)
    with nothing_written("errors"):
        answer = client.post(address, values)
    text = answer.content.decode()
    assert "Er klopt nog iets niet" in text or 'role="alert"' in text
    assert 'value="heel veel"' in text
    assert "Bijna klaar" in text
    assert "Typ een getal" in text
    assert not FollowUpAnswer.objects.exists()


def test_odd_figures_are_refused_and_never_an_error(client, page):
    address, first = link(page), page.results.order_by("pk").first()
    for bad in ("\x00", "x" * 100_000, "NaN", "1e999", "9" * 40, "0,00000000001", "<script>"):
        answer = client.post(address, filled_in(page, **{f"realised_{first.translation_key.hex}": bad}))
        assert answer.status_code in (200, 400, 413), bad[:20]
        assert not FollowUpAnswer.objects.exists(), bad[:20]


def test_planned_is_no_answer(client, page):
    client.post(link(page), filled_in(page, status="planned"))
    assert not FollowUpAnswer.objects.exists()


def test_a_range_has_two_ends(client):
    page = case_study(
        results=[{**KEPT, "promised_to": 60, "realised": None}],
        follow_ups=[{"date": TODAY, "title": "Meting", "email": "a@b.nl"}],
    )
    key = page.results.get().translation_key.hex
    wrong = client.post(link(page), {"status": "done", f"realised_{key}": "60", f"to_{key}": "50"})
    assert "minder dan waar de reeks mee begint" in wrong.content.decode()
    client.post(link(page), {"status": "done", f"realised_{key}": "48", f"to_{key}": "52"})
    assert FollowUpAnswer.objects.get().figures == {
        str(page.results.get().translation_key): {"realised": "48", "realised_to": "52", "evidence": ""}
    }


# -- Straight to the page ---------------------------------------------------------------------------
@pytest.mark.usefixtures("straight")
def test_straight_to_the_page(client, page):
    answer = client.post(link(page), filled_in(page), follow=True)
    assert "staat nu op de pagina" in answer.content.decode()
    changed = fresh(page)
    moment = changed.follow_ups.get()
    assert (moment.status, moment.note) == ("on_track", "Het lab heeft gemeten.")
    assert moment.email == "cm@buren.example"
    first, second = changed.results.order_by("pk")
    assert (first.realised, first.measured_on, first.evidence, first.state) == (61.5, TODAY, "measured", "kept")
    assert second.realised is None
    assert not changed.has_unpublished_changes
    assert "61,5\u00a0% gehaald" in client.get(page.get_url()).content.decode()
    assert "1 van 2</span>" in client.get("/").content.decode()


@pytest.mark.usefixtures("straight")
def test_the_same_answer_twice_is_one(client, page):
    address = link(page)
    for _time in range(2):
        client.post(address, filled_in(page))
    assert FollowUpAnswer.objects.count() == 1
    client.post(address, filled_in(page, status="deviating"))
    assert fresh(page).follow_ups.get().status == "deviating"


@pytest.mark.usefixtures("straight")
def test_a_draft_of_an_editor_is_not_published_and_gets_the_answer_too(client, page):
    address = link(page)
    draft = fresh(page)
    draft.title = "Een titel waar nog aan gewerkt wordt"
    draft.save_revision()
    client.post(address, filled_in(page))
    live = fresh(page)
    assert live.title == "Asfalt met een paspoort"
    assert live.follow_ups.get().status == "on_track"
    assert live.has_unpublished_changes
    latest = live.get_latest_revision_as_object()
    assert latest.title == "Een titel waar nog aan gewerkt wordt"
    assert latest.follow_ups.get().status == "on_track"
    latest.save_revision().publish()
    assert fresh(page).results.order_by("pk").first().state == "kept"


@pytest.mark.usefixtures("straight")
def test_translations_get_the_figures_and_keep_their_own_note(client, page):
    english = fresh(page).copy_for_translation(Locale.objects.get(language_code="en"), copy_parents=True)
    english = CaseStudyPage.objects.get(pk=english.pk)
    moments = list(english.follow_ups.all())
    moments[0].note = "Not measured yet."
    english.follow_ups = moments
    english.save_revision().publish()
    client.post(link(page), filled_in(page))
    assert FollowUpMail.objects.count() == 1, "one mail for both languages"
    moment = fresh(english).follow_ups.get()
    assert (moment.status, moment.note) == ("on_track", "Not measured yet.")
    assert fresh(english).results.order_by("pk").first().realised == 61.5


# -- By way of a moderator --------------------------------------------------------------------------
def test_by_way_of_a_moderator(client, page):
    moderator = somebody(MODERATOR)
    answer = client.post(link(page), filled_in(page), follow=True)
    assert "Een redacteur kijkt naar je antwoord" in answer.content.decode()
    waiting = fresh(page)
    assert waiting.follow_ups.get().status == "planned"
    assert waiting.workflow_in_progress
    assert waiting.get_latest_revision_as_object().follow_ups.get().status == "on_track"
    assert ProcrastinateJob.objects.filter(task_name__endswith="send_moderation_mail").exists()
    shown = client.get(link(page)).content.decode()
    assert "Het lab heeft gemeten." in shown, "what they said, though it is not on the page yet"
    waiting.current_workflow_task.on_action(waiting.current_workflow_task_state, moderator, "approve")
    assert fresh(page).follow_ups.get().status == "on_track"
    assert FollowUpAnswer.objects.get().state == "published"


def _as_draft(page):
    page.title = "Nog niet af"
    page.save_revision()


def _locked(page):
    page.locked = True
    page.save()


def _in_moderation(page):
    _as_draft(page)
    page.get_workflow().start(page, user=None)


def _planned(page):
    page.go_live_at = timezone.now() + dt.timedelta(days=3)
    page.save_revision().publish()


@pytest.mark.parametrize("change", [_as_draft, _locked, _in_moderation, _planned], ids=lambda change: change.__name__)
def test_an_answer_waits_for_a_page_that_is_not_free(client, page, change):
    address = link(page)
    change(fresh(page))
    before = Revision.objects.count()
    answer = client.post(address, filled_in(page), follow=True)
    assert "Een redacteur kijkt naar je antwoord" in answer.content.decode()
    assert FollowUpAnswer.objects.get().state == "waiting"
    assert Revision.objects.count() == before, "nobody's draft was touched"
    services.carry_waiting()
    assert FollowUpAnswer.objects.get().state == "waiting"


def test_an_answer_that_waited_goes_on_by_itself(client, page):
    _as_draft(fresh(page))
    client.post(link(page), filled_in(page))
    fresh(page).get_latest_revision().publish()
    assert services.carry_waiting() == 1
    assert fresh(page).workflow_in_progress
    assert fresh(page).get_latest_revision_as_object().title == "Nog niet af"


def test_editors_see_what_is_overdue_and_what_waits_and_decide(client, page):
    _as_draft(fresh(page))
    editor = client_of(somebody(EDITOR))
    with time_machine.travel("2026-05-06T09:00:00Z"):
        assert "Eerste meting" in editor.get(reverse("wagtailadmin_home")).content.decode()
    client.post(link(page), filled_in(page))
    row = FollowUpAnswer.objects.get()
    address = reverse("follow_up_answer", args=[row.uuid])
    assert address in editor.get(reverse("wagtailadmin_home")).content.decode()
    assert "Het lab heeft gemeten." in editor.get(address).content.decode()
    editor.post(address, {"action": "draft"})
    latest = fresh(page).get_latest_revision_as_object()
    assert (latest.title, latest.follow_ups.get().status) == ("Nog niet af", "on_track")
    assert fresh(page).follow_ups.get().status == "planned"
    latest.save_revision().publish()
    assert FollowUpAnswer.objects.get().state == "published"
    assert client.get(address).status_code == 302, "no visitor comes here"


# -- What is erased ---------------------------------------------------------------------------------
def test_after_half_a_year_the_address_is_in_no_table_and_no_version(client, page):
    client.post(link(page), filled_in(page))
    FollowUpAnswer.objects.update(state="published", ended_at=timezone.now())
    retention.erase_old(TODAY + dt.timedelta(weeks=26))
    assert FollowUpMail.objects.get().email == "cm@buren.example"
    retention.erase_old(TODAY + dt.timedelta(weeks=26, days=1))
    assert FollowUpMail.objects.get().email == ""
    assert fresh(page).follow_ups.get().email == ""
    assert not FollowUpAnswer.objects.exists()
    everything = " ".join(str(content) for content in Revision.objects.values_list("content", flat=True))
    assert "cm@buren.example" not in everything
    assert re.search("Het lab heeft gemeten", everything), "what was said stays"
