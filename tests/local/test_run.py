"""`make run`, `make stop` and `make reset`, with a whole site in a directory of its own."""

import contextlib
import http.cookiejar
import os
import pty
import re
import signal
import socket
import stat
import subprocess
import sys
import urllib.parse
import urllib.request

import pytest

from livinglab.local.paths import ROOT, log_path

from .launcher import READY, Run, environment, free_port, processes_of

pytestmark = pytest.mark.slow

SECONDS_FOR_A_FIRST_START = 240
SECONDS_FOR_A_SECOND_START = 8.0
SECONDS_TO_STOP = 20

# What is led as the site is, without the site.
SMALL_RUN = """
import os, sys
from livinglab.local.supervisor import Stopped, Supervisor
supervisor = Supervisor("site")
supervisor.handle_signals()
with supervisor:
    sleep = [sys.executable, "-c", "import time; time.sleep(60)"]
    supervisor.start("sleeper", sleep, env=dict(os.environ), output="log")
    print("runs", flush=True)
    try:
        supervisor.wait()
    except Stopped:
        pass
"""


@pytest.fixture(scope="module")
def first(tmp_path_factory):
    """The first start of a site, ready, after one that Ctrl-C broke off; by a `make` that the first test kills.

    Without demo content, which takes longer than all else; `tests/drills` starts one with it.
    """
    var = tmp_path_factory.mktemp("site") / "var"
    interrupted = Run(var, DEMO="0")
    try:
        interrupted.wait_for("Tables …", SECONDS_FOR_A_FIRST_START)
        assert_stops(interrupted, signal.SIGINT, "postgres", "prepare", "reaper")
        assert "nothing is left running" in interrupted.output
    finally:
        interrupted.clean_up()
    site = Run(var, ["/bin/sh", "-c", f"{sys.executable} -m livinglab.local.run --stop-with-parent; true"], DEMO="0")
    try:
        site.wait_for(READY, SECONDS_FOR_A_FIRST_START)
        yield site
    finally:
        site.clean_up()


def test_a_first_start_does_everything_and_goes_with_make_when_that_is_killed(first):
    for step in ("Tables", "Vocabularies, pages and log-in", "Static files"):
        assert f"✓ {step}" in first.output
    assert "Demo content" not in first.output
    first.process.kill()
    assert first.left_running(SECONDS_TO_STOP) == []


@pytest.fixture(scope="module")
def var(first):
    """The directory of a site that was started before, and does not run."""
    first.process.kill()
    assert first.left_running(SECONDS_TO_STOP) == []
    return first.var


def assert_stops(site: Run, signal_sent: int, *parts: str) -> None:
    """These parts of the site run, and nothing of it does after the signal."""
    names = " ".join(site.left_running())
    for part in parts:
        assert part in names
    # As a terminal does: to the whole process group.
    os.killpg(site.process.pid, signal_sent)
    assert site.end(SECONDS_TO_STOP) == 0
    assert site.left_running() == []
    with pytest.raises(ConnectionRefusedError):
        site.get("/")


@pytest.fixture
def run(var):
    """A function that starts the site; what it starts is gone after the test."""
    runs = []

    def start(**environ: str) -> Run:
        runs.append(Run(var, **environ))
        return runs[-1]

    yield start
    for one in runs:
        one.clean_up()


@pytest.fixture
def running(run):
    """The site, ready, for a test that stops it."""
    site = run()
    site.wait_for(READY)
    return site


@pytest.fixture(scope="class")
def shared(var):
    """The site, ready, for tests that only look at it."""
    site = Run(var)
    try:
        site.wait_for(READY)
        yield site
    finally:
        site.clean_up()


def command(words: str, var, **environ: str) -> subprocess.CompletedProcess[str]:
    """Run another of the commands."""
    return subprocess.run(
        [sys.executable, "-m", *f"livinglab.local.{words}".split()],
        cwd=ROOT,
        env=environment(var, **environ),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
    )


@pytest.mark.thorough
def test_what_a_killed_run_and_reaper_left_is_stopped_by_the_next(running, run):
    reaper = next(process for process in processes_of(running.var) if "reaper" in " ".join(process.cmdline()))
    reaper.kill()
    running.process.kill()
    running.process.wait()
    left = processes_of(running.var)
    assert any("postgres" in process.name() for process in left), "the control: now something is left"
    site = run(PORT=str(running.port))
    site.wait_for(READY)
    assert "An earlier run was killed" in site.output
    assert not any(process.is_running() and process in processes_of(site.var) for process in left)


@pytest.mark.thorough
@pytest.mark.parametrize("signal_sent", [signal.SIGHUP, signal.SIGINT])
def test_a_signal_stops_everything(running, signal_sent):
    assert_stops(running, signal_sent, "granian", "procrastinate", "postgres", "reaper")


@pytest.mark.thorough
def test_make_stop_stops_the_site(running):
    assert "Stopped: the site." in command("stop", running.var).stdout
    assert running.end(SECONDS_TO_STOP) == 0
    assert running.left_running() == []


@pytest.mark.thorough
@pytest.mark.parametrize("part", ["granian", "procrastinate"])
def test_a_process_that_dies_stops_the_run_with_a_failure(running, part):
    victim = next(
        process
        for process in processes_of(running.var)
        if part in " ".join(process.cmdline()) and process.ppid() == running.process.pid
    )
    victim.kill()
    assert running.end(SECONDS_TO_STOP) == 1
    name = "web" if part == "granian" else "worker"
    assert f"The {name} process stopped: killed by SIGKILL." in running.output
    assert running.left_running() == []


def test_make_stop_stops_what_runs_and_removes_nothing(tmp_path):
    var = tmp_path / "var"
    site = Run(var, [sys.executable, "-c", SMALL_RUN])
    try:
        site.wait_for("runs")
        answer = command("stop", var)
        assert answer.returncode == 0
        assert answer.stdout == "Stopped: the site.\n"
        assert site.end(SECONDS_TO_STOP) == 0
        assert site.left_running() == []
        assert (var / "log" / "sleeper.log").exists()
        assert command("stop", var).stdout == "Nothing was running.\n"
    finally:
        site.clean_up()


def test_a_taken_port_is_said_at_once(run):
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        site = run(PORT=str(port))
        assert site.end(SECONDS_TO_STOP) == 1
    assert f"Port {port} is taken by" in site.output
    assert re.search(r"Use another: PORT=\d+ make run", site.output)
    assert "Database" not in site.output, "nothing was started"


def test_a_database_url_wins_and_is_explained_when_it_does_not_answer(run):
    site = run(DATABASE_URL=f"postgres://nobody@127.0.0.1:{free_port()}/nothing")
    assert site.end(SECONDS_TO_STOP) == 1
    assert "The PostgreSQL of DATABASE_URL cannot be used" in site.output
    assert "✓ Database" not in site.output, "the embedded one was not started"


def test_another_database_than_postgresql_is_refused(run):
    site = run(DATABASE_URL="sqlite:///site.db")
    assert site.end(SECONDS_TO_STOP) == 1
    assert "does not name a PostgreSQL" in site.output


class TestReset:
    """It asks first. With force it does not: the last test of this file."""

    def ask(self, var, answer: str) -> tuple[int, str]:
        """`make reset` in a terminal, and what it says to an answer."""
        child, terminal = pty.fork()
        if child == 0:
            os.chdir(ROOT)
            os.execve(sys.executable, [sys.executable, "-m", "livinglab.local.stop", "--reset"], environment(var))
        os.write(terminal, f"{answer}\n".encode())
        said = b""
        try:
            while chunk := os.read(terminal, 1000):
                said += chunk
        except OSError:  # the other end closed the terminal
            pass
        os.close(terminal)
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), said.decode()

    def test_without_a_terminal_it_removes_nothing(self, var):
        answer = command("stop --reset", var)
        assert answer.returncode == 1
        assert "FORCE=1 make reset" in answer.stderr
        assert (var / "postgres" / "data" / "PG_VERSION").exists()

    @pytest.mark.parametrize("reply", ["", "n", "what?"])
    def test_it_asks_and_takes_only_yes_for_yes(self, var, reply):
        code, said = self.ask(var, reply)
        assert code == 1
        assert "Remove all of it? [y/N]" in said
        assert "Nothing was removed." in said
        assert (var / "postgres" / "data" / "PG_VERSION").exists()

    def test_it_removes_what_is_there_when_told_yes(self, tmp_path):
        # Of its own: it depends on no other test having removed the site.
        var = tmp_path / "var"
        (var / "media" / "images").mkdir(parents=True)
        (var / "login.txt").touch()
        code, said = self.ask(var, "yes")
        assert code == 0
        assert "Removed." in said
        assert list(var.iterdir()) == []


class TestASiteThatRuns:
    """What can be seen from outside; one run for all of them, which the last one kills. It removes the site."""

    def test_a_second_start_is_quick_and_does_nothing_twice(self, shared, record_property):
        for step in ("Tables", "Vocabularies", "Demo content", "Static files"):
            assert step not in shared.output
        record_property("seconds to ready", shared.seconds_to_ready())
        # The other tests keep the machine busy, and time on the clock would tell of them. The web server and the worker
        # start side by side, so on two processors the clock shows little more than half of this.
        assert shared.processor_seconds() <= 1.5 * SECONDS_FOR_A_SECOND_START

    def test_it_serves_the_site_the_admin_and_the_outbox(self, shared):
        home = shared.get("/")
        assert home.status == 200
        assert 'lang="nl"' in home.body.decode()
        assert shared.get("/beheer/login/").status == 200
        assert shared.get("/outbox/").status == 200
        for address in ("/", "/beheer/", "/outbox/"):
            assert f"http://127.0.0.1:{shared.port}{address}" in shared.output

        styles = re.search(r'href="(/static/[^"]+\.css)"', home.body.decode())[1]
        assert re.search(r"\.[0-9a-f]{12}\.css$", styles), "hashed"
        answer = shared.get(styles, **{"Accept-Encoding": "br, gzip"})
        assert answer.headers["Content-Encoding"] in {"br", "gzip"}
        assert "immutable" in answer.headers["Cache-Control"]

    def test_forms_that_never_end_keep_nobody_waiting(self, shared):
        with contextlib.ExitStack() as unfinished:
            for address in ("/zoeken/geopend/", "/beheer/login/") * 6:
                sender = unfinished.enter_context(socket.create_connection(("127.0.0.1", shared.port), timeout=10))
                head = f"POST {address} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 9000\r\n"
                sender.sendall(f"{head}Content-Type: application/x-www-form-urlencoded\r\n\r\na=".encode())
            for _ in range(4):
                assert shared.get("/").status == 200

    def test_the_printed_log_in_opens_the_admin(self, shared):
        email = re.search(r"log-in +(\S+)", shared.output)[1]
        password = re.search(r"password +(\S+)", shared.output)[1]
        kept = shared.var / "login.txt"
        assert kept.read_text().split() == [email, password]
        assert stat.S_IMODE(kept.stat().st_mode) == 0o600

        browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))
        page = browser.open(f"http://127.0.0.1:{shared.port}/beheer/login/").read().decode()
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)[1]
        form = {"username": email, "password": password, "csrfmiddlewaretoken": token, "next": "/beheer/"}
        answer = browser.open(f"http://127.0.0.1:{shared.port}/beheer/login/", urllib.parse.urlencode(form).encode())
        assert answer.url == f"http://127.0.0.1:{shared.port}/beheer/"
        assert answer.status == 200

    def test_a_second_run_from_the_same_clone_is_refused(self, shared):
        second = Run(shared.var)
        assert second.end(SECONDS_TO_STOP) == 1
        assert "already runs from this clone" in second.output
        assert shared.get("/").status == 200

    def test_the_logs_of_this_and_the_former_run_are_kept(self, shared, monkeypatch):
        monkeypatch.setenv("LIVINGLAB_VAR", str(shared.var))
        assert log_path("web").exists()
        assert log_path("web").with_suffix(".previous.log").exists()

    def test_a_kill_stops_everything_and_the_next_start_works_until_a_reset_with_force(self, shared, run):
        shared.process.kill()
        assert shared.left_running(SECONDS_TO_STOP) == []
        site = run()
        site.wait_for(READY)
        assert site.get("/").status == 200
        answer = command("stop --reset", site.var, FORCE="1")
        assert answer.returncode == 0, answer.stderr
        assert "Stopped: the site." in answer.stdout
        assert site.end(SECONDS_TO_STOP) == 0
        assert site.left_running() == []
        assert list(site.var.iterdir()) == [], "it did not ask"
