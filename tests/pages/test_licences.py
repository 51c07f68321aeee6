"""On what terms a text, picture or document may be used: told wherever it is shown or given away."""

import json
import re

import pytest
from django.core.files.base import ContentFile
from wagtail.models import Collection, CollectionViewRestriction

from casestudies.case_parts import CaseStudyDocument
from livinglab.core.fields.licences import Licence, licence_name, licence_url
from livinglab.core.media.documents import LabDocument
from tests.api import content
from tests.factories import CaseStudyPageFactory, LabImageFactory

pytestmark = pytest.mark.django_db
BY_SA = "https://creativecommons.org/licenses/by-sa/4.0/"
SITE = "https://creativecommons.org/licenses/by/4.0/"
MAKERS = {
    "voorbeelden": content.example,
    "casestudies": content.case_study,
    "instrumenten": content.tool,
    "nieuws": content.news,
}


def described(page: str) -> dict:
    found = [json.loads(text) for text in re.findall(r'<script type="application/ld\+json"[^>]*>(.*?)</script>', page)]
    return next(one for one in found if one["@type"] == "Article")


def in_file(client, name: str) -> list[dict]:
    response = client.get(f"/api/v1/{name}.ndjson")
    return [json.loads(line) for line in b"".join(response.streaming_content).decode().splitlines()]


@pytest.mark.parametrize("name", MAKERS)
def test_a_text_of_somebody_else_says_whose_it_is_and_on_what_terms(client, name):
    page = MAKERS[name]()
    detail = f"/api/v1/{name}/{page.translation_key}"
    # Ours, as long as nobody says otherwise.
    shown = client.get(page.url).content.decode()
    assert "Overgenomen van" not in shown
    assert f'<meta name="DCTERMS.license" content="{SITE}">' in shown
    assert client.get(detail).json()["licentie"] == SITE

    tag = client.get(f"/api/v1/{name}.ndjson").headers["ETag"]
    page.taken_over_from, page.licence = "Expertisecentrum Zuid", Licence.BY_SA
    content.publish(page)
    shown = client.get(page.url).content.decode()
    assert "Overgenomen van" in shown
    assert "Expertisecentrum Zuid" in shown
    assert f'href="{BY_SA}" rel="license' in shown
    assert f'<meta name="DCTERMS.license" content="{BY_SA}">' in shown
    told = client.get(detail).json()
    assert (told["licentie"], told["overgenomenVan"]) == (BY_SA, "Expertisecentrum Zuid")
    (item,) = [one for one in client.get(f"/api/v1/{name}").json()["items"] if one["id"] == told["id"]]
    assert item["licentie"] == BY_SA
    assert told in in_file(client, name)

    page.licence = Licence.RESERVED
    content.publish(page)
    shown = client.get(page.url).content.decode()
    assert "Alle rechten voorbehouden" in shown
    assert "DCTERMS.license" not in shown
    assert client.get(detail).json()["licentie"] is None  # read it, and do not take it over
    assert client.get(f"/api/v1/{name}.ndjson", headers={"If-None-Match": tag}).status_code == 200
    for file in (name, "alles", "criteria"):
        assert str(page.translation_key) not in json.dumps(in_file(client, file))


def test_a_clause_that_is_copied_says_on_what_terms(client):
    page = content.example()
    page.taken_over_from, page.licence = "Expertisecentrum Zuid", Licence.BY_SA
    content.publish(page)
    ending = ", Expertisecentrum Zuid, CC BY-SA 4.0"
    (source,) = set(re.findall(r'data-copy-source="([^"]+)"', client.get(page.url).content.decode()))
    assert source.endswith(ending)
    key = page.criteria.get().uuid
    assert client.get(f"/api/v1/criteria/{key}").json()["bronvermelding"].endswith(ending)


def test_search_engines_read_the_licence_and_whom_to_name(client):
    page = content.example()
    page.picture.credit, page.picture.license = "Jo Tekenaar", "cc-by-nc 3.0"
    page.picture.save()
    told = described(client.get(page.url).content.decode())
    assert told["license"] == SITE
    assert "creditText" not in told
    assert told["image"]["creditText"] == "Jo Tekenaar"
    assert told["image"]["license"] == "https://creativecommons.org/licenses/by-nc/3.0/"
    page.taken_over_from, page.licence = "Expertisecentrum Zuid", Licence.RESERVED
    content.publish(page)
    told = described(client.get(page.url).content.decode())
    assert told["creditText"] == "Expertisecentrum Zuid"
    assert told["copyrightNotice"] == "alle rechten voorbehouden"
    assert "license" not in told


def test_a_picture_names_its_maker_on_every_page(client):
    meeting = content.meeting(picture=LabImageFactory())
    for page in (content.example(), content.case_study(), content.tool(), content.news(), meeting):
        page.picture.credit, page.picture.license = f"Maker van {page.pk}", "CC BY 4.0"
        page.picture.save()
        assert f"Beeld: Maker van {page.pk}, CC BY 4.0" in client.get(page.url).content.decode(), page


def test_a_document_has_a_licence_of_its_own(client):
    page = CaseStudyPageFactory()
    closed = Collection.get_first_root_node().add_child(name="Besloten")
    CollectionViewRestriction.objects.create(collection=closed, restriction_type="login")
    shared, theirs, private = (
        LabDocument.objects.create(title=title, file=ContentFile(b"tekst", "tekst.txt"), **fields)
        for title, fields in (
            ("Bestek", {}),
            ("Norm", {"licence": Licence.RESERVED}),
            ("Notitie", {"collection": closed}),
        )
    )
    for document in (shared, theirs, private):
        CaseStudyDocument.objects.create(case_study=page, document=document)
    content.publish(page)
    shown = re.sub(r"\s+", " ", client.get(page.url).content.decode())
    assert "bytes, alle rechten voorbehouden)" in shown
    told = client.get(f"/api/v1/casestudies/{page.translation_key}").json()["documenten"]
    assert [(one["titel"], one["licentie"]) for one in told] == [("Bestek", SITE), ("Norm", None)]


@pytest.mark.parametrize(
    ("name", "url"),
    [
        ("CC BY 4.0", SITE),
        ("cc-by-sa-4.0", BY_SA),
        ("CC BY-NC-ND", "https://creativecommons.org/licenses/by-nc-nd/4.0/"),
        ("CC0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        ("met toestemming", ""),
        ("CC BY 4.0 behalve het logo", ""),
        ("", ""),
    ],
)
def test_a_licence_is_known_by_its_name(name, url):
    assert licence_url(name) == url


def test_every_open_licence_has_one_address_and_one_name():
    for licence in Licence:
        if licence != Licence.RESERVED:
            assert licence_name(licence_url(licence.label)) == licence.label
