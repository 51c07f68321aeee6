"""One query for the small tables around a page: the same objects as Django's own queries give."""

import datetime as dt

import pytest
from django.db.models import Model

from events.models import MeetingContributor, MeetingPage, MeetingRelatedPage, ProgrammeItem
from livinglab.core.together import read_together
from tests.factories import MeetingPageFactory, OrganisationFactory, PersonFactory, ThemeFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def stored():
    page = MeetingPageFactory(themes=[ThemeFactory(), ThemeFactory()], tags=["asfalt", "beton"])
    ProgrammeItem.objects.create(page=page, time=dt.time(13, 30), title="Uitleg van 'alles' \\ %s \u2603", sort_order=1)
    ProgrammeItem.objects.create(page=page, time=dt.time(13, 0), title="Welkom", sort_order=0)
    MeetingContributor.objects.create(page=page, person=PersonFactory(), sort_order=0)
    MeetingContributor.objects.create(page=page, organisation=OrganisationFactory(), sort_order=1)
    MeetingRelatedPage.objects.create(meeting=page, page=page.get_parent())
    return page


def values(row: Model) -> dict[str, object]:
    return {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}


def test_the_objects_are_those_of_the_orm(stored, django_assert_num_queries):
    plain, quick = (MeetingPage.objects.get(pk=stored.pk) for _time in range(2))
    with django_assert_num_queries(1):
        read_together(quick, MeetingPage.SHOWN)
        shown = {
            name: [values(row) for row in getattr(quick, name).all()]
            for name in ("themes", "programme_items", "contributors", "documents")
        }
        tags = [tag.name for tag in quick.tags.all()]
        people = [
            (values(row.person) if row.person else None, values(row.organisation) if row.organisation else None)
            for row in quick.contributors.all()
        ]
        category = values(quick.category)
        links = [link.page.url_path for link in quick.related_pages.all()]
    assert shown == {name: [values(row) for row in getattr(plain, name).all()] for name in shown}
    assert tags == ["asfalt", "beton"]
    assert people == [
        (values(row.person) if row.person else None, values(row.organisation) if row.organisation else None)
        for row in plain.contributors.all()
    ]
    assert category == values(plain.category)
    assert links == [stored.get_parent().url_path]


def test_a_page_without_parts(django_assert_num_queries):
    page = MeetingPage.objects.get(pk=MeetingPageFactory(category=None, themes=[]).pk)
    with django_assert_num_queries(1):
        read_together(page, MeetingPage.SHOWN)
        assert page.category is None
        assert [*page.themes.all(), *page.programme_items.all(), *page.tags.all()] == []


def test_what_an_editor_has_in_the_form_is_left_alone(stored):
    draft = MeetingPage.objects.get(pk=stored.pk)
    draft.programme_items = [ProgrammeItem(time=dt.time(9), title="Nog niet bewaard")]
    read_together(draft, MeetingPage.SHOWN)
    assert [item.title for item in draft.programme_items.all()] == ["Nog niet bewaard"]
