"""Callbacks: settling, attempts and retries, cancelling, and the one outcome (R7, R15, R49)."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from . import agent, alerts, by_hand, holding, outbound
from .events import (
    AttemptFailed,
    AttemptStarted,
    CallbackClosed,
    CallbackRequested,
    CallbackSettled,
    Event,
    Fact,
    FaultSuffered,
    GiveUpCause,
    OffersWithdrawn,
    RequestMode,
    RingOutCause,
    SettlingStarted,
    StepGivenUp,
    WithdrawalCause,
)
from .finding import open_callback
from .flow import RingStep
from .flow_runner import join, next_ring_step
from .ids import CallId, LineId
from .inputs import CancelCallback, CancelPending
from .outcomes import COMPLETED, Outcome, OutcomeKind, OutcomeReason, cancelled, failed
from .refusals import Refusal, RefusalCode
from .states import (
    NOTHING,
    AwaitingAgent,
    Callback,
    CallingCustomer,
    Closed,
    ConnectingAgent,
    Moving,
    Queued,
    Stay,
    sooner,
)
from .world import World

# ---- decide ------------------------------------------------------------------------------


def decide_cancel(world: World, request: CancelCallback, at: datetime) -> Iterator[Event]:
    """R49: at any moment before the customer is dialled (S17)."""
    callback = open_callback(world, request.callback_id)
    if isinstance(callback.state, CallingCustomer):
        raise Refusal(RefusalCode.CALLBACK_ALREADY_DIALLED, callback_id=callback.id)
    yield from by_hand.stop(callback)
    yield from close(callback, cancelled(OutcomeReason(request.reason.value)))


def decide_cancel_pending(world: World, request: CancelPending, at: datetime) -> Iterator[Event]:
    """R4: all that a line has pending, if their number is the one that was confirmed."""
    if request.line_id not in world.lines:
        raise Refusal(RefusalCode.UNKNOWN_LINE, line_id=request.line_id)
    found = cancellable(world, request.line_id)
    if len(found) != request.count:
        raise Refusal(RefusalCode.PENDING_COUNT_CHANGED, line_id=request.line_id, count=len(found))
    for callback in found:
        yield from by_hand.stop(callback)
        yield from close(callback, cancelled(OutcomeReason.BY_USER))


def cancellable(world: World, line_id: LineId) -> list[Callback]:
    """List the open callbacks of a line whose customer is not dialled, oldest first."""
    return [
        callback
        for callback in world.callbacks.values()
        if callback.line_id == line_id and not isinstance(callback.state, CallingCustomer)
    ]


def close(callback: Callback, outcome: Outcome, call_id: CallId | None = None) -> Iterator[Event]:
    """End a callback, taking back what rings or connects for it."""
    ringing = tuple(callback.stay.offers) if callback.stay is not None else ()
    match callback.state:
        case ConnectingAgent(offer=offer):
            ringing = (offer.agent_id,)
        case _:
            pass
    if ringing:
        yield OffersWithdrawn(callback.id, ringing, WithdrawalCause.CANCELLED)
    yield CallbackClosed(callback.id, outcome, call_id)


def inbound_ended(world: World, callback: Callback, at: datetime) -> Iterator[Event]:
    """R7: once every inbound leg has ended, the callback settles."""
    if any(call_id in world.calls for call_id in callback.inbound_call_ids):
        return
    if callback.settled or isinstance(callback.state, AwaitingAgent):
        return
    yield SettlingStarted(callback.id, at + callback.settings.settling)


def step_on(
    world: World, callback: Callback, at: datetime, *, begins: bool = False
) -> Iterator[Event]:
    """Go on to the next ring step of the branch, or fail the attempt (R13, R14, R23).

    An attempt that `begins` where only the hour is in the way ends the callback (R18).
    """
    assert isinstance(callback.state, Moving)
    found = next_ring_step(callback.flow, callback.state.step_id, at)
    if isinstance(found, RingStep):
        yield join(world, callback, found)
        yield from holding.hold_if_on_call(world, callback)
        return
    reason = found.reason if begins else _attempt_reason(callback)
    yield AttemptFailed(callback.id, callback.attempt_number, reason)
    if callback.retries_left and not begins:
        yield AttemptStarted(callback.id, callback.attempt_number + 1)
        yield from step_on(world, callback, at, begins=True)
    else:
        yield CallbackClosed(callback.id, failed(reason))


def _attempt_reason(callback: Callback) -> OutcomeReason:
    """R23: a ring-out weighs more than a decline, a decline more than nobody."""
    if callback.rang_out_in_attempt:
        return OutcomeReason.NO_ANSWER
    if callback.declined_in_attempt:
        return OutcomeReason.DECLINED
    return OutcomeReason.NO_AVAILABLE_AGENT


def give_up_step(
    world: World, callback: Callback, cause: GiveUpCause, at: datetime
) -> Iterator[Event]:
    """Leave a ring step unserved and go on (R23, R24)."""
    assert callback.stay is not None
    if callback.stay.offers:
        agents = tuple(callback.stay.offers)
        yield from agent.ring_out(world, callback.id, agents, RingOutCause.STEP_TIME_OVER)
    yield StepGivenUp(callback.id, cause)
    yield from step_on(world, callback, at)


def fire(world: World, callback: Callback, at: datetime) -> Iterator[Event]:
    """Settle a callback's own deadlines."""
    expires_at = _expires_at(callback)
    if expires_at is not None and at >= expires_at:
        yield from close(callback, cancelled(OutcomeReason.EXPIRED))
        return
    if callback.settles_at is not None and at >= callback.settles_at:
        yield CallbackSettled(callback.id)
        yield from holding.hold_if_on_call(world, callback)
    yield from holding.fire(callback, at)
    if isinstance(callback.state, CallingCustomer):
        yield from outbound.fire(world, callback, at)


# ---- evolve ------------------------------------------------------------------------------


def _requested(world: World, fact: Fact, event: CallbackRequested) -> None:
    call = None if event.call_id is None else world.calls.get(event.call_id)
    automated = event.mode is RequestMode.AUTOMATED
    callback = Callback(
        id=event.callback_id,
        line_id=event.line_id,
        customer_id=event.customer_id,
        destination=event.destination,
        mode=event.mode,
        settings=event.settings,
        priority=event.priority,
        flow=world.flows[event.flow_id].versions[event.flow_version],
        flow_version=event.flow_version,
        origin_step_id=event.step_id,
        requested_at=fact.at,
        state=Moving(event.step_id) if automated else AwaitingAgent(),
        inbound_call_ids=[] if event.call_id is None else [event.call_id],
    )
    world.callbacks[callback.id] = callback
    if callback.customer_id is not None:
        world.callbacks_by_customer.setdefault(callback.customer_id, {})[callback.id] = None
    if call is not None:
        call.callback_id = callback.id
        if world.in_queue(call):
            world.unplace(call)
    if event.keeps_place and automated:
        assert call is not None
        assert call.stay is not None
        place = call.stay
        callback.state = Queued()
        world.place(
            callback,
            Stay(place.queue_id, place.step, place.priority_class, place.key, place.joined_at),
        )
    if call is not None:
        call.stay = None
    world.touch(callback)


def _settling(world: World, fact: Fact, event: SettlingStarted) -> None:
    callback = world.callbacks[event.callback_id]
    callback.settles_at = event.until
    world.touch(callback)


def _settled(world: World, fact: Fact, event: CallbackSettled) -> None:
    callback = world.callbacks[event.callback_id]
    callback.settles_at = None
    callback.settled = True
    if isinstance(callback.state, Queued):
        world.refresh_item(callback)
    world.touch(callback)


def _attempt_failed(world: World, fact: Fact, event: AttemptFailed) -> None:
    world.touch(world.callbacks[event.callback_id])


def _attempt_started(world: World, fact: Fact, event: AttemptStarted) -> None:
    callback = world.callbacks[event.callback_id]
    callback.attempt_number = event.attempt_number
    callback.rang_out_in_attempt = False
    callback.declined_in_attempt = False
    callback.declined = {}
    callback.state = Moving(callback.origin_step_id)


def _fault(world: World, fact: Fact, event: FaultSuffered) -> None:
    """R34: ringing starts anew in this step; declines and the attempt's reason stand."""
    callback = world.callbacks[event.callback_id]
    callback.faults = event.fault_number
    if callback.stay is not None:
        callback.stay.rung = NOTHING
        callback.stay.rung_out = {}
        callback.stay.rung_by_agent = {}


def _closed(world: World, fact: Fact, event: CallbackClosed) -> None:
    callback = world.callbacks[event.callback_id]
    if isinstance(callback.state, CallingCustomer) and event.outcome == COMPLETED:
        world.outbound_calls[callback.state.call_id].completed = callback
    if isinstance(callback.state, Queued):
        world.unplace(callback)
    callback.state = Closed(event.outcome)
    callback.outcome = event.outcome
    alerts.count(world, callback.line_id, event.outcome)
    callback.claimed_by = None
    callback.stay = None
    callback.gone = True
    if event.outcome.kind in (OutcomeKind.FAILED, OutcomeKind.NOT_REACHED):
        world.list_follow_up(callback)
    world.touch(callback)
    world.unbind_callback(callback)


# ---- next deadline -----------------------------------------------------------------------


def next_deadline(callback: Callback) -> datetime | None:
    """Name the next instant at which the callback itself must do something."""
    if isinstance(callback.state, CallingCustomer):
        until: datetime | None = callback.state.since + callback.settings.customer_ring
    else:
        until = _expires_at(callback)
    own = sooner(callback.settles_at, until)
    return sooner(own, holding.next_deadline(callback)) if callback.holds else own


def _expires_at(callback: Callback) -> datetime | None:
    """R49: an automated callback has a maximum age, until the customer is dialled."""
    if callback.mode is RequestMode.MANUAL or callback.outcome is not None:
        return None
    if isinstance(callback.state, CallingCustomer):
        return None
    return callback.requested_at + callback.settings.age_max


DECIDE: dict[type[Any], Callable[[World, Any, datetime], Iterator[Event]]] = {
    CancelCallback: decide_cancel,
    CancelPending: decide_cancel_pending,
}
EVOLVE: dict[type[Any], Callable[[World, Fact, Any], None]] = {
    CallbackRequested: _requested,
    SettlingStarted: _settling,
    CallbackSettled: _settled,
    AttemptFailed: _attempt_failed,
    AttemptStarted: _attempt_started,
    FaultSuffered: _fault,
    CallbackClosed: _closed,
}
