"""The language of a page without a query: there are two rows, and they do not change."""

from functools import lru_cache

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.models import Locale


@lru_cache
def language_of(locale_id: int) -> str:
    """The language code of a locale; kept in this process until a locale is saved or deleted in it."""
    return Locale.objects.get(pk=locale_id).language_code


@receiver([post_save, post_delete], sender=Locale)
def forget(sender: object, **kwargs: object) -> None:
    language_of.cache_clear()
