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
    page = ExamplePageFactory(contact=PersonFactory(name=NAME), picture=LabImageFactory(), **fields)
    ExampleCriterion.objects.create(page=page, kind="requirement", text="Het asfalt is hergebruikt.")
    publish(page)
    return page


def case_study():
    page = CaseStudyPageFactory(contact=PersonFactory(name=NAME), tags=["asfalt"], picture=LabImageFactory())
    CaseStudyCriterion.objects.create(
        page=page, kind="award", weight=30, level=2, text="Wie meer hergebruikt krijgt meer punten.", outcome="Goed."
    )
    Result.objects.create(case_study=page, indicator="Hergebruik", unit="%", promised=Decimal("61.50"))
    FollowUp.objects.create(
        case_study=page,
        date=dt.date(2027, 1, 1),
        title="Meting",
        person=PersonFactory(name=NAME),
        email="w@example.org",
    )
    publish(page)
    return page


def meeting(**fields):
    page = MeetingPageFactory(tags=["asfalt"], online_url="https://video.example.org/geheim", **fields)
    person = PersonFactory(name=NAME)
    MeetingContributor.objects.create(page=page, person=person, role="speaker", may_be_named=True)
    ProgrammeItem.objects.create(page=page, time=dt.time(13, 30), title="Opening", speaker=NAME)
    AgreedAction.objects.create(page=page, what="Bellen", who="Gemeente", owner=person, owner_email="w@example.org")
    page.report = [
        ("text", "<p>We spraken over <b>asfalt</b>.</p>"),
        ("contact", {"title": "Vragen?", "person": person}),
    ]
    publish(page)
    return page


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
