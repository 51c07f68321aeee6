"""An old address leads to where its page is now, with what was chosen, and never away from a page that lives there."""

import pytest
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from casestudies.models import ExampleIndexPage
from tests.factories import ExamplePageFactory, StandardPageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def rename(django_capture_on_commit_callbacks):
    """Gives a page another slug and publishes it."""

    def rename(page: Page, slug: str) -> None:
        with django_capture_on_commit_callbacks(execute=True):
            page.slug = slug
            page.save_revision().publish()
        page.refresh_from_db()

    return rename


def no_browser_keeps(response) -> bool:
    return response.status_code == 302 or "max-age=0" in response.headers["Cache-Control"]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_renamed_list_takes_its_pages_its_feed_and_its_filters_along(client, rename, language) -> None:
    index = ExampleIndexPage.objects.get(locale__language_code=language)
    ExamplePageFactory(parent=index, slug="asfalt")
    old = index.get_url()
    rename(index, "inspiratie")
    new = ExampleIndexPage.objects.get(pk=index.pk).get_url()
    for rest in ("", "asfalt/", "?format=atom", "?thema=milieu&pagina=2", "asfalt/?utm_source=brief", "?q=%C3%A9%20x"):
        answer = client.get(f"{old}{rest}")
        assert (answer.status_code, answer.url) == (301, f"{new}{rest}")
        assert no_browser_keeps(answer)


def test_there_and_back_again(client, rename) -> None:
    page = StandardPageFactory(slug="heen")
    rename(page, "weer")
    rename(page, "heen")
    assert client.get("/heen/").status_code == 200
    back = client.get("/weer/")
    assert back.url == "/heen/"
    assert no_browser_keeps(back)
    # The page that lives there is taken offline: its address is gone, and leads nowhere round and round.
    page.unpublish()
    assert client.get("/heen/").status_code == 404
    assert client.get("/weer/").status_code == 404


@pytest.mark.parametrize("arrives_by", ["publishing", "renaming", "moving"])
def test_another_page_at_the_old_address_keeps_it(client, rename, arrives_by) -> None:
    above = StandardPageFactory(slug="boven")
    first = StandardPageFactory(slug="plek", parent=above)
    rename(first, "elders")
    if arrives_by == "publishing":
        second = StandardPageFactory(slug="plek", parent=above)
    elif arrives_by == "renaming":
        second = StandardPageFactory(slug="anders", parent=above)
        rename(second, "plek")
    else:
        second = StandardPageFactory(slug="plek")
        second.move(Page.objects.get(pk=above.pk), pos="last-child")
    assert client.get("/boven/plek/").context["page"].pk == second.pk
    assert not Redirect.objects.filter(old_path="/boven/plek").exists()
    Page.objects.get(pk=second.pk).specific.unpublish()
    assert client.get("/boven/plek/").status_code == 404


def test_pages_below_one_that_comes_back_keep_their_addresses(client, rename) -> None:
    above = StandardPageFactory(slug="boven")
    below = StandardPageFactory(slug="onder", parent=above)
    rename(above, "hoger")
    rename(above, "boven")
    below.refresh_from_db()
    assert not Redirect.objects.filter(old_path="/boven/onder").exists()
    below.unpublish()
    assert client.get("/boven/onder/").status_code == 404


def test_an_address_leads_on_after_a_move(client) -> None:
    above, page = StandardPageFactory(slug="over-ons"), StandardPageFactory(slug="werkwijze")
    page.move(Page.objects.get(pk=above.pk), pos="last-child")
    assert client.get("/werkwijze/", follow=True).status_code == 200


def test_a_page_that_was_never_public_has_no_former_addresses(django_capture_on_commit_callbacks) -> None:
    draft = ExamplePageFactory(live=False, slug="groene-daken")
    with django_capture_on_commit_callbacks(execute=True):
        for slug in ("groene-daken-op", "groene-daken-op-het-gemeentehuis"):  # as autosave does while one types
            draft.slug = slug
            draft.save()
    above, other = StandardPageFactory(slug="boven"), StandardPageFactory(slug="onder", live=False)
    other.move(Page.objects.get(pk=above.pk), pos="last-child")
    assert not Redirect.objects.exists()


def test_a_page_that_was_public_before_is_found_again_at_its_new_address(client, rename) -> None:
    page = StandardPageFactory(slug="eerst")
    page.unpublish()
    page.refresh_from_db()
    rename(page, "later")
    assert client.get("/eerst/").url == "/later/"


def test_a_redirect_made_by_hand_keeps_its_own_rules(client) -> None:
    Redirect.add_redirect("/actie?van=folder", "https://example.org/actie?bron=folder")
    Redirect.add_redirect("/actie", "/voorbeelden/?thema=milieu#lijst")
    assert client.get("/actie?van=folder").url == "https://example.org/actie?bron=folder"
    assert client.get("/actie?pagina=2").url == "/voorbeelden/?thema=milieu&pagina=2#lijst"
    assert no_browser_keeps(client.get("/actie"))
