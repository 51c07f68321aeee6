"""The admin's part of logging in safely: where one's own is managed, and taking away a second step that was lost."""

from collections.abc import Collection
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail import hooks
from wagtail.admin.views.account import BaseSettingsPanel
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.log_actions import log

from livinglab.accounts import second_factor
from livinglab.accounts.models import User
from livinglab.accounts.reauthentication import recent_proof_required
from livinglab.accounts.requests import user_of
from livinglab.accounts.superusers import has_power_over, refusal, refuse_without_power


class NothingToFillIn(forms.ModelForm):
    """Wagtail asks a form of each panel."""

    class Meta:
        model = User
        fields = ()


@hooks.register("register_account_settings_panel")
class SafeLogInPanel(BaseSettingsPanel):
    """Leads from the account in the admin to the pages about logging in."""

    name = "safe_log_in"
    title = _("Logging in safely")
    order = 350
    form_class = NothingToFillIn
    template_name = "wagtailadmin/account/safe_log_in.html"


@method_decorator(recent_proof_required, name="dispatch")
class ResetSecondFactorView(WagtailAdminTemplateMixin, TemplateView):
    """Lets a colleague who lost their telephone and their recovery codes set up a new second step."""

    template_name = "wagtailadmin/reset_second_factor.html"
    page_title = _("Take away the second step")
    header_icon = "key"

    def dispatch(self, request: HttpRequest, *args: Any, pk: int, **kwargs: Any) -> HttpResponseBase:
        self.colleague = get_object_or_404(User, pk=pk)
        if not request.user.has_perm("accounts.change_user"):
            raise PermissionDenied
        refuse_without_power(request.user, self.colleague)
        return super().dispatch(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        second_factor.reset(self.colleague)
        log(instance=self.colleague, action="accounts.reset_second_factor", user=user_of(request))
        messages.success(request, gettext("Done. At the next log-in they set up a new second step; a mail tells them."))
        return redirect("wagtailusers_users:edit", self.colleague.pk)

    def get_page_subtitle(self) -> str:
        return str(self.colleague)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        back = reverse("wagtailusers_users:edit", args=[self.colleague.pk])
        return super().get_context_data(**kwargs) | {"colleague": self.colleague, "back_url": back}


@hooks.register("register_admin_urls")
def register_reset_url() -> list[URLPattern]:
    return [path("users/<int:pk>/second-step/", ResetSecondFactorView.as_view(), name="reset_second_factor")]


@hooks.register("register_log_actions")
def register_log_actions(actions: Any) -> None:
    actions.register_action(
        "accounts.reset_second_factor", _("Take away the second step"), _("The second step was taken away")
    )


@hooks.register("before_bulk_action")
def guard_superusers(
    request: HttpRequest, action_type: str, objects: Collection[Model], view: object
) -> HttpResponse | None:
    """Some of Wagtail's bulk actions write with one statement, of which no signal tells."""
    if all(has_power_over(request.user, user) for user in objects if isinstance(user, User)):
        return None
    messages.error(request, refusal())
    return redirect("wagtailusers_users:index")
