"""What a list shows of the time between two calls of an agent: away, or merely idle.

An agent who takes a caller from the queue became available at that moment: the whole gap was
spent on something else. One who takes a caller who never waited became available at some time
before, but not while somebody waited whom they could have served.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate

from .call_list import DAY_SECONDS, Fate, ListedCall

LONGEST = 4 * 3600
"""Gaps are told apart by the second up to here; a longer one is a shift's end."""
ROUNDS = 60


@dataclass(frozen=True, slots=True)
class Gap:
    """Between two calls of one agent: unavailable for at least and at most so many seconds."""

    agent: str
    begins: float
    at_least: int
    at_most: int


@dataclass(frozen=True, slots=True)
class WorkDay:
    """The calls one agent took on one day, and the lines they were of."""

    agent: str
    day: int
    calls: tuple[ListedCall, ...]
    lines: frozenset[str]

    def windows(self) -> dict[str, tuple[float, float]]:
        """Name for each line the time in which the agent certainly took its calls."""
        found: dict[str, tuple[float, float]] = {}
        for call in self.calls:
            first, _ = found.get(call.line, (call.served_from, 0.0))
            found[call.line] = (first, call.served_from)
        return found


def work_days(calls: Iterable[ListedCall]) -> list[WorkDay]:
    """Group the calls that were served by agent and day, in a settled order."""
    taken: dict[tuple[str, int], list[ListedCall]] = defaultdict(list)
    for call in calls:
        if call.fate is Fate.SERVED and call.agent is not None:
            taken[call.agent, int(call.served_from // DAY_SECONDS)].append(call)
    days = []
    for (agent, day), members in sorted(taken.items()):
        members.sort(key=lambda call: (call.served_from, call.served_until))
        days.append(WorkDay(agent, day, tuple(members), frozenset(c.line for c in members)))
    return days


class WaitingTimes:
    """When somebody of a line was waiting."""

    def __init__(self, calls: Iterable[ListedCall]) -> None:
        spans: dict[str, list[tuple[float, float]]] = defaultdict(list)
        for call in calls:
            if call.waited > 0:
                spans[call.line].append((call.joins, call.served_from))
        self._starts: dict[str, list[float]] = {}
        self._latest_ends: dict[str, list[float]] = {}
        for line, members in spans.items():
            members.sort()
            self._starts[line] = [start for start, _ in members]
            self._latest_ends[line] = list(accumulate((end for _, end in members), max))

    def last_before(self, lines: Iterable[str], instant: float) -> float:
        """Name the last moment before an instant at which one of these lines had a queue."""
        latest = float("-inf")
        for line in lines:
            before = bisect_left(self._starts.get(line, []), instant)
            if before:
                latest = max(latest, min(self._latest_ends[line][before - 1], instant))
        return latest


def find_gaps(days: Iterable[WorkDay], waiting: WaitingTimes) -> list[Gap]:
    """List the time between each two calls of an agent, with what is certain about it."""
    gaps = []
    for day in days:
        free_from = 0.0
        windows = day.windows()
        for before, after in zip(day.calls, day.calls[1:], strict=False):
            free_from = max(free_from, before.served_until)
            length = min(int(max(after.served_from - free_from, 0.0)), LONGEST)
            at_least = length
            if after.waited <= 0:
                lines = _certain_lines(windows, free_from, after.served_from)
                known = waiting.last_before(lines, after.served_from) - free_from
                at_least = int(min(max(known, 0.0), length))
            gaps.append(Gap(day.agent, free_from, at_least, length))
    return gaps


def _certain_lines(
    windows: dict[str, tuple[float, float]], begins: float, ends: float
) -> list[str]:
    """Name the lines of which the agent took a call before as well as after."""
    return [line for line, (first, last) in windows.items() if first <= begins and last >= ends]


class AbsenceLengths:
    """How long agents are unavailable after a call, where the list leaves it open in part.

    Turnbull's estimator: each gap's probability is spread over all it may have been, in
    proportion to what the other gaps say, until that is at rest.
    """

    def __init__(self, gaps: Iterable[Gap]) -> None:
        self._cumulative = [0.0] * (LONGEST + 2)
        bounds = [(gap.at_least, gap.at_most) for gap in gaps]
        if not bounds:
            self._cumulative = [0.0, *([1.0] * (LONGEST + 1))]
            return
        density = [1.0 / (LONGEST + 1)] * (LONGEST + 1)
        for _ in range(ROUNDS):
            self._cumulative = [0.0, *accumulate(density)]
            density = self._reweigh(bounds, density)
        self._cumulative = [0.0, *accumulate(density)]

    def _reweigh(self, bounds: list[tuple[int, int]], density: list[float]) -> list[float]:
        changes = [0.0] * (LONGEST + 2)
        for low, high in bounds:
            mass = self._cumulative[high + 1] - self._cumulative[low]
            if mass > 1e-12:
                changes[low] += 1.0 / mass
                changes[high + 1] -= 1.0 / mass
        weighed = [d * max(w, 0.0) for d, w in zip(density, accumulate(changes), strict=False)]
        total = sum(weighed)
        return [weight / total for weight in weighed]

    def draw(self, chance: float, at_least: int = 0, at_most: int = LONGEST) -> int:
        """Draw a length within bounds; where nothing is known within them, the lower one."""
        low, high = self._cumulative[at_least], self._cumulative[at_most + 1]
        if high - low <= 1e-12:
            return at_least
        index = bisect_left(self._cumulative, low + chance * (high - low), at_least + 1)
        return min(index - 1, at_most)

    def share_up_to(self, seconds: int) -> float:
        """Tell which part of the lengths is not longer than this."""
        return self._cumulative[seconds + 1]
