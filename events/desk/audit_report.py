"""The report of who used the desk, for administrators."""

from typing import ClassVar

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BooleanColumn, Column, DateColumn
from wagtail.admin.views.generic import BaseListingView, PermissionCheckedMixin
from wagtail.permission_policies import ModelPermissionPolicy

from events.audit import DeskAccess


class DeskAccessView(PermissionCheckedMixin, BaseListingView):
    """Every request, the newest first."""

    model = DeskAccess
    permission_policy = ModelPermissionPolicy(DeskAccess)
    permission_required = "view"
    page_title = _("Use of the desk")
    header_icon = "history"
    paginate_by = 100
    index_url_name = "desk_access"
    index_results_url_name = "desk_access_results"
    columns: ClassVar = [
        DateColumn("at", label=_("When")),
        Column("user", label=_("User")),
        Column("action", label=_("Page")),
        BooleanColumn("is_change", label=_("Changed something")),
        Column("meeting", label=_("Meeting")),
        Column("sign_up", label=_("Participant")),
    ]

    def get_base_queryset(self) -> QuerySet[DeskAccess]:
        return DeskAccess.objects.select_related("user")
