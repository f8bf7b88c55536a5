"""What people set up: agents, teams, lines and flows."""

from collections.abc import Sequence

from .agents import keep_hours
from .parts import Agent, Line, Periods, Refused, Step, World
from .questions import version_in_force
from .situations import Situation, meet


def time_passes(world: World) -> None:
    """Nothing but time."""


def configure_account(
    world: World, silent_at_most: int, failures_at_most: int, plan: str, enrolled: bool
) -> None:
    """R1: callbacks belong to the plan, and an owner opts in."""
    world.silent_at_most, world.failures_at_most = silent_at_most, failures_at_most
    world.locked = plan == "essentials" or not enrolled


def configure_agent(world: World, agent: Agent) -> None:
    world.agents[agent.name] = agent
    keep_hours(world, agent)


def configure_team(world: World, team: str, members: Sequence[str]) -> None:
    world.teams[team] = list(members)


def set_hours(world: World, name: str, hours: Periods | None, ahead: float) -> None:
    """R19: changed hours hold at once."""
    agent = world.agents[name]
    agent.hours, agent.ahead = hours, ahead
    keep_hours(world, agent)


def configure_line(world: World, line: Line) -> None:
    """R1: while callbacks are locked, their settings are."""
    before = world.lines.get(line.name)
    if world.locked and before is not None and before.settings != line.settings:
        meet(world, Situation.SETTINGS_LOCKED)
        raise Refused("callbacks-locked")
    world.lines[line.name] = line


def publish(world: World, flow: str, steps: Sequence[Step]) -> None:
    """ADR 0002: a new version, with queues of its own, if anything is new."""
    version = version_in_force(world, flow)
    if world.flows.get((flow, version)) != list(steps):
        world.flows[flow, version + 1] = list(steps)
