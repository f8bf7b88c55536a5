"""What people set up: agents, teams, lines and flows."""

from collections.abc import Sequence

from .parts import Agent, Line, Step, World
from .questions import version_in_force


def time_passes(world: World) -> None:
    """Nothing but time."""


def configure_account(world: World, silent_at_most: int) -> None:
    world.silent_at_most = silent_at_most


def configure_agent(world: World, agent: Agent) -> None:
    world.agents[agent.name] = agent


def configure_team(world: World, team: str, members: Sequence[str]) -> None:
    world.teams[team] = list(members)


def configure_line(world: World, line: Line) -> None:
    world.lines[line.name] = line


def publish(world: World, flow: str, steps: Sequence[Step]) -> None:
    """ADR 0002: a new version, with queues of its own, if anything is new."""
    version = version_in_force(world, flow)
    if world.flows.get((flow, version)) != list(steps):
        world.flows[flow, version + 1] = list(steps)
