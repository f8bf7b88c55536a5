"""The journal as webhooks follow it: the latest facts from memory, older ones from the store."""

import asyncio
from bisect import bisect_right
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from datetime import datetime
from typing import NamedTuple

from ringback.core.events import Fact
from ringback.ports import JournalAway

KEPT_MAX = 2_000
PAGE = 500
AWAY_SECONDS = 1.0

Read = Callable[[int, int], Awaitable[Sequence[Fact]]]
"""Give at most so many committed facts after a sequence number."""


class Stretch(NamedTuple):
    """The facts that are told, in order, and the last fact that was looked at for them."""

    facts: Sequence[Fact]
    last_sequence: int


class Tail:
    """Follows an engine, keeping the facts that somebody may be told of, for a while."""

    def __init__(self, read: Read, tells: Callable[[Fact], bool], *, committed: int) -> None:
        self._read = read
        self._tells = tells
        self._kept: list[Fact] = []
        self._from = committed
        """Everything after this fact that is told is kept."""
        self.last_sequence = committed
        self._moved = asyncio.Event()

    def follow(self, facts: Sequence[Fact]) -> None:
        """Take in what was committed: a look-up for each fact, and nothing else."""
        self._kept.extend(fact for fact in facts if self._tells(fact))
        if len(self._kept) > 2 * KEPT_MAX:
            del self._kept[:-KEPT_MAX]
            self._from = self._kept[0].sequence - 1
        self.last_sequence = facts[-1].sequence
        self._moved.set()

    async def after(self, sequence: int) -> Stretch:
        """Give what comes after a fact, waiting until there is something."""
        while sequence >= self.last_sequence:
            self._moved.clear()
            await self._moved.wait()
        if sequence < self._from:
            return await self._read_after(sequence)
        start = bisect_right(self._kept, sequence, key=lambda fact: fact.sequence)
        found = self._kept[start : start + PAGE]
        more = start + PAGE < len(self._kept)
        return Stretch(found, found[-1].sequence if more else self.last_sequence)

    async def fact(self, sequence: int) -> Fact | None:
        """Give one committed fact."""
        if not 0 < sequence <= self.last_sequence:
            return None
        [fact] = await self._surely(sequence - 1, 1)
        return fact

    async def first_at(self, at: datetime) -> int:
        """Find the first fact that is not before an instant; facts never go back in time."""
        low, high = 1, self.last_sequence + 1
        while low < high:
            middle = (low + high) // 2
            fact = await self.fact(middle)
            assert fact is not None
            if fact.at < at:
                low = middle + 1
            else:
                high = middle
        return low

    async def _read_after(self, sequence: int) -> Stretch:
        read = await self._surely(sequence, PAGE)
        return Stretch([fact for fact in read if self._tells(fact)], read[-1].sequence)

    async def _surely(self, sequence: int, limit: int) -> Sequence[Fact]:
        """Read from the store, however long it is away."""
        while True:
            with suppress(JournalAway):
                return await self._read(sequence, limit)
            await asyncio.sleep(AWAY_SECONDS)
