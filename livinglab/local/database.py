"""What the commands themselves ask of the site's database, without starting Django."""

import os
from collections.abc import Mapping
from typing import Any

import psycopg

from livinglab.local.errors import UserError
from livinglab.local.paths import cluster_dir
from livinglab.settings.embedded_postgres import embedded_url, is_embedded

SCHEMA = "livinglab_local"


def database_url(name: str = "postgres", environ: Mapping[str, str] = os.environ) -> str:
    """The database to use: `DATABASE_URL` if it is set, else the embedded PostgreSQL called `name`."""
    return environ.get("DATABASE_URL") or embedded_url(cluster_dir(name, environ))


def connect(url: str, **changes: Any) -> psycopg.Connection:
    """A connection to the database of a Django URL, each statement its own transaction."""
    scheme, _, rest = url.partition("://")
    if scheme not in {"postgres", "postgresql", "psql", "pgsql", "postgis"}:
        why = "DATABASE_URL does not name a PostgreSQL, and Living Lab runs on nothing else."
        raise UserError(why, "It looks like postgres://user:password@host:5432/database")
    try:
        return psycopg.connect(f"postgres://{rest}", autocommit=True, connect_timeout=10, **changes)
    except psycopg.Error as error:
        if is_embedded(url):
            raise
        raise UserError(
            f"The PostgreSQL of DATABASE_URL cannot be used: {str(error).strip()}",
            "Start it, make the database in it (createdb), or correct DATABASE_URL.",
            "Without DATABASE_URL the embedded PostgreSQL is used: env -u DATABASE_URL make run",
        ) from error


class Stamps:
    """What was done to a database, kept in it: a fresh or restored one never passes for one that is ready."""

    def __init__(self, connection: psycopg.Connection) -> None:
        self._connection = connection

    def read(self) -> dict[str, str]:
        """The stamp of each step."""
        return dict(self._rows(f"SELECT step, fingerprint FROM {SCHEMA}.stamp"))

    def write(self, step: str, fingerprint: str) -> None:
        """Keep that a step has been done."""
        self._connection.execute(f"CREATE SCHEMA IF NOT EXISTS {SCHEMA}")
        self._connection.execute(
            f"CREATE TABLE IF NOT EXISTS {SCHEMA}.stamp"
            " (step text PRIMARY KEY, fingerprint text NOT NULL, done_at timestamptz NOT NULL DEFAULT now())"
        )
        self._connection.execute(
            f"INSERT INTO {SCHEMA}.stamp (step, fingerprint) VALUES (%s, %s)"
            " ON CONFLICT (step) DO UPDATE SET fingerprint = excluded.fingerprint, done_at = now()",
            [step, fingerprint],
        )

    def migrations(self) -> str:
        """Which migrations the database has had, in short; empty when it is fresh."""
        rows = self._rows("SELECT count(*) || ' ' || coalesce(max(id), 0) FROM django_migrations")
        return rows[0][0] if rows else ""

    def password_hash(self, email: str) -> str | None:
        """The stored password of a user; None when there is no such user."""
        rows = self._rows("SELECT password FROM accounts_user WHERE lower(email) = lower(%s)", email)
        return rows[0][0] if rows else None

    def _rows(self, query: Any, *parameters: Any) -> list[Any]:
        try:
            return self._connection.execute(query, parameters).fetchall()
        except psycopg.errors.UndefinedTable:
            return []
