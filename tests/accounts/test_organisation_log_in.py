"""Logging in at one's own organisation: whom its provider vouches for, with the roles of their groups and no others."""

import re
from urllib.parse import urlsplit

import oidc_provider_mock
import pytest
import requests
from allauth.socialaccount.models import SocialAccount
from django.core.exceptions import ImproperlyConfigured
from django.test import Client
from django.urls import reverse

from livinglab.accounts.models import User
from livinglab.provision.roles import ADMINISTRATOR, EDITOR, MODERATOR
from livinglab.settings.environment import openid_connect_providers, roles_by_group
from tests.accounts.second_steps import is_in
from tests.people import PASSWORD, somebody

pytestmark = pytest.mark.django_db
KARIN = {"email": "Karin@Rivierdorp.example", "email_verified": True, "given_name": "Karin", "family_name": "de Vries"}


@pytest.fixture(scope="module")
def provider():
    """The address of a provider on this machine."""
    with oidc_provider_mock.run_server_in_thread() as server:
        yield f"http://localhost:{server.server_port}"


@pytest.fixture
def log_in(provider, settings):
    """Logs somebody in there, of whom the provider says some claims; returns the browser and the last answer."""
    settings.OIDC_URL = f"http://living-lab:geheim@{urlsplit(provider).netloc}"
    settings.SOCIALACCOUNT_PROVIDERS = openid_connect_providers(settings.OIDC_URL)
    settings.OIDC_GROUPS = roles_by_group(["Inkopers:Redacteuren", "Communicatie: Web:Moderatoren"])

    def go(sub: str = "karin-1", client: Client | None = None, path: str = "", **claims):
        requests.put(f"{provider}/users/{sub}", json={**KARIN, **claims}, timeout=5).raise_for_status()
        client = client or Client()
        away = client.get(reverse("organisation_log_in") + path)
        assert away.status_code == 302
        allowed = requests.post(away.url, data={"sub": sub}, allow_redirects=False, timeout=5)
        back = urlsplit(allowed.headers["Location"])
        return client, client.get(f"{back.path}?{back.query}")

    return go


def roles_of(email: str = "karin@rivierdorp.example") -> set[str]:
    return set(User.objects.get(email=email).groups.values_list("name", flat=True))


def refusal(client: Client, answer) -> str:
    assert (answer.status_code, answer.url) == (302, reverse("wagtailadmin_login"))
    assert not is_in(client)
    page = client.get(answer.url).content.decode()
    return re.search(r'class="ll-notice[^>]*>(.*?)</p>', page, re.DOTALL).group(1)


def test_groups_give_roles_and_an_account_is_made(log_in):
    client, answer = log_in(groups=["Inkopers", "Voetbal"])
    assert (answer.status_code, answer.url) == (302, reverse("wagtailadmin_home"))
    assert is_in(client)
    user = User.objects.get(email="karin@rivierdorp.example")
    assert (user.first_name, user.last_name, user.has_usable_password()) == ("Karin", "de Vries", False)
    assert roles_of() == {EDITOR}
    assert SocialAccount.objects.get().extra_data == {}


def test_they_are_taken_anew_each_time_and_others_are_left(log_in):
    log_in(groups=["Inkopers"])
    User.objects.get().groups.add(*somebody(ADMINISTRATOR).groups.all())
    log_in(groups=["Communicatie: Web"])
    assert roles_of() == {MODERATOR, ADMINISTRATOR}


@pytest.mark.parametrize("groups", [{}, *({"groups": told} for told in ([], ["Voetbal"], None, {"a": 1}))])
def test_who_has_no_role_is_turned_away_in_words(log_in, groups):
    assert "geen rol" in refusal(*log_in(**groups))
    assert not User.objects.exists()


def test_who_was_invited_is_found_by_an_address_that_is_verified(log_in):
    user = somebody(EDITOR, "karin")
    client, _answer = log_in(groups=["Communicatie: Web"], email="KARIN@example.nl")
    assert is_in(client)
    assert roles_of("karin@example.nl") == {MODERATOR}
    assert User.objects.get(pk=user.pk).check_password(PASSWORD)


@pytest.mark.parametrize("verified", [False, None, "false", 1])
def test_an_address_that_is_not_verified_opens_nothing(log_in, verified):
    somebody(EDITOR, "karin")
    told = refusal(*log_in(groups=["Inkopers"], email="karin@example.nl", email_verified=verified))
    assert "e-mailadres" in told


def test_whoever_rules_the_provider_does_not_rule_the_site(log_in):
    User.objects.create_superuser("alles@example.nl", PASSWORD)
    assert "alle rechten" in refusal(*log_in(groups=["Inkopers"], email="alles@example.nl"))
    log_in(groups=["Inkopers"])
    User.objects.filter(email="karin@rivierdorp.example").update(is_superuser=True)
    assert "alle rechten" in refusal(*log_in(groups=["Inkopers"]))


def test_who_was_switched_off_stays_out(log_in):
    log_in(groups=["Inkopers"])
    User.objects.update(is_active=False)
    assert "Met dit account" in refusal(*log_in(groups=["Inkopers"]))


def test_the_role_asks_for_a_second_step_unless_it_was_taken_there(log_in, settings):
    settings.SECOND_FACTOR_REQUIRED = True
    client, answer = log_in(groups=["Communicatie: Web"], amr=["pwd"])
    assert answer.url == reverse("mfa_index")
    assert not is_in(client)
    client, answer = log_in(groups=["Communicatie: Web"], amr=["pwd", "mfa"])
    assert is_in(client)


def test_it_leads_back_to_where_one_wanted_to_go_and_to_no_other_site(log_in):
    _client, answer = log_in(groups=["Inkopers"], path="?next=/beheer/reports/site-history/")
    assert answer.url == "/beheer/reports/site-history/"
    _client, answer = log_in(groups=["Inkopers"], path="?next=https://elders.example/")
    assert "elders.example" not in answer.url


def test_the_word_of_a_stranger_is_not_taken(log_in):
    client = Client()
    callback = reverse("openid_connect_callback", args=["organisation"])
    for query in ("", "?code=x&state=y", "?error=access_denied", "?state=x", "?code[]=1"):
        assert "lukte niet" in refusal(client, client.get(callback + query))


def test_a_provider_that_is_away_is_no_fault_of_ours(settings, log_in):
    settings.SOCIALACCOUNT_PROVIDERS = openid_connect_providers("http://a:b@localhost:9")
    client = Client()
    assert "lukte niet" in refusal(client, client.get(reverse("organisation_log_in")))


def test_without_a_provider_there_is_no_button_and_no_door(client):
    assert "account van je werk" not in client.get(reverse("wagtailadmin_login")).content.decode()
    assert client.get(reverse("organisation_log_in")).status_code == 404
    assert client.get(reverse("openid_connect_login", args=["google"])).status_code == 404


@pytest.mark.parametrize("url", ["login.gemeente.example", "https://login.gemeente.example", "http://a:b@x.example/"])
def test_a_provider_that_cannot_be_trusted_is_refused_without_its_secret(url):
    with pytest.raises(ImproperlyConfigured) as refused:
        openid_connect_providers(url)
    assert "geheim" not in str(refused.value)
