"""A disk that fails: one plain sentence, then nothing more is promised (S1)."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import apsw
import pytest
from tests.storage.disks import Disk, Fault, Operation, default_disk
from tests.storage.examples import ACME, OTHER, facts
from tests.storage.waiting import until

from ringback.core.ids import AccountId, CustomerId
from ringback.ports import Customer, JournalAway, JournalFailed, JournalFenced, JournalState
from ringback.storage import sqlite_file, sqlite_writer
from ringback.storage.sqlite import SqliteJournal


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "journal.db"


@pytest.fixture
async def disk() -> AsyncIterator[Disk]:
    with default_disk() as disk:
        yield disk


FAULTS = {
    "write fails": (
        Fault(Operation.WRITE, "-wal", apsw.SQLITE_IOERR_WRITE),
        r"fails \(SQLITE_IOERR_WRITE\): check the disk",
    ),
    "sync fails": (
        Fault(Operation.SYNC, "-wal", apsw.SQLITE_IOERR_FSYNC),
        r"fails \(SQLITE_IOERR_FSYNC\): check the disk",
    ),
    "read-only": (
        Fault(Operation.WRITE, "-wal", apsw.SQLITE_READONLY),
        r"journal\.db cannot be written: give the user who runs Ringback the right",
    ),
}


@pytest.mark.parametrize(("fault", "sentence"), FAULTS.values(), ids=FAULTS)
async def test_failed_commit_is_the_last_one(
    path: Path, disk: Disk, fault: Fault, sentence: str
) -> None:
    """S1: nothing unbacked is promised, and what was promised before stays."""
    journal = SqliteJournal.open(path)
    await journal.append(ACME, 0, facts(1, 3))

    disk.fault = fault
    with pytest.raises(JournalFailed, match=sentence):
        await journal.append(ACME, 3, facts(4, 4))
    disk.fault = None

    assert disk.injected[fault.code] >= 1
    with pytest.raises(JournalFailed, match=sentence):
        await journal.append(ACME, 3, facts(4, 4))
    await journal.close()
    assert await _kept(path) in (facts(1, 3), facts(1, 4))


async def test_append_waits_for_room_on_a_full_disk(path: Path, disk: Disk) -> None:
    """S1, R7: it neither fails nor is acknowledged; health says so, then that it is over."""
    journal = SqliteJournal.open(path)
    await journal.append(ACME, 0, facts(1, 3))
    disk.fault = Fault(Operation.WRITE, "-wal", apsw.SQLITE_FULL)

    waiting = asyncio.gather(
        journal.append(ACME, 3, facts(4, 5)), journal.append(ACME, 5, facts(6, 6))
    )
    await until(lambda: journal.health().state is JournalState.AWAY)

    assert "is full: free some space" in journal.health().sentence
    assert not waiting.done()
    assert list(await journal.read(ACME, 0, 99)) == facts(1, 3)

    disk.fault = None
    await asyncio.wait_for(waiting, 30)
    assert journal.health().state is JournalState.READY
    await journal.close()
    assert await _kept(path) == facts(1, 6)


async def test_journal_closes_although_the_disk_is_full(path: Path, disk: Disk) -> None:
    """S1: who stops the server does not wait for room; what waits was not promised."""
    journal = SqliteJournal.open(path)
    await journal.append(ACME, 0, facts(1, 1))
    disk.fault = Fault(Operation.WRITE, "-wal", apsw.SQLITE_FULL)
    waiting = asyncio.create_task(journal.append(ACME, 1, facts(2, 2)))
    await until(lambda: journal.health().state is JournalState.AWAY)

    await asyncio.wait_for(journal.close(), 30)

    with pytest.raises(JournalAway, match="free some space"):
        await waiting
    disk.fault = None
    assert await _kept(path) == facts(1, 1)


async def test_checkpoint_on_a_full_disk_is_done_later(
    path: Path, disk: Disk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """S1: the log still has it all."""
    monkeypatch.setattr(sqlite_writer, "CHECKPOINT_PAGES", 1)
    journal = SqliteJournal.open(path)
    disk.fault = Fault(Operation.WRITE, "journal.db", apsw.SQLITE_FULL)

    await journal.append(ACME, 0, facts(1, 1))
    await journal.append(ACME, 1, facts(2, 2))
    assert disk.injected[apsw.SQLITE_FULL] >= 1
    disk.fault = None
    await journal.append(ACME, 2, facts(3, 3))

    await journal.close()
    assert await _kept(path) == facts(1, 3)


async def test_scrubbing_on_a_full_disk_wipes_all_the_same(path: Path, disk: Disk) -> None:
    """What was erased is gone from every file once there is room, not only from the log."""
    journal = SqliteJournal.open(path)
    await journal.append(ACME, 0, facts(1, 1), [Customer(CustomerId("c"), "+33612345678", "Zoe")])
    await journal.append(ACME, 1, facts(2, 2), [Customer(CustomerId("c"), None, None)])
    disk.fault = Fault(Operation.WRITE, "-wal", apsw.SQLITE_FULL)

    scrubbing = asyncio.create_task(journal.scrub(thorough=True))
    await until(lambda: journal.health().state is JournalState.AWAY)
    assert not scrubbing.done()
    disk.fault = None
    await asyncio.wait_for(scrubbing, 30)

    files = b"".join(each.read_bytes() for each in path.parent.iterdir())
    assert b"33612345678" not in files
    assert b"Zoe" not in files
    await journal.close()


async def test_all_appends_of_a_failed_commit_fail(path: Path, disk: Disk) -> None:
    """S1: whoever shares the commit shares its fate; nobody waits for ever."""
    journal = SqliteJournal.open(path)
    disk.fault = Fault(Operation.SYNC, "-wal", apsw.SQLITE_IOERR_FSYNC)

    results = await asyncio.gather(
        *(journal.append(AccountId(f"a{number}"), 0, facts(1, 1)) for number in range(600)),
        return_exceptions=True,
    )

    assert disk.injected[apsw.SQLITE_IOERR_FSYNC] == 1
    assert {type(result) for result in results} == {JournalFailed}
    await journal.close()


@pytest.mark.parametrize("operation", [Operation.WRITE, Operation.SYNC])
async def test_failed_checkpoint_stops_the_journal_and_loses_nothing(
    path: Path, disk: Disk, operation: Operation, monkeypatch: pytest.MonkeyPatch
) -> None:
    """S1: a sync that failed once may lie the next time, so there is no next time."""
    monkeypatch.setattr(sqlite_writer, "CHECKPOINT_PAGES", 1)
    journal = SqliteJournal.open(path)
    disk.fault = Fault(operation, "journal.db", apsw.SQLITE_IOERR_FSYNC)

    await journal.append(ACME, 0, facts(1, 1))
    with pytest.raises(JournalFailed, match="check the disk"):
        await journal.append(ACME, 1, facts(2, 2))

    assert disk.injected[apsw.SQLITE_IOERR_FSYNC] == 1
    disk.fault = None
    await journal.close()
    assert await _kept(path) == facts(1, 1)


async def test_failing_disk_refuses_the_start(path: Path, disk: Disk) -> None:
    """S1: what is replayed is on the disk; else the server does not start."""
    journal = SqliteJournal.open(path)
    await journal.append(ACME, 0, facts(1, 1))
    disk.fault = Fault(Operation.SYNC, "-wal", apsw.SQLITE_IOERR_FSYNC)
    with pytest.raises(JournalFailed):
        await journal.append(ACME, 1, facts(2, 2))
    await journal.close()

    disk.fault = Fault(Operation.SYNC, "journal.db", apsw.SQLITE_IOERR_FSYNC)
    with pytest.raises(JournalFailed, match="check the disk"):
        SqliteJournal.open(path)


async def test_full_disk_refuses_to_make_a_journal(path: Path, disk: Disk) -> None:
    """A start that fails leaves nothing half made, and the next one succeeds."""
    disk.fault = Fault(Operation.WRITE, "", apsw.SQLITE_FULL)
    with pytest.raises(JournalFailed, match="is full: free some space"):
        SqliteJournal.open(path)

    disk.fault = None
    await SqliteJournal.open(path).close()


async def test_lock_of_another_program_is_named(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An operator's own database tool must not stop the server without a word."""
    monkeypatch.setitem(sqlite_file.WRITER_SETTINGS, "busy_timeout", "50")
    journal = SqliteJournal.open(path)
    tool = apsw.Connection(str(path))
    tool.execute("BEGIN IMMEDIATE")

    with pytest.raises(JournalFailed, match=r"Another program keeps .* locked: stop that program"):
        await journal.append(ACME, 0, facts(1, 1))

    tool.close()
    await journal.close()


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
async def test_bug_in_the_writer_fails_every_append(path: Path) -> None:
    """Nobody waits for ever for a thread that is gone."""
    journal = SqliteJournal.open(path)
    journal._writer._wal_pages = "many"  # type: ignore[assignment]
    journal._writer._connection.set_wal_hook(None)

    await journal.append(ACME, 0, facts(1, 1))
    with pytest.raises(JournalFailed, match="stopped by an error of its own"):
        await journal.append(ACME, 1, facts(2, 2))

    await journal.close()
    assert await _kept(path) == facts(1, 1)


async def test_two_writers_never_interleave(path: Path) -> None:
    """S22: if somebody takes the lock away, the key still lets only one of two appends in."""
    first = SqliteJournal.open(path)
    path.with_name("journal.db.lock").unlink()
    second = SqliteJournal.open(path)
    for last in range(50):
        results = await asyncio.gather(
            first.append(ACME, last, facts(last + 1, last + 1)),
            second.append(ACME, last, facts(last + 1, last + 1)),
            return_exceptions=True,
        )
        assert sorted(type(result).__name__ for result in results) == ["JournalFenced", "NoneType"]

    with pytest.raises(JournalFenced, match="was set back"):
        await second.append(OTHER, 1, facts(2, 2))

    assert list(await first.read(ACME, 0, 99)) == facts(1, 50)
    await first.close()
    await second.close()


async def _kept(path: Path) -> object:
    journal = SqliteJournal.open(path)
    kept = list(await journal.read(ACME, 0, 99))
    await journal.close()
    return kept
