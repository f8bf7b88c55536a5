"""Reads what the journal tells, for the command line, whether a server runs or not."""

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from ringback.config.settings import Settings
from ringback.core.events import Fact
from ringback.core.ids import CallbackId
from ringback.core.settings import AccountSettings
from ringback.core.states import Queued
from ringback.core.world import World
from ringback.ports import NumberBook
from ringback.records.book import RecordBook
from ringback.records.reasons import Row, why_rows
from ringback.runtime.number_book import AccountNumberBook
from ringback.runtime.recovery import PAGE, recover
from ringback.storage.sqlite import open_read_only
from ringback.storage.sqlite_reader import SqliteReader

from .account import ACCOUNT, line_numbers, phone_names
from .failures import CannotStart
from .prompts import PromptFinder


@dataclass(frozen=True, slots=True)
class ReadAccount:
    """The records of an account at the moment of reading, and what its references stand for."""

    world: World
    settings: AccountSettings
    records: RecordBook
    number_book: NumberBook

    def why_not_yet(self, callback_id: CallbackId, at: datetime) -> Sequence[Row]:
        """Say why a waiting callback is not ringing yet (R46); nothing when it waits nowhere."""
        callback = self.world.callbacks.get(callback_id)
        if callback is None or not isinstance(callback.state, Queued):
            return ()
        return why_rows(self.world, self.number_book, callback, at)


async def read_account(settings: Settings) -> ReadAccount:
    """Fold the journal into records without writing anything.

    Raises `CannotStart` when there is no journal yet, and `JournalFailed`.
    """
    journal = _opened(settings)
    records = RecordBook()
    try:
        recovered = await recover(journal, ACCOUNT, records.fold)
    finally:
        await journal.close()
    number_book = AccountNumberBook(
        world=recovered.world,
        customers=recovered.customers,
        line_numbers=line_numbers(settings),
        phones=phone_names(settings),
        find_prompt=PromptFinder(settings.data / "spoken").find,
    )
    return ReadAccount(recovered.world, recovered.world.settings, records, number_book)


def past_facts(settings: Settings) -> Iterator[Fact]:
    """Go through the journal's facts from the first one on, outside of any event loop.

    Raises `CannotStart` when there is no journal yet, and `JournalFailed`.
    """
    with asyncio.Runner() as runner:
        journal = _opened(settings)
        try:
            sequence = 0
            while facts := runner.run(journal.read(ACCOUNT, sequence, PAGE)):
                yield from facts
                sequence = facts[-1].sequence
        finally:
            runner.run(journal.close())


def _opened(settings: Settings) -> SqliteReader:
    path = settings.journal_path
    if not path.exists():
        raise CannotStart(f"There is no journal at {path} yet; `ringback serve` makes it.")
    return open_read_only(path)
