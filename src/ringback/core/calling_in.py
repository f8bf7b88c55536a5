"""The customer calls in while their callback is pending: what becomes of the callback (R37)."""

from collections.abc import Iterator

from . import by_hand, callback, holding, lending
from .events import Event
from .outcomes import OutcomeReason, cancelled
from .settings import WhenCustomerCalls
from .states import Call, Callback, CallingCustomer, ConnectingAgent, Talking
from .world import World


def answered(world: World, call: Call) -> Iterator[Event]:
    """Cancel what the customer has no more need of: an agent has answered their own call."""
    for pending in world.callbacks_of(call.customer_id):
        yield from _supersede(pending, call)


def pending_again(world: World, pending: Callback) -> Iterator[Event]:
    """Let a callback that came back from an agent meet the calls its customer has made since."""
    yield from holding.hold_if_on_call(world, pending)
    yield from lending.lend(world, pending)
    for call in world.calls_of(pending.customer_id):
        if isinstance(call.state, Talking):
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
    if isinstance(pending.state, ConnectingAgent) and by_hand.is_by_hand(pending):
        yield from by_hand.abandon(pending, pending.state.offer.agent_id)
    yield from callback.close(pending, cancelled(OutcomeReason.SUPERSEDED), call.id)
