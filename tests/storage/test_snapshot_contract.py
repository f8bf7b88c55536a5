"""What every store of snapshots promises: the last two of each account, as they were."""

import asyncio
from pathlib import Path

import pytest
from tests.storage.examples import ACME, OTHER, facts

from ringback.ports import Journal, JournalFailed, Snapshot
from ringback.storage.sqlite import SqliteJournal, open_read_only

LARGE = bytes(16 * 1024 * 1024)
"""More than a connection takes at once."""
SECONDS_MAX = 60.0


def snapshot(sequence: int, data: bytes = b"\0state\xff") -> Snapshot:
    return Snapshot(sequence=sequence, code="code-1", checksum="sum", data=data * sequence)


async def test_new_journal_has_no_snapshot(journal: Journal) -> None:
    """A start without any is no special case."""
    assert list(await journal.snapshots.kept(ACME)) == []


async def test_only_the_last_two_snapshots_are_kept(journal: Journal) -> None:
    """S21: a cache, that does not grow with the journal; the newest comes first."""
    await journal.append(ACME, 0, facts(1, 3))

    for sequence in (1, 2, 3):
        await journal.snapshots.keep(ACME, snapshot(sequence))

    assert list(await journal.snapshots.kept(ACME)) == [snapshot(3), snapshot(2)]


async def test_snapshot_kept_again_replaces_the_first(journal: Journal) -> None:
    """After an update the same fact may have a snapshot by other code."""
    await journal.snapshots.keep(ACME, snapshot(2, b"before"))

    await journal.snapshots.keep(ACME, snapshot(2, b"after"))

    assert list(await journal.snapshots.kept(ACME)) == [snapshot(2, b"after")]


async def test_large_snapshot_holds_up_nothing_behind_it(journal: Journal) -> None:
    """A large state holds up nobody: what is committed behind it lands at once (S1)."""
    large = Snapshot(sequence=1, code="code-1", checksum="sum", data=LARGE)

    async with asyncio.timeout(SECONDS_MAX):
        await journal.snapshots.keep(ACME, large)
        await journal.append(ACME, 0, facts(1, 3))

    assert list(await journal.snapshots.kept(ACME)) == [large]
    assert await journal.last_sequence(ACME) == 3


async def test_snapshots_of_accounts_are_kept_apart(journal: Journal) -> None:
    """S24: neither account sees or drops the other's."""
    await journal.snapshots.keep(ACME, snapshot(1))
    await journal.snapshots.keep(OTHER, snapshot(7))
    await journal.snapshots.keep(OTHER, snapshot(8))
    await journal.snapshots.keep(OTHER, snapshot(9))

    assert list(await journal.snapshots.kept(ACME)) == [snapshot(1)]
    assert list(await journal.snapshots.kept(OTHER)) == [snapshot(9), snapshot(8)]


async def test_reader_sees_snapshots_and_writes_none(tmp_path: Path) -> None:
    """The command line starts as quickly, and leaves everything as it is."""
    journal = SqliteJournal.open(tmp_path / "journal.db")
    await journal.snapshots.keep(ACME, snapshot(1))
    reader = open_read_only(tmp_path / "journal.db")

    assert list(await reader.snapshots.kept(ACME)) == [snapshot(1)]
    with pytest.raises(JournalFailed, match="opened for reading"):
        await reader.snapshots.keep(ACME, snapshot(2))

    await reader.close()
    await journal.close()
