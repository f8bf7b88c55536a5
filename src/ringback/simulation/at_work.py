"""Agents come, take breaks and go, never in the middle of a call."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from ringback.core.ids import AgentId
from ringback.core.inputs import SetAgentStatus
from ringback.core.settings import AgentStatus

from .call_list import DAY_SECONDS
from .company import team_of
from .roster import Break, Roster, days_of
from .virtual_world import VirtualWorld


@dataclass(frozen=True, slots=True)
class Leave:
    """How an agent is to leave: for a break of some length, or for good."""

    agent_id: AgentId
    lasts: timedelta | None


class AtWork:
    """Who is online, on a break or gone, as the roster has it."""

    def __init__(self, virtual: VirtualWorld) -> None:
        self._virtual = virtual
        self._pending: dict[AgentId, Leave] = {}
        self._away_until: dict[AgentId, datetime] = {}

    def schedule_all(self, roster: Roster, call_types: Sequence[str]) -> None:
        """Schedule each day's teams, each shift and each break."""
        virtual = self._virtual
        for day, at_work in sorted(days_of(roster).items()):
            instant = max(virtual.at(day * DAY_SECONDS), virtual.now)
            virtual.schedule(instant, self._form_teams, (call_types, at_work))
        for shift in roster.shifts:
            agent_id = AgentId(shift.agent)
            virtual.schedule(virtual.at(shift.begins), self._come, agent_id)
            virtual.schedule(virtual.at(shift.ends), self._leave, Leave(agent_id, None))
        for pause in roster.breaks:
            virtual.schedule(virtual.at(pause.begins), self._leave, _leave_for(pause))

    def leave_after_call(self, agent_id: AgentId) -> bool:
        """Let an agent whose call is about to end leave, if it is time; tell whether."""
        leave = self._pending.pop(agent_id, None)
        if leave is not None:
            self._go(leave)
        return leave is not None

    def leave_when_freed(self, agent_id: AgentId) -> None:
        """Let an agent leave whom something else than the end of a conversation freed."""
        leave = self._pending.pop(agent_id, None)
        if leave is not None:
            self._virtual.schedule(self._virtual.now, self._leave, leave)

    def _form_teams(self, day: tuple[Sequence[str], dict[str, frozenset[str]]]) -> None:
        call_types, at_work = day
        for call_type in call_types:
            members = sorted(agent for agent, lines in at_work.items() if call_type in lines)
            self._virtual.give(team_of(call_type, members), "operator")

    def _come(self, agent_id: AgentId) -> None:
        self._pending.pop(agent_id, None)
        self._away_until.pop(agent_id, None)
        self._set(agent_id, AgentStatus.ONLINE)

    def _leave(self, leave: Leave) -> None:
        agent = self._virtual.world.agents[leave.agent_id]
        offer = agent.offer
        if agent.call_id is None and (offer is None or offer.accepted_at is None):
            self._go(leave)
            return
        pending = self._pending.get(leave.agent_id)
        if pending is None or pending.lasts is not None:
            self._pending[leave.agent_id] = leave

    def _go(self, leave: Leave) -> None:
        agent = self._virtual.world.agents[leave.agent_id]
        if leave.lasts is None:
            self._set(agent.id, AgentStatus.OFFLINE)
        elif agent.status is not AgentStatus.OFFLINE:
            back = self._virtual.now + leave.lasts
            self._away_until[agent.id] = max(back, self._away_until.get(agent.id, back))
            self._set(agent.id, AgentStatus.DO_NOT_DISTURB)
            self._virtual.schedule(back, self._return, agent.id)

    def _return(self, agent_id: AgentId) -> None:
        agent = self._virtual.world.agents[agent_id]
        away_until = self._away_until.get(agent_id, self._virtual.now)
        if agent.status is AgentStatus.DO_NOT_DISTURB and self._virtual.now >= away_until:
            del self._away_until[agent_id]
            self._set(agent_id, AgentStatus.ONLINE)

    def _set(self, agent_id: AgentId, status: AgentStatus) -> None:
        self._virtual.give(SetAgentStatus(agent_id, status), f"agent:{agent_id}")


def _leave_for(pause: Break) -> Leave:
    return Leave(AgentId(pause.agent), timedelta(seconds=pause.lasts))
