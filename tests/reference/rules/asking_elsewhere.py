"""Callbacks asked for without a call, by another program (R6, R9, R10, R13)."""

from .callers import is_full, one_to_join
from .moving import close, new_callback, no_way
from .parts import Call, Refused, World
from .questions import number_refused, version_in_force
from .routing import next_ring_step
from .situations import Situation, meet
from .walking import join


def ask_elsewhere(
    world: World, line: str, customer: str | None, number: str, country: str | None
) -> None:
    """As if asked for in a first message of the flow, by whom nobody hears."""
    flow = world.lines[line].flow
    version = version_in_force(world, flow)
    asking = Call("nobody's", line, customer, number, country, flow, version, state="audio")
    asking.step = world.flows[flow, version][0].name
    mode = world.lines[line].settings.mode
    refuse_what_cannot_be(world, asking, mode)
    if one_to_join(world, asking, mode) is not None:
        meet(world, Situation.JOINED_ELSEWHERE)
        return
    if is_full(world):
        raise Refused("too-many-callbacks")
    callback = new_callback(world, asking)
    del world.callbacks[callback.name]
    world.asked_elsewhere += 1
    callback.name, callback.calls = f"wish {world.asked_elsewhere}", []
    world.callbacks[callback.name] = callback
    meet(world, Situation.ASKED_ELSEWHERE)
    if mode == "manual":
        return
    callback.settled = True
    step = next_ring_step(world, callback, asking.step)
    if step is None:
        close(world, callback, f"failed {no_way(world, callback)}")
    else:
        join(world, callback, step, priority=callback.priority)


def refuse_what_cannot_be(world: World, asking: Call, mode: str) -> None:
    codes = ["callbacks-locked"] if world.locked else []
    codes += ["callbacks-off"] if mode == "off" else []
    codes += ["number-refused"] if number_refused(world, asking) else []
    if codes:
        meet(world, Situation.REFUSED_ELSEWHERE)
        raise Refused(*codes)
