"""Public forms without puzzles: a guard against machines."""

import datetime as dt
import uuid
from typing import Any

import structlog
from django import forms
from django.conf import settings
from django.core import signing
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from livinglab.core.http.throttling import Brake

logger = structlog.get_logger(__name__)

FORM_USES = Brake("form-uses", free=5, first_wait=dt.timedelta(minutes=1), longest_wait=dt.timedelta(hours=2))
"""How often one opened form is taken."""

# It has the name that it had when only meetings had forms.
_SALT = "events.submission"
_OPEN_AT_MOST_SECONDS = 24 * 3600


def new_submission(subject: str) -> str:
    """A signed, dated token that makes a form about `subject` one submission, however often it is sent."""
    return signing.dumps([subject, str(uuid.uuid4())], salt=_SALT)


class GuardedForm(forms.Form):
    """A public form without puzzles. Against machines: a field that people do not see, and a signed moment of opening.

    `cleaned_data["submission"]` is the id of the submission.
    """

    trap_name = "website"

    website = forms.CharField(
        label=_("Leave this field empty"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )
    submission = forms.CharField(max_length=400, widget=forms.HiddenInput)

    use_required_attribute = False

    def __init__(self, data: Any = None, *, subject: str) -> None:
        self.subject = subject
        super().__init__(data, initial={"submission": new_submission(subject)})

    def clean_website(self) -> str:
        if self.cleaned_data["website"]:
            logger.warning("form_refused", reason="trap")
            raise ValidationError(_("Leave this field empty: only machines fill it in."))
        return ""

    def clean_submission(self) -> uuid.UUID:
        token = self.cleaned_data["submission"]
        try:
            subject, submission = signing.loads(token, salt=_SALT, max_age=_OPEN_AT_MOST_SECONDS)
            if subject != self.subject:
                raise signing.BadSignature
        except signing.BadSignature as error:
            if not isinstance(error, signing.SignatureExpired):
                logger.warning("form_refused", reason="forged")
            self._renew_submission()
            message = _("The form was open for a long time. Check your answers and send it again.")
            raise ValidationError(message) from None
        if _is_younger_than(token, settings.SIGN_UP_MINIMUM_SECONDS):
            logger.warning("form_refused", reason="quick")
            raise ValidationError(_("That was very quick. Check your answers and send the form again."))
        return uuid.UUID(submission)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not self.errors:
            # One form is for one person, or a few at one desk; machines get ever slower.
            submission = str(cleaned["submission"])
            if FORM_USES.is_on(submission):
                logger.warning("form_refused", reason="uses")
                raise ValidationError(_("You sent this form many times. Open it again, or wait a minute."))
            FORM_USES.note(submission)
        return cleaned

    def _renew_submission(self) -> None:
        self.data = {**dict(self.data.items()), "submission": new_submission(self.subject)}


def _is_younger_than(token: str, seconds: int) -> bool:
    try:
        signing.loads(token, salt=_SALT, max_age=seconds)
    except signing.SignatureExpired:
        return False
    return True
