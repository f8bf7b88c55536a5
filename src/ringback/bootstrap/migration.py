"""Moves an installation from its file of SQLite into a database of PostgreSQL, and checks it."""

from collections.abc import Callable, Sequence
from pathlib import Path

from ringback.config.settings import Settings
from ringback.core.events import Fact
from ringback.core.ids import AccountId
from ringback.core.world import World
from ringback.ports import Journal, JournalFailed
from ringback.runtime.recovery import recover
from ringback.storage.postgres import PostgresJournal
from ringback.storage.postgres_import import Imported, import_journal
from ringback.storage.sqlite import SqliteJournal

from .failures import CannotStart
from .kept_records import rebuild

PASSES = 4
"""How often each fact is gone through: copied, compared, and replayed on both sides."""


def find_source(settings: Settings, named: Path | None) -> Path:
    """Find the file to move from. Raises `CannotStart` unless it and the database are known."""
    if settings.storage.database is None:
        raise CannotStart(
            "storage.database does not say where to move to: set it, best as"
            " RINGBACK_STORAGE__DATABASE, to an address that begins with postgresql://."
        )
    path = (named or settings.data / "ringback.db").expanduser()
    if not path.exists():
        raise CannotStart(f"There is no journal at {path}: name it with --from.")
    return path


async def migrate(settings: Settings, source: Path, told: Callable[[int], None]) -> Imported:
    """Copy the file's journal into the database of the settings; the file stays as it is.

    Neither may be in use by a server. `told` hears of each fact `PASSES` times. Raises
    `JournalFailed`; unless all of it was read back as it was written, the database holds nothing.
    """
    assert settings.storage.database is not None
    database = settings.storage.database.get_secret_value()
    file = SqliteJournal.open(source)
    try:
        journal = await PostgresJournal.open(database)
        try:
            imported = await import_journal(database, file, told)
            for account_id in await file.accounts():
                await _replay_both(file, journal, account_id, told)
            return imported
        finally:
            await journal.close()
    finally:
        await file.close()


async def count_facts(path: Path) -> int:
    """Count what `migrate` will go through."""
    file = SqliteJournal.open(path)
    try:
        return sum([await file.last_sequence(each) for each in await file.accounts()])
    finally:
        await file.close()


async def _replay_both(
    file: Journal, journal: Journal, account_id: AccountId, told: Callable[[int], None]
) -> None:
    """Replay both sides, making the records of the new one; the worlds must be the same (S21)."""
    gone_through = 0

    def follow(sequence: int) -> None:
        nonlocal gone_through
        told(sequence - gone_through)
        gone_through = sequence

    async def count(facts: Sequence[Fact]) -> None:
        told(len(facts))

    before = (await recover(file, account_id, count)).world
    after = (await rebuild(journal, journal.records, account_id, follow)).account.world
    if _seen(before) != _seen(after):
        raise JournalFailed(
            f"The journal of account {account_id} does not give the same company in the database"
            " as in the file: keep to the file, and report this."
        )


def _seen(world: World) -> tuple[object, ...]:
    return (
        world.sequence,
        world.now,
        world.settings,
        world.lines,
        world.flows,
        world.tags,
        world.teams,
        world.agents,
        world.calls,
        world.outbound_calls,
        world.callbacks,
        world.follow_ups,
        world.alerts,
    )
