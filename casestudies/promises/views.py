"""The promise board: all promises with their state, those of one organisation, and a picture to show elsewhere."""

from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.crypto import salted_hmac
from django.utils.functional import Promise
from django.utils.http import quote_etag
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from casestudies.promises import board
from casestudies.promises.states import PromiseState, Tally
from livinglab.core.site import absolute_url
from livinglab.search.listing import Option, Pagination
from livinglab.taxonomy.models import Organisation, Theme

PAGE_SIZE = 20
PICTURE_FRESH = 3600
"""Seconds that others may show a picture without asking again."""

STATES: dict[str, tuple[tuple[str, ...], str | Promise]] = {
    "kept": ((PromiseState.KEPT,), gettext_lazy("kept")),
    "running": ((PromiseState.RUNNING, PromiseState.NOT_MEASURED), gettext_lazy("running")),
    "not_kept": ((PromiseState.NOT_KEPT,), gettext_lazy("not kept")),
}
"""Name in the query string → the states that it stands for, and how it is called."""


@require_safe
def promises(request: HttpRequest) -> HttpResponse:
    """All promises, to be narrowed by state, organisation and theme."""
    organisation = Organisation.objects.filter(slug=request.GET.get("organisation", "")[:80]).first()
    return _board(request, organisation, "pages/promises.html", {})


@require_safe
def of_organisation(request: HttpRequest, slug: str) -> HttpResponse:
    """The promises of an organisation, with a picture of them to show elsewhere."""
    organisation = get_object_or_404(Organisation, slug=slug)
    context = {
        "organisation": organisation,
        "picture_url": absolute_url(reverse("promises:picture", args=[slug])),
        "page_url": absolute_url(reverse("promises:of_organisation", args=[slug])),
    }
    return _board(request, organisation, "pages/promises_of_organisation.html", context)


def _board(
    request: HttpRequest, organisation: Organisation | None, template: str, context: dict[str, object]
) -> HttpResponse:
    theme = Theme.objects.filter(slug=request.GET.get("theme", "")[:80]).first()
    state = request.GET.get("state", "")
    state = state if state in STATES else ""
    choice = board.Choice(STATES[state][0] if state else (), organisation, theme)
    # The board of an organisation has its name in the path.
    is_chosen = {"organisation": organisation if not context else None, "theme": theme}
    chosen = {name: one.slug for name, one in is_chosen.items() if one}
    counted = board.tally(choice.filtered(with_state=False))
    paginator = Paginator(board.for_list(choice.filtered()), PAGE_SIZE)
    paginator.count = _numbers(counted)[state]  # known already
    page = paginator.get_page(request.GET.get("page", "1")[:9])
    return render(
        request,
        template,
        {
            "meta_title": _("Promises"),
            "meta_description": _("What contracts promised, and what came of it."),
            "promises": counted,
            "rows": board.rows(page.object_list, request),
            "states": _states(request, counted, state, chosen),
            "chosen": chosen,
            "chosen_state": state,
            "organisations": [] if context else board.organisations_with_promises(),
            "themes": Theme.objects.all(),
            "theme": theme,
            "pagination": _pagination(request, page.number, paginator.num_pages, {**chosen, "state": state}),
            "in_dutch": get_language() != "nl",
            **context,
        },
    )


def _numbers(counted: Tally) -> dict[str, int]:
    return {"": counted.total, "kept": counted.kept, "running": counted.open, "not_kept": counted.not_kept}


def _address(request: HttpRequest, **values: object) -> str:
    query = urlencode({name: value for name, value in values.items() if value})
    return f"{request.path}?{query}" if query else request.path


def _states(request: HttpRequest, counted: Tally, state: str, chosen: dict[str, str]) -> list[tuple[Option, int]]:
    names = {"": _("All"), **{name: label for name, (_states, label) in STATES.items()}}
    return [
        (Option(name, label, _address(request, **chosen, state=name), name == state), _numbers(counted)[name])
        for name, label in names.items()
    ]


def _pagination(request: HttpRequest, page: int, pages: int, chosen: dict[str, str]) -> Pagination:
    def url(number: int) -> str:
        return _address(request, **chosen, page=number if number > 1 else "")

    return Pagination.of(page, pages, url)


@require_safe
@cache_control(public=True, max_age=PICTURE_FRESH)
def picture(request: HttpRequest, slug: str) -> HttpResponse:
    """The promises of an organisation as one SVG: no script, no style sheet, readable on light and on dark."""
    organisation = get_object_or_404(Organisation, slug=slug)
    counted = board.tally(board.of_organisation(organisation))
    if not counted.total:
        raise Http404("This organisation has no promises.")
    room = 300  # of the bar, in the drawing's own units
    kept, broken = (round(room * number / counted.total, 1) for number in (counted.kept, counted.not_kept))
    response = render(
        request,
        "components/promises_picture.svg",
        {
            "organisation": organisation,
            "promises": counted,
            "kept_width": str(kept),
            "broken_start": str(30 + kept),
            "broken_width": str(broken),
            "name": _shortened(organisation.name),
        },
        content_type="image/svg+xml; charset=utf-8",
    )
    etag = quote_etag(salted_hmac("promises.picture", response.content).hexdigest()[:32])
    answer = get_conditional_response(request, etag=etag, response=response) or response
    # For an <img> on any other site. The picture itself may load nothing.
    answer["Cross-Origin-Resource-Policy"] = "cross-origin"
    answer["ETag"] = etag
    return answer


_LONGEST_NAME = 38
"""Letters of a name that fit in the picture."""


def _shortened(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1].rstrip()}…"
