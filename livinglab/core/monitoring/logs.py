"""Structured logs: one JSON object a line in production, readable lines elsewhere; without personal data in both.

Our own code says *what* happened and the ids it happened to (`logger.info("sign_up_created", meeting_id=…)`), never a
name, an address or a link that opens something. What other code writes is cleaned here, as a second net: e-mail
addresses and signed links are masked, paths are reduced to the pattern of their URL, and messages of the database come
without the row that it refused.
"""

import logging
import re
import traceback
import uuid
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

import structlog
from django.db import Error as DatabaseError
from django.db import transaction
from django.http import HttpRequest
from procrastinate.job_context import JobContext
from procrastinate.worker import Worker
from structlog.typing import EventDict, ExcInfo, WrappedLogger

_EMAIL = re.compile(r"[^\s@<>\"'(),:;\[\]]+@[^\s@<>\"'(),:;\[\]]+\.[^\s@<>\"'(),:;\[\]]+")
# A signed link: parts of Base64 with dots or colons between them; those in older mail have the id of a key in front.
_SIGNED = re.compile(r"(?:[\w-]{6,}[.:])*[\w-]{20,}[.:][\w-]{40,}")
_PARAMETER = re.compile(r"<(?:\w+:)?(\w+)>")
# Whole paths that anybody may read: that of a page, whose pattern says nothing.
_SHOWN_IN_FULL = {"wagtail_serve"}
_SHOWN = {"slug", "section"}


def logging_settings(*, as_json: bool, level: str) -> dict[str, Any]:
    """Configure structlog; returns Django's `LOGGING`, which writes other programs' lines in the same form."""
    shared: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.ExceptionRenderer(_without_row),
        without_personal_data,
    ]
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *shared,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    renderer = structlog.processors.JSONRenderer() if as_json else structlog.dev.ConsoleRenderer(colors=False)
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "structured": {
                "()": structlog.stdlib.ProcessorFormatter,
                "foreign_pre_chain": [describe_foreign_record, *shared],
                "processors": [structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer],
            }
        },
        "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "structured"}},
        "root": {"handlers": ["console"], "level": level},
        "loggers": {
            # Their "info" is several lines for every command, job and save.
            **{name: {"level": "WARNING"} for name in ("django_tasks", "procrastinate", "wagtail")},
            # A traceback for every try at every node, where our own line says once that it is away.
            "elastic_transport": {"level": "ERROR"},
            # What they tell, our own lines tell without address and user name: the answers, and failed log-ins.
            **{name: {"level": "CRITICAL"} for name in ("django.request", "axes")},
        },
    }


@contextmanager
def log_context() -> Iterator[None]:
    """What is bound within counts within only: for a loop that treats one thing after another."""
    before = structlog.contextvars.get_contextvars()
    try:
        yield
    finally:
        structlog.contextvars.clear_contextvars()
        structlog.contextvars.bind_contextvars(**before)


def log_after_commit(log: Callable[..., object], event: str, **ids: object) -> None:
    """Log what this transaction did, once it is true: `log_after_commit(logger.info, "sign_up_created", …)`.

    What is bound now counts, not what is bound at the end of the transaction.
    """
    bound = structlog.contextvars.get_contextvars()
    transaction.on_commit(partial(log, event, **{**bound, **ids}), robust=True)


def described(request: HttpRequest) -> str:
    """The method and path of a request, with the pattern of its URL where the path may hold a secret or a name."""
    return f"{request.method} {_path_of(request)}"


def _path_of(request: HttpRequest) -> str:
    match = request.resolver_match
    if match is None:  # nobody knows what the rest is
        first, _slash, rest = request.path.lstrip("/").partition("/")
        return f"/{first}/…" if rest else f"/{first}"
    if match.view_name in _SHOWN_IN_FULL:
        return request.path

    def value(parameter: re.Match[str]) -> str:
        given = match.kwargs.get(parameter[1])
        shown = isinstance(given, int | uuid.UUID) or parameter[1] in _SHOWN
        return str(given) if shown else f"<{parameter[1]}>"

    return f"/{_PARAMETER.sub(value, match.route)}"


async def log_context_of_job(call_next: Callable[[], Awaitable[Any]], context: JobContext, worker: Worker) -> Any:
    """A worker's middleware: every line of a job says which job it is."""
    structlog.contextvars.clear_contextvars()
    structlog.contextvars.bind_contextvars(job_id=context.job.id, task=context.job.task_name)
    return await call_next()


def describe_foreign_record(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """Processor: what the standard library's record says beside its message: its request, or its job."""
    record: logging.LogRecord = event["_record"]
    request = getattr(record, "request", None)
    if isinstance(request, HttpRequest):
        event["request"] = described(request)
        for path in (request.path, request.path.encode("unicode_escape").decode("ascii")):
            event["event"] = event["event"].replace(path, _path_of(request))
    job = getattr(record, "job", None)
    if isinstance(job, dict):
        event.update(job_id=job.get("id"), task=job.get("task_name"), attempts=job.get("attempts"))
    return event


def without_personal_data(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """Processor: mask e-mail addresses and signed links in every text."""
    return {key: masked(value) if isinstance(value, str) else value for key, value in event.items()}


def masked(text: str) -> str:
    """A text without e-mail addresses and signed links."""
    return _SIGNED.sub("<link>", _EMAIL.sub("<address>", text))


def _without_row(exc_info: ExcInfo) -> str:
    """A traceback with the exceptions that led to it. The database's message comes without the row it is about."""
    return "\n".join(_lines(exc_info[1])).strip()


def _lines(error: BaseException | None) -> Iterator[str]:
    if error is None:
        return
    if error.__cause__ is not None or not error.__suppress_context__:
        yield from _lines(error.__cause__ or error.__context__)
    yield from (line.rstrip() for line in traceback.format_tb(error.__traceback__))
    yield f"{type(error).__module__}.{type(error).__qualname__}: {_message_of(error)}\n"


def _message_of(error: BaseException) -> str:
    diagnosis = getattr(error.__cause__ if isinstance(error, DatabaseError) else error, "diag", None)
    if diagnosis is None or diagnosis.message_primary is None:
        return str(error)
    constraint = f" ({diagnosis.constraint_name})" if diagnosis.constraint_name else ""
    return f"{diagnosis.message_primary}{constraint}"
