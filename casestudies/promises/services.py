"""The one writer of answers to follow-up moments: from a private link to the page.

An answer is stored first, with the page locked, and then carried to the page by the route of the settings:

- *moderation*: a new version with the answer is submitted to the page's workflow;
- *straight*: a new version of what is online, with the answer, is published. A draft that an editor is working on gets
  the answer too and stays a draft.

Where the page is not free (it is locked, waits for a moderator, has a version that is planned or, by way of
moderation, a draft of somebody) the answer waits, editors see it on their first page, and it is tried again until it
is free. Nobody's draft is published or replaced.
"""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

import structlog
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from wagtail.models import Page
from wagtail.signals import page_published

from casestudies.models import CaseStudyPage, FollowUpAnswer, FollowUpMail, FollowUpSettings
from casestudies.promises.links import find
from livinglab.core.monitoring.logs import log_after_commit

logger = structlog.get_logger(__name__)

_State = FollowUpAnswer.State


@dataclass(frozen=True)
class Measured:
    """What was realised of one result."""

    realised: Decimal
    realised_to: Decimal | None = None
    evidence: str = ""

    def as_json(self) -> dict[str, str]:
        return {
            "realised": str(self.realised),
            "realised_to": "" if self.realised_to is None else str(self.realised_to),
            "evidence": self.evidence,
        }


@transaction.atomic
def answer(
    *, mail: FollowUpMail, status: str, note: str, figures: Mapping[uuid.UUID, Measured] | None = None
) -> FollowUpAnswer:
    """Keep what the holder of a link filled in, and carry it to the page. The same once more changes nothing.

    Raises DeadLinkError when the moment has gone, or is somebody else's, meanwhile.
    """
    page, _moment = find(mail)
    _lock(page)
    page, moment = find(mail)
    given = {str(key): measured.as_json() for key, measured in (figures or {}).items()}
    earlier = FollowUpAnswer.objects.filter(follow_up=mail.follow_up)
    latest = earlier.exclude(state__in=[_State.REPLACED, _State.DISMISSED]).last()
    # Figures that came on the page meanwhile are no news, and not given a second time.
    if latest and (latest.status, latest.note) == (status, note) and given.items() <= latest.figures.items():
        return latest
    now = timezone.now()
    earlier.filter(state=_State.WAITING).update(state=_State.REPLACED, ended_at=now)
    row = FollowUpAnswer.objects.create(
        mail=mail,
        follow_up=moment.translation_key,
        page=page.translation_key,
        status=status,
        note=note,
        figures=given,
        answered_on=timezone.localdate(),
        answered_at=now,
    )
    log_after_commit(logger.info, "follow_up_answered", follow_up=str(mail.follow_up), page_id=page.pk)
    carry(row, page)
    return row


def _lock(page: Page) -> None:
    # Before anything of the page is looked at, so that two answers are carried one after another.
    Page.objects.select_for_update(no_key=True).get(pk=page.pk)


def is_free(page: CaseStudyPage, *, with_draft: bool) -> bool:
    """Whether an answer can be carried to a page now; `with_draft`: a draft is not in the way."""
    return (
        page.live
        and page.get_lock() is None
        and page.current_workflow_state is None
        and not page.approved_schedule
        and (with_draft or not page.has_unpublished_changes)
    )


def carry(row: FollowUpAnswer, page: CaseStudyPage) -> bool:
    """Carry an answer to its page, which is locked; False when it has to wait."""
    is_straight = FollowUpSettings.is_straight()
    if not is_free(page, with_draft=is_straight):
        return False
    try:
        with transaction.atomic():
            if is_straight:
                _publish(row, page)
            else:
                _submit(row, page)
    except ValidationError as error:
        # The page itself is not in order: an editor has to look.
        logger.warning("follow_up_answer_waits", page_id=page.pk, reason=type(error).__name__)
        return False
    return True


def _submit(row: FollowUpAnswer, page: CaseStudyPage) -> None:
    version = CaseStudyPage.objects.get(pk=page.pk)
    if not write(row, version, with_note=True):
        _end(row, _State.DISMISSED)
        return
    version.save_revision(log_action=True)
    workflow = version.get_workflow()
    if workflow:
        workflow.start(version, user=None)
    row.state = _State.SUBMITTED
    row.save(update_fields=["state"])


def _publish(row: FollowUpAnswer, page: CaseStudyPage) -> None:
    for version in _online_versions(page):
        is_own = version.pk == page.pk
        if is_own or is_free(version, with_draft=True):
            _publish_version(row, version, with_note=is_own)
    _end(row, _State.PUBLISHED)


def _online_versions(page: CaseStudyPage) -> list[CaseStudyPage]:
    """The page and its translations: a figure is the same in every language, a note is not."""
    others = CaseStudyPage.objects.filter(translation_key=page.translation_key, live=True, alias_of=None)
    return list(others.order_by("pk"))


def _publish_version(row: FollowUpAnswer, version: CaseStudyPage, *, with_note: bool) -> None:
    draft = version.get_latest_revision() if version.has_unpublished_changes else None
    if not write(row, version, with_note=with_note):
        return
    version.save_revision(log_action=True).publish()
    if draft is not None:
        kept = draft.as_object()
        write(row, kept, with_note=with_note)
        kept.save_revision(user=draft.user)


def write(row: FollowUpAnswer, version: CaseStudyPage, *, with_note: bool) -> bool:
    """Put an answer in a version of its page, in memory; False when the moment is not in it."""
    moments = list(version.follow_ups.all())
    mine = [moment for moment in moments if moment.translation_key == row.follow_up]
    for moment in mine:
        moment.status = row.status
        if with_note:
            moment.note = row.note
    version.follow_ups = moments
    results = list(version.results.all())
    for result in results:
        given = row.figures.get(str(result.translation_key))
        if given:
            result.realised = Decimal(given["realised"])
            result.realised_to = Decimal(given["realised_to"]) if given["realised_to"] else None
            result.measured_on = row.answered_on
            result.evidence = given["evidence"] or result.evidence
    version.results = results
    return bool(mine)


def _end(row: FollowUpAnswer, state: str) -> None:
    row.state, row.ended_at = state, timezone.now()
    row.save(update_fields=["state", "ended_at"])


# -- Answers that wait ------------------------------------------------------------------------------
def carry_waiting() -> int:
    """Try again to carry the answers that wait, each in a transaction of its own; returns how many are done."""
    done = 0
    for pk in FollowUpAnswer.objects.filter(state=_State.WAITING).values_list("pk", flat=True):
        try:
            done += _carry_one(pk)
        except Exception:
            logger.exception("An answer to a follow-up moment could not be carried.", answer_id=pk)
    return done


@transaction.atomic
def _carry_one(pk: int) -> bool:
    row = FollowUpAnswer.objects.filter(pk=pk).first()
    page = row and page_of(row)
    if row is None or page is None:
        return False
    _lock(page)
    row = FollowUpAnswer.objects.select_for_update().get(pk=pk)
    return row.state == _State.WAITING and carry(row, CaseStudyPage.objects.get(pk=page.pk))


def page_of(row: FollowUpAnswer) -> CaseStudyPage | None:
    """The page that an answer is for, in the language of its link."""
    pages = CaseStudyPage.objects.filter(translation_key=row.page, alias_of=None)
    language = row.mail.language if row.mail else ""
    return pages.filter(locale__language_code=language).first() or pages.order_by("-live", "pk").first()


@transaction.atomic
def put_in_draft(row: FollowUpAnswer, *, user: object) -> None:
    """An editor takes an answer that waits into the latest version, which stays a draft."""
    page = page_of(row)
    if page is None:
        return
    _lock(page)
    version = CaseStudyPage.objects.get(pk=page.pk).get_latest_revision_as_object()
    if write(row, version, with_note=True):
        version.save_revision(user=user, log_action=True)
    row.state = _State.SUBMITTED
    row.save(update_fields=["state"])


def dismiss(row: FollowUpAnswer) -> None:
    """An editor sets an answer aside."""
    _end(row, _State.DISMISSED)


def note_publication(page: CaseStudyPage) -> None:
    """A version was published: answers that are in it have arrived."""
    statuses = {moment.translation_key: moment.status for moment in page.follow_ups.all()}
    for row in FollowUpAnswer.objects.filter(page=page.translation_key, state=_State.SUBMITTED):
        if statuses.get(row.follow_up) == row.status:
            _end(row, _State.PUBLISHED)


def _note_published(sender: type[Page], instance: CaseStudyPage, **kwargs: object) -> None:
    if instance.live:
        note_publication(instance)


def connect() -> None:
    """Notice when answers that were submitted come on the page."""
    page_published.connect(_note_published, sender=CaseStudyPage, dispatch_uid="promises.note_published")
