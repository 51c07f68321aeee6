"""A document keeps its addresses, whatever its file is called now, and is never taken for a former file."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.models import Collection, CollectionViewRestriction

from livinglab.core.media.documents import LabDocument
from livinglab.provision.roles import EDITOR, MODERATOR
from tests.people import client_of, somebody

pytestmark = pytest.mark.django_db


def pdf(name: str, text: str = "") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, f"%PDF-1.7\n{text}".encode())


@pytest.fixture
def document() -> LabDocument:
    return LabDocument.objects.create(title="Verslag", file=pdf("verslag-concept.pdf", "eerst"))


def replace(document: LabDocument, file: SimpleUploadedFile, door: str) -> None:
    if door == "admin":
        answer = client_of(somebody(MODERATOR, file.name[:-4])).post(
            reverse("wagtaildocs:edit", args=[document.pk]),
            {"title": "Verslag", "collection": document.collection_id, "tags": "", "file": file},
        )
        assert answer.status_code == 302
    else:
        document.file = file
        document.save(**({"update_fields": ["file"]} if door == "only the file" else {}))


@pytest.mark.parametrize("door", ["admin", "save", "only the file"])
def test_former_addresses_lead_to_the_present_file(client, document, door) -> None:
    addresses = [document.url]
    for number, name in enumerate(["verslag-definitief.pdf", "verslag-2026.pdf"]):
        replace(document, pdf(name, f"versie {number}"), door)
        document = LabDocument.objects.get(pk=document.pk)
        addresses.append(document.url)
    assert len(set(addresses)) == 3
    for address in addresses:
        answer = client.get(address)
        assert answer.status_code == 200
        assert b"versie 1" in b"".join(answer.streaming_content)
        assert document.filename in answer["Content-Disposition"]


def test_a_name_that_the_document_never_had_is_no_address(client, document) -> None:
    # Otherwise whoever counts from 1 reads what nobody has linked to yet.
    assert client.get(reverse("wagtaildocs_serve", args=[document.pk, "raden.pdf"])).status_code == 404
    assert client.get(reverse("wagtaildocs_serve", args=[document.pk + 1, "verslag.pdf"])).status_code == 404


def test_a_replaced_file_is_never_taken_for_the_former(client, document) -> None:
    first = client.get(document.url)
    assert first["ETag"] not in ('""', "")
    replace(document, pdf("verslag.pdf", "anders"), "save")
    again = client.get(document.url, headers={"if-none-match": first["ETag"]})
    assert again.status_code == 200
    assert again["ETag"] != first["ETag"]
    assert client.get(document.url, headers={"if-none-match": again["ETag"]}).status_code == 304


def test_neither_is_one_that_an_older_release_stored_without_its_hash(client, document) -> None:
    LabDocument.objects.filter(pk=document.pk).update(file_hash="")
    assert client.get(document.url)["ETag"] not in ('""', "")


def test_the_headers_say_what_is_true(client, document) -> None:
    answer = client.get(document.url)
    assert "Content-Encoding" not in answer.headers
    assert answer["Content-Type"] == "application/pdf"


def test_a_private_document_is_kept_by_no_cache(client) -> None:
    closed = Collection.get_first_root_node().add_child(name="Besloten")
    CollectionViewRestriction.objects.create(collection=closed, restriction_type=CollectionViewRestriction.LOGIN)
    document = LabDocument.objects.create(title="Besloten", file=pdf("geheim.pdf"), collection=closed)
    replace(document, pdf("geheimer.pdf"), "save")
    former = reverse("wagtaildocs_serve", args=[document.pk, "geheim.pdf"])
    for address in (former, document.url):
        assert client.get(address).status_code == 302  # log in first
        answer = client_of(somebody(EDITOR, address[-12:-4])).get(address)
        assert answer.status_code == 200
        assert "private" in answer["Cache-Control"]
        assert "no-store" in answer["Cache-Control"]


@pytest.mark.parametrize("name", ["😀.pdf", "...pdf", "  .pdf"])
def test_a_file_whose_name_is_nothing_but_its_kind_gets_one(name) -> None:
    document = LabDocument(title="Verslag")
    document.file.save(name, ContentFile(b"%PDF-1.7\n"), save=False)
    document.save()
    assert document.filename.partition(".")[0]
