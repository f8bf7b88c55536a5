"""What happens to the customers who are called back, and to those who are not any more."""

from .alerting import count
from .introducing import announce_to_customer, announcement_over
from .moving import abandon, close, end_talk, not_reached, not_reached_by_hand, suffer_fault
from .parting import free
from .parts import Callback, HandCall, Refused, World
from .questions import being_called
from .records import called_back, follow_up
from .situations import Situation, meet

HELD_AFTER_TRUNK_FAULT = 30.0


def latest_dial(world: World, name: str) -> Callback | HandCall:
    """The latest call of a callback's customer, by hand or not."""
    hand_call = [dial.hand_call for dial in world.dials if dial.callback == name][-1]
    return world.callbacks[name] if hand_call is None else world.hand_calls[hand_call]


def customer_rings(world: World, name: str) -> None:
    latest_dial(world, name).customer_rang = True


def customer_answers(world: World, name: str) -> None:
    """R31: completed, while the conversation goes on."""
    dialled = latest_dial(world, name)
    if dialled.state != "dialling":
        return
    dialled.state = "talking"
    called_back(world, name)
    announce_to_customer(world, dialled)
    if isinstance(dialled, HandCall):
        reached_by_hand(world, dialled)
    else:
        dialled.outcome, dialled.place, dialled.completes = "completed", None, name
        count(world, dialled.line, name, "completed")


def reached_by_hand(world: World, hand: HandCall) -> None:
    """R38, R39: it leaves the list; an outcome it had already is not rewritten."""
    callback = world.callbacks[hand.callback]
    callback.off_the_list = True
    if callback.outcome is None:
        meet(world, Situation.REACHED_PENDING)
        callback.outcome, callback.state = "completed", "closed"
        count(world, callback.line, callback.name, "completed")
        hand.completes = callback.name
    else:
        meet(world, Situation.REACHED_LISTED)


def customer_fails(world: World, name: str, cause: str) -> None:
    """R32, R34, ADR 0006."""
    dialled = latest_dial(world, name)
    if dialled.state != "dialling":
        return
    fault = cause in ("trunk", "never-sent")
    if fault and dialled.customer_rang:
        meet(world, Situation.TRUNK_FAULT_AFTER_RINGING)
        cause, fault = "no-answer", False
    if isinstance(dialled, HandCall):
        fails_by_hand(world, dialled, cause)
    elif fault:
        held_for = HELD_AFTER_TRUNK_FAULT if cause == "trunk" else 0
        suffer_fault(world, dialled, held_for=held_for)
    elif cause == "invalid-number":
        follow_up(world, name, dialled.agent)
        free(world, dialled)
        close(world, dialled, "failed invalid_number")
    else:
        not_reached(world, dialled, reason_of(cause))


def fails_by_hand(world: World, hand: HandCall, cause: str) -> None:
    """R34: an agent started it, so an agent starts it again after a fault of ours."""
    callback = world.callbacks[hand.callback]
    if cause in ("trunk", "never-sent"):
        abandon(world, hand)
    elif cause == "invalid-number" and callback.outcome is None:
        follow_up(world, callback.name, hand.agent)
        free(world, hand)
        hand.state = "over"
        close(world, callback, "failed invalid_number")
    else:
        not_reached_by_hand(world, hand, reason_of(cause))


def reason_of(cause: str) -> str:
    return {"no-answer": "customer_no_answer"}.get(cause, f"customer_{cause}")


def customer_heard(world: World, name: str) -> None:
    """The announcement is over (R29)."""
    announcement_over(world, latest_dial(world, name))


def customer_leg_ends(world: World, name: str) -> None:
    dialled = latest_dial(world, name)
    if dialled.state == "talking":
        end_talk(world, dialled)


def cancel(world: World, name: str, reason: str) -> None:
    """R49: at any moment before the customer is dialled."""
    callback = world.callbacks[name]
    if callback.outcome is not None:
        raise Refused("callback-already-closed")
    hand = being_called(world, callback)
    if "dialling" in (callback.state, hand.state if hand else None):
        raise Refused("callback-already-dialled")
    if hand is not None:
        meet(world, Situation.CANCELLED_CONNECTING)
        abandon(world, hand)
    free(world, callback)
    close(world, callback, f"cancelled {reason}")
