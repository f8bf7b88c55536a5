"""A customer whom we were to call calls in: what becomes of the callback (R37, R39)."""

from collections.abc import Callable, Iterator
from typing import Any

from . import by_hand, callback, holding, lending
from .events import CustomerRecognised, Event, Fact, FollowUpAnswered
from .outcomes import OutcomeReason, cancelled
from .settings import WhenCustomerCalls
from .states import Call, Callback, CallingCustomer, Talking
from .world import World


def recognise(world: World, call: Call) -> Iterator[Event]:
    """Tell that the caller is listed to be called, and who tried last to reach them (R39)."""
    listed = [one for one in world.follow_ups_of(call.customer_id) if one.line_id == call.line.id]
    if listed:
        latest = max(reversed(listed), key=lambda one: one.tried_as)
        first = latest.tried_by if call.settings.ring_who_tried else None
        yield CustomerRecognised(call.id, latest.id, first)


def answered(world: World, call: Call) -> Iterator[Event]:
    """End what the customer has no more need of: somebody has answered their own call.

    A call that we placed and that was handed on (R30) is not the customer's own: nothing ends.
    """
    if not call.is_inbound:
        return
    for pending in world.callbacks_of(call.customer_id):
        yield from _supersede(pending, call)
    for listed in world.follow_ups_of(call.customer_id):
        yield from _take_off(listed, call)


def pending_again(world: World, pending: Callback) -> Iterator[Event]:
    """Let a callback that came back from an agent meet the calls its customer has made since."""
    yield from holding.hold_if_on_call(world, pending)
    yield from lending.lend(world, pending)
    for call in world.calls_of(pending.customer_id):
        if not (call.is_inbound and isinstance(call.state, Talking)):
            continue
        if pending.id in world.follow_ups:
            yield from _take_off(pending, call)
        else:
            yield from _supersede(pending, call)


def _supersede(pending: Callback, call: Call) -> Iterator[Event]:
    """Cancel a callback of the call's line, if its settings say so and nobody is dialled."""
    if (
        pending.outcome is not None
        or pending.settings.when_customer_calls is WhenCustomerCalls.KEEP
        or pending.line_id != call.line.id
        or isinstance(pending.state, CallingCustomer)
    ):
        return
    yield from by_hand.stop(pending)
    yield from callback.close(pending, cancelled(OutcomeReason.SUPERSEDED), call.id)


def _take_off(listed: Callback, call: Call) -> Iterator[Event]:
    """Take a listed callback of the call's line off the list, unless it is being dialled."""
    agent_id = call.state.agent_id if isinstance(call.state, Talking) else None
    if listed.line_id == call.line.id and not isinstance(listed.state, CallingCustomer):
        yield from by_hand.stop(listed)
        yield FollowUpAnswered(listed.id, call.id, agent_id)


# ---- evolve ------------------------------------------------------------------------------


def _recognised(world: World, fact: Fact, event: CustomerRecognised) -> None:
    world.calls[event.call_id].first_to_ring = event.agent_id


def _answered(world: World, fact: Fact, event: FollowUpAnswered) -> None:
    world.drop_follow_up(world.follow_ups[event.callback_id])


EVOLVE: dict[type[Any], Callable[[World, Fact, Any], None]] = {
    CustomerRecognised: _recognised,
    FollowUpAnswered: _answered,
}
