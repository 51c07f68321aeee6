"""What an organiser does to a meeting. Each says what will happen before it does it."""

import uuid
from dataclasses import replace
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages

from events.desk import mail_preview
from events.desk.access import Desk, at_desk
from events.desk.confirmation import Confirmation, ConfirmView
from events.desk.forms import ByHandForm, CallOffForm, MessageForm, SeatsForm
from events.form_fields import BUSY
from events.pages import MeetingPage
from events.publication import call_off as cancel_meeting
from events.publication import lock_meeting
from events.retention import hold_in_words
from events.signups import services
from events.signups.models import Attendance, SeatPool, Seats, SignUp
from livinglab.accounts.requests import user_of


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def add(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Sign somebody up by hand."""
    form = ByHandForm(request.POST or None, pool=desk.pool)
    if request.method == "POST" and form.is_valid():
        try:
            row = services.sign_up(
                meeting=desk.pool.key,
                person=form.applicant(),
                submission_id=uuid.uuid4(),
                source=SignUp.Actor.ORGANISER,
            )
        except services.SignUpRefusedError as refusal:
            form.add_error(None, _("Not possible any more: the meeting is %(state)s.") % {"state": refusal.state.label})
        except services.SeatsBusyError:
            form.add_error(None, BUSY)
        else:
            told = {"name": row.name, "state": row.get_state_display()}
            messages.success(request, _("%(name)s is on the list: %(state)s.") % told)
            return redirect(desk.url("meeting"))
    return render(
        request, "desk/form.html", desk.frame(_("Sign up by hand")) | {"form": form, "button": _("Put on the list")}
    )


class DeskConfirmView(ConfirmView):
    """A page of the desk that asks first. The numbers it shows are those of the seat row."""

    title: str | Promise
    button: str | Promise = gettext_lazy("What will happen?")
    is_serious = False

    def setup(self, request: HttpRequest, desk: Desk) -> None:  # type: ignore[override]
        super().setup(request)
        self.desk = desk

    @property
    def meeting(self) -> uuid.UUID:
        return self.desk.pool.key

    def lock(self) -> None:
        self.desk = replace(self.desk, pool=services.lock_seats(self.meeting))

    def back_url(self) -> str:
        return self.desk.url("meeting")

    def context(self) -> dict[str, Any]:
        return self.desk.frame(str(self.title)) | {"button": self.button, "serious": self.is_serious}


class BeforeTheEndMixin:
    """For what makes no sense once a meeting is over."""

    desk: Desk

    def dispatch(self, request: HttpRequest, *args: Any, **options: Any) -> HttpResponseBase:
        if timezone.now() >= self.desk.pool.ends_at:
            messages.error(request, _("This meeting is over: that is not possible any more."))
            return redirect(self.desk.url("meeting"))
        return super().dispatch(request, *args, **options)  # type: ignore[misc]


class SeatsView(BeforeTheEndMixin, DeskConfirmView):
    """Change the number of seats."""

    title = gettext_lazy("Seats")

    def make_form(self, data: Any = None) -> SeatsForm:
        return SeatsForm(data, pool=self.desk.pool)

    def confirmation(self, answers: dict[str, Any]) -> Confirmation:
        return Confirmation(what_seats_do(self.desk.pool, answers))

    def act(self, answers: dict[str, Any]) -> str:
        services.change_seats(meeting=self.meeting, **answers)
        return _("The seats are changed.")


seats = at_desk(SeatsView.as_view())


def what_seats_do(pool: SeatPool, wanted: dict[str, int]) -> list[str]:
    """What another number of seats does, in words."""
    lines: list[str] = []
    promoted = 0
    for way in pool.ways:
        now = pool.seats_of(way)
        after = replace(now, capacity=wanted["online_capacity" if pool.counts_online(way) else "capacity"])
        lines += _what_one_sort_of_seats_does(now, after, way if pool.is_hybrid else None)
        if pool.promotes_at(timezone.now()):
            promoted += services.next_in_line(pool, way)[: after.unoccupied].count()
    if promoted:
        lines.append(
            ngettext(
                "%(count)s person on the waiting list gets a seat, and a mail.",
                "%(count)s people on the waiting list get a seat, and a mail.",
                promoted,
            )
            % {"count": promoted}
        )
    else:
        lines.append(_("Nobody gets a mail."))
    if wanted["checks_addresses"] and not pool.checks_addresses:
        lines.append(
            _("Anyone who signs up from now on must confirm their address within %(time)s. Others need not.")
            % {"time": hold_in_words()}
        )
    elif pool.checks_addresses and not wanted["checks_addresses"]:
        lines.append(_("Anyone who signs up from now on has a seat at once, without confirming their address."))
    return lines


def _what_one_sort_of_seats_does(now: Seats, after: Seats, way: Attendance | None) -> list[str]:
    numbers = {"taken": now.taken, "waiting": now.waiting, "capacity": _number(now), "wanted": _number(after)}
    line = _("Now: %(capacity)s seats, %(taken)s taken, %(waiting)s waiting. After this: %(wanted)s seats.") % numbers
    lines = [f"{capfirst(way.label)}. {line}" if way else line]
    if after.capacity is not None and after.capacity < now.taken:
        lines.append(
            _(
                "Nobody loses their seat: %(taken)s people keep theirs. A seat that comes free is passed on only when "
                "fewer than %(wanted)s are taken."
            )
            % numbers
        )
    return lines


def _number(seats: Seats) -> str:
    return _("unlimited") if seats.capacity is None else str(seats.capacity)


class MessageView(DeskConfirmView):
    """Write to participants, after seeing how it looks and to how many it goes."""

    title = gettext_lazy("Write to participants")
    button = gettext_lazy("See how it looks")
    form_class = MessageForm
    confirm_template = "desk/message_preview.html"

    def post(self, request: HttpRequest, *args: Any, **options: Any) -> HttpResponse:
        if "again" in request.POST:
            self.form = self.make_form(request.POST)
            return self.show_form()
        return super().post(request, *args, **options)

    def confirmation(self, answers: dict[str, Any]) -> Confirmation:
        count = services.audience_of(self.desk.pool, answers["audience"]).count()
        about = "\n".join((answers["audience"], answers["subject"], answers["body"]))
        return Confirmation([str(count)], about=about)

    def act(self, answers: dict[str, Any]) -> str:
        _message, count = services.send_message(meeting=self.meeting, author=user_of(self.request), **answers)
        return ngettext("%(n)s mail is sent.", "%(n)s mails are sent.", count) % {"n": count}

    def show_confirmation(self, confirmation: Confirmation) -> HttpResponse:
        shown = {"written": self.form.cleaned_data, "count": int(confirmation.lines[0])}
        return self._render(self.confirm_template, confirmation=confirmation, **shown)


message = at_desk(MessageView.as_view())


class CallOffView(BeforeTheEndMixin, DeskConfirmView):
    """Cancel the meeting: everyone on the list gets a mail."""

    title = gettext_lazy("Cancel the meeting")
    form_class = CallOffForm
    is_serious = True

    def dispatch(self, request: HttpRequest, *args: Any, **options: Any) -> HttpResponseBase:
        if not self.desk.page.permissions_for_user(request.user).can_publish():
            raise PermissionDenied
        return super().dispatch(request, *args, **options)

    def make_form(self, data: Any = None) -> CallOffForm:
        return CallOffForm(data)

    def lock(self) -> None:
        lock_meeting(self.meeting)  # it is published in every language
        super().lock()

    def confirmation(self, answers: dict[str, Any]) -> Confirmation:
        return Confirmation(mail_preview.what_calling_off_does(self.desk.pool, **answers))

    def act(self, answers: dict[str, Any]) -> str:
        cancel_meeting(self.meeting, user=user_of(self.request), **answers)
        return _("The meeting is cancelled. Everyone on the list gets a mail.")

    def show_confirmation(self, confirmation: Confirmation) -> HttpResponse:
        return self._render(self.confirm_template, confirmation=confirmation, button=self.title)


call_off = at_desk(CallOffView.as_view())


class PublishView(ConfirmView):
    """Publish the latest version of a meeting whose participants get mail by it, after saying which.

    For whoever may publish the page; it shows numbers, no persons.
    """

    def setup(self, request: HttpRequest, page_id: int) -> None:  # type: ignore[override]
        super().setup(request)
        self.page = get_object_or_404(MeetingPage, pk=page_id)

    def dispatch(self, request: HttpRequest, *args: Any, **options: Any) -> HttpResponseBase:
        if not self.page.permissions_for_user(request.user).can_publish():
            raise PermissionDenied
        return super().dispatch(request, *args, **options)

    def lock(self) -> None:
        # A colleague may save another version meanwhile: what was shown is what is published.
        lock_meeting(self.page.meeting_key)

    def confirmation(self, answers: dict[str, Any]) -> Confirmation:
        self.revision = MeetingPage.objects.get(pk=self.page.pk).get_latest_revision()
        return Confirmation(mail_preview.what_publishing_does(self.revision.as_object()), about=str(self.revision.pk))

    def act(self, answers: dict[str, Any]) -> str:
        self.revision.publish(user=user_of(self.request))
        told = {"title": self.revision.as_object().title}
        return _("‘%(title)s’ is published and the mails are on their way.") % told

    def back_url(self) -> str:
        return reverse("wagtailadmin_pages:edit", args=[self.page.pk])

    def context(self) -> dict[str, Any]:
        return Desk(self.page.seats, self.page).frame(_("Publish")) | {
            # Whoever publishes need not be an organiser: no way to the persons from here.
            "breadcrumbs_items": [
                {"url": reverse("wagtailadmin_home"), "label": _("Home")},
                {"url": self.back_url(), "label": self.page.get_admin_display_title()},
                {"url": "", "label": _("Publish")},
            ],
            "button": _("Publish and send the mails"),
        }


publish = PublishView.as_view()
