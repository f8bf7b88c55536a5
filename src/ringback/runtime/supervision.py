"""Keeps what works beside the engine at work: a mistake there is not to end calls, nor to hide."""

import asyncio
from typing import Protocol

import structlog

PAUSE_SECONDS_MAX = 300.0

_log = structlog.get_logger(__name__)


class Doer(Protocol):
    """Something that runs until cancelled and can be begun anew."""

    async def run(self) -> None: ...


async def go_on(doer: Doer, *, pause_seconds_min: float = 1.0) -> None:
    """Run a doer until cancelled; a bug in it is logged at once, and it begins anew.

    The pauses grow with each bug, up to five minutes: callers are not to suffer from whoever
    speaks names or fetches messages, and nobody is to read the same lines a thousand times.
    """
    bugs = 0
    while (bug := await _bug_of(doer)) is not None:
        bugs += 1
        _log.error("doer.bug", doer=type(doer).__name__, times=bugs, exc_info=bug)
        await asyncio.sleep(min(pause_seconds_min * 2.0 ** min(bugs - 1, 30), PAUSE_SECONDS_MAX))


async def _bug_of(doer: Doer) -> BaseException | None:
    work = asyncio.ensure_future(doer.run())
    try:
        await asyncio.wait((work,))
    finally:
        work.cancel()
        await asyncio.gather(work, return_exceptions=True)
    return work.exception()
