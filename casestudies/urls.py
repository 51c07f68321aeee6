"""Addresses of stories beside those of their pages. Their words are translated with the site."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from casestudies import comparison
from casestudies.basket.views import basket

app_name = "casestudies"
urlpatterns = [
    path(_("compare/"), comparison.compare, name="compare"),
    path(_("basket/"), basket, name="basket"),
]
