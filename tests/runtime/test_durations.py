"""What histograms are drawn from, and how late the event loop is."""

import asyncio

import pytest

from ringback.durations import BOUNDS, Durations
from ringback.runtime.loop_lag import EVERY_SECONDS, LoopLag


def test_durations_are_counted_up_to_each_bound() -> None:
    """A bound counts what is just as long; what is longer than all counts in the total alone."""
    durations = Durations()

    for seconds in (0.0, BOUNDS[0], 0.02, 60.0):
        durations.note(seconds)

    at_most = dict(zip(BOUNDS, durations.at_most(), strict=True))
    assert (at_most[BOUNDS[0]], at_most[0.01], at_most[0.025], at_most[5.0]) == (2, 2, 3, 3)
    assert durations.count == 4
    assert durations.seconds == pytest.approx(60.0205)


async def test_loop_that_wakes_late_is_measured() -> None:
    """By how much longer a pause took than was asked for."""
    late_by = [0.0, 0.3, 0.002]
    clock = [100.0]

    async def pause(seconds: float) -> None:
        if not late_by:
            raise asyncio.CancelledError
        clock[0] += seconds + late_by.pop(0)

    lag = LoopLag()
    with pytest.raises(asyncio.CancelledError):
        await lag.run(now=lambda: clock[0], pause=pause)

    assert lag.durations.count == 3
    assert lag.durations.seconds == pytest.approx(0.302)
    assert clock[0] == pytest.approx(100.302 + 3 * EVERY_SECONDS)
