"""A server on PostgreSQL killed with -9 at any moment: what it acknowledged is there."""

import asyncio
import os
import sys
from pathlib import Path
from random import Random

import pytest
from tests.storage.appending_server import ACCOUNTS
from tests.storage.examples import facts

from ringback.core.ids import AccountId
from ringback.ports import JournalFailed
from ringback.storage.postgres_reader import PostgresReader

ROUNDS = int(os.environ.get("TEST_KILL_ROUNDS", "20")) // 4
SEED = int(os.environ.get("TEST_SEED", "1"))
ENDLESS = 3_000_000


@pytest.mark.slow
async def test_killed_server_has_lost_nothing_it_acknowledged(database: str) -> None:
    """S1, S22: every acknowledged fact is there, once; the next server starts by itself."""
    random = Random(SEED)
    acknowledged = dict.fromkeys(ACCOUNTS, 0)
    for _ in range(ROUNDS):
        server = await _start(database, ENDLESS)
        assert server.stdout is not None
        for _ in range(random.randrange(1, 400)):
            _note(acknowledged, await server.stdout.readline())
        server.kill()
        for line in (await server.stdout.read()).splitlines():
            _note(acknowledged, line)
        assert await server.wait() == -9

        reader = await PostgresReader.open(database)
        for account_id, sequence in acknowledged.items():
            kept = list(await reader.read(account_id, 0, 1_000_000))
            assert len(kept) >= sequence
            assert kept == facts(1, len(kept))
        await reader.close()
    print(f"seed {SEED}: {ROUNDS} kills injected, 0 broken")


@pytest.mark.slow
async def test_second_process_is_refused_while_the_first_lives(database: str) -> None:
    """S22: it writes nothing and says why."""
    server = await _start(database, ENDLESS)
    assert server.stdout is not None
    await server.stdout.readline()

    second = await _start(database, 3)
    _, errors = await asyncio.wait_for(second.communicate(), 30)

    server.kill()
    await server.wait()
    assert JournalFailed.__name__ in errors.decode()
    assert "Another Ringback server" in errors.decode()


def _note(acknowledged: dict[AccountId, int], line: bytes) -> None:
    account, sequence = line.split()
    acknowledged[AccountId(account.decode())] = int(sequence)


async def _start(database: str, appends_max: int) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.storage.appending_server", database, str(appends_max)),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    )
