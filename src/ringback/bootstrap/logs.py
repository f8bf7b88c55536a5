"""Logs: readable in development, JSON in production, phone numbers masked in both."""

import logging
import re
import sys
from typing import Any

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

from ringback.config.settings import LogStyle

_NUMBER = re.compile(r"(?<![\w.])(\+?\d{2})\d{4,11}(\d{2})(?!\w|\.\d)")


def start_logging(style: LogStyle) -> None:
    """Send our logs and those of libraries to standard error, in one style."""
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.PositionalArgumentsFormatter(),
        structlog.processors.StackInfoRenderer(),
        structlog.processors.UnicodeDecoder(),
    ]
    last: list[Processor] = [mask_numbers, structlog.processors.TimeStamper(fmt="iso", utc=True)]
    if style is LogStyle.JSON:
        shared.append(structlog.processors.format_exc_info)
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


def _masked(value: Any) -> Any:
    if isinstance(value, str):
        return _NUMBER.sub(r"\1***\2", value)
    if isinstance(value, dict):
        return {key: _masked(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_masked(part) for part in value]
    return value
