"""S24 as a property: what a company lives through is the same whatever another one does."""

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any

import apsw
import pytest
from tests.api.office import Office, open_offices
from tests.storage.examples import ACME
from tests.storage.test_people_contract import entry

from ringback.core.events import Fact
from ringback.people import MAIN_ACCOUNT, LogFilter, PeopleChanges
from ringback.ports import Journal
from ringback.storage.account_tables import ACCOUNT_TABLES
from ringback.storage.memory import MemoryJournal
from ringback.storage.sqlite import SqliteJournal

NUMBERS = ("+33199002112", "+33199002145", "+442079460123")
AGENTS = ("lea", "tom", "ines")
DEEDS = 60
Answers = list[tuple[int, Any]]


class Life:
    """One company's people, who do what a seed says; what they were told is remembered."""

    def __init__(self, office: Office, seed: int, *, idle: bool = False) -> None:
        self.office = office
        self.told: Answers = []
        self._pick = Random(seed)
        self._idle = idle

    async def do_something(self) -> None:
        pick, number, agent = self._pick, self._pick.choice(NUMBERS), self._pick.choice(AGENTS)
        phone = f"/booth/phones/{number}"
        deeds: Sequence[tuple[str, str, object]] = (
            ("POST", f"{phone}/dial", {"line_id": pick.choice(("paris", "london"))}),
            ("POST", f"{phone}/press", {"digit": "*"}),
            ("POST", f"{phone}/answer", None),
            ("POST", f"{phone}/hang-up", None),
            ("PUT", f"/agents/{agent}/status", {"status": "online"}),
            ("PUT", f"/agents/{agent}/status", {"status": "do-not-disturb"}),
            ("POST", f"/agents/{agent}/hang-up", None),
            ("ACCEPT", agent, None),
            ("GET", "/queues", None),
            ("GET", "/health", None),
            ("GET", "/callbacks", None),
        )
        method, path, body = pick.choice((*deeds, *deeds[:2], *deeds[:2], deeds[4], deeds[7]))
        if self._idle:
            return
        if method == "ACCEPT":
            offers = await self._ask("GET", f"/agents/{path}/offers", None)
            for offer in offers["offers"]:
                await self._ask("POST", f"/offers/{offer['id']}/accept", {"agent_id": path})
        else:
            await self._ask(method, path, body)

    async def _ask(self, method: str, path: str, body: object) -> Any:
        answer = await self.office.http.request(method, f"/api/v1{path}", json=body)
        told = answer.json()
        self.told.append((answer.status_code, told))
        return told


async def both_live(lives: Sequence[Life], seed: int) -> None:
    """Let something happen in each company in turn, and time pass for both."""
    pause = Random(seed)
    for _ in range(DEEDS):
        for life in lives:
            await life.do_something()
            await life.office.settle()
        await _pass_time(lives, timedelta(seconds=pause.choice((1, 3, 10, 25))))


async def _pass_time(lives: Sequence[Life], duration: timedelta) -> None:
    time = lives[0].office.time
    end = time.now() + duration
    while (due := time.next_due()) is not None and due <= end:
        time.run_next()
        for life in lives:
            await life.office.settle()
    time.advance_to(end)
    for life in lives:
        await life.office.settle()


async def lived(
    folder: Path, journal: Journal, seed: int, *, alone: bool
) -> tuple[Sequence[Fact], Answers]:
    async with open_offices(folder, ["acme"], journal=journal) as [ours, theirs]:
        for office in (ours, theirs):
            office.services.presence.phone_connected(ours.world.agents["lea"].id)
        lives = [Life(ours, seed), Life(theirs, seed + 1_000, idle=alone)]
        await both_live(lives, seed)
        facts = await journal.read(MAIN_ACCOUNT, 0, 100_000)
        if not alone:
            assert lives[1].told, "the other company lives as well"
        return facts, lives[0].told


@pytest.mark.parametrize("seed", [1, 2])
async def test_life_of_a_company_is_the_same_whatever_another_one_does(
    tmp_path: Path, journal: Journal, seed: int
) -> None:
    """S24, S22: facts, their instants and numbers, and every answer of the API, in each store."""
    beside_another = await lived(tmp_path / "together", journal, seed, alone=False)
    alone = await lived(tmp_path / "apart", MemoryJournal(), seed, alone=True)

    assert len(alone[0]) > 80
    assert beside_another[0] == alone[0]
    assert beside_another[1] == alone[1]
    assert await journal.accounts() == ["acme", "main"]


async def test_removed_company_leaves_nothing_and_takes_nothing_along(
    tmp_path: Path, journal: Journal
) -> None:
    """S24: every table there is, by the store's own list of them."""
    await lived(tmp_path, journal, 1, alone=False)
    for account_id in (ACME, MAIN_ACCOUNT):
        await journal.people.keep(account_id, PeopleChanges(log=[entry(1)]))
    before = await journal.read(MAIN_ACCOUNT, 0, 100_000)

    await journal.remove_account(ACME)

    assert await journal.accounts() == [MAIN_ACCOUNT]
    assert await journal.read(MAIN_ACCOUNT, 0, 100_000) == before
    assert len(await journal.customers(MAIN_ACCOUNT)) > 0
    assert list(await journal.customers(ACME)) == []
    assert await journal.records.records_version(ACME) is None
    for account_id, left in ((ACME, 0), (MAIN_ACCOUNT, 1)):
        log = await journal.people.log(account_id, LogFilter(), before=None, limit=9)
        assert len(log) == left


def test_every_table_is_removed_from(tmp_path: Path) -> None:
    """A table that is added cannot be forgotten: each has the account first in its key."""
    SqliteJournal.open(tmp_path / "journal.db")
    file = apsw.Connection(str(tmp_path / "journal.db"), flags=apsw.SQLITE_OPEN_READONLY)
    tables = {
        name: [column for _, column, *_ in file.execute(f"PRAGMA table_info({name})")]
        for (name,) in file.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
        if not name.startswith("sqlite_")
    }
    of_accounts = {name for name, columns in tables.items() if columns[0] == "account"}
    indexes = [
        [column for _, _, column in file.execute(f"PRAGMA index_info({name})")]
        for (name,) in file.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name <> 'schema_version'"
        )
    ]

    assert of_accounts == set(ACCOUNT_TABLES)
    assert {name for name in tables if name not in of_accounts} <= {"schema_version"}
    assert [columns for columns in indexes if columns[0] != "account"] == []
