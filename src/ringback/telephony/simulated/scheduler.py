"""Time for the simulated phone world: virtual in tests, real in the demo."""

import asyncio
import heapq
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Protocol

Handler = Callable[[], None]


class Timer(Protocol):
    """Something scheduled, which may still be called off."""

    def cancel(self) -> None: ...


class Scheduler(Protocol):
    """Aware UTC instants, and handlers called when theirs has come, one at a time."""

    def now(self) -> datetime: ...

    def call_at(self, at: datetime, handler: Handler) -> Timer: ...

    def call_later(self, delay: timedelta, handler: Handler) -> Timer: ...


class _VirtualTimer:
    __slots__ = ("handler",)

    def __init__(self, handler: Handler) -> None:
        self.handler: Handler | None = handler

    def cancel(self) -> None:
        self.handler = None


class VirtualScheduler:
    """Time that passes only when told to; handlers due at one instant are called in order."""

    def __init__(self, start: datetime) -> None:
        self._now = start
        self._scheduled: list[tuple[datetime, int, _VirtualTimer]] = []
        self._serial = 0

    def now(self) -> datetime:
        return self._now

    def call_at(self, at: datetime, handler: Handler) -> Timer:
        timer = _VirtualTimer(handler)
        self._serial += 1
        heapq.heappush(self._scheduled, (max(at, self._now), self._serial, timer))
        return timer

    def call_later(self, delay: timedelta, handler: Handler) -> Timer:
        return self.call_at(self._now + delay, handler)

    def next_due(self) -> datetime | None:
        """Name the instant of the next handler; none when nothing is scheduled."""
        while self._scheduled and self._scheduled[0][2].handler is None:
            heapq.heappop(self._scheduled)
        return self._scheduled[0][0] if self._scheduled else None

    def run_next(self) -> bool:
        """Go to the next handler's instant and call it; say whether there was one."""
        due = self.next_due()
        if due is None:
            return False
        self._now = due
        timer = heapq.heappop(self._scheduled)[2]
        handler, timer.handler = timer.handler, None
        assert handler is not None
        handler()
        return True

    def advance(self, by: timedelta) -> None:
        self.advance_to(self._now + by)

    def advance_to(self, at: datetime) -> None:
        """Let time pass, calling every handler due until then, new ones included."""
        while (due := self.next_due()) is not None and due <= at:
            self.run_next()
        self._now = max(self._now, at)


class RealTimeScheduler:
    """The event loop's time, in instants which never go backwards."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._start = datetime.now(UTC)
        self._start_seconds = loop.time()

    def now(self) -> datetime:
        return self._start + timedelta(seconds=self._loop.time() - self._start_seconds)

    def call_at(self, at: datetime, handler: Handler) -> Timer:
        return self.call_later(at - self.now(), handler)

    def call_later(self, delay: timedelta, handler: Handler) -> Timer:
        return self._loop.call_later(max(0.0, delay.total_seconds()), handler)
