"""Erases customers: from the journal's tables, their recordings and notes, and whatever is left.

The journal's fact comes first. What has to follow is done again after a crash, for as long as it
takes; and again when a backup from before brings somebody back.
"""

import asyncio
from collections.abc import Awaitable, Callable, Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

import structlog

from ringback.core.ids import CallId, CustomerId
from ringback.core.inputs import EraseCustomer
from ringback.core.refusals import Refusal
from ringback.ports import Journal, JournalAway

from .customers import CustomerRegister
from .loop import Engine, Overloaded
from .numbers import spellings
from .traces import files_with
from .voicemails import VoicemailKeeper

_log = structlog.get_logger(__name__)

CallsOf = Callable[[CustomerId], Awaitable[Sequence[CallId]]]


class ErasedReferences(Protocol):
    """Who was erased, by references alone, kept beside the journal: a restore leaves it alone."""

    @property
    def erased(self) -> Collection[CustomerId]: ...

    @property
    def unfinished(self) -> Collection[CustomerId]:
        """Name those of whom something may be left."""
        ...

    @property
    def is_wipe_owed(self) -> bool:
        """Tell whether rows were forgotten that may still stand in gaps of the store's files."""
        ...

    def begin(self, customer_id: CustomerId) -> None: ...

    def withdraw(self, customer_id: CustomerId) -> None:
        """Take back what was begun: it was refused."""
        ...

    def finish(self, customer_id: CustomerId) -> None: ...

    def owe_wipe(self, owed: bool) -> None: ...


class Files(Protocol):
    """What the installation keeps on disk."""

    def journal(self) -> Sequence[Path]:
        """Name the journal's files; none where it is in a database."""
        ...

    def everything(self) -> Sequence[Path]: ...

    def remove_replaced(self) -> None:
        """Remove what was there before restores: nobody can erase somebody in there."""
        ...

    def empty_logs(self, files: Sequence[Path]) -> None:
        """Empty those of the files that are logs."""
        ...

    def name(self, file: Path) -> str:
        """Name a file as people are told of it."""
        ...


@dataclass(frozen=True, slots=True)
class Erasure:
    """What came of erasing a customer."""

    customer_id: CustomerId
    is_finished: bool
    """Whether nothing is to be done any more; else it goes on by itself."""
    files_read: int = 0
    found_in: Sequence[str] = ()
    """The files in which the number still stands; somebody else has put it there."""


class Eraser:
    """Erases one customer at a time. `recorded_calls` names the calls that may have a recording."""

    def __init__(
        self,
        *,
        engine: Engine,
        customers: CustomerRegister,
        journal: Journal,
        voicemails: VoicemailKeeper,
        recorded_calls: CallsOf,
        references: ErasedReferences,
        files: Files,
    ) -> None:
        self._engine = engine
        self._customers = customers
        self._journal = journal
        self._voicemails = voicemails
        self._recorded_calls = recorded_calls
        self._references = references
        self._files = files
        self._one_at_a_time = asyncio.Lock()

    async def erase(self, customer_id: CustomerId, actor: str) -> Erasure:
        """Erase a customer and look for what is left; raises `Refusal`."""
        async with self._one_at_a_time:
            known = self._customers.find(customer_id)
            await self._request(customer_id, actor)
            if known is None or known.number is None:
                return await self._finish(customer_id, None, None)
            return await self._finish(customer_id, known.number, known.name)

    async def _request(self, customer_id: CustomerId, actor: str) -> None:
        """Note the reference first: a crash after the commit, and the restore of a backup from
        before, must not bring anybody back."""
        is_again = customer_id in self._references.erased
        self._references.begin(customer_id)
        try:
            await self._engine.request(EraseCustomer(customer_id), actor)
        except (Refusal, Overloaded):
            if not is_again:
                self._references.withdraw(customer_id)
            raise

    async def settle(self) -> None:
        """Finish what a crash has interrupted, and erase again whom a restore has brought back."""
        async with self._one_at_a_time:
            world = self._engine.world
            for customer_id in tuple(self._references.erased):
                if customer_id not in world.erased:
                    await self._erase_again(customer_id)
            for customer_id in tuple(world.erased):
                if customer_id not in self._references.erased:
                    self._references.begin(customer_id)
            for customer_id in tuple(self._references.unfinished):
                if customer_id in world.erased:
                    await self._finish(customer_id, None, None)

    async def _erase_again(self, customer_id: CustomerId) -> None:
        self._references.begin(customer_id)
        try:
            await self._engine.request(EraseCustomer(customer_id), "clock")
        except Refusal as refusal:
            _log.warning("customer.not-erased-again", customer_id=customer_id, code=str(refusal))
        else:
            _log.warning("customer.erased-again", customer_id=customer_id)

    # ---- what follows the fact

    async def _finish(
        self, customer_id: CustomerId, number: str | None, name: str | None
    ) -> Erasure:
        """Remove all else; without a number, since who it was is forgotten, nothing is looked for.

        What is looked for is never told to anybody, and is forgotten with the end of this.
        """
        calls = await self._recorded_calls(customer_id)
        for call_id in await self._voicemails.recorded(calls):
            await self._voicemails.delete(call_id)
        account_id = self._engine.account_id
        notes = await self._journal.records.notes_about(account_id, customer_id)
        await self._journal.keep_notes(account_id, [replace(note, text=None) for note in notes])
        await asyncio.to_thread(self._files.remove_replaced)
        try:
            await self._scrub(number, [name, *(note.text for note in notes)])
        except JournalAway as away:
            _log.warning("customer.erased-in-part", customer_id=customer_id, reason=str(away))
            return Erasure(customer_id, is_finished=False)
        erasure = await asyncio.to_thread(self._look_for, customer_id, number)
        self._references.finish(customer_id)
        _log.info("customer.erased", customer_id=customer_id, files_read=erasure.files_read)
        return erasure

    async def _scrub(self, number: str | None, texts: Sequence[str | None]) -> None:
        """Go through all that the store keeps only where something is left after the little."""
        if number is None:
            await self._journal.scrub(thorough=True)
            return
        await self._journal.scrub(thorough=False)
        traces = [*_traces(number), *(text.encode() for text in texts if text)]
        is_left = await asyncio.to_thread(self._is_in_journal, traces)
        if is_left:
            await self._journal.scrub(thorough=True)

    def _is_in_journal(self, traces: Sequence[bytes]) -> bool:
        return next(files_with(traces, self._files.journal()), None) is not None

    def _look_for(self, customer_id: CustomerId, number: str | None) -> Erasure:
        traces = [] if number is None else _traces(number)
        if not traces:
            return Erasure(customer_id, is_finished=True)
        files = self._files.everything()
        self._files.empty_logs(list(files_with(traces, files)))
        found = [self._files.name(file) for file in files_with(traces, files)]
        return Erasure(customer_id, is_finished=True, files_read=len(files), found_in=found)


def _traces(number: str) -> list[bytes]:
    return [each.encode() for each in spellings(number)]
