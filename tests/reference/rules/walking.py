"""How a caller goes through a flow, and what they hear on the way (R5, R17)."""

from .lending import borrow
from .parts import Call, Item, Place, Step, TypedDial, World
from .questions import (
    allows,
    step_for,
    version_in_force,
)
from .routing import branch_of, judged
from .situations import Situation, meet
from .telling import FIRST_MESSAGE_AFTER, begin_waiting, message_heard

GRACE_AFTER_AUDIO = 2.0


def join(world: World, item: Item, step: Step, *, priority: bool) -> None:
    """R11, R14: stand at the back of a step's queue, with a new key and a new stay."""
    key = next_key(world)
    item.place = Place(item.flow, item.version, step.name, priority, key, world.now)
    item.state = "queued"


def next_key(world: World) -> int:
    world.keys += 1
    return world.keys


def walk(world: World, call: Call, name: str) -> None:
    """Let a caller go into a step."""
    step = step_for(world, call, name)
    call.step, call.silent_until, call.hears_notice = step.name, None, False
    call.in_menu = step.kind == "menu"
    if step.kind == "ring":
        call.met_ring_step = True
        call.playing = False
        answered = call.transferred_by is not None
        join(world, call, step, priority=call.line_at_arrival.priority or answered)
        if answered:
            comes_back(world, call)
        borrow(world, call)
        begin_waiting(world, call, FIRST_MESSAGE_AFTER)
    elif step.kind in ("hours", "dates"):
        towards = branch_of(world, step)
        call.in_closed_hours |= step.kind == "hours" and not judged(step, world.now)
        walk(world, call, towards)
    elif step.kind == "redirect-to-line" and step.line not in (call.line, *call.former_lines):
        hand_over(world, call, step.line)
    elif step.kind == "redirect-to-number":
        dial_outside(world, call, step)
    elif step.kind == "menu":
        call.menu_begun, call.asked_times = True, 0
        ask_for_a_key(world, call)
    elif step.has_prompt:
        enter(world, call, "audio" if step.kind == "audio" else "ending", playing=True)
    elif asking_counts_until(call) > world.now:
        enter(world, call, "ending", playing=False)
        call.silent_until = asking_counts_until(call)
    else:
        enter(world, call, "leaving", playing=False)


def comes_back(world: World, call: Call) -> None:
    """R30: who transferred is rung again, out of the wrap-up if need be."""
    agent = world.agents[call.transferred_by or ""]
    if call.step == call.answered_at:
        meet(world, Situation.WAITS_WHERE_ANSWERED)
    if call.step != f"transfer:{agent.name}":
        return
    meet(world, Situation.CAME_BACK)
    if agent.wrap_up_until is not None:
        meet(world, Situation.CAME_BACK_IN_WRAP_UP)
        agent.wrap_up_until = agent.correctable = None
        agent.idle_since = world.now


def hand_over(world: World, call: Call, line: str) -> None:
    """R17: the other line's flow takes over, and a message of the first one is forgotten."""
    meet(world, Situation.HANDED_OVER)
    call.former_lines.append(call.line)
    call.line, call.line_at_arrival = line, world.lines[line]
    call.flow = world.lines[line].flow
    call.version = version_in_force(world, call.flow)
    call.audio_step, call.audio_ended_at, call.menu_begun = "", None, False
    call.own_steps, call.answered_at = [], None
    walk(world, call, world.flows[call.flow, call.version][0].name)


def dial_outside(world: World, call: Call, step: Step) -> None:
    """R17: under the dialling policy of the moment."""
    if allows(world.lines[call.line], step.country):
        call.dials_outside += 1
        if step.customer is not None:
            world.typed_dials.append(TypedDial(step.customer, call.line, world.now))
        enter(world, call, "redirecting", playing=False)
    else:
        meet(world, Situation.OUTSIDE_REFUSED)
        walk(world, call, step.next)


def enter(world: World, call: Call, state: str, *, playing: bool) -> None:
    call.state, call.since = state, world.now
    if playing:
        play(world, call)
    else:
        call.playing = False


def play(world: World, call: Call) -> None:
    """Begin a message; it silences the one before."""
    call.playing, call.playing_since = True, world.now
    call.messages += 1


def asking_counts_until(call: Call) -> float:
    """R5: `*` still counts for 2 s after an audio step's message, so a silent end waits."""
    if call.audio_ended_at is None or call.menu_begun:
        return -1
    return call.audio_ended_at + GRACE_AFTER_AUDIO


def prompt_over(world: World, call: Call) -> None:
    """What follows when a message has been heard, or would never end."""
    call.playing = False
    if call.state == "audio":
        call.audio_step, call.audio_ended_at, call.menu_begun = call.step, world.now, False
        go_on(world, call)
    elif call.state == "menu":
        call.answer_until = world.now + step_of(world, call).answer_within
    elif call.state == "queued":
        message_heard(world, call)
    elif call.state == "confirming":
        enter(world, call, "leaving", playing=False)
    elif call.state == "ending" and call.hears_notice:
        walk(world, call, call.step)
    elif call.state == "ending":
        records = step_of(world, call).kind == "voicemail" and call.inbound
        if step_of(world, call).kind == "voicemail" and not call.inbound:
            meet(world, Situation.NO_VOICEMAIL)
        enter(world, call, "recording" if records else "leaving", playing=False)


def step_of(world: World, call: Call) -> Step:
    return step_for(world, call, call.step)


def go_on(world: World, call: Call) -> None:
    call.place = None
    walk(world, call, step_of(world, call).next)


def ask_for_a_key(world: World, call: Call) -> None:
    """R17: a menu asks so many times; then it is no choice, and without that branch the end."""
    step = step_of(world, call)
    call.asked_times, call.answer_until = call.asked_times + 1, None
    if 1 < call.asked_times <= step.times:
        meet(world, Situation.MENU_ASKED_AGAIN)
    if call.asked_times <= step.times:
        enter(world, call, "menu", playing=True)
    elif step.no_choice is not None:
        meet(world, Situation.MENU_NO_CHOICE)
        walk(world, call, step.no_choice)
    else:
        meet(world, Situation.MENU_DEAD_END)
        enter(world, call, "leaving", playing=False)


def choose(world: World, call: Call, digit: str) -> None:
    """R5: in a menu `*` is an unknown key like any other; the menu asks again."""
    step = step_of(world, call)
    if digit == "*":
        meet(world, Situation.STAR_IN_A_MENU)
    if digit in step.choices:
        meet(world, Situation.MENU_CHOSEN)
        walk(world, call, step.choices[digit])
    else:
        ask_for_a_key(world, call)
