"""Other labs in the menu of settings."""

from wagtail.snippets.models import register_snippet

from livinglab.harvest.viewsets import OtherLabViewSet

register_snippet(OtherLabViewSet)
