"""Logs: readable in development, JSON in production.

In both, phone numbers are masked, also in what is told of a failure, and nothing that came from
outside can begin a line of its own or move the cursor of a terminal.
"""

import logging
import re
import sys
from collections.abc import Callable
from typing import Any

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

from ringback.config.settings import LogStyle

_NUMBERS = (
    re.compile(r"(?<![\w.])(\+?\d{2})\d{4,11}(\d{2})(?!\w|\.\d)"),
    re.compile(r"((?:\+|%2B)\d{2})(?:[ ().-]*\d){4,11}(?:[ ().-]*)(\d{2})(?!\d)", re.IGNORECASE),
    re.compile(r"(?<![\w.])(0\d)(?:[ .-]\d\d){3}[ .-](\d\d)(?!\w)"),
)
_FAILURES = ("exception", "stack")
"""What holds several lines; each of them is moved in, so that none looks like an entry."""
_INDENT = "    "


def start_logging(style: LogStyle) -> None:
    """Send our logs and those of libraries to standard error, in one style."""
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.PositionalArgumentsFormatter(),
        structlog.processors.StackInfoRenderer(),
        structlog.processors.UnicodeDecoder(),
        structlog.processors.format_exc_info,
    ]
    last: list[Processor] = [
        mask_numbers,
        make_printable,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    if style is LogStyle.JSON:
        last.append(structlog.processors.JSONRenderer())
    else:
        last.append(structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty()))
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *last],
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(logging.INFO)
    logging.getLogger("uvicorn").setLevel(logging.WARNING)
    # A lost database is told by us, once and in words.
    logging.getLogger("psycopg").setLevel(logging.ERROR)


def mask_numbers(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
    """Leave of every phone number its first and last two digits."""
    return {key: _masked(value) for key, value in event.items()}


def make_printable(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
    """Write control characters, line ends among them, as what they are called in Python."""
    return {
        key: _moved_in(value) if key in _FAILURES else _in_texts(value, _printable)
        for key, value in event.items()
    }


def _masked(value: Any) -> Any:
    return _in_texts(value, _mask)


def _mask(text: str) -> str:
    for number in _NUMBERS:
        text = number.sub(r"\1***\2", text)
    return text


def _moved_in(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    return "\n".join(_INDENT + _printable(line) for line in value.split("\n"))


def _printable(text: str) -> str:
    if text.isprintable():
        return text
    return "".join(
        each if each.isprintable() else each.encode("unicode_escape").decode() for each in text
    )


def _in_texts(value: Any, change: Callable[[str], str]) -> Any:
    """Change every text, however deep, and what would be written as one."""
    match value:
        case str():
            return change(value)
        case dict():
            return {_in_texts(key, change): _in_texts(part, change) for key, part in value.items()}
        case list() | tuple():
            return [_in_texts(part, change) for part in value]
        case None | bool() | int() | float():
            return value
        case _:
            return change(str(value))
