"""What an organiser does to a meeting. Each says what will happen before it does it."""

import uuid
from dataclasses import replace

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages

from events.desk import mail_preview
from events.desk.access import Desk, at_desk
from events.desk.confirmation import Confirmation
from events.desk.forms import ByHandForm, CallOffForm, MessageForm, SeatsForm
from events.form_fields import BUSY
from events.pages import MeetingPage
from events.publication import call_off as cancel_meeting
from events.signups import services
from events.signups.models import Attendance, SeatPool, Seats, SignUp
from livinglab.accounts.requests import user_of

_METHODS = require_http_methods(["GET", "HEAD", "POST"])


@_METHODS
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


@_METHODS
@at_desk
def seats(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Change the number of seats, after saying what that does."""
    if timezone.now() >= desk.pool.ends_at:
        return _is_over(request, desk)
    pool = desk.pool
    form = SeatsForm(request.POST or None, pool=pool)
    context = desk.frame(_("Seats")) | {"form": form, "button": _("What will happen?")}
    if request.method != "POST" or not form.is_valid():
        return render(request, "desk/form.html", context)
    confirmation = Confirmation(what_seats_do(pool, form.cleaned_data))
    if not confirmation.is_given(request):
        return render(request, "desk/confirm.html", context | {"confirmation": confirmation})
    try:
        services.require_email_confirmation(meeting=pool.key, wanted=form.cleaned_data["checks_addresses"])
        services.change_capacity(meeting=pool.key, capacity=form.cleaned_data["capacity"])
        if pool.is_hybrid:
            services.change_online_capacity(meeting=pool.key, capacity=form.cleaned_data["online_capacity"])
    except services.SeatsBusyError:
        messages.error(request, BUSY)
    else:
        messages.success(request, _("The seats are changed."))
    return redirect(desk.url("meeting"))


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
        lines.append(_("Anyone who signs up from now on must confirm their address within two hours. Others need not."))
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


@_METHODS
@at_desk
def message(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Write to participants, after seeing how it looks and to how many it goes."""
    form = MessageForm(request.POST or None)
    context = desk.frame(_("Write to participants")) | {"form": form, "button": _("See how it looks")}
    if request.method != "POST" or not form.is_valid() or "again" in request.POST:
        return render(request, "desk/form.html", context)
    written = form.cleaned_data
    count = services.audience_of(desk.pool, written["audience"]).count()
    confirmation = Confirmation(
        [str(count)], about="\n".join((written["audience"], written["subject"], written["body"]))
    )
    if not confirmation.is_given(request):
        shown = {"written": written, "count": count, "confirmation": confirmation}
        return render(request, "desk/message_preview.html", context | shown)
    try:
        _message, count = services.send_message(meeting=desk.pool.key, author=user_of(request), **written)
    except services.SeatsBusyError:
        messages.error(request, BUSY)
    else:
        messages.success(request, ngettext("%(n)s mail is sent.", "%(n)s mails are sent.", count) % {"n": count})
    return redirect(desk.url("meeting"))


@_METHODS
@at_desk
def call_off(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Cancel the meeting: everyone on the list gets a mail."""
    if not desk.page.permissions_for_user(request.user).can_publish():
        raise PermissionDenied
    if timezone.now() >= desk.pool.ends_at:
        return _is_over(request, desk)
    form = CallOffForm(request.POST if request.method == "POST" else None)
    context = desk.frame(_("Cancel the meeting")) | {"form": form, "button": _("What will happen?")}
    if request.method != "POST" or not form.is_valid():
        return render(request, "desk/form.html", context)
    confirmation = Confirmation(mail_preview.what_calling_off_does(desk.pool, **form.cleaned_data))
    if not confirmation.is_given(request):
        context |= {"confirmation": confirmation, "button": _("Cancel the meeting"), "serious": True}
        return render(request, "desk/confirm.html", context)
    try:
        cancel_meeting(desk.pool.key, user=user_of(request), **form.cleaned_data)
    except services.SeatsBusyError:
        messages.error(request, BUSY)
    else:
        messages.success(request, _("The meeting is cancelled. Everyone on the list gets a mail."))
    return redirect(desk.url("meeting"))


def _is_over(request: HttpRequest, desk: Desk) -> HttpResponse:
    messages.error(request, _("This meeting is over: that is not possible any more."))
    return redirect(desk.url("meeting"))


@_METHODS
def publish(request: HttpRequest, page_id: int) -> HttpResponse:
    """Publish the latest version of a meeting whose participants get mail by it, after saying which.

    For whoever may publish the page; it shows numbers, no persons.
    """
    page = get_object_or_404(MeetingPage, pk=page_id)
    if not page.permissions_for_user(request.user).can_publish():
        raise PermissionDenied
    edit_url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    with transaction.atomic():
        # What was shown is what is published: a colleague may have saved something else meanwhile.
        revision = MeetingPage.objects.select_for_update(of=("self",)).get(pk=page.pk).get_latest_revision()
        draft = revision.as_object()
        confirmation = Confirmation(mail_preview.what_publishing_does(draft), about=str(revision.pk))
        is_given = confirmation.is_given(request)
    if is_given:
        try:
            with transaction.atomic():  # the page and its seats together, or nothing
                revision.publish(user=user_of(request))
        except services.SeatsBusyError:
            messages.error(request, BUSY)
        else:
            told = {"title": draft.title}
            messages.success(request, _("‘%(title)s’ is published and the mails are on their way.") % told)
        return redirect(edit_url)
    context = Desk(page.seats, page).frame(_("Publish")) | {
        "back_url": edit_url,
        # Who publishes need not be an organiser: no way to the persons from here.
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": edit_url, "label": page.get_admin_display_title()},
            {"url": "", "label": _("Publish")},
        ],
        "confirmation": confirmation,
        "button": _("Publish and send the mails"),
    }
    return render(request, "desk/confirm.html", context)
