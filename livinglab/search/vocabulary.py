"""The names of facet values, read once a request with a fixed number of queries."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import CharField, F, IntegerField, Model, QuerySet, Value
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils.translation import get_language

from livinglab.core.text import sort_key
from livinglab.taxonomy.models import Category, LabTag, Organisation, Theme


@dataclass(frozen=True, eq=False)
class Term:
    """A theme, category, organisation or tag, as a list shows it."""

    code: str
    """The facet it is a value of."""
    pk: int
    slug: str
    name_nl: str
    name_en: str
    parent_id: int | None = None
    sort_order: int = 0
    colour: str = ""
    icon: str = ""

    @property
    def name(self) -> str:
        return self.name_en if get_language() == "en" else self.name_nl

    def get_absolute_url(self) -> str:
        """Its own page."""
        return reverse(f"search:{self.code}", args=[self.slug])


_COLUMNS = ("code", "pk", "slug", "first_name", "second_name", "parent_pk", "place", "colour_name", "icon_name")
_MODELS: dict[str, type[Model]] = {
    "theme": Theme,
    "category": Category,
    "organisation": Organisation,
    "tag": LabTag,
}


def _rows(code: str, rows: QuerySet) -> QuerySet:
    names = {field.name for field in rows.model._meta.get_fields()}

    def text(name: str) -> Any:
        return Cast(F(name), CharField()) if name in names else Value("", output_field=CharField())

    def number(name: str) -> Any:
        field = F(name) if name.removesuffix("_id") in names else Value(None)
        return Cast(field, IntegerField())

    return (
        rows.annotate(
            code=Value(code, output_field=CharField()),
            first_name=text("name_nl" if "name_nl" in names else "name"),
            second_name=text("name_en" if "name_en" in names else "name"),
            parent_pk=number("parent_id"),
            place=number("sort_order"),
            colour_name=text("colour"),
            icon_name=text("icon"),
        )
        .order_by()
        .values_list(*_COLUMNS)
    )


@dataclass
class Vocabulary:
    """The terms of one response. Themes and categories are all there; organisations and tags as far as asked for."""

    _terms: dict[str, dict[int, Term]] = field(default_factory=lambda: {code: {} for code in _MODELS})
    _wanted: list[QuerySet] = field(default_factory=list)
    """Not read yet: read with what else is wanted, or when first looked at."""

    @classmethod
    def load(cls, slugs: Mapping[str, Iterable[str]]) -> "Vocabulary":
        """All themes and categories, and the organisations and tags with these slugs: one query, made when needed."""
        vocabulary = cls()
        vocabulary._wanted = [
            _rows("theme", Theme.objects.all()),
            _rows("category", Category.objects.all()),
            *(
                _rows(code, _MODELS[code]._default_manager.filter(slug__in=set(slugs[code])))
                for code in ("organisation", "tag")
                if slugs.get(code)
            ),
        ]
        return vocabulary

    def add(self, ids: Mapping[str, Iterable[int]]) -> None:
        """Also the terms with these primary keys: at most one query, together with what `load` still waits for."""
        # Once `load` was asked, all themes and categories come or have come anyway.
        codes = ("organisation", "tag") if self._wanted else _MODELS.keys()
        missing = {code: set(ids.get(code, ())) - self._terms[code].keys() for code in codes}
        self._wanted += [
            _rows(code, _MODELS[code]._default_manager.filter(pk__in=pks)) for code, pks in missing.items() if pks
        ]
        self._read()

    def _read(self) -> None:
        if not self._wanted:
            return
        first, *others = self._wanted
        self._wanted = []
        for code, pk, slug, name_nl, name_en, parent_id, place, colour, icon in first.union(*others, all=True):
            self._terms[code][pk] = Term(code, pk, slug, name_nl, name_en, parent_id, place or 0, colour, icon)

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
