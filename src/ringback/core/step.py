"""One input in; events and effects out, until quiet."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from heapq import heapify, heappop, heappush
from typing import Any

from . import (
    agent,
    agent_phones,
    alerts,
    asking,
    asking_elsewhere,
    by_hand,
    call,
    callback,
    calling_in,
    configuration,
    consulting,
    conversation,
    deadlines,
    erasing,
    estimate,
    halting,
    holding,
    introduction,
    lending,
    library,
    menu,
    moving,
    offer,
    offering,
    outbound,
    outside,
    publishing,
    queueing,
    reconcile,
    redirect,
    tagging,
    talking,
    transfer,
    turning_away,
)
from .deadlines import next_deadline
from .dispatch import dispatch
from .effects import Effect
from .events import AgentStatusSet, Event, Fact
from .ids import ItemId
from .inputs import Input, OpenAccount, TimePassed
from .queueing import keep_clocks, leaving, why_over
from .refusals import Refusal, RefusalCode
from .states import Item, QueueId, Timed
from .world import World

__all__ = ["Step", "evolve", "next_deadline", "step"]

MACHINES = (
    agent,
    agent_phones,
    alerts,
    asking,
    asking_elsewhere,
    by_hand,
    call,
    callback,
    calling_in,
    configuration,
    consulting,
    conversation,
    erasing,
    estimate,
    halting,
    holding,
    lending,
    introduction,
    library,
    menu,
    moving,
    offer,
    offering,
    outbound,
    outside,
    publishing,
    queueing,
    reconcile,
    redirect,
    tagging,
    talking,
    transfer,
    turning_away,
)
DECIDE = {
    kind: rule for machine in MACHINES for kind, rule in getattr(machine, "DECIDE", {}).items()
}
EVOLVE = {
    kind: write for machine in MACHINES for kind, write in getattr(machine, "EVOLVE", {}).items()
}
FOLLOW = {
    kind: rule for machine in MACHINES for kind, rule in getattr(machine, "FOLLOW", {}).items()
}
"""What follows from an event at once, whoever decided it."""
REACT = {kind: name for machine in MACHINES for kind, name in getattr(machine, "REACT", {}).items()}

DUE, OVER = 0, 1
_Place = tuple[int, int, int, ItemId, Item]
"""Whose turn it is: class, key, whether it is due or over, and which item."""

EVENTS_MAX = 1_000_000
"""More events than this from one input can only be a bug."""


@dataclass(slots=True)
class Step:
    """What one input led to."""

    facts: list[Fact] = field(default_factory=list)
    effects: list[Effect] = field(default_factory=list)


def step(world: World, given: Input, *, at: datetime, chance: int, actor: str) -> Step:
    """Settle what was due, then the input, then dispatch, until nothing more follows.

    `at` is an aware instant, never before the last one. `chance` is a number drawn at random by
    the caller. Requests may raise `Refusal`; what was due before stays settled and is lost to
    nobody: it is in `Refusal.settled`.
    """
    assert at >= world.now, "time went backwards"
    turn = _Turn(world, chance)
    turn.settle_deadlines(at, with_pass_at_the_end=False)
    try:
        turn.take(given, at, actor)
    except Refusal as refusal:
        turn.settle(at)
        refusal.settled = turn.step
        raise
    turn.settle_deadlines(at, with_pass_at_the_end=False)
    turn.settle(at)
    turn.settle_deadlines(at, with_pass_at_the_end=True)
    return turn.step


def evolve(world: World, fact: Fact) -> None:
    """Let one fact become part of the world; the only way to write it."""
    assert fact.sequence == world.sequence + 1, "the journal has a gap"
    world.sequence = fact.sequence
    world.now = fact.at
    write = EVOLVE.get(type(fact.event))
    if write is not None:
        write(world, fact, fact.event)


class _Turn:
    """The working state of one step."""

    __slots__ = ("actor", "cause", "chance", "step", "world")

    def __init__(self, world: World, chance: int) -> None:
        self.world = world
        self.chance = chance
        self.step = Step([], [])
        self.cause = TimePassed.__name__
        self.actor = "clock"

    def take(self, given: Input, at: datetime, actor: str) -> None:
        if self.world.account_id is None and not isinstance(given, OpenAccount):
            raise Refusal(RefusalCode.ACCOUNT_NOT_OPEN)
        rule: Any = DECIDE.get(type(given))
        if rule is not None:
            self.cause, self.actor = type(given).__name__, actor
            self.record(rule(self.world, given, at), at)

    def record(self, events: Iterator[Event], at: datetime) -> None:
        """Let events become facts one by one; each is true before the next is decided."""
        world, facts, effects = self.world, self.step.facts, self.step.effects
        for event in events:
            kind = type(event)
            fact = Fact(world.sequence + 1, at, self.cause, self.actor, event)
            react: Any = REACT.get(kind)
            if react is not None:
                effects.extend(react(world, event))
            evolve(world, fact)
            facts.append(fact)
            follow: Any = FOLLOW.get(kind)
            if follow is not None:
                self.record(follow(world, event), at)
            assert len(facts) < EVENTS_MAX, "one input never comes to rest"

    def settle_deadlines(self, at: datetime, *, with_pass_at_the_end: bool) -> None:
        """Settle what is due at or before `at` in due order, each earlier instant with its pass.

        What is due exactly at `at` shares its pass with the input, if that is still to come.
        """
        while True:
            due_at = next_deadline(self.world)
            if due_at is None or due_at > at:
                return
            instant = max(due_at, self.world.now)
            cause, actor = self.cause, self.actor
            self.cause, self.actor = TimePassed.__name__, "clock"
            something_happened = self._fire_all(due_at, instant)
            if instant < at or with_pass_at_the_end:
                assert something_happened, "a deadline came to nothing"
                self.settle(instant)
            self.cause, self.actor = cause, actor
            if not something_happened:
                return

    def _fire_all(self, due_at: datetime, at: datetime) -> bool:
        """Settle what was due by `due_at`, and all it ends, but for the pass; tell if any was."""
        world, first = self.world, self.world.sequence
        seen: dict[QueueId, None] = {}
        before = -1
        while world.sequence != before and deadlines.is_due(world, due_at):
            before = world.sequence
            due = self._fire_outside_queues(due_at, at)
            self._end_what_is_over(seen, at, due, by=due_at)
        world.touched = seen
        return world.sequence > first

    def _fire_outside_queues(self, due_at: datetime, at: datetime) -> list[_Place]:
        """Settle what is due and in no queue; list what is due in queues and has its turn later."""
        world, before = self.world, -1
        turns: dict[ItemId, _Place] = {}
        while world.sequence != before:
            before = world.sequence
            for timed in deadlines.take_due(world, due_at):
                if isinstance(timed, Item) and timed.stay is not None and world.in_queue(timed):
                    turns[timed.id] = (*timed.stay.place, DUE, timed.id, timed)
                else:
                    self._fire_one(timed, at)
        return list(turns.values())

    def _fire_one(self, timed: Timed, at: datetime) -> None:
        if not timed.gone:
            self.record(deadlines.fire(self.world, timed, at), at)

    def settle(self, at: datetime) -> None:
        """Endings, moves and retries first; then dispatch; then the clocks; until quiet (R28)."""
        world = self.world
        if not world.touched:
            return
        seen: dict[QueueId, None] = {}
        while True:
            self._end_what_is_over(seen, at, by=at)
            before = world.sequence
            if world.phones_reachable:
                self.record(dispatch(world, seen, at, self.chance), at)
            if world.sequence == before:
                break
        self.record(keep_clocks(world, seen, at), at)
        world.touched = {}

    def _end_what_is_over(
        self, seen: dict[QueueId, None], at: datetime, due: Sequence[_Place] = (), *, by: datetime
    ) -> None:
        """Let what is due, or over `by` an instant, have its turn by (class, key)."""
        world = self.world
        turns = list(due)
        heapify(turns)
        while turns or world.touched:
            touched, world.touched = world.touched, {}
            seen.update(touched)
            if world.phones_reachable:
                for item in leaving(world, touched, by):
                    self._take_a_turn(turns, item)
            while turns:
                *place, kind, _, item = heappop(turns)
                before = world.sequence
                if kind == DUE:
                    self._fire_one(item, at)
                elif item.stay is not None and item.stay.place == tuple(place):
                    self._give_up(item, at, by)
                if world.sequence > before and world.phones_reachable:
                    self._take_a_turn(turns, item)
                    self._look_again(turns, before, by)

    def _look_again(self, turns: list[_Place], before: int, by: datetime) -> None:
        """Give their turn to new fronts, and to all whom an agent who left was the last for."""
        world = self.world
        new = world.sequence - before
        if any(isinstance(fact.event, AgentStatusSet) for fact in self.step.facts[-new:]):
            for left_alone in leaving(world, world.touched, by):
                self._take_a_turn(turns, left_alone)
        for queue_id in world.touched:
            front = world.queues[queue_id].front
            item = None if front is None else world.item(front)
            if item is not None:
                self._take_a_turn(turns, item)

    def _take_a_turn(self, turns: list[_Place], item: Item) -> None:
        if item.stay is not None:
            heappush(turns, (*item.stay.place, OVER, item.id, item))

    def _give_up(self, item: Item, at: datetime, by: datetime) -> None:
        """Give an item's step up if it is still over after those before it have moved."""
        world = self.world
        if item.gone or item.stay is None or not world.in_queue(item):
            return
        cause = why_over(world, world.queues[item.stay.queue_id], item, by)
        if cause is not None:
            self.record(deadlines.give_up(world, item, cause, at), at)
