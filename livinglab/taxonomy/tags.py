"""Merging tags: what carried one of several words carries one word afterwards, in every version."""

from collections.abc import Collection

from django.db import transaction
from wagtail.models import Revision

from livinglab.taxonomy.models import LabTag
from livinglab.taxonomy.usage import references_to


@transaction.atomic
def merge_tags(*, tags: Collection[LabTag], into: LabTag) -> int:
    """Give everything that carries one of `tags` the tag `into`, and delete the others; returns how many went.

    Deleting comes last and one by one: its signal makes search look again at the pages that had the tag.
    """
    others = [tag for tag in tags if tag.pk != into.pk]
    pks = {tag.pk for tag in others}
    for reference in references_to(LabTag):
        model, column = reference.model, reference.column
        have_it = model._base_manager.filter(**{column: into.pk}).values("content_object_id")
        rows = model._base_manager.filter(**{f"{column}__in": pks})
        rows.filter(content_object_id__in=have_it).delete()
        doubles = rows.order_by("content_object_id", "pk")
        keep = doubles.distinct("content_object_id").values("pk")
        rows.exclude(pk__in=list(keep.values_list("pk", flat=True))).delete()
        rows.update(**{column: into.pk})
    _merge_in_versions(pks, into.pk)
    for tag in others:
        tag.delete()
    return len(others)


def _merge_in_versions(pks: set[int], into: int) -> None:
    """Rewrite the tags in every version of a page: a draft, a planned or an old one must not lose them."""
    for pk in pks:
        for revision in Revision.objects.filter(content__tagged_items__contains=[{"tag": pk}]):
            merged, seen = [], set()
            for item in revision.content["tagged_items"]:
                tag = into if item["tag"] in pks else item["tag"]
                if tag not in seen:
                    seen.add(tag)
                    merged.append({**item, "tag": tag})
            revision.content["tagged_items"] = merged
            revision.save(update_fields=["content"])
