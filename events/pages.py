"""The pages of meetings: the list and the announcement. Seats and sign-ups are in `events.signups`."""

import datetime as dt
import uuid
from collections.abc import Collection
from typing import Any, ClassVar, Self

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import connection, models
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalManyToManyField
from wagtail.fields import StreamField
from wagtail.models import Revision

from events.actions.services import with_progress
from events.days import whole_days
from events.page_forms import MeetingPageForm
from events.page_parts import MeetingContributor, MeetingSeries, MeetingTag
from events.panels import MEETING_PANELS
from events.search_entry import meeting_entry
from events.series import InSeriesMixin
from events.signups.models import STAYS_CANCELLED, Attendance, MeetingForm, SeatPool, SignUp, SignUpState
from livinglab.core.content.blocks import StandardBlocks
from livinglab.core.content.indexing import EntryDraft
from livinglab.core.content.pages import BasePage, RelatedPagesMixin
from livinglab.core.editing.refusals import RefusedError
from livinglab.core.fields.model_fields import ChoiceArrayField
from livinglab.search.listing import ListingPage
from livinglab.search.related import latest_news
from livinglab.taxonomy.choices import Role, Trade
from livinglab.taxonomy.models import Category, Person, Theme

# What `live().public()` says. In SQL, since every sign-up asks it: that is a quarter less for the processor in a rush.
_IS_FOR_EVERYONE = """
    SELECT EXISTS (
        SELECT FROM events_meetingpage JOIN wagtailcore_page page ON page.id = page_ptr_id
        WHERE page.translation_key = %s AND page.alias_of_id IS NULL AND page.live AND search_page_is_public(page.path)
    )
"""


def _utc(moment: dt.datetime) -> dt.datetime:
    """For comparing: two moments of one time zone are compared by the clock, which shows an hour of October twice."""
    return moment.astimezone(dt.UTC)


class MeetingIndexPage(ListingPage):
    """All meetings: those to come first."""

    parent_page_types = ["pages.HomePage"]
    subpage_types = ["events.MeetingPage"]
    listing_kinds = ("meeting",)
    listing_sort = "date"

    class Meta:
        verbose_name = _("list of meetings")
        verbose_name_plural = _("lists of meetings")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return super().get_context(request, *args, **kwargs) | {
            "calendar_url": reverse("events:calendar"),
            "agreed_url": reverse("events:agreed"),
        }


class MeetingPage(InSeriesMixin, RelatedPagesMixin, BasePage):
    """The announcement of a meeting: which question it answers, for whom, when and where."""

    class Kind(models.TextChoices):
        INSPIRATION = "inspiration", _("inspiration session")
        THEME = "theme", _("theme meeting")
        SITE_VISIT = "site_visit", _("site visit")
        WEBINAR = "webinar", _("webinar")

    Form = MeetingForm

    template = "pages/meeting.html"
    add_label = _("New meeting")
    add_order = 20
    parent_page_types = ["events.MeetingIndexPage"]
    subpage_types: list[str] = []

    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices, default=Kind.THEME)
    question = models.TextField(
        _("question"), max_length=300, help_text=_("Which question do participants take home an answer to?")
    )
    themes = ParentalManyToManyField(Theme, verbose_name=_("themes"), related_name="+")
    category = models.ForeignKey(
        Category,
        verbose_name=_("category"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    roles = ChoiceArrayField(
        models.CharField(max_length=20, choices=Role.choices),
        verbose_name=_("for which roles"),
        default=list,
        blank=True,
    )
    trades = ChoiceArrayField(
        models.CharField(max_length=20, choices=Trade.choices),
        verbose_name=_("for which trades"),
        default=list,
        blank=True,
    )
    starts_at = models.DateTimeField(_("starts at"))
    ends_at = models.DateTimeField(_("ends at"))
    day_only = models.BooleanField(
        _("only the day is known"),
        default=False,
        db_default=False,
        help_text=_("For a meeting that is over: type the day alone, for example 18-03-2024. Visitors see no times."),
    )
    form = models.CharField(_("form"), max_length=10, choices=Form.choices, default=Form.PHYSICAL)
    venue_name = models.CharField(_("place"), max_length=120, blank=True)
    venue_address = models.CharField(_("address"), max_length=200, blank=True)
    accessibility_note = models.TextField(
        _("accessibility of the place"),
        max_length=300,
        blank=True,
        help_text=_("For example: step-free, hearing loop, quiet room."),
    )
    map_url = models.URLField(_("link to a map"), blank=True)
    online_url = models.URLField(
        _("online link"), blank=True, help_text=_("Mailed to confirmed participants only; never on the page.")
    )
    capacity = models.PositiveSmallIntegerField(
        _("seats"), validators=[MinValueValidator(1), MaxValueValidator(5000)], default=30
    )
    online_capacity = models.PositiveSmallIntegerField(
        _("seats online"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(5000)],
        help_text=_("For a meeting on location and online. Leave it empty for no limit."),
    )
    sign_up_opens_at = models.DateTimeField(
        _("sign-up opens at"),
        null=True,
        blank=True,
        help_text=_("Leave it empty to open sign-up as soon as the page is published."),
    )
    sign_up_closes_at = models.DateTimeField(
        _("sign-up closes at"),
        null=True,
        blank=True,
        help_text=_("Leave it empty to close sign-up when the meeting starts."),
    )
    series = models.ForeignKey(
        MeetingSeries,
        verbose_name=_("series"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Meetings of one series link to one another, and show what was agreed before and is still open."),
    )
    is_cancelled = models.BooleanField(_("cancelled"), default=False)
    cancellation_reason = models.CharField(
        _("why it is cancelled"),
        max_length=300,
        blank=True,
        default="",
        db_default="",
        help_text=_("Shown on the page and in the mail."),
    )
    new_starts_at = models.DateTimeField(
        _("new date"),
        null=True,
        blank=True,
        help_text=_("If it is known. Shown on the page and in the mail; people have to sign up again for it."),
    )
    report = StreamField(StandardBlocks(), verbose_name=_("report"), blank=True)
    tags = ClusterTaggableManager(through=MeetingTag, verbose_name=_("tags"), blank=True)

    SELECT_RELATED = (*BasePage.SELECT_RELATED, "category", "series")
    PREFETCH = (
        "themes",
        "tags",
        "programme_items",
        "contributors__person__organisation",
        "contributors__organisation",
        "related_pages",
        "documents__document",
        "presentations__document",
        "agreed_actions",
    )

    OF_THIS_MEETING_ONLY: ClassVar = (
        "is_cancelled",
        "cancellation_reason",
        "new_starts_at",
        "report",
        "presentations",
        "agreed_actions",
    )
    """What happened at a meeting does not go along to a copy, which is another meeting."""

    base_form_class = MeetingPageForm
    content_panels = [*BasePage.content_panels, *MEETING_PANELS]

    class Meta:
        verbose_name = _("meeting")
        verbose_name_plural = _("meetings")

    def clean(self) -> None:
        super().clean()
        errors = {}
        if self.starts_at and self.ends_at and _utc(self.ends_at) <= _utc(self.starts_at):
            errors["ends_at"] = _("The end must be after the start.")
        if self.sign_up_closes_at and self.ends_at and _utc(self.sign_up_closes_at) > _utc(self.ends_at):
            errors["sign_up_closes_at"] = _("Sign-up cannot close after the meeting has ended.")
        opens, closes = self.sign_up_opens_at, self.sign_up_closes_at
        if opens and closes and _utc(opens) >= _utc(closes):
            errors["sign_up_closes_at"] = _("Sign-up must close after it opens.")
        is_over = self.ends_at is not None and self.ends_at <= timezone.now()
        if self.day_only and self.ends_at and not is_over:
            errors["starts_at"] = _("Say at what time it begins and ends: this meeting is still to come.")
        if self.form != self.Form.ONLINE and not self.venue_name and not is_over:
            errors["venue_name"] = _("Where is it? Or choose 'online'.")
        if self.expire_at and self.ends_at and _utc(self.expire_at) <= _utc(self.ends_at):
            errors["expire_at"] = _("A meeting stays visible until it is over: choose a moment after its end.")
        if errors:
            raise ValidationError(errors)

    def clean_fields(self, exclude: Collection[str] | None = None) -> None:
        self._fill_days()
        super().clean_fields(exclude)

    def save_revision(self, *args: Any, **options: Any) -> Revision:
        self._fill_days()
        return super().save_revision(*args, **options)

    save_revision.alters_data = True  # type: ignore[attr-defined]

    def _fill_days(self) -> None:
        """Where only the day is known, the meeting lasts from midnight to midnight, whatever its times say."""
        if self.day_only and self.starts_at:
            self.starts_at, self.ends_at = whole_days(self.starts_at, self.ends_at)

    @property
    def last_day(self) -> dt.date:
        """The day on which it ends, on the clock of the place."""
        return timezone.localdate(self.ends_at - dt.timedelta(microseconds=1))

    @classmethod
    def for_visitor(cls, meeting: uuid.UUID, language: str) -> Self:
        """The page of a meeting in `language`, or else the one there is; a published one if possible.

        Raises MeetingPage.DoesNotExist.
        """
        pages = cls.objects.filter(translation_key=meeting, alias_of=None).select_related("locale").order_by("pk")
        found = min(pages, key=lambda page: (not page.live, page.locale.language_code != language), default=None)
        if found is None:
            raise cls.DoesNotExist
        return found

    @classmethod
    def is_for_everyone(cls, meeting: uuid.UUID) -> bool:
        """Whether a page of the meeting is published, and open to all visitors."""
        with connection.cursor() as cursor:
            cursor.execute(_IS_FOR_EVERYONE, [meeting])
            return cursor.fetchone()[0]

    @property
    def meeting_key(self) -> uuid.UUID:
        """The id of the meeting: shared by translations, and by an alias with its original."""
        return self.alias_of.translation_key if self.alias_of_id else self.translation_key

    @property
    def venue_line(self) -> str:
        """Place and address on one line; empty when it is online only."""
        return ", ".join(filter(None, (self.venue_name, self.venue_address)))

    @property
    def shown_contributors(self) -> list[MeetingContributor]:
        """The organisers and speakers of whom there is something to show."""
        return [one for one in self.contributors.all() if one.has_something_to_show]

    @property
    def contact(self) -> Person | None:
        """Whom participants can ask: the first organiser who agreed to be shown and can be reached."""
        people = (one.reachable_person for one in self.shown_contributors if one.role == one.ContributorRole.ORGANISER)
        return next((person for person in people if person and (person.email or person.phone)), None)

    def online_url_for(self, sign_up: SignUp) -> str:
        """The online link of a participant with a seat, in a hybrid meeting with one online; otherwise empty."""
        has_seat = sign_up.state == SignUp.State.CONFIRMED and not sign_up.held_until
        is_elsewhere = self.form == MeetingForm.HYBRID and sign_up.attendance == Attendance.SITE
        return self.online_url if has_seat and not is_elsewhere else ""

    @cached_property
    def seats(self) -> SeatPool:
        """The seats of this meeting; of a draft those that it will have, not saved."""
        stored = SeatPool.objects.filter(key=self.meeting_key).first()
        return stored or SeatPool(
            key=self.meeting_key,
            capacity=self.capacity,
            online_capacity=self.online_capacity,
            form=self.form,
            is_published=self.live,
            is_cancelled=self.is_cancelled,
            starts_at=self.starts_at,
            ends_at=self.ends_at,
            sign_up_opens_at=self.sign_up_opens_at,
            sign_up_closes_at=self.sign_up_closes_at,
        )

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds `seats`, `sign_up_state` (a value of SignUpState), addresses, and whom the meeting is for."""
        seats = self.seats
        state = seats.state_at(timezone.now())
        is_to_come = state not in {SignUpState.CANCELLED, SignUpState.PAST}
        return super().get_context(request, *args, **kwargs) | {
            "seats": seats,
            "sign_up_state": state.value,
            "sign_up_url": reverse("events:sign_up", args=[self.meeting_key]),
            "calendar_url": reverse("events:meeting_calendar", args=[self.meeting_key]) if is_to_come else "",
            "tell_me_of_opening_url": reverse("events:interest_opening", args=[self.meeting_key]),
            "tell_me_of_report_url": reverse("events:interest_report", args=[self.meeting_key]),
            "series": self.series_neighbours(),
            "agreed_actions": with_progress(self.agreed_actions.all()),
            "more_news": latest_news(self.language) if self.report else [],
            "audience": [str(Role(role).label) for role in self.roles],
            "trades": [str(Trade(trade).label) for trade in self.trades],
        }

    def save(self, *args: Any, **options: Any) -> None:
        if self._state.adding and self._is_a_copy_kept_live():
            raise RefusedError(
                gettext("A copy of a meeting is another meeting, on another day: plan the next one instead.")
            )
        written = options.get("update_fields")
        is_put_online = (
            self.live and not self.is_cancelled and (written is None or {"live", "is_cancelled"} & set(written))
        )
        if is_put_online and self._was_called_off():
            raise RefusedError(str(STAYS_CANCELLED))
        self._fill_days()
        super().save(*args, **options)

    save.alters_data = True  # type: ignore[attr-defined]

    def _was_called_off(self) -> bool:
        return self.pk is not None and SeatPool.objects.filter(key=self.meeting_key, is_cancelled=True).exists()

    def _is_a_copy_kept_live(self) -> bool:
        """Whether somebody copies a published meeting with all that is true of it alone; `copy` below makes a draft."""
        if not self.live or not self.first_published_at or self.alias_of_id:
            return False
        return not MeetingPage.objects.filter(translation_key=self.translation_key).exists()

    def copy(
        self,
        *args: Any,
        reset_translation_key: bool = True,
        keep_live: bool = True,
        exclude_fields: list[str] | None = None,
        **options: Any,
    ) -> "MeetingPage":
        """A copy is another meeting: a draft, without what happened at this one. A translation keeps everything."""
        if reset_translation_key:
            keep_live = False
            exclude_fields = [*(exclude_fields or ()), *self.OF_THIS_MEETING_ONLY]
        return super().copy(
            *args,
            reset_translation_key=reset_translation_key,
            keep_live=keep_live,
            exclude_fields=exclude_fields,
            **options,
        )

    copy.alters_data = True  # type: ignore[attr-defined]

    def search_entries(self) -> list[EntryDraft]:
        return [meeting_entry(self)]
