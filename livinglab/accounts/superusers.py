"""Who is no superuser has no power over one: cannot change, delete or reset one, nor make one.

The rule is under the model: it holds for whoever is at work in the admin, whatever form, bulk action or API they use.
The shell and the commands are the operator's.
"""

from collections.abc import Collection
from typing import Any

from django.db.models import Model
from django.db.models.signals import m2m_changed, pre_delete, pre_save
from django.dispatch import receiver
from django.utils.translation import gettext as _
from wagtail.log_actions import get_active_log_context

from livinglab.accounts.models import User
from livinglab.core.editing.refusals import RefusedError


def has_power_over(actor: Any, user: User) -> bool:
    """Whether `actor` may manage the account of `user`."""
    return bool(actor.is_superuser) or not user.is_superuser


def refuse_without_power(actor: Any, user: User) -> None:
    """Raises RefusedError unless `actor` may manage the account of `user`."""
    if not has_power_over(actor, user):
        raise RefusedError(refusal())


def refusal() -> str:
    """Why, in words."""
    return _("Only somebody with all rights may manage an account with all rights.")


def _refuse_whoever_is_at_work(*users: User) -> None:
    actor = get_active_log_context().user
    if isinstance(actor, User) and not actor.is_superuser:
        for user in users:
            refuse_without_power(actor, user)


@receiver(pre_save, sender=User)
def guard_changes(instance: User, raw: bool = False, **kwargs: object) -> None:
    """Neither the account as it was nor as it becomes may be a superuser's."""
    if raw or not isinstance(get_active_log_context().user, User):
        return
    _refuse_whoever_is_at_work(instance, *User.objects.filter(pk=instance.pk, is_superuser=True))


@receiver(pre_delete, sender=User)
def guard_deleting(instance: User, **kwargs: object) -> None:
    _refuse_whoever_is_at_work(instance)


@receiver(m2m_changed, sender=User.groups.through)
@receiver(m2m_changed, sender=User.user_permissions.through)
def guard_roles(instance: Model, action: str, pk_set: Collection[int] | None, **kwargs: object) -> None:
    """From either side: the roles of a user, or the users of a role."""
    if not action.startswith("pre_") or not isinstance(get_active_log_context().user, User):
        return
    if isinstance(instance, User):
        _refuse_whoever_is_at_work(instance)
    else:
        _refuse_whoever_is_at_work(*User.objects.filter(pk__in=pk_set or (), is_superuser=True))
