"""Keeps what follows from the journal up to some fact, so that a start replays less (ADR 18)."""

import asyncio
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache, partial
from hashlib import sha256
from pathlib import Path
from typing import Protocol

import sortedcontainers
import structlog

import ringback
from ringback.core.events import Fact
from ringback.core.ids import AccountId
from ringback.core.world import World
from ringback.ports import Journal, JournalFailed, Snapshot, SnapshotStore
from ringback.records.book import RecordBook
from ringback.runtime.loop import Engine
from ringback.runtime.recovery import ReadableJournal
from ringback.storage.freezing import CannotThaw, freeze, thaw

from .aside import Copy, CopyFailed

FACTS_BETWEEN = 20_000
TIME_BETWEEN = timedelta(minutes=1)
GOODBYE_SECONDS_MAX = 5

_log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Beginning:
    """Where a replay begins: the world and the records as they follow from all facts before."""

    world: World
    book: RecordBook

    @property
    def sequence(self) -> int:
        return self.world.sequence


class JournalWithSnapshots(ReadableJournal, Protocol):
    """The reading half of a journal, with the snapshots beside it."""

    async def last_sequence(self, account_id: AccountId) -> int: ...

    @property
    def snapshots(self) -> SnapshotStore: ...


async def find_beginning(journal: JournalWithSnapshots, account_id: AccountId) -> Beginning:
    """Take the newest sound snapshot; without one, begin at the first fact.

    One that was written by other code, is damaged, or is not of this journal is passed over, and
    the log says so. Raises `JournalFailed`.
    """
    for snapshot in await journal.snapshots.kept(account_id):
        try:
            return await _read(journal, account_id, snapshot)
        except CannotThaw as unsound:
            _log.warning("snapshot.passed-over", seq=snapshot.sequence, because=str(unsound))
    return Beginning(World(), RecordBook())


class SnapshotKeeper:
    """Takes a snapshot every so many facts, and one at a clean stop."""

    def __init__(
        self,
        journal: Journal,
        engine: Engine,
        book: RecordBook,
        *,
        last: int,
        facts_between: int = FACTS_BETWEEN,
        time_between: timedelta = TIME_BETWEEN,
    ) -> None:
        self._journal = journal
        self._engine = engine
        self._book = book
        self._last = last
        self._last_at: datetime | None = None
        self._facts_between = facts_between
        self._time_between = time_between
        self._task: asyncio.Task[None] | None = None

    def follow(self, facts: Sequence[Fact]) -> None:
        """See each commit, at the instant at which the world holds what is on disk and no more."""
        sequence, at = facts[-1].sequence, facts[-1].at
        if sequence - self._last < self._facts_between:
            return
        if self._last_at is not None and at - self._last_at < self._time_between:
            return
        if self._task is not None and not self._task.done():
            return
        try:
            copy = Copy(partial(freeze, self._state(facts[-1])))
        except OSError as failure:
            _log.warning("snapshot.not-taken", because=str(failure))
        else:
            self._task = asyncio.create_task(self._keep_of(copy, sequence))
        self._last, self._last_at = sequence, at

    async def finish(self) -> None:
        """Keep a last snapshot once the engine has come to a clean stop, for a quick start."""
        sequence = self._engine.committed_sequence
        try:
            async with asyncio.timeout(GOODBYE_SECONDS_MAX):
                if self._task is not None:
                    await asyncio.wait([self._task])
                if self._engine.is_ahead or sequence == self._last:
                    return
                [last] = await self._journal.read(self._engine.account_id, sequence - 1, 1)
                await self._keep(freeze(self._state(last)), sequence)
        except (JournalFailed, TimeoutError) as failure:
            _log.warning("snapshot.not-taken", because=str(failure) or "it took too long")

    def _state(self, last: Fact) -> tuple[World, RecordBook, Fact]:
        return self._engine.world, self._book, last

    async def _keep_of(self, copy: Copy, sequence: int) -> None:
        try:
            await self._keep(await asyncio.to_thread(copy.result), sequence)
        except (CopyFailed, JournalFailed) as failure:
            _log.warning("snapshot.not-taken", because=str(failure))

    async def _keep(self, data: bytes, sequence: int) -> None:
        snapshot = sealed(self._engine.account_id, sequence, data)
        await self._journal.snapshots.keep(self._engine.account_id, snapshot)
        _log.info("snapshot.taken", seq=sequence, bytes=len(data))


def sealed(account_id: AccountId, sequence: int, data: bytes) -> Snapshot:
    """Put a snapshot of this code together, with its checksum."""
    code = code_digest()
    checksum = _checksum(account_id, sequence, code, data)
    return Snapshot(sequence=sequence, code=code, checksum=checksum, data=data)


@cache
def code_digest() -> str:
    """Sum up all code whose objects a snapshot holds, and what it is written with."""
    digest = sha256(f"{sys.version} {sortedcontainers.__version__}".encode())
    package = Path(ringback.__file__).parent
    for room in ("core", "records"):
        for source in sorted((package / room).rglob("*.py")):
            digest.update(f"{source.relative_to(package)}\0".encode())
            digest.update(source.read_bytes())
    return digest.hexdigest()


async def _read(
    journal: JournalWithSnapshots, account_id: AccountId, snapshot: Snapshot
) -> Beginning:
    """Read a snapshot; raises `CannotThaw` unless all is as it should be."""
    sequence = snapshot.sequence
    if snapshot.code != code_digest():
        raise CannotThaw("it was written by other code")
    if snapshot.checksum != _checksum(account_id, sequence, snapshot.code, snapshot.data):
        raise CannotThaw("it is damaged")
    if sequence > await journal.last_sequence(account_id):
        raise CannotThaw("it is beyond the journal's end")
    world, book, last = thaw(snapshot.data)
    if [last] != list(await journal.read(account_id, sequence - 1, 1)):
        raise CannotThaw("it is of another journal")
    return Beginning(world, book)


def _checksum(account_id: AccountId, sequence: int, code: str, data: bytes) -> str:
    return sha256(f"{account_id}\0{sequence}\0{code}\0".encode() + data).hexdigest()
