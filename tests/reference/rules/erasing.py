"""Customers who wish that nothing is kept of them (R49)."""

from .moving import abandon, close
from .parting import free
from .parts import Callback, Refused, World
from .questions import being_called, is_listed, ringing_for
from .situations import Situation, meet


def erase(world: World, customer: str) -> None:
    """All that waits of theirs ends; refused while they are on a call, or being called."""
    if is_with_us(world, customer):
        meet(world, Situation.ERASURE_TOO_EARLY)
        raise Refused("erasure-too-early")
    world.erased.append(customer.partition("-")[0])
    for callback in world.callbacks.values():
        if callback.customer == customer and callback.outcome is None:
            meet(world, situation_of(world, callback))
            stop(world, callback)
            free(world, callback)
            close(world, callback, "cancelled erased")
    for callback in world.callbacks.values():
        if callback.customer == customer and is_listed(callback):
            meet(world, Situation.ERASED_OFF_THE_LIST)
            stop(world, callback)
            callback.off_the_list, callback.claimed_by = True, None
    for agent in world.agents.values():
        correctable = world.callbacks.get(agent.correctable or "")
        if correctable is not None and correctable.customer == customer:
            meet(world, Situation.ERASED_IN_WRAP_UP)
            agent.correctable = None


def is_with_us(world: World, customer: str) -> bool:
    calls = any(
        call.customer == customer and call.state != "ended" for call in world.calls.values()
    )
    called = any(
        each.customer == customer and each.state in ("dialling", "talking")
        for each in [*world.callbacks.values(), *world.hand_calls.values()]
    )
    return calls or called


def situation_of(world: World, callback: Callback) -> Situation:
    if being_called(world, callback) is not None:
        return Situation.ERASED_CONNECTING
    if ringing_for(world, callback):
        return Situation.ERASED_RINGING
    return Situation.ERASED_ACCEPTED if callback.state == "accepted" else Situation.ERASED_WAITING


def stop(world: World, callback: Callback) -> None:
    """R17: an agent whose phone is being connected for it is let go."""
    hand = being_called(world, callback)
    if hand is not None:
        abandon(world, hand)
