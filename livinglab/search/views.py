"""The search page, and the pages of themes, categories and tags."""

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from livinglab.search.contract import Choice, Kind, Period, SearchRequest, Sort
from livinglab.search.listing import build_listing
from livinglab.taxonomy.models import Category, LabTag, Person, PersonQuerySet, Theme

MEETINGS, PEOPLE = 3, 4
"""How many coming meetings and colleagues stand at a front door."""


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Everything, by text and by choice."""
    listing = build_listing(request)
    context = {"listing": listing, "meta_title": listing.request.text or _("Search")}
    return render(request, "pages/search.html", context)


@require_safe
def theme(request: HttpRequest, slug: str) -> HttpResponse:
    """All about one theme."""
    found = get_object_or_404(Theme, slug=slug)
    context = _front_door(request, {"theme": frozenset({found.pk})}, Person.objects.filter(themes=found))
    context |= {"theme": found, "meta_title": found.name, "meta_description": found.introduction}
    return render(request, "pages/theme.html", context)


@require_safe
def category(request: HttpRequest, slug: str) -> HttpResponse:
    """The front door of a trade. A category of the first level includes its parts."""
    found = get_object_or_404(Category.objects.select_related("parent"), slug=slug)
    people = Person.objects.filter(Q(categories=found) | Q(categories__parent=found))
    context = _front_door(request, {"category": frozenset({found.pk})}, people)
    context |= {
        "category": found,
        "children": [] if found.parent_id else found.children.all(),
        "meta_title": found.name,
        "meta_description": found.introduction,
    }
    return render(request, "pages/category.html", context)


@require_safe
def tag(request: HttpRequest, slug: str) -> HttpResponse:
    """All about one topic."""
    found = get_object_or_404(LabTag, slug=slug)
    listing = build_listing(request, presets={"tag": frozenset({found.pk})})
    return render(request, "pages/tag.html", {"tag": found, "listing": listing, "meta_title": found.name})


def _front_door(request: HttpRequest, presets: Choice, people: PersonQuerySet) -> dict[str, object]:
    """The list, and before it, until the visitor asks or chooses, the next meetings and people to call."""
    meetings = SearchRequest(
        language=get_language() or "",
        kinds=(Kind.MEETING,),
        presets={**presets, "period": frozenset({Period.COMING.value})},
        sort=Sort.DATE,
        page_size=MEETINGS,
    )
    listing = build_listing(request, presets=presets, related=[meetings])
    context: dict[str, object] = {"listing": listing}
    if listing.related:
        context["meetings"] = listing.related[0].hits
        context["people"] = (
            people.shown()
            .distinct()
            .select_related("organisation", "portrait")
            .prefetch_related("portrait__renditions")
            .order_by("name")[:PEOPLE]
        )
    return context
