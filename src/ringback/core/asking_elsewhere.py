"""Asking for a callback without a call: over the API, from a form or another program."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from . import holding, policy
from .asking import has_callbacks, joinable_of, place_request
from .events import CallbackRequested, CallbackSettled, Event, RequestJoined, RequestMode
from .ids import CallbackId
from .inputs import RequestCallback
from .outcomes import OutcomeReason
from .refusals import Refusal, RefusalCode
from .settings import CallbackMode, Line
from .states import Closed
from .world import World


def decide_request(world: World, request: RequestCallback, at: datetime) -> Iterator[Event]:
    """The callback goes its way from the flow's beginning, as asked for in a first message (R13).

    A second request of the same customer joins the one that waits (R10).
    """
    line = _line_that_calls_back(world, request)
    flow = world.flows[line.flow_id]
    first = flow.versions[flow.current].first
    joinable = joinable_of(
        world.callbacks_of(request.customer_id),
        line,
        flow=(line.flow_id, flow.current),
        ring_step_from=(flow.versions[flow.current], first),
        at=at,
    )
    if joinable is not None:
        yield RequestJoined(joinable.id, None, takes_place_of_call=False)
        return
    if len(world.callbacks) >= world.callbacks_max:
        raise Refusal(RefusalCode.TOO_MANY_CALLBACKS, at_most=world.callbacks_max)
    automated = line.callbacks.mode is CallbackMode.AUTOMATED
    callback_id = CallbackId(f"cb{world.next_sequence()}")
    yield CallbackRequested(
        callback_id=callback_id,
        call_id=None,
        line_id=line.id,
        customer_id=request.customer_id,
        destination=request.destination,
        mode=RequestMode.AUTOMATED if automated else RequestMode.MANUAL,
        settings=line.callbacks,
        priority=line.priority,
        flow_id=line.flow_id,
        flow_version=flow.current,
        step_id=first,
        keeps_place=False,
    )
    callback = world.callbacks[callback_id]
    yield from place_request(world, callback, first, at)
    if not isinstance(callback.state, Closed):
        yield CallbackSettled(callback_id)
        yield from holding.hold_if_on_call(world, callback)


def _line_that_calls_back(world: World, request: RequestCallback) -> Line:
    """Raises `Refusal` where nobody could be promised a call (R1, R6, R9)."""
    line = world.lines.get(request.line_id)
    if line is None:
        raise Refusal(RefusalCode.UNKNOWN_LINE, line_id=request.line_id)
    if world.settings.callbacks_lock is not None:
        raise Refusal(RefusalCode.CALLBACKS_LOCKED, reason=world.settings.callbacks_lock.value)
    if not has_callbacks(world, line):
        raise Refusal(RefusalCode.CALLBACKS_OFF, line_id=line.id)
    reason = policy.why_not_callable(line, request.destination)
    if reason is None and request.customer_id is None:
        reason = OutcomeReason.WITHHELD_NUMBER
    if reason is not None:
        raise Refusal(RefusalCode.NUMBER_REFUSED, line_id=line.id, reason=reason)
    return line


DECIDE: dict[type[Any], Callable[[World, Any, datetime], Iterator[Event]]] = {
    RequestCallback: decide_request,
}
