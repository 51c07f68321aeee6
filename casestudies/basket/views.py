"""The page of the basket: shows what its address holds, and answers with a file. Nothing is stored."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from casestudies.basket.addresses import MAX_CLAUSES, PARAMETER, BasketIds, basket_url
from casestudies.basket.annex import FORMATS, Annex
from casestudies.basket.forms import BasketForm
from casestudies.clauses import Clause, clauses_by_id
from livinglab.core.site import absolute_url, site_name
from livinglab.search.contract import Hit, Kind, SearchRequest
from livinglab.search.query_string import clean
from livinglab.search.results import in_language_with_pages, search
from livinglab.search.vocabulary import Vocabulary

FOUND = 6
"""Clauses that the basket's own search shows."""


@never_cache
@require_http_methods(["GET", "HEAD", "OPTIONS", "POST"])
def basket(request: HttpRequest) -> HttpResponse:
    """Show a basket; a POST moves or removes a clause, or takes all of them along in the format it names."""
    held = BasketIds.read(request.GET.getlist(PARAMETER))
    clauses = clauses_by_id(held.ids, get_language() or "")
    if request.method != "POST":
        return _page(request, held, clauses, None)
    form = _form(held, clauses, request)
    action, _space, key = request.POST.get("action", "").partition(" ")
    if action in FORMATS:
        if form.is_valid() and (texts := form.texts()):
            return _file(request, action, Annex.of(texts, site_name(request)))
        return _page(request, held, clauses, form)
    ids = {"up": held.moved(key, -1), "down": held.moved(key, 1), "remove": held.without(key)}.get(action, held.ids)
    if not form.is_edited:
        return redirect(basket_url(ids))
    # What was typed is nowhere but in this form, so it is shown again instead.
    held = replace(held, ids=ids)
    return _page(request, held, clauses, _form(held, clauses, request))


def _form(held: BasketIds, clauses: dict[str, Clause], request: HttpRequest) -> BasketForm:
    return BasketForm([clauses[key] for key in held.ids if key in clauses], request.POST)


def _page(request: HttpRequest, held: BasketIds, clauses: dict[str, Clause], form: BasketForm | None) -> HttpResponse:
    there = [clauses[key] for key in held.ids if key in clauses]
    text = clean(request.GET.get("q", ""))
    checked = [clause.page.last_checked_on for clause in there if clause.page.last_checked_on]
    context = {
        "held": held,
        "gone": [(key, basket_url(held.without(key))) for key in held.ids if key not in clauses],
        "form": form or BasketForm(there) if there else None,
        "formats": list(FORMATS),
        "most": MAX_CLAUSES,
        "address": basket_url(held.ids),
        "share_url": absolute_url(basket_url(held.ids)),
        "text": text,
        "meta_title": _("My basket"),
        "meta_description": _(
            "Collect texts for your tender, change them and take them along as one annex. "
            "We keep nothing: what is in your basket stands in the address of this page."
        ),
        "found": [(hit, _added(held, hit)) for hit in _found(text)] if text else [],
        "checked_on": min(checked, default=None),
    }
    return render(request, "pages/basket.html", context)


def _found(text: str) -> list[Hit]:
    """The clauses that the basket's own search finds, for visitors who have no script to collect them."""
    asked = SearchRequest(language=get_language() or "", text=text, kinds=(Kind.CRITERION,), page_size=FOUND)
    (question,) = in_language_with_pages([asked])
    return list(search(question, Vocabulary.load({})).hits)


def _added(held: BasketIds, hit: Hit) -> str:
    """The address of the basket with a found clause as well; empty for one that it holds, or when it is full."""
    clause = hit.extra.get("clause")
    return basket_url([*held.ids, clause.id]) if clause and clause.id not in held.ids and not held.is_full else ""


def _file(request: HttpRequest, ending: str, annex: Annex) -> HttpResponse:
    name = pgettext("name of a file", "tender-annex")
    return HttpResponse(
        FORMATS[ending].write(annex),
        content_type=FORMATS[ending].media_type,
        headers={"Content-Disposition": f'attachment; filename="{name}.{ending}"'},
    )
