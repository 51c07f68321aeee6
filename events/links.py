"""Signed links: who holds one may see and change one thing of their own, without an account.

A link is `<key id>.<row>.<signature>`. The newest key signs; the others keep older links alive until they are retired
from the settings. It names no person, is the same each time it is made, and opens only what it was made for.
"""

import base64
import binascii
import uuid
from dataclasses import dataclass
from typing import Protocol

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.urls import reverse
from django.utils import translation
from django.utils.crypto import salted_hmac

from livinglab.core.site import absolute_url


class BadLinkError(Exception):
    """The link was not made by us, was changed on the way, or its key has been retired."""


class Linked(Protocol):
    """A row with a public id and its owner's language."""

    uuid: uuid.UUID
    language: str


@dataclass(frozen=True)
class LinkPurpose:
    """What a link is for: the name of the view that it opens. A link for one purpose serves no other."""

    view: str

    @property
    def salt(self) -> str:
        return f"events.links.{self.view}"


SIGN_UP = LinkPurpose("events:manage")
INTEREST = LinkPurpose("events:interest")
CHECK_IN = LinkPurpose("sign_ups:check_in_by_code")


def make_token(row: Linked, purpose: LinkPurpose = SIGN_UP) -> str:
    """The signed part of a link to `row`."""
    key_id, secret = next(iter(_keys().items()))
    name = base64.urlsafe_b64encode(row.uuid.bytes).rstrip(b"=").decode()
    signature = _signer(purpose, secret).signature(f"{key_id}.{name}")
    return f"{key_id}.{name}.{signature}"


def read_token(token: str, purpose: LinkPurpose = SIGN_UP) -> uuid.UUID:
    """The id of the row that a token was made for. Raises BadLinkError."""
    key_id, _dot, rest = token.partition(".")
    name, _dot, signature = rest.partition(".")
    secret = _keys().get(key_id)
    if secret is None:
        raise BadLinkError
    try:
        _signer(purpose, secret).unsign(f"{key_id}.{name}:{signature}")
        return uuid.UUID(bytes=base64.urlsafe_b64decode(name + "=="))
    except (BadSignature, binascii.Error, ValueError) as error:
        raise BadLinkError from error


def url_of(purpose: LinkPurpose, row: Linked) -> str:
    """The full address of the link to `row`, in its owner's language."""
    with translation.override(row.language):
        return absolute_url(reverse(purpose.view, args=[make_token(row, purpose)]))


def _keys() -> dict[str, str]:
    """Key ids and secrets, the newest first. Without keys of its own a site signs with its secret key."""
    if settings.LINK_KEYS:
        return settings.LINK_KEYS
    secrets = [settings.SECRET_KEY, *map(str, settings.SECRET_KEY_FALLBACKS)]
    return {salted_hmac("events.links", "key id", secret=secret).hexdigest()[:8]: secret for secret in secrets}


def _signer(purpose: LinkPurpose, secret: str) -> Signer:
    return Signer(key=secret, salt=purpose.salt, fallback_keys=[])
