"""Who may do what with pictures and documents: Wagtail's permissions on collections, which stop at a private one.

A permission on a collection counts for those below it, but not below a collection that only some may view: there it has
to be given anew. Who may change (not only add) is trusted with all, as with published pages.
"""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q, QuerySet
from wagtail.models import Collection
from wagtail.permission_policies.collections import CollectionOwnershipPermissionPolicy
from wagtail.permissions import register_permission_policy

from livinglab.core.media.documents import LabDocument
from livinglab.core.media.images import LabImage


class UploadPermissionPolicy(CollectionOwnershipPermissionPolicy):
    """One place, since forms, lists, choosers, bulk actions and the admin's API all ask it."""

    def _check_perm(self, user: Any, actions: Iterable[str], collection: Collection | None = None) -> bool:
        if not super()._check_perm(user, actions, collection):
            return False
        if collection is None or user.is_superuser:
            return True
        return self._collections_with_perm(user, actions).filter(pk=collection.pk).exists()

    def _collections_with_perm(self, user: Any, actions: Iterable[str]) -> QuerySet[Collection]:
        collections = super()._collections_with_perm(user, actions)
        given = [one.collection.path for one in self._get_user_permission_objects_for_actions(user, actions)]
        trusted = [one.collection.path for one in self._get_user_permission_objects_for_actions(user, ["change"])]
        closed = Q(pk__in=[])
        for private in Collection.objects.filter(view_restrictions__isnull=False).distinct():
            if any(private.path.startswith(path) for path in trusted):
                continue
            branch = Q(path__startswith=private.path)
            for path in given:
                if path.startswith(private.path):
                    branch &= ~Q(path__startswith=path)
            closed |= branch
        return collections.exclude(closed)


def register() -> None:
    """Before Wagtail's own: the policy of exactly this model wins."""
    for model, auth_model in ((LabImage, "wagtailimages.Image"), (LabDocument, "wagtaildocs.Document")):
        policy = UploadPermissionPolicy(model, auth_model=auth_model, owner_field_name="uploaded_by_user")
        register_permission_policy(model, policy, exact_class=True)
