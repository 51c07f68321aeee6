"""Pages that took the place of others: what names the former page leads to the present one, wherever it is written.

Links to a page stand in rich text, in blocks, in rows of related pages, and in versions that somebody may publish or
restore next year. None of them is rewritten: whoever shows a link asks `livinglab.core.visibility`, which knows.
"""

from collections.abc import Iterable

from django.db import models
from django.utils.translation import gettext_lazy as _


class PageSuccession(models.Model):
    """`successor` takes the place of `page`: as soon as `page` is not public, links to it lead to `successor`."""

    page = models.OneToOneField("wagtailcore.Page", on_delete=models.CASCADE, related_name="succession")
    successor = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="predecessions")
    happened_at = models.DateTimeField(null=True)
    """When it took its place; empty while the successor is a draft."""

    class Meta:
        verbose_name = _("page that took the place of another")
        verbose_name_plural = _("pages that took the place of others")

    def __str__(self) -> str:
        return f"{self.page_id} → {self.successor_id}"


def successors_of(keys: Iterable[int]) -> dict[int, int]:
    """Of these pages the ones that another took the place of, with which: one query, none for no keys."""
    wanted = set(keys)
    rows = PageSuccession.objects.filter(page__in=wanted) if wanted else PageSuccession.objects.none()
    return dict(rows.values_list("page_id", "successor_id"))
