"""How much one address may ask in a minute, told in every answer (RateLimit fields of draft-ietf-httpapi).

Generous, since a whole town hall may sit behind one address, and short: who is above it waits for the next minute.
What a caller has already (304) does not count.
"""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone

from livinglab.core.client_address import client_network
from livinglab.core.throttling import count_in_minute, uncount_in_minute

NAME = "api"
WINDOW = 60
"""Seconds."""


@dataclass(frozen=True)
class Quota:
    """What is left of a minute for one address."""

    most: int
    used: int
    seconds: int
    """Until the next minute begins."""

    @property
    def is_spent(self) -> bool:
        return self.used > self.most

    def tell(self, response: HttpResponseBase) -> None:
        """Say it in the headers of an answer."""
        left = max(self.most - self.used, 0)
        response.headers["RateLimit-Policy"] = f'"minuut";q={self.most};w={WINDOW}'
        response.headers["RateLimit"] = f'"minuut";r={left};t={self.seconds}'
        if self.is_spent:
            response.headers["Retry-After"] = str(self.seconds)


def take(request: HttpRequest) -> Quota:
    """Count this request: one statement."""
    used = count_in_minute(NAME, client_network(request))
    return Quota(settings.API_REQUESTS_A_MINUTE, used, WINDOW - timezone.now().second)


def give_back(request: HttpRequest) -> None:
    """This request cost nothing after all."""
    uncount_in_minute(NAME, client_network(request))
