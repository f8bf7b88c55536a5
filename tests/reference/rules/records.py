"""What the records of calls say afterwards: missed reasons and tags (R8, R31, R32, R44)."""

from .parts import Call, World
from .situations import Situation, meet

SHORT = 10.0


def missed_reason(world: World, call: Call) -> str:
    """R44: the first that holds; time is counted from arrival to the end of the inbound leg."""
    short = world.now - call.arrived_at <= SHORT
    if call.callback is not None:
        reason = "callback_requested"
    elif call.met_ring_step and not call.rang_somebody:
        reason = "no_available_agent"
    elif call.met_ring_step:
        reason = "short_abandoned" if short else "agents_did_not_answer"
    elif call.in_closed_hours:
        reason = "out_of_opening_hours"
    elif short:
        reason = "short_abandoned"
    elif call.in_menu:
        reason = "abandoned_in_ivr"
    else:
        reason = "abandoned_in_classic"
    meet(world, Situation[f"MISSED_{reason.upper()}"])
    return reason


def called_back(world: World, name: str) -> None:
    """R31, R38, R10: all inbound calls of the callback are tagged Called Back."""
    world.callbacks[name].called_back = True


def follow_up(world: World, name: str, agent: str | None) -> None:
    """R32: the outbound call is tagged Follow Up and assigned to who called."""
    dial = [dial for dial in world.dials if dial.callback == name][-1]
    dial.follow_up = agent


def tags(world: World, call: Call) -> list[str]:
    """R8, R9: a request, granted or not where nobody answered, and whether it was called back."""
    found = []
    callback = world.callbacks.get(call.callback or "")
    if callback is not None or (call.cannot and call.missed):
        found.append("queue_callback")
    if callback is not None and callback.called_back:
        found.append("queue_called_back")
    return found
