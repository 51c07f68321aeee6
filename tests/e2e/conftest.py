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
from playwright.sync_api import Browser, BrowserContext, Error, Page
from pytest_django.live_server_helper import LiveServer

from tests.e2e.content import Lab, make_lab
from tests.e2e.watch import WATCH_POLICY, Watch, report
from tests.workers import work_off

PATIENCE = 20_000
"""Milliseconds that a page may take on a machine that is busy with other things."""
DESK = {"width": 1280, "height": 900}


@pytest.fixture(scope="session")
def base_url() -> Iterator[str]:
    """The address of the server; `page.goto("/")` starts there."""
    server = LiveServer("localhost:0", start=False)
    # WhiteNoise serves static files, as elsewhere, and a browser keeps them: those of Django's handler it asks again.
    server.thread.static_handler = lambda application: application
    server.start()
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
        # Editors' forms save themselves only where a test is about that.
        WAGTAIL_AUTOSAVE_INTERVAL=10 * 60 * 1000,
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
        "viewport": DESK,
        "reduced_motion": "reduce",
    }


@pytest.fixture(scope="package")
def reader(browser: Browser, browser_context_args: dict) -> Iterator[BrowserContext]:
    """One browser for all tests: like a visitor's, it keeps style sheets and scripts from page to page."""
    context = browser.new_context(**browser_context_args)
    context.set_default_timeout(PATIENCE)
    context.add_init_script(WATCH_POLICY)
    yield context
    context.close()


@pytest.fixture
def context(reader: BrowserContext) -> Iterator[BrowserContext]:
    """That browser, for one test: logged in nowhere, and allowed nothing."""
    yield reader
    reader.clear_cookies()
    reader.clear_permissions()


@pytest.fixture
def page(request, context: BrowserContext) -> Iterator[Page]:
    """The one tab of that browser, which knows nothing of the pages before: a new tab costs more than a page."""
    page = context.pages[0] if context.pages else new_tab(context)
    yield page
    for opened in context.pages[1:]:
        opened.close()
    if "own_tab" in request.fixturenames:  # here, since `watched` still asks the page when that fixture ends
        page.close()
    context.set_offline(False)
    try:
        forget(page)
    except Error:
        # Closed, or still on its way to another page.
        page.close()
        forget(new_tab(context))


def new_tab(context: BrowserContext) -> Page:
    """Open a tab; one that broke is for no other test."""
    page = context.new_page()
    page.on("crash", lambda broken: broken.close())
    return page


def forget(page: Page) -> None:
    """Leave the page, and have the tab as it was at first."""
    page.unroute_all(behavior="ignoreErrors")
    page.goto("/niets/")  # of the same site: for an empty page and back the browser starts two processes
    page.evaluate("() => { localStorage.clear(); sessionStorage.clear(); }")
    page.set_viewport_size(DESK)
    page.emulate_media(media="null", color_scheme="null")


@pytest.fixture
def own_tab(page: Page) -> Page:
    """The same tab for a test that does to it what cannot be undone, such as a script of its own: it is closed then."""
    return page


@pytest.fixture
def watched(page: Page, base_url) -> Iterator[Watch]:
    """A page of which nothing may go wrong behind the scenes: no error, no foreign request, no breach of the policy."""
    watch = Watch(page, base_url)
    yield watch
    findings = watch.findings()
    watch.stop()
    report(findings)


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
