"""A case study as a PDF: read back, of local files alone, and never more of them at once than the machine bears."""

import io
import re
import subprocess
from collections.abc import Iterator

import pytest
from django.core.cache import cache
from pypdf import PdfReader
from wagtail.models import PageViewRestriction

from casestudies.models import CaseStudyPage
from livinglab.core.media import pdf
from livinglab.core.media.pdf_process import LocalFetcher, RefusedError, render
from tests.factories import CaseStudyPageFactory, LabImageFactory, PersonFactory

needs_weasyprint = pytest.mark.skipif(not pdf.is_available(), reason="no WeasyPrint or no Pango on this machine")

CLAUSE = "Inschrijver geeft per mengsel het percentage hergebruikt asfalt op."


@pytest.fixture(autouse=True)
def no_pdf_kept():
    cache.clear()


def case_study(**fields) -> CaseStudyPage:
    page = CaseStudyPageFactory(title="Asfalt met een paspoort", picture=LabImageFactory(), costs=14_000, **fields)
    page.criteria.create(kind="requirement", text=CLAUSE)
    page.results.create(indicator="Hergebruikt asfalt", unit="%", promised=50, realised=61)
    page.save_revision().publish()
    return page


def alternative_texts(element) -> Iterator[str | None]:
    """The alternative text of each figure in the tags of a PDF; None for one that has none."""
    element = element.get_object()
    if isinstance(element, list):
        for child in element:
            yield from alternative_texts(child)
    elif isinstance(element, dict):
        if element.get("/S") == "/Figure":
            yield element.get("/Alt")
        yield from alternative_texts(element["/K"]) if "/K" in element else ()


# -- What is in it ----------------------------------------------------------------------------------
@needs_weasyprint
@pytest.mark.slow
@pytest.mark.django_db
def test_it_is_read_back_with_title_language_tags_clauses_and_figures(client):
    page = case_study(contact=PersonFactory(name="Saïda Test"))
    assert f'href="{page.url}pdf/"' in client.get(page.url).content.decode()
    answer = client.get(f"{page.url}pdf/")
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    assert answer["Content-Disposition"] == f'inline; filename="{page.slug}.pdf"'
    read = PdfReader(io.BytesIO(answer.content))
    root = read.trailer["/Root"]
    assert read.metadata.title == "Asfalt met een paspoort"
    assert (root["/Lang"], root["/MarkInfo"]["/Marked"]) == ("nl", True)
    assert "/StructTreeRoot" in root
    text = re.sub(r"\s+", " ", " ".join(sheet.extract_text() for sheet in read.pages)).replace("\u00ad", "")
    for words in (
        CLAUSE,
        "€ 14.000",
        "De planning liep uit.",
        "Saïda Test",
        "Hergebruikt asfalt",
        "61 % gehaald",
        page.full_url,
    ):
        assert words in text, words
    assert any(image for sheet in read.pages for image in sheet.images)
    said = list(alternative_texts(root["/StructTreeRoot"]))
    assert None not in said, "a picture or chart that says nothing to who cannot see it"
    assert {"Hergebruikt asfalt: 50 % beloofd", "Hergebruikt asfalt: 61 % gehaald"} <= {
        text.replace("\u00a0", " ") for text in said
    }
    # The same again, and for who has it already.
    assert client.get(f"{page.url}pdf/", headers={"If-None-Match": answer["ETag"]}).status_code == 304
    cache.set("pdf-slot:0", True)
    cache.set("pdf-slot:1", True)
    assert client.get(f"{page.url}pdf/").content == answer.content


@needs_weasyprint
@pytest.mark.django_db
def test_the_media_directory_may_be_a_path_or_a_text(client, monkeypatch, settings):
    settings.MEDIA_ROOT = str(settings.MEDIA_ROOT)
    monkeypatch.setattr(subprocess, "run", lambda *args, **options: subprocess.CompletedProcess(args, 0, b"%PDF", b""))
    assert client.get(f"{CaseStudyPageFactory().url}pdf/").status_code == 200


@needs_weasyprint
@pytest.mark.django_db
def test_it_is_made_anew_as_soon_as_anything_on_the_page_changes(client, monkeypatch):
    made = []
    monkeypatch.setattr(pdf, "_render", lambda html: made.append(html) or b"%PDF")
    person = PersonFactory(name="Saïda Test")
    page = case_study(contact=person)
    client.get(f"{page.url}pdf/")
    client.get(f"{page.url}pdf/")
    assert len(made) == 1
    person.consent_to_show = False
    person.save()
    client.get(f"{page.url}pdf/")
    assert len(made) == 2
    assert "Saïda Test" not in made[1]


# -- Where there is none ----------------------------------------------------------------------------
@pytest.mark.django_db
def test_without_weasyprint_there_is_no_link_and_no_address(client, monkeypatch):
    monkeypatch.setattr(pdf, "is_available", lambda: False)
    page = CaseStudyPageFactory()
    assert "/pdf/" not in client.get(page.url).content.decode()
    assert client.get(f"{page.url}pdf/").status_code == 404


@needs_weasyprint
@pytest.mark.django_db
def test_who_comes_while_others_are_made_is_asked_to_come_back(client):
    page = CaseStudyPageFactory()
    for number in range(pdf.AT_ONCE):
        cache.set(f"pdf-slot:{number}", True)
    answer = client.get(f"{page.url}pdf/")
    assert (answer.status_code, answer["Retry-After"]) == (503, str(pdf.RETRY_AFTER))


@needs_weasyprint
@pytest.mark.django_db
def test_one_that_takes_too_long_ends_and_leaves_room_for_the_next(client, monkeypatch):
    def take_too_long(*args, **options):
        raise subprocess.TimeoutExpired("pdf", pdf.TIMEOUT)

    monkeypatch.setattr(subprocess, "run", take_too_long)
    page = CaseStudyPageFactory()
    for _ in range(pdf.AT_ONCE + 1):
        assert client.get(f"{page.url}pdf/").status_code == 503
    assert not any(cache.get(f"pdf-slot:{number}") for number in range(pdf.AT_ONCE))


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["pdf/pdf/", "docx/", "pdf/x/"])
def test_no_other_address_below_a_case_study_is_a_page(client, path):
    assert client.get(f"{CaseStudyPageFactory().url}{path}").status_code == 404


@pytest.mark.django_db
def test_it_is_as_private_as_its_page(client):
    page = CaseStudyPageFactory()
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    assert client.get(f"{page.url}pdf/").status_code == 302
    page.unpublish()
    assert client.get(f"{page.url}pdf/").status_code == 404


@pytest.mark.django_db
def test_nothing_is_sent_to_it(client):
    assert client.post(f"{CaseStudyPageFactory().url}pdf/").status_code in {404, 405}


# -- Local files only -------------------------------------------------------------------------------
@needs_weasyprint
@pytest.mark.parametrize(
    "address",
    [
        "http://169.254.169.254/latest/meta-data/",
        "https://lab.example/admin/",
        "https://lab.example/static/../secret.txt",
        "https://lab.example/static/%2e%2e/secret.txt",
        "https://lab.example/static/..%2fsecret.txt",
        "https://lab.example/static/link.txt",
        "https://lab.example.evil/static/a.css",
        "https://lab.example/static/",
        "file:///etc/passwd",
        "data:text/css,body{}",
        "ftp://lab.example/static/a.css",
    ],
)
def test_nothing_but_a_file_of_the_site_is_fetched(tmp_path, address):
    static = tmp_path / "static"
    static.mkdir()
    (static / "a.css").write_text("body {}")
    (tmp_path / "secret.txt").write_text("secret")
    (static / "link.txt").symlink_to(tmp_path / "secret.txt")
    fetcher = LocalFetcher([("https://lab.example/static/", str(static))])
    assert fetcher.fetch("https://lab.example/static/a.css?v=1").read() == b"body {}"
    with pytest.raises(RefusedError):
        fetcher.fetch(address)


@needs_weasyprint
@pytest.mark.slow
def test_a_document_that_names_other_places_becomes_a_pdf_without_them(monkeypatch):
    def connect(*args, **options):
        raise AssertionError("a connection was opened")

    monkeypatch.setattr("socket.create_connection", connect)
    monkeypatch.setattr("socket.socket.connect", connect)
    html = """<!doctype html><html lang="nl"><head><title>Proef</title>
      <link rel="stylesheet" href="http://127.0.0.1:9/a.css"><style>@import "file:///etc/passwd";</style></head>
      <body><p>Tekst</p><img src="http://127.0.0.1:9/a.png" alt="x"><object data="file:///etc/passwd"></object></body></html>"""
    read = PdfReader(io.BytesIO(render(html, "https://lab.example/", [])))
    text = read.pages[0].extract_text()
    assert "Tekst" in text
    assert "root:" not in text
