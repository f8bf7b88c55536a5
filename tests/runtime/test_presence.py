"""An agent is there while one of their pages is open."""

from ringback.core.events import AgentCameBack, AgentWentMissing
from ringback.core.ids import AgentId
from ringback.runtime.presence import Presence
from ringback.storage.memory import MemoryJournal

from .stage import LEA, TOM, on_stage


async def test_agent_is_missing_once_the_last_page_is_closed() -> None:
    """R19: a second page, or a reload, does not make an agent missing."""
    async with on_stage(MemoryJournal()) as stage:
        await stage.online(TOM, LEA)
        presence: Presence = stage.account.presence
        presence.page_opened(TOM)
        presence.page_opened(TOM)
        presence.page_closed(TOM)
        await stage.account.engine.settled()
        missing_too_early = stage.events(AgentWentMissing)

        presence.page_closed(TOM)
        await stage.account.engine.settled()
        presence.page_opened(TOM)
        await stage.account.engine.settled()

        assert missing_too_early == []
        assert stage.events(AgentWentMissing) == [AgentWentMissing(TOM)]
        assert stage.events(AgentCameBack) == [AgentCameBack(TOM)]


async def test_page_of_an_unknown_agent_changes_nothing() -> None:
    """A page may be opened for somebody who is not configured."""
    async with on_stage(MemoryJournal()) as stage:
        facts = len(stage.facts)

        stage.account.presence.page_opened(AgentId("nobody"))
        stage.account.presence.page_closed(AgentId("nobody"))
        await stage.account.engine.settled()

        assert len(stage.facts) == facts
