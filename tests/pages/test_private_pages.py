"""Pages and documents that are not for everybody can be opened by those who may, in the look of the site."""

import pytest
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.test import Client
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction

from livinglab.core.http.shared_passwords import BY_ADDRESS
from livinglab.core.media.documents import LabDocument
from livinglab.provision.roles import EDITOR, MODERATOR
from tests.factories import StandardPageFactory
from tests.people import PASSWORD, somebody

pytestmark = pytest.mark.django_db
SECRET = "Reorganisatie van de afdeling"


def private_page(kind: str, **options) -> StandardPageFactory:
    page = StandardPageFactory(title=SECRET, show_in_menus=True)
    restriction = PageViewRestriction.objects.create(page=page, restriction_type=kind, **options)
    return page, restriction


def assert_in_our_look(answer) -> str:
    text = answer.content.decode()
    assert answer.status_code == 200
    assert 'class="nl-skip-link' in text
    assert 'name="robots" content="noindex"' in text
    assert SECRET not in text
    assert "no-cache" in answer["Cache-Control"] or "no-store" in answer["Cache-Control"]
    return text


def test_a_page_for_people_with_an_account_is_read_after_logging_in():
    page, _restriction = private_page(PageViewRestriction.LOGIN)
    somebody(EDITOR)
    client = Client()
    away = client.get(page.get_url())
    assert away.status_code == 302
    form = client.get(away.url)
    assert_in_our_look(form)
    log_in = {"username": "redacteuren@example.nl", "password": "verkeerd-wachtwoord", "next": form.context["next"]}
    assert client.post(away.url, log_in).status_code == 200
    answer = client.post(away.url, log_in | {"password": PASSWORD})
    assert (answer.status_code, answer.url) == (302, page.get_url())
    assert SECRET in client.get(answer.url).content.decode()


def test_logging_in_leads_to_no_other_site():
    somebody(EDITOR)
    answer = Client().post(
        "/_util/login/",
        {"username": "redacteuren@example.nl", "password": PASSWORD, "next": "https://elders.example/"},
    )
    assert answer.status_code == 302
    assert "elders.example" not in answer.url


def test_a_page_for_a_group_is_read_by_that_group_only():
    page, restriction = private_page(PageViewRestriction.GROUPS)
    restriction.groups.add(Group.objects.get(name=MODERATOR))
    for role, status in ((MODERATOR, 200), (EDITOR, 302)):
        client = Client()
        somebody(role)
        client.post("/_util/login/", {"username": f"{role.lower()}@example.nl", "password": PASSWORD})
        assert client.get(page.get_url()).status_code == status


def test_a_page_with_a_password_is_read_with_it():
    page, restriction = private_page(PageViewRestriction.PASSWORD, password="zeven-groene-paarden")
    client = Client()
    form = client.get(page.get_url())
    text = assert_in_our_look(form)
    address = f"/_util/authenticate_with_password/{restriction.pk}/{page.pk}/"
    assert f'action="{address}"' in text
    data = {"password": "fout", "return_url": page.get_url()}
    assert_in_our_look(client.post(address, data))
    answer = client.post(address, data | {"password": "zeven-groene-paarden"})
    assert answer.url == page.get_url()
    assert SECRET in client.get(answer.url).content.decode()
    assert SECRET not in Client().get("/").content.decode()


def test_a_shared_password_is_guessed_slowly():
    page, restriction = private_page(PageViewRestriction.PASSWORD, password="zeven-groene-paarden")
    collection = Collection.get_first_root_node().add_child(name="Besloten")
    document = LabDocument.objects.create(
        title="Stuk", collection=collection, file=ContentFile(b"Geheim.\n", name="stuk.txt")
    )
    of_documents = CollectionViewRestriction.objects.create(
        collection=collection, restriction_type="password", password="zeven-groene-paarden"
    )
    form = Client().get(document.url)
    assert 'class="nl-skip-link' in form.content.decode()
    for address in (
        f"/_util/authenticate_with_password/{restriction.pk}/{page.pk}/",
        f"/documenten/authenticate_with_password/{of_documents.pk}/",
    ):
        data = {"password": "fout", "return_url": "/"}
        answers = [Client().post(address, data) for _ in range(BY_ADDRESS.free + 1)]
        assert [answer.status_code for answer in answers] == [200] * BY_ADDRESS.free + [429]
        assert "Probeer het over" in answers[-1].content.decode()
        refused = Client().post(address, data | {"password": "zeven-groene-paarden"})
        assert refused.status_code == 429
        elsewhere = Client().post(address, data | {"password": "zeven-groene-paarden"}, REMOTE_ADDR="192.0.2.77")
        assert elsewhere.status_code == 302
