"""The outbound call of a callback: dialled once, never repeated blindly (R29 to R34)."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any

from . import by_hand, calling_in, conversation, holding, introduction, policy, redirect
from .effects import DialCustomer, Effect
from .events import (
    CallbackClosed,
    CallbackHeld,
    CustomerRang,
    CustomerReached,
    DialFailed,
    DialIntended,
    Event,
    Fact,
    FaultSuffered,
    FollowUpCalled,
    HoldCause,
    OffersWithdrawn,
    ReturnedToQueue,
    WithdrawalCause,
)
from .ids import CallId
from .inputs import CustomerAnswered, CustomerFailed, CustomerRinging, FailureCause
from .outcomes import COMPLETED, CallEnding, Outcome, OutcomeReason, failed, not_reached
from .states import Callback, CallingCustomer, Offer, OutboundCall, customer_leg
from .world import World

FAULTS_MAX = 3
TRUNK_HOLD = timedelta(seconds=30)

OUTCOMES: dict[FailureCause, Outcome] = {
    FailureCause.BUSY: not_reached(OutcomeReason.CUSTOMER_BUSY),
    FailureCause.NO_ANSWER: not_reached(OutcomeReason.CUSTOMER_NO_ANSWER),
    FailureCause.REJECTED: not_reached(OutcomeReason.CUSTOMER_REJECTED),
    FailureCause.INVALID_NUMBER: failed(OutcomeReason.INVALID_NUMBER),
}
FAULTS = (FailureCause.TRUNK, FailureCause.NEVER_SENT)


# ---- decide ------------------------------------------------------------------------------


def dial(world: World, callback: Callback, offer: Offer, at: datetime) -> Iterator[Event]:
    """Intend to dial, if the policy still allows it (S4, S15) and nobody has halted callbacks."""
    if world.callbacks_halted:
        yield from _go_back(world, callback, offer)
        return
    line = world.lines[callback.line_id]
    if by_hand.is_by_hand(callback):
        judgement = policy.judge_by_hand(line, callback.destination)
    else:
        judgement = policy.judge(world, line, callback.destination, callback.customer_id, at)
    match judgement.verdict:
        case policy.Verdict.ALLOWED:
            call_id = CallId(f"o{world.next_sequence()}")
            yield DialIntended(
                callback.id,
                call_id,
                customer_leg(call_id),
                offer.agent_id,
                offer.leg_id,
                judgement.verdict.value,
            )
            yield from holding.hold_waiting(world, callback.customer_id)
            call = world.outbound_calls[call_id]
            yield from introduction.whisper_while_dialling(world, callback, call, offer)
        case policy.Verdict.REFUSED if by_hand.is_by_hand(callback):
            yield from by_hand.abandon(callback, offer.agent_id)
            yield from calling_in.pending_again(world, callback)
        case policy.Verdict.REFUSED:
            yield OffersWithdrawn(callback.id, (offer.agent_id,), WithdrawalCause.CANCELLED)
            yield CallbackClosed(callback.id, failed(OutcomeReason.DESTINATION_REFUSED))
        case policy.Verdict.RATE_LIMITED:
            yield OffersWithdrawn(callback.id, (offer.agent_id,), WithdrawalCause.HELD)
            yield CallbackHeld(callback.id, HoldCause.RATE_LIMIT, judgement.until)
            yield ReturnedToQueue(callback.id)
            yield from calling_in.pending_again(world, callback)


def _go_back(world: World, callback: Callback, offer: Offer) -> Iterator[Event]:
    """Let go of the agent who was to call; the callback waits where it did."""
    if by_hand.is_by_hand(callback):
        yield from by_hand.abandon(callback, offer.agent_id)
    else:
        yield OffersWithdrawn(callback.id, (offer.agent_id,), WithdrawalCause.HELD)
        yield ReturnedToQueue(callback.id)
    yield from calling_in.pending_again(world, callback)


def decide_ringing(world: World, report: CustomerRinging, at: datetime) -> Iterator[Event]:
    call = world.outbound_on(report.leg_id)
    if call is None or call.reached:
        return
    callback = world.callback(call.callback_id)
    assert isinstance(callback.state, CallingCustomer)
    if not callback.state.rang:
        yield CustomerRang(callback.id, call.id)


def decide_answered(world: World, report: CustomerAnswered, at: datetime) -> Iterator[Event]:
    """R31: the customer answered; the callback is completed, whatever is still to be said."""
    call = world.outbound_on(report.leg_id)
    if call is None:
        yield from redirect.answered(world, report.leg_id)
        return
    if call.reached:
        return
    yield CustomerReached(call.callback_id, call.id, introduction.connects_at_once(call))
    yield closing(world, call, COMPLETED)
    yield from introduction.announce_to_customer(world, call)


def closing(world: World, call: OutboundCall, outcome: Outcome) -> Event:
    """Give the callback its one outcome; one that has it is only annotated (S12, R39)."""
    if world.callback(call.callback_id).outcome is None:
        return CallbackClosed(call.callback_id, outcome)
    return FollowUpCalled(call.callback_id, call.id, call.agent_id, outcome is COMPLETED)


def decide_failed(world: World, report: CustomerFailed, at: datetime) -> Iterator[Event]:
    call = world.outbound_on(report.leg_id)
    if call is None:
        cause = redirect.FAILURES[report.cause]
        yield from redirect.failed(world, report.leg_id, cause, at)
    elif not call.reached:
        yield from dial_failed(world, call, report.cause, at)


def dial_failed(
    world: World, call: OutboundCall, cause: FailureCause | None, at: datetime
) -> Iterator[Event]:
    """R32, R33: end unreached; only a fault before the phone rang leaves the callback waiting."""
    callback = world.callback(call.callback_id)
    assert isinstance(callback.state, CallingCustomer)
    yield DialFailed(callback.id, call.id, cause)
    if cause is None:
        yield from _finish(world, call, not_reached(OutcomeReason.OUTCOME_UNKNOWN), at)
    elif cause not in FAULTS:
        yield from _finish(world, call, OUTCOMES[cause], at)
    elif callback.state.rang:
        yield from _finish(world, call, OUTCOMES[FailureCause.NO_ANSWER], at)
    elif by_hand.is_by_hand(callback):
        yield from by_hand.abandon(callback, call.agent_id)
        yield from conversation.end_outbound(world, call, CallEnding.SYSTEM_FAULT, at)
        yield from calling_in.pending_again(world, callback)
    else:
        yield from _fault(world, call, callback, cause, at)


def _finish(world: World, call: OutboundCall, outcome: Outcome, at: datetime) -> Iterator[Event]:
    callback = world.callback(call.callback_id)
    yield closing(world, call, outcome)
    yield from conversation.end_outbound(world, call, CallEnding.NOT_REACHED, at)
    yield from calling_in.pending_again(world, callback)


def _fault(
    world: World, call: OutboundCall, callback: Callback, cause: FailureCause, at: datetime
) -> Iterator[Event]:
    """R34: not counted, same key; at the third fault the callback fails."""
    yield FaultSuffered(callback.id, callback.faults + 1)
    if callback.faults >= FAULTS_MAX:
        yield from _finish(world, call, failed(OutcomeReason.SYSTEM_FAULT), at)
        return
    if cause is FailureCause.TRUNK:
        yield CallbackHeld(callback.id, HoldCause.TRUNK_FAULT, at + TRUNK_HOLD)
    yield ReturnedToQueue(callback.id)
    yield from conversation.end_outbound(world, call, CallEnding.SYSTEM_FAULT, at)
    yield from calling_in.pending_again(world, callback)


def fire(world: World, callback: Callback, at: datetime) -> Iterator[Event]:
    """The customer has been rung for long enough (R32)."""
    assert isinstance(callback.state, CallingCustomer)
    if at >= callback.state.since + callback.settings.customer_ring:
        call = world.outbound_calls[callback.state.call_id]
        yield from dial_failed(world, call, FailureCause.NO_ANSWER, at)


# ---- evolve ------------------------------------------------------------------------------


def _intended(world: World, fact: Fact, event: DialIntended) -> None:
    callback = world.callback(event.callback_id)
    callback.state = CallingCustomer(event.call_id, fact.at)
    callback.dials += 1
    callback.tried_by, callback.tried_as = event.agent_id, fact.sequence
    call = OutboundCall(
        id=event.call_id,
        callback_id=callback.id,
        agent_id=event.agent_id,
        agent_leg_id=event.agent_leg_id,
        began_at=fact.at,
        customer_id=callback.customer_id,
        asked=callback,
        ring_step_id=None if callback.stay is None else callback.stay.step.id,
        correctable=callback.outcome is None,
        announcement_prompt=callback.settings.announcement_prompt,
    )
    world.outbound_calls[call.id] = call
    world.bind_call(callback.customer_id, call.id)
    if not by_hand.is_by_hand(callback):
        assert callback.customer_id is not None
        world.count_dial(callback.customer_id, callback.line_id, fact.at)
    world.touch(callback)
    conversation.engage(world, event.agent_id, call.id)


def _rang(world: World, fact: Fact, event: CustomerRang) -> None:
    callback = world.callback(event.callback_id)
    assert isinstance(callback.state, CallingCustomer)
    callback.state.rang = True


def _reached(world: World, fact: Fact, event: CustomerReached) -> None:
    call = world.outbound_calls[event.call_id]
    call.reached = True
    call.connected = event.connected


def _dial_failed(world: World, fact: Fact, event: DialFailed) -> None:
    world.touch(world.callback(event.callback_id))


# ---- react -------------------------------------------------------------------------------


def _dial(world: World, event: DialIntended) -> Iterator[Effect]:
    callback = world.callback(event.callback_id)
    assert callback.customer_id is not None
    yield DialCustomer(
        event.customer_leg_id,
        event.agent_leg_id,
        callback.customer_id,
        callback.line_id,
        callback.settings.customer_ring,
    )


def _join(world: World, event: CustomerReached) -> Iterator[Effect]:
    if event.connected:
        yield introduction.join(world.outbound_calls[event.call_id])


DECIDE: dict[type[Any], Callable[[World, Any, datetime], Iterator[Event]]] = {
    CustomerRinging: decide_ringing,
    CustomerAnswered: decide_answered,
    CustomerFailed: decide_failed,
}
EVOLVE: dict[type[Any], Callable[[World, Fact, Any], None]] = {
    DialIntended: _intended,
    CustomerRang: _rang,
    CustomerReached: _reached,
    DialFailed: _dial_failed,
}
REACT: dict[type[Any], Callable[[World, Any], Iterator[Effect]]] = {
    DialIntended: _dial,
    CustomerReached: _join,
}
