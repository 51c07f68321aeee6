"""How often a term is used, whatever uses it: the vocabularies do not know the apps above them."""

from typing import TypeVar

from django.db.models import DO_NOTHING, Count, IntegerField, Model, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

M = TypeVar("M", bound=Model)


def using_relations(model: type[Model]) -> list[tuple[type[Model], str]]:
    """The models that refer to `model`, with the column: foreign keys and the rows of many-to-many relations.

    A term's own family (a category's parts) is no use of it, nor is what goes with it by itself (the search index).
    """
    return [
        (relation.related_model, relation.field.attname)
        for relation in model._meta.get_fields(include_hidden=True)
        if relation.auto_created
        and relation.one_to_many
        and relation.on_delete is not DO_NOTHING
        # A person's own themes say nothing about who uses that person.
        and relation.related_model is not model
        and relation.related_model._meta.auto_created is not model
    ]


def with_usage(terms: QuerySet[M]) -> QuerySet[M]:
    """`terms` with `uses`: how many rows refer to each, in one statement."""
    total = Value(0, output_field=IntegerField())
    for model, column in using_relations(terms.model):
        rows = (
            model._base_manager.filter(**{column: OuterRef("pk")})
            .order_by()
            .values(column)
            .annotate(uses_here=Count("pk"))
            .values("uses_here")
        )
        total = total + Coalesce(Subquery(rows, output_field=IntegerField()), 0)
    return terms.annotate(uses=total)


def count_uses(term: Model) -> int:
    """How many rows refer to one term."""
    return sum(model._base_manager.filter(**{column: term.pk}).count() for model, column in using_relations(type(term)))
