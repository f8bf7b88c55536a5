"""Supervisors move waiting callbacks: to the front, to another ring step, to one agent (R47)."""

from .moving import withdraw
from .parts import Agent, Callback, Place, Refused, World
from .questions import place_of, same_queue, standing, step_named, target_of
from .situations import Situation, meet
from .walking import join, next_key


def move_to_front(world: World, name: str) -> None:
    """ADR 0010: before everybody; the last one moved there is the first."""
    callback = waiting(world, name)
    meet(world, Situation.MOVED_TO_FRONT)
    place_of(callback).front, place_of(callback).key = True, -next_key(world)


def move_to_step(world: World, name: str, step: str) -> None:
    """R14: to the back of another ring step of its flow, a new stay."""
    callback = waiting(world, name)
    found = step_named(world, callback.flow, callback.version, step)
    if found.kind != "ring":
        raise Refused("unknown-step")
    there = Place(callback.flow, callback.version, step, callback.priority, 0, 0)
    refuse_in_vain(world, callback, there, target_of(world, found))
    meet(world, Situation.MOVED_TO_STEP)
    withdraw(world, callback)
    join(world, callback, found, priority=callback.priority)


def move_to_agent(world: World, name: str, agent: str) -> None:
    """The same step and place, but that agent alone is rung; ringing begins anew."""
    callback = waiting(world, name)
    was = place_of(callback)
    there = Place(was.flow, was.version, was.step, was.priority, was.key, world.now)
    there.front, there.agent = was.front, agent
    refuse_in_vain(world, callback, there, [world.agents[agent]])
    meet(world, Situation.MOVED_TO_AGENT)
    withdraw(world, callback)
    callback.place = there


def waiting(world: World, name: str) -> Callback:
    callback = world.callbacks[name]
    if callback.outcome is not None:
        raise Refused("callback-already-closed")
    if callback.state in ("pending", "suspended"):
        raise Refused("callback-not-queued")
    if callback.state != "queued":
        raise Refused("callback-already-accepted")
    return callback


def refuse_in_vain(world: World, callback: Callback, there: Place, target: list[Agent]) -> None:
    """Where it is already, or where nobody could be rung or waited for."""
    codes = []
    if same_queue(place_of(callback), there):
        codes.append("callback-already-there")
    able = [
        agent
        for agent in target
        if agent.name not in callback.declined
        and (standing(world, agent) != "absent" or callback.settings.respect_queuing_time)
    ]
    if not able:
        codes.append("nobody-to-ring")
    if codes:
        meet(world, Situation.MOVED_IN_VAIN)
        raise Refused(*codes)
