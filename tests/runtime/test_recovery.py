"""A start brings everything back: the world, the records, the callers on the line."""

from ringback.core.events import (
    AgentWentMissing,
    CallbackClosed,
    CallbackSettled,
    CallBegan,
    CallConnected,
    NoticeStarted,
    OffersMade,
    PhoneSystemCameBack,
    PhoneSystemWentAway,
)
from ringback.core.inputs import AcceptOffer, HangUpAgent
from ringback.core.outcomes import COMPLETED
from ringback.storage.memory import MemoryJournal
from ringback.telephony.simulated.manners import Answers
from ringback.telephony.simulated.phones import PhoneState

from .stage import MARIE, TOM, Stage, on_stage


async def asked_while_tom_talks(stage: Stage) -> None:
    """Let Marie ask for a callback while the only agent is in a call."""
    await stage.online(TOM)
    stage.calls_in("+442079460101", "Alex Reed")
    offer = (await stage.until_event(OffersMade)).offers[0]
    await stage.account.engine.request(AcceptOffer(offer.offer_id, TOM), f"agent:{TOM}")
    await stage.until_event(CallConnected)
    marie = stage.phones.network.new_customer(MARIE, Answers())
    stage.phones.network.call_in(marie, "+442079460000", "Marie Dupont")
    await stage.until(lambda: len(stage.events(NoticeStarted)) > 1)
    marie.press("*")
    await stage.until_event(CallbackSettled)


async def test_request_outlives_a_restart_and_is_called_back() -> None:
    """Worked example 8: after the restart the callback has the same place, and goes on."""
    journal = MemoryJournal()
    async with on_stage(journal) as before:
        await asked_while_tom_talks(before)
        [callback] = before.account.engine.world.callbacks.values()
        assert callback.stay is not None
        place = callback.stay.place

    async with on_stage(journal, after=before) as stage:
        [kept] = stage.account.engine.world.callbacks.values()
        assert kept.stay is not None
        assert kept.stay.place == place
        stage.account.presence.phone_connected(TOM)
        await stage.account.engine.request(HangUpAgent(TOM), "agent:tom")
        offer = (await stage.until_event(OffersMade)).offers[0]
        await stage.account.engine.request(AcceptOffer(offer.offer_id, TOM), "agent:tom")

        closed = await stage.until_event(CallbackClosed)

        assert closed.outcome == COMPLETED
        record = stage.account.records.callback(kept.id)
        assert record is not None
        assert record.outcome == COMPLETED


async def test_start_begins_without_phone_system_and_without_pages() -> None:
    """Until the phone system has listed what it has, nothing is offered; pages are closed (R19)."""
    journal = MemoryJournal()
    async with on_stage(journal) as before:
        await before.online(TOM)

    async with on_stage(journal, after=before) as stage:
        await stage.until(lambda: stage.events(PhoneSystemCameBack))

        kinds = [type(fact.event) for fact in stage.facts]
        assert kinds[0] is PhoneSystemWentAway
        assert kinds.index(AgentWentMissing) < kinds.index(PhoneSystemCameBack)
        assert stage.facts[0].at == before.facts[-1].at


async def test_caller_stays_on_the_line_through_a_restart() -> None:
    """Live callers keep line and place; a call that came meanwhile is taken in."""
    journal = MemoryJournal()
    async with on_stage(journal) as before:
        await before.online(TOM)
        alex = before.calls_in("+442079460101", "Alex Reed")
        await before.until_event(OffersMade)
    late = before.calls_in()

    async with on_stage(journal, after=before) as stage:
        await stage.until(lambda: stage.events(CallBegan))
        await stage.until(lambda: late.state is PhoneState.IN_CALL)

        assert alex.state is PhoneState.IN_CALL
        [first, second] = stage.account.engine.world.calls.values()
        assert first.customer_id != second.customer_id
        assert second.customer_id is not None
        assert stage.account.number_book.customer(second.customer_id).number == MARIE
