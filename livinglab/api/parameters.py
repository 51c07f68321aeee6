"""The questions that a list takes: one table of parameters, read from the query string and told in the OpenAPI."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.http import QueryDict
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from livinglab.api.cursors import LONGEST, Cursor, InvalidCursorError
from livinglab.core.http.problem_details import Fault
from livinglab.search import facets
from livinglab.search.contract import MAX_TEXT, PUBLISHED, FacetValue, Sort
from livinglab.search.facet_labels import value_of
from livinglab.search.facets import ChoiceFacet, VocabularyFacet
from livinglab.search.query_string import MAX_VALUES, clean
from livinglab.search.vocabulary import Vocabulary

SHORTEST, LIMIT, LARGEST = 1, 20, 100
"""Entries in one part of a list: at least, unless asked otherwise, at most."""
SORTS = {
    "relevantie": Sort.RELEVANCE,
    "nieuwste": Sort.NEWEST,
    "datum": Sort.DATE,
    "titel": Sort.TITLE,
    "gepubliceerd": PUBLISHED,
}
FACETS = {
    "thema": "theme",
    "categorie": "category",
    "periode": "period",
    "regio": "region",
    "organisatie": "organisation",
    "jaar": "year",
    "rol": "role",
    "vakgebied": "trade",
    "fase": "phase",
    "status": "status",
    "herkomst": "origin",
    "soortInstrument": "tool_kind",
    "sturing": "steering",
    "soortOrganisatie": "organisation_kind",
    "soortCriterium": "criterion_kind",
    "niveau": "level",
    "trefwoord": "tag",
    "vorm": "form",
    "procedure": "procedure",
    "waardeklasse": "value_class",
    "overdraagbaarheid": "transferability",
    "belofte": "promise",
}
"""Parameter → the facet of the site's lists that it is."""
PARAMETERS = {code: name for name, code in FACETS.items()}
SLUG = {"type": "string", "pattern": "^[a-z0-9_-]{1,80}$"}
LANGUAGES = [code for code, _name in settings.LANGUAGES]


class InvalidRequestError(Exception):
    """A question that cannot be answered; `faults` are all that is wrong with it."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__(faults)
        self.faults = faults


@dataclass(frozen=True, kw_only=True)
class Question:
    """What is asked of a list."""

    language: str
    text: str
    selections: dict[str, frozenset[FacetValue]]
    sort: str
    """Empty: the list's own order, or for a text the best match first."""
    limit: int
    cursor: Cursor
    vocabulary: Vocabulary
    asked: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """The parameters as they came, but for the cursor."""


def query_parameters(facet_codes: Iterable[str], sorts: Iterable[str]) -> list[dict[str, Any]]:
    """The parameters of a list, as the OpenAPI describes them."""
    sorts = [name for name, sort in SORTS.items() if sort in set(sorts)]
    found = [
        _parameter("q", "Woorden om op te zoeken, zoals in het zoekveld van de site.", _text(MAX_TEXT), "asfalt"),
        *(_facet_parameter(code) for code in facet_codes),
        _parameter("taal", "De taal van de gegevens.", {"type": "string", "enum": LANGUAGES, "default": "nl"}, "nl"),
        _parameter(
            "limiet",
            "Hoeveel gegevens in één antwoord.",
            {"type": "integer", "minimum": SHORTEST, "maximum": LARGEST, "default": LIMIT},
            LIMIT,
        ),
        _parameter(
            "cursor",
            "Waar de lijst verdergaat. Neem hem over uit `links.volgende`; de andere parameters blijven gelijk.",
            _text(LONGEST),
        ),
    ]
    if sorts:
        order = "De volgorde. Zonder keuze die van de site; bij `q` het beste eerst."
        found.insert(-3, _parameter("sorteer", order, {"type": "string", "enum": sorts}, sorts[0]))
    return found


def _text(longest: int) -> dict[str, Any]:
    return {"type": "string", "minLength": 1, "maxLength": longest}


def _parameter(name: str, description: str, schema: Mapping[str, Any], example: object = None) -> dict[str, Any]:
    told = {"in": "query", "name": name, "required": False, "description": description, "schema": dict(schema)}
    return told if example is None else {**told, "example": example}


def _facet_parameter(code: str) -> dict[str, Any]:
    facet = facets.get(code)
    items: dict[str, Any] = {"type": "integer", "minimum": 0, "maximum": 999_999}
    if isinstance(facet, VocabularyFacet):
        items = SLUG
    elif isinstance(facet, ChoiceFacet):
        items = {"type": "string", "enum": [value for value, _label in facet.choices]}
    schema = {"type": "array", "items": items, "maxItems": MAX_VALUES}
    kind = "code van een gegeven uit die lijst" if isinstance(facet, VocabularyFacet) else "waarde"
    told = _parameter(PARAMETERS[code], f"Alleen met deze {kind}; meer keer gegeven: één ervan is genoeg.", schema)
    return {**told, "style": "form", "explode": True}


class _Reader:
    """Reads a query string and keeps what is wrong with it."""

    def __init__(self, query: QueryDict, known: Iterable[str]) -> None:
        self.query = query
        self.faults: list[Fault] = []
        known = set(known)
        for name in query:
            if name not in known:
                self.fault(clean(name)[:80] or "?", "unknown_parameter", _("There is no such parameter here."))

    def fault(self, parameter: str, code: str, detail: str | Promise, **values: object) -> None:
        self.faults.append(Fault(parameter, code, detail, values))

    def one(self, name: str) -> str:
        """The one value of a parameter; empty where it was not given."""
        values = self.query.getlist(name)
        if len(values) > 1:
            self.fault(name, "repeated", _("Give this once."))
        elif values and not values[0]:
            self.fault(name, "empty", _("Give a value, or leave this parameter out."))
        return values[0] if values else ""

    def choice(self, name: str, values: Iterable[str]) -> str:
        given = self.one(name)
        allowed = list(values)
        if given and given not in allowed:
            self.fault(name, "unknown_value", _("Choose one of these: %(values)s."), values=", ".join(allowed))
            return ""
        return given

    def number(self, name: str, least: int, most: int, default: int) -> int:
        given = self.one(name)
        if not given:
            return default
        if not (given.isascii() and given.isdigit() and len(given) < 10 and least <= int(given) <= most):
            detail = _("Give a whole number from %(least)s to %(most)s.")
            self.fault(name, "out_of_range", detail, least=least, most=most)
            return default
        return int(given)

    def text(self, name: str, longest: int) -> str:
        given = self.one(name)
        if len(given) > longest:
            self.fault(name, "too_long", _("Use at most %(number)s characters."), number=longest)
            return ""
        return clean(given)

    def facets(self, codes: Iterable[str]) -> tuple[dict[str, frozenset[FacetValue]], Vocabulary]:
        """What is chosen in each facet, and the names of it: one query, made when one is needed."""
        given = {code: self.query.getlist(PARAMETERS[code]) for code in codes}
        given = {code: names for code, names in given.items() if names}
        for code in [code for code, names in given.items() if len(names) > MAX_VALUES]:
            self.fault(PARAMETERS[code], "too_many", _("Choose at most %(number)s values."), number=MAX_VALUES)
            del given[code]
        slugs = {code: _sound(names) for code, names in given.items() if isinstance(facets.get(code), VocabularyFacet)}
        vocabulary = Vocabulary.load(slugs)
        chosen: dict[str, frozenset[FacetValue]] = {}
        for code, names in given.items():
            values = {name: value_of(facets.get(code), name, vocabulary) for name in names}
            for name in (name for name, value in values.items() if value is None):
                detail = _("‘%(value)s’ is not in this list.")
                self.fault(PARAMETERS[code], "unknown_value", detail, value=clean(name)[:80])
            chosen[code] = frozenset(value for value in values.values() if value is not None)
        return chosen, vocabulary


def _sound(names: Iterable[str]) -> list[str]:
    return [name for name in names if len(name) <= 80 and "\x00" not in name]


def read_question(query: QueryDict, *, facet_codes: Sequence[str], sorts: Sequence[str], path: str) -> Question:
    """What the query string asks. Raises InvalidRequestError with all that is wrong."""
    known = [PARAMETERS[code] for code in facet_codes]
    reader = _Reader(query, [*known, "q", "taal", "limiet", "cursor", *(["sorteer"] if sorts else [])])
    language = reader.choice("taal", LANGUAGES) or settings.LANGUAGE_CODE
    with translation.override(language):
        selections, vocabulary = reader.facets(facet_codes)
    text = reader.text("q", MAX_TEXT)
    names = [name for name, sort in SORTS.items() if sort in sorts]
    sort = reader.choice("sorteer", names) if sorts else ""
    limit = reader.number("limiet", SHORTEST, LARGEST, LIMIT)
    asked = {name: sorted(query.getlist(name)) for name in sorted(query) if name != "cursor"}
    cursor = _cursor(reader, _digest(path, asked))
    if reader.faults:
        raise InvalidRequestError(reader.faults)
    return Question(
        language=language,
        text=text,
        selections=selections,
        sort=SORTS.get(sort, ""),
        limit=limit,
        cursor=cursor,
        vocabulary=vocabulary,
        asked=asked,
    )


def _cursor(reader: _Reader, question: str) -> Cursor:
    given = reader.one("cursor")
    try:
        return Cursor.read(given, question) if given else Cursor(question)
    except InvalidCursorError:
        reader.fault("cursor", "invalid", _("This is no cursor of this list: begin again without it."))
        return Cursor(question)


def _digest(path: str, asked: Mapping[str, Sequence[str]]) -> str:
    """What was asked, but for how much of it at once."""
    question = [path, [(name, values) for name, values in asked.items() if name != "limiet"]]
    return hashlib.sha256(json.dumps(question).encode()).hexdigest()[:12]


def read_language(query: QueryDict) -> str:
    """The language that a detail is asked in; empty for any. Raises InvalidRequestError."""
    reader = _Reader(query, ["taal"])
    language = reader.choice("taal", LANGUAGES)
    if reader.faults:
        raise InvalidRequestError(reader.faults)
    return language
