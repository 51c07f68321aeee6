"""Pages that took the place of others: what names the former page leads to the present one, wherever it is written.

Links to a page stand in rich text, in blocks, in rows of related pages, and in versions that somebody may publish or
restore next year. None of them is rewritten: whoever shows a link asks `livinglab.core.content.visibility`.
"""

from collections.abc import Iterable

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import PagePermissionTester


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


class SuccessorPermissions(PagePermissionTester):
    """To publish a page that takes the place of others takes them offline, so it asks for that right as well.

    Who has it not submits the page. Asked by the admin, by Wagtail's API and by its action that publishes.
    """

    def can_publish(self) -> bool:
        return super().can_publish() and all(
            row.page.specific_deferred.permissions_for_user(self.user).can_publish() for row in self._taken_offline()
        )

    def _taken_offline(self) -> Iterable[PageSuccession]:
        waiting = PageSuccession.objects.filter(successor=self.page.pk, happened_at=None, page__live=True)
        return waiting.select_related("page")
