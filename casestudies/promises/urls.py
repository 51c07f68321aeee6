"""Addresses of promises. Their words are translated with the site."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from casestudies.promises import views

app_name = "promises"
urlpatterns = [
    path(_("promises/"), views.promises, name="promises"),
    path(_("promises/<slug:slug>/"), views.of_organisation, name="of_organisation"),
    path(_("promises/<slug:slug>/promises.svg"), views.picture, name="picture"),
]
