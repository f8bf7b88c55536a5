"""Opens what the settings name: a journal in a file of SQLite, or in a database of PostgreSQL."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Protocol

from ringback.config.settings import Settings
from ringback.core.ids import AccountId
from ringback.people import PeopleStore
from ringback.ports import Journal, JournalHealth
from ringback.storage.postgres import PostgresJournal
from ringback.storage.postgres_reader import PostgresReader
from ringback.storage.sqlite import SqliteJournal, open_read_only

from .failures import CannotStart
from .kept_records import JournalWithRecords


class JournalReader(JournalWithRecords, Protocol):
    """A journal that is only read, beside a server or without one."""

    @property
    def people(self) -> PeopleStore: ...

    async def accounts(self) -> Sequence[AccountId]: ...

    async def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Store:
    """A journal to write, and what is to be known of it meanwhile."""

    journal: Journal
    health: Callable[[], JournalHealth]
    watch: Callable[[], Awaitable[object]]
    """Return, or raise, once nothing can be appended any more."""


@asynccontextmanager
async def open_store(settings: Settings) -> AsyncIterator[Store]:
    """Lend the journal to one writer. Raises `JournalFailed`."""
    database = settings.storage.database
    if database is None:
        file = SqliteJournal.open(settings.journal_path)
        store = Store(file, file.health, asyncio.Event().wait)
    else:
        journal = await PostgresJournal.open(database.get_secret_value())
        store = Store(journal, journal.health, journal.watch)
    try:
        yield store
    finally:
        await store.journal.close()


async def open_reader(settings: Settings) -> JournalReader:
    """Open the journal for reading. Raises `JournalFailed`, and `CannotStart` if there is none."""
    if settings.storage.database is not None:
        return await PostgresReader.open(settings.storage.database.get_secret_value())
    require_journal(settings)
    return open_read_only(settings.journal_path)


def has_journal(settings: Settings) -> bool:
    """Tell whether there is a file yet; a database says so itself."""
    return settings.storage.database is not None or settings.journal_path.exists()


def require_journal(settings: Settings) -> None:
    """Raise `CannotStart` when there is no file yet; a database says so itself."""
    if not has_journal(settings):
        raise CannotStart(
            f"There is no journal at {settings.journal_path} yet; `ringback serve` makes it."
        )
