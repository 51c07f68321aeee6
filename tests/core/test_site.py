"""Which site answers a request, and what it is called."""

import pytest
from django.test import RequestFactory
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.models import Page, Site
from wagtail.models.sites import get_site_for_hostname

from livinglab.core.site import site_of

pytestmark = pytest.mark.django_db

HOSTS = ("a.example", "b.example")
PORTS = (80, 443, 8000)


def the_rule_of_wagtail(host: str, port: int) -> int | None:
    try:
        return get_site_for_hostname(host, port).pk
    except Site.DoesNotExist:
        return None


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    places=st.lists(st.tuples(st.sampled_from(HOSTS), st.sampled_from(PORTS)), unique=True, max_size=5),
    default=st.integers(-1, 4),
    host=st.sampled_from([*HOSTS, "elsewhere.example"]),
    port=st.sampled_from(PORTS),
)
def test_the_site_of_a_request_is_the_one_that_wagtail_finds(places, default, host, port):
    Site.objects.all().delete()
    home = Page.objects.filter(depth=2).first()
    for number, (hostname, of_port) in enumerate(places):
        Site.objects.create(hostname=hostname, port=of_port, root_page=home, is_default_site=number == default)
    request = RequestFactory().get("/", SERVER_NAME=host, SERVER_PORT=str(port))
    found = site_of(request)
    assert (found.pk if found else None) == the_rule_of_wagtail(host, port)
    assert Site.find_for_request(request) == found, "Wagtail and we speak of two sites"


def test_the_site_of_a_request_costs_one_query_however_often_it_is_asked(rf, django_assert_num_queries):
    request = rf.get("/")
    with django_assert_num_queries(1):
        assert site_of(request) == site_of(request) == Site.find_for_request(request)
