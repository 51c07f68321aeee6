"""The vocabularies that a new lab starts with; afterwards they are the editors'.

Sources: themes from the Manifest Maatschappelijk Verantwoord Opdrachtgeven en Inkopen 2022–2025 (Rijksoverheid,
November 2022); categories in the manner of the clusters of the MVI-criteriatool; CPV codes from Regulation (EC)
213/2008; the eight municipalities of the region Rivierenland; the axes of the ambition web of the Aanpak Duurzaam GWW.
"""

from functools import partial
from typing import NamedTuple

from django.db.models import Q
from django.utils.text import slugify

from livinglab.provision.memory import make_once
from livinglab.taxonomy.choices import OrganisationKind, ThemeColour, Trade
from livinglab.taxonomy.models import AmbitionAxis, AmbitionWeb, Category, Organisation, Theme


class ThemeSeed(NamedTuple):
    slug: str
    name_nl: str
    name_en: str
    colour: str
    icon: str
    introduction_nl: str
    introduction_en: str
    synonyms: tuple[str, ...]


class CategorySeed(NamedTuple):
    slug: str
    name_nl: str
    name_en: str
    parent: str = ""
    trade: str = ""
    icon: str = ""
    cpv: tuple[str, ...] = ()
    synonyms: tuple[str, ...] = ()
    introduction_nl: str = ""
    introduction_en: str = ""


THEMES = (
    ThemeSeed(
        "milieu-en-biodiversiteit",
        "Milieu en biodiversiteit",
        "Environment and biodiversity",
        ThemeColour.GREEN,
        "leaf",
        "Minder gif, meer leven. Wat je koopt, raakt bodem, water, planten en dieren.",
        "Less poison, more life. What you buy touches soil, water, plants and animals.",
        ("milieuvriendelijk", "biodivers", "natuur", "ecologie", "ecologisch", "insecten", "bijen"),
    ),
    ThemeSeed(
        "klimaat",
        "Klimaat",
        "Climate",
        ThemeColour.BLUE,
        "climate",
        "Minder CO2 uitstoten, en klaar zijn voor hitte en regen.",
        "Emit less CO2, and be ready for heat and rain.",
        ("co2", "CO₂", "energie", "uitstoot", "emissievrij", "klimaatadaptatie", "duurzaam"),
    ),
    ThemeSeed(
        "circulair",
        "Circulair",
        "Circular",
        ThemeColour.ORANGE,
        "circular",
        "Langer gebruiken, opnieuw gebruiken en kiezen voor materiaal dat weer aangroeit.",
        "Use longer, use again and choose material that grows back.",
        ("circulariteit", "biobased", "hergebruik", "recycling", "grondstoffen", "materialenpaspoort"),
    ),
    ThemeSeed(
        "ketenverantwoordelijkheid",
        "Ketenverantwoordelijkheid",
        "Supply chain responsibility",
        ThemeColour.VIOLET,
        "chain",
        "Weten waar het vandaan komt, en onder welke omstandigheden mensen het maken.",
        "Know where it comes from, and in what conditions people make it.",
        (
            "ISV",
            "Internationale Sociale Voorwaarden",
            "mensenrechten",
            "eerlijke handel",
            "fairtrade",
            "keten",
        ),
    ),
    ThemeSeed(
        "diversiteit-en-inclusie",
        "Diversiteit en inclusie",
        "Diversity and inclusion",
        ThemeColour.MAGENTA,
        "people",
        "Iedereen kan meedoen: als gebruiker, als medewerker en als ondernemer.",
        "Everybody can take part: as a user, as an employee and as an entrepreneur.",
        ("inclusief", "toegankelijk", "toegankelijkheid", "gelijke kansen", "inclusiviteit"),
    ),
    ThemeSeed(
        "social-return",
        "Social return",
        "Social return",
        ThemeColour.TEAL,
        "return",
        "Werk en leerplekken voor mensen die moeilijk een baan vinden.",
        "Work and training for people who find it hard to get a job.",
        (
            "SROI",
            "social return on investment",
            "inbesteden",
            "leerwerkplek",
            "arbeidsparticipatie",
            "sociaal ondernemen",
        ),
    ),
)

CATEGORIES = (
    CategorySeed(
        "gww",
        "Grond-, weg- en waterbouw",
        "Civil engineering",
        trade=Trade.ROADS,
        icon="road",
        synonyms=("GWW", "infra", "civiele techniek"),
    ),
    CategorySeed(
        "asfalt",
        "Asfalt",
        "Asphalt",
        "gww",
        Trade.ROADS,
        "road",
        ("45233222-1", "45233223-8", "45233141-9"),
        ("wegdek", "wegverharding", "bitumen", "deklaag", "wegonderhoud"),
        "Wegen die langer meegaan, met minder nieuw materiaal en minder uitstoot.",
        "Roads that last longer, with less new material and fewer emissions.",
    ),
    CategorySeed(
        "groenvoorziening",
        "Groenvoorziening",
        "Public green",
        "gww",
        Trade.GREEN,
        "tree",
        ("77310000-6", "77314000-4"),
        ("groen", "groenonderhoud", "plantsoen", "bermen", "maaien", "bomen", "hovenier"),
        "Bermen, bomen en plantsoenen waar mensen en dieren beter van worden.",
        "Verges, trees and parks that do people and animals good.",
    ),
    CategorySeed(
        "verkeersborden",
        "Verkeersborden",
        "Traffic signs",
        "gww",
        Trade.ROADS,
        "sign",
        ("34992200-9", "45233221-4"),
        ("borden", "bebording", "wegmarkering", "bewegwijzering", "straatmeubilair"),
        "Kleine contracten met veel stuks: materiaal en terugname maken het verschil.",
        "Small contracts with many pieces: material and take-back make the difference.",
    ),
    CategorySeed(
        "gebouwen",
        "Gebouwen",
        "Buildings",
        trade=Trade.BUILDINGS,
        icon="building",
        synonyms=("bouw", "vastgoed", "huisvesting"),
    ),
    CategorySeed(
        "sporthallen",
        "Sporthallen",
        "Sports halls",
        "gebouwen",
        Trade.BUILDINGS,
        "hall",
        ("45212225-9",),
        ("sporthal", "gymzaal", "sportaccommodatie", "zwembad", "sportvloer"),
        "Hallen die weinig energie vragen, lang meegaan en voor iedereen open zijn.",
        "Halls that need little energy, last long and are open to everybody.",
    ),
    CategorySeed(
        "schoolgebouwen",
        "Schoolgebouwen",
        "School buildings",
        "gebouwen",
        Trade.BUILDINGS,
        "building",
        ("45214200-2",),
        ("school", "onderwijshuisvesting"),
    ),
    CategorySeed(
        "kantoorfaciliteiten",
        "Kantoorfaciliteiten en diensten",
        "Office facilities and services",
        trade=Trade.FACILITIES,
        icon="office",
        synonyms=("facilitair",),
    ),
    CategorySeed(
        "schoonmaak",
        "Schoonmaak",
        "Cleaning",
        "kantoorfaciliteiten",
        Trade.CLEANING,
        "bucket",
        ("90910000-9", "90911200-8", "90919200-4"),
        ("schoonmaken", "glasbewassing", "schoonmaakdienst", "poetsen"),
        "Goed werk voor vaste mensen, overdag en met milde middelen.",
        "Good work for permanent staff, by day and with mild products.",
    ),
    CategorySeed(
        "catering",
        "Catering",
        "Catering",
        "kantoorfaciliteiten",
        Trade.FACILITIES,
        "cup",
        ("55520000-1",),
        ("kantine", "bedrijfsrestaurant", "lunch"),
    ),
    CategorySeed(
        "kantoormeubilair",
        "Kantoormeubilair",
        "Office furniture",
        "kantoorfaciliteiten",
        Trade.FACILITIES,
        "chair",
        ("39130000-2",),
        ("meubels", "bureaus", "stoelen", "inrichting"),
    ),
    CategorySeed(
        "bedrijfskleding",
        "Bedrijfskleding",
        "Workwear",
        "kantoorfaciliteiten",
        Trade.FACILITIES,
        "shirt",
        ("18110000-3",),
        ("werkkleding", "textiel"),
    ),
    CategorySeed(
        "automatisering",
        "Automatisering en telecommunicatie",
        "ICT and telecommunications",
        trade=Trade.ICT,
        icon="laptop",
        synonyms=("ICT", "IT"),
    ),
    CategorySeed(
        "hardware",
        "Computers en telefoons",
        "Computers and telephones",
        "automatisering",
        Trade.ICT,
        "laptop",
        ("30200000-1",),
        ("hardware", "laptops", "smartphones"),
    ),
    CategorySeed(
        "energie",
        "Energie",
        "Energy",
        trade=Trade.ENERGY,
        icon="energy",
        synonyms=("stroom", "gas", "warmte"),
    ),
    CategorySeed(
        "openbare-verlichting",
        "Openbare verlichting",
        "Street lighting",
        "energie",
        Trade.ENERGY,
        "lamp",
        ("34928500-3",),
        ("straatverlichting", "lantaarnpalen", "led"),
    ),
    CategorySeed(
        "transport",
        "Transport",
        "Transport",
        trade=Trade.TRANSPORT,
        icon="truck",
        synonyms=("vervoer", "logistiek", "wagenpark"),
    ),
    CategorySeed(
        "doelgroepenvervoer",
        "Doelgroepenvervoer",
        "Special transport",
        "transport",
        Trade.TRANSPORT,
        "bus",
        ("60130000-8",),
        ("leerlingenvervoer", "Wmo-vervoer", "taxivervoer"),
    ),
    CategorySeed(
        "dienstvoertuigen",
        "Dienstvoertuigen",
        "Service vehicles",
        "transport",
        Trade.TRANSPORT,
        "truck",
        ("34144000-8",),
        ("bestelwagens", "veegwagens", "elektrisch rijden"),
    ),
)


class OrganisationSeed(NamedTuple):
    name: str
    website: str
    introduction_nl: str
    introduction_en: str
    kind: str = OrganisationKind.MUNICIPALITY


MUNICIPALITIES = (
    OrganisationSeed(
        "Buren",
        "https://www.buren.nl/",
        "Gemeente met stadjes en dorpen tussen de Nederrijn, de Lek en de Linge.",
        "Municipality of small towns and villages between the Nederrijn, the Lek and the Linge.",
    ),
    OrganisationSeed(
        "Culemborg",
        "https://www.culemborg.nl/",
        "Vestingstad aan de Lek, met station en een groot bedrijventerrein.",
        "Fortified town on the Lek, with a railway station and a large business park.",
    ),
    OrganisationSeed(
        "Maasdriel",
        "https://www.maasdriel.nl/",
        "Gemeente met dorpen in de Bommelerwaard, aan de Maas.",
        "Municipality of villages in the Bommelerwaard, on the Maas.",
    ),
    OrganisationSeed(
        "Neder-Betuwe",
        "https://www.nederbetuwe.nl/",
        "Gemeente met dorpen tussen Rijn en Waal, bekend om haar boomkwekers.",
        "Municipality of villages between Rhine and Waal, known for its tree nurseries.",
    ),
    OrganisationSeed(
        "Tiel",
        "https://www.tiel.nl/",
        "Stad aan de Waal, in het hart van de fruitstreek.",
        "Town on the Waal, in the heart of the fruit region.",
    ),
    OrganisationSeed(
        "West Betuwe",
        "https://www.westbetuwe.nl/",
        "Gemeente met steden en dorpen langs Linge en Waal, sinds 2019 één gemeente.",
        "Municipality of towns and villages along the Linge and the Waal, one municipality since 2019.",
    ),
    OrganisationSeed(
        "West Maas en Waal",
        "https://www.westmaasenwaal.nl/",
        "Gemeente met dorpen tussen de twee rivieren in haar naam.",
        "Municipality of villages between the two rivers in its name.",
    ),
    OrganisationSeed(
        "Zaltbommel",
        "https://www.zaltbommel.nl/",
        "Vestingstad aan de Waal en dorpen in de Bommelerwaard.",
        "Fortified town on the Waal and villages in the Bommelerwaard.",
    ),
)
REGION = OrganisationSeed(
    "Regio Rivierenland",
    "https://www.regiorivierenland.nl/",
    "Hierin werken de acht gemeenten van de regio samen.",
    "In this the eight municipalities of the region work together.",
    OrganisationKind.REGION,
)


AMBITION_WEB = {
    "level_1_nl": "Weten wat het effect is, en de vereiste minimale prestatie leveren.",
    "level_1_en": "Know the effect, and reach the minimum that is required.",
    "level_2_nl": "Concrete doelen, en een duidelijke verbetering.",
    "level_2_en": "Concrete targets, and a clear improvement.",
    "level_3_nl": "Waarde toevoegen: het is na afloop beter dan het was.",
    "level_3_en": "Add value: it is better afterwards than it was before.",
    "source_url": "https://www.duurzaamgww.nl/",
}
AMBITION_AXES = (
    ("Energie", "Energy"),
    ("Materialen", "Materials"),
    ("Water", "Water"),
    ("Bodem", "Soil"),
    ("Ecologie", "Ecology"),
    ("Ruimtegebruik", "Use of space"),
    ("Ruimtelijke kwaliteit", "Quality of space"),
    ("Welzijn", "Well-being"),
    ("Sociale relevantie", "Social relevance"),
    ("Bereikbaarheid", "Accessibility"),
    ("Investeringen", "Investments"),
    ("Vestigingsklimaat", "Business climate"),
)


def provision_vocabularies() -> None:
    """Add the themes, categories, organisations and ambition axes that were never added before."""
    for order, theme in enumerate(THEMES):
        make_once(f"theme:{theme.slug}", Theme, partial(_make_theme, theme, order))
    made: dict[str, Category | None] = {}
    for order, category in enumerate(CATEGORIES):
        make = partial(_make_category, category, order, made.get(category.parent))
        made[category.slug] = make_once(f"category:{category.slug}", Category, make)
    for organisation in (*MUNICIPALITIES, REGION):
        key = f"organisation:{slugify(organisation.name)}"
        make_once(key, Organisation, partial(_make_organisation, organisation))
    web = make_once("ambition web:Duurzaam GWW 2.0", AmbitionWeb, _make_ambition_web)
    if web is not None:
        for order, names in enumerate(AMBITION_AXES):
            key = f"ambition axis:Duurzaam GWW 2.0:{names[0]}"
            make_once(key, AmbitionAxis, partial(_make_ambition_axis, web, names, order))


def _make_theme(seed: ThemeSeed, order: int) -> Theme:
    fields = seed._asdict() | {"synonyms": "\n".join(seed.synonyms), "sort_order": order}
    return Theme.objects.get_or_create(slug=seed.slug, defaults=fields)[0]


def _make_category(seed: CategorySeed, order: int, parent: Category | None) -> Category:
    fields = {
        "name_nl": seed.name_nl,
        "name_en": seed.name_en,
        "trade": seed.trade,
        "icon": seed.icon,
        "cpv_codes": list(seed.cpv),
        "synonyms": "\n".join(seed.synonyms),
        "introduction_nl": seed.introduction_nl,
        "introduction_en": seed.introduction_en,
        "sort_order": order,
        "parent": parent,
    }
    return Category.objects.get_or_create(slug=seed.slug, defaults=fields)[0]


def _make_ambition_web() -> AmbitionWeb:
    named = {"name": "Ambitieweb Duurzaam GWW", "version": "2.0"}
    return AmbitionWeb.objects.get_or_create(**named, defaults=AMBITION_WEB)[0]


def _make_ambition_axis(web: AmbitionWeb, names: tuple[str, str], order: int) -> AmbitionAxis:
    dutch, english = names
    fields = {"name_en": english, "sort_order": order}
    return AmbitionAxis.objects.get_or_create(web=web, name_nl=dutch, defaults=fields)[0]


def _make_organisation(seed: OrganisationSeed) -> Organisation:
    slug = slugify(seed.name)
    existing = Organisation.objects.filter(Q(slug=slug) | Q(name=seed.name)).first()
    return existing or Organisation.objects.create(
        slug=slug,
        name=seed.name,
        kind=seed.kind,
        in_region=True,
        website=seed.website,
        introduction_nl=seed.introduction_nl,
        introduction_en=seed.introduction_en,
        aliases=f"gemeente {seed.name}" if seed.kind == OrganisationKind.MUNICIPALITY else "",
    )
