"""Time that never goes backwards, within a run and over a restart."""

import asyncio
from datetime import UTC, datetime, timedelta

from ringback.runtime.clock import SystemClock


def test_clock_set_back_between_two_runs_does_not_go_back() -> None:
    """The first instant of a run is not before the last one of the journal."""
    last = datetime.now(UTC) + timedelta(days=1)

    clock = SystemClock(not_before=last)

    assert clock.now() >= last


def test_each_reading_is_not_before_the_one_before() -> None:
    """Readings are aware, and in order."""
    clock = SystemClock()

    readings = [clock.now() for _ in range(1_000)]

    assert readings == sorted(readings)
    assert readings[0].tzinfo is UTC


async def test_handler_for_an_instant_past_is_called_at_once() -> None:
    """A deadline that has gone by is due now."""
    clock = SystemClock()
    called = asyncio.Event()

    clock.call_at(clock.now() - timedelta(hours=1), called.set)

    await asyncio.wait_for(called.wait(), 5)
    assert called.is_set()
