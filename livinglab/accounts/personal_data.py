"""What is kept of users of the admin: their account, and their log-ins."""

import datetime as dt
from typing import Any

from allauth.usersessions.models import UserSession
from axes.models import AccessAttempt, AccessFailureLog, AccessLog
from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.users.models import UserProfile

from livinglab.accounts.models import User
from livinglab.accounts.sessions import forget_ended_sessions
from livinglab.core.http.throttling import forget_attempts
from livinglab.core.privacy.personal_data import DataSubject, PersonalData, Row, register_personal_data

LOG_IN_MODELS = (AccessAttempt, AccessFailureLog, AccessLog)


def register() -> None:
    """Add what is below to the register."""
    register_personal_data(ACCOUNTS)
    register_personal_data(LOG_INS)


def _users(email: str) -> QuerySet[User]:
    return User.objects.filter(email__iexact=email)


# -- Accounts ---------------------------------------------------------------------------------------
def _find_accounts(subject: DataSubject) -> list[Row]:
    return [
        {
            "name": user.get_full_name(),
            "email": user.email,
            "roles": ", ".join(user.groups.values_list("name", flat=True)),
            "since": user.date_joined,
            "last_log_in": user.last_login,
        }
        for user in _users(subject.email)
    ]


def _objection(subject: DataSubject, by: Any) -> str:
    users = list(_users(subject.email))
    if not users:
        return ""
    if by in users:
        return _("This is your own account. Another administrator can erase it.")
    if any(user.is_superuser for user in users) and not by.is_superuser:
        return _("This account may do everything. Only somebody who may do so too can erase it.")
    if not by.has_perm("accounts.delete_user"):
        return _("There is an account with this address. An administrator can erase it.")
    return ""


def _erase_accounts(subject: DataSubject) -> int:
    users = list(_users(subject.email))
    for profile in UserProfile.objects.filter(user__in=users).exclude(avatar=""):
        profile.avatar.delete(save=False)
    for user in users:
        user.delete()
    return len(users)


ACCOUNTS = PersonalData(
    key="accounts",
    order=600,
    what=gettext_lazy("Editors and organisers: name, e-mail address, picture"),
    why=gettext_lazy("To log in, and to see who changed what"),
    kept=lambda: _("As long as the account is there"),
    seen_by=gettext_lazy("Others who log in"),
    columns=(
        "accounts.User.email",
        "accounts.User.first_name",
        "accounts.User.last_name",
        "wagtailusers.UserProfile.avatar",
        "mfa.Authenticator.data",
        "socialaccount.SocialAccount.uid",
        "socialaccount.SocialAccount.extra_data",
    ),
    find=_find_accounts,
    erase=_erase_accounts,
    names=lambda email: [user.get_full_name() for user in _users(email)],
    objection=_objection,
)


# -- Log-ins ----------------------------------------------------------------------------------------
def _find_log_ins(subject: DataSubject) -> list[Row]:
    now = [
        {"when": row.created_at, "from": row.ip, "with": row.user_agent}
        for row in UserSession.objects.filter(user__in=_users(subject.email)).order_by("created_at")
    ]
    return now + [
        {"when": row.attempt_time, "from": row.ip_address, "with": row.user_agent}
        for model in LOG_IN_MODELS
        for row in model.objects.filter(username__iexact=subject.email).order_by("attempt_time")
    ]


def _erase_log_ins(subject: DataSubject) -> int:
    keys = {str(pk) for pk in _users(subject.email).values_list("pk", flat=True)}
    theirs = [row.pk for row in Session.objects.iterator() if row.get_decoded().get("_auth_user_id") in keys]
    deleted = Session.objects.filter(pk__in=theirs).delete()[0]
    deleted += UserSession.objects.filter(user__in=_users(subject.email)).delete()[0]
    return deleted + sum(model.objects.filter(username__iexact=subject.email).delete()[0] for model in LOG_IN_MODELS)


def _forget_old_log_ins() -> int:
    """Delete dead sessions, and who logged in or tried to from where, after `LOG_IN_RETENTION_DAYS`."""
    call_command("clearsessions")
    limit = timezone.now() - dt.timedelta(days=settings.LOG_IN_RETENTION_DAYS)
    deleted = sum(model.objects.filter(attempt_time__lt=limit).delete()[0] for model in LOG_IN_MODELS)
    return deleted + forget_attempts() + forget_ended_sessions()


def _kept() -> str:
    days = settings.LOG_IN_RETENTION_DAYS
    return ngettext("%(count)s day", "%(count)s days", days) % {"count": days}


LOG_INS = PersonalData(
    key="log_ins",
    order=590,  # before the accounts that the sessions belong to
    what=gettext_lazy("Who logged in or tried to, when, and from which address"),
    why=gettext_lazy("To notice break-ins"),
    kept=_kept,
    seen_by=gettext_lazy("Administrators of the server"),
    columns=(
        *(
            f"axes.{model.__name__}.{name}"
            for model in LOG_IN_MODELS
            for name in ("user_agent", "ip_address", "username", "http_accept", "path_info")
        ),
        "axes.AccessAttempt.get_data",
        "axes.AccessAttempt.post_data",
        "axes.AccessLog.session_hash",
        "sessions.Session.session_key",
        "sessions.Session.session_data",
        *(f"usersessions.UserSession.{name}" for name in ("ip", "session_key", "user_agent", "data")),
    ),
    find=_find_log_ins,
    erase=_erase_log_ins,
    forget_old=_forget_old_log_ins,
)
