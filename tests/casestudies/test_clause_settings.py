"""What a text of others is worth is said in the lab's own words, once somebody who may publish wrote them."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.test.utils.form_data import rich_text

from casestudies.basket.addresses import basket_url
from casestudies.clauses import Clause
from casestudies.models import ClauseSettings, ExampleCriterion
from livinglab.provision.roles import EDITOR, MODERATOR
from tests.factories import ExamplePageFactory
from tests.people import client_of, somebody

pytestmark = pytest.mark.django_db

OURS = "Deze teksten komen uit aanbestedingen van collega’s"
THEIRS = "Vraag eerst je eigen jurist, op dinsdag."


@pytest.fixture
def clause():
    page = ExamplePageFactory()
    page.criteria = [ExampleCriterion(kind="requirement", text="Het gaat lang mee.")]
    page.save_revision().publish()
    return Clause(page.criteria.get(), page)


def test_a_moderator_changes_the_text_and_an_editor_does_not(client, clause):
    assert OURS in client.get(clause.page.url).content.decode()
    assert not ClauseSettings.objects.exists(), "to read writes nothing"
    settings = reverse("wagtailsettings:edit", args=["casestudies", "clausesettings"])
    moderator = client_of(somebody(MODERATOR))
    form = moderator.get(settings)["Location"]
    assert client_of(somebody(EDITOR)).get(form)["Location"] == reverse("wagtailadmin_home")
    answer = moderator.post(form, {"worth_nl": rich_text(f"<p>{THEIRS}</p>"), "worth_en": rich_text("")})
    assert answer.status_code == 302
    in_basket = basket_url([clause.id])
    for address in (clause.page.url, in_basket):
        html = client.get(address).content.decode()
        assert THEIRS in html
        assert OURS not in html
    taken = {f"text-{clause.id}": "Het gaat lang mee.", "action": "txt"}
    assert THEIRS in client.post(in_basket, taken).content.decode()
    # In the other language it is still ours.
    english = client.post(f"/en/basket/?c={clause.id}", taken).content.decode()
    assert THEIRS not in english
    assert "no legal advice" in english


def test_it_costs_one_query(client, clause):
    def cost() -> int:
        client.get(clause.page.url)
        with CaptureQueriesContext(connection) as captured:
            client.get(clause.page.url)
        return sum("clausesettings" in query["sql"] for query in captured)

    assert cost() == 1
