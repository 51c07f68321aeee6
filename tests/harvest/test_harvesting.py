"""Stories of another lab in the lists of this one. The other lab is this site by another name, asked in-process."""

import datetime as dt
import json

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from casestudies.models import ExampleCriterion
from livinglab.core.fields.licences import Licence
from livinglab.harvest import harvesting
from livinglab.harvest.http import Answer, FetchError
from livinglab.harvest.models import HarvestedStory, OtherLab
from livinglab.harvest.tasks import harvest_due_labs
from livinglab.harvest.viewsets import unknown_labels
from livinglab.provision import roles
from livinglab.search import sync
from livinglab.search.models import SearchEntry
from livinglab.taxonomy.models import Category
from tests.factories import CaseStudyPageFactory, CategoryFactory, ExamplePageFactory, ThemeFactory
from tests.people import client_of, somebody
from tests.search.read_model import rows, rows_from_nothing

pytestmark = pytest.mark.django_db
ELSEWHERE = "https://zuid.example"


class Elsewhere:
    """What the other lab was asked, and how it answers instead of as it is.

    `say` may change the answer for a list or raise, `say_of_one` that for one story.
    """

    def __init__(self):
        self.asked = []
        self.say = self.say_of_one = lambda told: told

    def fetch(self, url: str, *, entity_tag: str = "") -> Answer:
        assert url.startswith(f"{ELSEWHERE}/api/v1/")
        headers = {"If-None-Match": entity_tag} if entity_tag else {}
        with override_settings(WAGTAILADMIN_BASE_URL=ELSEWHERE):
            response = Client(headers=headers).get(url.removeprefix(ELSEWHERE))
        self.asked.append((url, response.status_code))
        if response.status_code == 304:
            return Answer(None, entity_tag)
        assert response.status_code == 200, response.content
        told = json.loads(response.content)
        told = self.say(told) if "items" in told else self.say_of_one(told)
        return Answer(json.dumps(told).encode(), response.headers["ETag"])


@pytest.fixture
def elsewhere(monkeypatch):
    found = Elsewhere()
    monkeypatch.setattr(harvesting, "fetch", found.fetch)
    return found


@pytest.fixture
def lab(elsewhere):
    return OtherLab.objects.create(name="Living Lab Zuid", url=f"{ELSEWHERE}/")


def stories() -> set[str]:
    """The titles in our read model that come from elsewhere."""
    return set(SearchEntry.objects.exclude(harvested=None).values_list("title", flat=True))


def test_its_stories_are_in_our_lists_with_source_and_licence(client, lab):
    theme = ThemeFactory()
    page = ExamplePageFactory(title="Asfalt dat tweemaal meegaat", themes=[theme])
    CaseStudyPageFactory(title="Bermgras als papier")
    assert harvesting.harvest(lab)
    assert stories() == {"Asfalt dat tweemaal meegaat", "Bermgras als papier"}
    for path in ("/voorbeelden/", f"/voorbeelden/?theme={theme.slug}", "/zoeken/?q=tweemaal&lab=elsewhere"):
        listing = client.get(path)
        hits = [hit for hit in listing.context["listing"].hits if hit.entry.harvested_id]
        assert [hit.url for hit in hits] == [f"{ELSEWHERE}{page.url}"]
        assert "Uit Living Lab Zuid" in listing.content.decode()
        assert "CC BY 4.0" in listing.content.decode()
    assert client.get("/casestudies/").content.decode().count("Uit Living Lab Zuid") == 1
    assert rows() == rows_from_nothing()


def test_a_list_with_many_costs_one_query_more(client, lab, django_assert_max_num_queries):
    for _ in range(5):
        ExamplePageFactory()
    client.get("/voorbeelden/")
    with CaptureQueriesContext(connection) as queries:
        client.get("/voorbeelden/")
    before = len(queries)
    harvesting.harvest(lab)
    with django_assert_max_num_queries(before + 1):
        client.get("/voorbeelden/")


def test_it_is_kept_true(lab, elsewhere):
    kept, renamed, gone = (ExamplePageFactory(title=title) for title in ("Blijft", "Oud", "Weg"))
    harvesting.harvest(lab)
    versions = dict(SearchEntry.objects.exclude(harvested=None).values_list("title", "version"))
    renamed.title = "Nieuw"
    renamed.save_revision().publish()
    gone.unpublish()
    harvesting.harvest(lab)
    assert stories() == {"Blijft", "Nieuw"}
    assert SearchEntry.objects.exclude(harvested=None).get(title="Blijft").version == versions["Blijft"]
    assert kept.live


def test_what_did_not_change_is_not_sent_and_not_written(lab, elsewhere, monkeypatch):
    monkeypatch.setattr(harvesting, "PART", 2)
    for _ in range(5):
        ExamplePageFactory()
    harvesting.harvest(lab)
    first, elsewhere.asked = [one for one in elsewhere.asked if "limiet=" in one[0]], []
    before = list(HarvestedStory.objects.order_by("pk").values())
    harvesting.harvest(lab)
    assert [url for url, _status in elsewhere.asked] == [url for url, _status in first]
    assert {status for _url, status in elsewhere.asked} == {304}
    assert len(elsewhere.asked) == 4  # three parts of examples, one of case studies
    assert list(HarvestedStory.objects.order_by("pk").values()) == before


def test_a_reading_that_fails_changes_nothing_and_waits_longer_each_time(lab, elsewhere):
    ExamplePageFactory(title="Blijft")
    harvesting.harvest(lab)

    def fail(told):
        raise FetchError("It answers 503.")

    waits = []
    for _ in range(7):
        ExamplePageFactory()
        elsewhere.say = fail
        assert not harvesting.harvest(lab)
        lab.refresh_from_db()
        waits.append((lab.next_at - lab.checked_at) // dt.timedelta(hours=1))
    assert waits == [1, 2, 4, 8, 16, 24, 24]
    assert stories() == {"Blijft"}
    assert lab.problem == "It answers 503."
    elsewhere.say = lambda told: told
    assert harvesting.harvest(lab)
    assert (lab.failures, lab.problem) == (0, "")
    assert len(stories()) == 8


def test_it_waits_as_long_as_the_other_side_asks(lab, elsewhere):
    def fail(told):
        raise FetchError("It answers 429.", retry_after=3 * 3600)

    ExamplePageFactory()
    elsewhere.say = fail
    harvesting.harvest(lab)
    assert lab.next_at - lab.checked_at == dt.timedelta(hours=3)
    assert list(harvesting.due_labs()) == []


def test_what_could_not_be_read_for_a_month_goes(lab, elsewhere):
    ExamplePageFactory()
    harvesting.harvest(lab)

    def fail(told):
        raise FetchError("No connection.")

    elsewhere.say = fail
    ExamplePageFactory()
    OtherLab.objects.update(succeeded_at=timezone.now() - dt.timedelta(days=31))
    lab.refresh_from_db()
    harvesting.harvest(lab)
    assert stories() == set()


@pytest.mark.parametrize("end", ["inactive", "deleted", "another address"])
def test_its_stories_go_with_it(lab, end):
    ExamplePageFactory()
    harvesting.harvest(lab)
    assert stories()
    if end == "inactive":
        lab.is_active = False
        lab.save()
    elif end == "deleted":
        lab.delete()
    else:
        lab.url = "https://noord.example/"
        lab.save()
    assert stories() == set()
    assert rows() == rows_from_nothing()


def with_criterion(**fields):
    page = ExamplePageFactory(
        what_was_done="<p>De aannemer maalt het <b>kalksteenmeel</b> opnieuw.</p>",
        organisation__name="Gemeente Zuid",
        **fields,
    )
    ExampleCriterion.objects.create(page=page, kind="requirement", text="Het mengsel bevat granulaat uit de streek.")
    page.save_revision().publish()
    return page


def test_a_story_is_found_by_its_words_and_its_criteria_can_be_copied(client, lab, elsewhere):
    page = with_criterion(title="Asfalt dat tweemaal meegaat")
    criterion = page.criteria.get()
    harvesting.harvest(lab)
    sync.refresh_stale()
    hits = [hit for hit in client.get("/zoeken/?q=kalksteenmeel").context["listing"].hits if hit.entry.harvested_id]
    assert [hit.url for hit in hits] == [f"{ELSEWHERE}{page.url}"]
    listing = client.get("/zoeken/?q=granulaat&kind=criterion&lab=elsewhere")
    (hit,) = listing.context["listing"].hits
    assert hit.url == f"{ELSEWHERE}{page.url}#{criterion.anchor}"
    shown = listing.content.decode()
    assert "Het mengsel bevat <mark>granulaat</mark> uit de streek." in shown
    source = f"Bron: Gemeente Zuid, {page.title}, {page.year}, Living Lab Zuid, CC BY 4.0, {hit.url}"
    assert f'data-copy-source="{source}"' in shown
    assert "Uit Living Lab Zuid" in shown
    assert rows() == rows_from_nothing()
    # Nothing of it goes on to a third lab, and nothing is asked again that did not change.
    assert client.get("/api/v1/criteria").json()["aantal"] == 1
    elsewhere.asked.clear()
    harvesting.harvest(lab)
    assert {status for _url, status in elsewhere.asked} == {304}
    page.what_was_done = "<p>Met lignine.</p>"
    page.save_revision().publish()
    harvesting.harvest(lab)
    sync.refresh_stale()
    assert HarvestedStory.objects.get().words.startswith("Met lignine.")


def test_a_change_right_after_a_reading_is_in_the_next_one(lab):
    moment = timezone.now() - dt.timedelta(hours=1)
    with time_machine.travel(moment, tick=False):
        page = with_criterion(title="Asfalt dat tweemaal meegaat")
        harvesting.harvest(lab)
    with time_machine.travel(moment.replace(microsecond=0) + dt.timedelta(microseconds=999_999), tick=False):
        page.what_was_done = "<p>Met lignine.</p>"
        page.save_revision().publish()
        harvesting.harvest(lab)
    assert HarvestedStory.objects.get().words.startswith("Met lignine.")


def test_of_a_text_that_may_not_be_taken_over_only_its_card_is_kept(client, lab):
    page = with_criterion(title="Asfalt dat tweemaal meegaat")
    harvesting.harvest(lab)
    page.licence, page.taken_over_from = Licence.RESERVED, "Uitgeverij West"
    page.save_revision().publish()
    harvesting.harvest(lab)
    sync.refresh_stale()
    story = HarvestedStory.objects.get()
    assert (story.words, story.criteria, story.licence) == ("", [], "")
    assert stories() == {"Asfalt dat tweemaal meegaat"}
    shown = client.get("/voorbeelden/").content.decode()
    assert "Uit Living Lab Zuid · overgenomen van Uitgeverij West · alle rechten voorbehouden" in shown
    assert rows() == rows_from_nothing()


def test_details_come_in_portions_and_a_bad_one_stops_no_list(lab, elsewhere, monkeypatch):
    monkeypatch.setattr(harvesting, "MOST_DETAILS", 2)
    for _ in range(3):
        ExamplePageFactory()
    harvesting.harvest(lab)
    assert HarvestedStory.objects.filter(is_detail_read=True).count() == 2
    assert lab.next_at - lab.checked_at < dt.timedelta(minutes=11)

    def fail(told):
        raise FetchError("It answers 503.")

    elsewhere.say_of_one = fail
    assert harvesting.harvest(lab)
    assert (lab.failures, lab.problem) == (0, "It answers 503.")
    assert HarvestedStory.objects.count() == 3
    elsewhere.say_of_one = lambda told: {"id": "another"}
    harvesting.harvest(lab)
    assert not HarvestedStory.objects.filter(is_detail_read=False).exists()
    assert lab.problem == ""
    assert lab.next_at - lab.checked_at > dt.timedelta(minutes=50)


def test_two_labs_do_not_give_one_another_back(client, lab):
    """What came from elsewhere is not in our own API, files, catalogue or feed of numbers."""
    ExamplePageFactory(title="Eigen verhaal")
    before = client.get("/api/v1/voorbeelden").json()
    harvesting.harvest(lab)
    after = client.get("/api/v1/voorbeelden").json()
    for name in ("aantal", "items", "facetten"):
        assert after[name] == before[name]
    content = b"".join(client.get("/api/v1/alles.ndjson").streaming_content).decode()
    assert content.count('"titel":"Eigen verhaal"') == 1
    harvesting.harvest(lab)
    assert HarvestedStory.objects.count() == 1


def test_labels_mean_the_same_by_slug_and_others_are_shown_to_who_administers(client, lab, elsewhere):
    theme, category = ThemeFactory(name_nl="Bodem"), CategoryFactory()

    def as_elsewhere(told):
        for item in told["items"]:
            item["themas"].append({"code": "grachten", "naam": "Grachten & <b>kades</b>"})
            item["categorie"] = {"code": "sluizen", "naam": "Sluizen"}
        return told

    elsewhere.say = as_elsewhere
    ExamplePageFactory(themes=[theme], category=category)
    ExamplePageFactory(themes=[theme], category=category)
    harvesting.harvest(lab)
    assert unknown_labels(lab) == [("thema", "grachten", "Grachten & kades", 2), ("categorie", "sluizen", "Sluizen", 2)]
    administrator = client_of(somebody(roles.ADMINISTRATOR))
    page = administrator.get(reverse(OtherLab.snippet_viewset.get_url_name("edit"), args=[lab.pk])).content.decode()
    assert "grachten" in page
    assert "2 verhalen in onze lijsten" in page
    # Once the term is there, it counts.
    Category.objects.create(slug="sluizen", name_nl="Sluizen", name_en="Locks")
    sync.refresh_stale()
    assert client.get("/voorbeelden/?category=sluizen").context["listing"].response.total == 2
    assert [one[1] for one in unknown_labels(lab)] == ["grachten"]


@pytest.mark.parametrize("role", [roles.EDITOR, roles.MODERATOR, roles.ORGANISER])
def test_only_who_administers_may_name_a_lab(lab, role):
    client = client_of(somebody(role))
    for view, arguments in (("list", []), ("add", []), ("edit", [lab.pk]), ("delete", [lab.pk])):
        response = client.get(reverse(OtherLab.snippet_viewset.get_url_name(view), args=arguments))
        assert response.status_code in (302, 403)


@pytest.mark.parametrize(
    "url",
    ["http://zuid.example/", "https://zuid.example/map/", "https://a:b@zuid.example/", "https://zuid.example/?a=b"],
)
def test_an_address_that_is_no_home_page_is_refused(url):
    with pytest.raises(ValidationError, match=r".") as caught:
        OtherLab(name="Zuid", url=url).full_clean()
    assert set(caught.value.message_dict) == {"url"}


@override_settings(WAGTAILADMIN_BASE_URL="https://zuid.example")
def test_a_lab_does_not_read_itself():
    with pytest.raises(ValidationError):
        OtherLab(name="Zuid", url="https://zuid.example/").full_clean()


def test_each_lab_whose_time_has_come_gets_one_job(lab):
    other = OtherLab.objects.create(name="Noord", url="https://noord.example/")
    OtherLab.objects.filter(pk=other.pk).update(next_at=timezone.now() + dt.timedelta(minutes=5))
    for _ in range(2):
        harvest_due_labs(timestamp=0)
    jobs = ProcrastinateJob.objects.filter(task_name="livinglab.harvest.tasks.harvest_lab")
    # Both were asked for when they were added.
    assert sorted(job.args["lab"] for job in jobs) == sorted([lab.pk, other.pk])
    assert {job.lock for job in jobs} == {"harvest"}


def test_an_english_visitor_reads_them_where_there_is_nothing_in_english(client, lab):
    ExamplePageFactory(title="Nederlands verhaal")
    harvesting.harvest(lab)
    assert "Nederlands verhaal" in client.get("/en/examples/").content.decode()
