"""A start from a snapshot is a start from the journal: the same world, the same records (S21)."""

import asyncio
import os
import pickle
import sys
import zlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest
from structlog.testing import capture_logs

from ringback.bootstrap.aside import Copy, CopyFailed
from ringback.bootstrap.kept_records import RecoveredAccount, recover_for_writing
from ringback.bootstrap.snapshots import SnapshotKeeper, find_beginning, sealed
from ringback.core.effects import Effect
from ringback.core.events import Fact
from ringback.core.ids import AgentId
from ringback.core.inputs import (
    ConsultAgent,
    LegState,
    ListedLeg,
    MuteAgent,
    PhoneSystemListed,
    PhoneSystemLost,
    PutOnHold,
    SetAgentStatus,
    TransferToAgent,
)
from ringback.core.settings import AgentStatus
from ringback.core.step import step
from ringback.core.world import World
from ringback.people import MAIN_ACCOUNT
from ringback.ports import Snapshot
from ringback.records.book import RecordBook
from ringback.records.documents import RECORDS_VERSION
from ringback.storage.freezing import CannotThaw, freeze, thaw
from ringback.storage.memory import MemoryJournal
from ringback.storage.sqlite import SqliteJournal
from tests.core.seeded_run import run
from tests.core.world_properties import portrait
from tests.runtime.stage import TOM, WatchedJournal, on_stage
from tests.scenarios.stage import Stage
from tests.snapshot_server import ACME, state_after

SEEDS = (2, 5, 13, 21)
STEPS = 250
KILLS = int(os.environ.get("TEST_KILL_ROUNDS", "8"))


async def lived(facts: Sequence[Fact]) -> MemoryJournal:
    """Keep a life in a journal, with its records."""
    journal = MemoryJournal()
    await journal.append(ACME, 0, facts, (), RecordBook().fold(facts))
    await journal.records.stamp_records(ACME, RECORDS_VERSION)
    return journal


def taken(facts: Sequence[Fact], sequence: int) -> Snapshot:
    return sealed(ACME, sequence, freeze(state_after(facts, sequence)))


def known(recovered: RecoveredAccount) -> dict[str, Any]:
    """All that a recovered account knows, the world field by field and the records too."""
    book = recovered.archive.book
    shelf = book._shelf
    return {
        **portrait(recovered.account.world),
        "calls": list(shelf.calls.items()),
        "callbacks": list(shelf.callbacks.items()),
        "to_call": list(shelf.to_call),
        "routing": list(shelf.routing.facts),
        "ended": list(book._ended),
        "correctable": book._folding._correctable,
        "last_dialled": book._folding._last_dialled,
        "last_at": recovered.account.last_at,
    }


@pytest.mark.parametrize("seed", SEEDS)
async def test_start_from_a_snapshot_equals_a_full_replay(seed: int) -> None:
    """S21: whatever the life, and wherever in it the snapshot was taken."""
    facts = run(seed, steps=STEPS, only=()).facts
    journal = await lived(facts)
    whole = await recover_for_writing(journal, ACME)
    assert whole.replayed_from == 0

    for sequence in sorted({Random(seed).randrange(1, len(facts)), len(facts)}):
        await journal.snapshots.keep(ACME, taken(facts, sequence))
        recovered = await recover_for_writing(journal, ACME)

        assert recovered.replayed_from == sequence
        assert known(recovered) == known(whole)


def on_hold() -> Stage:
    """A caller is on hold, and the agent muted."""
    stage = Stage("x", "y")
    stage.arrive()
    stage.take("x")
    stage.give(PutOnHold(AgentId("x")))
    stage.give(MuteAgent(AgentId("x")))
    return stage


def called_back_on_hold() -> Stage:
    """The same with a customer whom we called."""
    stage = Stage("x", "y")
    callback = stage.ask(stage.arrive())
    stage.take("x")
    stage.customer_answers(callback)
    stage.give(PutOnHold(AgentId("x")))
    return stage


def transferred() -> Stage:
    """A colleague is rung for a transferred caller, in a step that no published flow has."""
    stage = Stage("x", "y", wrap_up=60)
    stage.arrive()
    stage.take("x")
    stage.give(TransferToAgent(AgentId("x"), AgentId("y")))
    return stage


def called_back_and_transferred() -> Stage:
    """A customer whom we called waits for the agent who transferred them."""
    stage = Stage("x", "y")
    callback = stage.ask(stage.arrive())
    stage.take("x")
    stage.customer_answers(callback)
    stage.give(TransferToAgent(AgentId("x"), AgentId("y")))
    stage.decline("y")
    return stage


def consulting() -> Stage:
    """Two agents talk about a customer who hears music."""
    stage = Stage("x", "y")
    stage.arrive()
    stage.take("x")
    stage.give(ConsultAgent(AgentId("x"), AgentId("y")))
    stage.take("y")
    return stage


def found_again(world: World, stage: Stage) -> list[Effect]:
    """Tell what the phones are told when all of them are still there."""
    legs = [call.leg_id for call in world.calls.values()]
    legs += [call.customer_leg_id for call in world.outbound_calls.values()]
    legs += [agent.leg_id for agent in world.agents.values() if agent.leg_id is not None]
    listed = PhoneSystemListed(tuple(ListedLeg(leg_id, LegState.UP) for leg_id in legs))
    effects: list[Effect] = []
    for report in (PhoneSystemLost(), listed):
        effects += step(world, report, at=stage.now, chance=1, actor="phone").effects
    return effects


@pytest.mark.parametrize(
    "situation",
    [on_hold, called_back_on_hold, transferred, called_back_and_transferred, consulting],
)
async def test_snapshot_in_the_midst_of_a_talk_brings_it_back(
    situation: Callable[[], Stage],
) -> None:
    """S21, R30: who hears whom, and who is rung, is as if nothing had been."""
    stage = situation()
    journal = await lived(stage.facts)
    whole = await recover_for_writing(journal, ACME)
    await journal.snapshots.keep(ACME, taken(stage.facts, len(stage.facts)))

    recovered = await recover_for_writing(journal, ACME)

    assert (whole.replayed_from, recovered.replayed_from) == (0, len(stage.facts))
    assert known(recovered) == known(whole)
    effects = found_again(recovered.account.world, stage)
    assert effects == found_again(stage.world, stage)
    assert effects != []


@pytest.mark.parametrize("seed", SEEDS)
async def test_life_goes_on_after_a_snapshot_as_after_a_replay(seed: int) -> None:
    """ADR 17: the rows that later facts give are the same, so nothing of the records is lost."""
    facts = run(seed, steps=STEPS, only=()).facts
    journal = await lived(facts)
    middle = len(facts) // 2
    await journal.snapshots.keep(ACME, taken(facts, middle))
    _, book, _ = state_after(facts, middle)

    beginning = await find_beginning(journal, ACME)

    for start in range(middle, len(facts), 7):
        assert beginning.book.fold(facts[start : start + 7]) == book.fold(facts[start : start + 7])


UNSOUND: dict[str, tuple[Callable[[Snapshot], Snapshot], str]] = {
    "other code": (lambda sound: replace(sound, code="x"), "it was written by other code"),
    "damaged data": (lambda sound: replace(sound, data=sound.data[:-1] + b"?"), "it is damaged"),
    "damaged sum": (lambda sound: replace(sound, checksum="x"), "it is damaged"),
    "beyond the end": (lambda _: sealed(ACME, 1_000_000, b""), "it is beyond the journal's end"),
    "not a snapshot": (lambda sound: sealed(ACME, sound.sequence, b"x"), "Error -5"),
}


@pytest.mark.parametrize("case", UNSOUND)
async def test_unsound_snapshot_is_passed_over_with_a_line(case: str) -> None:
    """S21: a snapshot is a cache; the one before serves, and without any the journal."""
    spoil, because = UNSOUND[case]
    facts = run(3, steps=60, only=()).facts
    journal = await lived(facts)
    whole = known(await recover_for_writing(journal, ACME))
    await journal.snapshots.keep(ACME, spoil(taken(facts, 50)))

    with capture_logs() as alone:
        without_any = await recover_for_writing(journal, ACME)
    await journal.snapshots.keep(ACME, taken(facts, 40))
    with capture_logs():
        with_another = await recover_for_writing(journal, ACME)

    [line] = alone
    assert (line["event"], line["log_level"]) == ("snapshot.passed-over", "warning")
    assert because in line["because"]
    assert (without_any.replayed_from, with_another.replayed_from) == (0, 40)
    assert known(without_any) == known(with_another) == whole


async def test_snapshot_of_another_journal_is_passed_over() -> None:
    """S21: same length, other facts."""
    facts = run(3, steps=60, only=()).facts
    journal = await lived(facts)
    others = [replace(fact, cause="SomethingElse") for fact in facts]
    await journal.snapshots.keep(ACME, taken(others, 50))

    with capture_logs() as lines:
        beginning = await find_beginning(journal, ACME)

    assert beginning.sequence == 0
    assert lines[0]["because"] == "it is of another journal"


def test_thawing_finds_nothing_but_plain_data() -> None:
    """ADR 18: whoever can write the table can run no code by it."""
    hostile: list[Any] = [os.system, print, Path("x"), recover_for_writing, Copy, asyncio.Event]

    for each in hostile:
        with pytest.raises(CannotThaw, match="it names"):
            thaw(zlib.compress(pickle.dumps(each)))


def test_copy_works_on_what_was_at_that_instant() -> None:
    """What changes meanwhile is not in it."""
    counted = [1, 2, 3]

    copy = Copy(lambda: bytes(counted))
    counted.clear()

    assert copy.result() == b"\1\2\3"


def test_copy_that_fails_tells_it() -> None:
    """A snapshot that cannot be taken harms nobody."""
    copy = Copy(lambda: bytes(1 // 0))

    with pytest.raises(CopyFailed, match="ended with status"):
        copy.result()


async def test_snapshots_are_taken_while_calls_go_on_and_at_the_end() -> None:
    """Every so many facts on a copy of the process; at a clean stop up to the last fact."""
    journal = WatchedJournal()
    async with on_stage(journal) as stage:
        engine, book = stage.account.engine, stage.account.records
        keeper = SnapshotKeeper(
            journal, engine, book, last=0, facts_between=5, time_between=timedelta(0)
        )
        engine.subscribe(keeper.follow)
        await stage.online(TOM)
        stage.calls_in()
        await stage.until(lambda: engine.world.calls)
        assert keeper._task is not None
        await keeper._task
        while_running = await journal.snapshots.kept(MAIN_ACCOUNT)
        await engine.request(SetAgentStatus(TOM, AgentStatus.OFFLINE), f"agent:{TOM}")
        last = engine.world.sequence
    await keeper.finish()

    at_the_end = await journal.snapshots.kept(MAIN_ACCOUNT)
    assert 0 < while_running[0].sequence < last
    assert at_the_end[0].sequence == engine.committed_sequence >= last
    started = await recover_for_writing(journal, MAIN_ACCOUNT)
    assert started.replayed_from == engine.committed_sequence
    assert portrait(started.account.world) == portrait(engine.world)


@pytest.mark.slow
async def test_server_killed_while_it_keeps_snapshots_starts_from_a_sound_one(
    tmp_path: Path,
) -> None:
    """S21: never half a snapshot, and nothing in the way of the next start."""
    path = tmp_path / "journal.db"
    chance = Random(7)
    begun = []

    for _ in range(KILLS):
        server = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "tests.snapshot_server", str(path)),
            stdout=asyncio.subprocess.PIPE,
            cwd=Path(__file__).parents[1],
        )
        assert server.stdout is not None
        for _ in range(chance.randrange(2, 30)):
            assert await server.stdout.readline()
        server.kill()
        await server.communicate()

        journal = SqliteJournal.open(path)
        with capture_logs() as lines:
            beginning = await find_beginning(journal, ACME)
        await journal.close()
        assert lines == []
        begun.append(beginning.sequence)

    print(f"{KILLS} kills injected, 0 broken; begun at {begun}")
    assert all(begun)
