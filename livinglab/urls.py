"""The addresses of the site: Dutch at /, English at /en/."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as admin_urls
from wagtail.contrib.sitemaps import views as sitemap_views
from wagtail.utils.urlpatterns import decorate_urlpatterns

from livinglab.accounts import urls as accounts
from livinglab.accounts.second_factor import ACCOUNT_PATH
from livinglab.api.urls import PAGES as OPEN_DATA_PAGES
from livinglab.core.editing.refusals import show_refusals
from livinglab.core.http.transactions import in_one_transaction
from livinglab.core.mail import dev_mailbox
from livinglab.core.media import documents, serving
from livinglab.core.monitoring import health
from livinglab.pages import discovery
from livinglab.search.health import healthz_search

decorate_urlpatterns(admin_urls.urlpatterns, in_one_transaction)
decorate_urlpatterns(admin_urls.urlpatterns, show_refusals)  # outside the transaction, which is rolled back

urlpatterns = [
    path("healthz", health.healthz, name="healthz"),
    path("healthz/jobs", health.healthz_jobs, name="healthz_jobs"),
    path("healthz/search", healthz_search, name="healthz_search"),
    path(settings.ADMIN_PATH, include(accounts.ADMIN_URLS)),
    path(ACCOUNT_PATH, include(accounts.PAGES)),
    path(settings.ADMIN_PATH, include(admin_urls)),
    path("documenten/", include(documents.URLS)),
    path("", include("livinglab.api.urls")),
    path("robots.txt", discovery.robots, name="robots"),
    path(".well-known/security.txt", discovery.security_txt, name="security_txt"),
    path(
        "sitemap.xml",
        sitemap_views.index,
        {"sitemaps": discovery.SITEMAPS, "sitemap_url_name": "sitemap_section"},
        name="sitemap",
    ),
    path("sitemap-<section>.xml", sitemap_views.sitemap, {"sitemaps": discovery.SITEMAPS}, name="sitemap_section"),
]

if settings.LIVINGLAB_OUTBOX:
    urlpatterns += [
        path("outbox/", dev_mailbox.mailbox, name="dev_mailbox"),
        path("outbox/<slug:name>/", dev_mailbox.mail_as_html, name="dev_mailbox_html"),
    ]

if settings.SERVE_MEDIA:
    urlpatterns += [path(f"{settings.MEDIA_URL.lstrip('/')}<path:path>", serving.media)]

urlpatterns += i18n_patterns(
    path("", include("livinglab.search.urls")),
    path("", include("casestudies.urls")),
    path("", include("casestudies.promises.urls")),
    path("", include("events.urls")),
    path("", include(OPEN_DATA_PAGES)),
    path("", include("livinglab.pages.urls")),
    path("", include(wagtail_urls)),
    prefix_default_language=False,
)

handler400 = "livinglab.core.http.errors.bad_request"
handler403 = "livinglab.core.http.errors.permission_denied"
handler404 = "livinglab.core.http.errors.page_not_found"
handler500 = "livinglab.core.http.errors.server_error"
