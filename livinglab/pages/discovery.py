"""What machines look for first: robots.txt, the site map, security.txt."""

import datetime as dt
from typing import Any

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.core.checks import Tags, Warning, register
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe
from wagtail.contrib.sitemaps import Sitemap as WagtailSitemap
from wagtail.models import Page

from livinglab.core.content.visibility import public
from livinglab.taxonomy.models import Category, LabTag, Organisation, Person, Theme

PRIVATE = (
    *("/account/", "/schrijf-ons/", "/en/write-to-us/"),
    *("/aanmelden/", "/aanmelding/", "/laat-het-me-weten/", "/mijn-interesse/", "/mandje/"),
    *("/en/sign-up/", "/en/my-sign-up/", "/en/tell-me-when/", "/en/my-interest/", "/en/basket/"),
)
"""Beginnings of addresses with a form, a private link, or what a visitor collected."""
WARN_BEFORE = dt.timedelta(days=30)


class PageSitemap(WagtailSitemap):
    """Every page that anybody may read, in every language. Its request holds the paths of sites for all of them."""

    limit = 5000

    def items(self) -> Any:
        return public(Page.objects.filter(depth__gt=1)).order_by("path").defer_streamfields()

    def location(self, page: Page) -> str:
        return page.get_url(self.request)

    def lastmod(self, page: Page) -> dt.datetime | None:
        return page.last_published_at

    # As Django does: below the host that was asked, not the one in the table of sites.
    _urls = Sitemap._urls  # type: ignore[attr-defined]


class TermSitemap(Sitemap):
    """The pages of vocabularies and of colleagues who agree to be shown, in every language."""

    i18n = True
    alternates = True
    limit = 5000

    def items(self) -> Any:
        terms = [*Theme.objects.all(), *Category.objects.all(), *Organisation.objects.all(), *LabTag.objects.all()]
        return [*terms, *Person.objects.shown()]

    def location(self, term: Theme | Category | Organisation | LabTag | Person) -> str:
        return term.get_absolute_url()


class ViewSitemap(Sitemap):
    """Pages that are neither."""

    i18n = True
    alternates = True

    def items(self) -> Any:
        return ["search:search", "site_map", "buy", "open_data"]

    def location(self, name: str) -> str:
        return reverse(name)


SITEMAPS = {"pages": PageSitemap, "terms": TermSitemap, "views": ViewSitemap}


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Everything may be read; the admin, private links and endless combinations of filters need not be."""
    lines = [
        "User-agent: *",
        f"Disallow: /{settings.ADMIN_PATH}",
        *(f"Disallow: {path}" for path in PRIVATE),
        f"Sitemap: {request.build_absolute_uri(reverse('sitemap'))}",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@require_safe
def security_txt(request: HttpRequest) -> HttpResponse:
    """RFC 9116: whom to tell about a weakness. Not found while nobody is named."""
    if not settings.SECURITY_CONTACT or not settings.SECURITY_TXT_EXPIRES:
        raise Http404
    lines = [
        f"Contact: {settings.SECURITY_CONTACT}",
        f"Expires: {settings.SECURITY_TXT_EXPIRES}T00:00:00Z",
        "Preferred-Languages: nl, en",
        f"Canonical: {settings.WAGTAILADMIN_BASE_URL}/.well-known/security.txt",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@register(Tags.security, deploy=True)
def check_security_txt(app_configs: object, **kwargs: object) -> list[Warning]:
    """Warn when security.txt names nobody, or is or soon will be out of date."""
    if not settings.SECURITY_CONTACT or not settings.SECURITY_TXT_EXPIRES:
        return [Warning("security.txt names nobody: set SECURITY_CONTACT and SECURITY_TXT_EXPIRES.", id="lab.W001")]
    try:
        left = dt.date.fromisoformat(settings.SECURITY_TXT_EXPIRES) - timezone.localdate()
    except ValueError:
        return [Warning("SECURITY_TXT_EXPIRES is no date: write it as 2027-06-30.", id="lab.W004")]
    if left < WARN_BEFORE:
        return [Warning(f"security.txt expires in {left.days} days: renew SECURITY_TXT_EXPIRES.", id="lab.W002")]
    if left > dt.timedelta(days=365):
        return [Warning("security.txt may not be valid for more than a year (RFC 9116).", id="lab.W003")]
    return []
