"""How often a term is used, whatever uses it: the vocabularies do not know the apps above them.

A use is a row that refers to the term, or a page whose next version does: a draft, a version that is planned, or one
that waits for a moderator. An older version is no use, since nobody could take it away; it opens with an empty field in
the place of what is gone.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from django.contrib.contenttypes.models import ContentType
from django.db.models import (
    DO_NOTHING,
    BigIntegerField,
    Count,
    Exists,
    Field,
    Func,
    IntegerField,
    JSONField,
    Model,
    OuterRef,
    ProtectedError,
    Q,
    QuerySet,
    Subquery,
    Value,
)
from django.db.models.functions import Cast, Coalesce
from modelcluster.fields import ParentalKey
from wagtail.models import Page, Revision, TaskState, WorkflowState

from livinglab.taxonomy.ambition_webs import AmbitionAxis
from livinglab.taxonomy.models import Category, ConsentRequest, Organisation, Theme

M = TypeVar("M", bound=Model)

# Pages would lose these without a word. A tag or a person may always go.
KEPT_WHILE_USED = (Theme, Category, Organisation, AmbitionAxis)


@dataclass(frozen=True)
class Reference:
    """One way to refer to a term: a column of a table, and for what belongs to a page its place in versions."""

    model: type[Model]
    column: str
    page_type: type[Page] | None = None
    page_column: str = ""
    """The column of `model` that holds its page."""
    place: str = ""
    """The name in a version's content: of a field, or of a relation."""
    field: str = ""
    """The name of the field within the rows of that relation."""
    is_many: bool = False
    """Whether the field holds a list of keys."""

    def content(self, pk: Any) -> Func:
        """JSON that the content of a version contains when it refers to `pk`, which may be an expression."""
        if self.field:
            return _json_object(self.place, _json_array(_json_object(self.field, pk)))
        return _json_object(self.place, _json_array(pk) if self.is_many else pk)


def references_to(model: type[Model]) -> Iterator[Reference]:
    """Every way to refer to rows of `model`.

    A term's own family (a category's parts) is no use of it, nor is what goes with it by itself (the search index).
    """
    relations: Iterable[Any] = model._meta.get_fields(include_hidden=True)
    for relation in relations:
        if not (relation.auto_created and relation.one_to_many) or relation.on_delete is DO_NOTHING:
            continue
        rows = relation.related_model
        if rows is ConsentRequest:  # goes with the person whom it asks
            continue
        # A person's own themes say nothing about who uses that person.
        if rows is not model and rows._meta.auto_created is not model:
            yield _reference(rows, relation.field)


def _reference(rows: Any, field: Field) -> Reference:
    if issubclass(rows, Page):
        return Reference(rows, field.attname, rows, rows._meta.pk.attname, place=field.name)
    owner = rows._meta.auto_created
    if owner and issubclass(owner, Page):
        many = next(many for many in owner._meta.many_to_many if many.remote_field.through is rows)
        return Reference(rows, field.attname, owner, f"{many.m2m_field_name()}_id", place=many.name, is_many=True)
    parent = next((one for one in rows._meta.fields if isinstance(one, ParentalKey)), None)
    if parent is not None and issubclass(parent.related_model, Page):
        place = parent.remote_field.get_accessor_name()
        return Reference(rows, field.attname, parent.related_model, parent.attname, place=place, field=field.name)
    return Reference(rows, field.attname)


def next_versions() -> QuerySet[Revision]:
    """The versions of pages that may be published as they are: drafts, those planned, and those that wait."""
    drafts = Page.objects.filter(has_unpublished_changes=True)
    waiting = TaskState.objects.filter(
        workflow_state__status__in=(WorkflowState.STATUS_IN_PROGRESS, WorkflowState.STATUS_NEEDS_CHANGES)
    )
    return Revision.objects.filter(
        Q(pk__in=drafts.values("latest_revision"))
        | Q(approved_go_live_at__isnull=False)
        | Q(pk__in=waiting.values("revision"))
    )


def with_usage(terms: QuerySet[M]) -> QuerySet[M]:
    """`terms` with `uses`: how many rows refer to each, and how many pages will, in one statement."""
    total: Any = Value(0, output_field=IntegerField())
    for reference in references_to(terms.model):
        total = total + _count(reference.model._base_manager.filter(**{reference.column: OuterRef("pk")}), "pk")
        if reference.page_type:
            total = total + _count(_versions_only(reference, reference.page_type), "object_id")
    return terms.annotate(uses=total)  # type: ignore[return-value]  # the stub forgets the model


def _versions_only(reference: Reference, page_type: type[Page]) -> QuerySet[Revision]:
    """The next versions of pages that refer to the term of the outer query where the page itself does not yet."""
    in_rows = reference.model._base_manager.filter(
        **{
            reference.column: OuterRef(OuterRef("pk")),
            reference.page_column: Cast(OuterRef("object_id"), BigIntegerField()),
        }
    )
    return next_versions().filter(
        ~Exists(in_rows),
        content_type=ContentType.objects.get_for_model(page_type, for_concrete_model=False),
        content__contains=reference.content(OuterRef("pk")),
    )


def _count(rows: QuerySet, column: str) -> Coalesce:
    """How many values of `column` the rows have."""
    counted = rows.order_by().annotate(one=Value(1)).values("one").annotate(number=Count(column, distinct=True))
    return Coalesce(Subquery(counted.values("number"), output_field=IntegerField()), 0)


def _json_object(name: str, value: Any) -> Func:
    return Func(Value(name), value, function="jsonb_build_object", output_field=JSONField())


def _json_array(value: Any) -> Func:
    return Func(value, function="jsonb_build_array", output_field=JSONField())


def count_uses(term: Model) -> int:
    """How often one term is used."""
    return with_usage(type(term)._base_manager.filter(pk=term.pk)).values_list("uses", flat=True).get()


def refuse_to_delete_what_is_used(sender: type[Model], instance: Model, **kwargs: object) -> None:
    """Receiver of `pre_delete`: raises ProtectedError, whoever deletes."""
    if isinstance(instance, KEPT_WHILE_USED) and count_uses(instance):
        raise ProtectedError(f"{instance} is still used.", {instance})
