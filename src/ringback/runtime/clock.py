"""The clocks of a running server: UTC that never goes backwards, kept by monotonic time."""

import time
from datetime import UTC, datetime, timedelta


class SystemClock:
    """UTC read once from the machine, then carried on by its monotonic clock.

    A machine whose clock is set back, also between two runs, does not take it along: the first
    instant is never before `not_before`, the last one the journal knows.
    """

    def __init__(self, *, not_before: datetime | None = None) -> None:
        started = datetime.now(UTC)
        self._started = started if not_before is None else max(started, not_before)
        self._origin = time.monotonic_ns()

    def now(self) -> datetime:
        elapsed = time.monotonic_ns() - self._origin
        return self._started + timedelta(microseconds=elapsed // 1000)
