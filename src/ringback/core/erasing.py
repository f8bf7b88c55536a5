"""Customers who are erased: nothing of theirs waits any more, and nobody calls them (R49).

Their number and name are none of the core's; the shell erases them in the same commit.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import datetime
from typing import Any

from . import by_hand, callback
from .events import CustomerErased, ErasureCause, Event, Fact, FollowUpErased
from .ids import CustomerId
from .inputs import EraseCustomer, ForgetCustomers
from .outcomes import OutcomeReason, cancelled
from .refusals import Refusal, RefusalCode
from .states import Redirecting, TalkingOutside
from .world import World

# ---- decide ------------------------------------------------------------------------------


def decide_erase(world: World, request: EraseCustomer, at: datetime) -> Iterator[Event]:
    """R49: refused while the customer is dialled or on a call, also as the one whom an agent has
    transferred a caller to; erasing twice changes nothing.
    """
    customer_id = request.customer_id
    if customer_id in _with_us(world, [customer_id]):
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
    for customer_id in idle_among(world, request.customer_ids):
        yield CustomerErased(customer_id, ErasureCause.KEPT_LONG_ENOUGH)


def idle_among(world: World, customer_ids: Sequence[CustomerId]) -> Sequence[CustomerId]:
    """Name those who have no live call, no open callback and none to call by hand."""
    busy = _with_us(world, customer_ids)
    return [
        customer_id
        for customer_id in customer_ids
        if customer_id not in busy
        and not world.callbacks_by_customer.get(customer_id)
        and not world.follow_ups_by_customer.get(customer_id)
    ]


def _with_us(world: World, customer_ids: Sequence[CustomerId]) -> Collection[CustomerId]:
    """Name those who are on a call, or whom a caller is connected with outside (R30)."""
    found = dict.fromkeys(each for each in customer_ids if world.on_a_call(each))
    for call in world.calls.values():
        match call.state:
            case Redirecting(customer_id=str(outside)) | TalkingOutside(customer_id=str(outside)):
                found[outside] = None
            case _:
                pass
    return found


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
