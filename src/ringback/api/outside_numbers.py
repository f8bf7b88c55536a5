"""Reads the numbers outside that people type, by the numbers of the company."""

from collections.abc import Collection

from ringback.core.ids import AgentId, CallId, LineId
from ringback.core.settings import Line
from ringback.core.world import World
from ringback.runtime.outside_numbers import (
    OutsideNumberRefused,
    callable_countries,
    read_outside_number,
)

from .errors import EdgeCode, EdgeRefused
from .services import Services

NUMBER_REFUSALS = (
    EdgeCode.OUTSIDE_NUMBER_INVALID,
    EdgeCode.OUTSIDE_NUMBER_PREMIUM,
    EdgeCode.OUTSIDE_NUMBER_SHORT,
    EdgeCode.OUTSIDE_NUMBER_EMERGENCY,
    EdgeCode.OUTSIDE_NUMBER_COUNTRY,
    EdgeCode.OUTSIDE_NUMBER_OWN_LINE,
)


def number_outside(services: Services, raw: str, *, called_from: Collection[Line]) -> str:
    """Give a number in E.164 that one of these lines may call; or refuse, saying why not."""
    lines = services.engine.world.lines.values()
    numbers = [services.number_book.line(line.id).number or "" for line in lines]
    try:
        countries = callable_countries(called_from)
        return read_outside_number(raw, countries=countries, line_numbers=numbers)
    except OutsideNumberRefused as refused:
        raise EdgeRefused(EdgeCode(f"outside-number-{refused.problem}")) from refused


def lines_of(world: World, agent_id: AgentId) -> Collection[Line]:
    """Give the line of the call an agent is in; all lines where there is none."""
    agent = world.agents.get(agent_id)
    line_id = None if agent is None or agent.call_id is None else _line_of(world, agent.call_id)
    return world.lines.values() if line_id is None else [world.lines[line_id]]


def _line_of(world: World, call_id: CallId) -> LineId | None:
    outbound, call = world.outbound_calls.get(call_id), world.calls.get(call_id)
    if outbound is not None and outbound.asked is not None:
        return outbound.asked.line_id
    return None if call is None else call.line.id
