"""The page of a colleague: what they can tell, how to reach them, and the stories they are the contact for."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.models import ReferenceIndex

from livinglab.search.related import hits_of_pages, pages_that_name
from livinglab.taxonomy.models import Person

AS_CONTACT = "contact"
"""The field of a story that names whom to call."""


@require_safe
def colleague(request: HttpRequest, pk: int) -> HttpResponse:
    """Not found from the moment that they no longer agree to be shown."""
    shown = (
        Person.objects.shown()
        .select_related("organisation", "portrait")
        .prefetch_related("portrait__renditions", "categories", "themes")
    )
    person = get_object_or_404(shown, pk=pk)
    naming = pages_that_name(person, ReferenceIndex.objects.filter(model_path=AS_CONTACT))
    context = {
        "person": person,
        "stories": hits_of_pages(naming, language=get_language() or ""),
        "meta_title": person.name,
        "meta_description": _("What %(name)s can tell you, and how to reach them.") % {"name": person.name},
    }
    return render(request, "pages/colleague.html", context)
