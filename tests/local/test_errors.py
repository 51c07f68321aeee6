"""How a command ends when something goes wrong."""

import errno
import os

import psycopg
import pytest

from livinglab.local.errors import UserError, output_error, run_command


@pytest.fixture(autouse=True)
def _var(tmp_path, monkeypatch):
    monkeypatch.setenv("LIVINGLAB_VAR", str(tmp_path))


def ended(error: BaseException) -> SystemExit:
    """How a command ends that raises an error."""

    def main(_arguments):
        raise error

    with pytest.raises(SystemExit) as raised:
        run_command(main)
    return raised.value


def test_what_a_person_can_mend_is_said_with_what_to_do():
    assert ended(UserError("Port 8000 is taken.", "Use another.")).code == "✗ Port 8000 is taken.\n  → Use another."


@pytest.mark.parametrize(
    "error",
    [
        OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)),
        psycopg.errors.DiskFull("could not extend file: No space left on device"),
    ],
)
def test_a_full_disk_is_called_so_and_which_it_is(error, tmp_path):
    assert f"MB free at {tmp_path}" in ended(error).code
    assert f"MB free at {tmp_path}" in str(output_error("It stopped.", f"words\n{error}\nwords"))


def test_a_file_of_somebody_else_is_named():
    assert "/srv/theirs belongs to another user" in ended(PermissionError(errno.EACCES, "no", "/srv/theirs")).code


def test_ctrl_c_is_no_error_to_tell_of():
    assert ended(KeyboardInterrupt()).code == 130


def test_what_nobody_foresaw_keeps_its_traceback():
    with pytest.raises(ZeroDivisionError):
        run_command(lambda arguments: 1 // 0)
