"""With none, one and many criteria, results and follow-up moments: no page that shows them costs more."""

import datetime as dt
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation

from casestudies.comparison import compare_url
from casestudies.models import CaseStudyCriterion, CaseStudyPage, FollowUp, Result
from livinglab.taxonomy.models import Category
from tests.factories import CaseStudyPageFactory, OrganisationFactory, PersonFactory, ThemeFactory

pytestmark = [pytest.mark.slow, pytest.mark.django_db]

MANY = 6
MOST = 45
"""Queries that any of these pages may cost."""


def case_study(number: int, **fields) -> CaseStudyPage:
    """One with `number` of everything that it may have many of."""
    day = timezone.localdate()
    of_criteria, of_results = ([ThemeFactory() for _ in range(number)] for _ in range(2))
    return CaseStudyPageFactory(
        criteria=[
            CaseStudyCriterion(kind="requirement", text=f"Eis {n}.", theme=theme, level=2)
            for n, theme in enumerate(of_criteria)
        ],
        results=[
            Result(indicator=f"Belofte {n}", promised=50, realised=60, unit="%", theme=theme)
            for n, theme in enumerate(of_results)
        ],
        follow_ups=[
            FollowUp(date=day + dt.timedelta(days=n), title=f"Moment {n}", person=PersonFactory())
            for n in range(number)
        ],
        **fields,
    )


def prices(client, number: int) -> dict[str, int]:
    """Page → the queries that it costs where there are `number` of everything."""
    organisation, person = OrganisationFactory(), PersonFactory()
    category = Category.objects.exclude(parent=None).order_by("pk")[number % 3]
    person.categories.add(category)
    # With none of them there is no promise and no criterion on the whole site.
    pages = [case_study(number, organisation=organisation, category=category, contact=person) for _ in range(3)]
    start = (timezone.localdate() + dt.timedelta(days=90)).isoformat()
    asked = urlencode({"category": category.slug, "value_class": "221k_1m", "start": start})
    with translation.override("nl"):
        addresses = {
            "case study": pages[0].url,
            "promises": "/beloften/",
            "promises of an organisation": f"/beloften/{organisation.slug}/",
            "criteria": "/criteria/",
            "organisation": organisation.get_absolute_url(),
            "colleague": person.get_absolute_url(),
            "tomorrow I buy": f"/ik-koop-morgen/?{asked}",
            **{f"{n} side by side": compare_url([page.pk for page in pages[:n]]) for n in range(4)},
        }
    return {name: cost(client, address) for name, address in addresses.items()}


def cost(client, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200, address
    return len(captured)


def test_pages_cost_no_more_with_many_or_none_than_with_one(client, record_property):
    none, one, many = (prices(client, number) for number in (0, 1, MANY))
    for name, price in many.items():
        record_property(name, price)
    # Less is fine: where many criteria fill the first page of a list, it has no cards of stories to ask more for.
    for prices_of in (none, many):
        assert {name: (price, one[name]) for name, price in prices_of.items() if price > one[name]} == {}
    assert max(many.values()) <= MOST
