"""The configurations of nginx and Caddy in `docs/operations.md`, run for real in front of the site as in production."""

import contextlib
import http.client
import json
import os
import re
import shutil
import ssl
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from livinglab.local.paths import ROOT
from tests.local.launcher import free_port
from tests.settings.test_image import site_url  # noqa: F401 - a fixture
from tests.settings.test_production import SAFE

pytestmark = [
    pytest.mark.drill,
    pytest.mark.optional,
]
HOST = "livinglab.example"


def documented(kind: str) -> str:
    """The one source of the configuration."""
    (found,) = re.findall(rf"^```{kind}\n(.*?)^```$", (ROOT / "docs" / "operations.md").read_text(), re.M | re.S)
    return found


def adapted(kind: str, changes: dict[str, str]) -> str:
    """The documented configuration with the ports and directories of this test, and nothing else."""
    configuration = documented(kind)
    for written, here in changes.items():
        assert written in configuration, written
        configuration = configuration.replace(written, here)
    return configuration


def nginx(directory: Path, web: int, secure: int, plain: int) -> list[str | Path]:
    """Write its configuration; the command that starts it."""
    configuration = adapted(
        "nginx",
        {
            "listen 80;": f"listen 127.0.0.1:{plain};",
            "listen 443 ssl;": f"listen 127.0.0.1:{secure} ssl;",
            "http://127.0.0.1:8000;": f"http://127.0.0.1:{web};",
            "/etc/ssl/livinglab.pem": str(directory / "certificate.pem"),
            "/etc/ssl/livinglab.key": str(directory / "key.pem"),
            "/srv/livinglab/media/": f"{directory}/media/",
            "/var/log/nginx/livinglab.log": str(directory / "access.log"),
        },
    )
    temporary = "".join(
        f"{name}_temp_path {directory}/{name};\n" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    user = "user root;" if os.geteuid() == 0 else ""
    (directory / "nginx.conf").write_text(
        f"daemon off;\n{user}\npid {directory}/nginx.pid;\nerror_log {directory}/error.log;\nevents {{}}\n"
        f"http {{\ninclude /etc/nginx/mime.types;\n{temporary}{configuration}\n}}\n"
    )
    return ["nginx", "-e", directory / "error.log", "-c", directory / "nginx.conf"]


def caddy(directory: Path, web: int, secure: int, plain: int) -> list[str | Path]:
    """Write its configuration; the command that starts it."""
    configuration = adapted(
        "caddy",
        {
            "127.0.0.1:8000": f"127.0.0.1:{web}",
            "/etc/ssl/livinglab.pem": str(directory / "certificate.pem"),
            "/etc/ssl/livinglab.key": str(directory / "key.pem"),
            "/srv/livinglab/media": f"{directory}/media",
            "/var/log/caddy/livinglab.log": str(directory / "access.log"),
        },
    )
    # This test asks an address, and so names no host before the certificate is chosen.
    here = f"admin off\nhttp_port {plain}\nhttps_port {secure}\ndefault_bind 127.0.0.1\ndefault_sni {HOST}\n"
    (directory / "Caddyfile").write_text(configuration.replace("{\n", f"{{\n{here}", 1))
    return ["caddy", "run", "--adapter", "caddyfile", "--config", directory / "Caddyfile"]


PROXIES = {"nginx": (nginx, "nginx-light"), "caddy": (caddy, "caddy")}
"""How to start each, and the package that it comes from."""


class Proxy:
    """One of them with the site behind it."""

    def __init__(self, directory: Path, secure: int, plain: int) -> None:
        self.directory, self.secure, self.plain = directory, secure, plain

    def ask(self, path: str, *, method: str = "GET", body: bytes | None = None, plain: bool = False, **headers: str):
        """One request, the path exactly as it is given; the answer with its body in `text`."""
        if plain:
            connection = http.client.HTTPConnection("127.0.0.1", self.plain, timeout=30)
        else:
            trusting = ssl._create_unverified_context()  # noqa: S323 - of the certificate that this test made
            connection = http.client.HTTPSConnection("127.0.0.1", self.secure, timeout=30, context=trusting)
        connection.putrequest(method, path, skip_host=True)
        for name, value in {"Host": HOST, **headers}.items():
            connection.putheader(name, value)
        if body is not None:
            connection.putheader("Content-Length", str(len(body)))
        connection.endheaders()
        if body:
            with contextlib.suppress(OSError):  # refused before all of it was sent
                connection.send(body)
        answer = connection.getresponse()
        answer.text = answer.read().decode(errors="replace")
        connection.close()
        return answer


@pytest.fixture(params=PROXIES)
def proxy(request, tmp_path, site_url) -> Iterator[Proxy]:  # noqa: F811
    configure, package = PROXIES[request.param]
    if not shutil.which(request.param):
        pytest.skip(f"no {request.param} (apt install {package})")
    web, secure, plain = free_port(), free_port(), free_port()
    media = tmp_path / "media"
    for name, content in (("documents/geheim.txt", "Geheim."), ("images/weg.png", "\x89PNG"), ("images/x.html", "<p>")):
        (media / name).parent.mkdir(parents=True, exist_ok=True)
        (media / name).write_text(content)
    environ = {
        **SAFE,
        "PATH": os.environ["PATH"],
        "DATABASE_URL": site_url,
        "CACHE_URL": "locmemcache://",
        "LIVINGLAB_VAR": str(tmp_path),
        "MEDIA_ROOT": str(media),
        "ALLOWED_HOSTS": HOST,
        "WAGTAILADMIN_BASE_URL": f"https://{HOST}",
        "BEHIND_TLS_PROXY": "true",
    }
    collect = [sys.executable, "manage.py", "collectstatic", "--noinput", "--verbosity", "0"]
    subprocess.run(collect, cwd=ROOT, env=environ, check=True, timeout=300)
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", f"/CN={HOST}"]
        + ["-keyout", tmp_path / "key.pem", "-out", tmp_path / "certificate.pem"],
        check=True,
        capture_output=True,
    )
    command = configure(tmp_path, web, secure, plain)
    serve = ["-m", "granian", "--interface", "wsgi", "--port", str(web), "tests.drills.behind_proxy:application"]
    running = []
    try:
        running.append(subprocess.Popen([sys.executable, *serve], cwd=ROOT, env=environ))
        with (tmp_path / "error.log").open("a") as errors:
            running.append(subprocess.Popen(command, env={**os.environ, "HOME": str(tmp_path)}, stderr=errors))
        proxy = Proxy(tmp_path, secure, plain)
        wait_for(proxy)
        yield proxy
    finally:
        for process in reversed(running):
            process.terminate()
            process.wait(30)


def wait_for(proxy: Proxy) -> None:
    until = time.monotonic() + 120
    while time.monotonic() < until:
        try:
            if proxy.ask("/healthz").status == 200:
                return
        except OSError:
            pass
        time.sleep(0.5)
    raise AssertionError((proxy.directory / "error.log").read_text())


DOCUMENT = "documents/geheim.txt"


def test_the_documented_proxy_lets_through_what_it_should(proxy):
    # Documents: their view decides, at whatever spelling of the address.
    for path in (
        f"/media/{DOCUMENT}",
        f"/media//{DOCUMENT}",
        f"/media/images/../{DOCUMENT}",
        "/media/%64ocuments/geheim.txt",
        "/media/Documents/geheim.txt",
        "/media/./documents/geheim.txt",
        "/media../media/documents/geheim.txt",
        "/media/documents",
        "/media/documents/",
    ):
        answer = proxy.ask(path)
        assert answer.status in {301, 400, 404}, path
        assert "Geheim" not in answer.text, path
    assert proxy.ask("/media/").status in {403, 404}, "no list of files"
    picture = proxy.ask("/media/images/weg.png")
    assert picture.status == 200
    assert picture.headers["X-Content-Type-Options"] == "nosniff"
    assert picture.headers["Content-Security-Policy"] == "default-src 'none'"

    # Who asks: nobody says so but the proxy.
    for forged in (
        {"X-Forwarded-For": "198.51.100.7"},
        {"X_Forwarded_For": "198.51.100.7"},
        {"X-Forwarded-Host": "elders.example"},
        {"X_Forwarded_Proto": "http"},
        {"X-Forwarded-Proto": "http"},
        {"Forwarded": "for=198.51.100.7"},
    ):
        seen = json.loads(proxy.ask("/seen", **forged).text)
        assert (seen["address"], seen["is_secure"], seen["host"]) == ("127.0.0.1", True, HOST), forged
        assert seen["forwarded"].get("HTTP_X_FORWARDED_FOR") == "127.0.0.1"
        assert not seen["forwarded"].get("HTTP_X_FORWARDED_HOST")

    # Headers and static files come through as the site gives them.
    page = proxy.ask("/")
    assert page.status == 200
    for name in ("Content-Security-Policy", "Strict-Transport-Security", "X-Frame-Options", "Referrer-Policy"):
        assert len(page.headers.get_all(name)) == 1, name
    assert not re.search(r"\d", page.headers["Server"]), "no version"
    style = re.search(r'href="(/static/[^"]+\.css)"', page.text)[1]
    static = proxy.ask(style)
    assert static.status == 200
    assert "immutable" in static.headers["Cache-Control"]
    assert static.headers["X-Content-Type-Options"] == "nosniff"
    plain = proxy.ask("/zoeken/?q=a", plain=True)
    assert plain.status in {301, 308}
    assert plain.headers["Location"] == f"https://{HOST}/zoeken/?q=a"

    # How much: 64 KB of a visitor, 32 MB of the admin, which asks who it is first.
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    assert proxy.ask("/zoeken/", method="POST", body=b"x" * 70_000, **form).status == 413
    # Caddy before 2.7 says that nobody answered, when it is the one that stopped.
    assert proxy.ask("/beheer/login/", method="POST", body=b"x" * 40_000_000, **form).status in {413, 502}
    assert proxy.ask("/beheer/login/", method="POST", body=b"x" * 1_000_000, **form).status in {403, 413}

    # The log has neither what was searched for nor a link that opens something.
    token = "geheim-" * 12
    proxy.ask(f"/aanmelding/{token}/")
    proxy.ask("/beheer/sign-ups/?q=zwanida@buren.example")
    log = (proxy.directory / "access.log").read_text()
    assert "/aanmelding/***/" in log
    for secret in (token, "zwanida", "?q="):
        assert secret not in log
