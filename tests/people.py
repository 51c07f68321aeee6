"""Somebody of each role, logged in with real requests."""

from django.contrib.auth.models import Group
from django.test import Client

from livinglab.accounts.models import User
from livinglab.provision import roles

PASSWORD = "een-lang-wachtwoord"


def somebody(role: str, name: str = "") -> User:
    """A user of a role (`livinglab.provision.roles.EDITOR` and so on)."""
    name = name or role.lower()
    user = User.objects.create_user(f"{name}@example.nl", PASSWORD, first_name=name.capitalize(), last_name="Test")
    user.groups.add(Group.objects.get(name=role))
    return user


def client_of(user: User | None) -> Client:
    """A browser in which `user` is logged in; nobody for None."""
    client = Client()
    if user is not None:
        client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


EVERYBODY = (roles.EDITOR, roles.MODERATOR, roles.ORGANISER, roles.ADMINISTRATOR)
