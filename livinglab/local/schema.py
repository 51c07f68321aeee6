"""The tables of an empty site as SQL: on the embedded PostgreSQL a new database begins with them.

    python -m livinglab.local.schema

writes `schema.sql` anew: what all migrations make of an empty database. Loading it takes a second where they take half
a minute, and `migrate` goes on from there, so a migration that comes later needs no new file. A database that has
tables never gets it, nor does one on another server: there the migrations make the tables.
"""

import hashlib
import os
import re
import subprocess
import sys
from pathlib import Path

from livinglab.local.database import connect
from livinglab.local.errors import run_command
from livinglab.local.paths import ROOT, cluster_dir, packages
from livinglab.local.postgres import environ, program, remove_cluster, start_server
from livinglab.local.supervisor import Supervisor
from livinglab.settings.embedded_postgres import DATABASE_NAME, USER, embedded_url, is_embedded, socket_dir

SCHEMA_FILE = ROOT / "livinglab" / "local" / "schema.sql"
CLUSTER = "postgres-schema"
# A queue begins empty: what a migration asked of a worker, `migrate` asks again.
PG_DUMP = ["--no-owner", "--no-privileges", "--rows-per-insert=500", "--exclude-table-data=procrastinate_*"]
# What only `psql` understands, and which versions wrote it.
LEFT_OUT = re.compile(r"\\(un)?restrict |--( |$)|$")
APPLIED = re.compile(r"^\s+\(\d+, '(\w+)', '(\w+)', '2000-01-01 ", re.MULTILINE)  # a row of django_migrations
DIGEST = re.compile(r"^-- Made by `make schema`, of migrations with the digest (\w+)$", re.MULTILINE)


def load(url: str, **changes: str) -> None:
    """Make the tables in an empty database of the embedded PostgreSQL; any other is left as it is.

    `changes`: what is not as the URL says, such as `dbname`.
    """
    if not is_embedded(url):
        return
    with connect(url, **changes) as database:
        if database.execute("SELECT 1 FROM pg_tables WHERE schemaname = 'public' LIMIT 1").fetchone():
            return
        with database.transaction():  # all of them or, if it is broken off, none
            database.execute(SCHEMA_FILE.read_bytes())
            database.execute("UPDATE public.django_migrations SET applied = now()")


def our_migrations(sql: str) -> dict[tuple[str, str], Path | None]:
    """The migrations of our apps that made an SQL, with their files; None for one whose file is gone."""
    files = {
        (file.parents[1].name, file.stem): file
        for package in packages()
        for file in sorted(package.glob("**/migrations/[0-9]*.py"))
    }
    ours = {app for app, _name in files}
    return {key: files.get(key) for key in APPLIED.findall(sql) if key[0] in ours}


def digest_of(sql: str) -> str:
    """The digest of the migrations that made an SQL, as their files are now."""
    found = hashlib.sha256()
    for (app, name), file in our_migrations(sql).items():
        found.update(f"{app}.{name}\0".encode() + (file.read_bytes() if file else b""))
    return found.hexdigest()


def dump(url: str, directory: Path) -> str:
    """The tables and rows that migrations made in the database of a server."""
    with connect(url) as database:
        database.execute("UPDATE django_migrations SET applied = '2000-01-01Z'")  # or each dump would be another
    where = ["--host", str(socket_dir(directory)), "--username", USER, DATABASE_NAME]
    command = [*program("pg_dump"), *PG_DUMP, *where]
    said = subprocess.run(command, capture_output=True, text=True, check=True, env=environ()).stdout
    sql = "".join(f"{line}\n" for line in said.splitlines() if not LEFT_OUT.match(line))
    return f"-- Made by `make schema`, of migrations with the digest {digest_of(sql)}\n{sql}"


def main(_arguments: list[str]) -> None:
    """Run all migrations on an empty database, and write down what they made."""
    directory = cluster_dir(CLUSTER)
    remove_cluster(directory)
    url = embedded_url(directory)
    try:
        with Supervisor("schema") as supervisor:
            start_server(supervisor, directory, durable=False)
            migrate = [sys.executable, "manage.py", "migrate", "--verbosity", "0"]
            subprocess.run(migrate, cwd=ROOT, env={**os.environ, "DATABASE_URL": url}, check=True)
            SCHEMA_FILE.write_text(dump(url, directory), encoding="utf-8")
    finally:
        remove_cluster(directory)
    print(f"✓ {SCHEMA_FILE.relative_to(ROOT)}")


if __name__ == "__main__":
    run_command(main)
