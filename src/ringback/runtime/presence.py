"""Tells the engine whether an agent's phone in the page is there."""

from collections import Counter
from collections.abc import Sequence

from ringback.core.events import AgentConfigured, Fact
from ringback.core.ids import AgentId
from ringback.core.inputs import AgentConnected, AgentConnectionLost
from ringback.core.settings import PhoneKind

from .loop import Engine


class Presence:
    """Counts the phones in pages of every agent; desk phones report for themselves.

    With simulated phones every open page is one. A real one is there once it has logged in.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._phones: Counter[AgentId] = Counter()
        engine.subscribe(self._follow)

    def phone_connected(self, agent_id: AgentId) -> None:
        self._phones[agent_id] += 1
        if self._phones[agent_id] == 1 and self._has_browser_phone(agent_id):
            self._engine.report(AgentConnected(agent_id), "phone")

    def phone_lost(self, agent_id: AgentId) -> None:
        assert self._phones[agent_id] > 0, "a phone is lost once"
        self._phones[agent_id] -= 1
        if self._phones[agent_id] == 0:
            del self._phones[agent_id]
            if self._has_browser_phone(agent_id):
                self._engine.report(AgentConnectionLost(agent_id), "phone")

    def _follow(self, facts: Sequence[Fact]) -> None:
        """Tell of every agent who is set up, or set up otherwise, whether the phone is there."""
        for fact in facts:
            if isinstance(fact.event, AgentConfigured):
                self._tell(fact.event.profile.id)

    def _tell(self, agent_id: AgentId) -> None:
        if self._has_browser_phone(agent_id):
            is_there = self._phones[agent_id] > 0
            report = AgentConnected(agent_id) if is_there else AgentConnectionLost(agent_id)
            self._engine.report(report, "phone")

    def _has_browser_phone(self, agent_id: AgentId) -> bool:
        agent = self._engine.world.agents.get(agent_id)
        return agent is not None and agent.profile.phone is PhoneKind.BROWSER
