"""A commit that does not come: nobody waits for ever, nothing is promised, and nothing is lost."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import apsw
import pytest
from tests.storage.disks import Fault, Operation, default_disk

from ringback.core.events import CallbackRequested, ConfirmationStarted, NoticeStarted
from ringback.core.inputs import SetAgentStatus
from ringback.core.settings import AgentStatus
from ringback.ports import JournalAway
from ringback.runtime.patience import PATIENCE
from ringback.storage.sqlite import SqliteJournal
from ringback.telephony.simulated.phones import Phone, PhoneState
from ringback.telephony.simulated.sounds import BusyTone, Message, Music

from .stage import LEA, TOM, Stage, WatchedJournal, on_stage

APOLOGY = Message("en/apology_not_stored")
CONFIRMATION = Message("en/confirmation")
ONLINE = AgentStatus.ONLINE


@contextmanager
def held_up(journal: WatchedJournal) -> Iterator[None]:
    """Let no commit come, until the end."""
    journal.hold_up()
    try:
        yield
    finally:
        journal.may_commit.set()


async def wait_in_vain(stage: Stage, journal: WatchedJournal) -> None:
    """Let time pass until a commit has begun that does not come, and patience is lost."""
    while not journal.appending.is_set():
        assert stage.time.run_next()
        await asyncio.sleep(0)
    stage.time.advance(PATIENCE)
    await asyncio.sleep(0)


async def change_something(stage: Stage) -> None:
    """Ask for what a fact comes of."""
    engine = stage.account.engine
    status = engine.world.agents[TOM].status
    other = AgentStatus.DO_NOT_DISTURB if status is ONLINE else ONLINE
    await engine.request(SetAgentStatus(TOM, other), "operator")


async def waiting_caller(stage: Stage) -> Phone:
    await stage.online(TOM)
    await stage.online(LEA)
    caller = stage.calls_in()
    await stage.until(lambda: len(stage.events(NoticeStarted)) > 0)
    await stage.until(lambda: isinstance(caller.hearing, Music))
    return caller


@pytest.mark.parametrize("who_is_in_hand", ["the request", "somebody else's"])
async def test_caller_whose_request_is_not_stored_in_time_hears_an_apology(
    who_is_in_hand: str,
) -> None:
    """R7, S1: no confirmation; the caller keeps the music and the place."""
    journal = WatchedJournal()
    async with on_stage(journal) as stage:
        caller = await waiting_caller(stage)
        with held_up(journal):
            if who_is_in_hand == "somebody else's":
                changing = asyncio.create_task(change_something(stage))
                await journal.appending.wait()
            caller.press("*")

            await wait_in_vain(stage, journal)
            heard = [caller.hearing]
            while isinstance(caller.hearing, Message):
                assert stage.time.run_next()
            heard.append(caller.hearing)
            if who_is_in_hand == "somebody else's":
                with pytest.raises(JournalAway):
                    await changing

            assert heard[0] == APOLOGY
            assert isinstance(heard[1], Music)
            assert caller.state is PhoneState.IN_CALL
            assert stage.events(CallbackRequested) == []

        await stage.until_event(ConfirmationStarted)

        heard.append(caller.hearing)
        assert heard[2] == CONFIRMATION
        assert len(stage.events(CallbackRequested)) == 1


async def test_caller_whose_request_finds_the_disk_full_hears_an_apology(tmp_path: Path) -> None:
    """R7, S1: the file's disk may be full for a while; the request is confirmed once it is kept."""
    with default_disk() as disk:
        journal = SqliteJournal.open(tmp_path / "journal.db")
        async with on_stage(journal) as stage:
            caller = await waiting_caller(stage)
            disk.fault = Fault(Operation.WRITE, "-wal", apsw.SQLITE_FULL)
            caller.press("*")
            while caller.hearing != APOLOGY:
                assert stage.time.run_next()
                await asyncio.sleep(0)
            while caller.hearing == APOLOGY:
                assert stage.time.run_next()
            assert isinstance(caller.hearing, Music)
            assert stage.events(CallbackRequested) == []

            disk.fault = None
            await stage.until_event(ConfirmationStarted)

            assert caller.hearing == CONFIRMATION
            assert len(stage.events(CallbackRequested)) == 1
        await journal.close()


async def test_caller_is_told_once_however_often_the_key_is_pressed() -> None:
    """R7, S2: neither a second apology nor a second request."""
    journal = WatchedJournal()
    async with on_stage(journal) as stage:
        caller = await waiting_caller(stage)
        with held_up(journal):
            caller.press("*")
            await wait_in_vain(stage, journal)
            while isinstance(caller.hearing, Message):
                assert stage.time.run_next()

            caller.press("*")
            stage.time.advance(PATIENCE)

            assert isinstance(caller.hearing, Music)
        await stage.until_event(ConfirmationStarted)
        assert len(stage.events(CallbackRequested)) == 1


async def test_commit_in_time_apologises_to_nobody() -> None:
    """R7: a slow commit is none that failed."""
    journal = WatchedJournal()
    async with on_stage(journal) as stage:
        caller = await waiting_caller(stage)
        with held_up(journal):
            caller.press("*")
            while not journal.appending.is_set():
                assert stage.time.run_next()
                await asyncio.sleep(0)
            stage.time.advance(PATIENCE * 0.9)
        await stage.account.engine.settled()

        stage.time.advance(PATIENCE * 0.2)

        assert caller.hearing == CONFIRMATION


async def test_requests_are_refused_when_they_cannot_be_stored() -> None:
    """L4: that in hand, those behind it, those that come then, and whoever wants to look."""
    journal = WatchedJournal()
    async with on_stage(journal) as stage:
        engine = stage.account.engine
        with held_up(journal):
            in_hand = asyncio.create_task(stage.online(TOM))
            await journal.appending.wait()
            behind = asyncio.create_task(stage.online(LEA))
            looking = asyncio.create_task(engine.committed())
            await asyncio.sleep(0)

            await wait_in_vain(stage, journal)

            for waiting in (in_hand, behind, looking):
                with pytest.raises(JournalAway, match="may still be"):
                    await waiting
            with pytest.raises(JournalAway):
                await engine.request(SetAgentStatus(LEA, ONLINE), "operator")

        await engine.settled()
        await engine.committed()

        assert engine.world.agents[TOM].status is ONLINE
        assert engine.world.agents[LEA].status is not ONLINE
        await stage.online(LEA)
        assert engine.world.agents[LEA].status is ONLINE


async def test_new_call_gets_a_busy_signal_while_nothing_can_be_stored() -> None:
    """L4: honestly refused, not left in silence."""
    journal = WatchedJournal()
    async with on_stage(journal) as stage:
        with held_up(journal):
            changing = asyncio.create_task(change_something(stage))
            await journal.appending.wait()
            await wait_in_vain(stage, journal)

            caller = stage.calls_in()
            stage.time.advance(PATIENCE)

            assert BusyTone() in [each.sound for each in caller.heard]
        with pytest.raises(JournalAway):
            await changing
