"""One site, one server and one browser for all tests in a real browser.

The site of `tests.e2e.content` is made once for this package, and really committed: the server and the tests share it.
A test may add to it, under words of its own, and must not change what is there. After the package this test process
gets a fresh copy of the database, as after any test that commits.
"""

from collections.abc import Callable, Iterator

import pytest
from django.core.cache import cache
from django.db import connections
from django.test import TransactionTestCase, override_settings
from playwright.sync_api import BrowserContext, Page
from pytest_django.live_server_helper import LiveServer

from tests.e2e.content import Lab, make_lab
from tests.e2e.watch import WATCH_POLICY, Watch, report
from tests.workers import work_off

PATIENCE = 20_000
"""Milliseconds that a page may take on a machine that is busy with other things."""


@pytest.fixture(scope="session")
def base_url() -> Iterator[str]:
    """The address of the server; `page.goto("/")` starts there."""
    server = LiveServer("localhost:0")
    yield server.url
    server.stop()


@pytest.fixture(scope="package", autouse=True)
def lab(django_db_setup, django_db_blocker, media_of_this_process, base_url, tmp_path_factory) -> Iterator[Lab]:
    """The site that visitors of these tests see."""
    for_the_server = override_settings(
        ROOT_URLCONF="tests.e2e.urls",
        WAGTAILADMIN_BASE_URL=base_url,
        LIVINGLAB_OUTBOX=tmp_path_factory.mktemp("outbox"),
        SIGN_UP_MINIMUM_SECONDS=0,
    )
    with for_the_server, django_db_blocker.unblock():
        yield make_lab()
        connections.close_all()
        TransactionTestCase._fixture_teardown(None)  # as `tests/conftest.py` replaces it: a fresh copy
    cache.clear()


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args):
    """A Dutch visitor at a desk, who wants no animations."""
    return {
        **browser_context_args,
        "locale": "nl-NL",
        "timezone_id": "Europe/Amsterdam",
        "viewport": {"width": 1280, "height": 900},
        "reduced_motion": "reduce",
    }


@pytest.fixture
def context(context: BrowserContext) -> BrowserContext:
    """The browser of a visitor, watched from its first page on."""
    context.set_default_timeout(PATIENCE)
    context.add_init_script(WATCH_POLICY)
    return context


@pytest.fixture
def watched(page: Page, base_url) -> Iterator[Watch]:
    """A page of which nothing may go wrong behind the scenes: no error, no foreign request, no breach of the policy."""
    watch = Watch(page, base_url)
    yield watch
    report(watch.findings())


@pytest.fixture
def another_visitor(new_context, base_url) -> Callable[..., Page]:
    """Opens the browser of somebody else."""

    def open_browser(**options) -> Page:
        context = new_context(**options)
        context.set_default_timeout(PATIENCE)
        context.add_init_script(WATCH_POLICY)
        return context.new_page()

    return open_browser


@pytest.fixture
def deliver_mail() -> Callable[[], None]:
    """Runs the mail worker until the queue is empty."""
    return work_off
