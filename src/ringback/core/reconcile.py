"""After a separation: compares what the phone system has with what should be (R33, R34, S20)."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from . import (
    by_hand,
    calling_in,
    consulting,
    conversation,
    introduction,
    outbound,
    outside,
    redirect,
)
from .events import (
    AgentCameBack,
    AgentWentMissing,
    CallbackClosed,
    CallRestored,
    Event,
    Fact,
    FaultSuffered,
    LateAnswerTurnedAway,
    OffersWithdrawn,
    OrphanFound,
    OutboundCallRestored,
    PhoneSystemCameBack,
    PhoneSystemWentAway,
    ReturnedToQueue,
    WithdrawalCause,
)
from .ids import AgentId, LegId
from .inputs import (
    AgentPhoneAnswered,
    CustomerAnswered,
    FailureCause,
    LegState,
    PhoneSystemListed,
    PhoneSystemLost,
)
from .outcomes import CallEnding, OutcomeReason, failed
from .settings import PhoneKind
from .states import (
    Agent,
    Call,
    Callback,
    Confirming,
    Leaving,
    Offer,
    OfferEnding,
    OutboundCall,
    Redirecting,
    Talking,
    TalkingOutside,
)
from .world import World

Legs = dict[LegId, LegState]

# ---- decide ------------------------------------------------------------------------------


def decide_lost(world: World, report: PhoneSystemLost, at: datetime) -> Iterator[Event]:
    if world.phones_reachable:
        yield PhoneSystemWentAway()


def decide_listed(world: World, report: PhoneSystemListed, at: datetime) -> Iterator[Event]:
    """Settle every difference; what is in order is begun anew where it may have been cut."""
    legs: Legs = {leg.leg_id: leg.state for leg in report.legs}
    for call in tuple(world.calls.values()):
        if call.leg_id not in legs:
            yield from _caller_gone(world, call, at)
    for outbound_call in tuple(world.outbound_calls.values()):
        yield from _outbound(world, outbound_call, legs, report.never_sent, at)
    for agent in tuple(world.agents.values()):
        if agent.offer is not None:
            yield from _offer(world, agent.offer, legs, at)
    for call in tuple(world.calls.values()):
        yield from _inbound(world, call, legs, at)
    for agent in tuple(world.agents.values()):
        yield from _registration(agent, report.lost_agents)
    for leg_id, state in legs.items():
        if not _belongs(world, leg_id):
            yield _stray(world, leg_id, state)
    if not world.phones_reachable:
        yield PhoneSystemCameBack()


def _outbound(
    world: World,
    call: OutboundCall,
    legs: Legs,
    never_sent: tuple[LegId, ...],
    at: datetime,
) -> Iterator[Event]:
    """Resolve a dial by what is there; what cannot be resolved is never repeated (R33)."""
    customer_state = legs.get(call.customer_leg_id)
    if call.reached and customer_state is None:
        yield from conversation.end_outbound(world, call, CallEnding.CUSTOMER_HUNG_UP, at)
    elif customer_state is None and call.customer_leg_id in never_sent:
        yield from outbound.dial_failed(world, call, FailureCause.NEVER_SENT, at)
    elif customer_state is None:
        yield from outbound.dial_failed(world, call, None, at)
    elif call.agent_leg_id not in legs:
        yield from conversation.leave_call(world, world.agents[call.agent_id], at)
    else:
        yield from _both_are_there(world, call, customer_state, at)


def _both_are_there(
    world: World, call: OutboundCall, customer_state: LegState, at: datetime
) -> Iterator[Event]:
    """Go on with a call to a customer; what should be over by this instant counts as said."""
    was_reached, was_connected = call.reached, call.connected
    yield from introduction.fire(world, call, at)
    if customer_state is LegState.UP:
        report = CustomerAnswered(call.customer_leg_id)
        yield from outbound.decide_answered(world, report, at)
    if call.connected == was_connected and (was_reached or call.whisper is not None):
        yield OutboundCallRestored(call.id)


def _offer(world: World, open_offer: Offer, legs: Legs, at: datetime) -> Iterator[Event]:
    """A phone picked up meanwhile has accepted; one that no longer rings is a fault of ours."""
    state = legs.get(open_offer.leg_id)
    if state is LegState.UP and open_offer.question is not None:
        yield outside.ask(world, open_offer, open_offer.times_asked)
    elif state is LegState.UP:
        report = AgentPhoneAnswered(open_offer.leg_id)
        yield from outside.decide_answered(world, report, at)
    elif state is None and open_offer.accepted_at is not None:
        yield from _connecting_interrupted(world, open_offer)
    elif state is None and open_offer.phone is not PhoneKind.BROWSER:
        agents = (open_offer.agent_id,)
        yield OffersWithdrawn(open_offer.item_id, agents, WithdrawalCause.FAULT)


def _connecting_interrupted(world: World, open_offer: Offer) -> Iterator[Event]:
    """R34: not counted, the key is kept, ringing starts anew."""
    item = world.item(open_offer.item_id)
    if isinstance(item, Callback) and by_hand.is_by_hand(item):
        yield from by_hand.abandon(item, open_offer.agent_id)
        yield from calling_in.pending_again(world, item)
        return
    assert item is not None
    agents = (open_offer.agent_id,)
    yield OffersWithdrawn(item.id, agents, WithdrawalCause.FAULT)
    if isinstance(item, Callback):
        yield FaultSuffered(item.id, item.faults + 1)
        if item.faults >= outbound.FAULTS_MAX:
            yield CallbackClosed(item.id, failed(OutcomeReason.SYSTEM_FAULT))
            return
    yield ReturnedToQueue(item.id)
    if isinstance(item, Callback):
        yield from calling_in.pending_again(world, item)


def _caller_gone(world: World, call: Call, at: datetime) -> Iterator[Event]:
    """Before anybody else is looked at, so that no agent is connected to nobody (S8)."""
    asked = isinstance(call.state, Confirming | Leaving)
    ending = conversation.ending_by_caller(call) if asked else CallEnding.SYSTEM_FAULT
    yield from conversation.end_call(world, call, ending, at)


def _inbound(world: World, call: Call, legs: Legs, at: datetime) -> Iterator[Event]:
    if call.consultation is not None:
        yield from consulting.found_again(world, call, call.consultation, legs, at)
        if not call.gone:
            yield CallRestored(call.id)
        return
    match call.state:
        case Talking(agent_leg_id=agent_leg_id) if agent_leg_id not in legs:
            yield from conversation.end_call(world, call, CallEnding.AGENT_HUNG_UP, at)
        case Redirecting() | TalkingOutside():
            yield CallRestored(call.id)
            yield from redirect.found_again(world, call, legs, at)
        case _:
            yield CallRestored(call.id)


def _registration(agent: Agent, lost_agents: tuple[AgentId, ...]) -> Iterator[Event]:
    if agent.profile.phone is not PhoneKind.DESK:
        return
    is_lost = agent.id in lost_agents
    if is_lost and agent.missing_since is None:
        yield AgentWentMissing(agent.id)
        if agent.offer is not None and agent.offer.accepted_at is None:
            agents = (agent.id,)
            yield OffersWithdrawn(agent.offer.item_id, agents, WithdrawalCause.AGENT_LEFT)
    elif not is_lost and agent.missing_since is not None:
        yield AgentCameBack(agent.id)


def _stray(world: World, leg_id: LegId, state: LegState) -> Event:
    """A phone picked up after a colleague's has lost the race, and hears so (R29)."""
    past = world.past_offers.get(leg_id)
    if past is None or past.ending is not OfferEnding.TAKEN or state is not LegState.UP:
        return OrphanFound(leg_id)
    return LateAnswerTurnedAway(leg_id, past.agent_id)


def _belongs(world: World, leg_id: LegId) -> bool:
    return (
        world.call_on(leg_id) is not None
        or leg_id in world.legs
        or world.outbound_on(leg_id) is not None
        or redirect.redirected_on(world, leg_id) is not None
    )


# ---- evolve ------------------------------------------------------------------------------


def _went_away(world: World, fact: Fact, event: PhoneSystemWentAway) -> None:
    _set_reachable(world, False)


def _came_back(world: World, fact: Fact, event: PhoneSystemCameBack) -> None:
    _set_reachable(world, True)


def _set_reachable(world: World, reachable: bool) -> None:
    """Whatever waits is judged anew, and so is what falls due for it."""
    world.phones_reachable = reachable
    world.touched.update(dict.fromkeys(world.queues))
    for found in (world.calls, world.outbound_calls, world.callbacks, world.follow_ups):
        for timed in found.values():
            world.touch(timed)


DECIDE: dict[type[Any], Callable[[World, Any, datetime], Iterator[Event]]] = {
    PhoneSystemLost: decide_lost,
    PhoneSystemListed: decide_listed,
}
EVOLVE: dict[type[Any], Callable[[World, Fact, Any], None]] = {
    PhoneSystemWentAway: _went_away,
    PhoneSystemCameBack: _came_back,
}
