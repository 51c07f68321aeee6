"""A site with the demo says so on every page."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache

from livinglab.demo.models import DemoItem
from livinglab.pages.models import HomePage

NOTICE = "ll-demo-notice"


@pytest.mark.django_db
def test_the_notice_stands_on_a_page_while_the_demo_is_there(client):
    cache.clear()
    assert NOTICE not in client.get("/").content.decode()
    home = HomePage.objects.first()
    content_type = ContentType.objects.get_for_model(HomePage)
    item = DemoItem.objects.create(key="page:home", content_type=content_type, object_id=home.pk, only_changed=True)
    cache.clear()
    assert NOTICE not in client.get("/").content.decode()
    item.only_changed = False
    item.save()
    cache.clear()
    assert NOTICE in client.get("/").content.decode()
