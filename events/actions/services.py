"""The one writer of the progress of agreed actions: reminding their owners, and what these say.

An action belongs to a page, and its progress to the meeting: what counts is the action on a published page, and `done`
as soon as either says so. Days are those on the clock of the place.
"""

import datetime as dt
import json
import uuid
from collections.abc import Iterable

from django.conf import settings
from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone
from wagtail.models import Revision

from events.actions.models import ActionProgress
from events.mailing.models import OutgoingMail
from events.mailing.outgoing import queue_action_mail
from events.page_parts import AgreedAction
from events.signups.models import SeatPool
from livinglab.core.content.locales import language_of

REMIND_DAYS = 7
"""So many days before the day by which it was agreed, its owner is mailed; later where it was agreed later."""
OPEN_FOR = dt.timedelta(weeks=26)
"""How long after that day the link works, and the owner's address is kept."""


def published(actions: QuerySet[AgreedAction] | None = None) -> QuerySet[AgreedAction]:
    """The agreed actions on published pages; of an alias its original has them."""
    found = AgreedAction.objects.all() if actions is None else actions
    return found.filter(page__live=True, page__alias_of=None)


def still_open(actions: QuerySet[AgreedAction]) -> QuerySet[AgreedAction]:
    """Those that nobody has done or dropped: the first that are due come first, and those without a day last."""
    done = ActionProgress.objects.exclude(done_at=None).values("uuid")
    open_ones = actions.filter(status=AgreedAction.Status.OPEN).exclude(key__in=done)
    return open_ones.order_by(F("due_on").asc(nulls_last=True), "pk")


def with_progress(actions: Iterable[AgreedAction]) -> list[AgreedAction]:
    """The actions, each knowing what its owner said (`AgreedAction.shown_status`). One query."""
    found = list(actions)
    progress = ActionProgress.objects.in_bulk([action.key for action in found]) if found else {}
    for action in found:
        action.progress = progress.get(action.key)
    return found


def find(action: uuid.UUID) -> AgreedAction | None:
    """The action on a published page that a link is about, with its progress; None once it is over.

    It is over when it was dropped, when the page has it no more, and half a year after its day.
    """
    rows = published().filter(key=action).exclude(status=AgreedAction.Status.DROPPED)
    oldest = timezone.localdate() - OPEN_FOR
    rows = rows.filter(Q(due_on=None) | Q(due_on__gte=oldest)).select_related("page__locale", "owner")
    found = min(rows, key=_preference, default=None)
    return with_progress([found])[0] if found else None


def _preference(action: AgreedAction) -> tuple[bool, int]:
    """Of translations the one in the site's first language."""
    return language_of(action.page.locale_id) != settings.LANGUAGE_CODE, action.pk


def remind_owners() -> int:
    """Queue a mail to the owner of each action that is due within a week; returns how many. Once a due day."""
    today = timezone.localdate()
    near = still_open(published()).filter(due_on__gte=today, due_on__lte=today + dt.timedelta(days=REMIND_DAYS))
    keys = near.exclude(Q(owner_email="") & (Q(owner=None) | Q(owner__email=""))).values_list("key", flat=True)
    return sum(_remind(key) for key in dict.fromkeys(keys))


def _remind(key: uuid.UUID) -> bool:
    with transaction.atomic():
        action = find(key)
        pool = action and SeatPool.objects.filter(key=action.page.translation_key, is_cancelled=False).first()
        if action is None or pool is None:
            return False
        ActionProgress.objects.get_or_create(
            uuid=key, defaults={"pool": pool, "language": language_of(action.page.locale_id)}
        )
        progress = ActionProgress.objects.select_for_update().get(pk=key)
        if progress.done_at or progress.mails.filter(dedupe_key__endswith=f":{action.due_on}").exists():
            return False
        queue_action_mail(progress, OutgoingMail.Kind.ACTION_DUE, now=timezone.now(), occasion=str(action.due_on))
        return True


def mark_done(*, action: AgreedAction, note: str) -> ActionProgress:
    """Its owner says that it is done, and what came of it. Again changes the note."""
    with transaction.atomic():
        progress = _progress_of(action)
        progress.done_at = progress.done_at or timezone.now()
        progress.note = note
        progress.save(update_fields=["done_at", "note"])
        return progress


def reopen(*, action: AgreedAction) -> ActionProgress:
    """It is not done after all; the note stays."""
    with transaction.atomic():
        progress = _progress_of(action)
        progress.done_at = None
        progress.save(update_fields=["done_at"])
        return progress


def _progress_of(action: AgreedAction) -> ActionProgress:
    """The locked row of an action; made if nobody was mailed about it. Raises SeatPool.DoesNotExist."""
    pool = SeatPool.objects.get(key=action.page.translation_key)
    defaults = {"pool": pool, "language": language_of(action.page.locale_id)}
    ActionProgress.objects.get_or_create(uuid=action.key, defaults=defaults)
    return ActionProgress.objects.select_for_update().get(pk=action.key)


# -- Addresses --------------------------------------------------------------------------------------
def forget_old_addresses() -> int:
    """Forget the addresses of owners who are not mailed any more; returns how many actions had one."""
    long_ago = timezone.localdate() - OPEN_FOR
    done = ActionProgress.objects.filter(done_at__lt=timezone.now() - OPEN_FOR).values("uuid")
    ended = ~Q(status=AgreedAction.Status.OPEN) & Q(due_on=None)
    over = AgreedAction.objects.filter(Q(due_on__lt=long_ago) | Q(key__in=done) | ended).exclude(owner_email="")
    return sum(forget_address(email) for email in set(over.values_list("owner_email", flat=True)) - _in_use(long_ago))


def _in_use(long_ago: dt.date) -> set[str]:
    """The addresses that another action still needs."""
    needed = still_open(AgreedAction.objects.all()).filter(Q(due_on=None) | Q(due_on__gte=long_ago))
    return set(needed.values_list("owner_email", flat=True))


def forget_address(email: str) -> int:
    """Take an owner's address and remark off every action, also in drafts and old versions; returns of how many."""
    owned = AgreedAction.objects.filter(owner_email=email)
    told = AgreedAction.objects.filter(Q(owner_email=email) | Q(owner__email=email))
    ActionProgress.objects.filter(uuid__in=told.values("key")).exclude(note="").update(note="")
    count = owned.update(owner_email="")
    for revision in _versions_with(email):
        for action in revision.content["agreed_actions"]:
            if action.get("owner_email", "").lower() == email:
                action["owner_email"] = ""
        revision.save(update_fields=["content"])
    return count


def _versions_with(email: str) -> Iterable[Revision]:
    # As JSON has it: the address between quotes.
    named = Revision.objects.filter(content_type__app_label="events", content_type__model="meetingpage")
    return named.filter(content__agreed_actions__icontains=json.dumps(email)).iterator(chunk_size=100)


def owned_by(email: str) -> list[dict[str, object]]:
    """What is kept of an address as an owner, for its owner."""
    rows = with_progress(AgreedAction.objects.filter(owner_email=email).order_by("pk"))
    return [
        {"what": row.what, "who": row.who, "due_on": row.due_on, "note": row.progress.note if row.progress else ""}
        for row in rows
    ]
