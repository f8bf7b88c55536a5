"""An agent is there while one of their pages is open."""

from ringback.core.events import AgentCameBack, AgentWentMissing
from ringback.core.ids import AgentId
from ringback.core.inputs import ConfigureAgent, SetAgentStatus
from ringback.core.settings import AgentProfile, AgentStatus
from ringback.core.states import Standing
from ringback.runtime.presence import Presence
from ringback.storage.memory import MemoryJournal

from .stage import LEA, TOM, on_stage


async def test_agent_is_missing_once_the_last_page_is_closed() -> None:
    """R19: a second page, or a reload, does not make an agent missing."""
    async with on_stage(MemoryJournal()) as stage:
        await stage.online(TOM, LEA)
        presence: Presence = stage.account.presence
        began = len(stage.facts)
        presence.phone_connected(TOM)
        presence.phone_lost(TOM)
        await stage.account.engine.settled()
        facts_too_early = stage.facts[began:]

        presence.phone_lost(TOM)
        await stage.account.engine.settled()
        presence.phone_connected(TOM)
        await stage.account.engine.settled()

        assert facts_too_early == []
        assert [fact.event for fact in stage.facts[began:]] == [
            AgentWentMissing(TOM),
            AgentCameBack(TOM),
        ]


async def test_new_agent_whose_page_is_not_open_gets_no_calls() -> None:
    """R19: whoever has just been set up counts once their page has been opened."""
    new = AgentId("nina")
    async with on_stage(MemoryJournal()) as stage:
        engine = stage.account.engine
        await engine.request(ConfigureAgent(AgentProfile(new, "Nina")), "test")
        await engine.request(SetAgentStatus(new, AgentStatus.ONLINE), "agent:nina")
        await engine.settled()
        without_a_page = engine.world.agents[new].standing

        stage.account.presence.phone_connected(new)
        await engine.settled()

        assert without_a_page is not Standing.AVAILABLE
        assert engine.world.agents[new].standing is Standing.AVAILABLE


async def test_page_of_an_unknown_agent_changes_nothing() -> None:
    """A page may be opened for somebody who is not configured."""
    async with on_stage(MemoryJournal()) as stage:
        facts = len(stage.facts)

        stage.account.presence.phone_connected(AgentId("nobody"))
        stage.account.presence.phone_lost(AgentId("nobody"))
        await stage.account.engine.settled()

        assert len(stage.facts) == facts
