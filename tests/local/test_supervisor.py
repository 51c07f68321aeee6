"""What a run started is always stopped, also when the process that leads it is killed."""

import os
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from livinglab.local.errors import UserError
from livinglab.local.paths import log_path
from livinglab.local.processes import has_ended, mark_of, processes_of, wait_until
from livinglab.local.supervisor import LOW_PRIORITY, Stopped, Supervisor, leader

ENV = dict(os.environ)
SLEEPER = [sys.executable, "-c", "import time; time.sleep(60)"]
# Starts two children, tells their numbers, and waits to be killed.
LEADER = f"""
import os, time
from livinglab.local.supervisor import Supervisor
with Supervisor("site") as supervisor:
    for name in ("one", "two"):
        print(supervisor.start(name, {SLEEPER!r}, env=dict(os.environ), output="log").pid, flush=True)
    time.sleep(60)
"""


@pytest.fixture(autouse=True)
def _var(tmp_path, monkeypatch):
    monkeypatch.setenv("LIVINGLAB_VAR", str(tmp_path))


@pytest.fixture
def supervisor():
    with Supervisor("site") as supervisor:
        yield supervisor


@pytest.fixture
def led():
    """A run led by another process, which is killed at the end: that process and its children."""
    process = subprocess.Popen([sys.executable, "-c", LEADER], stdout=subprocess.PIPE, text=True)
    yield process, [psutil.Process(int(process.stdout.readline())) for _ in range(2)]
    process.kill()
    process.wait()
    process.stdout.close()


def python(code: str) -> list[str]:
    return [sys.executable, "-c", code]


def test_leaving_it_stops_what_runs():
    with Supervisor("site") as supervisor:
        child = supervisor.start("sleeper", SLEEPER, env=ENV, output="log")
        assert child.poll() is None
    assert child.returncode < 0
    assert processes_of(mark_of("site")) == []


def test_killing_the_leader_stops_what_it_started(led):
    process, children = led
    assert not any(map(has_ended, children))
    process.kill()
    assert wait_until(lambda: all(map(has_ended, children)), 10)


def test_what_a_killed_leader_and_reaper_left_is_stopped_by_the_next(led):
    process, children = led
    (reaper,) = (child for child in psutil.Process(process.pid).children() if "reaper" in " ".join(child.cmdline()))
    reaper.kill()
    process.kill()
    process.wait()
    assert not any(map(has_ended, children)), "the control: now something is left"
    with Supervisor("site") as supervisor:
        assert all(map(has_ended, children))
        assert supervisor.leftovers == 2


def test_a_killed_reaper_does_not_keep_it_from_stopping(supervisor):
    supervisor._reaper.kill()
    child = supervisor.start("sleeper", SLEEPER, env=ENV, output="log")
    supervisor.__exit__()
    assert child.returncode < 0
    supervisor.__enter__()


def test_there_is_one_of_a_name_at_a_time(led):
    process, _ = led
    assert leader("site") == process.pid
    assert leader("tests") is None
    with pytest.raises(UserError, match="The site already runs from this clone"):
        Supervisor("site").__enter__()
    with Supervisor("tests"):
        pass
    process.kill()
    assert wait_until(lambda: leader("site") is None, 10)


def test_a_process_that_ends_by_itself_is_an_error_with_its_last_words(supervisor):
    supervisor.start("web", python("print('the reason'); raise SystemExit(3)"), env=ENV, output=lambda line: None)
    with pytest.raises(UserError, match=r"(?s)The web process stopped: exit code 3.*the reason"):
        supervisor.wait()


def test_so_is_one_that_is_killed(supervisor):
    supervisor.start("worker", SLEEPER, env=ENV, output="log").kill()
    with pytest.raises(UserError, match=r"The worker process stopped: killed by SIGKILL\."):
        supervisor.wait()


def test_so_is_one_that_ends_well_but_should_not_end(supervisor):
    supervisor.start("web", python(""), env=ENV, output="log")
    with pytest.raises(UserError, match="exit code 0"):
        supervisor.wait()


def test_one_that_may_end_is_waited_for(supervisor):
    supervisor.wait(supervisor.start("step", python("print('done')"), env=ENV, output="log", may_end=True))
    assert log_path("step").read_text() == "done\n"
    supervisor.check()


def test_while_one_is_waited_for_another_that_fails_is_seen(supervisor):
    supervisor.start("static-files", python("raise SystemExit(1)"), env=ENV, output="log", may_end=True)
    step = supervisor.start("step", SLEEPER, env=ENV, output="log", may_end=True)
    with pytest.raises(UserError, match="static-files"):
        supervisor.wait(step)


def test_a_full_disk_is_called_so(supervisor):
    supervisor.start(
        "web", python("raise SystemExit('OSError: [Errno 28] No space left on device')"), env=ENV, output="log"
    )
    with pytest.raises(UserError, match="The disk is full"):
        supervisor.wait()


def test_nothing_is_started_once_it_has_to_stop(supervisor):
    supervisor._stop_asked.set()
    with pytest.raises(Stopped):
        supervisor.start("sleeper", SLEEPER, env=ENV, output="log")


def test_lines_are_kept_and_told(supervisor):
    told = []
    child = supervisor.start("step", python("print('één\\n\\ntwee')"), env=ENV, output=told.append, may_end=True)
    supervisor.wait(child)
    child.reader.join(5)
    assert told == ["één", "twee"]
    assert log_path("step").read_text() == "één\n\ntwee\n"
    child = supervisor.start("step", python(""), env=ENV, output="log", may_end=True)
    assert log_path("step").with_suffix(".previous.log").read_text() == "één\n\ntwee\n"


def test_low_priority_leaves_the_processor_to_others(supervisor):
    child = supervisor.start("worker", SLEEPER, env=ENV, output="log")
    child.lower_priority()
    assert psutil.Process(child.pid).nice() == LOW_PRIORITY
    group = Path(f"/proc/{child.pid}/autogroup")
    if group.exists() and group.read_text():
        assert group.read_text().split()[-1] == str(LOW_PRIORITY)
