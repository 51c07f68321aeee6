"""The query string of a list: read without ever failing, written in one order so that the same list has one address."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from livinglab.search import facets
from livinglab.search.contract import MAX_TEXT, FacetValue, Sort
from livinglab.search.facet_labels import name_of, value_of
from livinglab.search.facets import VocabularyFacet
from livinglab.search.vocabulary import Vocabulary

MAX_VALUES = 40
"""Choices that are looked at, of all facets together: every link of a list names them all."""
MAX_PAGE = 100_000
FORMAT, ATOM, FOLLOW = "format", "atom", "volgen"
"""The parameter that asks for another form of the list, and its values: a feed, and a page that explains it."""


def clean(text: str) -> str:
    """A text as it is searched and shown: no control characters, single spaces, of a bounded length."""
    visible = "".join(c if c.isprintable() else " " for c in text[: MAX_TEXT * 4])
    return " ".join(visible.split())[:MAX_TEXT].strip()


def left_out(names: Sequence[str]) -> str:
    """The notice that parts of an address mean nothing here; it names the first of them, which are `clean`."""
    shown = ", ".join(f"‘{name[:40]}’" for name in names[:3])
    return _("We left out what we do not know: %(values)s.") % {"values": shown}


@dataclass(frozen=True)
class Choices:
    """What a visitor asked for, and the vocabulary that names it."""

    text: str
    selections: dict[str, frozenset[FacetValue]]
    sort: str
    """Empty when the visitor left it to the list."""
    page: int
    vocabulary: Vocabulary
    notices: list[str | Promise] = field(default_factory=list)

    @property
    def is_untouched(self) -> bool:
        """Whether this is the list as one first finds it."""
        return not self.text and not self.selections and self.page == 1


def read_choices(query: QueryDict, *, ignored: Iterable[str] = ()) -> Choices:
    """What the query string says. Values that do not exist are left out with a notice; other parameters are not ours.

    `ignored`: codes of facets that the list itself has decided.
    """
    asked = [
        (facet.code, name)
        for facet in facets.all_facets()
        if facet.code not in ignored
        for name in dict.fromkeys(query.getlist(facet.code))
    ]
    given: dict[str, list[str]] = {}
    for code, name in asked[:MAX_VALUES]:
        given.setdefault(code, []).append(name)
    vocabulary = Vocabulary.load(
        {code: _slugs(names) for code, names in given.items() if isinstance(facets.get(code), VocabularyFacet)}
    )
    selections: dict[str, frozenset[FacetValue]] = {}
    unknown: list[str] = []
    for code, names in given.items():
        values = {name: value_of(facets.get(code), name, vocabulary) for name in names if name}
        unknown += [name for name, value in values.items() if value is None]
        if known := frozenset(value for value in values.values() if value is not None):
            selections[code] = known
    notices: list[str | Promise] = []
    if unknown:
        notices.append(left_out([clean(name) for name in unknown]))
    if len(asked) > MAX_VALUES:
        notices.append(_("We used the first %(number)s of your choices.") % {"number": MAX_VALUES})
    typed = query.get("q", "")
    if len(typed) > MAX_TEXT:
        notices.append(_("We used only the first part of this long search."))
    sort = query.get("sort", "")
    return Choices(
        text=clean(typed),
        selections=selections,
        sort=sort if sort in Sort.values else "",
        page=_page(query.get("page", "")),
        vocabulary=vocabulary,
        notices=notices,
    )


def _slugs(names: Iterable[str]) -> list[str]:
    return [name for name in names if len(name) <= 80 and "\x00" not in name]


def _page(given: str) -> int:
    return min(max(int(given), 1), MAX_PAGE) if given.isascii() and given.isdigit() and len(given) < 19 else 1


class ListUrls:
    """The URLs that lead from one state of a list to others."""

    def __init__(self, path: str, choices: Choices) -> None:
        self.path, self.choices = path, choices

    def _address(
        self,
        *,
        selections: dict[str, frozenset[FacetValue]] | None = None,
        sort: str | None = None,
        page: int = 1,
        form: str = "",
        text: str | None = None,
    ) -> str:
        choices = self.choices
        text = choices.text if text is None else text
        pairs = [("q", text)] if text else []
        for facet in facets.all_facets():
            values = (choices.selections if selections is None else selections).get(facet.code, ())
            pairs += sorted((facet.code, name_of(facet, value, choices.vocabulary)) for value in values)
        sort = choices.sort if sort is None else sort
        pairs += [("sort", sort)] if sort else []
        pairs += [("page", str(page))] if page > 1 else []
        pairs += [(FORMAT, form)] if form else []
        return f"{self.path}?{urlencode(pairs)}" if pairs else self.path

    def toggled(self, code: str, value: FacetValue) -> str:
        """With this value chosen if it is not, and not chosen if it is."""
        return self._address(
            selections=self.choices.selections | {code: self.choices.selections.get(code, frozenset()) ^ {value}}
        )

    def only(self, code: str, value: FacetValue | None) -> str:
        """With this value of a facet and no other; None for no value."""
        return self._address(selections=self.choices.selections | {code: frozenset(() if value is None else {value})})

    def sorted_by(self, sort: str) -> str:
        return self._address(sort=sort)

    def page(self, number: int) -> str:
        return self._address(page=number)

    def feed(self) -> str:
        """The same search to follow: as an Atom feed, which has an order of its own."""
        return self._address(sort="", form=ATOM)

    def follow(self) -> str:
        """The page that explains how to follow this search."""
        return self._address(sort="", form=FOLLOW)

    def asking(self, text: str) -> str:
        """The same choices with another text."""
        return self._address(text=text)

    def here(self) -> str:
        """This state of the list, on its first page."""
        return self._address()

    def cleared(self) -> str:
        """Without choices; when there are none, also without text."""
        return self._address(selections={}) if self.choices.selections else self.path

    def hidden(self, keep: Iterable[str] = ()) -> list[tuple[str, str]]:
        """What the form of facets has to send along: the text, the order, and the facets in `keep`."""
        choices = self.choices
        pairs = [("q", choices.text)] if choices.text else []
        pairs += [
            (code, name_of(facets.get(code), value, choices.vocabulary))
            for code in keep
            for value in choices.selections.get(code, ())
        ]
        return pairs + ([("sort", choices.sort)] if choices.sort else [])
