"""The rules of Atom (RFC 4287) that a feed of ours has to keep, read with an XML parser."""

import datetime as dt
from dataclasses import dataclass
from urllib.parse import urlsplit
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

NS = "{http://www.w3.org/2005/Atom}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
ONCE = {"feed": ("id", "title", "updated"), "entry": ("id", "title", "updated")}
AT_MOST_ONCE = ("subtitle", "generator", "icon", "logo", "rights", "published", "summary", "content", "source")
KNOWN = {
    "feed": {"id", "title", "updated", "subtitle", "author", "link", "entry", "category", "rights", "generator"},
    "entry": {"id", "title", "updated", "published", "summary", "author", "link", "category", "content", "rights"},
}


@dataclass(frozen=True)
class Entry:
    id: str
    title: str
    link: str
    summary: str
    updated: dt.datetime
    published: dt.datetime
    language: str


@dataclass(frozen=True)
class Feed:
    id: str
    title: str
    link: str
    self_link: str
    updated: dt.datetime
    language: str
    entries: list[Entry]


def read(content: bytes) -> Feed:
    """The feed in `content`; AssertionError where it breaks a rule."""
    root = ElementTree.fromstring(content)
    assert root.tag == f"{NS}feed"
    _check(root, "feed")
    assert root.find(f"{NS}author/{NS}name").text
    entries = [_entry(element) for element in root.findall(f"{NS}entry")]
    ids = [entry.id for entry in entries]
    assert len(ids) == len(set(ids)), "ids are not unique"
    return Feed(
        id=_text(root, "id"),
        title=_text(root, "title"),
        link=_link(root, "alternate"),
        self_link=_link(root, "self"),
        updated=_moment(root, "updated"),
        language=root.get(LANG),
        entries=entries,
    )


def _entry(element: Element) -> Entry:
    _check(element, "entry")
    entry = Entry(
        id=_text(element, "id"),
        title=_text(element, "title"),
        link=_link(element, "alternate"),
        summary=_text(element, "summary"),
        updated=_moment(element, "updated"),
        published=_moment(element, "published"),
        language=element.get(LANG, ""),
    )
    assert entry.title
    assert entry.published <= entry.updated
    return entry


def _check(element: Element, name: str) -> None:
    children = [child.tag.removeprefix(NS) for child in element]
    assert set(children) <= KNOWN[name], set(children) - KNOWN[name]
    assert all(children.count(child) == 1 for child in ONCE[name])
    assert all(children.count(child) <= 1 for child in AT_MOST_ONCE)
    assert urlsplit(_text(element, "id")).scheme, "an id is an IRI"
    for category in element.findall(f"{NS}category"):
        assert category.get("term")


def _text(element: Element, name: str) -> str:
    found = element.find(f"{NS}{name}")
    return "" if found is None else found.text or ""


def _link(element: Element, rel: str) -> str:
    links = [link.get("href") for link in element.findall(f"{NS}link") if link.get("rel", "alternate") == rel]
    assert len(links) == 1
    assert urlsplit(links[0]).scheme in {"http", "https"}
    return links[0]


def _moment(element: Element, name: str) -> dt.datetime:
    moment = dt.datetime.fromisoformat(_text(element, name))
    assert moment.tzinfo is not None
    return moment
