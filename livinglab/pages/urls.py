"""Addresses of the site itself, and the last resort: a page of the tree."""

from django.urls import path, re_path
from wagtail.urls import serve_pattern
from wagtail.views import authenticate_with_password

from livinglab.accounts.views import VisitorLogInView
from livinglab.core.shared_passwords import with_brake
from livinglab.pages import routing, site_map

urlpatterns = [
    path("sitemap/", site_map.site_map, name="site_map"),
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
