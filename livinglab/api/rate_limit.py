"""How much one address may ask in a minute, told in every answer (RateLimit fields of draft-ietf-httpapi).

Generous, since a whole town hall may sit behind one address, and short: who is above it waits for the next minute.
What a caller has already (304) does not count.
"""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone

from livinglab.core.http.client_address import client_network
from livinglab.core.http.throttling import count_in_minute, uncount_in_minute

WINDOW = 60
"""Seconds."""
FILES_A_MINUTE = 60
"""Files with all of something: each takes as long as many lists."""


@dataclass(frozen=True)
class Quota:
    """What is left of a minute for one address."""

    name: str
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
        response.headers["RateLimit-Policy"] = f'"{self.name}";q={self.most};w={WINDOW}'
        response.headers["RateLimit"] = f'"{self.name}";r={left};t={self.seconds}'
        if self.is_spent:
            response.headers["Retry-After"] = str(self.seconds)


def take(request: HttpRequest, *, is_file: bool = False) -> Quota:
    """Count this request: one statement."""
    name, most = ("bestanden", FILES_A_MINUTE) if is_file else ("vragen", settings.API_REQUESTS_A_MINUTE)
    used = count_in_minute(f"api {name}", client_network(request))
    return Quota(name, most, used, WINDOW - timezone.now().second)


def give_back(request: HttpRequest, quota: Quota) -> None:
    """This request cost nothing after all."""
    uncount_in_minute(f"api {quota.name}", client_network(request))
