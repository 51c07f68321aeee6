"""Many visitors who sign up at the same moment, over HTTP, each with a connection and a cookie of their own.

They do what a browser does: open the form, fill it in, send it back with its CSRF token and its signed moment of
opening, and follow the answer to the page that it leads to.
"""

import asyncio
import html
import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlencode

TOGETHER_OPENING = 20  # forms opened side by side
SECONDS_TO_FILL_IN = 2.5  # longer than the form asks of a person (settings.SIGN_UP_MINIMUM_SECONDS)
SECONDS_FOR_AN_ANSWER = 60.0
FOUND, OK = 302, 200


@dataclass
class Answer:
    """An HTTP answer, read in full."""

    status: int
    headers: dict[str, str]
    cookies: dict[str, str]
    body: str


@dataclass
class Visitor:
    """Somebody who signs up; the times are in seconds from the moment at which all press the button."""

    number: int
    path: str
    cookies: dict[str, str]
    fields: dict[str, str]
    answer: str = "none"
    answered_after: float = 0.0
    read_after: float = 0.0

    @property
    def is_signed_up(self) -> bool:
        """Whether the answer was the one to every sign-up, and its page came."""
        return self.answer == "signed up"


def rush(
    port: int, path: str, people: int, tell: Callable[[str, int], None] = lambda step, done: None
) -> list[Visitor]:
    """Have `people` sign up at once at the form of `path`; returns them with what they were answered.

    `tell` is called with "opened" or "answered", and how many visitors have come that far.
    """
    return asyncio.run(_rush(port, path, people, tell))


async def _rush(port: int, path: str, people: int, tell: Callable[[str, int], None]) -> list[Visitor]:
    done = {"opened": 0, "answered": 0}

    def count(step: str) -> None:
        done[step] += 1
        tell(step, done[step])

    room = asyncio.Semaphore(TOGETHER_OPENING)

    async def open_form(number: int) -> Visitor:
        async with room, asyncio.timeout(SECONDS_FOR_AN_ANSWER):
            visitor = await _open_form(port, path, number)
        count("opened")
        return visitor

    visitors = await asyncio.gather(*(open_form(number) for number in range(people)))
    await asyncio.sleep(SECONDS_TO_FILL_IN)
    start = time.monotonic()

    async def press_the_button(visitor: Visitor) -> None:
        try:
            async with asyncio.timeout(SECONDS_FOR_AN_ANSWER):
                await _send_form(port, visitor, start)
        except (TimeoutError, OSError, EOFError) as error:
            visitor.answer = type(error).__name__
            visitor.answered_after = visitor.read_after = time.monotonic() - start
        count("answered")

    await asyncio.gather(*map(press_the_button, visitors))
    return visitors


async def _open_form(port: int, path: str, number: int) -> Visitor:
    async with _Connection(port) as connection:
        answer = await connection.ask("GET", path)
    if answer.status != OK:
        raise RuntimeError(f"The form was answered with {answer.status}.")
    inputs = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', answer.body))
    return Visitor(
        number,
        path,
        answer.cookies,
        {
            "csrfmiddlewaretoken": inputs["csrfmiddlewaretoken"],
            "submission": html.unescape(inputs["submission"]),
            "name": f"Bezoeker {number}",
            "email": f"bezoeker{number}@buren.example",
            "organisation": "Gemeente Buren",
            "role": "buyer",
            "question": "Hoe begin je klein?",
            "needs": "",
            "website": "",
        },
    )


async def _send_form(port: int, visitor: Visitor, start: float) -> None:
    async with _Connection(port) as connection:
        answer = await connection.ask("POST", visitor.path, visitor.cookies, visitor.fields)
        visitor.answered_after = visitor.read_after = time.monotonic() - start
        if answer.status != FOUND:
            visitor.answer = str(answer.status)
            return
        page = await connection.ask("GET", answer.headers["location"], visitor.cookies)
        visitor.read_after = time.monotonic() - start
        visitor.answer = "signed up" if page.status == OK else f"page {page.status}"


class _Connection:
    """One visitor's connection, kept open from one request to the next as browsers do."""

    def __init__(self, port: int):
        self._port = port

    async def __aenter__(self) -> "_Connection":
        self._reader, self._writer = await asyncio.open_connection("127.0.0.1", self._port)
        return self

    async def __aexit__(self, *_exception: object) -> None:
        self._writer.close()

    async def ask(
        self, method: str, path: str, cookies: dict[str, str] | None = None, fields: dict[str, str] | None = None
    ) -> Answer:
        body = urlencode(fields).encode() if fields else b""
        address = f"127.0.0.1:{self._port}"
        lines = [f"{method} {path} HTTP/1.1", f"Host: {address}", "Accept: text/html", "Accept-Language: nl"]
        if cookies:
            lines.append("Cookie: " + "; ".join(f"{name}={value}" for name, value in cookies.items()))
        if fields:
            lines += [
                f"Origin: http://{address}",
                "Content-Type: application/x-www-form-urlencoded",
                f"Content-Length: {len(body)}",
            ]
        self._writer.write("\r\n".join(lines).encode() + b"\r\n\r\n" + body)
        return await self._read()

    async def _read(self) -> Answer:
        head = (await self._reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        first, *lines = head.removesuffix("\r\n\r\n").split("\r\n")
        headers, cookies = {}, {}
        for line in lines:
            name, _colon, value = line.partition(":")
            headers[name.lower()] = value.strip()
            if name.lower() == "set-cookie":
                cookie, _equals, content = value.strip().partition(";")[0].partition("=")
                cookies[cookie] = content
        body = await self._reader.readexactly(int(headers.get("content-length", 0)))
        return Answer(int(first.split()[1]), headers, cookies, body.decode())
