"""What a role may do to vocabularies. Which addresses it may open stands in `tests/test_role_matrix.py`."""

import pytest
from django.urls import reverse

from livinglab.provision import roles
from livinglab.taxonomy.models import LabTag
from tests.factories import TagFactory
from tests.people import EVERYBODY, client_of, somebody

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", EVERYBODY)
def test_only_who_manages_vocabularies_merges_tags(role):
    stays, goes = TagFactory(), TagFactory()
    address = reverse("wagtail_bulk_action", args=["taxonomy", "labtag", "merge"])
    client_of(somebody(role)).post(f"{address}?id={stays.pk}&id={goes.pk}", {"into": stays.pk})
    merged = not LabTag.objects.filter(pk=goes.pk).exists()
    assert merged is (role in {roles.MODERATOR, roles.ADMINISTRATOR})
    assert LabTag.objects.filter(pk=stays.pk).exists()
