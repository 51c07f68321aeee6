"""Managing users in the admin: a new user is invited by mail, so that nobody invents a password for somebody else."""

from typing import Any

from django.db.models import QuerySet
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets.button import Button
from wagtail.users.forms import UserCreationForm, UserEditForm
from wagtail.users.views.users import CreateView, EditView, IndexView
from wagtail.users.views.users import UserViewSet as WagtailUserViewSet

from livinglab.accounts import second_factor
from livinglab.accounts.models import User
from livinglab.accounts.requests import user_of
from livinglab.accounts.superusers import refuse_without_power
from livinglab.accounts.tasks import send_password_link
from livinglab.core.jobs.queue import defer


class InviteUserForm(UserCreationForm):
    """A new user. Without a password they get a mail with a link to choose one."""

    password_required = False
    error_messages = {
        **UserCreationForm.error_messages,
        "duplicate_username": _("There is already a user with this e-mail address."),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password1"].help_text = _("Leave this empty: the new user gets a mail with a link to choose one.")
        self.fields["groups"].help_text = _("What may this user do? Usually one of these.")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not cleaned.get("groups") and not cleaned.get("is_superuser") and "groups" not in self.errors:
            # The mail says that they can begin.
            self.add_error("groups", _("Choose a role: without one this user may do nothing."))
        return cleaned

    def save(self, commit: bool = True) -> User:
        if not self.cleaned_data["password1"]:
            # Not "unusable": with an unusable password no link to choose one is ever sent.
            self.instance.password = ""
        return super().save(commit)


class EditUserForm(UserEditForm):
    """A user that exists."""

    error_messages = InviteUserForm.error_messages


class UserIndexView(IndexView):
    """The users: the name, the log-in and what they may do."""

    def get_base_queryset(self) -> QuerySet[User]:
        return super().get_base_queryset().prefetch_related("groups")

    @cached_property
    def columns(self) -> list[Column]:
        columns = [column for column in super().columns if column.name != "is_superuser"]
        for column in columns:
            if column.name == User.USERNAME_FIELD:
                column.label = _("E-mail address")
        columns.insert(3, Column("groups", label=_("Roles"), accessor=_roles, width="20%"))
        return columns


def _roles(user: User) -> str:
    names = [group.name for group in user.groups.all()]
    if user.is_superuser:
        names.append(str(_("all rights")))
    return ", ".join(names)


class AllRightsMixin:
    """Only who has all rights gives them."""

    request: HttpRequest

    def get_form(self, *args: Any, **kwargs: Any) -> ModelForm:
        form = super().get_form(*args, **kwargs)  # type: ignore[misc]
        if "is_superuser" in form.fields and not user_of(self.request).is_superuser:
            form.fields["is_superuser"].disabled = True
        return form


class InviteUserView(AllRightsMixin, CreateView):
    """Adds a user and mails the invitation."""

    def save_instance(self) -> User:
        user = super().save_instance()
        if not user.password:
            defer(send_password_link, user_id=user.pk, mail="invitation")
        return user


class EditUserView(AllRightsMixin, EditView):
    """Changes a user, or takes away a second step that they lost."""

    template_name = "wagtailusers/users/edit.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        refuse_without_power(request.user, self.object)
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        if self.object == self.request.user or not second_factor.has_factor(self.object):
            return super().header_more_buttons
        address = reverse("reset_second_factor", args=[self.object.pk])
        button = Button(_("Take away the second step"), url=address, icon_name="key", priority=40)
        return [*super().header_more_buttons, button]


class UserViewSet(WagtailUserViewSet):
    """Users of the admin, identified by e-mail address."""

    index_view_class = UserIndexView
    add_view_class = InviteUserView
    edit_view_class = EditUserView

    def get_form_class(self, for_update: bool = False) -> type[ModelForm]:
        return EditUserForm if for_update else InviteUserForm
