"""Measures how late the event loop is: whatever holds it up holds every call up."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Final

from ringback.durations import Durations

EVERY_SECONDS: Final = 0.25


class LoopLag:
    """Wakes up four times a second, and notes how much later than asked for."""

    def __init__(self) -> None:
        self.durations = Durations()

    async def run(
        self,
        now: Callable[[], float] | None = None,
        pause: Callable[[float], Awaitable[object]] = asyncio.sleep,
    ) -> None:
        """Measure until cancelled."""
        now = now or asyncio.get_running_loop().time
        while True:
            due = now() + EVERY_SECONDS
            await pause(EVERY_SECONDS)
            self.durations.note(max(0.0, now() - due))
