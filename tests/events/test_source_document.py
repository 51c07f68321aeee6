"""A report that was written before there was a lab, put in through the admin: nothing of it is lost but names.

The facts are those of the report of a session on 18 March 2024; its people have invented names here.
"""

import re
from html import unescape

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, querydict_from_html, rich_text, streamfield

from events.models import MeetingIndexPage, MeetingPage
from livinglab.pages.models import NewsIndexPage, NewsPage, ToolIndexPage, ToolPage
from livinglab.provision.roles import ORGANISER
from livinglab.taxonomy.models import Organisation, Person, Theme
from tests.factories import LabPageFactory, OrganisationFactory
from tests.people import client_of, somebody

pytestmark = pytest.mark.django_db

QUOTE = (
    "We kunnen echt verschil maken. Asfalt, schoonmaak, sporthallen, verkeersborden, groenvoorziening etc. etc. Het "
    "wordt allemaal door overheden ingekocht. Stel dat we daarin nog meer letten op thema’s als inclusie, social "
    "return, circulariteit of klimaat; dan veranderen we toch een klein beetje de wereld."
)
WILL = (
    "De wil is er wel, zo geven de aanwezige inkoopadviseurs van gemeenten aan. De ambities vallen echter regelmatig "
    "van de tafel als de tijdsdruk en andere urgenties toenemen, is hun ervaring."
)
SUMMARY = (
    "Sprekers van PIANOo namen ons vandaag mee in het hoe en wat van Maatschappelijk Verantwoord Opdrachtgeven en "
    "Inkopen."
)
QUESTION = (
    "Hoe zorg je dat je je ambities verwezenlijkt? Hoe krijg je vakspecialisten mee? Welke tools zijn er? En wat kun "
    "je leren van inspirerende voorbeelden uit de rest van het land?"
)
TIPS = [
    (
        "Zorg voor formele sturing (actieplan, besluitvorming, criteriatools, etc. gebruik ook tools als het "
        "ambitieweb hierbij)",
        "formal",
    ),
    ("Zet ook informele sturing in (breed draagvlak, sleutelfiguren, kennisdeling etc.)", "informal"),
    ("Volg het op in je contractmanagement. Anders kan het bij loze beloften blijven hangen.", "formal"),
    (
        "Maak gebruik van het living lab rivierenland, dat kan een springplank zijn voor verdere samenwerking hierin",
        "informal",
    ),
    (
        "Organiseer themabijeenkomsten voor vakspecialisten uit de regio, bijvoorbeeld over asfalt inkopen.",
        "informal",
    ),
]
TOGETHER = (
    "Zij sloegen voor deze bijeenkomst hun handen ineen. Zo konden we vanuit verschillende netwerken en verschillende "
    "perspectieven mensen bij elkaar brengen."
)
PEOPLE = [
    # name, agrees to be named, what they do, for whom, role at the meeting
    ("Steffie Verzonnen", True, "adviseur", "PIANOo", "speaker"),
    ("Hannes Bedacht", False, "adviseur", "PIANOo", "speaker"),
    ("Rudolf Fictief", True, "Programmamanager Logistiek en Vestigingszaken", "FruitDelta Rivierenland", "organiser"),
    ("Marianne Nergens", False, "team Inkoop", "Regio Rivierenland", "organiser"),
    ("Elsa Onbestaand", False, "team Inkoop", "Regio Rivierenland", "organiser"),
]
NEWS = [
    (
        "2024-05-29",
        "Regio Rivierenland: “Meer aandacht voor regio’s biedt extra kansen”",
        "Bestaande Regio Deals worden omgebouwd tot strategische investeringsagenda’s met afspraken over wonen, "
        "bereikbaarheid, onderwijs en economie.",
    ),
    ("2024-05-24", "Kennismakingsbezoek ANWB met provincie Gelderland in Rivierenland", "Vrijdagochtend 24 mei."),
    ("2024-05-23", "FoodNL EU-Verkiezingsdebat", "Wij organiseerden op 23 mei het EU-Verkiezingsdebat."),
]
TOOLS = ("Actieplan", "MVI-criteriatool", "Ambitieweb")


def prepare() -> None:
    """What else there is on the site: news, tools, organisations."""
    news, tools = (index.objects.get(locale__language_code="nl") for index in (NewsIndexPage, ToolIndexPage))
    for day, title, summary in NEWS:
        LabPageFactory._create(NewsPage, parent=news, title=title, slug=day, date=day, summary=summary, body=[])
    for title in TOOLS:
        fields = {"kind": "guide", "steering": "formal", "link": "https://example.org/"}
        LabPageFactory._create(ToolPage, parent=tools, title=title, slug=title.lower(), **fields)
    for name in {organisation for _name, _agrees, _work, organisation, _role in PEOPLE}:
        if not Organisation.objects.filter(name=name).exists():
            OrganisationFactory(name=name)


def add_person(editor, name: str, organisation: Organisation) -> Person:
    """As an editor does it, on the form of persons; nobody of them is among the colleagues."""
    address = reverse("wagtailsnippets_taxonomy_person:add")
    fields = {"name": name, "organisation": organisation.pk, "role": "buyer"}
    response = editor.post(address, {**fields, "job_title": "", "email": "", "phone": "", "portrait": ""})
    assert response.status_code == 302, response.context["form"].errors
    return Person.objects.get(name=name)


def write_report(editor) -> MeetingPage:
    """Fill in and publish the form of a new meeting."""
    parent = MeetingIndexPage.objects.get(locale__language_code="nl")
    address = reverse("wagtailadmin_pages:add", args=["events", "meetingpage", parent.pk])
    empty = querydict_from_html(editor.get(address).content.decode(), form_id="page-edit-form")
    contributors = []
    for name, agrees, work, organisation_name, role in PEOPLE:
        organisation = Organisation.objects.get(name=organisation_name)
        person = add_person(editor, name, organisation)
        contributor = {"role": role, "person": person.pk, "organisation": organisation.pk, "described_as": work}
        contributors.append(contributor | ({"may_be_named": "on"} if agrees else {}))
    listed = {"count": str(len(TIPS))}
    for number, (text, steering) in enumerate(TIPS):
        listed |= {f"{number}-deleted": "", f"{number}-order": str(number), f"{number}-type": "item"}
        listed |= {f"{number}-value-text": text, f"{number}-value-steering": steering}
    report = streamfield(
        [
            ("quote", {"text": QUOTE, "attribution": ""}),
            ("text", rich_text(f"<p>{WILL}</p>", editor="default")),
            ("tips", {"title": "Heel kort een paar tips", "tips": listed}),
            ("text", rich_text(f"<p>{TOGETHER}</p>")),
        ]
    )
    tools = [{"page": ToolPage.objects.get(title=title).pk} for title in TOOLS]
    filled = nested_form_data(
        {
            "title": "Maatschappelijk Verantwoord Opdrachtgeven en Inkopen",
            "slug": "mvoi-2024",
            "summary": SUMMARY,
            "kind": "inspiration",
            "question": QUESTION,
            "starts_at": "18-03-2024",
            "ends_at": "",
            "day_only": "on",
            "form": "physical",
            "venue_name": "",
            "report": report,
            "contributors": inline_formset(contributors),
            "related_pages": inline_formset(tools),
            "action-publish": "action-publish",
        }
    )
    data = empty.copy()
    for name, value in filled.items():
        data.setlist(name, value if isinstance(value, list) else [value])
    data.setlist("themes", [str(theme.pk) for theme in Theme.objects.filter(slug__in=["social-return", "klimaat"])])
    response = editor.post(address, data)
    assert response.status_code == 302, response.context["form"].errors.as_json()
    return MeetingPage.objects.get(slug="mvoi-2024")


def words_of(client, page) -> str:
    html = client.get(page.url).content.decode().partition("<main")[2].partition("</main>")[0]
    html = re.sub(r"<script.*?</script>", " ", html, flags=re.DOTALL).replace("\u00ad", "")
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", html)).split()).replace(" ,", ",")


def test_nothing_of_the_report_is_lost_but_names_without_consent(client):
    prepare()
    page = write_report(client_of(somebody(ORGANISER)))
    assert page.live
    shown = words_of(client, page)
    facts = ["Inspiratiesessie", page.title, "maandag 18 maart 2024", QUOTE, SUMMARY, QUESTION, WILL, TOGETHER]
    facts += [text for text, _steering in TIPS]
    facts += ["formele sturing", "informele sturing", "Instrumenten", *TOOLS, "Meer nieuws"]
    facts += [words for _day, title, summary in NEWS for words in (title, summary)]
    facts += ["29 mei 2024", "24 mei 2024", "23 mei 2024"]
    for name, agrees, work, organisation, role in PEOPLE:
        described = f"{name}, {work}" if agrees else f"{work[0].upper()}{work[1:]}"
        facts.append(f"{described}, {organisation} ({'spreker' if role == 'speaker' else 'organisator'})")
        assert (name in shown) is agrees
    assert [fact for fact in facts if fact not in shown] == []
    assert "00.00" not in shown


def test_what_it_says_can_be_found(client):
    prepare()
    page = write_report(client_of(somebody(ORGANISER)))
    search = reverse("search:search")
    for question in ("loze beloften", "springplank", "Steffie", "FruitDelta", "contractmanagement"):
        hits = client.get(search, {"q": question, "kind": "meeting"}).context["listing"].hits
        assert [hit.entry.title for hit in hits] == [page.title], question
    assert not client.get(search, {"q": "Onbestaand", "kind": "meeting"}).context["listing"].hits
