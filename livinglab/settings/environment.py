"""The environment variables that the settings read. `.env.example` and `docs/operations.md` name each of them."""

import re
import zlib
from urllib.parse import unquote, urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured
from environ.fileaware_mapping import FileAwareMapping


class GivenVariables(FileAwareMapping):
    """The variables that have a value: an empty one counts as not given, as the lines of `.env.example` are.

    `NAME_FILE` names a file with the value of NAME, such as a mounted secret, and wins over NAME.
    """

    def __getitem__(self, key: str) -> str:
        value = super().__getitem__(key).strip()
        if not value:
            raise KeyError(key)
        # django-environ takes `$WORD` for the name of another variable; here it is part of a password.
        return value.replace("$", r"\$")


class Environment(environ.Env):
    """django-environ on the variables that have a value."""

    ENVIRON = GivenVariables(cache=False)

    def __init__(self) -> None:
        super().__init__()
        self.escape_proxy = True


env = Environment()


_PRINTED = re.compile(r"refused-in-production|django-insecure|signs-nothing|change-?me", re.IGNORECASE)
"""In keys that stand in a source that everybody can read."""
SHORTEST_LINK_KEY = 32
"""Characters of a secret that signs links; Django asks 50 of the secret key."""
LEAST_CONTENT = 24
"""Bytes that a secret packs to: 32 random hexadecimal digits to 30, one letter sixty times to 6."""


def refuse_weak_secret(name: str, secret: str, *, shortest: int) -> None:
    """Raises ImproperlyConfigured, without the secret, for one that is short, repeats itself or is public."""
    advice = f"{name} must be a secret of your own of at least {shortest} characters, as `.env.example` makes one."
    if len(secret) < shortest:
        raise ImproperlyConfigured(f"{advice} This one is shorter.")
    if _PRINTED.search(secret):
        raise ImproperlyConfigured(f"{advice} This one stands in public code.")
    if len(zlib.compress(secret.encode(), 9, -15)) < LEAST_CONTENT:
        raise ImproperlyConfigured(f"{advice} This one repeats itself.")


def keys_by_id(pairs: list[str]) -> dict[str, str]:
    """The secrets of `LINK_KEYS` by their ids. Raises ImproperlyConfigured, without the secret."""
    keys = dict(pair.partition(":")[::2] for pair in pairs)
    if not all(keys) or not all(keys.values()):
        raise ImproperlyConfigured("LINK_KEYS looks like id:secret,id:secret, the newest first.")
    return keys


def roles_by_group(pairs: list[str]) -> dict[str, str]:
    """The roles of `OIDC_GROUPS` by the group of the provider that gives them. Raises ImproperlyConfigured."""
    roles = dict(pair.rpartition(":")[::2] for pair in pairs)
    if not all(roles) or not all(roles.values()):
        raise ImproperlyConfigured("OIDC_GROUPS looks like group:role,group:role.")
    return roles


def openid_connect_providers(url: str) -> dict:
    """allauth's settings for the provider at `OIDC_URL`. Raises ImproperlyConfigured, without the secret."""
    if not url:
        return {}
    parts = urlsplit(url)
    on_this_machine = parts.hostname in {"localhost", "127.0.0.1"}
    if not parts.username or not parts.password or not (parts.scheme == "https" or on_this_machine):
        raise ImproperlyConfigured("OIDC_URL looks like https://client-id:secret@login.gemeente.example/realm.")
    app = {
        "provider_id": "organisation",
        "name": "organisation",
        "client_id": unquote(parts.username),
        "secret": unquote(parts.password),
        "settings": {
            "server_url": f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path.rstrip('/')}",
            "oauth_pkce_enabled": True,
        },
    }
    return {"openid_connect": {"APPS": [app]}}
