"""Small demos: a few items, with pictures of one colour, so that a test takes a second."""

import io
from concurrent.futures import Future
from contextlib import contextmanager

import pytest
from PIL import Image

from livinglab.demo import files, loading

ONE_OF_EACH = (
    "organisation:gemeente-voorbeeldum",
    "organisation:pianoo",
    "person:samir-testenberg",
    "person:wouter-maquette",
    "person:pien-anoniem",
    "home:nl",
    "page:nl.contact",
    "page:en.contact",
    "tool:opvolgkalender",
    "example:oud-asfalt-blijft-in-de-gemeente",
    "example:sporthal-die-energie-overhoudt",
    "example:warmtepomp-die-te-klein-was",
    "case_study:asfalt-met-een-paspoort",
    "meeting:inspiratiesessie-mvoi-2024",
    "meeting:sporthallen-die-energie-opleveren",
    "news:zomer-van-de-meting",
)


def one_colour() -> bytes:
    """A PNG that is quick to make."""
    picture = io.BytesIO()
    Image.new("RGB", (30, 20), "#0b4f5c").save(picture, "PNG")
    return picture.getvalue()


@pytest.fixture
def take(monkeypatch, settings, tmp_path):
    """`take(*keys)` makes `load` take only these items; no picture is rendered."""

    @contextmanager
    def not_rendered(files):
        picture: Future[bytes] = Future()
        picture.set_result(one_colour())
        yield dict.fromkeys(files, picture)

    def choose(*keys: str) -> None:
        chosen = tuple(item for item in files.everything() if item.key in keys)
        assert len(chosen) == len(keys)
        monkeypatch.setattr(loading, "everything", lambda: chosen)

    monkeypatch.setattr(loading, "rendered", not_rendered)
    settings.MEDIA_ROOT = tmp_path
    choose(*ONE_OF_EACH)
    return choose
