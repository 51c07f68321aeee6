"""From rows of the read model to what the API says of them. What has no row there does not exist here."""

import uuid
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from wagtail.models import Page

from livinglab.api.schemas import Afbeelding, Links, Waarde
from livinglab.core.content.rights import OURS, Rights, rights_of
from livinglab.core.site import absolute_url
from livinglab.search import facets
from livinglab.search.contract import FacetValue
from livinglab.search.facet_labels import label_of, name_of
from livinglab.search.facets import VocabularyFacet
from livinglab.search.models import SearchEntry
from livinglab.search.results import EntryUrls, entries_by_id, named_values
from livinglab.search.vocabulary import Vocabulary


@dataclass(frozen=True)
class Described:
    """An entry with the names of its facet values, its id and where readers find it."""

    entry: SearchEntry
    id: uuid.UUID | None
    """Of a page: its translation key."""
    page_url: str
    values: Mapping[str, Sequence[Waarde]]
    most_specific_category: Waarde | None = None
    raw: Mapping[str, Sequence[FacetValue]] = field(default_factory=dict)
    rights: Rights = OURS
    """Of the text of its page."""

    def of(self, code: str) -> list[Waarde]:
        """The values that it has of a facet."""
        return list(self.values.get(code, ()))

    def one(self, code: str) -> Waarde | None:
        """The value of a facet that has one value at most."""
        return next(iter(self.values.get(code, ())), None)

    @property
    def year(self) -> int | None:
        return next((int(value) for value in self.raw.get("year", ())), None)

    def core(self, address: str) -> dict[str, Any]:
        """The fields that every resource has (`schemas.Kern`); `address` is its path in the API."""
        entry = self.entry
        return {
            "titel": entry.title,
            "samenvatting": entry.summary,
            "taal": entry.language,
            "licentie": self.rights.terms.url or None,
            "gepubliceerd": entry.published_at,
            "gewijzigd": entry.updated_at,
            "links": Links(self=absolute_url(address), pagina=self.page_url),
        }

    def labels(self) -> dict[str, Any]:
        """What it is found by (`schemas.Beschreven`)."""
        return {
            "overgenomen_van": self.rights.taken_over_from,
            "themas": self.of("theme"),
            "categorie": self.most_specific_category,
            "organisaties": self.of("organisation"),
        }

    def page(self, address: str) -> dict[str, Any]:
        """The fields of a page (`schemas.Pagina`)."""
        return {
            **self.core(address),
            **self.labels(),
            "id": self.id,
            "uitgelicht": self.entry.highlight,
            "trefwoorden": self.of("tag"),
            "afbeelding": picture(self.entry),
        }


def picture(entry: SearchEntry) -> Afbeelding | None:
    """The picture of an entry, as it was uploaded."""
    image = entry.image
    if image is None:
        return None
    url = image.file.url
    return Afbeelding(
        url=url if "://" in url else absolute_url(url),
        beschrijving=image.alt_text,
        maker=image.credit,
        licentie=image.license,
        licentie_url=image.license_url or None,
        breedte=image.width,
        hoogte=image.height,
    )


def describe(
    ids: Sequence[int], vocabulary: Vocabulary | None = None, counts: Sequence[Mapping] = ()
) -> list[Described]:
    """The entries with these ids, in this order, in the active language. A fixed number of queries.

    `vocabulary` then also names every value of `counts`. An entry that has just gone is left out.
    """
    found = entries_by_id(ids)
    entries = [found[pk] for pk in ids if pk in found]
    vocabulary = vocabulary or Vocabulary()
    vocabulary.add(named_values(entries, counts))
    keys = _keys(entries)
    urls = EntryUrls()
    rights = rights_of(list(keys))
    return [
        replace(_described(entry, keys, urls, vocabulary), rights=rights.get(entry.page_id or 0, OURS))
        for entry in entries
    ]


def _keys(entries: Iterable[SearchEntry]) -> dict[int, uuid.UUID]:
    pages = {entry.page_id for entry in entries if entry.page_id}
    return dict(Page.objects.filter(pk__in=pages).order_by().values_list("pk", "translation_key")) if pages else {}


def _described(entry: SearchEntry, keys: Mapping[int, uuid.UUID], urls: EntryUrls, vocabulary: Vocabulary) -> Described:
    raw: dict[str, list[FacetValue]] = {}
    for stored in entry.facets:
        if known := facets.decode(stored):
            raw.setdefault(known[0], []).append(known[1])
    values = {code: named(code, of_code, vocabulary) for code, of_code in raw.items()}
    category = max(
        (term for pk in raw.get("category", ()) if (term := vocabulary.get("category", int(pk)))),
        key=lambda term: term.parent_id is not None,
        default=None,
    )
    page_url = urls.of(entry) if entry.page_id else ""
    return Described(
        entry=entry,
        id=keys.get(entry.page_id or 0),
        page_url=absolute_url(page_url) if page_url else "",
        values=values,
        most_specific_category=Waarde(code=category.slug, naam=category.name) if category else None,
        raw=raw,
    )


def named(code: str, values: Iterable[FacetValue], vocabulary: Vocabulary) -> list[Waarde]:
    """Values of a facet with their names, in the order of its list."""
    facet = facets.get(code)
    wanted = set(values)
    if isinstance(facet, VocabularyFacet):
        terms = [term for pk in wanted if (term := vocabulary.get(code, int(pk)))]
        terms.sort(key=lambda term: (term.sort_order, term.name))
        return [Waarde(code=term.slug, naam=term.name) for term in terms]
    order = _order(code)
    ordered = sorted(wanted, key=order)
    return [
        Waarde(code=name_of(facet, value, vocabulary), naam=str(label_of(facet, value, vocabulary)))
        for value in ordered
    ]


def _order(code: str) -> Callable[[FacetValue], int]:
    """The place of a value in its closed list; a number is its own."""
    facet = facets.get(code)
    if isinstance(facet, facets.ChoiceFacet):
        places = {value: place for place, (value, _label) in enumerate(facet.choices)}
        return lambda value: places[str(value)]
    return lambda value: -int(value)
