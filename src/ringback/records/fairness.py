"""The fairness account: who was served before a callback, who came earlier, who overtook (R47)."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from ringback.core.events import (
    CallbackClosed,
    CallConnected,
    CallEnded,
    ConsultationAnswered,
    ConsultationEnded,
    CustomerRecognised,
    DialIntended,
    Fact,
    FollowUpAnswered,
    HoldCause,
    OfferAccepted,
    OffersMade,
    QueueJoined,
    ReturnedToQueue,
)
from ringback.core.flow import AgentTarget, RingRule
from ringback.core.ids import AgentId, CallbackId, ItemId, OfferId

from .routing import Routing
from .standing import FRONT_CLASS, LifeOf, Standing


class Overtaking(StrEnum):
    """Why somebody who came later was served before, beside what held the callback."""

    PRIORITY_LINE = "priority-line"
    MOVED_TO_FRONT = "moved-to-front"
    SETTLING = "settling"
    SUSPENDED = "suspended"
    """Its customer's own call stood in its place."""
    DECLINED = "declined"
    """That agent had declined the callback in this attempt."""
    RANG_OUT = "rang-out"
    """That agent had let it ring out in this step."""
    OTHER_TARGET = "other-target"
    """That agent was not one whom the callback's step rings."""
    RUNG_ONE_BY_ONE = "rung-one-by-one"
    """Its step was ringing another agent for it, one at a time."""
    WITH_AN_AGENT = "with-an-agent"
    """An agent had it already, and it came back."""
    UNEXPLAINED = "unexplained"
    """No rule allows it; it would be a bug."""


OVERTAKING_RULES: dict[Overtaking | HoldCause, str] = {
    Overtaking.PRIORITY_LINE: "R11",
    Overtaking.MOVED_TO_FRONT: "R47",
    Overtaking.SETTLING: "R7",
    Overtaking.SUSPENDED: "R37",
    Overtaking.DECLINED: "R22",
    Overtaking.RANG_OUT: "R21",
    Overtaking.OTHER_TARGET: "R28",
    Overtaking.RUNG_ONE_BY_ONE: "R20",
    Overtaking.WITH_AN_AGENT: "R29",
    Overtaking.UNEXPLAINED: "S9",
    HoldCause.CUSTOMER_ON_CALL: "R28b",
    HoldCause.RATE_LIMIT: "R48",
    HoldCause.TRUNK_FAULT: "R32",
    HoldCause.HALTED: "R28b",
}


@dataclass(frozen=True, slots=True)
class Service:
    """An agent took an item."""

    sequence: int
    at: datetime
    item_id: ItemId
    offer_id: OfferId
    agent_id: AgentId


@dataclass(frozen=True, slots=True)
class ServedBefore:
    """Somebody who was served while the callback waited; `overtook` is None who came earlier."""

    service: Service
    joined_at: datetime
    overtook: Overtaking | HoldCause | None


@dataclass(frozen=True, slots=True)
class FairnessAccount:
    """Who was served before one callback, in order, from its joining until it was served itself.

    `joined_at` is None when it never stood in a queue.
    """

    callback_id: CallbackId
    joined_at: datetime | None
    until: datetime
    until_sequence: int
    served_before: tuple[ServedBefore, ...] = ()

    @property
    def overtaken_by(self) -> tuple[ServedBefore, ...]:
        return tuple(each for each in self.served_before if each.overtook is not None)


class ServiceBook:
    """The services among some facts, in order, and whom each ring step rang at any time."""

    def __init__(self, accepted: Iterable[Fact], routing: Routing) -> None:
        self._services = sorted(map(_service, accepted), key=lambda service: service.sequence)
        self._routing = routing

    def between(self, after: int, before: int) -> Iterator[Service]:
        """Go through the services between two sequence numbers."""
        start = bisect_right(self._services, after, key=lambda service: service.sequence)
        for service in self._services[start:]:
            if service.sequence >= before:
                return
            yield service

    def rings(self, standing: Standing, agent_id: AgentId, sequence: int) -> bool:
        """Tell whether an agent belonged to the target of an item's step at that time."""
        if standing.moved_to is not None:
            return standing.moved_to == agent_id
        assert standing.queue is not None
        target = self._routing.step(standing.queue).target
        if isinstance(target, AgentTarget):
            return target.agent_id == agent_id
        return self._routing.belonged(agent_id, target.team_id, sequence)

    def rings_one_by_one(self, standing: Standing) -> bool:
        assert standing.queue is not None
        return self._routing.step(standing.queue).rule is not RingRule.SIMULTANEOUS


def _service(fact: Fact) -> Service:
    event = fact.event
    assert isinstance(event, OfferAccepted)
    return Service(fact.sequence, fact.at, event.item_id, event.offer_id, event.agent_id)


def account_of(
    callback_id: CallbackId, until: Fact, book: ServiceBook, life_of: LifeOf
) -> FairnessAccount:
    """Write the account of one callback, from its joining to the fact `until`.

    `life_of` gives the facts of an item's life, those of a callback with its caller's wait before
    it; nothing when the item is forgotten.
    """
    life = life_of(callback_id)
    joined = next((fact for fact in life if isinstance(fact.event, QueueJoined)), None)
    if joined is None:
        return FairnessAccount(callback_id, None, until.at, until.sequence)
    own_calls = {
        getattr(fact.event, "call_id", None)
        for fact in life
        if not isinstance(fact.event, CustomerRecognised | FollowUpAnswered)
    }
    found = (
        _judged(callback_id, service, book, life_of)
        for service in book.between(joined.sequence, until.sequence)
        if service.item_id != callback_id and service.item_id not in own_calls
    )
    served_before = tuple(each for each in found if each is not None)
    return FairnessAccount(callback_id, joined.at, until.at, until.sequence, served_before)


def _judged(
    callback_id: CallbackId, service: Service, book: ServiceBook, life_of: LifeOf
) -> ServedBefore | None:
    """Compare both as they stood when that agent was rung for the other.

    None when it came to nothing, or has nothing to do with the callback: another flow's item,
    served by an agent whom the callback could not ring.
    """
    others_life = life_of(service.item_id)
    offered = next((fact for fact in others_life if _made(fact, service.offer_id)), None)
    if offered is None or not _came_to_something(service, others_life):
        return None
    other = Standing.at(offered.sequence, others_life, life_of)
    own = Standing.at(offered.sequence, life_of(callback_id), life_of)
    stood_nowhere = own.queue is None
    if stood_nowhere:
        own = Standing.at(service.sequence, life_of(callback_id), life_of)
    assert other.joined_at is not None
    can_ring = own.queue is not None and book.rings(own, service.agent_id, offered.sequence)
    if not can_ring and other.flow != own.flow:
        return None
    if stood_nowhere or other.joined < own.joined:
        return ServedBefore(service, other.joined_at, None)
    why = _why_overtaken(own, other, service.agent_id, book, can_ring=can_ring)
    return ServedBefore(service, other.joined_at, why)


def _came_to_something(service: Service, life: Sequence[Fact]) -> bool:
    """Tell whether the accept led to a conversation or a dial, or is still about to."""
    for fact in life:
        if fact.sequence > service.sequence:
            match fact.event:
                case CallConnected() | ConsultationAnswered() | DialIntended():
                    return True
                case ReturnedToQueue() | ConsultationEnded() | CallEnded() | CallbackClosed():
                    return False
                case _:
                    pass
    return True


def _made(fact: Fact, offer_id: OfferId) -> bool:
    event = fact.event
    return isinstance(event, OffersMade) and any(
        terms.offer_id == offer_id for terms in event.offers
    )


def _why_overtaken(
    own: Standing, other: Standing, agent_id: AgentId, book: ServiceBook, *, can_ring: bool
) -> Overtaking | HoldCause:
    """Name the first reason that let somebody pass who had come later."""
    if other.place < own.place:
        moved = other.place[0] == FRONT_CLASS
        return Overtaking.MOVED_TO_FRONT if moved else Overtaking.PRIORITY_LINE
    if own.suspended:
        return Overtaking.SUSPENDED
    if not own.waiting:
        return Overtaking.WITH_AN_AGENT
    if own.settling:
        return Overtaking.SETTLING
    for cause in own.holds:
        return cause
    if not can_ring:
        return Overtaking.OTHER_TARGET
    if agent_id in own.declined:
        return Overtaking.DECLINED
    if agent_id in own.rung_out:
        return Overtaking.RANG_OUT
    if own.rung and book.rings_one_by_one(own):
        return Overtaking.RUNG_ONE_BY_ONE
    return Overtaking.UNEXPLAINED
