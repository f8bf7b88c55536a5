"""What agents' phones are told: to ring, to connect, to stop, and that they were too late."""

from collections.abc import Callable, Iterator
from typing import Any

from .effects import (
    ConnectAgent,
    DialAgent,
    Effect,
    HangUp,
    RingAgent,
    StopPrompt,
    StopRinging,
    TurnAway,
)
from .events import (
    HandCallStarted,
    LateAnswerTurnedAway,
    OfferAccepted,
    OfferDeclined,
    OffersMade,
    OffersRangOut,
    OffersWithdrawn,
    WithdrawalCause,
)
from .ids import AgentId, CustomerId, LineId, OfferId
from .settings import PhoneKind
from .states import Agent, Call, Callback, Item, Offer, agent_leg
from .world import World

# ---- react -------------------------------------------------------------------------------


def _ring(world: World, event: OffersMade) -> Iterator[Effect]:
    item = world.item(event.item_id)
    assert item is not None
    for terms in event.offers:
        if world.agents[terms.agent_id].profile.phone is not PhoneKind.BROWSER:
            yield _call(world, terms.offer_id, terms.agent_id, item)


def _call_by_hand(world: World, event: HandCallStarted) -> Iterator[Effect]:
    yield _call(world, event.offer_id, event.agent_id, world.callback(event.callback_id))


def _connect(world: World, event: OfferAccepted) -> Iterator[Effect]:
    offer = world.offers[event.offer_id]
    if offer.phone is PhoneKind.BROWSER:
        item = world.item(offer.item_id)
        assert item is not None
        yield _call(world, offer.id, event.agent_id, item)


def _call(world: World, offer_id: OfferId, agent_id: AgentId, item: Item) -> Effect:
    """Call an agent's phone in the way of its kind."""
    leg_id = agent_leg(offer_id)
    line_id: LineId = item.line.id if isinstance(item, Call) else item.line_id
    customer_id: CustomerId | None = item.customer_id
    match world.agents[agent_id].profile.phone:
        case PhoneKind.BROWSER:
            return ConnectAgent(leg_id, agent_id, customer_id, line_id)
        case PhoneKind.DESK:
            is_callback = isinstance(item, Callback)
            return RingAgent(leg_id, agent_id, offer_id, customer_id, line_id, is_callback)
        case PhoneKind.OUTSIDE:
            return DialAgent(leg_id, agent_id, line_id)


def _stop_declined(world: World, event: OfferDeclined) -> Iterator[Effect]:
    yield from _stop(_offer_of(world, event.agent_id))


def _stop_rung_out(world: World, event: OffersRangOut) -> Iterator[Effect]:
    for agent_id in event.agent_ids:
        yield from _stop(_offer_of(world, agent_id))


def _stop_withdrawn(world: World, event: OffersWithdrawn) -> Iterator[Effect]:
    """Stop what rings; who was about to press 1 hears that a colleague was faster (R29)."""
    for agent_id in event.agent_ids:
        offer = _offer_of(world, agent_id)
        if event.cause is WithdrawalCause.TAKEN and offer.question is not None:
            yield StopPrompt(offer.leg_id, offer.question.playback_id)
            yield TurnAway(offer.leg_id, _taken(world.agents[agent_id]))
        else:
            yield from _stop(offer)


def _offer_of(world: World, agent_id: AgentId) -> Offer:
    offer = world.agents[agent_id].offer
    assert offer is not None
    return offer


def _stop(offer: Offer) -> Iterator[Effect]:
    if offer.accepted_at is not None or offer.asked_at is not None:
        yield HangUp(offer.leg_id)
    elif offer.phone is not PhoneKind.BROWSER:
        yield StopRinging(offer.leg_id)


def _turn_away(world: World, event: LateAnswerTurnedAway) -> Iterator[Effect]:
    agent = world.agents.get(event.agent_id) if event.agent_id is not None else None
    yield TurnAway(event.leg_id, _taken(agent))


def _taken(agent: Agent | None) -> str:
    language = "en" if agent is None else agent.profile.language
    return f"{language}/taken_by_colleague"


REACT: dict[type[Any], Callable[[World, Any], Iterator[Effect]]] = {
    OffersMade: _ring,
    HandCallStarted: _call_by_hand,
    OfferDeclined: _stop_declined,
    OffersRangOut: _stop_rung_out,
    OffersWithdrawn: _stop_withdrawn,
    OfferAccepted: _connect,
    LateAnswerTurnedAway: _turn_away,
}
