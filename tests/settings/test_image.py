"""The image has no demo content and no tools of a developer's machine, and serves the site without them."""

import os
import shutil
import subprocess
import sys
from urllib.parse import urlsplit

import pytest
from django.db import connection

from livinglab.local.database import connect, database_url
from livinglab.local.paths import ROOT
from tests.settings.test_production import SAFE
from tests.test_public_code import instructions

LEFT_OUT = ("livinglab/demo", "livinglab/local")
ROLE = "lab_of_the_image"
# Static files are collected when the image is made, which takes longer than this whole test.
SETTINGS = """
from livinglab.settings.production import *
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
"""
VISIT = """
import django
django.setup()
from django.test import Client
for path in ("/", "/en/", "/voorbeelden/", "/healthz", "/beheer/login/", "/bestaat-niet/"):
    answer = Client(headers={"host": "lab.example"}).get(path, secure=True)
    print(path, answer.status_code)
import sys
print("imported", *[name for name in sys.modules if name.startswith(("livinglab.demo", "livinglab.local"))])
"""


def test_the_last_stage_gets_what_is_left():
    removed = [argument for name, argument in instructions("build") if name == "RUN"]
    assert any(argument.endswith(f"&& rm -r {' '.join(LEFT_OUT)}") for argument in removed)


@pytest.fixture
def image(tmp_path):
    """The directory of the application in the image."""
    copied = [argument.split() for name, argument in instructions("python:3.13-slim") if name == "COPY"]
    for option, source, target in copied:
        assert option == "--from=build"
        if source.startswith("/src/"):
            original, copy = ROOT / source.removeprefix("/src/"), tmp_path / target
            if original.is_dir():
                shutil.copytree(original, copy, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copy(original, copy)
    for path in LEFT_OUT:
        shutil.rmtree(tmp_path / path)
    (tmp_path / "image_settings.py").write_text(SETTINGS)
    return tmp_path


@pytest.fixture
def site_url(django_db_setup):
    """The URL of this process's provisioned database for a user whom production does not refuse."""
    url = database_url("postgres-test")
    name = connection.settings_dict["NAME"]
    if urlsplit(url).username != "embedded":
        yield urlsplit(url)._replace(path=f"/{name}").geturl()
        return
    with connect(url, dbname="postgres") as server:
        server.execute(f"DROP ROLE IF EXISTS {ROLE}")
        server.execute(f"CREATE ROLE {ROLE} SUPERUSER LOGIN")
        yield urlsplit(url)._replace(path=f"/{name}").geturl().replace("embedded@", f"{ROLE}@")
        server.execute(f"DROP ROLE {ROLE}")


@pytest.mark.slow
def test_the_image_serves_the_site(image, site_url):
    answer = subprocess.run(
        [sys.executable, "-c", VISIT],
        cwd=image,
        env={
            **SAFE,
            "PATH": os.environ["PATH"],
            "DJANGO_SETTINGS_MODULE": "image_settings",
            "DATABASE_URL": site_url,
            "CACHE_URL": "locmemcache://",
        },
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert answer.returncode == 0, answer.stderr
    assert answer.stdout.splitlines() == [
        *("/ 200", "/en/ 200", "/voorbeelden/ 200", "/healthz 200", "/beheer/login/ 200", "/bestaat-niet/ 404"),
        "imported",
    ]
