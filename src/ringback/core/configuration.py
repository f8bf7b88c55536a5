"""The account's configuration: checks what people set, and keeps what is in force."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any

from .agent import keep_hours, known, withdraw_from
from .calendars import hours_problems
from .events import (
    AccountConfigured,
    AccountOpened,
    AgentCameBack,
    AgentConfigured,
    Event,
    Fact,
    LineConfigured,
    TeamConfigured,
)
from .inputs import (
    ConfigureAccount,
    ConfigureAgent,
    ConfigureLine,
    ConfigureTeam,
    OpenAccount,
)
from .library import refuse_unkept
from .refusals import Refusal, RefusalCode
from .settings import (
    AWAY_REASONS_MAX,
    BUSY_WAIT_MAX,
    BUSY_WAIT_MIN,
    CUSTOMER_RING_MAX,
    CUSTOMER_RING_MIN,
    FAILURES_IN_ROW_MAX,
    RETRIES_MAX,
    RING_OUTS_IN_ROW_MAX,
    SETTLING_MAX,
    WRAP_UP_MAX,
    PhoneKind,
)
from .states import Agent, agent_key, team_key
from .world import World

AGE_MIN, AGE_MAX = timedelta(minutes=1), timedelta(days=30)
LIMIT_MAX = 100_000


def decide_open(world: World, request: OpenAccount, at: datetime) -> Iterator[Event]:
    if world.account_id is not None:
        raise Refusal(RefusalCode.ACCOUNT_ALREADY_OPEN)
    yield AccountOpened(request.account_id, request.callbacks_max)


def decide_account(world: World, request: ConfigureAccount, at: datetime) -> Iterator[Event]:
    """Set what holds for the whole company, or refuse naming the value out of its bounds."""
    limit = request.settings.ring_outs_in_row_max
    _bounded("ring-outs-in-row-max", limit, 0, RING_OUTS_IN_ROW_MAX)
    limit = request.settings.failures_in_row_max
    _bounded("failures-in-row-max", limit, 0, FAILURES_IN_ROW_MAX)
    _bounded("away-reasons", len(request.settings.away_reasons), 0, AWAY_REASONS_MAX)
    if request.settings != world.settings:
        yield AccountConfigured(request.settings)


def decide_line(world: World, request: ConfigureLine, at: datetime) -> Iterator[Event]:
    """Set a line whole, or refuse naming the first value out of its bounds (R2)."""
    line = request.line
    callbacks, dialling = line.callbacks, line.dialling
    _bounded("retries", callbacks.retries, 0, RETRIES_MAX)
    _bounded("busy-wait", callbacks.busy_wait, BUSY_WAIT_MIN, BUSY_WAIT_MAX)
    _bounded("settling", callbacks.settling, timedelta(0), SETTLING_MAX)
    _bounded("customer-ring", callbacks.customer_ring, CUSTOMER_RING_MIN, CUSTOMER_RING_MAX)
    _bounded("age-max", callbacks.age_max, AGE_MIN, AGE_MAX)
    _bounded("customer-day-max", dialling.customer_day_max, 0, LIMIT_MAX)
    _bounded("line-hour-max", dialling.line_hour_max, 0, LIMIT_MAX)
    for agent_id in line.assigned_agents:
        known(world, agent_id)
    for team_id in line.assigned_teams:
        if team_id not in world.teams:
            raise Refusal(RefusalCode.UNKNOWN_TEAM, team_id=team_id)
    if line.flow_id not in world.flows:
        raise Refusal(RefusalCode.UNKNOWN_FLOW, flow_id=line.flow_id)
    refuse_unkept(world, line)
    before = world.lines.get(line.id)
    lock = world.settings.callbacks_lock
    if lock is not None and before is not None and before.callbacks != callbacks:
        raise Refusal(RefusalCode.CALLBACKS_LOCKED, line_id=line.id, reason=lock.value)
    if before != line:
        yield LineConfigured(line, is_new=before is None)


def decide_team(world: World, request: ConfigureTeam, at: datetime) -> Iterator[Event]:
    for agent_id in request.team.members:
        if agent_id not in world.agents:
            raise Refusal(RefusalCode.UNKNOWN_AGENT, agent_id=agent_id)
    before = world.teams.get(request.team.id)
    if before != request.team:
        yield TeamConfigured(request.team, is_new=before is None)


def decide_agent(world: World, request: ConfigureAgent, at: datetime) -> Iterator[Event]:
    """Set a profile; what rings on a phone that is exchanged for another kind is taken back.

    A desk phone that takes the place of a lost page counts as there until it is known to be gone
    (R19): a phone registered long ago tells nothing of itself.
    """
    _bounded("wrap-up", request.profile.wrap_up, timedelta(0), WRAP_UP_MAX)
    if request.profile.hours is not None:
        for problem, about in hours_problems(request.profile.hours):
            raise Refusal(RefusalCode.INVALID_HOURS, problem=problem, about=about)
    agent = world.agents.get(request.profile.id)
    if agent is not None and agent.profile == request.profile:
        return
    if agent is None or agent.profile.phone is request.profile.phone:
        yield AgentConfigured(request.profile, is_new=agent is None)
    else:
        yield from withdraw_from(agent)
        yield AgentConfigured(request.profile)
        if request.profile.phone is PhoneKind.DESK and agent.missing_since is not None:
            yield AgentCameBack(agent.id)
    yield from keep_hours(world.agents[request.profile.id], at)


def _bounded(field: str, value: Any, minimum: Any, maximum: Any) -> None:
    if not minimum <= value <= maximum:
        raise Refusal(
            RefusalCode.VALUE_OUT_OF_RANGE,
            field=field,
            value=value,
            minimum=minimum,
            maximum=maximum,
        )


# ---- evolve ------------------------------------------------------------------------------


def _opened(world: World, fact: Fact, event: AccountOpened) -> None:
    world.account_id = event.account_id
    world.callbacks_max = event.callbacks_max


def _account(world: World, fact: Fact, event: AccountConfigured) -> None:
    world.settings = event.settings


def _line(world: World, fact: Fact, event: LineConfigured) -> None:
    world.lines[event.line.id] = event.line


def _team(world: World, fact: Fact, event: TeamConfigured) -> None:
    key = team_key(event.team.id)
    before = world.teams.get(event.team.id)
    former = dict.fromkeys(before.members) if before is not None else {}
    members = dict.fromkeys(event.team.members)
    for agent_id in former:
        if agent_id not in members:
            world.discharge(world.agents[agent_id], key)
    for agent_id in members:
        if agent_id not in former:
            world.enlist(world.agents[agent_id], key)
    world.teams[event.team.id] = event.team


def _agent(world: World, fact: Fact, event: AgentConfigured) -> None:
    agent = world.agents.get(event.profile.id)
    if agent is not None:
        agent.profile = event.profile
        world.restand(agent)
        return
    agent = Agent(event.profile, since=fact.at)
    world.agents[agent.id] = agent
    world.enlist(agent, agent_key(agent.id))


EVOLVE: dict[type[Any], Callable[[World, Fact, Any], None]] = {
    AccountOpened: _opened,
    AccountConfigured: _account,
    LineConfigured: _line,
    TeamConfigured: _team,
    AgentConfigured: _agent,
}
DECIDE: dict[type[Any], Callable[[World, Any, datetime], Iterator[Event]]] = {
    OpenAccount: decide_open,
    ConfigureAccount: decide_account,
    ConfigureLine: decide_line,
    ConfigureTeam: decide_team,
    ConfigureAgent: decide_agent,
}
