"""A server killed with -9 at any moment: what it acknowledged is there, and it can start again."""

import asyncio
import os
import sys
from pathlib import Path
from random import Random

import pytest
from tests.storage.appending_server import ACCOUNTS
from tests.storage.examples import facts

from ringback.core.ids import AccountId
from ringback.ports import JournalFailed, JournalFenced
from ringback.storage.sqlite import SqliteJournal, open_read_only

ROUNDS = int(os.environ.get("TEST_KILL_ROUNDS", "20"))
FILES = 4
SEED = int(os.environ.get("TEST_SEED", "1"))
ENDLESS = 3_000_000


@pytest.mark.slow
async def test_killed_server_has_lost_nothing_it_acknowledged(tmp_path: Path) -> None:
    """S1: every acknowledged fact is there after kill -9, and nothing blocks the next start."""
    paths = [tmp_path / f"journal-{number}.db" for number in range(FILES)]

    killed = await asyncio.gather(
        *(_kill_repeatedly(path, Random(SEED + number)) for number, path in enumerate(paths))
    )

    print(f"seed {SEED}: {sum(killed)} kills injected, 0 broken")
    assert sum(killed) == ROUNDS // FILES * FILES


async def test_second_process_is_refused_and_fenced(tmp_path: Path) -> None:
    """S22: refused while the first server lives; fenced if somebody has removed the lock."""
    path = tmp_path / "journal.db"
    journal = SqliteJournal.open(path)
    await journal.append(ACCOUNTS[0], 0, facts(1, 1))

    assert JournalFailed.__name__ in await _run_to_the_end(path)
    os.unlink(path.with_name("journal.db.lock"))
    assert await _run_to_the_end(path) == ""

    with pytest.raises(JournalFenced):
        await journal.append(ACCOUNTS[0], 1, facts(2, 2))
    assert list(await journal.read(ACCOUNTS[0], 0, 99)) == facts(1, 9)
    await journal.close()


async def _kill_repeatedly(path: Path, random: Random) -> int:
    acknowledged = dict.fromkeys(ACCOUNTS, 0)
    for _ in range(ROUNDS // FILES):
        server = await _start(path, ENDLESS)
        assert server.stdout is not None
        for _ in range(random.randrange(1, 400)):
            account, sequence = (await server.stdout.readline()).split()
            acknowledged[AccountId(account.decode())] = int(sequence)
        server.kill()
        for line in (await server.stdout.read()).splitlines():
            account, sequence = line.split()
            acknowledged[AccountId(account.decode())] = int(sequence)
        assert await server.wait() == -9
        await _compare(path, acknowledged)
    return ROUNDS // FILES


async def _compare(path: Path, acknowledged: dict[AccountId, int]) -> None:
    reader = open_read_only(path)
    for account_id, sequence in acknowledged.items():
        kept = list(await reader.read(account_id, 0, 1_000_000))
        assert len(kept) >= sequence
        assert kept == facts(1, len(kept))
    await reader.close()


async def _start(path: Path, appends_max: int) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.storage.appending_server", str(path), str(appends_max)),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    )


async def _run_to_the_end(path: Path) -> str:
    server = await _start(path, 3)
    _, errors = await asyncio.wait_for(server.communicate(), 30)
    return errors.decode()
