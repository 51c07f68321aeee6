"""Addresses of promises. Their words are translated with the site.

A private link has an address of its own, since a form sets a cookie and reading must set none.
"""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from casestudies.promises import private_link, views

app_name = "promises"
urlpatterns = [
    path(_("follow-up/<str:token>/"), private_link.follow_up, name="follow_up"),
    path(_("promises/"), views.promises, name="promises"),
    path(_("promises/<slug:slug>/"), views.of_organisation, name="of_organisation"),
    path(_("promises/<slug:slug>/promises.svg"), views.picture, name="picture"),
]
