"""Draws what a journal does not know of a past day's callers, alike for every setting."""

from dataclasses import dataclass
from datetime import datetime
from math import inf
from random import Random

from ringback.core.inputs import FailureCause
from ringback.simulation.callers import draw_press
from ringback.simulation.scenario import CallerConduct

from .callers import PastCall
from .day import PastDay

SERVICE_SECONDS = 180.0


@dataclass(frozen=True, slots=True)
class Caller:
    """A caller of the day with what the journal does not know drawn; times are seconds."""

    past: PastCall
    leaves_after: float
    """From the arrival; only who left before any queue."""
    patience: float
    presses_before: float
    """From the arrival; who pressed `*` before any queue."""
    presses_waiting: float
    """From joining the first queue."""
    service: float
    picks_up: FailureCause | None
    """None picks up."""
    picks_up_after: float


def draw_callers(day: PastDay, conduct: CallerConduct, seed: int) -> list[Caller]:
    """Give each call of the day a caller with intentions; the same seed, the same callers."""
    chance = Random(seed)
    talks = [talked for call in day.calls if (talked := call.talked) is not None]
    rings = _PickUps(day, conduct)
    return [_caller(day, call, conduct, talks, rings, chance) for call in day.calls]


def _caller(
    day: PastDay,
    call: PastCall,
    conduct: CallerConduct,
    talks: list[float],
    rings: "_PickUps",
    chance: Random,
) -> Caller:
    draws = [chance.random() for _ in range(5)]
    patience = call.waited
    if not call.hung_up_waiting:
        patience = day.patience.draw_beyond(call.waited, draws[0])
    talked = call.talked
    if talked is None:
        talked = talks[int(draws[1] * len(talks))] if talks else SERVICE_SECONDS
    left = _seconds(call, call.ended_at) if call.hung_up_before else inf
    failure, after = rings.of(call, draws[3], draws[4])
    before, waiting = _presses(day, call, conduct, draws[2])
    return Caller(call, left, patience, before, waiting, talked, failure, after)


def _presses(
    day: PastDay, call: PastCall, conduct: CallerConduct, chance: float
) -> tuple[float, float]:
    """Press when it was pressed that day; who was served or gone before might have, later on.

    Where `*` meant nothing that day, the stated model says who presses.
    """
    if call.asked_at is None:
        if call.callbacks_allowed:
            return inf, day.pressing.draw_beyond(call.waited, chance)
        return inf, draw_press(conduct, chance)
    if call.joined_at is None or call.asked_at < call.joined_at:
        return _seconds(call, call.asked_at), inf
    return inf, (call.asked_at - call.joined_at).total_seconds()


def _seconds(call: PastCall, until: datetime | None) -> float:
    return inf if until is None else (until - call.began_at).total_seconds()


class _PickUps:
    """Who picked up when called back, how fast, and why others did not."""

    def __init__(self, day: PastDay, conduct: CallerConduct) -> None:
        backs = [call.callback for call in day.calls if call.callback is not None]
        self._after = [
            (back.reached_at - back.dialled_at).total_seconds()
            for back in backs
            if back.reached_at is not None and back.dialled_at is not None
        ]
        failures = sum(_is_customers(back.failure) for back in backs)
        dialled = len(self._after) + failures
        self._share = len(self._after) / dialled if dialled else conduct.pick_up_share
        self._default = conduct.pick_up_after

    def of(self, call: PastCall, chance: float, other: float) -> tuple[FailureCause | None, float]:
        """Tell why this caller does not pick up, None if they do, and after how long."""
        after = self._after[int(other * len(self._after))] if self._after else self._default
        back = call.callback
        if back is not None and back.reached_at is not None and back.dialled_at is not None:
            return None, (back.reached_at - back.dialled_at).total_seconds()
        if back is not None and _is_customers(back.failure):
            return back.failure, after
        return (None if chance < self._share else FailureCause.NO_ANSWER), after


def _is_customers(failure: FailureCause | None) -> bool:
    return failure in (FailureCause.BUSY, FailureCause.NO_ANSWER, FailureCause.REJECTED)
