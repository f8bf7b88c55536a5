"""A callback lends its place to its customer's new call, and has it back afterwards (R37)."""

from collections.abc import Callable, Iterator
from typing import Any

from . import holding
from .events import Event, Fact, PlaceGivenBack, PlaceLent
from .settings import WhenCustomerCalls
from .states import Call, Callback, Queued, Suspended, Waiting
from .world import World

# ---- decide ------------------------------------------------------------------------------


def borrow(world: World, call: Call) -> Iterator[Event]:
    """Let a call that has just come to a queue stand where its customer's callback stood."""
    ahead = [one for one in world.callbacks_of(call.customer_id) if _may_lend(one, call)]
    if ahead:
        yield PlaceLent(min(ahead, key=_place).id, call.id)


def lend(world: World, callback: Callback) -> Iterator[Event]:
    """Let a callback that is back in its queue lend its place to a call that waits behind it."""
    for call in world.calls_of(callback.customer_id):
        if _may_lend(callback, call):
            yield PlaceLent(callback.id, call.id)
            return


def give_back(world: World, call: Call) -> Iterator[Event]:
    """Give every borrowed place back; the call has left the queue, and nobody answered it."""
    for callback in lenders(world, call):
        yield PlaceGivenBack(callback.id, call.id)
        yield from holding.hold_if_on_call(world, callback)
        yield from lend(world, callback)


def lenders(world: World, call: Call) -> list[Callback]:
    """List whose places a call has borrowed, the earliest place, in which it stands, first."""
    found = [
        callback
        for callback in world.callbacks_of(call.customer_id)
        if isinstance(callback.state, Suspended) and callback.state.call_id == call.id
    ]
    return sorted(found, key=_place)


def _may_lend(callback: Callback, call: Call) -> bool:
    """Tell whether both wait in one queue, for one line, and the callback is ahead."""
    return (
        callback.settings.when_customer_calls is WhenCustomerCalls.GIVE_PLACE
        and callback.line_id == call.line.id
        and isinstance(callback.state, Queued)
        and isinstance(call.state, Waiting)
        and callback.stay is not None
        and call.stay is not None
        and callback.stay.queue_id == call.stay.queue_id
        and callback.stay.place < call.stay.place
    )


def _place(callback: Callback) -> tuple[int, int]:
    assert callback.stay is not None
    return callback.stay.place


# ---- evolve ------------------------------------------------------------------------------


def _lent(world: World, fact: Fact, event: PlaceLent) -> None:
    callback, call = world.callbacks[event.callback_id], world.calls[event.call_id]
    assert callback.stay is not None
    assert call.stay is not None
    world.unplace(callback)
    callback.state = Suspended(call.id)
    world.unplace(call)
    call.stay.priority_class, call.stay.key = callback.stay.place
    world.place(call, call.stay)


def _given_back(world: World, fact: Fact, event: PlaceGivenBack) -> None:
    callback = world.callbacks[event.callback_id]
    assert callback.stay is not None
    callback.state = Queued()
    world.place(callback, callback.stay)


EVOLVE: dict[type[Any], Callable[[World, Fact, Any], None]] = {
    PlaceLent: _lent,
    PlaceGivenBack: _given_back,
}
