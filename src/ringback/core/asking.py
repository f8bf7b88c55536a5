"""Asking for a callback: what `*` does, and for whom it can do nothing (R5 to R10)."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any

from . import lending, menu, policy
from .effects import Effect, HangUp, PlayPrompt, StopPrompt
from .events import (
    CallbackClosed,
    CallbackRequested,
    ConfirmationStarted,
    Event,
    Fact,
    NoticeStarted,
    OffersWithdrawn,
    RequestJoined,
    RequestMode,
    RequestNotGranted,
    WithdrawalCause,
)
from .flow import Flow, RingStep
from .flow_runner import join, new_playback, next_ring_step, within_grace
from .ids import CallbackId, FlowId, StepId
from .inputs import DigitPressed
from .outcomes import OutcomeReason, failed
from .settings import CallbackMode, Line
from .states import (
    AtEnd,
    AwaitingAgent,
    Call,
    Callback,
    Confirming,
    InAudio,
    InMenu,
    Queued,
    Redirecting,
    Suspended,
    Waiting,
)
from .world import World

REQUEST_KEY = "*"


# ---- decide ------------------------------------------------------------------------------


def decide_digit(world: World, report: DigitPressed, at: datetime) -> Iterator[Event]:
    """`*` in an audio step, while waiting, or within the grace after a message, is a request."""
    call = world.call_on(report.leg_id)
    if call is None:
        return
    if isinstance(call.state, InMenu):
        yield from menu.press(world, call, report.digit, at)
        return
    if report.digit != REQUEST_KEY:
        return
    step_id = _asked_at(call, at)
    line = world.lines[call.line.id]
    if step_id is None or not has_callbacks(world, line):
        return
    reason = policy.why_not_callable(line, call.destination)
    if reason is None and call.customer_id is None:
        reason = OutcomeReason.WITHHELD_NUMBER
    joinable = _joinable(world, call, line, step_id, at)
    if reason is not None:
        yield from _refuse(world, call, reason, line.cannot_call_back_prompt)
    elif joinable is None and len(world.callbacks) >= world.callbacks_max:
        yield from _refuse(world, call, None, line.apology_prompt)
    else:
        yield from _grant(world, call, line, step_id, joinable, at)


def may_ask(world: World, call: Call, at: datetime) -> bool:
    """Tell whether `*` would be a request of this caller's at this instant (R5, R6)."""
    return _asked_at(call, at) is not None and has_callbacks(world, world.lines[call.line.id])


def has_callbacks(world: World, line: Line) -> bool:
    """R1, R6: neither the company nor the line is without them."""
    return world.settings.callbacks_lock is None and line.callbacks.mode is not CallbackMode.OFF


def _asked_at(call: Call, at: datetime) -> StepId | None:
    """Name the step at which the caller asks, or None where `*` means nothing (R5, R7)."""
    if call.transferred_by is not None:
        return None
    match call.state:
        case Waiting():
            assert call.stay is not None
            return call.stay.step.id
        case InAudio(step_id=step_id):
            return step_id
        case AtEnd(recording=False) | Redirecting() if within_grace(call, at):
            return call.audio_step_id
        case _:
            return None


def _refuse(world: World, call: Call, reason: OutcomeReason | None, prompt: str) -> Iterator[Event]:
    """R9, L4: say so, and leave the caller where they are."""
    yield RequestNotGranted(call.id, reason)
    yield NoticeStarted(call.id, new_playback(world), prompt)


def _joinable(
    world: World, call: Call, line: Line, step_id: StepId, at: datetime
) -> Callback | None:
    """Find the waiting callback that this caller's request joins (R10)."""
    return joinable_of(
        (*lending.lenders(world, call), *world.callbacks_of(call.customer_id)),
        line,
        flow=(call.flow.id, call.flow_version),
        ring_step_from=(call.flow, step_id),
        at=at,
    )


def joinable_of(
    callbacks: Iterable[Callback],
    line: Line,
    *,
    flow: tuple[FlowId, int],
    ring_step_from: tuple[Flow, StepId],
    at: datetime,
) -> Callback | None:
    """Find among a customer's callbacks the one that waits where a new request would (R10)."""
    ring_step = next_ring_step(*ring_step_from, at)
    for callback in callbacks:
        if callback.line_id != line.id:
            continue
        if line.callbacks.mode is CallbackMode.MANUAL:
            if isinstance(callback.state, AwaitingAgent):
                return callback
        elif isinstance(callback.state, Queued | Suspended) and isinstance(ring_step, RingStep):
            assert callback.stay is not None
            same_step = callback.stay.step.id == ring_step.id
            if same_step and (callback.flow.id, callback.flow_version) == flow:
                return callback
    return None


def _grant(
    world: World,
    call: Call,
    line: Line,
    step_id: StepId,
    joinable: Callback | None,
    at: datetime,
) -> Iterator[Event]:
    """R7: the request first, then the confirmation; a ringing for the live call is withdrawn."""
    if call.stay is not None and call.stay.offers:
        agents = tuple(call.stay.offers)
        yield OffersWithdrawn(call.id, agents, WithdrawalCause.CALLBACK_REQUESTED)
    if joinable is not None:
        yield _joined_request(call, joinable)
        callback_id = joinable.id
    else:
        request = _request(world, call, line, step_id)
        callback_id = request.callback_id
        yield request
    yield from lending.give_back(world, call)
    prompt = line.callbacks.confirmation_prompt
    yield ConfirmationStarted(call.id, callback_id, new_playback(world), prompt)
    if joinable is None:
        yield from place_request(world, world.callbacks[callback_id], step_id, at)


def _joined_request(call: Call, joinable: Callback) -> RequestJoined:
    is_ahead = (
        call.stay is not None
        and joinable.stay is not None
        and call.stay.place < joinable.stay.place
    )
    return RequestJoined(joinable.id, call.id, is_ahead)


def _request(world: World, call: Call, line: Line, step_id: StepId) -> CallbackRequested:
    automated = line.callbacks.mode is CallbackMode.AUTOMATED
    return CallbackRequested(
        callback_id=CallbackId(f"cb{world.next_sequence()}"),
        call_id=call.id,
        line_id=line.id,
        customer_id=call.customer_id,
        destination=call.destination,
        mode=RequestMode.AUTOMATED if automated else RequestMode.MANUAL,
        settings=line.callbacks,
        priority=line.priority,
        flow_id=call.flow.id,
        flow_version=call.flow_version,
        step_id=step_id,
        keeps_place=automated and call.stay is not None,
    )


def place_request(
    world: World, callback: Callback, step_id: StepId, at: datetime
) -> Iterator[Event]:
    """R13: asked for before any queue, the callback walks on at once; R18: or ends here."""
    if callback.mode is RequestMode.MANUAL or isinstance(callback.state, Queued):
        return
    found = next_ring_step(callback.flow, step_id, at)
    if isinstance(found, RingStep):
        yield join(world, callback, found)
    else:
        yield CallbackClosed(callback.id, failed(found.reason))


def list_for_hand(world: World, call: Call, reason: OutcomeReason) -> Iterator[Event]:
    """R9: an unanswered call that asked in vain is listed for manual follow-up."""
    request = _request(world, call, world.lines[call.line.id], call.flow.first)
    yield replace(request, mode=RequestMode.MANUAL, keeps_place=False)
    yield CallbackClosed(request.callback_id, failed(reason))


# ---- evolve ------------------------------------------------------------------------------


def _joined(world: World, fact: Fact, event: RequestJoined) -> None:
    callback = world.callbacks[event.callback_id]
    if event.call_id is None:
        return
    call = world.calls[event.call_id]
    if world.in_queue(call):
        world.unplace(call)
    if event.takes_place_of_call:
        assert call.stay is not None
        stay = callback.stay
        assert stay is not None
        is_queued = world.in_queue(callback)
        if is_queued:
            world.unplace(callback)
        stay.priority_class, stay.key = call.stay.place
        if is_queued:
            world.place(callback, stay)
    callback.settled = False
    callback.settles_at = None
    if isinstance(callback.state, Queued):
        world.refresh_item(callback)
    callback.inbound_call_ids.append(call.id)
    call.callback_id = callback.id
    call.stay = None
    world.touch(callback)


def _not_granted(world: World, fact: Fact, event: RequestNotGranted) -> None:
    call = world.calls[event.call_id]
    call.request_not_granted = event.reason or call.request_not_granted


def _confirming(world: World, fact: Fact, event: ConfirmationStarted) -> None:
    call = world.calls[event.call_id]
    call.state = Confirming(event.callback_id, fact.at)
    world.hear(call, event.playback_id, event.prompt)


# ---- react -------------------------------------------------------------------------------


def _confirm(world: World, event: ConfirmationStarted) -> Iterator[Effect]:
    call = world.calls[event.call_id]
    if call.playback_id is not None:
        yield StopPrompt(call.leg_id, call.playback_id)
    if isinstance(call.state, Redirecting):
        yield HangUp(call.state.leg_id)
    yield PlayPrompt(call.leg_id, event.playback_id, event.prompt)


def _interrupt(world: World, event: RequestNotGranted) -> Iterator[Effect]:
    call = world.calls[event.call_id]
    if call.playback_id is not None:
        yield StopPrompt(call.leg_id, call.playback_id)


DECIDE: dict[type[Any], Callable[[World, Any, datetime], Iterator[Event]]] = {}
EVOLVE: dict[type[Any], Callable[[World, Fact, Any], None]] = {
    RequestJoined: _joined,
    RequestNotGranted: _not_granted,
    ConfirmationStarted: _confirming,
}
REACT: dict[type[Any], Callable[[World, Any], Iterator[Effect]]] = {
    ConfirmationStarted: _confirm,
    RequestNotGranted: _interrupt,
}
