"""What somebody sees and whom they may act for: their own lines and agents alone (R36)."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Any

from ringback.access.permissions import Permission
from ringback.access.principal import Principal
from ringback.access.refusals import AccessCode, AccessRefused
from ringback.core.assignment import hidden_lines
from ringback.core.events import Fact
from ringback.core.ids import AgentId, CallbackId, CallId, LineId, TeamId
from ringback.core.refusals import Refusal, RefusalCode
from ringback.core.world import World
from ringback.people import Role, Scope
from ringback.records.book import RecordBook

from .views import (
    AgentView,
    AlertView,
    CallbackView,
    CallView,
    LineReference,
    QueueItemView,
    QueueView,
)

ITEM_FIELDS = ("item_id", "callback_id", "call_id", "inbound_call_id", "outbound_call_id")


@dataclass(frozen=True, slots=True)
class Sight:
    """The lines that somebody does not see, and the agent who they are."""

    hidden: frozenset[LineId]
    agent_id: AgentId | None
    alerts: bool

    def sees(self, line: LineReference | None) -> bool:
        return line is None or LineId(line.id) not in self.hidden

    # ---- leaving out what is not theirs to see -----------------------------------------

    def callbacks(self, shown: Sequence[CallbackView]) -> list[CallbackView]:
        return [each for each in shown if self.sees(each.line)]

    def calls(self, shown: Sequence[CallView]) -> list[CallView]:
        return [each for each in shown if self.sees(each.line) or self.is_own(each.agent_id)]

    def items(self, shown: Sequence[QueueItemView]) -> list[QueueItemView]:
        return [each for each in shown if self.sees(each.line)]

    def queues(self, shown: Sequence[QueueView]) -> list[QueueView]:
        """Show queues with what is theirs in them; positions are the true ones."""
        if not self.hidden:
            return list(shown)
        return [each.model_copy(update={"items": self.items(each.items)}) for each in shown]

    def agents(self, shown: Sequence[AgentView]) -> list[AgentView]:
        return list(map(self.agent, shown))

    def agent(self, shown: AgentView) -> AgentView:
        """Show a colleague; whom they talk to on another line is left out."""
        if not self.hidden or self.is_own(shown.id):
            return shown
        left: dict[str, Any] = {}
        if shown.offer is not None and not self.sees(shown.offer.line):
            left["offer"] = None
        if shown.conversation is not None and not self.sees(shown.conversation.line):
            left["conversation"] = None
        return shown.model_copy(update=left) if left else shown

    def alerts_of(self, shown: Sequence[AlertView]) -> list[AlertView]:
        return [each for each in shown if self.sees(each.line)] if self.alerts else []

    def sees_fact(self, fact: Fact, records: RecordBook) -> bool:
        """Tell whether a fact is about nothing of another line, or about themselves."""
        if not self.hidden:
            return True
        event = fact.event
        if self.is_own(getattr(event, "agent_id", None)):
            return True
        named = {field.name: getattr(event, field.name) for field in fields(event)}
        line_id = getattr(named.get("line"), "id", None) or named.get("line_id")
        if line_id is not None and line_id in self.hidden:
            return False
        references = [named[name] for name in ITEM_FIELDS if named.get(name) is not None]
        lines = [_line_of(records, reference) for reference in references]
        return not any(line is None or line in self.hidden for line in lines)

    def is_own(self, agent_id: str | None) -> bool:
        return self.agent_id is not None and agent_id == self.agent_id

    # ---- refusing what is not theirs ---------------------------------------------------

    def require_line(self, line_id: str) -> None:
        """Raise `Refusal` as if there were no such line."""
        if line_id in self.hidden:
            raise Refusal(RefusalCode.UNKNOWN_LINE, line_id=line_id)

    def require_callback(self, callback_id: str, line_id: LineId | None) -> None:
        """Raise `Refusal` as if there were no such callback."""
        if line_id is not None and line_id in self.hidden:
            raise Refusal(RefusalCode.UNKNOWN_CALLBACK, callback_id=callback_id)


def sight_of(who: Principal, world: World) -> Sight:
    return Sight(
        hidden=_hidden(who, world),
        agent_id=who.rights.agent_id,
        alerts=Permission.ALERTS_SEE in who.permissions,
    )


def refuse_to_act_for(who: Principal, agent_id: str, world: World) -> None:
    """Raise `AccessRefused` unless somebody is an agent, or may direct them."""
    if agent_id == who.rights.agent_id or agent_id in _directed(who, world):
        return
    if Permission.AGENTS_DIRECT in who.permissions and who.rights.supervises is None:
        return
    raise AccessRefused(AccessCode.NOT_PERMITTED, agent_id=agent_id)


def _hidden(who: Principal, world: World) -> frozenset[LineId]:
    scope, agent_id = who.rights.supervises, who.rights.agent_id
    if who.rights.role is Role.SUPERVISOR and scope is not None:
        return frozenset(world.lines) - _supervised(scope, world)
    if who.rights.role is not Role.AGENT:
        return frozenset()
    if agent_id not in world.agents:
        return frozenset(world.lines)
    return hidden_lines(world, agent_id)


def _supervised(scope: Scope, world: World) -> frozenset[LineId]:
    of_teams = (
        line.id
        for line in world.lines.values()
        if any(team_id in scope.teams for team_id in line.assigned_teams)
    )
    return frozenset((*scope.lines, *of_teams))


def _directed(who: Principal, world: World) -> frozenset[AgentId]:
    """Name the agents of the teams in a supervisor's scope, and of its lines."""
    scope = who.rights.supervises
    if scope is None or Permission.AGENTS_DIRECT not in who.permissions:
        return frozenset()
    lines = [line for line in world.lines.values() if line.id in _supervised(scope, world)]
    teams: set[TeamId] = {*scope.teams, *(each for line in lines for each in line.assigned_teams)}
    members = (world.teams[team_id].members for team_id in teams if team_id in world.teams)
    return frozenset(
        (
            *(agent for agents in members for agent in agents),
            *(agent for line in lines for agent in line.assigned_agents),
        )
    )


def _line_of(records: RecordBook, reference: str) -> LineId | None:
    record = records.callback(CallbackId(reference)) or records.call(CallId(reference))
    return None if record is None else record.line_id
