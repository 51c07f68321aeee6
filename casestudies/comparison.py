"""Two or three case studies side by side. What is compared stands in the address alone: nothing is stored."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.models import Page
from wagtail.query import PageQuerySet

from casestudies.cases import CaseStudyPage
from livinglab.core.content.visibility import public

NAME = "c"
"""The name in the address of the id of a case study."""
MOST = 3
MOST_CHOICES = 500
"""Case studies to choose from in one list."""
LONGEST_NAME = 40
"""Characters of an id that are shown again when nothing has it."""


@dataclass(frozen=True)
class Column:
    """A case study in the comparison."""

    page: CaseStudyPage
    remove_url: str
    """The comparison without it."""


@require_safe
def compare(request: HttpRequest) -> HttpResponse:
    """The comparison of the case studies that the address names, and a way to add one."""
    asked = list(dict.fromkeys(name.strip() for name in request.GET.getlist(NAME) if name.strip()))
    pages, unknown = find(asked)
    shown = pages[:MOST]
    keys = [page.pk for page in shown]
    columns = [Column(page, compare_url(key for key in keys if key != page.pk)) for page in shown]
    context = {
        "columns": columns,
        "unknown": [name[:LONGEST_NAME] for name in unknown],
        "too_many": pages[MOST:],
        "choices": [] if len(shown) == MOST else _choices(exclude=shown),
        "kept_query": compare_url(keys).removeprefix(compare_url([])),
        "meta_title": _("Compare case studies"),
        "meta_description": _(
            "Two or three contracts side by side: what they asked, what came of it, and what it took."
        ),
    }
    return render(request, "pages/compare.html", context)


def compare_url(keys: Iterable[int]) -> str:
    """The address of the comparison of the case studies with these primary keys."""
    query = "&".join(f"{NAME}={key}" for key in keys)
    return reverse("casestudies:compare") + (f"?{query}" if query else "")


def find(names: Sequence[str]) -> tuple[list[CaseStudyPage], list[str]]:
    """The case studies that these ids name, each once and in the language of the reader if it has that.

    Beside them the ids that name none that everybody may read. Four queries at most, however many there are.
    """
    ids = {name: int(name) for name in names if name.isascii() and name.isdigit() and len(name) < 19}
    asked = dict(CaseStudyPage.objects.filter(pk__in=ids.values()).values_list("pk", "translation_key"))
    found: dict[object, dict[str, CaseStudyPage]] = {}
    for page in _pages().filter(translation_key__in=set(asked.values())):
        found.setdefault(page.translation_key, {})[page.language] = page
    pages: dict[int, CaseStudyPage] = {}
    unknown = []
    for name in names:
        key = ids.get(name)
        versions = found.get(asked.get(key), {}) if key is not None else {}
        own = next((page for page in versions.values() if page.pk == key), None)
        page = versions.get(get_language() or "") or own
        if page is None:
            unknown.append(name)
        else:
            pages.setdefault(page.pk, page)
    return list(pages.values()), unknown


def _pages() -> PageQuerySet:
    related = CaseStudyPage.SELECT_RELATED
    parts = ("themes", "ambitions__axis__web", "adoptions__organisation", "criteria", "results", "follow_ups")
    return public(CaseStudyPage.objects.all()).select_related(*related).prefetch_related(*parts)


def _choices(exclude: Sequence[Page]) -> list[Page]:
    """What can be put beside them, by title: in the language of the reader, or else what there is."""
    pages = public(Page.objects.type(CaseStudyPage)).exclude(
        translation_key__in=[page.translation_key for page in exclude]
    )
    own = pages.filter(locale__language_code=get_language()).order_by("title__alphabetical")[:MOST_CHOICES]
    return list(own) or list(pages.order_by("title__alphabetical")[:MOST_CHOICES])
