"""All that a database dump would hold."""

from django.db import connection


def everything_in_the_database(*, tables: bool = False):
    """All text of all tables; with `tables` by table."""
    found = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT coalesce(string_agg(t::text, ''), '') FROM \"{table}\" t")
            found[table] = cursor.fetchone()[0]
    return found if tables else "".join(found.values())
