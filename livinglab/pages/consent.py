"""The page behind the private link with which somebody says whether they may be shown.

Opening it changes nothing: only a POST does.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from wagtail.models import ReferenceIndex

from livinglab.core.mail.private_links import DeadLinkError, opened_by
from livinglab.search.related import hits_of_pages, pages_that_name
from livinglab.taxonomy.consent import services
from livinglab.taxonomy.consent.links import open_link
from livinglab.taxonomy.consent.models import ConsentRequest
from livinglab.taxonomy.persons import Person

ANSWERS = {"yes": True, "no": False}
"""The value of a button → whether they may be shown."""


@opened_by(
    open_link,
    otherwise=gettext_lazy("You are not in our list of colleagues any more, or the link is incomplete."),
)
def consent(request: HttpRequest, opened: ConsentRequest) -> HttpResponse:
    """What is shown of somebody and where, and whether they agree; also later, to take it back."""
    if request.method == "POST" and request.POST.get("action") in ANSWERS:
        try:
            services.answer(request=opened, is_yes=ANSWERS[request.POST["action"]])
        except Person.DoesNotExist:
            raise DeadLinkError(_("You are not in our list of colleagues any more.")) from None
        return redirect(f"{request.path}?saved=1")
    person = opened.person
    naming = pages_that_name(person, ReferenceIndex.objects.all())
    context = {
        "person": person,
        "hits": hits_of_pages(naming, language=get_language() or ""),
        "has_answered": person.consent_requests.exclude(answer="").exists(),
        "is_saved": "saved" in request.GET,
        "text_version": services.TEXT_VERSION,
    }
    return render(request, "pages/consent.html", context)
