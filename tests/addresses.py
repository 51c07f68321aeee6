"""Every address that the site answers at, found by walking the resolver."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from django.urls import URLPattern, URLResolver, get_resolver
from django.utils.regex_helper import normalize


@dataclass(frozen=True)
class Pattern:
    """A pattern of an address."""

    id: str
    """Its name, as `reverse` takes it; its path where it has none. Where several have one name, with what they ask."""
    template: str
    """The path with `%(parameter)s` in it; a parameter without a name is called `_0`, `_1` …"""
    parameters: tuple[str, ...]


def patterns() -> list[Pattern]:
    """All of them, with the words of the active language in their paths; those that another one hides are left out."""
    found: dict[str, Pattern] = {}
    ids = set()
    for one in _walk(get_resolver().url_patterns, "", (), ()):
        if one.template not in found:
            found[one.template] = replace(one, id=f"{one.id} with {one.parameters[-1]}") if one.id in ids else one
            ids.add(one.id)
    return list(found.values())


def _walk(
    entries: list[URLPattern | URLResolver], before: str, namespaces: tuple[str, ...], given: tuple[str, ...]
) -> Iterator[Pattern]:
    for entry in entries:
        # The longest form: with what may be left out.
        template, parameters = max(normalize(entry.pattern.regex.pattern), key=lambda form: len(form[0]))
        path, names = before + template, (*given, *parameters)
        if isinstance(entry, URLResolver):
            inner = (*namespaces, entry.namespace) if entry.namespace else namespaces
            yield from _walk(entry.url_patterns, path, inner, names)
        else:
            yield Pattern(":".join((*namespaces, entry.name)) if entry.name else f"/{path}", path, names)
