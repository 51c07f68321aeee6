"""Scheduled publishing: on time, one transaction a page, and none in the way of the others."""

import datetime as dt

import pytest
from django.db import transaction
from django.utils import timezone
from wagtail.models import Page, Revision

from livinglab.core.publishing import publish_due
from tests.factories import ExamplePageFactory, StandardPageFactory

pytestmark = pytest.mark.django_db
HOUR = dt.timedelta(hours=1)


def scheduled(title: str) -> Page:
    """A page that was planned to go live an hour ago."""
    page = StandardPageFactory(title=title, live=False)
    page.go_live_at = timezone.now() + HOUR
    revision = page.save_revision()
    revision.publish()
    past = timezone.now() - HOUR
    revision.content["go_live_at"] = past.isoformat()
    Revision.objects.filter(pk=revision.pk).update(content=revision.content, approved_go_live_at=past)
    return page


def is_live(page: Page) -> bool:
    return Page.objects.get(pk=page.pk).live


def test_what_is_due_goes_live_and_what_is_not_waits() -> None:
    due, later = scheduled("nu"), StandardPageFactory(title="later", live=False)
    later.go_live_at = timezone.now() + HOUR
    later.save_revision().publish()
    assert publish_due() == 1
    assert is_live(due)
    assert not is_live(later)
    assert publish_due() == 0


def test_an_invalid_page_does_not_block_the_next(caplog) -> None:
    invalid, valid = scheduled("stuk"), scheduled("heel")
    revision = Revision.objects.for_instance(invalid).latest("pk")
    revision.content["title"] = ""
    revision.save(update_fields=["content"])
    assert publish_due() == 1
    assert not is_live(invalid)
    assert is_live(valid)
    assert "tried again" in caplog.text


def test_an_expired_page_goes_offline() -> None:
    page = ExamplePageFactory()
    Page.objects.filter(pk=page.pk).update(expire_at=timezone.now() - HOUR)
    assert publish_due() == 1
    page.refresh_from_db()
    assert (page.live, page.expired) == (False, True)


def test_a_failure_leaves_nothing_half_done(monkeypatch) -> None:
    from wagtail.signals import page_published

    def fail(sender, **kwargs) -> None:
        raise RuntimeError

    page = scheduled("half")
    page_published.connect(fail)
    try:
        with transaction.atomic():
            assert publish_due() == 0
    finally:
        page_published.disconnect(fail)
    assert not is_live(page)
