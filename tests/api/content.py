"""One of everything that the API gives, with what it must not give."""

import datetime as dt
from decimal import Decimal

from django.utils import timezone

from casestudies.models import CaseStudyCriterion, ExampleCriterion
from casestudies.promises.models import FollowUp, Result
from events.models import AgreedAction, MeetingContributor, ProgrammeItem
from livinglab.pages.models import NewsIndexPage, NewsPage, ToolIndexPage, ToolPage
from tests.factories import (
    CaseStudyPageFactory,
    ExamplePageFactory,
    LabImageFactory,
    LabPageFactory,
    MeetingPageFactory,
    PersonFactory,
    ThemeFactory,
)

NAME = "Wilhelmina Zonderling"
"""A person who agreed to be shown on the site: in open data all the same not."""
PAGES = ("voorbeelden", "casestudies", "criteria", "bijeenkomsten", "instrumenten", "nieuws")
RESOURCES = (*PAGES, "organisaties", "themas", "categorieen", "trefwoorden")


def under(index_type, page_type, **fields):
    parent = index_type.objects.get(locale__language_code="nl")
    return LabPageFactory._create(page_type, parent=parent, picture=LabImageFactory(), **fields)


def example(**fields):
    fields = {"themes": [ThemeFactory()], "tags": ["asfalt"], **fields}
    criteria = [ExampleCriterion(kind="requirement", text="Het asfalt is hergebruikt.")]
    person = PersonFactory(name=NAME)
    return ExamplePageFactory(contact=person, picture=LabImageFactory(), criteria=criteria, **fields)


def case_study(**fields):
    text = "Wie meer hergebruikt krijgt meer punten."
    parts = {
        "criteria": [CaseStudyCriterion(kind="award", weight=30, level=2, text=text, outcome="Goed.")],
        "results": [Result(indicator="Hergebruik", unit="%", promised=Decimal("61.50"))],
        "follow_ups": [
            FollowUp(date=dt.date(2027, 1, 1), title="Meting", person=PersonFactory(name=NAME), email="w@example.org")
        ],
    }
    person, picture = PersonFactory(name=NAME), LabImageFactory()
    return CaseStudyPageFactory(contact=person, tags=["asfalt"], picture=picture, **{**parts, **fields})


def meeting(**fields):
    person = PersonFactory(name=NAME)
    report = [
        ("text", "<p>We spraken over <b>asfalt</b>.</p>"),
        ("contact", {"title": "Vragen?", "person": person}),
    ]
    action = AgreedAction(what="Bellen", who="Gemeente", owner=person, owner_email="w@example.org")
    return MeetingPageFactory(
        tags=["asfalt"],
        online_url="https://video.example.org/geheim",
        contributors=[MeetingContributor(person=person, role="speaker", may_be_named=True)],
        programme_items=[ProgrammeItem(time=dt.time(13, 30), title="Opening", speaker=NAME)],
        agreed_actions=[action],
        report=report,
        **fields,
    )


def tool():
    return under(
        ToolIndexPage,
        ToolPage,
        title="Wijzer",
        kind="guide",
        steering="formal",
        phases=["tender"],
        link="https://example.org/",
    )


def news():
    body = [("text", "<p>Het lab is open.</p>")]
    return under(NewsIndexPage, NewsPage, title="Open", date=timezone.localdate(), tags=["asfalt"], body=body)


def publish(page):
    page.save_revision().publish()


def one_of_each() -> dict[str, str]:
    """Resource → the key of one of it."""
    pages = {
        "voorbeelden": example(),
        "casestudies": case_study(),
        "bijeenkomsten": meeting(),
        "instrumenten": tool(),
        "nieuws": news(),
    }
    story = pages["voorbeelden"]
    return {
        **{name: str(page.translation_key) for name, page in pages.items()},
        "criteria": str(story.criteria.get().uuid),
        "organisaties": story.organisation.slug,
        "themas": story.themes.all()[0].slug,
        "categorieen": story.category.slug,
        "trefwoorden": "asfalt",
    }
