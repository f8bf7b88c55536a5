"""Customers who are erased: nothing of theirs waits any more, and nobody calls them (R49).

Their number and name are none of the core's; the shell erases them in the same commit.
"""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from . import by_hand, callback
from .events import CustomerErased, ErasureCause, Event, Fact, FollowUpErased
from .ids import CustomerId
from .inputs import EraseCustomer, ForgetCustomers
from .outcomes import OutcomeReason, cancelled
from .refusals import Refusal, RefusalCode
from .world import World

# ---- decide ------------------------------------------------------------------------------


def decide_erase(world: World, request: EraseCustomer, at: datetime) -> Iterator[Event]:
    """R49: refused while the customer is dialled or on a call; erasing twice changes nothing."""
    customer_id = request.customer_id
    if world.on_a_call(customer_id):
        raise Refusal(RefusalCode.ERASURE_TOO_EARLY, customer_id=customer_id)
    for pending in world.callbacks_of(customer_id):
        yield from by_hand.stop(pending)
        yield from callback.close(pending, cancelled(OutcomeReason.ERASED))
    for listed in world.follow_ups_of(customer_id):
        yield from by_hand.stop(listed)
        yield FollowUpErased(listed.id)
    if customer_id not in world.erased:
        yield CustomerErased(customer_id, ErasureCause.ASKED)


def decide_forget(world: World, request: ForgetCustomers, at: datetime) -> Iterator[Event]:
    """Only those of whom nothing waits: the others may be called yet, and stay."""
    for customer_id in request.customer_ids:
        if is_idle(world, customer_id):
            yield CustomerErased(customer_id, ErasureCause.KEPT_LONG_ENOUGH)


def is_idle(world: World, customer_id: CustomerId) -> bool:
    """Tell whether a customer has no live call, no open callback and none to call by hand."""
    return not (
        world.on_a_call(customer_id)
        or world.callbacks_by_customer.get(customer_id)
        or world.follow_ups_by_customer.get(customer_id)
    )


# ---- evolve ------------------------------------------------------------------------------


def _erased(world: World, fact: Fact, event: CustomerErased) -> None:
    if event.cause is ErasureCause.ASKED:
        world.erased[event.customer_id] = None
    for agent in world.agents.values():
        if agent.completed is not None and agent.completed.customer_id == event.customer_id:
            agent.correctable = agent.completed = None


def _follow_up_erased(world: World, fact: Fact, event: FollowUpErased) -> None:
    world.drop_follow_up(world.follow_ups[event.callback_id])


DECIDE: dict[type[Any], Callable[[World, Any, datetime], Iterator[Event]]] = {
    EraseCustomer: decide_erase,
    ForgetCustomers: decide_forget,
}
EVOLVE: dict[type[Any], Callable[[World, Fact, Any], None]] = {
    CustomerErased: _erased,
    FollowUpErased: _follow_up_erased,
}
