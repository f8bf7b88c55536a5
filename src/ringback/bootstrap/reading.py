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
from ringback.records.listing import Row, fairness_rows, timeline_rows
from ringback.records.reasons import why_rows
from ringback.runtime.number_book import AccountNumberBook
from ringback.runtime.recovery import PAGE, recover
from ringback.storage.sqlite import open_read_only
from ringback.storage.sqlite_reader import SqliteReader

from .account import ACCOUNT, line_numbers, phone_names
from .failures import CannotStart, NothingFound
from .kept_numbers import outside_numbers
from .prompts import PromptFinder


@dataclass(frozen=True, slots=True)
class ReadAccount:
    """The records of an account at the moment of reading, and what its references stand for."""

    world: World
    settings: AccountSettings
    records: RecordBook
    number_book: NumberBook

    def about(
        self, callback_id: CallbackId, *, why_at: datetime | None = None, fairness: bool = False
    ) -> Sequence[Row]:
        """Tell all of one callback; or why it is not ringing yet (R46), or who came first (R47).

        Raises `NothingFound`.
        """
        if why_at is not None:
            return self._why(callback_id, why_at)
        if fairness:
            return self._fairness(callback_id)
        rows = timeline_rows(self.records, self.number_book, callback_id)
        if not rows:
            raise NothingFound(f"There is no callback {callback_id}.")
        return rows

    def _why(self, callback_id: CallbackId, at: datetime) -> Sequence[Row]:
        callback = self.world.callbacks.get(callback_id)
        if callback is None or not isinstance(callback.state, Queued):
            raise NothingFound(f"The callback {callback_id} waits in no queue.")
        return why_rows(self.world, self.number_book, callback, at)

    def _fairness(self, callback_id: CallbackId) -> Sequence[Row]:
        account = self.records.fairness(callback_id)
        if account is None:
            raise NothingFound(f"The callback {callback_id} has not ended, or is unknown.")
        return fairness_rows(self.records, self.number_book, account)


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
        outside_numbers=outside_numbers(settings),
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
