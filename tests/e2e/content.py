"""The site of the browser's tests: a page of every type and state, and enough examples for two pages of a list."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field

from django.core.files.base import ContentFile
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.urls import reverse
from django.utils import timezone, translation
from wagtail.models import Page

from casestudies.basket.addresses import basket_url
from casestudies.clauses import Clause
from casestudies.comparison import compare_url
from casestudies.models import (
    CaseStudyCriterion,
    CaseStudyIndexPage,
    CaseStudyPage,
    ExampleCriterion,
    ExamplePage,
    FollowUpMail,
)
from casestudies.promises.links import FOLLOW_UP
from casestudies.promises.mails import queue_due_mails
from casestudies.promises.states import FollowUpStatus
from events.intentions import services as intentions
from events.links import AGREED_ACTION, INTENTION, MY_INTENTION, SIGN_UP
from events.models import ActionProgress, MeetingPage, SeatPool, SignUp
from events.signups import services
from livinglab.core.mail.dev_mailbox import DevMailboxBackend
from livinglab.core.mail.signed_links import make_token
from livinglab.core.media import pictures
from livinglab.core.media.documents import LabDocument
from livinglab.core.media.images import LabImage
from livinglab.demo.pictures import png
from livinglab.pages.models import ContactPage, HomePage, NewsIndexPage, NewsPage, ToolIndexPage, ToolPage
from livinglab.provision.roles import EDITOR
from livinglab.search.rebuild import rebuild_index
from livinglab.taxonomy.choices import Role, Steering, ToolKind, Trade
from livinglab.taxonomy.consent import services as consents
from livinglab.taxonomy.consent.links import CONSENT
from livinglab.taxonomy.models import AmbitionAxis, Category, Organisation, Person, Theme
from tests.e2e import words
from tests.events import crowd
from tests.factories import (
    CaseStudyPageFactory,
    ExamplePageFactory,
    LabImageFactory,
    LabPageFactory,
    MeetingPageFactory,
    PersonFactory,
    StandardPageFactory,
    many_examples,
)
from tests.people import somebody

MANY = 26
HOUR = dt.timedelta(hours=1)


@dataclass
class Lab:
    """Where everything is: names of pages and states with their addresses."""

    addresses: dict[str, str] = field(default_factory=dict)

    def __getitem__(self, name: str) -> str:
        """The address of `name`; an address is itself."""
        return name if name.startswith("/") else self.addresses[name]


@transaction.atomic
def make_lab() -> Lab:
    """Make the site, in the database of this test process."""
    many_examples(MANY)
    rebuild_index()
    picture = _picture()
    example = _example(picture)
    pages = {
        "example": example,
        "plain example": ExamplePageFactory(title="Een voorbeeld zonder beeld"),
        "case study": _case_study(picture, example),
        "standard page": StandardPageFactory(
            title="Over het lab", summary="Wie we zijn.", picture=picture, body=words.every_block(picture)
        ),
        "news": _child(NewsIndexPage, NewsPage, "Het lab is open", picture=picture, body=words.every_block(picture)),
        "more news": _child(NewsIndexPage, NewsPage, "Tweede bericht", body=words.every_block(picture)),
        "tool": _tool(picture),
        "contact": _child(
            HomePage, ContactPage, "Contact", email="redactie@lab.example", body=words.every_block(picture)
        ),
        "English page": StandardPageFactory(
            title="About the lab", summary="Who we are.", parent=Page.objects.get(slug="home-en"), body=words.ENGLISH
        ),
        **_meetings(picture, example),
    }
    _mail()
    lab = Lab({name: page.get_url() for name, page in pages.items()})
    lab.addresses |= _sign_up_addresses(pages) | _buying_addresses()
    lab.addresses["colleague"] = example.contact.get_absolute_url()
    lab.addresses |= _compare_addresses(pages["case study"])
    lab.addresses["basket"] = _basket_address(pages["case study"])
    lab.addresses |= _promise_addresses(pages["case study"])
    lab.addresses |= _consent_addresses(
        PersonFactory(name="Ada Wegman", email="ada.wegman@buren.example", phone="0344 111 111", consent_to_show=False)
    )
    return lab


def _picture() -> LabImage:
    """A drawing of the demo with its renditions."""
    drawing = ContentFile(png(words.PICTURE, width=640), name="tekening.png")
    picture = LabImageFactory(file=drawing, description="Een weg langs de rivier", credit="Living Lab")
    pictures.render_all(picture)
    return picture


def _mail() -> None:
    """A mail in the mailbox of a development machine."""
    mail = EmailMultiAlternatives("Je plek is zeker", "Beste Ada", to=["ada@buren.example"])
    mail.attach_alternative("<p>Beste Ada</p>", "text/html")
    DevMailboxBackend().send_messages([mail])


def _document() -> LabDocument:
    return LabDocument.objects.create(title="Bestek (tekst)", file=ContentFile(b"Het bestek.\n", name="bestek.txt"))


def _child(parent: type[Page], page_type: type[Page], title: str, **fields) -> Page:
    """A live page of a type that has no factory of its own."""
    factory = type("Factory", (LabPageFactory,), {"Meta": type("Meta", (), {"model": page_type})})
    return factory(title=title, parent=parent.objects.get(locale__language_code="nl"), **fields)


def _example(picture: LabImage) -> ExamplePage:
    asphalt = Category.objects.get(slug="asfalt")
    contact = PersonFactory(name="Contactpersoon wegbeheer", email="wegen@buren.example", phone="0344 000 000")
    contact.categories.add(asphalt)
    contact.themes.add(Theme.objects.get(slug="circulair"))
    page = ExamplePageFactory(
        **words.STORY,
        picture=picture,
        category=asphalt,
        organisation=Organisation.objects.get(slug="buren"),
        themes=list(Theme.objects.filter(slug__in=("circulair", "klimaat", "social-return"))),
        tags=["hergebruik", "asfalt"],
        contact=contact,
        what_was_done=words.RICH_TEXT,
    )
    page.criteria = [ExampleCriterion(**{name: words.CRITERIA[1][name] for name in ("kind", "text")})]
    page.save_revision().publish()
    return page


def _case_study(picture: LabImage, example: ExamplePage) -> CaseStudyPage:
    page = _child(
        CaseStudyIndexPage,
        CaseStudyPage,
        "Vijf wegen, één contract",
        **words.CASE_STUDY,
        picture=picture,
        category=example.category,
        organisation=example.organisation,
        contact=example.contact,
        themes=list(example.themes.all()),
        tags=["hergebruik"],
    )
    page.documents.create(document=_document())
    page.related_pages.create(page=example)
    for level, axis in enumerate(AmbitionAxis.objects.all()[:3], start=1):
        page.ambitions.create(axis=axis, level=level, note="De helft is hergebruikt." if level == 2 else "")
    page.adoptions.create(organisation=Organisation.objects.get(slug="tiel"), adopted_on=dt.date(2026, 3, 1))
    page.adoptions.create(organisation=Organisation.objects.get(slug="maasdriel"), url="https://example.org/maasdriel")
    page.criteria = [CaseStudyCriterion(**fields) for fields in words.CRITERIA]
    page.criteria.all()[0].theme = example.themes.first()
    _promises(page)
    page.save_revision().publish()
    return page


def _basket_address(page: CaseStudyPage) -> str:
    with translation.override("nl"):
        return basket_url([Clause(criterion, page).id for criterion in page.criteria.all()])


def _compare_addresses(page: CaseStudyPage) -> dict[str, str]:
    other = CaseStudyPageFactory(title="Schoonmaak met vaste gezichten", category=page.category)
    three = [page.pk, other.pk, CaseStudyPageFactory(title="Borden die terugkomen").pk]
    with translation.override("nl"):
        return {
            "comparison of two": compare_url(three[:2]),
            "comparison of three": compare_url(three),
            "comparison of one and an unknown": f"{compare_url(three[:1])}&c=verzonnen",
        }


def _promises(page: CaseStudyPage) -> None:
    """Promises in every state, and moments with every status."""
    theme = Theme.objects.get(slug="circulair")
    for fields in (
        {
            "indicator": "Hergebruikt asfalt",
            "unit": "%",
            "promised": 50,
            "realised": 61,
            "baseline": 12,
            "theme": theme,
        },
        {"indicator": "CO₂ per ton", "unit": "%", "direction": "lower", "promised": -30, "realised": -27},
        {"indicator": "Oordeel van gebruikers", "promised": 7, "promised_to": 8, "realised": 6, "realised_to": 9},
        {"indicator": "Meervoudigonderhandse leerwerkplekken", "unit": "plekken", "promised": 0, "realised": 0},
        {"indicator": "Uitgespaard", "unit": "euro", "promised": 1250000, "promised_by": timezone.localdate()},
    ):
        page.results.create(**fields)
    for months, status in enumerate(FollowUpStatus.values, start=-3):
        page.follow_ups.create(
            date=timezone.localdate() + dt.timedelta(days=30 * months),
            title=f"Meting na {months + 4} maanden",
            status=status,
            note="Het lab mat het na." if status != "planned" else "",
            role="Contractmanager",
        )
    page.follow_ups.create(date=timezone.localdate(), title="Schouw", email="contract@buren.example")


def _promise_addresses(page: Page) -> dict[str, str]:
    """The private page of somebody who is responsible."""
    queue_due_mails(timezone.localdate())
    mail = FollowUpMail.objects.get(page=page.translation_key)
    with translation.override("nl"):
        return {"follow-up": reverse("promises:follow_up", args=[make_token(mail, FOLLOW_UP)])}


def _consent_addresses(person: Person) -> dict[str, str]:
    """The private page of somebody who is asked whether they may be shown."""
    request = consents.ask(person=person, language="nl", by=somebody(EDITOR, "toestemming"))
    with translation.override("nl"):
        return {"may we show you": reverse("consent", args=[make_token(request, CONSENT)])}


def _tool(picture: LabImage) -> ToolPage:
    return _child(
        ToolIndexPage,
        ToolPage,
        "Het ambitieweb",
        summary="Kies samen waar je voor gaat.",
        picture=picture,
        kind=ToolKind.AMBITION_WEB,
        steering=Steering.FORMAL,
        phases=["preparation"],
        roles=["buyer"],
        themes=list(Theme.objects.all()[:2]),
        link="https://example.org/ambitieweb",
        document=_document(),
        version="2",
        body=words.every_block(picture),
    )


def _meetings(picture: LabImage, example: ExamplePage) -> dict[str, MeetingPage]:
    now = timezone.now()
    meeting: Callable[..., MeetingPage] = MeetingPageFactory
    rich = meeting(
        title="Hoe gaat asfalt langer mee?",
        summary="Een middag langs drie wegvakken.",
        picture=picture,
        tags=["asfalt"],
        category=example.category,
        themes=list(example.themes.all()),
        roles=[Role.BUYER, Role.SPECIALIST],
        trades=[Trade.ROADS],
        form="hybrid",
        venue_address="Kerkstraat 1, Buren",
        accessibility_note="Drempelvrij, met ringleiding.",
        map_url="https://example.org/kaart",
        online_url="https://example.org/vergadering",
        sign_up_closes_at=now + 24 * HOUR,
    )
    # As stored. And real times: over a text Wagtail stumbles in silence, and stores a revision without any children.
    rich = MeetingPage.objects.get(pk=rich.pk)
    rich.programme_items.create(time=dt.time(13, 30), title="Welkom", description="Met koffie.", speaker="De gastheer")
    rich.programme_items.create(time=dt.time(14), title="Langs de weg")
    rich.contributors.create(person=example.contact, organisation=example.organisation, role="speaker")
    rich.related_pages.create(page=example)
    rich.documents.create(document=_document())
    rich.save_revision().publish()
    past = {"starts_at": now - 50 * HOUR, "ends_at": now - 48 * HOUR}
    return {
        "open meeting": rich,
        "full meeting": meeting(title="Schoonmaak overdag", capacity=1),
        "past meeting": meeting(
            title="Wat leerde de winter?", report=words.every_block(picture), picture=picture, **past
        ),
        "meeting of long ago": meeting(
            title="De sessie van toen",
            starts_at=now - 20000 * HOUR,
            day_only=True,
            venue_name="",
            report=[("text", words.RICH_TEXT)],
        ),
        "begun meeting": meeting(title="Wie maakte dit?"),
        "cancelled meeting": meeting(title="Wandelen langs bermen", is_cancelled=True),
        "meeting not open yet": meeting(title="Borden: wat kan weg?", sign_up_opens_at=now + 24 * HOUR),
    }


def _buying_addresses() -> dict[str, str]:
    """The answers to who buys tomorrow: with all there is, and where there is nothing."""
    start = (timezone.localdate() + dt.timedelta(days=90)).isoformat()
    asked = {"answered": "asfalt", "nothing found": "catering"}
    return {
        f"tomorrow I buy, {name}": f"/ik-koop-morgen/?category={category}&value_class=221k_1m&start={start}"
        for name, category in asked.items()
    }


def _sign_up_addresses(pages: dict[str, Page]) -> dict[str, str]:
    """The form and its answer, and the private pages of somebody with a seat, in the queue, and no longer coming."""
    is_open, is_full = pages["open meeting"].translation_key, pages["full meeting"].translation_key
    confirmed, waiting = crowd.join(is_full, 1), crowd.join(is_full, 2)
    gone = crowd.join(is_open, 3, "site")
    services.cancel(sign_up=gone.uuid, by=SignUp.Actor.PARTICIPANT)
    is_past = pages["past meeting"].translation_key
    with translation.override("nl"):
        return {
            "sign-up": reverse("events:sign_up", args=[is_open]),
            "sign-up for a full meeting": reverse("events:sign_up", args=[is_full]),
            "sign-up for a past meeting": reverse("events:sign_up", args=[is_past]),
            "signed up": reverse("events:sign_up_done", args=[is_open]),
            "private page, confirmed": reverse("events:manage", args=[make_token(confirmed, SIGN_UP)]),
            "answers": reverse("events:answers", args=[make_token(crowd.join(is_open, 4, "online"), SIGN_UP)]),
            "cancel my sign-up": reverse("events:cancel", args=[make_token(confirmed, SIGN_UP)]),
            "private page, waiting": reverse("events:manage", args=[make_token(waiting, SIGN_UP)]),
            "private page, cancelled": reverse("events:manage", args=[make_token(gone, SIGN_UP)]),
            **_afterwards(pages),
        }


def _afterwards(pages: dict[str, Page]) -> dict[str, str]:
    """What was agreed, and what a participant will try: the list, and the private pages."""
    past = MeetingPage.objects.get(pk=pages["past meeting"].pk)
    past.agreed_actions.create(what="Het bestek delen", who="Gemeente Buren", due_on=timezone.localdate())
    past.agreed_actions.create(what="De markt spreken", who="Alle gemeenten", due_on=dt.date(2026, 1, 5))
    past.agreed_actions.create(what="Een film maken", who="Regio", status="done")
    past.save_revision().publish()
    action = past.agreed_actions.first()
    key = pages["begun meeting"].translation_key
    writer, other = crowd.join(key, 5), crowd.join(key, 6)
    SeatPool.objects.filter(key=key).update(starts_at=timezone.now() - HOUR)
    intention = intentions.write(sign_up=writer.uuid, text="Eerst vragen hoe lang het meegaat.", may_be_read=True)
    return {
        "what was agreed": reverse("events:agreed"),
        "my action": reverse(
            "events:agreed_action", args=[make_token(ActionProgress(uuid=action.key, language="nl"), AGREED_ACTION)]
        ),
        "private page, begun": reverse("events:manage", args=[make_token(writer, SIGN_UP)]),
        "link to what I will try": reverse("events:intention_link", args=[key]),
        "link to what I will try, sent": reverse("events:intention_link_sent", args=[key]),
        "I will try": reverse("events:intention", args=[make_token(other, INTENTION)]),
        "I will try, written": reverse("events:intention", args=[make_token(writer, INTENTION)]),
        "how did it go": reverse("events:my_intention", args=[make_token(intention, MY_INTENTION)]),
    }
