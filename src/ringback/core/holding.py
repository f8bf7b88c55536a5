"""Holding a callback while it may not be offered: its clocks stand still (R28b, R32)."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from .events import (
    CallbackHeld,
    CallbackReleased,
    Event,
    Fact,
    HoldCause,
    OffersWithdrawn,
    WithdrawalCause,
)
from .ids import CustomerId
from .states import Callback, Queued
from .world import World


def hold_waiting(world: World, customer_id: CustomerId | None) -> Iterator[Event]:
    """Hold what waits for a customer who is on a call with us."""
    for callback in world.callbacks_of(customer_id):
        yield from hold_if_on_call(world, callback)


def hold_if_on_call(world: World, callback: Callback) -> Iterator[Event]:
    """Withdraw the cards and hold a waiting callback while its customer is on a call."""
    if (
        not isinstance(callback.state, Queued)
        or HoldCause.CUSTOMER_ON_CALL in callback.holds
        or not world.on_a_call(callback.customer_id)
    ):
        return
    yield CallbackHeld(callback.id, HoldCause.CUSTOMER_ON_CALL, None)
    assert callback.stay is not None
    if callback.stay.offers:
        yield OffersWithdrawn(callback.id, tuple(callback.stay.offers), WithdrawalCause.HELD)


def release_waiting(world: World, customer_id: CustomerId | None) -> Iterator[Event]:
    """Release what was held for a customer whose last call has ended."""
    if world.on_a_call(customer_id):
        return
    for callback in world.callbacks_of(customer_id):
        if HoldCause.CUSTOMER_ON_CALL in callback.holds:
            yield CallbackReleased(callback.id, HoldCause.CUSTOMER_ON_CALL)


def fire(callback: Callback, at: datetime) -> Iterator[Event]:
    """Release what was held until this instant."""
    for cause, until in tuple(callback.holds.items()):
        if until is not None and at >= until:
            yield CallbackReleased(callback.id, cause)


def _held(world: World, fact: Fact, event: CallbackHeld) -> None:
    callback = world.callbacks[event.callback_id]
    callback.holds[event.cause] = event.until
    if isinstance(callback.state, Queued):
        world.refresh_item(callback)
    world.touch(callback)


def _released(world: World, fact: Fact, event: CallbackReleased) -> None:
    callback = world.callbacks[event.callback_id]
    del callback.holds[event.cause]
    if isinstance(callback.state, Queued):
        world.refresh_item(callback)
    world.touch(callback)


def next_deadline(callback: Callback) -> datetime | None:
    """Name the instant at which the first hold ends by itself."""
    return min((until for until in callback.holds.values() if until is not None), default=None)


EVOLVE: dict[type[Any], Callable[[World, Fact, Any], None]] = {
    CallbackHeld: _held,
    CallbackReleased: _released,
}
