"""What the commands themselves ask of the site's database, without starting Django.

What was done to a database is kept in that database, in a schema of its own: a fresh or restored one never passes
for one that is ready.
"""

import hashlib
from typing import Any

import environ
import psycopg

from livinglab.local.problem import Problem

SCHEMA = "livinglab_local"


class Database:
    """A connection to the site's database."""

    def __init__(self, url: str, *, named_by_person: bool) -> None:
        self.url = url
        try:
            self._connection = connect(url)
        except psycopg.Error as error:
            if not named_by_person:
                raise Problem(f"The database does not answer: {error}", "make stop, then again.") from error
            raise Problem(
                f"The PostgreSQL of DATABASE_URL cannot be used: {str(error).strip()}",
                "Start it, make the database in it (createdb), or correct DATABASE_URL.",
                "Without DATABASE_URL the embedded PostgreSQL is used: env -u DATABASE_URL make run",
            ) from error

    def close(self) -> None:
        self._connection.close()

    def is_fresh(self) -> bool:
        """Whether nobody has migrated this database yet."""
        return not self._has_table("django_migrations")

    def applied_migrations(self) -> str:
        """A digest of which migrations this database says it has had."""
        if self.is_fresh():
            return ""
        rows = self._rows("SELECT app || '.' || name FROM django_migrations ORDER BY 1")
        return hashlib.sha256("\n".join(row[0] for row in rows).encode()).hexdigest()

    def password_hash(self, email: str) -> str | None:
        """The stored password of a user; None when there is no such user."""
        if not self._has_table("accounts_user"):
            return None
        rows = self._rows("SELECT password FROM accounts_user WHERE lower(email) = lower(%s)", email)
        return rows[0][0] if rows else None

    def stamps(self) -> dict[str, str]:
        """What was done to this database: a fingerprint for each step."""
        if not self._has_table(f"{SCHEMA}.stamp"):
            return {}
        return dict(self._rows(f"SELECT step, fingerprint FROM {SCHEMA}.stamp"))

    def stamp(self, step: str, fingerprint: str) -> None:
        """Keep that a step has been done."""
        self._connection.execute(f"CREATE SCHEMA IF NOT EXISTS {SCHEMA}")
        self._connection.execute(
            f"CREATE TABLE IF NOT EXISTS {SCHEMA}.stamp"
            " (step text PRIMARY KEY, fingerprint text NOT NULL, done_at timestamptz NOT NULL DEFAULT now())"
        )
        self._connection.execute(
            f"INSERT INTO {SCHEMA}.stamp (step, fingerprint) VALUES (%s, %s)"  # noqa: S608 - a constant
            " ON CONFLICT (step) DO UPDATE SET fingerprint = excluded.fingerprint, done_at = now()",
            [step, fingerprint],
        )

    def _has_table(self, name: str) -> bool:
        return self._rows("SELECT to_regclass(%s) IS NOT NULL", name)[0][0]

    def _rows(self, query: Any, *parameters: Any) -> list[tuple[Any, ...]]:
        return self._connection.execute(query, parameters).fetchall()


def connect(url: str, **changes: Any) -> psycopg.Connection:
    """A connection to the database of a Django URL, each statement its own transaction."""
    config = environ.Env.db_url_config(url)
    if not config.get("ENGINE", "").endswith(("postgresql", "postgresql_psycopg2", "postgis")):
        raise Problem(
            "DATABASE_URL does not name a PostgreSQL, and Living Lab runs on nothing else.",
            "It looks like postgres://user:password@host:5432/database",
        )
    parts = {
        "dbname": config["NAME"],
        "user": config["USER"],
        "password": config["PASSWORD"],
        "host": config["HOST"],
        "port": config["PORT"],
        **config.get("OPTIONS", {}),
        **changes,
    }
    return psycopg.connect(
        **{name: value for name, value in parts.items() if value not in ("", None)},
        autocommit=True,
        connect_timeout=10,
    )
