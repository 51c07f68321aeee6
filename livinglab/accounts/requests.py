"""The user of a request."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from livinglab.accounts.models import User


def user_of(request: HttpRequest) -> User:
    """The user who is logged in. Raises PermissionDenied when nobody is."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user
