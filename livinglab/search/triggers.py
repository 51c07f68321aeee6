"""Which tables call the functions that keep the read model true (migration 0002 says what these do).

The tables follow from Wagtail's registry of page types, so the triggers are put in place after every `migrate`: a new
page type needs nothing more than its `search_entries()`.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db import connections
from django.db.models import Model
from modelcluster.fields import ParentalKey
from wagtail.models import Page, PageViewRestriction, get_page_models

from livinglab.search import facets
from livinglab.taxonomy.models import Category, LabTag, Organisation, Theme

VOCABULARY: dict[str, type[Model]] = {
    "theme": Theme,
    "category": Category,
    "organisation": Organisation,
    "tag": LabTag,
}
"""Facet code → whose rows are its values. Their names are in the entries, so a change is felt there."""


@dataclass(frozen=True)
class Trigger:
    """A call of `function` after each of `events` on a row of `table`."""

    table: str
    function: str
    events: str = "INSERT OR UPDATE OR DELETE"
    argument: str = ""

    @property
    def name(self) -> str:
        return f"{self.function}_{self.argument}".rstrip("_")

    @property
    def sql(self) -> str:
        argument = f"'{self.argument}'" if self.argument else ""
        return (
            f'CREATE OR REPLACE TRIGGER "{self.name}" AFTER {self.events} ON "{self.table}" '
            f"FOR EACH ROW EXECUTE FUNCTION {self.function}({argument})"
        )


def wanted() -> Iterator[Trigger]:
    """Every trigger that the installed page types and vocabularies need."""
    yield Trigger(Page._meta.db_table, "search_on_page_change")
    yield Trigger(PageViewRestriction._meta.db_table, "search_on_restriction_change")
    for code, model in VOCABULARY.items():
        yield Trigger(model._meta.db_table, "search_on_term_change", "UPDATE", str(facets.get(code).number))
    for page_type in get_page_models():
        if page_type is not Page:
            yield from _content_triggers(page_type)


def _content_triggers(page_type: type[Page]) -> Iterator[Trigger]:
    tables = [(page_type._meta.db_table, page_type._meta.pk.column)]
    for relation in page_type._meta.related_objects:
        # Wagtail's own children of a page (comments, groups' permissions) are no content.
        if isinstance(relation.field, ParentalKey) and relation.related_model._meta.app_label != "wagtailcore":
            tables.append((relation.related_model._meta.db_table, relation.field.column))
    for field in page_type._meta.local_many_to_many:
        if field.remote_field.through._meta.auto_created:
            tables.append((field.m2m_db_table(), field.m2m_column_name()))
    for table, column in tables:
        yield Trigger(table, "search_on_content_change", argument=column)


def install(using: str = "default") -> list[Trigger]:
    """Create the triggers that are missing; returns them. Nothing happens while this app's own tables are not there."""
    connection = connections[using]
    with connection.cursor() as cursor:
        tables = set(connection.introspection.table_names(cursor))
        if "search_stalepage" not in tables:
            return []
        cursor.execute(
            "SELECT tgrelid::regclass::text, tgname FROM pg_trigger WHERE starts_with(tgname::text, 'search_on_')"
        )
        present = set(cursor.fetchall())
        missing = [
            trigger
            for trigger in dict.fromkeys(wanted())
            if trigger.table in tables and (trigger.table, trigger.name) not in present
        ]
        for trigger in missing:
            cursor.execute(trigger.sql)
    return missing


def install_after_migrate(using: str, **kwargs) -> None:
    """Receiver of `post_migrate`."""
    install(using)
