"""A process that appends without end and says what was acknowledged, until it is killed."""

import asyncio
import os
import sys
from pathlib import Path

from tests.storage.examples import facts

from ringback.core.ids import AccountId
from ringback.ports import Journal
from ringback.storage.postgres import PostgresJournal
from ringback.storage.sqlite import SqliteJournal

ACCOUNTS = tuple(AccountId(f"account-{number}") for number in range(4))


async def serve(place: str, appends_max: int) -> None:
    """Append to all accounts at once; each line says `account sequence`."""
    journal = await _opened(place)

    async def append(account_id: AccountId) -> None:
        last = len(await journal.read(account_id, 0, 1_000_000))
        for size in [1, 5, 2] * (appends_max // 3):
            await journal.append(account_id, last, facts(last + 1, last + size))
            last += size
            os.write(1, f"{account_id} {last}\n".encode())

    await asyncio.gather(*map(append, ACCOUNTS))
    await journal.close()


async def _opened(place: str) -> Journal:
    if place.startswith("postgresql://"):
        return await PostgresJournal.open(place)
    return SqliteJournal.open(Path(place))


if __name__ == "__main__":
    asyncio.run(serve(sys.argv[1], appends_max=int(sys.argv[2])))
