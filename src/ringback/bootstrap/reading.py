"""Reads what the journal tells, for the command line, whether a server runs or not."""

import asyncio
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from ringback.config.settings import Settings
from ringback.core.events import Fact
from ringback.core.ids import CallbackId, CustomerId
from ringback.core.settings import AccountSettings
from ringback.core.states import Queued, Suspended
from ringback.core.world import World
from ringback.figures import Figures, FiguresWanted
from ringback.history import CallbackFilter, CallFilter, CallType, RecordStore
from ringback.ports import NumberBook
from ringback.records.archive import Archive, CallOfThePast
from ringback.records.listing import (
    Row,
    call_rows,
    callback_rows,
    contact_rows,
    conversation_rows,
    fairness_rows,
    timeline_rows,
    to_call_rows,
    voicemail_rows,
)
from ringback.records.reasons import why_rows
from ringback.runtime.recovery import PAGE
from ringback.runtime.voicemails import kept_voicemail

from .account import number_book_of
from .failures import NothingFound
from .kept_numbers import outside_numbers
from .kept_records import recover_for_reading
from .prompts import PromptFinder
from .store import open_reader


@dataclass(frozen=True, slots=True)
class ReadAccount:
    """An account at the moment of reading, its records, and what its references stand for."""

    world: World
    archive: Archive
    number_book: NumberBook


async def read_calls(settings: Settings, limit: int) -> Sequence[Row]:
    """Give calls, those that go on and then the newest."""
    async with reading(settings) as read:
        alive = [CallOfThePast(call, None) for call in read.archive.book.going_on()]
        page = await read.archive.calls(CallFilter(), limit=limit)
        calls = [*await read.archive.annotated(alive), *page.items]
        return call_rows(calls[:limit], read.number_book)


async def find_contacts(settings: Settings, text: str, limit: int) -> Sequence[Row]:
    """Give the contacts whose number or name holds a text, the newest first."""
    async with reading(settings) as read:
        page = await read.archive.contacts(text, limit=limit)
        return contact_rows(page.items, read.number_book)


async def read_conversation(settings: Settings, contact_id: str, limit: int) -> Sequence[Row]:
    """Give all that went on with a contact, the newest first."""
    async with reading(settings) as read:
        page = await read.archive.conversation(CustomerId(contact_id), limit=limit)
        return conversation_rows(page.items, read.number_book)


async def read_voicemails(settings: Settings, limit: int) -> Sequence[Row]:
    """Give the messages that callers left, the newest first."""
    async with reading(settings) as read:
        going_on = (call for call in read.archive.book.calls(limit) if call.ended_at is None)
        page = await read.archive.calls(CallFilter(type=CallType.VOICEMAIL), limit=limit)
        calls = [call for call in going_on if call.voicemail_seconds is not None]
        calls += [each.call for each in page.items]
        file_of = partial(kept_voicemail, settings.voicemails)
        return voicemail_rows(calls[:limit], read.number_book, file_of)


async def read_callbacks(settings: Settings, limit: int, *, to_call: bool) -> Sequence[Row]:
    """Give callbacks, the newest first; those to call by hand in the order of their list."""
    async with reading(settings) as read:
        if to_call:
            return to_call_rows(read.archive.book.to_call(limit), read.number_book)
        page = await read.archive.callbacks(CallbackFilter(), limit=limit)
        return callback_rows(page.items, read.number_book)


async def read_about(
    settings: Settings,
    callback_id: CallbackId,
    *,
    why_at: datetime | None = None,
    fairness: bool = False,
) -> Sequence[Row]:
    """Tell all of one callback; or why it is not ringing yet (R46), or who came first (R47).

    Raises `NothingFound`.
    """
    async with reading(settings) as read:
        if why_at is not None:
            return _why(read, callback_id, why_at)
        if fairness:
            return await _fairness(read, callback_id)
        story = await read.archive.story(callback_id)
        rows = timeline_rows(story, read.number_book, callback_id)
    if not rows:
        raise NothingFound(f"There is no callback {callback_id}.")
    return rows


async def read_account_settings(settings: Settings) -> AccountSettings:
    """Give the account's settings in force."""
    async with reading(settings) as read:
        return read.world.settings


def _why(read: ReadAccount, callback_id: CallbackId, at: datetime) -> Sequence[Row]:
    callback = read.world.callbacks.get(callback_id)
    if callback is None or not isinstance(callback.state, Queued | Suspended):
        raise NothingFound(f"The callback {callback_id} waits in no queue.")
    return why_rows(read.world, read.number_book, callback, at)


async def _fairness(read: ReadAccount, callback_id: CallbackId) -> Sequence[Row]:
    story = await read.archive.story_among_others(callback_id)
    account = story.fairness(callback_id)
    if account is None:
        raise NothingFound(f"The callback {callback_id} has not ended, or is unknown.")
    return fairness_rows(story, read.number_book, account)


@asynccontextmanager
async def reading(settings: Settings) -> AsyncIterator[ReadAccount]:
    """Open an account without writing anything.

    Raises `CannotStart` when there is no journal yet, and `JournalFailed`.
    """
    journal = await open_reader(settings)
    try:
        recovered = await recover_for_reading(journal, settings.account_id)
        world = recovered.account.world
        number_book = number_book_of(
            settings,
            recovered.account,
            outside_numbers(settings),
            PromptFinder(settings.data).find,
        )
        yield ReadAccount(world, recovered.archive, number_book)
    finally:
        await journal.close()


async def read_figures(settings: Settings, wanted: FiguresWanted) -> Sequence[Figures]:
    """Count what became of calls and callbacks."""
    async with open_records(settings) as records:
        return await records.figures(settings.account_id, wanted)


@asynccontextmanager
async def open_records(settings: Settings) -> AsyncIterator[RecordStore]:
    """Open the records beside the journal; raises `CannotStart` or `JournalFailed`."""
    journal = await open_reader(settings)
    try:
        yield journal.records
    finally:
        await journal.close()


def past_facts(settings: Settings) -> Iterator[Fact]:
    """Go through the journal's facts from the first one on, outside of any event loop.

    Raises `CannotStart` when there is no journal yet, and `JournalFailed`.
    """
    with asyncio.Runner() as runner:
        journal = runner.run(open_reader(settings))
        try:
            sequence = 0
            while facts := runner.run(journal.read(settings.account_id, sequence, PAGE)):
                yield from facts
                sequence = facts[-1].sequence
        finally:
            runner.run(journal.close())
