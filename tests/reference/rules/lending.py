"""A callback lends its place to its customer's own call, and has it back afterwards (R37)."""

from .parts import Call, Callback, Place, World
from .questions import order, place_of, queued, same_queue
from .situations import Situation, meet


def stand_at(place: Place, other: Place) -> None:
    """Stand where another stands."""
    place.key, place.priority, place.front = other.key, other.priority, other.front


def borrow(world: World, call: Call) -> None:
    """Coming to the very queue, the call stands where the foremost of its callbacks stood."""
    ahead = [each for each in queued(world) if isinstance(each, Callback) and lends(each, call)]
    if ahead:
        suspend(world, ahead[0], call)


def lends(callback: Callback, call: Call) -> bool:
    """Whether both wait in one queue, for one line, and the callback is ahead."""
    return (
        callback.settings.when_customer_calls == "give-place"
        and call.customer is not None
        and (callback.customer, callback.line) == (call.customer, call.line)
        and (callback.state, call.state) == ("queued", "queued")
        and same_queue(place_of(callback), place_of(call))
        and order(callback) < order(call)
    )


def suspend(world: World, callback: Callback, call: Call) -> None:
    meet(world, Situation.PLACE_LENT)
    for offer in world.offers:
        if (offer.item, offer.fate) == (callback.name, "ringing"):
            offer.fate = "withdrawn"
    callback.state, callback.lent_to = "suspended", call.name
    stand_at(place_of(call), place_of(callback))


def give_places_back(world: World, call: Call) -> None:
    """The call has left the step, or has ended unanswered: each stands at its old place again."""
    for callback in lenders(world, call):
        meet(world, Situation.PLACE_GIVEN_BACK)
        callback.state, callback.lent_to = "queued", None
        waits_again(world, callback)


def lenders(world: World, call: Call) -> list[Callback]:
    """Whose places a call has, the foremost first."""
    found = [
        each
        for each in world.callbacks.values()
        if each.state == "suspended" and each.lent_to == call.name
    ]
    return sorted(found, key=order)


def waits_again(world: World, callback: Callback) -> None:
    """A callback that is back at its place lends it to a call that waits behind it."""
    for call in world.calls.values():
        if lends(callback, call):
            suspend(world, callback, call)
            return
