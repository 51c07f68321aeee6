"""Processes that start quickly: forked, one for each question, from one that has imported what they need."""

import json
import subprocess
import sys
from collections.abc import Mapping
from contextlib import AbstractContextManager
from pathlib import Path

# Has no connection and no thread when it forks.
_SERVER = """
import json, os, signal, sys, traceback
exec(sys.argv[1])
for question in map(json.loads, sys.stdin):
    child = os.fork()
    if not child:
        signal.alarm(60)
        os.environ.clear()
        os.environ.update(question["environ"])
        for stream, path in enumerate(question["output"], start=1):
            os.dup2(os.open(path, os.O_WRONLY | os.O_CREAT), stream)
        if not question["output"]:
            os.dup2(2, 1)
        try:
            exec(question["code"])
        except BaseException:
            traceback.print_exc()
            os._exit(1)
        sys.stdout.flush()
        os._exit(0)  # to tidy up what Python imported takes longer than the question
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""


class ForkServer(AbstractContextManager):
    """Runs code in processes of their own, in which what `imports` says is there already."""

    def __init__(self, imports: str, environ: Mapping[str, str], cwd: Path | None = None) -> None:
        command, pipe = [sys.executable, "-c", _SERVER, imports], subprocess.PIPE
        self._server = subprocess.Popen(command, env=environ, cwd=cwd, stdin=pipe, stdout=pipe, text=True)

    def run(self, code: str, environ: Mapping[str, str], *output: Path) -> int:
        """The exit code of a process with this environment; `output`: files for what it says and for its errors."""
        question = {"code": code, "environ": dict(environ), "output": [str(path) for path in output]}
        print(json.dumps(question), file=self._server.stdin, flush=True)
        return int(self._server.stdout.readline())

    def close(self) -> None:
        """End; the end of its input is its end."""
        self._server.communicate()

    def __exit__(self, *_exception: object) -> None:
        self.close()
