"""Deadlines as state: which instant matters next, and what happens when it comes."""

import heapq
from collections.abc import Iterator
from datetime import datetime

from . import agent, call, callback, introduction, offer, queueing
from .events import Event, GiveUpCause, RingOutCause
from .states import (
    Agent,
    BeingConnected,
    Call,
    Callback,
    ConnectingAgent,
    Item,
    Offer,
    OutboundCall,
    Stay,
    Timed,
    sooner,
)
from .world import World

TIME_IS_UP = (GiveUpCause.RING_TIME_OVER, GiveUpCause.WAITED_TOO_LONG)
AGENDA_SLACK = 1_000
"""Outdated entries beyond those in proportion that the agenda may hold."""


def next_deadline(world: World) -> datetime | None:
    """Name the next instant at which something is due, and bring it to the front of the agenda."""
    if world.stale:
        _refresh(world)
    agenda = world.agenda
    while agenda:
        instant, _, timed = agenda[0]
        if instant == timed.deadline:
            return instant
        heapq.heappop(agenda)
        if instant == timed.noted:
            timed.noted = None
            if timed.deadline is not None:
                _note(world, timed, timed.deadline)
    return None


def is_due(world: World, instant: datetime) -> bool:
    """Tell whether anything is due at this instant."""
    due_at = next_deadline(world)
    return due_at is not None and due_at <= instant


def take_due(world: World, instant: datetime) -> list[Timed]:
    """Take everything due at this instant: what is in no queue first, then by place (R28)."""
    due: list[Timed] = []
    while is_due(world, instant):
        timed = heapq.heappop(world.agenda)[2]
        timed.deadline = timed.noted = None
        due.append(timed)
    for timed in due:
        world.touch(timed)
    if len(due) > 1:
        due.sort(key=lambda timed: _rank(world, timed))
    return due


def _refresh(world: World) -> None:
    """Work out anew the deadlines that may have changed; one that moved away is not noted yet."""
    for timed in world.stale:
        timed.stale = False
        instant = timed.deadline = None if timed.gone else _deadline(world, timed)
        if instant is not None and (timed.noted is None or instant < timed.noted):
            _note(world, timed, instant)
    world.stale.clear()
    if len(world.agenda) > 2 * world.agenda_in_force + AGENDA_SLACK:
        _drop_outdated(world)


def _note(world: World, timed: Timed, instant: datetime) -> None:
    timed.noted = instant
    world.agenda_count += 1
    heapq.heappush(world.agenda, (instant, world.agenda_count, timed))


def _drop_outdated(world: World) -> None:
    """Keep the agenda in proportion to what it held the last time; what is gone is let go of."""
    in_force = {
        id(timed): (instant, number, timed)
        for instant, number, timed in world.agenda
        if timed.noted == instant and not timed.gone
    }
    world.agenda = list(in_force.values())
    world.agenda_in_force = len(world.agenda)
    heapq.heapify(world.agenda)


def _deadline(world: World, timed: Timed) -> datetime | None:
    """While the phones are away only agents' own time runs: what phones did comes first."""
    match timed:
        case Agent():
            return agent.next_deadline(timed)
        case _ if not world.phones_reachable:
            return None
        case Call():
            return sooner(call.next_deadline(timed), _stay_deadline(world, timed))
        case Callback():
            return sooner(callback.next_deadline(timed), _stay_deadline(world, timed))
        case OutboundCall():
            return introduction.next_deadline(timed)
        case _:
            return None


def _stay_deadline(world: World, item: Item) -> datetime | None:
    """Name the next instant in an item's stay: connecting, ringing, its time, the busy clock."""
    stay = item.stay
    if stay is None or not world.in_queue(item):
        accepted = _accepted_offer(item)
        return None if accepted is None else offer.connecting_until(accepted)
    instant = _step_deadline(item, stay)
    for rung in stay.offers.values():
        instant = sooner(instant, rung.rings_until)
    return instant


def _step_deadline(item: Item, stay: Stay) -> datetime | None:
    if isinstance(item, Call):
        return stay.joined_at + stay.step.ring_for
    if stay.ringing_since is not None:
        return stay.ringing_since + stay.step.ring_for - stay.rung
    if stay.busy_since is None:
        return None
    limit = queueing.busy_wait_limit(item, stay)
    return None if limit is None else stay.busy_since + limit - stay.waited_busy


def _accepted_offer(item: Item) -> Offer | None:
    match item.state:
        case BeingConnected(offer=accepted) | ConnectingAgent(offer=accepted):
            return accepted
        case _:
            return None


def _rank(world: World, timed: Timed) -> tuple[int, int, int, str]:
    if isinstance(timed, Item):
        if timed.stay is not None and world.in_queue(timed):
            return (1, *timed.stay.place, timed.id)
        return (0, 0, 1, timed.id)
    return (0, 0, 0, timed.id if isinstance(timed, Agent | OutboundCall) else "")


def fire(world: World, timed: Timed, at: datetime) -> Iterator[Event]:
    """Settle whatever is due for one entity at this instant."""
    match timed:
        case Agent():
            yield from agent.fire(world, timed, at)
        case Call():
            yield from call.fire(world, timed, at)
            if not timed.gone:
                yield from _fire_stay(world, timed, at)
        case Callback():
            yield from callback.fire(world, timed, at)
            if not timed.gone:
                yield from _fire_stay(world, timed, at)
        case OutboundCall():
            yield from introduction.fire(world, timed, at)
        case _:
            pass


def _fire_stay(world: World, item: Item, at: datetime) -> Iterator[Event]:
    accepted = _accepted_offer(item)
    if accepted is not None:
        until = offer.connecting_until(accepted)
        if until is not None and at >= until:
            yield from offer.connecting_failed(world, accepted)
        return
    stay = item.stay
    if stay is None or not world.in_queue(item):
        return
    queue = world.queues[stay.queue_id]
    cause = queueing.why_over(world, queue, item, at)
    if cause in TIME_IS_UP:
        yield from give_up(world, item, cause, at)
    else:
        yield from _ring_outs(world, item, stay, at)


def _ring_outs(world: World, item: Item, stay: Stay, at: datetime) -> Iterator[Event]:
    silent = [
        rung
        for rung in stay.offers.values()
        if (until := rung.rings_until) is not None and at >= until
    ]
    if not silent:
        return
    in_vain = tuple(rung.agent_id for rung in silent if rung.asked_at is None)
    unconfirmed = tuple(rung.agent_id for rung in silent if rung.asked_at is not None)
    if in_vain:
        yield from agent.ring_out(world, item.id, in_vain, RingOutCause.AGENT_TIME_OVER)
    if unconfirmed:
        yield from agent.ring_out(world, item.id, unconfirmed, RingOutCause.NOT_CONFIRMED)


def give_up(world: World, item: Item, cause: GiveUpCause, at: datetime) -> Iterator[Event]:
    """Take an item out of a step that is over for it, and on through its flow."""
    if isinstance(item, Call):
        yield from call.give_up_step(world, item, cause, at)
    else:
        yield from callback.give_up_step(world, item, cause, at)
