"""Pages come compressed, but never one that depends on a cookie."""

import gzip

import brotli
import pytest
from django.http import HttpResponse

from livinglab.core.http.compression import SMALLEST, CompressionMiddleware, best_coding

TEXT = "Hergebruikt asfalt. " * SMALLEST
READ = {"br": brotli.decompress, "gzip": gzip.decompress}


def answer(rf, response: HttpResponse, accepted: str = "gzip, deflate, br, zstd") -> HttpResponse:
    return CompressionMiddleware(lambda request: response)(rf.get("/", headers={"accept-encoding": accepted}))


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [
        ("gzip, deflate, br", "br"),
        ("GZIP", "gzip"),
        ("br;q=0, gzip;q=0.5", "gzip"),
        ("br;q=0.000", None),
        ("identity", None),
        ("", None),
        (",;q=,", None),
    ],
)
def test_the_visitor_says_which_coding(accepted, coding):
    assert best_coding(accepted) == coding


@pytest.mark.parametrize("coding", READ)
def test_a_page_comes_small_and_whole(rf, coding):
    response = answer(rf, HttpResponse(TEXT, headers={"ETag": '"1"'}), coding)
    assert response["Content-Encoding"] == coding
    assert int(response["Content-Length"]) == len(response.content) < len(TEXT) / 10
    assert READ[coding](response.content).decode() == TEXT
    assert response["Vary"] == "Accept-Encoding"
    assert response["ETag"] == 'W/"1"'


def with_cookie() -> HttpResponse:
    response = HttpResponse(TEXT)
    response.set_cookie("csrftoken", "secret")
    return response


@pytest.mark.parametrize(
    "response",
    [
        HttpResponse(TEXT, headers={"Vary": "Cookie"}),
        with_cookie(),
        HttpResponse("Kort."),
        HttpResponse(TEXT, content_type="image/png"),
        HttpResponse(TEXT, headers={"Content-Encoding": "zstd"}),
    ],
    ids=["depends on a cookie", "sets a cookie", "short", "a picture", "compressed already"],
)
def test_other_answers_stay_as_they_are(rf, response):
    assert answer(rf, response).content in {TEXT.encode(), b"Kort."}


@pytest.mark.django_db
def test_a_reader_gets_a_compressed_page_and_a_form_is_not_compressed(client):
    accept = {"accept-encoding": "br"}
    assert client.get("/", headers=accept)["Content-Encoding"] == "br"
    assert "Content-Encoding" not in client.get("/beheer/login/", headers=accept)
