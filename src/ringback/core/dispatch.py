"""Dispatch: one pass over all queues gives each item the agents its step asks for (R28)."""

import heapq
from collections.abc import Iterator
from datetime import datetime, timedelta

from . import policy
from .events import (
    CallbackClosed,
    CallbackHeld,
    Event,
    HoldCause,
    OffersMade,
    OffersWithdrawn,
    OfferTerms,
    WithdrawalCause,
)
from .flow import RingRule
from .ids import AgentId, OfferId
from .outcomes import OutcomeReason, failed
from .queueing import RINGING_PER_AGENT_MAX
from .states import AVAILABLE, NOTHING, Call, Callback, Item, QueueId, Stay
from .world import Queue, World

OFFERS_AT_ONCE_MAX = 1_000


def dispatch(
    world: World, queue_ids: dict[QueueId, None], at: datetime, chance: int
) -> Iterator[Event]:
    """Offer what can be offered in these queues, the oldest item first.

    Nothing else can have become possible: earlier passes left no item with a free agent. A pass
    ends where the policy takes cards back, since their agents go to the oldest in another one.
    """
    heads: list[tuple[int, int, int, Queue]] = []
    for order, queue_id in enumerate(queue_ids):
        queue = world.queues[queue_id]
        if queue.group.counts[AVAILABLE] and queue.ready:
            priority_class, key, _ = queue.ready[0]
            heads.append((priority_class, key, order, queue))
    heapq.heapify(heads)
    while heads:
        priority_class, key, order, queue = heapq.heappop(heads)
        item = _ready_item(world, queue, (priority_class, key))
        if item is not None:
            stay = item.stay
            was_rung = stay is not None and bool(stay.offers)
            yield from _serve(world, queue, item, at, chance)
            if was_rung and (item.stay is None or not item.stay.offers):
                return
        if queue.group.counts[AVAILABLE]:
            following = queue.ready.bisect_right((priority_class, key, "\U0010ffff"))
            if following < len(queue.ready):
                priority_class, key, _ = queue.ready[following]
                heapq.heappush(heads, (priority_class, key, order, queue))


def _ready_item(world: World, queue: Queue, place: tuple[int, int]) -> Item | None:
    index = queue.ready.bisect_left(place)
    if index == len(queue.ready):
        return None
    priority_class, key, item_id = queue.ready[index]
    return world.item(item_id) if (priority_class, key) == place else None


def _serve(world: World, queue: Queue, item: Item, at: datetime, chance: int) -> Iterator[Event]:
    stay = item.stay
    assert stay is not None
    first = _first_to_ring(world, queue, item, stay)
    if first is not None:
        agent_ids = [] if first in stay.offers else [first]
    else:
        agent_ids = _choose(queue, item, stay, chance ^ world.sequence)
    if not agent_ids:
        return
    if isinstance(item, Callback):
        objection = policy_objection(world, item, at)
        if objection is not None:
            if stay.offers:
                yield OffersWithdrawn(item.id, tuple(stay.offers), WithdrawalCause.HELD)
            yield objection
            return
    sequence = world.next_sequence()
    yield OffersMade(
        item.id,
        tuple(
            OfferTerms(
                OfferId(f"{sequence}-{n}"),
                agent_id,
                _ring_for_max(item, stay, agent_id, alone=first is not None),
            )
            for n, agent_id in enumerate(agent_ids, 1)
        ),
    )


def _first_to_ring(world: World, queue: Queue, item: Item, stay: Stay) -> AgentId | None:
    """Name who tried to reach this caller, while that agent is rung alone or can be (R39)."""
    if not isinstance(item, Call) or item.first_to_ring is None:
        return None
    first = item.first_to_ring
    if first in item.declined or first in stay.rung_out or first not in queue.group.members:
        return None
    if stay.offers:
        ringing = stay.offers.get(first)
        return first if ringing is not None and ringing.ring_for_max is not None else None
    return first if world.agents[first].standing is AVAILABLE else None


def _choose(queue: Queue, item: Item, stay: Stay, chance: int) -> list[AgentId]:
    """Choose among the available agents whom this item has not used up (R20)."""
    usable = (agent_id for _, agent_id in queue.group.idle if can_use(item, stay, agent_id))
    match stay.step.rule:
        case RingRule.SIMULTANEOUS:
            return [
                agent_id for agent_id, _ in zip(usable, range(OFFERS_AT_ONCE_MAX), strict=False)
            ]
        case RingRule.LONGEST_IDLE:
            longest_idle = next(usable, None)
            return [] if longest_idle is None else [longest_idle]
        case RingRule.RANDOM:
            candidates = list(usable)
            return [candidates[_scatter(chance) % len(candidates)]] if candidates else []


def can_use(item: Item, stay: Stay, agent_id: AgentId) -> bool:
    """Tell whether an item may still be offered to an agent of its target (R20, R22)."""
    return agent_id not in item.declined and agent_id not in stay.rung_out


def _scatter(chance: int) -> int:
    """Spread a number's bits, so that neighbouring numbers choose independently."""
    mixed = (chance * 0x9E3779B97F4A7C15) & 0xFFFFFFFFFFFFFFFF
    mixed ^= mixed >> 32
    mixed = (mixed * 0xD6E8FEB86659FD93) & 0xFFFFFFFFFFFFFFFF
    return mixed ^ (mixed >> 32)


def _ring_for_max(item: Item, stay: Stay, agent_id: AgentId, *, alone: bool) -> timedelta | None:
    """Bound one agent's ringing: what is left of it after withdrawn offers (R20, R21)."""
    one_by_one = alone or stay.step.rule is not RingRule.SIMULTANEOUS
    if isinstance(item, Call):
        if not one_by_one:
            return None
        limit = stay.step.ring_each_for
    else:
        limit = RINGING_PER_AGENT_MAX
        if one_by_one:
            limit = min(limit, stay.step.ring_each_for)
    return limit - stay.rung_by_agent.get(agent_id, NOTHING)


def policy_objection(world: World, callback: Callback, at: datetime) -> Event | None:
    """R28b: a number that would be refused gets no card; a rate limit holds the callback."""
    line = world.lines[callback.line_id]
    judgement = policy.judge(world, line, callback.destination, callback.customer_id, at)
    match judgement.verdict:
        case policy.Verdict.ALLOWED:
            return None
        case policy.Verdict.REFUSED:
            return CallbackClosed(callback.id, failed(OutcomeReason.DESTINATION_REFUSED))
        case policy.Verdict.RATE_LIMITED:
            return CallbackHeld(callback.id, HoldCause.RATE_LIMIT, judgement.until)
