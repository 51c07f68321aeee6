"""The environment variables that the settings read. `.env.example` and `docs/operations.md` name each of them."""

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


def keys_by_id(pairs: list[str]) -> dict[str, str]:
    """The secrets of `LINK_KEYS` by their ids. Raises ImproperlyConfigured, without the secret."""
    keys = dict(pair.partition(":")[::2] for pair in pairs)
    if not all(keys) or not all(keys.values()):
        raise ImproperlyConfigured("LINK_KEYS looks like id:secret,id:secret, the newest first.")
    return keys
