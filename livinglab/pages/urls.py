"""Addresses of the site itself, and the last resort: a page of the tree."""

from django.urls import path, re_path
from wagtail.urls import serve_pattern

from livinglab.pages import routing, site_map

urlpatterns = [
    path("sitemap/", site_map.site_map, name="site_map"),
    # By Wagtail's own name, which is how a page finds its address.
    re_path(serve_pattern, routing.serve, name="wagtail_serve"),
]
