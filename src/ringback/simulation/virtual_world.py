"""The core in virtual time: what is scheduled happens in order, and nothing waits for a clock."""

import heapq
from collections.abc import Callable
from datetime import datetime, timedelta
from random import Random
from typing import Any

from ringback.core.events import Fact
from ringback.core.inputs import Input, TimePassed
from ringback.core.step import next_deadline, step
from ringback.core.world import World

Handler = Callable[[Any], None]


class VirtualWorld:
    """An account whose time passes from one happening to the next.

    Who plays on it fills three tables, each by type: what counts an event, what reacts to an
    event, and what performs an effect.
    """

    def __init__(self, begins: datetime, *, seed: int) -> None:
        self.begins = begins
        self.now = begins
        self.world = World()
        self.chance = Random(seed)
        self.counters: dict[type[Any], Callable[[Fact, Any], None]] = {}
        self.reactions: dict[type[Any], Callable[[Fact, Any], None]] = {}
        self.performers: dict[type[Any], Handler] = {}
        self.witness: Callable[[Fact], None] | None = None
        """Who is shown every fact, if anybody is."""
        self._heap: list[tuple[datetime, int, Handler, Any]] = []
        self._order = 0

    def at(self, seconds: float) -> datetime:
        """Name the instant so many seconds after the beginning."""
        return self.begins + timedelta(seconds=seconds)

    def schedule(self, instant: datetime, handler: Handler, argument: Any) -> None:
        """Let something happen at an instant; what is scheduled first happens first."""
        self._order += 1
        heapq.heappush(self._heap, (instant, self._order, handler, argument))

    def after(self, seconds: float, handler: Handler, argument: Any) -> None:
        """Let something happen so many seconds from now."""
        self.schedule(self.now + timedelta(seconds=seconds), handler, argument)

    def give(self, given: Input, actor: str) -> None:
        """Give the core one input, count its facts, and perform its effects."""
        chance = self.chance.getrandbits(32)
        done = step(self.world, given, at=self.now, chance=chance, actor=actor)
        counters, reactions, performers = self.counters, self.reactions, self.performers
        if self.witness is not None:
            for fact in done.facts:
                self.witness(fact)
        for fact in done.facts:
            kind = type(fact.event)
            count = counters.get(kind)
            if count is not None:
                count(fact, fact.event)
            react = reactions.get(kind)
            if react is not None:
                react(fact, fact.event)
        for effect in done.effects:
            perform = performers.get(type(effect))
            if perform is not None:
                perform(effect)

    def report(self, given: Input) -> None:
        """Give the core what a phone reports."""
        self.give(given, "phone")

    def report_after(self, seconds: float, given: Input) -> None:
        """Let a phone report something so many seconds from now."""
        self.after(seconds, self.report, given)

    def go_on(self) -> bool:
        """Let the next thing happen, scheduled or due in the core; tell whether there was one."""
        due = next_deadline(self.world)
        if self._heap and (due is None or self._heap[0][0] <= due):
            self.now, _, handler, argument = heapq.heappop(self._heap)
            handler(argument)
            return True
        if due is None:
            return False
        self.now = max(due, self.now)
        self.give(TimePassed(), "clock")
        return True
