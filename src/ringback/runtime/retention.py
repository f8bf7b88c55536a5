"""Removes what was kept for long enough, each kind of data by its own setting."""

import asyncio
from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Protocol

import structlog

from ringback.core.erasing import idle_among
from ringback.core.ids import AccountId, CustomerId
from ringback.core.inputs import ForgetCustomers
from ringback.ports import Journal, JournalAway

from .erasure import ErasedReferences, Eraser
from .loop import Engine
from .voicemails import VoicemailKeeper

AT_ONCE = 200
"""So many customers or notes go in one commit; others come in between."""
LOOKED_AT = 2_000
COUNTED_MAX = 100_000
DAY_SECONDS = 86_400.0
FIRST_AFTER_SECONDS = 5.0

_log = structlog.get_logger(__name__)


class DataKind(StrEnum):
    """Kinds of data with a time of their own."""

    CUSTOMERS = "customers"
    """Numbers and names; calls and callbacks stay, with a reference that says nothing."""
    NOTES = "notes"
    VOICEMAILS = "voicemails"
    SPOKEN = "spoken"
    """Spoken messages that nothing uses."""
    REPLACED = "replaced"
    """What was there before a restore."""
    LOGS = "logs"


@dataclass(frozen=True, slots=True)
class Due:
    """How much of a kind was kept for longer than it should be."""

    kind: DataKind
    kept_for: timedelta | None
    """None is for ever."""
    count: int


class OldFiles(Protocol):
    """Files that may go by their age."""

    def spoken(self, before: datetime) -> Sequence[Path]:
        """Name the spoken messages that nothing uses and nobody has wanted since."""
        ...

    def replaced(self, before: datetime) -> Sequence[Path]: ...

    def logs(self, before: datetime) -> Sequence[Path]: ...

    def remove(self, kind: DataKind, paths: Collection[Path]) -> None: ...


class Retention:
    """Looks once a day for what may go; who looks by hand sees the same."""

    def __init__(
        self,
        *,
        engine: Engine,
        journal: Journal,
        eraser: Eraser,
        references: ErasedReferences,
        voicemails: VoicemailKeeper,
        files: OldFiles,
        kept_for: Mapping[DataKind, timedelta | None],
        now: Callable[[], datetime],
    ) -> None:
        self._engine = engine
        self._journal = journal
        self._eraser = eraser
        self._references = references
        self._voicemails = voicemails
        self._files = files
        self._kept_for = kept_for
        self._now = now
        self._one_at_a_time = asyncio.Lock()

    async def run(self) -> None:
        """Let go what is due, now and every day, until cancelled."""
        await asyncio.sleep(FIRST_AFTER_SECONDS)
        while True:
            try:
                await self._eraser.settle()
                await self.let_go()
            except (JournalAway, OSError) as failure:
                _log.warning("retention.later", reason=str(failure))
            await asyncio.sleep(DAY_SECONDS)

    async def due(self) -> Sequence[Due]:
        """Count what may go, and change nothing; beyond a limit nobody counts."""
        return [Due(kind, self._kept_for[kind], await self._count(kind)) for kind in DataKind]

    async def let_go(self) -> Sequence[Due]:
        """Remove what is due, part by part, and say how much that was; raises `JournalAway`.

        What a crash left in gaps of the store's files, or a store that was away, is wiped as well.
        """
        async with self._one_at_a_time:
            gone = [Due(kind, self._kept_for[kind], await self._let_go(kind)) for kind in DataKind]
            if self._references.is_wipe_owed:
                await self._journal.scrub(thorough=True)
                self._references.owe_wipe(False)
        _log.info("retention.done", **{one.kind.value: one.count for one in gone if one.count})
        return gone

    # ---- one kind

    async def _count(self, kind: DataKind) -> int:
        before = self._before(kind)
        if before is None:
            return 0
        if kind is DataKind.CUSTOMERS:
            return await self._each_idle(before, _count_them)
        if kind is DataKind.NOTES:
            records = self._journal.records
            return len(await records.notes_before(self._account, before, COUNTED_MAX))
        return len(await asyncio.to_thread(self._old, kind, before))

    async def _let_go(self, kind: DataKind) -> int:
        before = self._before(kind)
        if before is None:
            return 0
        match kind:
            case DataKind.CUSTOMERS:
                return await self._each_idle(before, self._forget)
            case DataKind.NOTES:
                return await self._delete_notes(before)
            case DataKind.VOICEMAILS:
                old = await asyncio.to_thread(self._voicemails.old)
                await self._voicemails.remove_old()
            case DataKind.SPOKEN | DataKind.REPLACED | DataKind.LOGS:
                old = await asyncio.to_thread(self._old, kind, before)
                await asyncio.to_thread(self._files.remove, kind, old)
        return len(old)

    def _old(self, kind: DataKind, before: datetime) -> Sequence[Path]:
        match kind:
            case DataKind.VOICEMAILS:
                return self._voicemails.old()
            case DataKind.SPOKEN:
                return self._files.spoken(before)
            case DataKind.REPLACED:
                return self._files.replaced(before)
            case DataKind.LOGS:
                return self._files.logs(before)
            case DataKind.CUSTOMERS | DataKind.NOTES:
                return []

    def _before(self, kind: DataKind) -> datetime | None:
        kept_for = self._kept_for[kind]
        return None if kept_for is None else self._now() - kept_for

    # ---- customers and notes

    async def _each_idle(
        self, since: datetime, do: Callable[[Sequence[CustomerId]], Awaitable[int]]
    ) -> int:
        """Go through all customers, some at a time, and do something with those who are due."""
        done, last = 0, None
        while seen := await self._journal.records.last_seen(self._account, since, last, LOOKED_AT):
            last = seen[-1][0]
            due = [customer_id for customer_id, is_due in seen if is_due]
            idle = idle_among(self._engine.world, due)
            for start in range(0, len(idle), AT_ONCE):
                done += await do(idle[start : start + AT_ONCE])
        return done

    async def _forget(self, customer_ids: Sequence[CustomerId]) -> int:
        self._references.owe_wipe(True)
        facts = await self._engine.request(ForgetCustomers(tuple(customer_ids)), "clock")
        _log.info("customers.forgotten", count=len(facts))
        return len(facts)

    async def _delete_notes(self, before: datetime) -> int:
        done = 0
        while notes := await self._journal.records.notes_before(self._account, before, AT_ONCE):
            self._references.owe_wipe(True)
            without = [replace(note, text=None) for note in notes]
            await self._journal.keep_notes(self._account, without)
            done += len(notes)
            _log.info("notes.deleted", count=done)
        return done

    @property
    def _account(self) -> AccountId:
        return self._engine.account_id


async def _count_them(customer_ids: Sequence[CustomerId]) -> int:
    return len(customer_ids)
