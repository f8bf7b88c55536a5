"""What callers do, and the requests they make."""

from .introducing import talk
from .lending import give_places_back, lenders, stand_at
from .moving import close, end_call, new_callback, no_way, withdraw
from .parts import Call, Callback, Step, World
from .questions import (
    being_called,
    is_listed,
    number_refused,
    order,
    place_of,
    version_in_force,
)
from .routing import next_ring_step
from .situations import Situation, meet
from .telling import passes_a_message
from .walking import (
    GRACE_AFTER_AUDIO,
    asking_counts_until,
    choose,
    enter,
    join,
    play,
    prompt_over,
    walk,
)


def arrive(
    world: World, name: str, line: str, customer: str | None, number: str, country: str | None
) -> None:
    flow = world.lines[line].flow
    version = version_in_force(world, flow)
    call = Call(name, line, customer, number, country, flow, version, state="arriving")
    call.line_at_arrival, call.arrived_at = world.lines[line], world.now
    world.calls[name] = call
    recognise(world, call)
    walk(world, call, world.flows[flow, version][0].name)


def recognise(world: World, call: Call) -> None:
    """R39: a customer on the list who calls the same line, and the agent who tried last."""
    tried = [
        dial
        for dial in world.dials
        if (found := world.callbacks[dial.callback]).customer == call.customer is not None
        and found.line == call.line
        and found.outcome is not None
        and is_listed(found)
    ]
    if tried:
        meet(world, Situation.RECOGNISED)
        if call.line_at_arrival.settings.ring_who_tried:
            call.tried_by = tried[-1].agent
        world.recognised.append((call.name, tried[-1].callback, call.tried_by))


def press(world: World, name: str, digit: str) -> None:
    """R5, R17: a menu takes keys; elsewhere `*` is the only one that means something."""
    call = world.calls[name]
    if call.menu_begun and digit == "*" and said_just_before(world, call):
        meet(world, Situation.STAR_AFTER_A_MENU)
    if call.state == "menu":
        choose(world, call, digit)
    elif digit == "*":
        press_star(world, call)


def is_full(world: World) -> bool:
    """L4: too many callbacks are open for another one."""
    open_ones = [each for each in world.callbacks.values() if each.outcome is None]
    return len(open_ones) >= world.callbacks_max


def said_just_before(world: World, call: Call) -> bool:
    ended = call.audio_ended_at
    return ended is not None and world.now < ended + GRACE_AFTER_AUDIO


def press_star(world: World, call: Call) -> None:
    """R5, R6, R7, R9."""
    mode = "off" if world.locked else world.lines[call.line].settings.mode
    if world.locked and asking_counts(world, call):
        meet(world, Situation.STAR_WHILE_LOCKED)
    if mode == "off" and asking_counts(world, call):
        meet(world, Situation.STAR_WHERE_OFF)
    if mode == "off" or not asking_counts(world, call):
        return
    reason = number_refused(world, call)
    if reason:
        meet(world, Situation.CANNOT_CALL_BACK)
        call.cannot = reason
        hear_notice(world, call)
        return
    if is_full(world) and one_to_join(world, call, mode) is None:
        meet(world, Situation.TOO_MANY_OPEN)
        hear_notice(world, call)
        return
    call.cannot = None
    if call.state in ("ending", "redirecting"):
        meet(world, Situation.LATE_STAR)
        call.step = call.audio_step
    if mode == "manual":
        ask_by_hand(world, call)
    else:
        ask(world, call)
    withdraw(world, call)
    enter(world, call, "confirming", playing=True)
    give_places_back(world, call)
    call.place = None


def hear_notice(world: World, call: Call) -> None:
    call.hears_notice = True
    play(world, call)
    if call.state == "queued":
        passes_a_message(call)


def asking_counts(world: World, call: Call) -> bool:
    """R5: in an audio step or while waiting, and for 2 s after an audio step's message.

    R30: nobody who has been answered asks for anything.
    """
    if call.transferred_by is not None:
        meet(world, Situation.STAR_OF_AN_ANSWERED)
        return False
    if call.state in ("audio", "queued"):
        return True
    late = call.state in ("ending", "redirecting")
    return late and world.now < asking_counts_until(call)


def ask_by_hand(world: World, call: Call) -> None:
    """R10, R35: a manual request joins a pending one of the same number and line."""
    pending = pending_one(world, call)
    if pending is not None:
        meet(world, Situation.JOINED_BY_HAND)
        link(world, pending, call)
        return
    meet(world, Situation.ASKED_BY_HAND)
    new_callback(world, call)


def pending_one(world: World, call: Call) -> Callback | None:
    for callback in world.callbacks.values():
        same = (callback.customer, callback.line) == (call.customer, call.line)
        if same and callback.state == "pending" and not being_called(world, callback):
            return callback
    return None


def one_to_join(world: World, call: Call, mode: str) -> Callback | None:
    """R10: the earlier request that this one would join."""
    if mode == "manual":
        return pending_one(world, call)
    late = call.state in ("ending", "redirecting")
    asked_at = call.audio_step if late else call.step
    step = next_ring_step(world, call, asked_at)
    return None if step is None else waiting_there(world, call, step)


def ask(world: World, call: Call) -> None:
    """R10, R12, R13, R18: keep the place, join an earlier request, or walk on."""
    step = next_ring_step(world, call, call.step)
    earlier = None if step is None else waiting_there(world, call, step)
    callback = new_callback(world, call)
    if step is None:
        close(world, callback, f"failed {no_way(world, callback)}")
        return
    if earlier is not None:
        del world.callbacks[callback.name]
        if call.place is not None and order(call) < order(earlier):
            meet(world, Situation.JOINED_AND_WENT_AHEAD)
            stand_at(place_of(earlier), call.place)
        meet(world, Situation.JOINED)
        link(world, earlier, call)
        return
    join(world, callback, step, priority=callback.priority)
    if call.place is not None:
        meet(world, Situation.KEPT_THE_PLACE)
        stand_at(place_of(callback), call.place)
    else:
        meet(world, Situation.WALKED_ON)


def waiting_there(world: World, call: Call, step: Step) -> Callback | None:
    """The one whose place the call has (R37), or else the first request of them."""
    for other in [*lenders(world, call), *world.callbacks.values()]:
        if (
            other.state in ("queued", "suspended")
            and (other.customer, other.line) == (call.customer, call.line)
            and (other.flow, other.version) == (call.flow, call.version)
            and place_of(other).step == step.name
        ):
            return other
    return None


def link(world: World, callback: Callback, call: Call) -> None:
    """R10: linked, and settling anew from the end of this call (R7)."""
    callback.calls.append(call.name)
    callback.settled, callback.settles_at = False, None
    call.callback = callback.name


def prompt_ends(world: World, name: str, message: int) -> None:
    call = world.calls[name]
    if call.playing and call.messages == message:
        if call.announced_since is None:
            prompt_over(world, call)
        else:
            talk(world, call)


def voicemail_recorded(world: World, name: str) -> None:
    call = world.calls[name]
    if call.state == "recording":
        enter(world, call, "leaving", playing=False)


def caller_leg_ends(world: World, name: str) -> None:
    call = world.calls[name]
    if call.state != "ended":
        end_call(world, call)
