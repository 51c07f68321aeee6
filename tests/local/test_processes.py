"""The processes of a run are found by their mark, and stopped."""

import os
import signal
import subprocess
import sys
import time

import psutil
import pytest

from livinglab.local import processes
from livinglab.local.processes import MARK, has_ended, mark_of, processes_of, stop, stop_processes

SLEEP = "import time; time.sleep(60)"
STUBBORN = f"""
import signal, subprocess, sys
signal.signal(signal.SIGTERM, signal.SIG_IGN)
subprocess.Popen([sys.executable, "-c", "{SLEEP}"], start_new_session=True)
print("ready", flush=True)
{SLEEP}
"""


@pytest.fixture
def start(tmp_path, monkeypatch):
    """A function that starts Python with the mark of a run."""
    monkeypatch.setenv("LIVINGLAB_VAR", str(tmp_path))
    started = []

    def start_process(code: str, mark: str) -> psutil.Process:
        environ = {**os.environ, MARK: mark}
        started.append(subprocess.Popen([sys.executable, "-c", code], env=environ, stdout=subprocess.PIPE))
        return psutil.Process(started[-1].pid)

    yield start_process
    for process in started:
        process.kill()
        process.wait()
        process.stdout.close()


def test_only_those_of_the_run_are_found(start):
    ours = start(SLEEP, mark_of("site", 1))
    of_another_leader = start(SLEEP, mark_of("site", 2))
    start(SLEEP, mark_of("tests", 1))
    start(SLEEP, "")
    assert processes_of(mark_of("site", 1)) == [ours]
    assert {process.pid for process in processes_of(mark_of("site"))} == {ours.pid, of_another_leader.pid}


def test_those_of_another_clone_are_not_found(start, tmp_path, monkeypatch):
    start(SLEEP, mark_of("site", 1))
    monkeypatch.setenv("LIVINGLAB_VAR", str(tmp_path / "another"))
    assert processes_of(mark_of("site")) == []
    monkeypatch.setenv("LIVINGLAB_VAR", str(tmp_path)[:-1])
    assert processes_of(mark_of("site")) == [], "a path that begins likewise is another"


def test_a_database_server_is_known_by_its_command_line(start):
    start(SLEEP, "")
    server = subprocess.Popen([sys.executable, "-c", SLEEP, f"{processes.SERVER_MARK}={mark_of('site', 1)}"])
    try:
        assert [process.pid for process in processes_of(mark_of("site", 1))] == [server.pid]
    finally:
        server.kill()
        server.wait()


def test_a_stubborn_process_and_what_it_started_are_killed(start, monkeypatch):
    monkeypatch.setattr(processes, "PATIENCE", 0.5)
    stubborn = start(STUBBORN, mark_of("site", 1))
    while len(processes_of(mark_of("site", 1))) < 2:
        time.sleep(0.05)
    (child,) = stubborn.children()
    started = time.monotonic()
    assert stop_processes(mark_of("site", 1)) == 2
    assert time.monotonic() - started < 30, "it would sleep for a minute"
    assert has_ended(stubborn)
    assert has_ended(child)


def test_one_that_has_ended_but_is_not_waited_for_is_not_waited_for_long(start):
    ended = start("", mark_of("site", 1))
    while not has_ended(ended):
        time.sleep(0.05)
    started = time.monotonic()
    stop([ended], signal.SIGTERM)
    assert time.monotonic() - started < processes.PATIENCE
    assert processes_of(mark_of("site", 1)) == []
