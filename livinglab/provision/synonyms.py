"""Words that mean the same in procurement, so that a buyer's word finds a colleague's text. Editors change the list."""

from functools import partial

from django.utils.text import slugify

from livinglab.provision.memory import make_once
from livinglab.search.models import SynonymGroup

GROUPS: tuple[tuple[str, ...], ...] = (
    ("mkb", "midden- en kleinbedrijf", "kleine ondernemers", "kleine bedrijven"),
    ("raamovereenkomst", "raamcontract"),
    ("clausule", "contractbepaling"),
    ("voorbeeldtekst", "bestektekst", "standaardtekst"),
    ("contractmanagement", "contractbeheer", "opvolging"),
    ("emissieloos", "emissievrij", "uitstootvrij", "zonder uitstoot", "zero emissie"),
    ("stikstof", "uitstoot"),
    ("MKI", "milieukostenindicator", "milieulast"),
    ("PSO", "Prestatieladder Socialer Ondernemen"),
    ("TCO", "totale kosten", "levensduurkosten"),
    ("participatiewet", "arbeidsbeperking", "banenafspraak", "afstand tot de arbeidsmarkt"),
    ("gehandicapt", "gehandicapten", "mindervalide", "mensen met een beperking", "toegankelijkheid"),
    ("leerbaan", "leerwerkplek", "leerplek", "stageplek"),
    ("sociale werkvoorziening", "sociaal werkbedrijf", "sociale werkplaats"),
    ("refurbished", "refurbish", "tweedehands", "opknappen"),
    ("zonne-energie", "zonnestroom", "zonnepanelen"),
    ("afvalinzameling", "vuilnis ophalen", "vuilniswagen", "restafval"),
    ("onkruidbestrijding", "onkruid"),
    ("gladheidsbestrijding", "strooien"),
    ("autodelen", "deelauto"),
    ("smartphone", "mobiele telefoon", "diensttelefoon"),
    ("fairtrade", "eerlijke handel"),
    ("voedselverspilling", "etensresten", "weggegooid eten"),
    ("inspraak", "participatie", "meepraten", "bewoners"),
    ("hitte", "hittestress"),
    ("marktconsultatie", "marktverkenning"),
    ("samen inkopen", "gezamenlijk inkopen"),
    ("lease", "huren", "product als dienst"),
)


def provision_synonyms() -> None:
    """Add the groups that were never added before."""
    for group in GROUPS:
        make_once(f"synonyms:{slugify(group[0])}", SynonymGroup, partial(_make, "\n".join(group)))


def _make(phrases: str) -> SynonymGroup:
    return SynonymGroup.objects.get_or_create(phrases=phrases)[0]
