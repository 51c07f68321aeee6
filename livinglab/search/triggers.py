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

from livinglab.harvest.models import HarvestedStory
from livinglab.search import facets
from livinglab.search.models import IndexedEntry, SearchEntry
from livinglab.taxonomy.models import Category, LabTag, Organisation, Person, Theme

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
    arguments: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        return "_".join([self.function, *self.arguments])

    @property
    def sql(self) -> str:
        arguments = ", ".join(f"'{argument}'" for argument in self.arguments)
        return (
            f'CREATE OR REPLACE TRIGGER "{self.name}" AFTER {self.events} ON "{self.table}" '
            f"FOR EACH ROW EXECUTE FUNCTION {self.function}({arguments})"
        )


def wanted() -> Iterator[Trigger]:
    """Every trigger that the installed page types and vocabularies need."""
    yield Trigger(Page._meta.db_table, "search_on_page_change")
    yield Trigger(PageViewRestriction._meta.db_table, "search_on_restriction_change")
    for code, model in VOCABULARY.items():
        yield Trigger(model._meta.db_table, "search_on_term_change", arguments=(str(facets.get(code).number), code))
    yield Trigger(SearchEntry._meta.db_table, "search_on_entry_delete", events="DELETE")
    yield Trigger(IndexedEntry._meta.db_table, "search_on_indexed_change", events="INSERT OR DELETE")
    yield Trigger(Person._meta.db_table, "search_on_person_change")
    yield Trigger(HarvestedStory._meta.db_table, "search_on_harvested_change")
    for table, column in _relations_of(Person):
        yield Trigger(table, "search_on_content_change", arguments=("person", column))
    for page_type in get_page_models():
        if page_type is not Page:
            yield from _content_triggers(page_type)


def _relations_of(model: type[Model]) -> Iterator[tuple[str, str]]:
    """The tables of a model's own many-to-many relations, with the column that names its row."""
    for field in model._meta.local_many_to_many:
        through = field.remote_field.through
        if through is not None and through._meta.auto_created:
            yield field.m2m_db_table(), field.m2m_column_name()


def _content_triggers(page_type: type[Page]) -> Iterator[Trigger]:
    tables = [(page_type._meta.db_table, page_type._meta.pk.column)]
    for relation in page_type._meta.related_objects:
        # Wagtail's own children of a page (comments, groups' permissions) are no content.
        if isinstance(relation.field, ParentalKey) and relation.related_model._meta.app_label != "wagtailcore":
            tables.append((relation.related_model._meta.db_table, relation.field.column))
    for table, column in [*tables, *_relations_of(page_type)]:
        yield Trigger(table, "search_on_content_change", arguments=("page", column))


def install(using: str = "default") -> list[Trigger]:
    """Create the triggers that are missing and drop those no longer wanted; returns what was created.

    Nothing happens while this app's own tables are not there.
    """
    connection = connections[using]
    with connection.cursor() as cursor:
        tables = set(connection.introspection.table_names(cursor))
        if "search_indexedentry" not in tables:
            return []
        cursor.execute(
            "SELECT tgrelid::regclass::text, tgname FROM pg_trigger WHERE starts_with(tgname::text, 'search_on_')"
        )
        present = set(cursor.fetchall())
        needed = {(trigger.table, trigger.name): trigger for trigger in wanted() if trigger.table in tables}
        for table, name in present - needed.keys():
            cursor.execute(f'DROP TRIGGER "{name}" ON {table}')  # regclass has put the quotes that the table needs
        missing = [trigger for key, trigger in needed.items() if key not in present]
        for trigger in missing:
            cursor.execute(trigger.sql)
    return missing


def install_after_migrate(using: str, **kwargs: object) -> None:
    """Receiver of `post_migrate`."""
    install(using)
