"""Time as a running server knows it: UTC that never goes backwards, kept by monotonic time."""

import asyncio
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Protocol

from ringback.ports import Clock


class Timer(Protocol):
    """Something to be done at an instant, which may still be called off."""

    def cancel(self) -> None: ...


class Timekeeper(Clock, Protocol):
    """A clock that also calls handlers when their instant has come, in the loop's thread."""

    def call_at(self, at: datetime, handler: Callable[[], None]) -> Timer: ...


class SystemClock:
    """UTC read once from the machine, then carried on by its monotonic clock.

    A machine whose clock is set back, also between two runs, does not take it along: the first
    instant is never before `not_before`, the last one the journal knows.
    """

    def __init__(
        self,
        *,
        not_before: datetime | None = None,
        set_time: Callable[[], datetime] = lambda: datetime.now(UTC),
        monotonic_ns: Callable[[], int] = time.monotonic_ns,
    ) -> None:
        started = set_time()
        self._started = started if not_before is None else max(started, not_before)
        self._monotonic_ns = monotonic_ns
        self._origin = monotonic_ns()

    def now(self) -> datetime:
        elapsed = self._monotonic_ns() - self._origin
        return self._started + timedelta(microseconds=elapsed // 1000)

    def call_at(self, at: datetime, handler: Callable[[], None]) -> Timer:
        return self.call_later(at - self.now(), handler)

    def call_later(self, delay: timedelta, handler: Callable[[], None]) -> Timer:
        seconds = max(delay, timedelta(0)).total_seconds()
        return asyncio.get_running_loop().call_later(seconds, handler)
