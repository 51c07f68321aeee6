"""The list of one meeting's sign-ups, and one sign-up."""

import uuid
from typing import Any

import django_filters
from django.db.models import Exists, OuterRef, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from wagtail.admin import messages
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.generic.base import BaseListingView

from events.desk.access import Desk, find_sign_up, open_desk, organisers_only
from events.desk.figures import figures_of, with_counts
from events.desk.forms import AddressForm
from events.desk.mail_preview import what_cancelling_does
from events.desk.private_search import PrivateSearchMixin
from events.form_fields import BUSY
from events.intentions import services as intentions
from events.mailing import outgoing
from events.mailing.models import OutgoingMail
from events.signups import services
from events.signups.models import Attendance, SeatPool, SignUp
from livinglab.taxonomy.choices import Role


class SignUpFilters(WagtailFilterSet):
    """By state, by role, and those whose mail did not arrive."""

    state = django_filters.ChoiceFilter(label=gettext_lazy("State"), choices=SignUp.State.choices)
    role = django_filters.ChoiceFilter(label=gettext_lazy("Role"), choices=Role.choices)
    attendance = django_filters.ChoiceFilter(label=gettext_lazy("Takes part"), choices=Attendance.choices)
    mail_failed = django_filters.ChoiceFilter(
        label=gettext_lazy("Mail did not arrive"),
        choices=[("true", gettext_lazy("Yes")), ("false", gettext_lazy("No"))],
        method="filter_mail_failed",
    )

    def filter_mail_failed(self, rows: QuerySet[SignUp], name: str, value: str) -> QuerySet[SignUp]:
        return rows.filter(mail_failed=value == "true")  # type: ignore[misc]  # annotated by the view

    class Meta:
        model = SignUp
        fields = ["state", "role", "attendance", "mail_failed"]


class PersonColumn(Column):
    """Name and address, and a link to all the rest."""

    cell_template_name = "desk/person_cell.html"


class OrganisationColumn(Column):
    """Where they work and as what."""

    cell_template_name = "desk/organisation_cell.html"


class StateColumn(Column):
    """The state, and what an organiser should see at once."""

    cell_template_name = "desk/state_cell.html"


class SignUpsView(PrivateSearchMixin, BaseListingView):
    """Who has a seat, who waits, who cancelled; with the figures above."""

    model = SignUp
    template_name = "desk/meeting.html"
    results_template_name = "wagtailadmin/generic/listing_results.html"
    filterset_class = SignUpFilters
    search_fields = ["name", "email", "organisation"]
    paginate_by = 50
    default_ordering = "position"
    header_icon = "group"
    verbose_name_plural = gettext_lazy("sign-ups")
    columns = [
        Column("position", label=gettext_lazy("No."), sort_key="position", width="5%"),
        PersonColumn("name", label=gettext_lazy("Name"), sort_key="name__alphabetical"),
        OrganisationColumn("organisation", label=gettext_lazy("Organisation"), sort_key="organisation__alphabetical"),
        StateColumn("state", label=gettext_lazy("State"), sort_key="state"),
        DateColumn("created_at", label=gettext_lazy("Signed up"), sort_key="created_at"),
    ]

    @cached_property
    def desk(self) -> Desk:
        return open_desk(self.kwargs["key"])

    @property
    def index_url(self) -> str:
        return self.desk.url("meeting")

    @property
    def index_results_url(self) -> str:
        return self.desk.url("meeting_results")

    def get_base_queryset(self) -> QuerySet[SignUp]:
        failed = OutgoingMail.objects.filter(sign_up=OuterRef("pk"), state__in=OutgoingMail.NOT_ARRIVED)
        return self.desk.pool.sign_ups.filter(anonymised_at=None).annotate(mail_failed=Exists(failed))

    def get_page_title(self) -> str:
        return self.desk.page.title

    def get_breadcrumbs_items(self) -> Any:
        return self.desk.frame()["breadcrumbs_items"]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        if self.results_only:
            return context
        now = timezone.now()
        pool = with_counts(SeatPool.objects.filter(pk=self.desk.pool.pk)).get()
        context |= {
            "desk": self.desk,
            "meeting": self.desk.page,
            "pool": pool,
            "figures": figures_of(pool, now),
            "sign_up_state": pool.state_at(now),
            "is_over": pool.ends_at <= now,
            "may_publish": self.desk.page.permissions_for_user(self.request.user).can_publish(),
            "intentions": intentions.figures(pool),
            "readable_intentions": intentions.readable(pool),
            "messages_sent": pool.messages.select_related("author"),
        }
        return context


sign_ups = organisers_only(SignUpsView.as_view(), only_looks=True)
sign_ups_results = organisers_only(require_safe(SignUpsView.as_view(results_only=True)))


@organisers_only
@require_safe
def sign_up(request: HttpRequest, sign_up: uuid.UUID) -> HttpResponse:
    """One sign-up: all it says, its mails, and what can be done."""
    row = find_sign_up(sign_up)
    desk = open_desk(row.pool_id)
    context = desk.frame(row.name) | {
        "row": row,
        "ahead": row.ahead(),
        "mails": row.mails.order_by("created_at"),
        "not_arrived": OutgoingMail.NOT_ARRIVED,
        "cancelling": what_cancelling_does(row),
    }
    return render(request, "desk/sign_up.html", context)


@organisers_only
@require_http_methods(["GET", "HEAD", "POST"])
def change_email(request: HttpRequest, sign_up: uuid.UUID) -> HttpResponse:
    """Give somebody another address: theirs was mistyped."""
    row = find_sign_up(sign_up)
    if not row.is_active:
        raise Http404
    form = AddressForm(request.POST or None, initial={"email": row.email})
    if request.method == "POST" and form.is_valid():
        try:
            row = services.change_email(sign_up=row.uuid, email=form.cleaned_data["email"])
        except services.EmailTakenError:
            form.add_error("email", _("Somebody with this address is on the list already."))
        except services.SeatsBusyError:
            form.add_error(None, BUSY)
        except SignUp.DoesNotExist:
            return _changed_meanwhile(request, row)
        else:
            messages.success(
                request, _("Mail to %(name)s now goes to %(email)s.") % {"name": row.name, "email": row.email}
            )
            return redirect("sign_ups:sign_up", sign_up=row.uuid)
    context = open_desk(row.pool_id).frame(row.name) | {
        "intro": _(
            "They keep their seat or place. Before the meeting is over they get a mail with it at the new address. "
            "Links and the code in earlier mails stop working."
        ),
        "form": form,
        "button": _("Correct the address"),
        "back_url": reverse("sign_ups:sign_up", args=[row.uuid]),
    }
    return render(request, "desk/form.html", context)


@organisers_only
@require_POST
def resend(request: HttpRequest, sign_up: uuid.UUID) -> HttpResponse:
    """Mail somebody their seat or place once more."""
    row = find_sign_up(sign_up)
    try:
        is_sent = services.resend(sign_up=row.uuid)
    except services.SeatsBusyError:
        messages.error(request, BUSY)
    except SignUp.DoesNotExist:
        return _changed_meanwhile(request, row)
    else:
        told = {"name": row.name}
        if is_sent:
            messages.success(request, _("%(name)s gets the mail once more.") % told)
        else:
            messages.warning(request, _("A mail to %(name)s is already on its way.") % told)
    return redirect("sign_ups:sign_up", sign_up=row.uuid)


@organisers_only
@require_POST
def cancel(request: HttpRequest, sign_up: uuid.UUID) -> HttpResponse:
    """Cancel somebody's sign-up; they get a mail, and the first who waits gets the seat."""
    row = find_sign_up(sign_up)
    try:
        services.cancel(sign_up=row.uuid, by=SignUp.Actor.ORGANISER)
    except services.SeatsBusyError:
        messages.error(request, BUSY)
    except SignUp.DoesNotExist:
        return _changed_meanwhile(request, row)
    else:
        messages.success(request, _("The sign-up of %(name)s is cancelled.") % {"name": row.name})
    return redirect("sign_ups:meeting", key=row.pool_id)


def _changed_meanwhile(request: HttpRequest, row: SignUp) -> HttpResponse:
    """This sign-up was corrected or cancelled a moment ago, perhaps by a second click."""
    messages.error(request, _("This sign-up has just been changed. Look again before you go on."))
    return redirect("sign_ups:meeting", key=row.pool_id)


@organisers_only
@require_POST
def mail_returned(request: HttpRequest, mail: uuid.UUID) -> HttpResponse:
    """Note that a mail came back from its address, or (`action` "undo") that it did not after all."""
    returned = get_object_or_404(OutgoingMail, uuid=mail, sign_up__anonymised_at=None, sign_up__isnull=False)
    sign_up = get_object_or_404(SignUp, pk=returned.sign_up_id)
    if request.POST.get("action") == "undo":
        outgoing.undo_return(mail=returned.uuid)
    elif outgoing.note_return(mail=returned.uuid):
        messages.success(request, _("Noted: this mail did not arrive."))
    return redirect("sign_ups:sign_up", sign_up=sign_up.uuid)
