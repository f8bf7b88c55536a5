"""Callbacks called by hand: manual requests, and those that failed or were not reached (R39)."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from . import policy
from .agent import known
from .assignment import sees
from .effects import Effect, HangUp
from .events import (
    CallbackClaimed,
    CallbackClosed,
    CallbackUnclaimed,
    Event,
    Fact,
    FollowUpCalled,
    FollowUpDismissed,
    HandCallAbandoned,
    HandCallStarted,
)
from .finding import open_callback
from .ids import AgentId, CallbackId, OfferId
from .inputs import CallByHand, ClaimCallback, DismissCallback, ReleaseCallback
from .outcomes import OutcomeReason, cancelled
from .refusals import Refusal, RefusalCode
from .states import (
    AwaitingAgent,
    Callback,
    CallingCustomer,
    Closed,
    ConnectingAgent,
    Offer,
    OfferEnding,
    PastOffer,
    Standing,
)
from .world import World

# ---- decide ------------------------------------------------------------------------------


def decide_claim(world: World, request: ClaimCallback, at: datetime) -> Iterator[Event]:
    callback = _listed(world, request.callback_id, request.agent_id)
    if callback.claimed_by is None:
        yield CallbackClaimed(callback.id, request.agent_id)


def decide_release(world: World, request: ReleaseCallback, at: datetime) -> Iterator[Event]:
    """One's own claim, or another's whom one names, lest a newer claim be released."""
    whose = request.claimed_by or request.agent_id
    callback = _listed(world, request.callback_id, request.agent_id, claimed_by=whose)
    if callback.claimed_by is None:
        raise Refusal(RefusalCode.CALLBACK_NOT_CLAIMED, callback_id=callback.id)
    of_another = callback.claimed_by if callback.claimed_by != request.agent_id else None
    yield CallbackUnclaimed(callback.id, request.agent_id, of_another)


def decide_dismiss(world: World, request: DismissCallback, at: datetime) -> Iterator[Event]:
    callback = _listed(world, request.callback_id, request.agent_id)
    yield FollowUpDismissed(callback.id, request.agent_id)
    if callback.outcome is None:
        yield CallbackClosed(callback.id, cancelled(OutcomeReason.BY_USER))


def decide_call(world: World, request: CallByHand, at: datetime) -> Iterator[Event]:
    """R38: one agent at a time; others are told who is on it."""
    agent = known(world, request.agent_id)
    callback = _listed(world, request.callback_id, request.agent_id)
    line = world.lines[callback.line_id]
    if callback.customer_id is None or policy.why_not_callable(line, callback.destination):
        raise Refusal(RefusalCode.NUMBER_NOT_CALLABLE, callback_id=callback.id)
    if agent.standing is not Standing.AVAILABLE:
        raise Refusal(RefusalCode.AGENT_NOT_AVAILABLE, agent_id=agent.id)
    if world.on_a_call(callback.customer_id):
        raise Refusal(RefusalCode.CUSTOMER_ON_A_CALL, callback_id=callback.id)
    if not world.phones_reachable:
        raise Refusal(RefusalCode.PHONES_UNREACHABLE)
    if world.callbacks_halted:
        raise Refusal(RefusalCode.CALLBACKS_HALTED)
    yield HandCallStarted(callback.id, agent.id, OfferId(f"{world.next_sequence()}-1"))


def _listed(
    world: World,
    callback_id: CallbackId,
    agent_id: AgentId | None,
    *,
    claimed_by: AgentId | None = None,
) -> Callback:
    """Find a listed callback that this agent may take, or refuse saying who has it.

    `claimed_by` is whose claim does not stand in the way, the agent's own when absent.
    """
    if agent_id is not None:
        known(world, agent_id)
    callback = world.follow_ups.get(callback_id) or open_callback(world, callback_id)
    if agent_id is not None and not sees(world, agent_id, world.lines[callback.line_id]):
        raise Refusal(RefusalCode.LINE_NOT_ASSIGNED, line_id=callback.line_id, agent_id=agent_id)
    caller = _being_called_by(world, callback)
    if caller is not None and is_by_hand(callback):
        raise Refusal(RefusalCode.CALLBACK_BEING_CALLED, callback_id=callback_id, agent_id=caller)
    if not isinstance(callback.state, AwaitingAgent | Closed):
        raise Refusal(RefusalCode.CALLBACK_NOT_LISTED, callback_id=callback_id)
    if callback.claimed_by not in (None, claimed_by or agent_id):
        raise Refusal(
            RefusalCode.CALLBACK_CLAIMED, callback_id=callback_id, agent_id=callback.claimed_by
        )
    return callback


def _being_called_by(world: World, callback: Callback) -> AgentId | None:
    match callback.state:
        case ConnectingAgent(offer=offer):
            return offer.agent_id
        case CallingCustomer(call_id=call_id):
            return world.outbound_calls[call_id].agent_id
        case _:
            return None


def is_by_hand(callback: Callback) -> bool:
    """Tell whether a call of this callback was started by an agent: it stands in no queue."""
    return callback.stay is None


def abandon(callback: Callback, agent_id: AgentId) -> Iterator[Event]:
    """The customer could not be dialled; the callback stays in the list as it was."""
    yield HandCallAbandoned(callback.id, agent_id)


def stop(callback: Callback) -> Iterator[Event]:
    """Stop a call by hand whose customer is not dialled yet, if there is one."""
    if isinstance(callback.state, ConnectingAgent) and is_by_hand(callback):
        yield from abandon(callback, callback.state.offer.agent_id)


# ---- evolve ------------------------------------------------------------------------------


def _claimed(world: World, fact: Fact, event: CallbackClaimed) -> None:
    world.callback(event.callback_id).claimed_by = event.agent_id


def _unclaimed(world: World, fact: Fact, event: CallbackUnclaimed) -> None:
    world.callback(event.callback_id).claimed_by = None


def _started(world: World, fact: Fact, event: HandCallStarted) -> None:
    callback = world.callback(event.callback_id)
    agent = world.agents[event.agent_id]
    offer = Offer(
        event.offer_id,
        callback.id,
        agent.id,
        fact.at,
        None,
        accepted_at=fact.at,
        phone=agent.profile.phone,
    )
    world.offers[offer.id] = offer
    world.legs[offer.leg_id] = agent.id
    agent.offer = offer
    world.remember_offer(PastOffer(offer.id, agent.id, OfferEnding.ACCEPTED))
    world.restand(agent)
    callback.claimed_by = agent.id
    callback.state = ConnectingAgent(offer)
    callback.gone = False
    world.touch(callback)


def _abandoned(world: World, fact: Fact, event: HandCallAbandoned) -> None:
    callback = world.callback(event.callback_id)
    agent = world.agents[event.agent_id]
    if agent.offer is not None:
        del world.offers[agent.offer.id]
        del world.legs[agent.offer.leg_id]
        agent.offer = None
        world.restand(agent)
    _back_to_the_list(world, callback)


def _called(world: World, fact: Fact, event: FollowUpCalled) -> None:
    callback = world.callback(event.callback_id)
    _back_to_the_list(world, callback)
    if event.reached:
        world.drop_follow_up(callback)


def _dismissed(world: World, fact: Fact, event: FollowUpDismissed) -> None:
    listed = world.follow_ups.get(event.callback_id)
    if listed is not None:
        world.drop_follow_up(listed)


def _back_to_the_list(world: World, callback: Callback) -> None:
    callback.state = AwaitingAgent() if callback.outcome is None else Closed(callback.outcome)
    callback.gone = callback.outcome is not None
    world.touch(callback)


# ---- react -------------------------------------------------------------------------------


def _let_go(world: World, event: HandCallAbandoned) -> Iterator[Effect]:
    agent = world.agents[event.agent_id]
    if agent.offer is not None:
        yield HangUp(agent.offer.leg_id)


DECIDE: dict[type[Any], Callable[[World, Any, datetime], Iterator[Event]]] = {
    ClaimCallback: decide_claim,
    ReleaseCallback: decide_release,
    CallByHand: decide_call,
    DismissCallback: decide_dismiss,
}
EVOLVE: dict[type[Any], Callable[[World, Fact, Any], None]] = {
    CallbackClaimed: _claimed,
    CallbackUnclaimed: _unclaimed,
    HandCallStarted: _started,
    HandCallAbandoned: _abandoned,
    FollowUpCalled: _called,
    FollowUpDismissed: _dismissed,
}
REACT: dict[type[Any], Callable[[World, Any], Iterator[Effect]]] = {
    HandCallAbandoned: _let_go,
}
