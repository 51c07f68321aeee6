"""The rows of sign-up. Only `events.signups.services` writes them.

What must never happen is a constraint here, so that no code path, script or psql session can make it happen.
"""

import datetime as dt
import uuid
from dataclasses import dataclass

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from livinglab.taxonomy.choices import Role


class SignUpState(models.TextChoices):
    """Whether a visitor can sign up for a meeting now, and if not why."""

    NOT_YET = "not_yet", _("sign-up not yet open")
    OPEN = "open", _("sign-up open")
    FULL = "full", _("full, with a waiting list")
    CLOSED = "closed", _("sign-up closed")
    PAST = "past", _("past")
    CANCELLED = "cancelled", _("cancelled")


class MeetingForm(models.TextChoices):
    """In which form a meeting takes place."""

    PHYSICAL = "physical", _("on location")
    ONLINE = "online", _("online")
    HYBRID = "hybrid", _("on location and online")


STAYS_CANCELLED = _("A meeting that was cancelled stays so. Plan the next one instead.")
"""Everyone was told that it is off, and their sign-ups are cancelled: that cannot be taken back."""


class Attendance(models.TextChoices):
    """How somebody takes part."""

    SITE = "site", _("on location")
    ONLINE = "online", _("online")


class AttendanceMissingError(Exception):
    """The meeting has two forms of attendance, and none was chosen."""


ROUND_NUMBERS = (5, 10, 20, 50, 100, 200, 500)
ROUNDING_SHIFT = 3


@dataclass(frozen=True)
class Seats:
    """The seats of a meeting, or in a hybrid one those on location or those online. `capacity` None: no limit."""

    capacity: int | None
    taken: int
    waiting: int

    @property
    def unoccupied(self) -> int | None:
        """Seats that nobody has, though somebody may wait for them; None: no limit."""
        return None if self.capacity is None else max(0, self.capacity - self.taken)

    @property
    def has_room(self) -> bool:
        """Whether a newcomer gets a seat: nobody passes those who wait."""
        return not self.waiting and self.unoccupied != 0


class SeatPool(models.Model):
    """The seats of one meeting, shared by its translations, and the published facts that sign-up obeys.

    Never on the page: drafts and revisions must not move seats, and page rows stay free of sign-up locks. The
    facts are copied from the page when it is published, so one locked row tells a transaction all it must know.
    """

    key = models.UUIDField(
        primary_key=True, editable=False, help_text="The translation key of the meeting's pages: its public id."
    )
    capacity = models.PositiveIntegerField(_("seats"))
    ceiling = models.PositiveIntegerField(
        help_text="greatest(capacity, taken): seats may be reduced without evicting anyone, and never oversold."
    )
    taken = models.PositiveIntegerField(default=0)
    waiting = models.PositiveIntegerField(default=0)
    online_capacity = models.PositiveIntegerField(
        _("seats online"),
        null=True,
        blank=True,
        help_text=_("For a meeting on location and online. Leave it empty for no limit."),
    )
    online_ceiling = models.PositiveIntegerField(null=True, help_text="As `ceiling`; empty where there is no limit.")
    online_taken = models.PositiveIntegerField(default=0, db_default=0)
    online_waiting = models.PositiveIntegerField(default=0, db_default=0)
    last_position = models.PositiveIntegerField(default=0)

    is_published = models.BooleanField(default=True)
    is_cancelled = models.BooleanField(default=False)
    form = models.CharField(
        max_length=10, choices=MeetingForm.choices, default=MeetingForm.PHYSICAL, db_default=MeetingForm.PHYSICAL
    )
    form_changed_at = models.DateTimeField(
        null=True, help_text="When those on the list were last seated anew, since the meeting got another form."
    )
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    told_ends_at = models.DateTimeField(
        null=True, help_text="The end that participants were told of last, where it is not the present one."
    )
    dates_changed_at = models.DateTimeField(null=True, help_text="When start or end were last changed.")
    sign_up_opens_at = models.DateTimeField(null=True)
    sign_up_closes_at = models.DateTimeField(null=True)
    checks_addresses = models.BooleanField(
        _("participants confirm their address"),
        default=False,
        help_text="A seat of somebody new is held for `retention.HOLD`, and passes on unless the address is confirmed.",
    )
    report_is_published = models.BooleanField(
        db_default=False,
        default=False,
        help_text="Whether its page has a report, which is mailed once the meeting is over.",
    )
    report_announced_at = models.DateTimeField(null=True)
    place = models.TextField(blank=True, help_text="What a participant must know to get there, one thing a line.")
    calendar_sequence = models.PositiveIntegerField(
        default=0,
        help_text="iCalendar's SEQUENCE of the meeting: rises when time or place change, and on cancellation.",
    )

    class Meta:
        constraints = [
            models.CheckConstraint(name="seats_taken_within_ceiling", condition=Q(taken__lte=F("ceiling"))),
            models.CheckConstraint(name="seats_ceiling_covers_capacity", condition=Q(ceiling__gte=F("capacity"))),
            models.CheckConstraint(
                name="seats_online_taken_within_ceiling",
                condition=Q(online_ceiling=None) | Q(online_taken__lte=F("online_ceiling")),
            ),
            models.CheckConstraint(
                name="seats_online_ceiling_covers_capacity",
                condition=Q(online_ceiling=None, online_capacity=None)
                | Q(online_ceiling__isnull=False, online_capacity__isnull=False)
                & Q(online_ceiling__gte=F("online_capacity")),
            ),
            models.CheckConstraint(
                name="seats_online_of_hybrid_meetings",
                condition=Q(form=MeetingForm.HYBRID) | Q(online_taken=0, online_waiting=0),
            ),
            models.CheckConstraint(
                name="seats_counted_among_positions",
                condition=Q(last_position__gte=F("taken") + F("waiting") + F("online_taken") + F("online_waiting")),
            ),
            models.CheckConstraint(name="seats_meeting_ends_after_start", condition=Q(ends_at__gt=F("starts_at"))),
        ]

    def __str__(self) -> str:
        return str(self.key)

    @property
    def free(self) -> int:
        """Seats that nobody has and nobody waits for; in a hybrid meeting those on location."""
        return 0 if self.waiting else max(0, self.capacity - self.taken)

    @property
    def free_at_least(self) -> int:
        """What visitors may know of `free`: a round number that it is above; 0 for no more than that there are some.

        The exact number would tell whether an address is known: one more sign-up, and it falls or it does not. Where
        the rounding falls differs a little between meetings, and nobody outside knows how.
        """
        digest = salted_hmac("events.seats.free_at_least", str(self.key), algorithm="sha256").digest()
        shift = digest[0] % ROUNDING_SHIFT
        return max((bound for bound in ROUND_NUMBERS if self.free > bound + shift), default=0)

    @property
    def is_hybrid(self) -> bool:
        return self.form == MeetingForm.HYBRID

    @property
    def ways(self) -> tuple[Attendance, ...]:
        """The ways in which one can take part."""
        if self.is_hybrid:
            return (Attendance.SITE, Attendance.ONLINE)
        return (Attendance.ONLINE if self.form == MeetingForm.ONLINE else Attendance.SITE,)

    def way_of(self, wanted: str) -> Attendance:
        """How somebody takes part who said `wanted`. Raises AttendanceMissingError where there are two ways."""
        if len(self.ways) == 1:
            return self.ways[0]
        if wanted not in self.ways:
            raise AttendanceMissingError
        return Attendance(wanted)

    def counts_online(self, attendance: str) -> bool:
        """Whether this form of attendance is counted in the columns that begin with `online`."""
        return self.is_hybrid and attendance == Attendance.ONLINE

    def seats_of(self, attendance: str) -> Seats:
        """The seats for one form of attendance."""
        if self.counts_online(attendance):
            return Seats(self.online_capacity, self.online_taken, self.online_waiting)
        return Seats(self.capacity, self.taken, self.waiting)

    @property
    def everybody(self) -> Seats:
        """All who take part, in either way."""
        return Seats(None, self.taken + self.online_taken, self.waiting + self.online_waiting)

    @property
    def expected_end(self) -> dt.datetime:
        """When the meeting ends for those who signed up: what they were told last, whatever the page says since."""
        return self.told_ends_at or self.ends_at

    def state_at(self, now: dt.datetime) -> SignUpState:
        """Whether a visitor can sign up at `now`, and if not why."""
        if self.is_cancelled:
            return SignUpState.CANCELLED
        if now >= self.ends_at:
            return SignUpState.PAST
        if not self.is_published or now >= (self.sign_up_closes_at or self.starts_at):
            return SignUpState.CLOSED
        if self.sign_up_opens_at and now < self.sign_up_opens_at:
            return SignUpState.NOT_YET
        has_room = any(self.seats_of(way).has_room for way in self.ways)
        return SignUpState.OPEN if has_room else SignUpState.FULL

    def at_the_door(self) -> "models.QuerySet[SignUp]":
        """The participants with a seat who are expected in person; of an online meeting, all of them."""
        rows = self.sign_ups.filter(state=SignUp.State.CONFIRMED, anonymised_at=None)
        return rows.filter(attendance=Attendance.SITE) if self.is_hybrid else rows

    @property
    def has_room_online(self) -> bool:
        """Whether a newcomer to a hybrid meeting gets a seat online."""
        return self.is_hybrid and self.seats_of(Attendance.ONLINE).has_room

    def takes_sign_ups_at(self, now: dt.datetime) -> bool:
        """Whether a visitor can sign up at `now`, if only for the waiting list."""
        return self.state_at(now) in {SignUpState.OPEN, SignUpState.FULL}

    def promotes_at(self, now: dt.datetime) -> bool:
        """Whether a free seat passes to the waiting list: until the meeting starts, also after sign-up has closed."""
        return self.is_published and not self.is_cancelled and now < self.starts_at


class SignUp(models.Model):
    """One person's sign-up for one meeting. Signing up again after a cancellation is a new row at the back."""

    class State(models.TextChoices):
        CONFIRMED = "confirmed", _("confirmed")
        WAITING = "waiting", _("waiting")
        CANCELLED = "cancelled", pgettext_lazy("sign-up", "cancelled")

    class Actor(models.TextChoices):
        PARTICIPANT = "participant", _("participant")
        ORGANISER = "organiser", _("organiser")
        CLOCK = "clock", _("the clock: the address was not confirmed in time")

    ACTIVE = (State.CONFIRMED, State.WAITING)

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    pool = models.ForeignKey(SeatPool, on_delete=models.PROTECT, related_name="sign_ups")
    position = models.PositiveIntegerField(_("number"))
    submission_id = models.UUIDField(help_text="The same form sent twice is one sign-up.")
    state = models.CharField(_("state"), max_length=10, choices=State.choices)
    source = models.CharField(_("signed up by"), max_length=12, choices=Actor.choices, default=Actor.PARTICIPANT)
    language = models.CharField(_("language"), max_length=5, choices=settings.LANGUAGES)
    attendance = models.CharField(
        _("takes part"),
        max_length=6,
        choices=Attendance.choices,
        default=Attendance.SITE,
        db_default=Attendance.SITE,
    )

    name = models.CharField(_("name"), max_length=120, blank=True)
    email = models.CharField(_("e-mail address"), max_length=254, blank=True)
    organisation = models.CharField(_("organisation"), max_length=120, blank=True)
    role = models.CharField(_("role"), max_length=20, choices=Role.choices, blank=True)
    question = models.TextField(_("question beforehand"), max_length=500, blank=True)
    needs = models.TextField(_("access or diet needs"), max_length=300, blank=True)

    created_at = models.DateTimeField(_("signed up at"))
    confirmed_at = models.DateTimeField(_("confirmed at"), null=True, blank=True)
    cancelled_at = models.DateTimeField(_("cancelled at"), null=True, blank=True)
    cancelled_by = models.CharField(_("cancelled by"), max_length=12, choices=Actor.choices, blank=True)
    checked_in_at = models.DateTimeField(_("came in at"), null=True, blank=True)
    held_until = models.DateTimeField(
        _("held until"), null=True, blank=True, help_text="The address is not confirmed; after this the seat passes on."
    )
    wants_report = models.BooleanField(_("wants the report"), default=False)
    anonymised_at = models.DateTimeField(_("anonymised at"), null=True, blank=True)
    calendar_sequence = models.PositiveIntegerField(
        default=0, help_text="iCalendar's SEQUENCE of this participant's invitation."
    )

    class Meta:
        verbose_name = _("sign-up")
        verbose_name_plural = _("sign-ups")
        ordering = ["pool", "position"]
        constraints = [
            models.CheckConstraint(
                name="signup_state_known", condition=Q(state__in=["confirmed", "waiting", "cancelled"])
            ),
            models.CheckConstraint(name="signup_position_positive", condition=Q(position__gt=0)),
            models.CheckConstraint(
                name="signup_email_normal",
                condition=Q(email=Lower("email")) & ~Q(email__regex=r"[[:space:][:cntrl:]]"),
            ),
            models.UniqueConstraint(
                name="signup_one_active_an_email",
                fields=["pool", "email"],
                condition=Q(state__in=["confirmed", "waiting"]) & ~Q(email=""),
            ),
            models.UniqueConstraint(name="signup_position_unique", fields=["pool", "position"]),
            models.UniqueConstraint(name="signup_submission_unique", fields=["pool", "submission_id"]),
            models.CheckConstraint(
                name="signup_check_in_when_confirmed",
                condition=Q(checked_in_at__isnull=True) | Q(state="confirmed"),
            ),
            models.CheckConstraint(
                name="signup_confirmed_has_moment",
                condition=~Q(state="confirmed") | Q(confirmed_at__isnull=False),
            ),
            models.CheckConstraint(
                name="signup_cancelled_has_moment",
                condition=Q(state="cancelled", cancelled_at__isnull=False)
                | (~Q(state="cancelled") & Q(cancelled_at__isnull=True)),
            ),
            models.CheckConstraint(
                name="signup_held_while_active",
                condition=Q(held_until__isnull=True) | Q(state__in=["confirmed", "waiting"]),
            ),
            models.CheckConstraint(
                name="signup_anonymised_holds_nothing",
                condition=Q(anonymised_at__isnull=False, email="", name="", organisation="", question="", needs="")
                | (Q(anonymised_at__isnull=True) & ~Q(email="") & ~Q(name="")),
            ),
        ]
        indexes = [
            models.Index(fields=["email"], name="signup_email"),
            models.Index(fields=["pool", "position"], name="signup_waiting", condition=Q(state="waiting")),
        ]

    def __str__(self) -> str:
        return f"{self.pool_id} #{self.position}"

    @property
    def is_active(self) -> bool:
        return self.state in self.ACTIVE

    def ahead(self) -> int:
        """How many wait before this one."""
        if self.state != self.State.WAITING:
            return 0
        before = SignUp.objects.filter(
            pool=self.pool_id, attendance=self.attendance, state=self.State.WAITING, position__lt=self.position
        )
        return before.count()
