"""The site can serve pictures itself, and never gives away a document that way."""

import pytest
from django.conf import settings
from django.core.files.storage import default_storage

pytestmark = pytest.mark.django_db  # the page that says that nothing was found

PRIVATE = "documents/intern.txt"


@pytest.fixture(autouse=True)
def files():
    """A picture and a document, as uploads lie there."""
    names = ["images/plaatje.webp", PRIVATE]
    for name in names:
        path = settings.MEDIA_ROOT / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("inhoud")
    yield
    for name in names:
        default_storage.delete(name)


def test_a_picture_is_served_and_may_be_kept(client):
    answer = client.get("/media/images/plaatje.webp")
    assert answer.status_code == 200
    assert b"".join(answer.streaming_content) == b"inhoud"
    assert answer["Cache-Control"] == "public, max-age=3600"
    assert answer["X-Content-Type-Options"] == "nosniff"
    again = client.get("/media/images/plaatje.webp", headers={"If-Modified-Since": answer["Last-Modified"]})
    assert again.status_code == 304


@pytest.mark.parametrize(
    "path",
    [PRIVATE, f"/{PRIVATE}", f"./{PRIVATE}", f"images/../{PRIVATE}", "Documents/intern.txt", f"images/..//./{PRIVATE}"],
)
def test_a_document_is_not(client, path):
    assert client.get(f"/media/{path}").status_code == 404


@pytest.mark.parametrize("path", ["", "images", "images/", "../pyproject.toml", "images/../../pyproject.toml"])
def test_neither_is_a_directory_or_what_lies_elsewhere(client, path):
    assert client.get(f"/media/{path}").status_code in {400, 404}


def test_nothing_is_written_there(client):
    assert client.post("/media/images/plaatje.webp").status_code == 405
