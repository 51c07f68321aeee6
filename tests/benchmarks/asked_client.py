"""Says what each address on its input costs in the release that it runs in: milliseconds of processor time.

Run by `lists_before` with the code of a release; so it uses nothing of any release but Django.
"""

import json
import sys
import time
from pathlib import Path

import django


def main() -> None:
    django.setup()
    from django.db import connection
    from django.test import Client

    client = Client(SERVER_NAME="127.0.0.1")
    connection.ensure_connection()
    for line in sys.stdin:
        address = line.strip()
        server = connection.connection.info.backend_pid
        began = time.process_time() + processor_seconds(server)
        answer = client.get(address)
        taken = time.process_time() + processor_seconds(server) - began
        if answer.status_code != 200:
            raise SystemExit(f"{address} answers {answer.status_code}.")
        print(json.dumps(taken * 1000), flush=True)  # noqa: T201 - to who asked


def processor_seconds(pid: int) -> float:
    return int(Path(f"/proc/{pid}/schedstat").read_text().split()[0]) / 1e9


if __name__ == "__main__":
    main()
