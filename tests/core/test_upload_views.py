"""Uploading in the admin, and what a visitor gets when downloading."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.models import UploadedFile

from livinglab.core.media.documents import LabDocument
from livinglab.core.media.images import LabImage
from livinglab.provision.roles import EDITOR
from tests.core.test_uploads import photograph
from tests.people import client_of, somebody

pytestmark = pytest.mark.django_db


def send(client, kind: str, file) -> dict:
    return json.loads(client.post(reverse(f"{kind}:add_multiple"), {"title": "Weg", "files[]": file}).content)


def test_a_picture_waits_for_its_description_and_the_upload_is_kept():
    client = client_of(somebody(EDITOR))
    first = send(client, "wagtailimages", photograph())
    assert first["success"]
    assert LabImage.objects.count() == 0
    upload = UploadedFile.objects.get(pk=first["uploaded_file_id"])
    address = reverse("wagtailimages:create_multiple_from_uploaded_image", args=[upload.pk])
    prefix = f"uploaded-image-{upload.pk}"
    refused = json.loads(client.post(address, {f"{prefix}-title": "Weg", f"{prefix}-description": ""}).content)
    assert not refused["success"]
    accepted = json.loads(client.post(address, {f"{prefix}-title": "Weg", f"{prefix}-description": "Een weg"}).content)
    assert accepted["success"]
    image = LabImage.objects.get()
    assert (image.description, image.alt_text, image.width) == ("Een weg", "Een weg", 60)


def choose(client, **fields):
    data = {f"image-chooser-upload-{name}": value for name, value in fields.items()}
    return json.loads(client.post(reverse("wagtailimages_chooser:create"), data).content)


def test_the_chooser_refuses_a_picture_without_description_unless_it_is_decoration():
    client = client_of(somebody(EDITOR))
    refused = choose(client, title="Weg", file=photograph())
    assert refused["step"] == "reshow_creation_form"
    assert "Beschrijf" in refused["htmlFragment"] or "Describe" in refused["htmlFragment"]
    assert choose(client, title="Rand", file=photograph(), is_decorative="on")["step"] != "reshow_creation_form"
    assert LabImage.objects.get().alt_text == ""


@pytest.mark.parametrize(
    "file",
    [
        SimpleUploadedFile("kwaad.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"),
        SimpleUploadedFile("kwaad.jpg", b"<html><script>alert(1)</script></html>"),
        SimpleUploadedFile("kwaad.png", photograph().read()),
        SimpleUploadedFile("kwaad.html", photograph().read()),
    ],
    ids=["svg", "html as jpg", "jpg as png", "jpg as html"],
)
def test_what_is_no_picture_is_refused(file):
    answer = send(client_of(somebody(EDITOR)), "wagtailimages", file)
    assert not answer["success"]
    assert UploadedFile.objects.count() == LabImage.objects.count() == 0


def test_a_picture_that_is_too_large_is_refused(settings):
    settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE = 100
    assert not send(client_of(somebody(EDITOR)), "wagtailimages", photograph(size=(600, 400)))["success"]


@pytest.mark.parametrize("name", ["kwaad.html", "kwaad.svg", "kwaad.exe", "kwaad.pdf", "kwaad.docx"])
def test_what_is_no_document_is_refused(name):
    file = SimpleUploadedFile(name, b"<html><script>alert(1)</script></html>")
    assert not send(client_of(somebody(EDITOR)), "wagtaildocs", file)["success"]
    assert LabDocument.objects.count() == 0


def test_a_document_is_a_download_that_no_browser_interprets(client):
    file = SimpleUploadedFile("notitie.pdf", b"%PDF-1.7\n")
    assert send(client_of(somebody(EDITOR)), "wagtaildocs", file)["success"]
    response = client.get(LabDocument.objects.get().url)
    assert response.status_code == 200
    assert response["Content-Disposition"].startswith("attachment")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in response["Content-Security-Policy"]
    assert not response.cookies
