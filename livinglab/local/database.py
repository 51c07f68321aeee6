"""What the commands themselves ask of the site's database, without starting Django."""

import os
from collections.abc import Mapping
from typing import Any

import environ
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
    config = environ.Env.db_url_config(url)
    if not config.get("ENGINE", "").endswith(("postgresql", "postgresql_psycopg2", "postgis")):
        raise UserError(
            "DATABASE_URL does not name a PostgreSQL, and Living Lab runs on nothing else.",
            "It looks like postgres://user:password@host:5432/database",
        )
    names = {"dbname": "NAME", "user": "USER", "password": "PASSWORD", "host": "HOST", "port": "PORT"}
    parts = {name: config[key] for name, key in names.items()} | config.get("OPTIONS", {}) | changes
    given = {name: value for name, value in parts.items() if value not in ("", None)}
    try:
        return psycopg.connect(**given, autocommit=True, connect_timeout=10)
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
        if not self._value("SELECT to_regclass(%s)", f"{SCHEMA}.stamp"):
            return {}
        return dict(self._connection.execute(f"SELECT step, fingerprint FROM {SCHEMA}.stamp").fetchall())

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
        if not self._value("SELECT to_regclass('django_migrations')"):
            return ""
        return self._value("SELECT count(*) || ' ' || coalesce(max(id), 0) FROM django_migrations")

    def password_hash(self, email: str) -> str | None:
        """The stored password of a user; None when there is no such user."""
        if not self._value("SELECT to_regclass('accounts_user')"):
            return None
        return self._value("SELECT max(password) FROM accounts_user WHERE lower(email) = lower(%s)", email)

    def _value(self, query: Any, *parameters: Any) -> Any:
        row = self._connection.execute(query, parameters).fetchone()
        return row[0] if row else None
