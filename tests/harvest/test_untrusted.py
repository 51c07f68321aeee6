"""What comes from elsewhere is untrusted: only plain text, only links to the lab itself, never our own network."""

import json
import threading
import time
import uuid
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from django.test import override_settings
from django.utils import translation

from livinglab.core.fields.licences import licence_name
from livinglab.harvest import http
from livinglab.harvest.http import FetchError, fetch, is_public
from livinglab.harvest.reading import UnreadableError, read_detail, read_part

pytestmark = pytest.mark.usefixtures("in_english")
ORIGIN, PATH = "https://zuid.example", "/api/v1/voorbeelden"


@pytest.fixture
def in_english():
    """What went wrong is told in the site's first language."""
    with translation.override("en"):
        yield


def item(**fields):
    return {
        "id": str(uuid.uuid4()),
        "titel": "Asfalt",
        "links": {"self": f"{ORIGIN}{PATH}/1", "pagina": f"{ORIGIN}/voorbeelden/asfalt/"},
        **fields,
    }


def read(*items, following=None):
    content = json.dumps({"items": items, "links": {"volgende": following}}).encode()
    return read_part(content, origin=ORIGIN, list_path=PATH)


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("<script>alert(1)</script>Weg", "alert(1)Weg"),
        ("<b>Weg</b> &amp; berm", "Weg & berm"),
        ("Weg\u202e\u200b\x00 op\r\nde  dijk", "Weg op de dijk"),
        ("=HYPERLINK(1)", "=HYPERLINK(1)"),
        ("a" * 9000, "a" * 255),
    ],
)
def test_a_title_is_one_line_of_plain_text(sent, kept):
    (story,) = read(item(titel=sent)).stories
    assert story.title == kept


@pytest.mark.parametrize(
    "bad",
    [
        {"titel": ""},
        {"titel": 7},
        {"titel": "\u200b"},
        {"id": "geen uuid"},
        {"id": None},
        {"links": None},
        {"links": {"pagina": "javascript:alert(1)"}},
        {"links": {"pagina": "https://elders.example/"}},
        {"links": {"pagina": "https://zuid.example@elders.example/"}},
        {"links": {"pagina": "https://zuid.example.elders.example/"}},
        {"links": {"pagina": "https://[zuid/"}},
        {"links": {"pagina": "https://zuid.example/" + "a" * 500}},
        {"links": {"pagina": "https://zuid.example/\n"}},
    ],
)
def test_what_is_no_story_is_left_out_and_counted(bad):
    part = read(item(), item(**bad), "tekst", None)
    assert (len(part.stories), part.skipped) == (1, 3)


def test_odd_values_are_left_empty():
    (story,) = read(
        item(
            jaar=10**30,
            samenvatting=["a"],
            uitgelicht={"a": 1},
            gepubliceerd="gisteren",
            gewijzigd="9999-01-01T00:00:00Z",
            licentie="javascript:1",
            themas=[{"code": "<i>x</i>" * 90}, 7, {"naam": "zonder code"}, {"code": "a", "naam": None}] * 40,
            categorie="a",
        )
    ).stories
    assert (story.year, story.summary, story.highlight, story.published_at, story.licence) == (None, "", "", None, "")
    assert story.updated_at.year < 2100
    assert all(len(code) <= 80 and "<" not in code for code, _name in story.labels["theme"])
    assert "category" not in story.labels


def test_a_detail_is_plain_text_of_bounded_length():
    key, url = uuid.uuid4(), f"{ORIGIN}/voorbeelden/asfalt/"
    clause = {"id": str(uuid.uuid4()), "soort": {"code": "award", "naam": "a"}, "tekst": "<b>Een</b>\n\n=twee\u202e"}

    def another(**fields):
        return {**clause, "id": str(uuid.uuid4()), **fields}

    def read_of(**fields):
        told = json.dumps({"id": str(key), **fields}).encode()
        return read_detail(told, key=key, url=url)

    found = read_of(
        watIsErGedaan="<script>x</script><p>Weg &amp; berm</p>" * 9000,
        doel=7,
        tip="Bel ons",
        criteria=[
            {**clause, "pagina": f"{url}#criterium-1"},
            {**clause, "pagina": "javascript:alert(1)"},  # the same once more
            another(pagina="https://elders.example/", soort={"code": "x"}),
            another(id="7"),
            another(tekst=""),
            another(tekst="a" * 90_000, pagina=f"{url}?a#b"),
            "tekst",
        ],
    )
    assert found.words.startswith("xWeg & berm")
    assert len(found.words) <= 20_000
    assert [(one.kind, len(one.text)) for one in found.criteria] == [("award", 10), ("", 10), ("award", 4000)]
    assert {one.url.partition("#")[0] for one in found.criteria} == {url}
    assert read_of() == read_of(criteria=7, tip=None)
    assert len(read_of(criteria=[another() for _ in range(500)]).criteria) == 30
    for bad in (b"", b"[]", b"[" * 100_000, json.dumps({"id": str(uuid.uuid4())}).encode()):
        with pytest.raises(UnreadableError):
            read_detail(bad, key=key, url=url)


@pytest.mark.parametrize(
    "content", [b"", b"<html>", b"[]", b"7", b'{"items": 1, "links": {}}', b"[" * 100_000, b"\xff"]
)
def test_what_is_no_list_is_refused(content):
    with pytest.raises(UnreadableError):
        read_part(content, origin=ORIGIN, list_path=PATH)


@pytest.mark.parametrize(
    "following",
    [f"http://zuid.example{PATH}?a", f"https://elders.example{PATH}?a", f"{ORIGIN}/beheer/?a", 7, "x" * 5000],
)
def test_a_list_goes_on_in_itself_only(following):
    with pytest.raises(UnreadableError):
        read(item(), following=following)
    assert read(item(), following=f"{ORIGIN}{PATH}?cursor=a").next == f"{ORIGIN}{PATH}?cursor=a"


@pytest.mark.parametrize(
    "address",
    [
        *(
            "127.0.0.1",
            "10.0.0.1",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "0.0.0.0",
            "100.64.0.1",
            "224.0.0.1",
        ),
        *("255.255.255.255", "::1", "::", "fe80::1", "fc00::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::"),
    ],
)
def test_our_own_network_is_not_public(address):
    assert not is_public(address)


def test_other_addresses_are():
    assert is_public("93.184.215.14")
    assert is_public("2a00:1450:400e:80f::200e")


@pytest.mark.parametrize(
    "url",
    [
        "http://zuid.example/",
        "https://127.0.0.1/",
        "https://localhost/",
        "https://[::1]/",
        "file:///etc/passwd",
        "https://",
    ],
)
def test_an_address_inside_is_never_asked(url, monkeypatch):
    def connect(*args, **kwargs):
        raise AssertionError("it connects")

    monkeypatch.setattr(http.socket, "create_connection", connect)
    with pytest.raises(FetchError):
        fetch(url)


def test_the_connection_goes_to_the_address_that_was_looked_at(monkeypatch):
    """A name that stands for another machine a moment later leads nowhere else."""
    asked = []
    monkeypatch.setattr(http.socket, "getaddrinfo", lambda *args, **kwargs: [(2, 1, 6, "", ("93.184.215.14", 443))])

    def connect(address, timeout):
        asked.append(address)
        raise ConnectionRefusedError

    monkeypatch.setattr(http.socket, "create_connection", connect)
    with pytest.raises(FetchError):
        fetch("https://zuid.example/api/v1/voorbeelden")
    assert asked == [("93.184.215.14", 443)]


def test_a_name_with_one_address_inside_is_refused(monkeypatch):
    found = [(2, 1, 6, "", ("93.184.215.14", 443)), (2, 1, 6, "", ("10.0.0.1", 443))]
    monkeypatch.setattr(http.socket, "getaddrinfo", lambda *args, **kwargs: found)
    with pytest.raises(FetchError, match="public"):
        fetch("https://zuid.example/")


class Server(BaseHTTPRequestHandler):
    """Answers by its path."""

    def do_GET(self):
        answers = {
            "/ok": (200, {"Content-Type": "application/json", "ETag": '"1"'}, b"{}"),
            "/same": (304, {"ETag": '"1"'}, b""),
            "/away": (302, {"Location": "/ok"}, b""),
            "/busy": (503, {"Retry-After": "120"}, b""),
            "/html": (200, {"Content-Type": "text/html"}, b"<html>"),
            "/large": (200, {"Content-Type": "application/json"}, b"1" * 4096),
        }
        if self.path == "/slow":
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            for _ in range(40):
                self.wfile.write(b" ")
                time.sleep(0.05)
            return
        status, headers, content = answers[self.path]
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *args):
        pass


@pytest.fixture(scope="module")
def server():
    running = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    running.daemon_threads = True
    thread = threading.Thread(target=running.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{running.server_port}"
    running.shutdown()
    running.server_close()


@override_settings(HARVEST_ALLOW_PRIVATE=True)
def test_answers_of_a_real_server(server, monkeypatch):
    assert fetch(f"{server}/ok").content == b"{}"
    assert fetch(f"{server}/same", entity_tag='"1"').content is None
    with pytest.raises(FetchError, match="302"):
        fetch(f"{server}/away")
    with pytest.raises(FetchError) as caught:
        fetch(f"{server}/busy")
    assert caught.value.retry_after == 120
    with pytest.raises(FetchError, match="JSON"):
        fetch(f"{server}/html")
    monkeypatch.setattr(http, "LARGEST", 1000)
    with pytest.raises(FetchError, match="large"):
        fetch(f"{server}/large")
    monkeypatch.setattr(http, "LONGEST", 0.2)
    with pytest.raises(FetchError, match="long"):
        fetch(f"{server}/slow")


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://creativecommons.org/licenses/by/4.0/", "CC BY 4.0"),
        ("https://creativecommons.org/licenses/by-sa/4.0/deed.nl", "CC BY-SA 4.0"),
        ("https://creativecommons.org/publicdomain/zero/1.0/", "CC0 1.0"),
        ("https://elders.example/voorwaarden", "elders.example"),
        ("", ""),
    ],
)
def test_a_licence_is_called_as_people_call_it(url, name):
    assert licence_name(url) == name
