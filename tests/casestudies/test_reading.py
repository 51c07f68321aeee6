"""What stands beside a story."""

import pytest
from wagtail.models import PageViewRestriction

from livinglab.taxonomy.models import Theme
from tests.factories import CategoryFactory, ExamplePageFactory

pytestmark = pytest.mark.django_db


def test_more_like_this_shows_the_same_purchase_first_and_then_the_same_themes(client):
    asphalt, signs = CategoryFactory(), CategoryFactory()
    climate, chain, other = Theme.objects.all()[:3]
    page = ExamplePageFactory(category=asphalt, themes=[climate])
    ExamplePageFactory(title="Zelfde thema", category=signs, themes=[climate, chain])
    ExamplePageFactory(title="Zelfde inkoop", category=asphalt, themes=[chain])
    ExamplePageFactory(title="Iets heel anders", category=signs, themes=[other])
    answer = client.get(page.url)
    assert [hit.entry.title for hit in answer.context["related"]] == ["Zelfde inkoop", "Zelfde thema"]
    assert "Meer zoals dit" in answer.content.decode()


def test_more_like_this_shows_no_page_that_is_private(client):
    category = CategoryFactory()
    page, private = ExamplePageFactory(category=category), ExamplePageFactory(category=category)
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
    answer = client.get(page.url)
    assert answer.context["related"] == []
    assert "Meer zoals dit" not in answer.content.decode()
