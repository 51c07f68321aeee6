"""Files with all of something: whole, at constant memory, harmless in a spreadsheet; and what is told of them."""

import csv
import gc
import gzip
import io
import json
import tracemalloc
from decimal import Decimal

import pytest
from django.db import transaction
from django.test import Client
from django.utils import timezone

from casestudies.models import ExamplePage
from casestudies.promises.models import Result
from livinglab.api import tasks
from livinglab.api.csv_cells import safe
from livinglab.api.dumps import EVERYTHING, Dump
from livinglab.api.models import FileSize
from livinglab.api.part_files import part_files
from livinglab.api.resources import base
from livinglab.search.models import SearchEntry
from tests.api.content import NAME, RESOURCES, case_study, example
from tests.factories import ExamplePageFactory, many_examples

pytestmark = pytest.mark.django_db
API = "/api/v1"


def fetch(name: str, status: int = 200, **headers: str):
    response = Client(headers=headers).get(f"{API}/{name}")
    assert response.status_code == status
    return response


def content(response) -> bytes:
    return b"".join(response.streaming_content)


def lines(name: str) -> list[dict]:
    return [json.loads(line) for line in content(fetch(name)).decode().splitlines()]


def rows(name: str) -> list[dict]:
    return list(csv.DictReader(io.StringIO(content(fetch(name)).decode(), newline="")))


class TestOneOfEach:
    """One of everything that there are files of."""

    def test_a_file_has_all_that_the_details_say(self, keys):
        for name in RESOURCES:
            told = lines(f"{name}.ndjson")
            detail = Client().get(f"{API}/{name}/{keys[name]}").json()
            assert detail in told
            assert len(told) == Client().get(f"{API}/{name}").json()["aantal"]
            table = rows(f"{name}.csv")
            assert len(table) == len(told)
            assert {row["self"] for row in table} == {one["links"]["self"] for one in told}
            assert all(None not in row and None not in row.values() for row in table)
        everything = lines(f"{EVERYTHING}.ndjson")
        assert {one["lijst"] for one in everything} == set(RESOURCES)
        assert len(rows(f"{EVERYTHING}.csv")) == len(everything)
        assert NAME not in json.dumps(everything, ensure_ascii=False)

    def test_what_a_story_has_many_of_has_a_table_of_its_own(self, client, keys):
        """One row each with the key of its story: nobody has to read JSON out of cells."""
        other = case_study(results=[Result(indicator="=1+1", unit="kg", promised=Decimal("-2.50"))])
        told = {one["id"]: one for one in lines("casestudies.ndjson")}
        for field, table in (("criteria", "criteria"), ("beloften", "beloften"), ("opvolging", "opvolging")):
            expected = [(key, part["id"]) for key, one in told.items() for part in one[field]]
            assert [(row["casestudy"], row["id"]) for row in rows(f"casestudies-{table}.csv")] == expected
            assert expected
        (formula,) = [row for row in rows("casestudies-beloften.csv") if row["indicator"] == "'=1+1"]
        assert (formula["beloofd"], formula["stand"]) == ("-2.5", "not_measured")  # a number stays one
        (clause,) = rows("voorbeelden-criteria.csv")
        assert clause["voorbeeld"] == lines("voorbeelden.ndjson")[0]["id"]
        assert [row["wat"] for row in rows("bijeenkomsten-afspraken.csv")] == ["Bellen"]
        # So no cell of any table holds JSON.
        for name in (*RESOURCES, EVERYTHING):
            table = rows(f"{name}.csv")
            assert not [cell for row in table for cell in row.values() if cell.startswith(("[", "{"))]
            assert "criteria" not in table[0]
        fetch("casestudies-beloften.ndjson", 404)
        fetch("casestudies-themas.csv", 404)
        tag = fetch("casestudies-beloften.csv").headers["ETag"]
        other.unpublish()
        assert "'=1+1" not in content(fetch("casestudies-beloften.csv", **{"If-None-Match": tag})).decode()
        assert f"{API}/casestudies-beloften.csv" in client.get("/open-data/").content.decode()
        described = client.get(f"{API}/openapi.json").json()["paths"]
        assert "/casestudies-opvolging.{vorm}" in described

    def test_a_picture_has_its_maker_and_licence_in_a_table(self, keys):
        page = ExamplePage.objects.get(translation_key=keys["voorbeelden"])
        page.picture.credit, page.picture.license = "Jo", "CC BY 4.0"
        page.picture.save()
        (row,) = rows("voorbeelden.csv")
        assert row["afbeelding"].startswith("http")
        assert (row["afbeeldingMaker"], row["afbeeldingLicentie"]) == ("Jo", "CC BY 4.0")


def test_what_is_withdrawn_is_in_no_file():
    page = example(title="Alleen voor ons")
    assert "Alleen voor ons" in content(fetch("alles.ndjson")).decode()
    page.unpublish()
    for name in ("alles.ndjson", "voorbeelden.csv", "criteria.ndjson"):
        assert "Alleen voor ons" not in content(fetch(name)).decode()


def test_a_file_can_be_packed_by_name_or_on_the_way():
    ExamplePageFactory()
    plain = content(fetch("voorbeelden.csv"))
    packed = fetch("voorbeelden.csv.gz")
    assert packed.headers["Content-Type"] == "application/gzip"
    assert "Content-Encoding" not in packed.headers
    assert gzip.decompress(content(packed)) == plain
    coded = fetch("voorbeelden.csv", **{"Accept-Encoding": "gzip, br"})
    assert coded.headers["Content-Encoding"] == "gzip"
    assert coded.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert "Accept-Encoding" in coded.headers["Vary"]
    assert gzip.decompress(content(coded)) == plain


def test_a_file_is_sent_again_only_if_something_in_it_changed():
    page = ExamplePageFactory()
    for name in ("voorbeelden.ndjson", "alles.csv", "themas.csv"):
        tag = fetch(name).headers["ETag"]
        fetch(name, 304, **{"If-None-Match": tag})
    tag = fetch("voorbeelden.ndjson").headers["ETag"]
    page.title = "Anders"
    page.save_revision().publish()
    changed = fetch("voorbeelden.ndjson", **{"If-None-Match": tag})
    page.unpublish()
    fetch("voorbeelden.ndjson", 200, **{"If-None-Match": changed.headers["ETag"]})


def test_no_cell_is_a_formula():
    for text in ("=1+1", "+31", "-2", "@SUM(A1)", "\t=1", "  =1", "\n=1", "\r=1"):
        assert safe(text) == f"'{text}"
    for text in ("", "a=1", "1-2", "https://example.org/"):
        assert safe(text) == text
    page = ExamplePageFactory(title='=HYPERLINK("http://x")', summary='@a,"b"\n;c')
    (row,) = [row for row in rows("voorbeelden.csv") if row["id"] == str(page.translation_key)]
    assert row["titel"] == '\'=HYPERLINK("http://x")'
    assert row["samenvatting"].startswith("'@a")


def test_files_that_there_are_not():
    for name in ("personen.csv", "voorbeelden.xml", "voorbeelden.csv.zip", "voorbeelden.ndjson/"):
        assert fetch(name, 404).headers["Content-Type"] == "application/problem+json"
    assert fetch("voorbeelden.csv?taal=fr", 400).json()["errors"][0]["parameter"] == "taal"
    assert fetch("voorbeelden.csv?taal=en").headers["Content-Language"] == "en"


def test_a_head_makes_nothing(django_assert_max_num_queries):
    many(20)
    with django_assert_max_num_queries(4):
        response = Client().head(f"{API}/voorbeelden.ndjson")
    assert response.status_code == 200
    assert response.headers["ETag"]
    assert not content(response)


def many(number: int) -> None:
    """Examples with their rows of the read model, past the index, which files do not ask."""
    many_examples(number)
    known = set(SearchEntry.objects.filter(kind="example").values_list("page_id", flat=True))
    SearchEntry.objects.bulk_create(
        SearchEntry(
            page_id=page.pk,
            language="nl",
            kind="example",
            title=page.title,
            sort_title=page.title.lower(),
            url_path=page.url_path,
            published_at=timezone.now(),
        )
        for page in ExamplePage.objects.exclude(pk__in=known).only("pk", "title", "url_path").iterator()
    )


def peak(number: int) -> int:
    """Bytes of memory that are held at most while the file is read, past what only waits to be collected."""
    gc.collect()
    gc.freeze()  # so that each look for garbage takes what is new only
    tracemalloc.start()
    most = total = 0
    for chunk in Dump.named("voorbeelden", "nl").chunks("ndjson"):
        total += len(chunk)
        gc.collect()
        most = max(most, tracemalloc.get_traced_memory()[0])
    tracemalloc.stop()
    assert total > 500 * number
    return most


@pytest.mark.slow
def test_memory_does_not_grow_with_the_file(monkeypatch):
    monkeypatch.setattr(base, "BATCH", 10)
    many(20)
    peak(20)  # what is read once and kept
    few = peak(20)
    many(140)
    assert peak(160) < 1.5 * few


@pytest.mark.thorough
def test_memory_does_not_grow_with_a_hundred_thousand():
    many(1000)
    peak(1000)
    few = peak(1000)
    for _ in range(33):
        many(3000)
    most = peak(100_000)
    transaction.set_rollback(True)  # now, or the references of all those rows are checked first, for nine minutes
    assert most < 1.5 * few


def test_the_page_for_people_has_lines_files_terms_and_sizes(client, django_assert_max_num_queries):
    ExamplePageFactory()
    tasks.measure_files(timestamp=0)
    assert FileSize.objects.count() == 2 * (len(RESOURCES) + 1) + len(part_files())
    response = client.get("/open-data/")
    page = response.content.decode()
    assert response.status_code == 200
    for name in (*RESOURCES, EVERYTHING):
        assert f"{API}/{name}.csv" in page
    assert "curl" in page
    assert "creativecommons.org/licenses/by/4.0" in page
    assert "DataCatalog" in page
    row = next(row for row in response.context["rows"] if row.name == "voorbeelden")
    assert row.number == SearchEntry.objects.filter(kind="example", language="nl").count()
    assert row.files[0].bytes == len(content(fetch("voorbeelden.csv")))
    assert client.get("/en/open-data/").status_code == 200
    for command in response.context["commands"]:
        path = command.line.split("'")[1].partition(API)[2]
        assert client.get(API + path).status_code == 200
    assert "/open-data/" in client.get("/sitemap-views.xml").content.decode()
    assert "Sitemap:" in client.get("/robots.txt").content.decode()


def test_catalogues_can_read_what_there_is(client):
    ExamplePageFactory()
    response = client.get(f"{API}/catalogus")
    assert response.headers["Content-Type"] == "application/ld+json"
    told = response.json()
    assert told["@type"] == "dcat:Catalog"
    assert len(told["dcat:dataset"]) == len(RESOURCES)
    addresses = [one["@id"] for dataset in told["dcat:dataset"] for one in dataset["dcat:distribution"]]
    assert len(addresses) == len(set(addresses)) == 2 * len(RESOURCES) + len(part_files())
    for dataset in told["dcat:dataset"]:
        # What DCAT-AP-NL asks of every dataset.
        for name in ("title", "description", "identifier", "publisher", "creator", "accessRights"):
            assert dataset[f"dct:{name}"]
        for name in ("contactPoint", "theme", "distribution"):
            assert dataset[f"dcat:{name}"]
        for distribution in dataset["dcat:distribution"]:
            assert distribution["dct:title"]["@value"]
            assert distribution["dct:license"] == {"@id": "https://creativecommons.org/licenses/by/4.0/"}
            address = distribution["dcat:downloadURL"]["@id"]
            assert client.head(address.partition("8000")[2]).status_code == 200


def test_a_page_says_on_what_terms(client):
    assert '<meta name="DCTERMS.license" content="https://creativecommons.org' in client.get("/").content.decode()
