"""Forms of the desk."""

import datetime as dt
import uuid
from typing import Any

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from events.mailing.models import OrganiserMessage
from events.page_parts import MeetingSeries
from events.pages import MeetingPage
from events.recurrence import Rhythm, days_of, usual_gap
from events.retention import hold_in_words
from events.signups.models import Attendance, SeatPool, SignUp
from events.signups.services import Applicant
from livinglab.core.fields.form_fields import EmailAddressField, LineField, ParagraphsField, PersonNameField
from livinglab.taxonomy.choices import Role


class ByHandForm(forms.Form):
    """Somebody who called, or stands at the door."""

    name = PersonNameField(label=_("Name"), max_length=120)
    email = EmailAddressField(help_text=_("They get a mail with their seat, or their place on the waiting list."))
    organisation = LineField(label=_("Organisation"), max_length=120, required=False)
    role = forms.ChoiceField(label=_("Role"), required=False, choices=[("", "—"), *Role.choices])
    attendance = forms.ChoiceField(label=_("Takes part"), choices=Attendance.choices)
    needs = ParagraphsField(label=_("Access or diet needs"), max_length=300, required=False, widget=forms.Textarea)
    language = forms.ChoiceField(label=_("Language of the mail"), choices=settings.LANGUAGES, initial=get_language)

    def __init__(self, data: Any = None, *, pool: SeatPool) -> None:
        self.pool = pool
        super().__init__(data)
        if not pool.is_hybrid:
            del self.fields["attendance"]

    def clean_email(self) -> str:
        email = self.cleaned_data["email"]
        known = self.pool.sign_ups.filter(email=email, state__in=SignUp.ACTIVE).first()
        if known:
            raise forms.ValidationError(
                _("Somebody with this address is on the list already: %(name)s.") % {"name": known.name}
            )
        return email

    def applicant(self) -> Applicant:
        """Who is signed up, from a valid form."""
        return Applicant(**self.cleaned_data)


class SeatsForm(forms.Form):
    """How many seats, and whether participants confirm their address."""

    capacity = forms.IntegerField(label=_("Seats"), min_value=1, max_value=5000)
    online_capacity = forms.IntegerField(
        label=_("Seats online"), min_value=1, max_value=5000, required=False, help_text=_("Empty: no limit.")
    )
    checks_addresses = forms.BooleanField(
        label=_("Participants confirm their address"),
        required=False,
    )

    def __init__(self, data: Any = None, *, pool: SeatPool) -> None:
        names = ("capacity", "online_capacity", "checks_addresses")
        super().__init__(data, initial={name: getattr(pool, name) for name in names})
        self.fields["checks_addresses"].help_text = _(
            "Against invented sign-ups: a seat is held for %(time)s, then passes on unless it is confirmed."
        ) % {"time": hold_in_words()}
        if pool.is_hybrid:
            self.fields["capacity"].label = _("Seats on location")
        else:
            del self.fields["online_capacity"]


class CallOffForm(forms.Form):
    """What participants read about a cancellation, and whether there is another date."""

    reason = LineField(
        label=_("Why is it cancelled?"),
        max_length=MeetingPage._meta.get_field("cancellation_reason").max_length,
        required=False,
        help_text=_("One sentence for participants. It is shown in their mail and on the page."),
    )
    new_starts_at = forms.DateTimeField(
        label=_("New date, if it is known"),
        required=False,
        widget=forms.DateTimeInput(format="%Y-%m-%dT%H:%M", attrs={"type": "datetime-local"}),
        help_text=_("They read it in the mail. Plan the new meeting itself with ‘Plan the next one’."),
    )

    def clean_new_starts_at(self) -> dt.datetime | None:
        moment = self.cleaned_data["new_starts_at"]
        if moment and moment <= timezone.now():
            raise forms.ValidationError(_("This moment has passed."))
        return moment


class MessageForm(forms.ModelForm):
    """What an organiser writes."""

    submission_id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4, required=False)

    class Meta:
        model = OrganiserMessage
        fields = ["audience", "subject", "body"]
        widgets = {"body": forms.Textarea(attrs={"rows": 8})}

    def clean_submission_id(self) -> uuid.UUID:
        return self.cleaned_data["submission_id"] or uuid.uuid4()


class NextMeetingForm(forms.Form):
    """When the next meeting is, and whether more follow."""

    RHYTHMS = (
        (Rhythm.WEEK, _("every week")),
        (Rhythm.TWO_WEEKS, _("every two weeks")),
        (Rhythm.FOUR_WEEKS, _("every four weeks")),
        (Rhythm.MONTH, _("every month, on the same weekday")),
    )
    MOST = 12
    FURTHEST = dt.timedelta(days=3653)

    day = forms.DateField(
        label=_("Day of the next meeting"),
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        help_text=_("Times, and when sign-up opens and closes, move along."),
    )
    title = LineField(label=_("Title"), max_length=MeetingPage._meta.get_field("title").max_length)
    series = LineField(
        label=_("Series"),
        max_length=MeetingSeries._meta.get_field("name").max_length,
        help_text=_("Meetings of one series link to one another, and show what was agreed before and is still open."),
    )
    times = forms.IntegerField(label=_("How many drafts"), min_value=1, max_value=MOST, initial=1)
    rhythm = forms.ChoiceField(label=_("If more than one"), choices=RHYTHMS, initial=Rhythm.FOUR_WEEKS, required=False)

    def __init__(self, data: Any = None, *, page: MeetingPage) -> None:
        today = timezone.localdate()
        day = timezone.localdate(page.starts_at)
        gap = max(usual_gap(page), dt.timedelta(days=1))
        while day <= today or day == timezone.localdate(page.starts_at):
            day += gap
        series = page.series.name if page.series else page.title
        super().__init__(data, initial={"day": day, "title": page.title, "series": series})

    def clean_day(self) -> dt.date:
        day = self.cleaned_data["day"]
        if day < timezone.localdate():
            raise forms.ValidationError(_("This day has passed."))
        if day > timezone.localdate() + self.FURTHEST:
            raise forms.ValidationError(_("This day is more than ten years away."))
        return day

    def days(self) -> list[dt.date]:
        """The days of the drafts, from a valid form."""
        rhythm = Rhythm(self.cleaned_data["rhythm"] or Rhythm.FOUR_WEEKS)
        return days_of(self.cleaned_data["day"], rhythm, self.cleaned_data["times"])


class AddressForm(forms.Form):
    """Whose personal data, or which address was meant."""

    email = EmailAddressField()
