"""What happens to the customers who are called back, and to those who are not any more."""

from .moving import close, end_talk, free, not_reached, suffer_fault
from .parts import Refused, World
from .situations import Situation, meet

HELD_AFTER_TRUNK_FAULT = 30.0


def customer_rings(world: World, name: str) -> None:
    world.callbacks[name].customer_rang = True


def customer_answers(world: World, name: str) -> None:
    """R31: completed, while the conversation goes on."""
    callback = world.callbacks[name]
    if callback.state == "dialling":
        callback.outcome, callback.state, callback.place = "completed", "talking", None


def customer_fails(world: World, name: str, cause: str) -> None:
    """R32, R34, ADR 0006."""
    callback = world.callbacks[name]
    if callback.state != "dialling":
        return
    if cause in ("trunk", "never-sent") and callback.customer_rang:
        meet(world, Situation.TRUNK_FAULT_AFTER_RINGING)
        not_reached(world, callback, "customer_no_answer")
    elif cause in ("trunk", "never-sent"):
        held_for = HELD_AFTER_TRUNK_FAULT if cause == "trunk" else 0
        suffer_fault(world, callback, held_for=held_for)
    elif cause == "invalid-number":
        free(world, callback)
        close(world, callback, "failed invalid_number")
    else:
        reason = {"no-answer": "customer_no_answer"}.get(cause, f"customer_{cause}")
        not_reached(world, callback, reason)


def customer_leg_ends(world: World, name: str) -> None:
    callback = world.callbacks[name]
    if callback.state == "talking":
        end_talk(world, callback)


def cancel(world: World, name: str, reason: str) -> None:
    """R49: at any moment before the customer is dialled; what has ended may be forgotten."""
    callback = world.callbacks[name]
    if callback.outcome is not None:
        raise Refused("callback-already-closed", "unknown-callback")
    if callback.state == "dialling":
        raise Refused("callback-already-dialled")
    free(world, callback)
    close(world, callback, f"cancelled {reason}")
