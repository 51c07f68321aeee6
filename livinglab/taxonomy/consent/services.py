"""The one writer of requests for consent: asking by mail, and what somebody answers by their own link."""

import datetime as dt
import uuid

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import log

from livinglab.accounts.models import User
from livinglab.core.fields.email_addresses import mailbox_of
from livinglab.core.http.throttling import Brake
from livinglab.core.jobs.queue import defer
from livinglab.taxonomy.consent.models import ConsentRequest
from livinglab.taxonomy.persons import Person

TEXT_VERSION = "2026-11-27"
"""Of the words with which the page asks. Another wording is another version: a test holds them together."""
UNANSWERED_FOR = dt.timedelta(weeks=26)
"""How long a request is kept that nobody answered."""
MAILS = Brake(
    "consent_mails",
    free=1,
    first_wait=dt.timedelta(days=1),
    longest_wait=dt.timedelta(days=7),
    forgotten_after=dt.timedelta(days=8),
)
"""Mails to one mailbox that ask for consent, whoever they are about: one, and then one after ever longer waits."""

SEND = "livinglab.taxonomy.tasks.send_consent_mail"
_Answer = ConsentRequest.Answer


class ConsentState(models.TextChoices):
    """What is known about somebody's consent."""

    NOT_ASKED = "not_asked", gettext_lazy("not asked")
    ASKED = "asked", gettext_lazy("asked, no answer yet")
    GIVEN = "given", gettext_lazy("agreed by the link")
    NOTED = "noted", gettext_lazy("noted by an editor")
    REFUSED = "refused", gettext_lazy("refused")
    WITHDRAWN = "withdrawn", gettext_lazy("withdrawn")
    TAKEN_OFF = "taken_off", gettext_lazy("taken off by an editor")


class CannotAskError(Exception):
    """Somebody cannot be asked now; its text tells an editor why."""


def state_of(person: Person) -> ConsentState:
    """What is known about somebody's consent. No query where their `consent_requests` were prefetched."""
    requests = sorted(person.consent_requests.all(), key=lambda request: request.created_at)
    answers = [(one.answered_at, one) for one in requests if one.answered_at]
    answered_at, answered = max(answers, key=lambda pair: pair[0], default=(None, None))
    if person.consent_to_show:
        return ConsentState.GIVEN if answered and answered.is_yes else ConsentState.NOTED
    if not requests:
        return ConsentState.NOT_ASKED
    if answered is None or answered_at is None or requests[-1].created_at > answered_at:
        return ConsentState.ASKED
    return ConsentState.TAKEN_OFF if answered.is_yes else ConsentState(answered.answer)


@transaction.atomic
def ask(*, person: Person, language: str, by: User) -> ConsentRequest:
    """Mail somebody the question, with their private link. Raises CannotAskError."""
    person = Person.objects.select_for_update().get(pk=person.pk)
    if not person.email:
        raise CannotAskError(_("There is no e-mail address to ask at. Fill it in first."))
    mailbox = mailbox_of(person.email)
    if wait := MAILS.wait(mailbox):
        moment = date_format(timezone.localtime(timezone.now() + wait), "j F, H:i")
        raise CannotAskError(
            _("This address got the question not long ago. You can ask again from %(moment)s.") % {"moment": moment}
        )
    MAILS.note(mailbox)
    key = uuid.uuid4()
    request = ConsentRequest.objects.create(
        uuid=key,
        dedupe_key=f"consent:{key}",
        person=person,
        email=person.email,
        language=language,
        asked_by=by,
        created_at=timezone.now(),
    )
    defer(SEND, lock=f"consent:{person.pk}", consent_request_id=request.pk)
    log(instance=person, action="taxonomy.consent_asked", user=by)
    return request


@transaction.atomic
def answer(*, request: ConsentRequest, is_yes: bool) -> ConsentRequest:
    """Somebody says by their link whether they may be shown; returns the request that holds the answer.

    That is the latest one, whichever of their links was used. The same answer again changes nothing. Raises
    Person.DoesNotExist.
    """
    person = Person.objects.select_for_update().get(pk=request.person_id)
    requests = ConsentRequest.objects.select_for_update().filter(person=person)
    latest = requests.order_by("-created_at", "-pk").first()
    if latest is None:
        raise Person.DoesNotExist
    said = _meaning(person, is_yes)
    before = requests.exclude(answer="").order_by("-answered_at").first()
    if before is not None and person.consent_to_show == is_yes and (before.is_yes == is_yes):
        return before
    latest.answer, latest.answered_at, latest.text_version = said, timezone.now(), TEXT_VERSION
    latest.save(update_fields=["answer", "answered_at", "text_version"])
    if is_yes and person.consent_to_show:  # an editor had noted it; now they say so themselves
        noted = {"consent_how": how_in_words(), "consent_noted_at": latest.answered_at, "consent_noted_by": None}
        Person.objects.filter(pk=person.pk).update(**noted)
    else:
        person.consent_to_show, person.consent_how = is_yes, how_in_words() if is_yes else ""
        person.save(update_fields=["consent_to_show"])
    log(instance=person, action=f"taxonomy.consent_{said}", data={"text_version": TEXT_VERSION})
    return latest


def _meaning(person: Person, is_yes: bool) -> ConsentRequest.Answer:
    if is_yes:
        return _Answer.GIVEN
    return _Answer.WITHDRAWN if person.consent_to_show else _Answer.REFUSED


def how_in_words() -> str:
    """How somebody agreed who used their link, for the editors."""
    with translation.override(settings.LANGUAGE_CODE):
        return _("themselves, by the link in our mail (text of %(version)s)") % {"version": TEXT_VERSION}


def forget_unanswered() -> int:
    """Forget the requests that nobody answered in half a year; returns how many."""
    return ConsentRequest.objects.filter(answer="", created_at__lt=timezone.now() - UNANSWERED_FOR).delete()[0]
