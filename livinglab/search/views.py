"""The search page, and the pages of themes, categories, tags and organisations. Each is a list, and a feed."""

from collections.abc import Mapping
from dataclasses import asdict

from django.db.models import Q
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from livinglab.search import atom_feeds, poor_searches
from livinglab.search.contract import Choice, Kind, Period, SearchRequest, Sort
from livinglab.search.listing import build_listing, is_follow_asked
from livinglab.search.results import IN_EVERY_LANGUAGE
from livinglab.search.suggestions import suggest
from livinglab.taxonomy.models import Category, LabTag, Organisation, Person, PersonQuerySet, Theme

MEETINGS, PEOPLE = 3, 4
"""How many coming meetings and colleagues stand on a landing page."""
PAGES = tuple(kind.value for kind in Kind if kind not in IN_EVERY_LANGUAGE)
"""What the page of a theme, a category or an organisation lists: its people have a place of their own on it."""

SUGGESTIONS_FRESH = 300
"""Seconds that a browser may keep suggestions."""

Context = Mapping[str, object]


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Everything, by text and by choice."""
    if atom_feeds.is_asked(request):
        return atom_feeds.answer(request, title=_("Search"))
    listing = build_listing(request)
    context = {
        "listing": listing,
        "meta_title": listing.request.text or _("Search"),
        "click_token": poor_searches.record(listing.request, listing.response.total),
    }
    return render(request, "pages/follow.html" if is_follow_asked(request) else "pages/search.html", context)


@csrf_exempt  # a count without a person, for a token of ours: there is nothing to forge
@require_POST
def count_click(request: HttpRequest) -> HttpResponse:
    """Somebody opened a result of a question that found little (sent by the browser when it leaves the page)."""
    poor_searches.count_click(request.body[: poor_searches.LONGEST_TOKEN].decode(errors="replace"))
    return HttpResponse(status=204)


@require_safe
@cache_control(public=True, max_age=SUGGESTIONS_FRESH)
def suggestions(request: HttpRequest) -> JsonResponse:
    """What may be meant by the beginning of a word: groups of texts with the address that each leads to."""
    found = suggest(request.GET.get("q", ""), get_language() or "")
    groups = [
        {
            "code": group.code,
            "label": capfirst(str(group.label)),
            "suggestions": [asdict(one) for one in group.suggestions],
        }
        for group in found
    ]
    return JsonResponse({"groups": groups})


@require_safe
def theme(request: HttpRequest, slug: str) -> HttpResponse:
    """All about one theme."""
    found = get_object_or_404(Theme, slug=slug)
    context = {"theme": found, "meta_title": found.name, "meta_description": found.introduction}
    presets = {"theme": frozenset({found.pk})}
    people = Person.objects.filter(themes=found)
    return _landing_page(request, "pages/theme.html", context, presets, people)


@require_safe
def category(request: HttpRequest, slug: str) -> HttpResponse:
    """The landing page of a trade. A category of the first level includes its parts."""
    found = get_object_or_404(Category.objects.select_related("parent"), slug=slug)
    context = {
        "category": found,
        "children": [] if found.parent_id else found.children.all(),
        "meta_title": found.name,
        "meta_description": found.introduction,
    }
    people = Person.objects.filter(Q(categories=found) | Q(categories__parent=found))
    return _landing_page(request, "pages/category.html", context, {"category": frozenset({found.pk})}, people)


@require_safe
def organisation(request: HttpRequest, slug: str) -> HttpResponse:
    """What an organisation did, whom to call there and where to meet it."""
    shown = Organisation.objects.select_related("logo").prefetch_related("logo__renditions")
    found = get_object_or_404(shown, slug=slug)
    context = {
        "organisation": found,
        "described": found,
        "meta_title": found.name,
        "meta_description": found.introduction,
    }
    people = Person.objects.filter(organisation=found)
    presets = {"organisation": frozenset({found.pk})}
    return _landing_page(request, "pages/organisation.html", context, presets, people)


@require_safe
def tag(request: HttpRequest, slug: str) -> HttpResponse:
    """All about one topic."""
    found = get_object_or_404(LabTag, slug=slug)
    presets: Choice = {"tag": frozenset({found.pk})}
    if atom_feeds.is_asked(request):
        return atom_feeds.answer(request, title=found.name, presets=presets)
    context = {"tag": found, "listing": build_listing(request, presets=presets), "meta_title": found.name}
    return render(request, "pages/follow.html" if is_follow_asked(request) else "pages/tag.html", context)


def _landing_page(
    request: HttpRequest,
    template: str,
    context: Context,
    presets: Choice,
    people: PersonQuerySet,
) -> HttpResponse:
    """The list, and in it, until the visitor asks or chooses, the next meetings and people to call."""
    if atom_feeds.is_asked(request):
        title, about = str(context["meta_title"]), str(context["meta_description"])
        return atom_feeds.answer(request, title=title, about=about, presets=presets, kinds=PAGES)
    meetings = SearchRequest(
        language=get_language() or "",
        kinds=(Kind.MEETING,),
        presets={**presets, "period": frozenset({Period.COMING.value})},
        sort=Sort.DATE,
        page_size=MEETINGS,
    )
    listing = build_listing(request, presets=presets, kinds=PAGES, related=[meetings])
    if is_follow_asked(request):
        return render(request, "pages/follow.html", {**context, "listing": listing})
    extra: dict[str, object] = {}
    if listing.related:
        extra["meetings"] = listing.related[0].hits
        shown = list(
            people.shown()
            .distinct()
            .select_related("organisation", "portrait")
            .prefetch_related("portrait__renditions")
            .order_by("name__alphabetical")[: PEOPLE + 1]
        )
        extra |= {"people": shown[:PEOPLE], "more_people": len(shown) > PEOPLE}
    return render(request, template, {**context, "listing": listing, **extra})
