"""Background work in the admin: a warning on the start page, and the jobs that failed, to be tried again."""

from typing import Any, ClassVar

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from procrastinate.contrib.django.models import ProcrastinateJob
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.generic import BaseListingView, PermissionCheckedMixin
from wagtail.permission_policies import ModelPermissionPolicy

from livinglab.core.jobs.health import failed_jobs, late_jobs, try_again

PERMISSION = "procrastinate.change_procrastinatejob"


class JobsPanel(Component):
    """A warning for administrators when background work stands still or failed; nothing when all is well."""

    name = "jobs"
    template_name = "wagtailadmin/home/jobs.html"
    order = 5

    def get_context_data(self, parent_context: Any) -> dict[str, object]:
        if not parent_context["request"].user.has_perm(PERMISSION):
            return {}
        return {"late": late_jobs(), "failed": failed_jobs().count()}


class TryAgainColumn(Column):
    """A button that puts the job back in the queue."""

    cell_template_name = "wagtailadmin/jobs/try_again.html"

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> dict[str, object]:
        context = super().get_cell_context_data(instance, parent_context)
        return {**context, "csrf_token": parent_context.get("csrf_token")}


class FailedJobsView(PermissionCheckedMixin, BaseListingView):
    """The jobs that failed, newest first."""

    model = ProcrastinateJob
    permission_policy = ModelPermissionPolicy(ProcrastinateJob)
    permission_required = "change"
    page_title = gettext_lazy("Failed jobs")
    header_icon = "warning"
    paginate_by = 50
    index_url_name = "failed_jobs"
    index_results_url_name = "failed_jobs_results"
    columns: ClassVar = [
        Column("name", label=gettext_lazy("Job"), accessor=lambda job: job.task_name.rpartition(".")[2]),
        Column("number", label=gettext_lazy("Number"), accessor=lambda job: f"#{job.pk}"),
        Column("attempts", label=gettext_lazy("Attempts")),
        DateColumn("failed_at", label=gettext_lazy("Failed")),
        TryAgainColumn("try_again", label="", accessor="pk"),
    ]

    def get_base_queryset(self) -> Any:
        return failed_jobs()


@require_POST
def try_job_again(request: HttpRequest, job_id: int) -> HttpResponse:
    if not request.user.has_perm(PERMISSION):
        raise PermissionDenied
    if try_again(job_id):
        messages.success(
            request, _("The job is being tried again. If it is not in this list after a minute, it succeeded.")
        )
    else:
        messages.warning(
            request, _("This job need not be tried again: it has succeeded, or the next one does its work.")
        )
    return redirect("failed_jobs")


class FailedJobsMenuItem(MenuItem):
    """Among the reports of administrators."""

    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm(PERMISSION)


URLS: list[URLPattern] = [
    path("reports/jobs/", FailedJobsView.as_view(), name="failed_jobs"),
    path("reports/jobs/results/", FailedJobsView.as_view(results_only=True), name="failed_jobs_results"),
    path("reports/jobs/<int:job_id>/", try_job_again, name="try_job_again"),
]
