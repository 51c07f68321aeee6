"""Processes that are always stopped, also when whoever started them is killed."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from livinglab.local.processes import (
    BACK,
    Child,
    Mark,
    guarded,
    has_ended,
    read_marks,
    stop_process,
    wait_until,
    write_marks,
)

SLEEPER = [sys.executable, "-c", "import time; time.sleep(60)"]
STUBBORN = """
import signal, subprocess, sys, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
print("ready", flush=True)
time.sleep(60)
"""
# Starts two children under a guardian, tells their numbers, and waits to be killed.
STARTER = """
import sys, time
from livinglab.local.processes import Child, Guardian
guardian = Guardian()
for _ in range(2):
    child = Child("sleeper", [sys.executable, "-c", "import time; time.sleep(60)"], guardian=guardian)
    print(child.pid, flush=True)
time.sleep(60)
"""


def is_gone(pid: int) -> bool:
    return not psutil.pid_exists(pid) or has_ended(psutil.Process(pid))


def test_a_stubborn_process_and_its_children_are_killed():
    with guarded() as guardian:
        child = Child("stubborn", [sys.executable, "-c", STUBBORN], guardian=guardian, stdout=subprocess.PIPE)
        child.process.stdout.readline()
        grandchildren = psutil.Process(child.pid).children()
        started = time.monotonic()
        child.stop(patience=0.5)
    assert time.monotonic() - started < 5
    assert child.exit_code() == -signal.SIGKILL
    assert len(grandchildren) == 1
    assert wait_until(lambda: is_gone(grandchildren[0].pid), 5)


def test_what_steps_back_leaves_the_processor_to_others():
    with guarded() as guardian:
        child = Child("sleeper", SLEEPER, guardian=guardian)
        child.step_back()
        assert psutil.Process(child.pid).nice() == BACK
        group = Path(f"/proc/{child.pid}/autogroup")
        if group.exists() and group.read_text():
            assert group.read_text().split()[-1] == str(BACK)
        child.stop()


def test_killing_the_starter_stops_what_it_started():
    starter = subprocess.Popen([sys.executable, "-c", STARTER], stdout=subprocess.PIPE, text=True)
    children = [int(starter.stdout.readline()) for _ in range(2)]
    assert not any(is_gone(pid) for pid in children)
    starter.kill()
    starter.wait()
    starter.stdout.close()
    assert wait_until(lambda: all(is_gone(pid) for pid in children), 10)


def test_what_was_forgotten_is_left_alone():
    with guarded() as guardian:
        child = Child("sleeper", SLEEPER, guardian=guardian)
        guardian.forget(child.pid)
    try:
        assert child.exit_code() is None
    finally:
        child.process.kill()
        child.process.wait()


def test_a_mark_is_of_one_process_only(tmp_path):
    process = subprocess.Popen(SLEEPER)
    mark = Mark.of("sleeper", process.pid)
    write_marks(tmp_path / "marks.json", [mark])
    assert read_marks(tmp_path / "marks.json") == [mark]
    assert mark.process().pid == process.pid
    later = Mark("sleeper", process.pid, mark.started + 60)
    assert later.process() is None, "a later process with the same number is another one"
    stop_process(mark.process(), patience=5)
    process.wait()
    assert mark.process() is None


@pytest.mark.parametrize("content", ["", "{", '[{"pid": 1}]', "[1]"])
def test_unreadable_marks_are_none(tmp_path, content):
    (tmp_path / "marks.json").write_text(content)
    assert read_marks(tmp_path / "marks.json") == []


def test_our_own_group_is_never_killed():
    from livinglab.local.processes import kill_group

    kill_group(os.getpgrp())
