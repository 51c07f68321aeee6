"""Addresses of search. Their words are translated with the site."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from livinglab.search import views

app_name = "search"
urlpatterns = [
    path(_("search/"), views.search, name="search"),
    path(_("search/suggestions/"), views.suggestions, name="suggestions"),
    path(_("search/opened/"), views.count_click, name="count_click"),
    path(_("themes/<slug:slug>/"), views.theme, name="theme"),
    path(_("categories/<slug:slug>/"), views.category, name="category"),
    path(_("organisations/<slug:slug>/"), views.organisation, name="organisation"),
    path(_("topics/<slug:slug>/"), views.tag, name="tag"),
]
