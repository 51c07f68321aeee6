"""Putting the demo in and taking it away, whatever editors did in between."""

import datetime as dt
import io
import zipfile

import pytest
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Page

from casestudies.models import CaseStudyPage, ExamplePage
from events.models import MeetingPage, OutgoingMail, SeatPool, SignUp
from events.signups import services
from events.signups.invariants import violations
from livinglab.core.media.documents import LabDocument
from livinglab.core.media.images import LabImage
from livinglab.demo.builders.meetings import meeting_day
from livinglab.demo.documents import form
from livinglab.demo.loading import load
from livinglab.demo.models import DemoItem
from livinglab.demo.removing import remove
from livinglab.pages.models import ContactPage, HomePage, StandardPage, ToolPage
from livinglab.search.models import SearchEntry
from livinglab.taxonomy.models import Category, LabTag, Organisation, Person
from tests.events import crowd
from tests.factories import ExamplePageFactory

pytestmark = pytest.mark.django_db

KINDS = (
    Page,
    LabImage,
    LabDocument,
    Organisation,
    Person,
    LabTag,
    SeatPool,
    SignUp,
    OutgoingMail,
    DemoItem,
    SearchEntry,
)
EXAMPLE = "example:sporthal-die-energie-overhoudt"
MEETING = "meeting:sporthallen-die-energie-opleveren"


def counts() -> dict[str, int]:
    return {model.__name__: model.objects.count() for model in KINDS}


def example() -> ExamplePage:
    return ExamplePage.objects.get(slug=EXAMPLE.removeprefix("example:"))


def meeting() -> MeetingPage:
    return MeetingPage.objects.get(slug=MEETING.removeprefix("meeting:"))


def test_it_is_made_once_and_leaves_nothing(take) -> None:
    before = counts()
    assert load() > 0
    first = counts()
    assert load() == 0
    assert counts() == first
    assert remove().kept == []
    assert counts() == before


def test_the_search_of_the_admin_finds_what_was_made(take) -> None:
    take(EXAMPLE)
    load()
    assert list(Page.objects.search(example().title)) == [example().page_ptr]
    assert list(ExamplePage.objects.search(example().title)) == [example()]
    assert list(LabImage.objects.search(example().picture.title)) == [example().picture]


def test_pages_are_published_as_an_editor_would(take) -> None:
    take("person:samir-testenberg", "example:oud-asfalt-blijft-in-de-gemeente")
    load()
    page = ExamplePage.objects.get()
    assert page.live
    assert page.live_revision_id
    assert not page.has_unpublished_changes
    assert page.first_published_at.date() == dt.date(2025, 1, 21)
    assert SearchEntry.objects.filter(page=page).exists()
    assert page.contact.name == "Samir Testenberg"
    assert page.contact.portrait.alt_text == "Getekend portret van Samir Testenberg."
    assert "voorbeeldinhoud" in page.tags.names()
    assert page.picture.alt_text.startswith("Getekend")


def test_pages_know_their_neighbours_originals_and_documents(take) -> None:
    take("page:nl.contact", "page:en.contact", "tool:opvolgkalender", "case_study:asfalt-met-een-paspoort")
    load()
    assert [other.page.slug for other in CaseStudyPage.objects.get().related_pages.all()] == ["opvolgkalender"]
    dutch, english = ContactPage.objects.order_by("-locale__language_code")
    assert english.get_translation(dutch.locale) == dutch
    assert ToolPage.objects.get().document.file_extension == "odt"


def test_invented_participants_take_seats_and_get_no_mail(take) -> None:
    take(MEETING)
    load()
    assert SeatPool.objects.get().taken == 3
    assert not OutgoingMail.objects.filter(state=OutgoingMail.State.PENDING).exists()


def test_what_an_editor_deleted_does_not_come_back(take) -> None:
    take(EXAMPLE)
    load()
    example().delete()
    load()
    assert not ExamplePage.objects.exists()
    assert remove().kept == []


def test_what_an_editor_changed_stays_changed_and_goes_with_the_rest(take) -> None:
    take(EXAMPLE)
    load()
    page = example()
    page.title = "Van de redactie"
    page.save_revision().publish()
    load()
    assert example().title == "Van de redactie"
    remove()
    assert not ExamplePage.objects.exists()


def test_pages_of_editors_survive_with_what_they_use(take) -> None:
    take("organisation:gemeente-voorbeeldum", "person:wouter-maquette", EXAMPLE)
    load()
    theirs = ExamplePageFactory(
        title="Van een redacteur",
        picture=example().picture,
        contact=Person.objects.get(),
        organisation=Organisation.objects.get(slug="gemeente-voorbeeldum"),
    )
    theirs.tags.add("zonnepanelen")
    theirs.save_revision().publish()

    removal = remove()

    theirs.refresh_from_db()
    assert theirs.live
    assert theirs.picture.description.startswith("Getekend")
    assert theirs.contact.portrait is not None
    assert theirs.organisation.slug == "gemeente-voorbeeldum"
    assert ExamplePage.objects.count() == 1
    assert len(removal.kept) == 5  # the picture, the person and their portrait, the organisation, the tag

    theirs.delete()
    assert remove().kept == []
    assert not DemoItem.objects.exists()


def test_an_item_whose_category_is_gone_is_not_made(take) -> None:
    take("example:wie-naaide-de-broek")
    Category.objects.get(slug="bedrijfskleding").delete()
    load()
    assert not ExamplePage.objects.exists()


def test_a_picture_in_a_text_of_editors_stays(take) -> None:
    take(EXAMPLE)
    load()
    page = StandardPage(title="Over foto's")
    page.body = [("picture", {"image": example().picture, "caption": ""})]
    HomePage.objects.get(slug="home").add_child(instance=page)
    removal = remove()
    assert len(removal.kept) == 1
    assert LabImage.objects.count() == 1


def test_a_page_that_an_editor_put_below_a_demo_page_moves_up(take) -> None:
    take("page:nl.over-het-lab")
    load()
    StandardPage.objects.get().add_child(instance=StandardPage(title="Route", slug="route"))
    remove()
    assert StandardPage.objects.get().get_parent().specific == HomePage.objects.get(slug="home")


def test_a_copy_that_an_editor_made_stays(take) -> None:
    take(EXAMPLE)
    load()
    example().copy(update_attrs={"slug": "kopie", "title": "Kopie"}, keep_live=True)
    remove()
    assert ExamplePage.objects.get().slug == "kopie"


def test_a_meeting_that_somebody_signed_up_for_stays_until_it_is_cancelled(take) -> None:
    take(MEETING)
    load()
    key = meeting().translation_key
    visitor = crowd.join(key, "echt")

    removal = remove()

    assert [kept for kept in removal.kept if "cancel the meeting first" in kept]
    assert SignUp.objects.get(anonymised_at=None) == visitor
    assert SeatPool.objects.get(key=key).taken == 1
    assert violations(key) == []
    queued = OutgoingMail.objects.filter(state=OutgoingMail.State.PENDING)
    assert [mail.sign_up for mail in queued] == [visitor], "nobody who never existed is mailed"

    services.call_off(meeting=key)
    queued.update(state=OutgoingMail.State.SENT, ended_at=timezone.now())
    services.erase(email=visitor.email)
    assert [kept for kept in remove().kept if "cancel the meeting first" in kept] == []
    assert not SeatPool.objects.exists()


def test_a_visitor_who_waits_gets_the_seat_of_somebody_who_never_existed(take) -> None:
    take(MEETING)
    load()
    key = meeting().translation_key
    services.change_capacity(meeting=key, capacity=3)
    visitor = crowd.join(key, "echt")
    assert visitor.state == SignUp.State.WAITING
    remove()
    assert SignUp.objects.get(pk=visitor.pk).state == SignUp.State.CONFIRMED
    assert violations(key) == []


def test_a_home_page_that_has_a_picture_keeps_it(take) -> None:
    take("home:nl")
    home = HomePage.objects.get(slug="home")
    home.picture = LabImage.objects.create(title="Van ons", file="x.png", width=3, height=2, description="Een foto.")
    home.save_revision().publish()
    load()
    remove()
    home.refresh_from_db()
    assert home.picture.title == "Van ons"


def test_the_command_says_what_it_did(take, capsys) -> None:
    take("organisation:pianoo")
    call_command("demo_content")
    assert "Ready: 1 things" in capsys.readouterr().out
    call_command("demo_content", "--remove")
    assert "Removed 1 things" in capsys.readouterr().out
    call_command("demo_content", "--remove", verbosity=0)
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("today", "expected"),
    [(dt.date(2026, 11, 23), dt.date(2026, 12, 10)), (dt.date(2026, 12, 10), dt.date(2027, 1, 14))],
)
def test_a_meeting_to_come_is_on_its_weekday_and_not_at_christmas(today, expected) -> None:
    assert meeting_day({"days_from_now": 17, "weekday": "thursday"}, today) == expected


def test_meetings_to_come_are_to_come(take) -> None:
    take(MEETING)
    load()
    assert meeting().starts_at > timezone.now() + dt.timedelta(days=70)
    assert timezone.localtime(meeting().starts_at).time() == dt.time(14)


def test_a_form_is_an_open_document() -> None:
    packed = form(["# Kop", "Vraag & antwoord"])
    assert packed[30:77].startswith(b"mimetypeapplication/vnd.oasis.opendocument.text")
    content = zipfile.ZipFile(io.BytesIO(packed)).read("content.xml").decode()
    assert "<text:h" in content
    assert "Vraag &amp; antwoord" in content
