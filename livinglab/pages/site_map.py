"""The site map for people: every list, every page of text, every theme, category and organisation on one page."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.models import Page, get_page_models

from livinglab.core.content.visibility import public
from livinglab.core.text import sort_key
from livinglab.pages.contact import ContactPage
from livinglab.pages.standard import StandardPage
from livinglab.search.listing import ListingPage
from livinglab.taxonomy.models import Category, Organisation, Theme


@dataclass(frozen=True)
class Branch:
    """A link with those below it."""

    name: str
    url: str
    below: list["Branch"] = field(default_factory=list)


@require_safe
def site_map(request: HttpRequest) -> HttpResponse:
    """What is on this site. Single examples, meetings and news are in the lists."""
    context = {
        "lists": [*_tree(_pages(ListingPage), request), *_tools()],
        "texts": list(_tree(_pages(StandardPage, ContactPage), request)),
        "themes": Theme.objects.all(),
        "categories": _categories(),
        "organisations": sorted(Organisation.objects.all(), key=lambda organisation: sort_key(organisation.name)),
        "meta_title": _("Overview of the site"),
    }
    return render(request, "pages/site_map.html", context)


def _tools() -> list[Branch]:
    return [
        Branch(_("Tomorrow I buy …"), reverse("buy")),
        Branch(_("Promises"), reverse("promises:promises")),
        Branch(_("What was agreed"), reverse("events:agreed")),
        Branch(_("Search the whole lab"), reverse("search:search")),
        Branch(_("Open data"), reverse("open_data")),
    ]


def _pages(*bases: type[Page]) -> list[Page]:
    """The pages of a type and the types made from it that anybody may read, in the active language."""
    models = [page_type._meta.model_name for page_type in get_page_models() if issubclass(page_type, bases)]
    pages = public(Page.objects.filter(locale__language_code=get_language()))
    return list(pages.filter(content_type__model__in=models).defer_streamfields().order_by("path"))


def _tree(pages: Iterable[Page], request: HttpRequest) -> Iterator[Branch]:
    """The pages, each below the nearest of them that it stands under."""
    above: list[tuple[str, Branch]] = []
    for page in pages:
        branch = Branch(page.title, page.get_url(request))
        while above and not page.path.startswith(above[-1][0]):
            above.pop()
        if above:
            above[-1][1].below.append(branch)
        else:
            yield branch
        above.append((page.path, branch))


def _categories() -> list[Branch]:
    categories = list(Category.objects.all())
    return [
        Branch(
            parent.name,
            parent.get_absolute_url(),
            [Branch(part.name, part.get_absolute_url()) for part in categories if part.parent_id == parent.pk],
        )
        for parent in categories
        if parent.parent_id is None
    ]
