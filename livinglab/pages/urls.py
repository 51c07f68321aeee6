"""Addresses of the site itself, and the last resort: a page of the tree."""

from django.urls import path, re_path
from django.utils.translation import gettext_lazy as _
from wagtail.urls import serve_pattern
from wagtail.views import authenticate_with_password

from livinglab.accounts.views import VisitorLogInView
from livinglab.core.http.shared_passwords import with_brake
from livinglab.pages import buying_views, colleagues, consent, contact_form, routing, site_map

urlpatterns = [
    path("sitemap/", site_map.site_map, name="site_map"),
    path(_("buy-tomorrow/"), buying_views.buy, name="buy"),
    path(_("buy-tomorrow/follow-up.ics"), buying_views.buy_calendar, name="buy_calendar"),
    path(_("colleagues/<int:pk>/"), colleagues.colleague, name="colleague"),
    # A private link has an address of its own: a form sets a cookie, and reading must set none.
    path(_("may-we-show-you/<str:token>/"), consent.consent, name="consent"),
    # Not below the contact page: a form sets a cookie, and reading must set none.
    path(_("write-to-us/"), contact_form.write, name="contact_form"),
    path(_("write-to-us/done/"), contact_form.written, name="contact_form_done"),
    # For pages that not everybody may read. By Wagtail's names, which its restrictions lead to.
    path("_util/login/", VisitorLogInView.as_view(), name="wagtailcore_login"),
    path(
        "_util/authenticate_with_password/<int:page_view_restriction_id>/<int:page_id>/",
        with_brake(authenticate_with_password),
        name="wagtailcore_authenticate_with_password",
    ),
    # By Wagtail's own name, which is how a page finds its address.
    re_path(serve_pattern, routing.serve, name="wagtail_serve"),
]
