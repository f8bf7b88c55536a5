"""How long something takes, counted: what a histogram is drawn from."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

BOUNDS: Final = (0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0)
"""In seconds; what takes longer than the last is counted beyond it."""


class Durations:
    """Counts of durations by how long they were, since it was made."""

    def __init__(self) -> None:
        self._counts = [0] * (len(BOUNDS) + 1)
        self.seconds = 0.0
        """All of them together."""

    def note(self, seconds: float) -> None:
        """Count one more."""
        self._counts[bisect_left(BOUNDS, seconds)] += 1
        self.seconds += seconds

    @property
    def count(self) -> int:
        return sum(self._counts)

    def at_most(self) -> Sequence[int]:
        """Count those not longer than each of the bounds, in their order."""
        total, counts = 0, []
        for count in self._counts[:-1]:
            total += count
            counts.append(total)
        return counts
