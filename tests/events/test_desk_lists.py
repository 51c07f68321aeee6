"""What organisers look at and take along: the overview, the list of a meeting, the spreadsheet, the badges."""

import datetime as dt
import io
import re

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from events.audit import DeskAccess
from events.desk.participants import SignUpsView
from events.interest import services as interest
from events.models import Interest, SignUp
from events.signups import services
from livinglab.core.text import normalize_line
from livinglab.provision import roles
from livinglab.taxonomy.models import Category, Theme
from tests.events import crowd
from tests.events.clock import let_pass
from tests.factories import MeetingPageFactory
from tests.people import client_of, somebody

pytestmark = pytest.mark.django_db

HOUR = dt.timedelta(hours=1)


def titles(rows):
    return [row.page.title for row in rows]


# -- The overview -----------------------------------------------------------------------------------
def test_a_meeting_is_to_come_until_it_has_ended(organiser):
    now = timezone.now()
    MeetingPageFactory(title="Bezig", starts_at=now - HOUR, ends_at=now + HOUR)
    MeetingPageFactory(title="Net voorbij", starts_at=now - 2 * HOUR, ends_at=now - dt.timedelta(seconds=5))
    MeetingPageFactory(title="Morgen", starts_at=now + 24 * HOUR)
    context = organiser.get(reverse("sign_ups:index")).context
    assert titles(context["coming"]) == ["Bezig", "Morgen"]
    assert titles(context["past"]) == ["Net voorbij"]


@pytest.mark.parametrize(
    ("starts", "ends"), [("2026-10-25T00:30Z", "2026-10-25T01:30Z"), ("2027-03-28T00:30Z", "2027-03-28T01:30Z")]
)
def test_the_hour_that_comes_twice_or_never_is_in_one_list(organiser, starts, ends):
    """The lists are told apart by moments, in the database: no local clock takes part."""
    MeetingPageFactory(
        title="Nacht", starts_at=dt.datetime.fromisoformat(starts), ends_at=dt.datetime.fromisoformat(ends)
    )
    context = organiser.get(reverse("sign_ups:index")).context
    found = titles(context["coming"]) + titles(context["past"])
    assert found == ["Nacht"]
    is_over = dt.datetime.fromisoformat(ends) <= timezone.now()
    assert bool(context["past"]) == is_over


def test_who_stayed_away_is_counted_once_the_meeting_is_over_and_the_door_was_used(organiser, meeting):
    rows = [crowd.join(meeting, number) for number in range(2)]
    services.check_in(sign_up=rows[0].uuid)

    def figures():
        context = organiser.get(reverse("sign_ups:index")).context
        (row,) = [*context["coming"], *context["past"]]
        return row.figures

    assert (figures().came, figures().stayed_away) == (1, None)
    let_pass(meeting, dt.timedelta(days=8))
    assert (figures().taken, figures().came, figures().stayed_away) == (2, 1, 1)
    services.undo_check_in(sign_up=rows[0].uuid)
    assert figures().stayed_away is None, "nothing is known"


def test_demand_is_counted_confirmed_only_and_says_what_is_planned(organiser, meeting_page):
    theme, category = Theme.objects.first(), Category.objects.get(slug="asfalt")
    for number, target in enumerate([theme, theme, category, category, category]):
        interest.ask(email=f"p{number}@buren.example", language="nl", target=target)
    for asked in Interest.objects.exclude(email="p0@buren.example"):
        interest.confirm(interest=asked.uuid)
    found = organiser.get(reverse("sign_ups:index")).context["demand"]
    assert [(each.name, each.count, each.is_planned) for each in found] == [
        (category.name, 3, False),
        (theme.name, 1, False),
    ]
    MeetingPageFactory(category=category)
    assert organiser.get(reverse("sign_ups:index")).context["demand"][0].is_planned
    for role in (roles.EDITOR, roles.MODERATOR):
        start_page = client_of(somebody(role)).get("/beheer/").content.decode()
        assert category.name in start_page
        assert "p1@buren.example" not in start_page


def test_the_overview_costs_as_much_for_one_meeting_as_for_many(organiser):
    MeetingPageFactory()
    organiser.get(reverse("sign_ups:index"))
    counts = []
    for more in (0, 3):
        for _number in range(more):
            MeetingPageFactory()
        with CaptureQueriesContext(connection) as queries:
            organiser.get(reverse("sign_ups:index"))
        counts.append(len(queries))
    assert counts[0] == counts[1]


# -- The list of a meeting --------------------------------------------------------------------------
@pytest.fixture
def three(meeting):
    people = [("Ada Jansen", "buyer", "Gemeente Buren"), ("Bob de Wit", "specialist", ""), ("Çelik Öz", "", "Tiel")]
    return [
        services.sign_up(
            meeting=meeting,
            person=services.Applicant(
                name=name, email=f"p{number}@buren.example", language="nl", role=role, organisation=organisation
            ),
            submission_id=crowd.uuid.uuid4(),
        )
        for number, (name, role, organisation) in enumerate(people)
    ]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["Ada Jansen", "Bob de Wit", "Çelik Öz"]),
        ("?state=waiting", ["Çelik Öz"]),
        ("?role=buyer", ["Ada Jansen"]),
        ("?mail_failed=true", []),
        ("?ordering=-name__alphabetical", ["Çelik Öz", "Bob de Wit", "Ada Jansen"]),
        ("?state=bestaat-niet&p=999&ordering=x", None),
        ("?q=%00&p=-1", None),
    ],
)
def test_the_list_is_filtered_and_sorted(organiser, meeting, three, query, found):
    for name in ("meeting", "meeting_results"):
        answer = organiser.get(reverse(f"sign_ups:{name}", args=[meeting]) + query)
        assert answer.status_code in ((200,) if found is not None else (200, 400, 404))
        if found is not None:
            assert [row.name for row in answer.context["object_list"]] == found


def names(answer) -> list[str]:
    return [row.name for row in answer.context["object_list"]]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("jansen", ["Ada Jansen"]),
        (" P1@buren ", ["Bob de Wit"]),
        ("tiel", ["Çelik Öz"]),
        ("niemand", []),
        ("", ["Ada Jansen", "Bob de Wit", "Çelik Öz"]),
        ("a\x00b", ["Ada Jansen", "Bob de Wit", "Çelik Öz"]),
        ("x" * 5000, ["Ada Jansen", "Bob de Wit", "Çelik Öz"]),
    ],
)
def test_somebody_is_searched_by_a_form_and_stands_in_no_address(organiser, meeting, three, text, found):
    address = reverse("sign_ups:meeting", args=[meeting])
    answer = organiser.post(address, {"search": text})
    assert (answer.status_code, answer.url) == (302, address)
    for name in ("meeting", "meeting_results"):
        assert names(organiser.get(reverse(f"sign_ups:{name}", args=[meeting]))) == found


def test_a_search_goes_on_while_paging_sorting_and_filtering_until_it_is_ended(organiser, meeting, three, monkeypatch):
    monkeypatch.setattr(SignUpsView, "paginate_by", 1)
    address = reverse("sign_ups:meeting", args=[meeting])
    answer = organiser.post(f"{address}?ordering=-name__alphabetical&p=3", {"search": "@buren"})
    assert answer.url == f"{address}?ordering=-name__alphabetical", "the same order, from the first page on"
    pages = [names(organiser.get(answer.url, {"ordering": "-name__alphabetical", "p": page})) for page in (1, 2, 3)]
    assert pages == [["Çelik Öz"], ["Bob de Wit"], ["Ada Jansen"]]
    organiser.post(address, {"search": "de wit"})
    assert names(organiser.get(address, {"state": "waiting"})) == []
    shown = organiser.get(address)
    assert names(shown) == ["Bob de Wit"]
    links = re.findall(r'(?:href|action|src|url)[a-z-]*="([^"]*)"', shown.content.decode())
    assert not [link for link in links if re.search(r"de([+ ]|%20)wit", link.lower())]
    # Only this list is searched, and what comes in by an address is not looked at.
    elsewhere = MeetingPageFactory(capacity=3).translation_key
    crowd.join(elsewhere, 1)
    assert len(names(organiser.get(reverse("sign_ups:meeting", args=[elsewhere])))) == 1
    organiser.post(address)
    assert organiser.get(address, {"q": "jansen"}).context["paginator"].count == 3


def test_a_search_is_forgotten_after_an_hour_and_is_no_change(organiser, meeting, three):
    address = reverse("sign_ups:meeting", args=[meeting])
    organiser.post(address, {"search": "jansen"})
    assert list(DeskAccess.objects.values_list("action", "is_change")) == [("meeting", False)]
    with time_machine.travel(timezone.now() + dt.timedelta(minutes=61)):
        assert len(names(organiser.get(address))) == 3
        assert "jansen" not in str(dict(organiser.session)).lower()


def test_who_is_forgotten_is_in_no_list(organiser, meeting, three):
    SignUp.objects.filter(pk=three[0].pk).update(
        name="", email="", organisation="", question="", needs="", anonymised_at=timezone.now()
    )
    assert len(organiser.get(reverse("sign_ups:meeting", args=[meeting])).context["object_list"]) == 2
    assert len(sheet(organiser, meeting)) == 3, "the header and two"
    assert "Ada" not in organiser.get(reverse("sign_ups:badges", args=[meeting])).content.decode()


# -- The spreadsheet --------------------------------------------------------------------------------
def sheet(client, meeting):
    answer = client.get(reverse("sign_ups:export", args=[meeting]))
    assert "no-store" in answer["Cache-Control"]
    return list(load_workbook(io.BytesIO(answer.content)).active.iter_rows())


HOSTILE = [
    '=HYPERLINK("http://kwaad.example","klik")',
    "+31 6 12345678",
    "-1+1|cmd",
    "@SUM(A1:A9)",
    " =1+1",
    "\u00a0=1+1",
    "\u2003@x",
    "\u200b=1+1",
    "=\t1",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_cell_of_the_spreadsheet_can_act_as_a_formula(organiser, meeting, text):
    crowd.join(meeting, 1)
    SignUp.objects.update(name=text, organisation=text, question=text, needs=f"\t\n{text}")
    _header, cells = sheet(organiser, meeting)
    for cell in cells:
        assert cell.data_type != "f"
    for place in (1, 3, 6, 7):
        assert cells[place].data_type == "s"
        assert normalize_line(text) in cells[place].value
        assert cells[place].quotePrefix, "text also when it is edited, or saved as CSV"


def test_the_spreadsheet_holds_numbers_moments_and_everyone(organiser, meeting, three):
    services.check_in(sign_up=three[0].uuid)
    rows = sheet(organiser, meeting)
    assert [cell.value for cell in rows[0]][:3] == ["Nr.", "Naam", "E-mailadres"]
    assert [row[1].value for row in rows[1:]] == ["Ada Jansen", "Bob de Wit", "Çelik Öz"]
    assert rows[1][0].value == 1
    local = timezone.localtime(SignUp.objects.get(pk=three[0].pk).created_at)
    assert abs(rows[1][8].value - local.replace(tzinfo=None)) < dt.timedelta(seconds=1)
    assert isinstance(rows[1][9].value, dt.datetime)


def test_control_characters_and_long_titles_do_not_break_the_spreadsheet(organiser):
    page = MeetingPageFactory(title="[Asfalt]: wat/kan * er ? beter \\ dan dit alles samen")
    person = services.Applicant(name="A\x0bB\x1f", email="a@buren.example", language="nl")
    services.sign_up(meeting=page.translation_key, person=person, submission_id=crowd.uuid.uuid4())
    rows = sheet(organiser, page.translation_key)
    assert rows[1][1].value == "A B"


def test_an_export_is_logged_without_persons(organiser, meeting_page, meeting, three):
    from wagtail.models import PageLogEntry

    sheet(organiser, meeting)
    entry = PageLogEntry.objects.get(action="events.export")
    assert (entry.page_id, entry.data, entry.user.email) == (meeting_page.pk, {"rows": 3}, "organisatoren@example.nl")


# -- Name badges ------------------------------------------------------------------------------------
def test_badges_are_for_who_has_a_seat_by_name_and_escaped(organiser, meeting):
    for number, name in enumerate(["Zoë <b>", "ada"]):
        person = services.Applicant(name=name, email=f"p{number}@buren.example", language="nl")
        services.sign_up(meeting=meeting, person=person, submission_id=crowd.uuid.uuid4())
    crowd.join(meeting, 3)
    answer = organiser.get(reverse("sign_ups:badges", args=[meeting]))
    assert [row.name for row in answer.context["rows"]] == ["ada", "Zoë <b>"]
    assert "Zoë &lt;b&gt;" in answer.content.decode()
