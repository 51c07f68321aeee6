"""Withdrawing a meeting: a page with participants cannot be removed, by any route.

The rule: while a meeting is in use (`services.meetings_in_use`) it keeps a page that everybody may read; where it had
none, a published one; where it had none of those, any. `events.signal_handlers` asks under every way to unpublish,
delete, move or hide a page, so that views, Wagtail's API, the clock and the shell cannot differ.
"""

import enum
import functools
import operator
from collections.abc import Callable, Iterable

from django.db.models import Q
from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail.query import PageQuerySet

from events.form_fields import BUSY
from events.pages import MeetingPage
from events.signups import services
from livinglab.core.content.visibility import is_public, public
from livinglab.core.editing.refusals import BusyError, RefusedError


class Loss(enum.Enum):
    """What a meeting loses with a page."""

    ITS_LAST_PUBLIC_PAGE = enum.auto()
    ITS_LAST_PUBLISHED_PAGE = enum.auto()
    ITS_LAST_PAGE = enum.auto()


def originals() -> PageQuerySet:
    """The pages of meetings, without those that only repeat another."""
    return MeetingPage.objects.filter(alias_of=None)


def meetings_that_must_stay(pages: Iterable[Page], *, deletes: bool) -> list[MeetingPage]:
    """The meetings in use that would lose their last page with `pages` and what is below them."""
    below = functools.reduce(operator.or_, (Q(path__startswith=page.path) for page in pages))
    return [page for page in _in_use(below, with_mail=deletes) if _loss(page, originals().exclude(below))]


def take_offline(page: MeetingPage) -> None:
    """`page` is about to be unpublished. Raises RefusedError."""
    _let_go(page, is_deleted=False)


def forget(page: MeetingPage) -> None:
    """`page` is being deleted, perhaps with other pages that are gone already. Raises RefusedError."""
    _let_go(page, is_deleted=True)


def hide(page: Page) -> None:
    """`page` and what is below it are about to become private. Raises RefusedError."""
    if page.get_view_restrictions().exists():
        return
    below = Q(path__startswith=page.path)
    for meeting in public(_in_use(below, with_mail=False)):
        if _loss(meeting, public(originals()).exclude(below)):
            _refuse(meeting, services.refuse_while_in_use)


def reason_to_stay(meetings: Iterable[MeetingPage], *, by_mail_only: bool = False) -> str:
    """Why `meetings` cannot be taken away, and what to do."""
    named = ", ".join(f"‘{page.title}’" for page in meetings)
    if by_mail_only:
        return _("Mail about %(meetings)s is still on its way. Try again in a few minutes.") % {"meetings": named}
    return _(
        "People have signed up for %(meetings)s. Cancel the meeting first, so that they get a mail; then take it away."
    ) % {"meetings": named}


def _in_use(below: Q, *, with_mail: bool) -> PageQuerySet:
    in_use = services.meetings_in_use(with_mail=with_mail).values("key")
    return originals().filter(below, translation_key__in=in_use).order_by("path")


def _let_go(page: MeetingPage, *, is_deleted: bool) -> None:
    loss = None if page.alias_of_id else _loss(page, originals().exclude(pk=page.pk))
    if loss is None:
        return
    closes = page.live and loss is not Loss.ITS_LAST_PUBLIC_PAGE
    service = services.withdraw if closes else services.refuse_while_in_use
    _refuse(page, functools.partial(service, with_mail=is_deleted and loss is Loss.ITS_LAST_PAGE))


def _loss(page: MeetingPage, staying: PageQuerySet) -> Loss | None:
    if not _of(page, staying):
        return Loss.ITS_LAST_PAGE
    if page.live and not _of(page, staying.live()):
        return Loss.ITS_LAST_PUBLISHED_PAGE
    if is_public(page) and not _of(page, public(staying)):
        return Loss.ITS_LAST_PUBLIC_PAGE
    return None


def _of(page: MeetingPage, pages: PageQuerySet) -> bool:
    return pages.filter(translation_key=page.translation_key).exists()


def _refuse(page: MeetingPage, service: Callable[..., None]) -> None:
    """Call `service` for the meeting, and say in words what it refuses."""
    try:
        service(meeting=page.translation_key)
    except services.UnknownMeetingError:
        return  # it was never published
    except services.MeetingInUseError as error:
        raise RefusedError(reason_to_stay([page], by_mail_only=error.by_mail_only)) from error
    except services.SeatsBusyError as error:
        raise BusyError(str(BUSY)) from error
