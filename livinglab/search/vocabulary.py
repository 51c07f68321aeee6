"""The names of facet values, read once a request with a fixed number of queries."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import connection
from django.urls import reverse
from django.utils.translation import get_language

from livinglab.core.text import sort_key


@dataclass(frozen=True, eq=False)
class Term:
    """A theme, category, organisation or tag, as a list shows it."""

    code: str
    """The facet it is a value of."""
    pk: int
    slug: str
    name: str
    """In the active language."""
    parent_id: int | None = None
    sort_order: int = 0
    colour: str = ""
    icon: str = ""

    def get_absolute_url(self) -> str:
        """Its own page."""
        return reverse(f"search:{self.code}", args=[self.slug])


_SELECT = {
    "theme": "SELECT 'theme', id, slug, name_{language}, NULL::bigint, sort_order, colour, icon FROM taxonomy_theme",
    "category": "SELECT 'category', id, slug, name_{language}, parent_id, sort_order, '', icon FROM taxonomy_category",
    "organisation": "SELECT 'organisation', id, slug, name, NULL, 0, '', '' FROM taxonomy_organisation",
    "tag": "SELECT 'tag', id, slug, name, NULL, 0, '', '' FROM taxonomy_labtag",
}
"""Facet code → its rows as `Term`s. Every list asks these; to have Django put them together took twice as long."""


@dataclass
class Vocabulary:
    """The terms of one response. Themes and categories are all there; organisations and tags as far as asked for."""

    _terms: dict[str, dict[int, Term]] = field(default_factory=lambda: {code: {} for code in _SELECT})
    _wanted: list[tuple[str, str, list[Any]]] = field(default_factory=list)
    """Facet code, condition and its values; read with what else is wanted, or when first looked at."""

    @classmethod
    def load(cls, slugs: Mapping[str, Iterable[str]]) -> "Vocabulary":
        """All themes and categories, and the organisations and tags with these slugs: one query, made when needed."""
        vocabulary = cls()
        vocabulary._wanted = [
            ("theme", "true", []),
            ("category", "true", []),
            *(
                (code, "slug = ANY (%s)", sorted(set(slugs[code])))
                for code in ("organisation", "tag")
                if slugs.get(code)
            ),
        ]
        return vocabulary

    def add(self, ids: Mapping[str, Iterable[int]]) -> None:
        """Also the terms with these primary keys: at most one query, together with what `load` still waits for."""
        # Once `load` was asked, all themes and categories come or have come anyway.
        codes = ("organisation", "tag") if self._wanted else _SELECT.keys()
        missing = {code: set(ids.get(code, ())) - self._terms[code].keys() for code in codes}
        self._wanted += [(code, "id = ANY (%s)", sorted(pks)) for code, pks in missing.items() if pks]
        self._read()

    def _read(self) -> None:
        if not self._wanted:
            return
        sql = " UNION ALL ".join(f"{_SELECT[code]} WHERE {condition}" for code, condition, _values in self._wanted)
        params = [values for _code, condition, values in self._wanted if "%s" in condition]
        self._wanted = []
        with connection.cursor() as cursor:
            cursor.execute(sql.format(language="en" if get_language() == "en" else "nl"), params)
            for row in cursor.fetchall():
                term = Term(*row)
                self._terms[term.code][term.pk] = term

    def get(self, code: str, pk: int) -> Term | None:
        self._read()
        return self._terms[code].get(pk)

    def by_slug(self, code: str, slug: str) -> Term | None:
        self._read()
        return next((term for term in self._terms[code].values() if term.slug == slug), None)

    def all(self, code: str) -> list[Term]:
        """In the order of the list: its own for themes and categories, by name for the others."""
        self._read()
        return sorted(self._terms[code].values(), key=lambda term: (term.sort_order, sort_key(term.name)))
