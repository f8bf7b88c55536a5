"""Offers: an agent is rung for an item, accepts, declines, or lets it ring out (R21, R29)."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any

from . import by_hand, calling_in, estimate, introduction, outbound, turning_away
from .agent import known, ring_out
from .events import (
    AgentPhoneUp,
    Event,
    Fact,
    LateAnswerTurnedAway,
    OfferAccepted,
    OfferDeclined,
    OffersMade,
    OffersRangOut,
    OffersWithdrawn,
    ReturnedToQueue,
    RingOutCause,
    WithdrawalCause,
)
from .ids import AgentId, LegId, OfferId
from .inputs import (
    AcceptOffer,
    AgentFailureCause,
    AgentPhoneAnswered,
    AgentPhoneDeclined,
    AgentPhoneFailed,
    DeclineOffer,
)
from .refusals import Refusal, RefusalCode
from .settings import PhoneKind
from .states import (
    CONFIRMING_MAX,
    NOTHING,
    Agent,
    BeingConnected,
    Call,
    Callback,
    ConnectingAgent,
    Item,
    Offer,
    OfferEnding,
    PastOffer,
    Queued,
    Stay,
    agent_leg,
)
from .world import World

CONNECTING_MAX = timedelta(seconds=15)
"""How long the winner's phone may take to connect (R29)."""
OUTSIDE_RINGING_MAX = timedelta(seconds=60)
"""How long an outside phone is rung for a call by hand."""


def offered_item(world: World, offer: Offer) -> tuple[Item, Stay]:
    """Find what an open offer is for."""
    item = world.item(offer.item_id)
    assert item is not None
    assert item.stay is not None
    return item, item.stay


# ---- decide ------------------------------------------------------------------------------


def decide_accept(world: World, request: AcceptOffer, at: datetime) -> Iterator[Event]:
    """The first to accept wins; everybody later learns who took it (S8)."""
    offer = _open_offer(world, request.offer_id, request.agent_id)
    if offer.accepted_at is not None:
        raise Refusal(RefusalCode.OFFER_ALREADY_ACCEPTED, offer_id=offer.id)
    if offer.phone is PhoneKind.OUTSIDE:
        raise Refusal(RefusalCode.ACCEPT_ON_THE_PHONE, offer_id=offer.id)
    yield from _accept(world, offer)


def decide_decline(world: World, request: DeclineOffer, at: datetime) -> Iterator[Event]:
    offer = _open_offer(world, request.offer_id, request.agent_id)
    if offer.accepted_at is not None:
        raise Refusal(RefusalCode.OFFER_ALREADY_ACCEPTED, offer_id=offer.id)
    yield OfferDeclined(offer.id, offer.agent_id, offer.item_id)


def _open_offer(world: World, offer_id: OfferId, agent_id: AgentId) -> Offer:
    known(world, agent_id)
    offer = world.offers.get(offer_id) or world.past_offers.get(agent_leg(offer_id))
    if offer is None:
        raise Refusal(RefusalCode.UNKNOWN_OFFER, offer_id=offer_id)
    if offer.agent_id != agent_id:
        raise Refusal(RefusalCode.OFFER_OF_ANOTHER_AGENT, offer_id=offer_id)
    if isinstance(offer, PastOffer):
        code = RefusalCode(offer.ending.value)
        raise Refusal(code, offer_id=offer_id, taken_by=offer.taken_by)
    return offer


def _accept(world: World, offer: Offer) -> Iterator[Event]:
    _, stay = offered_item(world, offer)
    others = tuple(agent_id for agent_id in stay.offers if agent_id != offer.agent_id)
    if others:
        yield OffersWithdrawn(offer.item_id, others, WithdrawalCause.TAKEN, offer.agent_id)
    yield OfferAccepted(offer.id, offer.agent_id, offer.item_id)


def decide_answered(world: World, report: AgentPhoneAnswered, at: datetime) -> Iterator[Event]:
    """A desk phone's answer accepts; an accepted offer's phone is up; any other comes too late."""
    agent = agent_on(world, report.leg_id)
    if agent is None:
        late = world.past_offers.get(report.leg_id)
        yield LateAnswerTurnedAway(report.leg_id, None if late is None else late.agent_id)
        return
    offer = agent.offer
    if offer is not None and not offer.phone_up:
        yield from take(world, offer, at)


def take(world: World, offer: Offer, at: datetime) -> Iterator[Event]:
    """Accept, unless that is done: the agent is on the phone and wants the item."""
    if offer.accepted_at is None:
        yield from _accept(world, offer)
    yield AgentPhoneUp(offer.id, offer.agent_id, offer.item_id)
    item = world.item(offer.item_id)
    assert item is not None
    if isinstance(item, Call):
        yield from introduction.connect(world, item, offer)
    else:
        yield from outbound.dial(world, item, offer, at)


def decide_phone_declined(
    world: World, report: AgentPhoneDeclined, at: datetime
) -> Iterator[Event]:
    offer = _unconnected_offer(world, report.leg_id)
    if offer is None:
        return
    if offer.phone is PhoneKind.OUTSIDE:
        yield from phone_failed(world, offer, AgentFailureCause.NO_ANSWER)
    elif turning_away.is_told(world, offer, at):
        yield from turning_away.give_way(world, offer)
    else:
        yield from refuse(world, offer)


def refuse(world: World, offer: Offer) -> Iterator[Event]:
    """The agent does not want the item, on the phone itself (R22)."""
    if offer.accepted_at is None:
        yield OfferDeclined(offer.id, offer.agent_id, offer.item_id)
    else:
        yield from connecting_failed(world, offer)


def decide_phone_failed(world: World, report: AgentPhoneFailed, at: datetime) -> Iterator[Event]:
    offer = _unconnected_offer(world, report.leg_id)
    if offer is not None:
        yield from phone_failed(world, offer, report.cause)


def phone_failed(world: World, offer: Offer, cause: AgentFailureCause) -> Iterator[Event]:
    """A phone that cannot be rung or connected counts as its agent's ring-out."""
    agents = (offer.agent_id,)
    if offer.accepted_at is not None:
        yield from connecting_failed(world, offer, cause)
    elif offer.asked_at is not None:
        yield from ring_out(world, offer.item_id, agents, RingOutCause.NOT_CONFIRMED)
    else:
        yield from ring_out(world, offer.item_id, agents, RingOutCause.PHONE_FAILED, cause)


def connecting_failed(
    world: World, offer: Offer, cause: AgentFailureCause | None = None
) -> Iterator[Event]:
    """R29: the winner's ring-out; the item goes back with its key, in the same attempt."""
    item = world.item(offer.item_id)
    if isinstance(item, Callback) and by_hand.is_by_hand(item):
        yield from by_hand.abandon(item, offer.agent_id)
        yield from calling_in.pending_again(world, item)
        return
    assert item is not None
    agents = (offer.agent_id,)
    yield from ring_out(world, item.id, agents, RingOutCause.NOT_CONNECTED, cause)
    yield ReturnedToQueue(item.id)
    if isinstance(item, Callback):
        yield from calling_in.pending_again(world, item)


def connecting_until(offer: Offer) -> datetime | None:
    """Tell when an accepted offer's phone must be connected at the latest (R29)."""
    if offer.phone_up or offer.accepted_at is None:
        return None
    if offer.phone is not PhoneKind.OUTSIDE:
        return offer.accepted_at + CONNECTING_MAX
    if offer.asked_at is not None:
        return offer.asked_at + CONFIRMING_MAX
    return offer.accepted_at + OUTSIDE_RINGING_MAX


def agent_on(world: World, leg_id: LegId) -> Agent | None:
    agent_id = world.legs.get(leg_id)
    return None if agent_id is None else world.agents[agent_id]


def _unconnected_offer(world: World, leg_id: LegId) -> Offer | None:
    agent = agent_on(world, leg_id)
    if agent is None or agent.offer is None or agent.offer.phone_up:
        return None
    return agent.offer


# ---- evolve ------------------------------------------------------------------------------


def _made(world: World, fact: Fact, event: OffersMade) -> None:
    item = world.item(event.item_id)
    assert item is not None
    assert item.stay is not None
    stay = item.stay
    if not stay.offers:
        stay.ringing_since = fact.at
    for terms in event.offers:
        phone = world.agents[terms.agent_id].profile.phone
        offer = Offer(
            terms.offer_id, item.id, terms.agent_id, fact.at, terms.ring_for_max, phone=phone
        )
        stay.offers[offer.agent_id] = offer
        world.offers[offer.id] = offer
        world.legs[offer.leg_id] = offer.agent_id
        agent = world.agents[offer.agent_id]
        agent.offer = offer
        world.restand(agent)
    world.refresh_item(item)


def _declined(world: World, fact: Fact, event: OfferDeclined) -> None:
    item = world.item(event.item_id)
    assert item is not None
    _end(world, fact, item, event.agent_id, OfferEnding.DECLINED)
    item.declined[event.agent_id] = None
    if isinstance(item, Callback):
        item.declined_in_attempt = True
    world.refresh_item(item)


def _rang_out(world: World, fact: Fact, event: OffersRangOut) -> None:
    item = world.item(event.item_id)
    assert item is not None
    assert item.stay is not None
    for agent_id in event.agent_ids:
        _end(world, fact, item, agent_id, OfferEnding.RANG_OUT)
        item.stay.rung_out[agent_id] = None
        world.agents[agent_id].ring_outs_in_row += event.was_heard
    if isinstance(item, Callback):
        item.rang_out_in_attempt = True
    if world.in_queue(item):
        world.refresh_item(item)


def _withdrawn(world: World, fact: Fact, event: OffersWithdrawn) -> None:
    item = world.item(event.item_id)
    assert item is not None
    ending = OfferEnding.WITHDRAWN if event.taken_by is None else OfferEnding.TAKEN
    for agent_id in event.agent_ids:
        _end(world, fact, item, agent_id, ending, event.taken_by)
    if world.in_queue(item):
        world.refresh_item(item)


def _end(
    world: World,
    fact: Fact,
    item: Item,
    agent_id: AgentId,
    ending: OfferEnding,
    taken_by: AgentId | None = None,
) -> None:
    """Close one offer and let its agent go; ringing time is added up."""
    stay = item.stay
    assert stay is not None
    agent = world.agents[agent_id]
    offer = stay.offers.pop(agent_id, None) or agent.offer
    assert offer is not None
    rang_until = offer.accepted_at or fact.at
    stay.rung_by_agent[agent_id] = (
        stay.rung_by_agent.get(agent_id, NOTHING) + rang_until - offer.made_at
    )
    if not stay.offers and stay.ringing_since is not None:
        stay.rung += fact.at - stay.ringing_since
        stay.ringing_since = None
    del world.offers[offer.id]
    del world.legs[offer.leg_id]
    answered = offer.accepted_at is not None or ending is OfferEnding.DECLINED
    if answered and ending is not OfferEnding.RANG_OUT:
        agent.ring_outs_in_row = 0
    agent.offer = None
    world.remember_offer(PastOffer(offer.id, agent_id, ending, taken_by))
    world.restand(agent)


def _accepted(world: World, fact: Fact, event: OfferAccepted) -> None:
    offer = world.offers[event.offer_id]
    offer.accepted_at = fact.at
    item, stay = offered_item(world, offer)
    world.unplace(item)
    del stay.offers[offer.agent_id]
    assert not stay.offers
    assert stay.ringing_since is not None
    stay.rung += fact.at - stay.ringing_since
    stay.ringing_since = None
    if isinstance(item, Call):
        item.state = BeingConnected(offer)
    else:
        item.state = ConnectingAgent(offer)
    agent = world.agents[event.agent_id]
    world.remember_offer(PastOffer(offer.id, agent.id, OfferEnding.ACCEPTED))
    world.restand(agent)


def _phone_up(world: World, fact: Fact, event: AgentPhoneUp) -> None:
    offer = world.offers[event.offer_id]
    offer.phone_up = True
    offer.question = None
    world.agents[event.agent_id].ring_outs_in_row = 0
    item = world.item(offer.item_id)
    assert item is not None
    world.touch(item)


def _returned(world: World, fact: Fact, event: ReturnedToQueue) -> None:
    item = world.item(event.item_id)
    assert item is not None
    assert item.stay is not None
    if isinstance(item, Call):
        if isinstance(item.state, BeingConnected) and item.state.announced:
            world.hear(item, None, None)
        again = item.stay.step.waiting.message_every
        item.state = estimate.begin(item.stay.step, fact.at, first_message_after=again)
    else:
        item.state = Queued()
    world.place(item, item.stay)


DECIDE: dict[type[Any], Callable[[World, Any, datetime], Iterator[Event]]] = {
    AcceptOffer: decide_accept,
    DeclineOffer: decide_decline,
    AgentPhoneDeclined: decide_phone_declined,
    AgentPhoneFailed: decide_phone_failed,
}
EVOLVE: dict[type[Any], Callable[[World, Fact, Any], None]] = {
    OffersMade: _made,
    OfferDeclined: _declined,
    OffersRangOut: _rang_out,
    OffersWithdrawn: _withdrawn,
    OfferAccepted: _accepted,
    AgentPhoneUp: _phone_up,
    ReturnedToQueue: _returned,
}
