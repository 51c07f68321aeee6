"""A real mail server on loopback that does as it is told."""

import asyncio
import email
import email.policy
import socket
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import EmailMessage

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP
from django.conf import settings

HANG_UP = "hang up"
"""Instead of an answer: the server closes the connection."""
SILENCE = "silence"
"""Instead of an answer: nothing, for longer than the client waits."""

PATIENCE = 20  # seconds: a slow machine is no time-out


class PostOffice:
    """Takes mail, or refuses it as `answers` say: one for each time it is asked, the stage before the colon.

    `answers.append("DATA: 451 later")`. Stages: MAIL, RCPT, DATA, and TAKEN (the mail is kept, then the answer given).
    """

    def __init__(self) -> None:
        self.taken: list[EmailMessage] = []
        self.answers: deque[str] = deque()

    async def _answer(self, server: SMTP, *stages: str) -> str | None:
        if not self.answers or self.answers[0].partition(":")[0] not in stages:
            return None
        answer = self.answers.popleft().partition(":")[2].strip()
        if answer == SILENCE:
            await asyncio.sleep(4 * settings.EMAIL_TIMEOUT)
        elif answer != HANG_UP:
            return answer
        server.transport.close()
        return "421 gone"

    async def handle_MAIL(self, server, session, envelope, address, mail_options):  # noqa: N802 - aiosmtpd's name
        refusal = await self._answer(server, "MAIL")
        if refusal:
            return refusal
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, rcpt_options):  # noqa: N802
        refusal = await self._answer(server, "RCPT")
        if refusal:
            return refusal.replace("%s", address)
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        refusal = await self._answer(server, "DATA")
        if refusal:
            return refusal
        self.taken.append(email.message_from_bytes(envelope.content, policy=email.policy.default))
        return await self._answer(server, "TAKEN") or "250 taken"


@contextmanager
def open_post_office(settings) -> Iterator[PostOffice]:
    """A running server, and Django's settings that send to it."""
    office = PostOffice()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    controller = Controller(office, hostname="127.0.0.1", port=port)
    controller.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", port, PATIENCE
    try:
        yield office
    finally:
        controller.stop()
