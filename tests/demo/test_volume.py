"""Examples by the thousand: made in bulk, and yet what a list says of them is true."""

import pytest
from django.core.management import call_command

from casestudies.models import ExampleIndexPage, ExamplePage
from livinglab.demo.builders.workshop import index_of
from livinglab.demo.removing import remove
from livinglab.demo.volume import make_examples
from livinglab.search.models import SearchEntry, StaleSource
from livinglab.search.rebuild import rebuild_index

pytestmark = pytest.mark.django_db

FIELDS = ("page_id", "title", "summary", "highlight", "body", "facets", "url_path", "date", "image_id")


def entries() -> list[tuple]:
    return list(SearchEntry.objects.filter(kind="example").order_by("page_id").values_list(*FIELDS))


def test_their_search_entries_are_those_of_a_rebuild() -> None:
    make_examples(12)
    made = entries()
    rebuild_index()
    assert len(made) == 12
    assert made == entries()
    assert not StaleSource.objects.exists()


def test_they_are_sound_pages_of_the_tree() -> None:
    make_examples(3)
    make_examples(2)
    index = index_of(ExampleIndexPage)
    assert index.get_children().count() == index.numchild == 5
    assert ExamplePage.find_problems() == ([], [], [], [], [])
    for page in ExamplePage.objects.all():
        page.full_clean()
        assert 1 <= page.themes.count() <= 3
        assert "voorbeeldinhoud" in page.tags.names()


def test_the_same_seed_gives_the_same_and_another_gives_others() -> None:
    def titles(seed: int) -> list[str]:
        make_examples(5, seed=seed)
        made = list(ExamplePage.objects.order_by("path").values_list("title", flat=True))
        remove()
        return made

    assert titles(1) == titles(1)
    assert titles(1) != titles(2)


def test_they_go_with_the_demo(capsys) -> None:
    call_command("demo_content", "--examples", "4", "--seed", "3")
    assert "Added 4 examples." in capsys.readouterr().out
    assert remove().kept == []
    assert not ExamplePage.objects.exists()
    assert not SearchEntry.objects.filter(kind="example").exists()
    assert index_of(ExampleIndexPage).numchild == 0
