"""What every response has: a strict policy, no cookie for a reader, and an error page instead of an error."""

import pytest
from django.test import Client
from django.urls import reverse

pytestmark = pytest.mark.django_db

READER_PAGES = ["/", "/en/", "/voorbeelden/", "/bijeenkomsten/", "/zoeken/?q=asfalt", "/themas/circulair/"]


@pytest.mark.parametrize("path", READER_PAGES)
def test_a_reader_gets_no_cookie(client, path):
    response = client.get(path)
    assert response.status_code == 200
    assert not response.cookies


@pytest.mark.parametrize("path", [*READER_PAGES, "/nergens/", "/healthz"])
def test_the_policy_of_the_public_site_is_strict(client, path):
    policy = client.get(path).headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    for directive in ("base-uri 'self'", "form-action 'self'", "frame-ancestors 'self'", "object-src 'none'"):
        assert directive in policy
    for weakness in ("unsafe", "data:", "*", "http:"):
        assert weakness not in policy


def test_the_other_security_headers(client):
    headers = client.get("/").headers
    assert headers["X-Frame-Options"] == "SAMEORIGIN"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]


def test_the_admin_has_a_policy_of_its_own(client):
    policy = client.get(reverse("wagtailadmin_home")).headers["Content-Security-Policy"]
    assert "'unsafe-inline'" in policy
    assert "default-src 'self'" in policy


@pytest.mark.parametrize("path", ["/zoeken/?q=%00", "/%00/", "/voorbeelden/?theme=a%00b"])
def test_a_nul_byte_is_refused_politely(client, path):
    response = client.get(path)
    assert response.status_code == 400
    assert "<html" in response.content.decode()


def test_an_unknown_address_is_a_dutch_page_with_a_search_box(client):
    response = client.get("/bestaat-niet/")
    assert response.status_code == 404
    page = response.content.decode()
    assert '<html lang="nl"' in page
    assert 'type="search"' in page


def test_an_unknown_english_address_is_an_english_page(client):
    response = client.get("/en/does-not-exist/")
    assert response.status_code == 404
    assert '<html lang="en"' in response.content.decode()


def test_an_error_page_needs_no_database(django_assert_num_queries, rf):
    from livinglab.core.http.errors import server_error

    with django_assert_num_queries(0):
        response = server_error(rf.get("/"))
    assert response.status_code == 500
    assert "<html" in response.content.decode()


def test_a_refused_form_explains_what_to_do():
    client = Client(enforce_csrf_checks=True)
    response = client.post(reverse("wagtailadmin_login"), {"username": "a@example.org", "password": "x"})
    assert response.status_code == 403
    assert "<html" in response.content.decode()


def test_health(client):
    response = client.get("/healthz")
    assert (response.status_code, response.content.splitlines()[0]) == (200, b"ok")
    assert client.post("/healthz").status_code == 405


def test_a_nul_byte_in_a_cookie_is_a_bad_request(client):
    answer = client.get("/", headers={"Cookie": 'sessionid="\\000aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"'})
    assert answer.status_code == 400
