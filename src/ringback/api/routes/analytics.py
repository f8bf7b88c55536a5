"""Figures of the past: of a whole period, by hour, day, hour of the week, line, team or agent."""

from datetime import datetime, timedelta
from typing import Annotated
from zoneinfo import ZoneInfo, available_timezones

from fastapi import APIRouter, Depends, Query
from pydantic import Field

from ringback.access.permissions import Permission
from ringback.api.dependencies import GivenServices, GivenSight
from ringback.api.errors import EdgeCode, EdgeRefused, refuses
from ringback.api.exact import Instant
from ringback.api.permitting import needs
from ringback.api.views import View
from ringback.core.ids import AgentId, LineId, TeamId
from ringback.core.refusals import Refusal, RefusalCode
from ringback.figures import (
    AgentFigures,
    CallbackFigures,
    CallFigures,
    Figures,
    FiguresWanted,
    GroupBy,
    Spread,
)
from ringback.records.tags import TAG_LOOKS

from .history_filters import hidden_line_ids

DAYS_MAX = 400
HOURS_MAX_DAYS = 31

_E = EdgeCode
router = APIRouter(prefix="/analytics", tags=["analytics"])


class WaitView(View):
    """How long people waited; None when nobody did."""

    median_seconds: float | None
    p90_seconds: float | None


class CallFiguresView(View):
    """What became of calls that began then."""

    inbound: int
    answered: int
    missed: int = Field(
        description="Nobody talked to the caller, who left neither a message nor a request."
    )
    voicemails: int
    callbacks_requested: int
    queued: int = Field(description="Inbound calls that stood in a queue.")
    abandoned: int = Field(description="Missed calls of callers who had stood in a queue.")
    requested_in_queue: int = Field(
        description="Callers in a queue who asked to be called back rather than wait or hang up."
    )
    in_time: int = Field(description="Answered within the wait that was named.")
    service_level: float | None = Field(description="Those in time, of those who queued.")
    outbound: int
    reached: int
    talked_seconds: float
    promised: int = Field(description="Answered callers who had been told an estimated wait (R45).")
    kept: int = Field(description="Those of them who waited no longer than they had heard first.")
    wait: WaitView = Field(description="Of live callers who were answered.")


class CallbackFiguresView(View):
    """What became of callbacks that were requested then."""

    requested: int
    open: int
    completed: int
    not_reached: int
    cancelled: int
    failed: int
    failed_by_reason: dict[str, int]
    promised: int
    kept: int
    wait: WaitView = Field(description="Of those that have ended (R42).")


class AgentFiguresView(View):
    """How agents spent their time, in whole hours; not by line, team or tag."""

    rung: int
    accepted: int
    declined: int
    rang_out: int
    ringing_seconds: float
    talking_seconds: float
    wrap_up_seconds: float
    free_seconds: float
    occupancy: float | None = Field(description="Share of time at work for somebody.")
    away_seconds: dict[str, float] = Field(
        description="In Do not disturb, by reason; the empty one is without a reason.",
        examples=[{"lunch": 2700.0, "": 120.0}],
    )


class FiguresView(View):
    """One row; `key` is an id, the beginning of an hour or day, or an hour of the week."""

    key: str | datetime | None
    name: str | None
    calls: CallFiguresView
    callbacks: CallbackFiguresView
    agents: AgentFiguresView


class AnalyticsView(View):
    since: datetime
    until: datetime
    by: GroupBy
    time_zone: str
    every_line: bool = Field(
        description="False for who sees some lines only (R36): agents' time is then not told."
    )
    rows: list[FiguresView]


def _time_zone(
    time_zone: Annotated[
        str, Query(max_length=60, description="Whose hours and days.", examples=["Europe/Paris"])
    ] = "UTC",
) -> ZoneInfo:
    if time_zone not in available_timezones():
        raise EdgeRefused(_E.UNKNOWN_TIME_ZONE, time_zone=time_zone)
    return ZoneInfo(time_zone)


@router.get(
    "",
    name="get_analytics",
    responses=refuses(
        _E.UNKNOWN_TIME_ZONE, _E.PERIOD_WRONG, RefusalCode.UNKNOWN_AGENT, RefusalCode.UNKNOWN_TEAM
    ),
)
@needs(Permission.ANALYTICS_SEE)
async def get_analytics(
    services: GivenServices,
    sight: GivenSight,
    since: Annotated[Instant, Query(examples=["2026-03-02T00:00:00Z"])],
    until: Annotated[Instant, Query(examples=["2026-03-09T00:00:00Z"])],
    time_zone: Annotated[ZoneInfo, Depends(_time_zone)],
    by: GroupBy = GroupBy.DAY,
    within_seconds: Annotated[
        int, Query(ge=0, le=3_600, description="An answer within this wait is in time.")
    ] = 20,
    line_id: Annotated[list[str] | None, Query(max_length=100)] = None,
    team_id: Annotated[
        str | None, Query(max_length=100, description="The team rung last; its members' time.")
    ] = None,
    agent_id: Annotated[
        str | None, Query(max_length=100, description="Who took it; this agent's time.")
    ] = None,
    seen_by: Annotated[
        str | None, Query(max_length=100, description="Only what this agent sees (R36).")
    ] = None,
) -> AnalyticsView:
    """Count ended calls, callbacks and agents' time, in groups."""
    days_max = HOURS_MAX_DAYS if by is GroupBy.HOUR else DAYS_MAX
    if not timedelta(0) < until - since <= timedelta(days=days_max):
        raise EdgeRefused(_E.PERIOD_WRONG, days_max=days_max)
    found = await services.archive.figures(
        FiguresWanted(
            since=since,
            until=until,
            by=by,
            time_zone=time_zone,
            within=timedelta(seconds=within_seconds),
            line_ids=None if line_id is None else tuple(map(LineId, line_id)),
            hidden_line_ids=hidden_line_ids(services, sight, seen_by),
            agent_id=None if agent_id is None else AgentId(agent_id),
            team_id=None if team_id is None else TeamId(team_id),
            at_work=_at_work(services, team_id, agent_id),
        )
    )
    names = _names(services, by)
    every_line = not sight.hidden
    rows = [_shown(each, names, whole=every_line) for each in found]
    return AnalyticsView(
        since=since,
        until=until,
        by=by,
        time_zone=str(time_zone),
        every_line=every_line,
        rows=rows,
    )


def _at_work(
    services: GivenServices, team_id: str | None, agent_id: str | None
) -> tuple[AgentId, ...] | None:
    """Name those whose time is counted: the agent's alone, else that of the team's members."""
    world = services.engine.world
    team = None if team_id is None else world.teams.get(TeamId(team_id))
    if team_id is not None and team is None:
        raise Refusal(RefusalCode.UNKNOWN_TEAM, team_id=team_id)
    if agent_id is not None and AgentId(agent_id) not in world.agents:
        raise Refusal(RefusalCode.UNKNOWN_AGENT, agent_id=agent_id)
    if agent_id is not None:
        return (AgentId(agent_id),)
    return None if team is None else team.members


def _names(services: GivenServices, by: GroupBy) -> dict[str, str]:
    world = services.engine.world
    match by:
        case GroupBy.LINE:
            return {line.id: line.name for line in world.lines.values()}
        case GroupBy.TEAM:
            return {team.id: team.name for team in world.teams.values()}
        case GroupBy.AGENT:
            return {agent.id: agent.profile.name for agent in world.agents.values()}
        case GroupBy.TAG:
            system = {tag.value: look.english for tag, look in TAG_LOOKS.items()}
            return system | {tag.id: tag.name for tag in world.tags.values()}
        case GroupBy.PERIOD | GroupBy.HOUR | GroupBy.DAY | GroupBy.WEEK_HOUR:
            return {}


def _shown(figures: Figures, names: dict[str, str], *, whole: bool) -> FiguresView:
    """Show figures; agents' time is of all lines together, so only for who sees them all."""
    key = figures.key
    return FiguresView(
        key=key,
        name=names.get(key) if isinstance(key, str) else None,
        calls=_calls(figures.calls),
        callbacks=_callbacks(figures.callbacks),
        agents=_agents(figures.agents if whole else AgentFigures()),
    )


def _calls(calls: CallFigures) -> CallFiguresView:
    return CallFiguresView(
        inbound=calls.inbound,
        answered=calls.answered,
        missed=calls.missed,
        voicemails=calls.voicemails,
        callbacks_requested=calls.callbacks_requested,
        queued=calls.queued,
        abandoned=calls.abandoned,
        requested_in_queue=calls.requested_in_queue,
        in_time=calls.in_time,
        service_level=calls.in_time / calls.queued if calls.queued else None,
        outbound=calls.outbound,
        reached=calls.reached,
        talked_seconds=calls.talked.total_seconds(),
        promised=calls.promised,
        kept=calls.kept,
        wait=_wait(calls.wait),
    )


def _callbacks(callbacks: CallbackFigures) -> CallbackFiguresView:
    return CallbackFiguresView(
        requested=callbacks.requested,
        open=callbacks.open,
        completed=callbacks.completed,
        not_reached=callbacks.not_reached,
        cancelled=callbacks.cancelled,
        failed=callbacks.failed,
        failed_by_reason=callbacks.failed_by_reason,
        promised=callbacks.promised,
        kept=callbacks.kept,
        wait=_wait(callbacks.wait),
    )


def _agents(agents: AgentFigures) -> AgentFiguresView:
    return AgentFiguresView(
        rung=agents.rung,
        accepted=agents.accepted,
        declined=agents.declined,
        rang_out=agents.rang_out,
        ringing_seconds=agents.ringing.total_seconds(),
        talking_seconds=agents.talking.total_seconds(),
        wrap_up_seconds=agents.wrap_up.total_seconds(),
        free_seconds=agents.free.total_seconds(),
        occupancy=agents.occupancy,
        away_seconds={
            reason: spent.total_seconds() for reason, spent in sorted(agents.away.items())
        },
    )


def _wait(spread: Spread) -> WaitView:
    median, p90 = (None if each is None else each.total_seconds() for each in spread)
    return WaitView(median_seconds=median, p90_seconds=p90)
