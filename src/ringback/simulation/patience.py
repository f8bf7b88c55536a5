"""How long callers wait before they hang up, estimated with censoring."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from math import inf, log
from typing import Protocol

from .call_list import Fate, ListedCall

HANG_UPS_MIN = 100
"""Fewer hang-ups than these say too little of one group; it then takes everybody's patience."""


class Patience(Protocol):
    """A distribution of patience; `draw` turns a chance in [0, 1) into seconds."""

    def draw(self, chance: float) -> float: ...


@dataclass(frozen=True, slots=True)
class ExponentialPatience:
    """Patience without memory, of a known mean."""

    mean: float

    def draw(self, chance: float) -> float:
        return -self.mean * log(1.0 - chance)


@dataclass(frozen=True, slots=True)
class EstimatedPatience:
    """The share of callers who have given up by each time; the rest outlast all that was seen."""

    seconds: tuple[float, ...]
    given_up: tuple[float, ...]

    def draw(self, chance: float) -> float:
        index = bisect_left(self.given_up, chance)
        return self.seconds[index] if index < len(self.seconds) else inf

    def draw_beyond(self, waited: float, chance: float) -> float:
        """Draw the patience of somebody who is known to have waited so long already."""
        before = bisect_right(self.seconds, waited)
        given_up = self.given_up[before - 1] if before else 0.0
        return self.draw(given_up + chance * (1.0 - given_up))


def estimate(calls: Iterable[ListedCall]) -> EstimatedPatience:
    """Estimate by Kaplan and Meier: who was served had not yet given up."""
    hung_up: Counter[float] = Counter()
    gone: Counter[float] = Counter()
    for call in calls:
        if call.waited > 0 and call.fate in (Fate.SERVED, Fate.HUNG_UP):
            gone[call.waited] += 1
            if call.fate is Fate.HUNG_UP:
                hung_up[call.waited] += 1
    waiting, surviving = gone.total(), 1.0
    seconds, given_up = [], []
    for waited in sorted(gone):
        if hung_up[waited]:
            surviving *= 1.0 - hung_up[waited] / waiting
            seconds.append(waited)
            given_up.append(1.0 - surviving)
        waiting -= gone[waited]
    return EstimatedPatience(tuple(seconds), tuple(given_up))


def estimate_by_group(
    calls: Iterable[ListedCall],
) -> dict[tuple[str, bool] | None, EstimatedPatience]:
    """Estimate for each line and priority with enough hang-ups, and under None for everybody."""
    groups: dict[tuple[str, bool] | None, list[ListedCall]] = {None: []}
    for call in calls:
        groups[None].append(call)
        groups.setdefault((call.line, bool(call.priority)), []).append(call)
    return {
        key: estimate(members)
        for key, members in groups.items()
        if key is None or sum(call.fate is Fate.HUNG_UP for call in members) >= HANG_UPS_MIN
    }
