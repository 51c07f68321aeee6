"""Signed links: whoever holds one may see and change one thing of their own, without an account.

A token is `<row>.<signature>`; older ones have a key's id in front. The newest key signs, and the others keep older
links alive until they are taken out of the settings. A token names no person, is the same each time it is made, and
serves only the purpose that it was made for.
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

    def signer(self) -> Signer:
        """Signs with the newest key, and knows the signatures of all."""
        keys = settings.LINK_KEYS.values() or (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
        newest, *older = map(str, keys)
        # The salt has the name that it had when the first links were mailed.
        return Signer(key=newest, fallback_keys=[*older], sep=".", salt=f"events.links.{self.view}")


def make_token(row: Linked, purpose: LinkPurpose) -> str:
    """The signed part of a link to `row`."""
    return purpose.signer().sign(base64.urlsafe_b64encode(row.uuid.bytes).rstrip(b"=").decode())


def read_token(token: str, purpose: LinkPurpose) -> uuid.UUID:
    """The id of the row that a token was made for. Raises BadLinkError."""
    try:
        name = purpose.signer().unsign(token).rpartition(".")[2]
        return uuid.UUID(bytes=base64.urlsafe_b64decode(name + "=="))
    except (BadSignature, binascii.Error, ValueError) as error:
        raise BadLinkError from error


def url_of(purpose: LinkPurpose, row: Linked) -> str:
    """The full address of the link to `row`, in its owner's language."""
    with translation.override(row.language):
        return absolute_url(reverse(purpose.view, args=[make_token(row, purpose)]))
