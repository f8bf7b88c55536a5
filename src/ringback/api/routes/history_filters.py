"""Which calls and callbacks: the filters that lists, exports and counts have in common."""

from typing import Annotated

from fastapi import Depends, Query

from ringback.api.dependencies import GivenServices, GivenSight
from ringback.api.exact import Instant
from ringback.core.assignment import hidden_lines
from ringback.core.events import RequestMode
from ringback.core.ids import AgentId, LineId, TeamId
from ringback.core.outcomes import OutcomeKind, OutcomeReason
from ringback.history import CallbackFilter, CallFilter, CallType
from ringback.records.calls import CallDirection

Number = Query(
    max_length=30,
    pattern=r"^\+?[0-9][0-9 ]*$",
    description="The customer's number: whole, with its plus sign, or a part of it.",
    examples=["+33199002112"],
)
Since = Query(description="At this instant or later.", examples=["2026-03-02T00:00:00Z"])
Until = Query(description="Before this instant.", examples=["2026-03-03T00:00:00Z"])
Cursor = Query(max_length=300, description="The `next_cursor` of the page before.")
SeenBy = Query(max_length=100, description="Only those this agent sees (R36).")


async def _call_filter(
    services: GivenServices,
    sight: GivenSight,
    since: Annotated[Instant | None, Since] = None,
    until: Annotated[Instant | None, Until] = None,
    line_id: Annotated[list[str] | None, Query(max_length=100)] = None,
    agent_id: Annotated[str | None, Query(max_length=100, description="Who talked.")] = None,
    team_id: Annotated[
        str | None, Query(max_length=100, description="The team rung for it last.")
    ] = None,
    direction: CallDirection | None = None,
    kind: Annotated[CallType | None, Query(alias="type", description="What became of it.")] = None,
    tag: Annotated[
        str | None, Query(max_length=100, description="A tag of the system or one of your own.")
    ] = None,
    outcome: Annotated[
        list[OutcomeKind] | None, Query(description="What became of its callback.")
    ] = None,
    reason: OutcomeReason | None = None,
    number: Annotated[str | None, Number] = None,
    seen_by: Annotated[str | None, SeenBy] = None,
) -> CallFilter:
    return CallFilter(
        began_from=since,
        began_before=until,
        line_ids=None if line_id is None else tuple(map(LineId, line_id)),
        hidden_line_ids=hidden_line_ids(services, sight, seen_by),
        agent_id=None if agent_id is None else AgentId(agent_id),
        team_id=None if team_id is None else TeamId(team_id),
        direction=direction,
        type=kind,
        tag=tag,
        outcomes=None if outcome is None else tuple(each.value for each in outcome),
        reason=None if reason is None else reason.value,
        number=number,
    )


async def _callback_filter(
    services: GivenServices,
    sight: GivenSight,
    since: Annotated[Instant | None, Since] = None,
    until: Annotated[Instant | None, Until] = None,
    line_id: Annotated[list[str] | None, Query(max_length=100)] = None,
    agent_id: Annotated[
        str | None, Query(max_length=100, description="Only those this agent sees (R36).")
    ] = None,
    mode: RequestMode | None = None,
    outcome: Annotated[list[OutcomeKind] | None, Query()] = None,
    reason: OutcomeReason | None = None,
    number: Annotated[str | None, Number] = None,
) -> CallbackFilter:
    return CallbackFilter(
        requested_from=since,
        requested_before=until,
        line_ids=None if line_id is None else tuple(map(LineId, line_id)),
        hidden_line_ids=hidden_line_ids(services, sight, agent_id),
        mode=None if mode is None else mode.value,
        outcomes=None if outcome is None else tuple(each.value for each in outcome),
        reason=None if reason is None else reason.value,
        number=number,
    )


def hidden_line_ids(
    services: GivenServices, sight: GivenSight, seen_by: str | None
) -> tuple[LineId, ...]:
    """Name the lines that are not seen: by who asks, nor by the agent whom they ask about."""
    of_agent = hidden_lines(services.engine.world, None if seen_by is None else AgentId(seen_by))
    return tuple(sorted(sight.hidden | of_agent))


GivenCallFilter = Annotated[CallFilter, Depends(_call_filter)]
GivenCallbackFilter = Annotated[CallbackFilter, Depends(_callback_filter)]
