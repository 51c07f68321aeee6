"""Addresses of static files."""

from pathlib import Path

import pytest
from django.contrib.staticfiles.storage import StaticFilesStorage
from django.core.files.storage import FileSystemStorage

from livinglab.core.http.static_urls import SiteStaticFilesStorage


@pytest.fixture(autouse=True)
def _not_developing(settings):
    settings.DEBUG = False


def collect(storage: SiteStaticFilesStorage, folder: Path, text: str) -> None:
    (folder / "a.css").write_text(text)
    source = FileSystemStorage(folder)
    storage.delete("a.css")
    with source.open("a.css") as file:
        StaticFilesStorage.save(storage, "a.css", file)
    assert [result for *_names, result in storage.post_process({"a.css": (storage, "a.css")})] == [True]


def test_an_address_is_that_of_the_file_that_was_collected_last(tmp_path):
    (tmp_path / "sources").mkdir()
    storage = SiteStaticFilesStorage(location=tmp_path / "collected", base_url="/static/")
    collect(storage, tmp_path / "sources", "a {}")
    first = storage.url("a.css")
    assert storage.url("a.css") == first
    collect(storage, tmp_path / "sources", "b {}")
    second = storage.url("a.css")
    assert first != second
    assert (tmp_path / "collected" / second.removeprefix("/static/")).read_text() == "b {}"
