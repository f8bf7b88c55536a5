"""What is left of customers who were erased in the stores' own files: nothing."""

import re
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from random import Random

import apsw
import pytest
from tests.postgres_server import PostgresServer
from tests.storage.examples import ACME, facts

from ringback.core.ids import CustomerId
from ringback.ports import Customer, Journal, JournalAway
from ringback.storage import sqlite, sqlite_file
from ringback.storage.postgres import PostgresJournal
from ringback.storage.sqlite import SqliteJournal

CUSTOMERS = 2_000
ERASED_EACH = 100
MOBILE, NOBODY = re.compile(rb"336(?=(\d{8}))"), re.compile(rb"Nobody\d{8}else")
"""Neither can overlap itself, so that digits before a number hide none."""


def _customers() -> list[Customer]:
    """Numbers and names that nothing else holds, in an order that splits pages."""
    drawn = Random(7).sample(range(10_000_000, 99_999_999), CUSTOMERS)
    return [
        Customer(CustomerId(f"c{count}"), f"+336{number}", f"Nobody{number}else")
        for count, number in enumerate(drawn, 1)
    ]


async def _fill(journal: Journal, customers: Sequence[Customer]) -> None:
    """Store customers as they come: the number first, the name with a later call."""
    await journal.append(ACME, 0, facts(1, 1))
    nameless = [Customer(one.id, one.number, None) for one in customers]
    for start in range(0, CUSTOMERS, 50):
        await journal.append(ACME, 1, [], nameless[start : start + 50])
    for start in range(0, CUSTOMERS, 50):
        await journal.append(ACME, 1, [], customers[start : start + 50])


async def _erase(journal: Journal, customers: Sequence[Customer]) -> Sequence[Customer]:
    """Erase some at a time, as they would be asked for, and give who is left."""
    gone, left = customers[: CUSTOMERS // 2 : 2], set(customers[: CUSTOMERS // 2 : 2])
    for start in range(0, len(gone), ERASED_EACH):
        some = [Customer(one.id, None, None) for one in gone[start : start + ERASED_EACH]]
        await journal.append(ACME, 1, [], some)
    await journal.scrub(thorough=True)
    return [one for one in customers if one not in left]


def _found(customers: Sequence[Customer], content: bytes) -> list[str]:
    there = {*(b"336" + rest for rest in MOBILE.findall(content)), *NOBODY.findall(content)}
    told = [text for one in customers for text in (one.number, one.name) if text]
    return [text for text in told if text.lstrip("+").encode() in there]


def _on_disk(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.iterdir())


async def test_nothing_of_erased_customers_is_left_in_the_file_or_its_log(tmp_path: Path) -> None:
    """Also while the journal is open; the others are all there."""
    customers = _customers()
    journal = SqliteJournal.open(tmp_path / "journal.db")
    await _fill(journal, customers)
    assert len(_found(customers, _on_disk(tmp_path))) == 2 * CUSTOMERS

    left = await _erase(journal, customers)

    gone = [one for one in customers if one not in set(left)]
    assert _found(gone, _on_disk(tmp_path)) == []
    assert len(_found(left, _on_disk(tmp_path))) == 2 * len(left)
    kept = {one.id: one for one in await journal.customers(ACME)}
    assert all(kept[one.id] == one for one in left)
    assert all(kept[one.id] == Customer(one.id, None, None) for one in gone)
    await journal.close()
    assert _found(gone, _on_disk(tmp_path)) == []


async def test_nothing_is_left_of_what_an_earlier_release_wrote(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Releases before did not wipe what they deleted or moved."""
    customers, path = _customers(), tmp_path / "journal.db"
    without = {**sqlite_file.WRITER_SETTINGS, "secure_delete": "off"}
    monkeypatch.setattr(sqlite_file, "WRITER_SETTINGS", without)
    before = SqliteJournal.open(path)
    await _fill(before, customers)
    await before.close()
    monkeypatch.undo()
    journal = SqliteJournal.open(path)

    left = await _erase(journal, customers)

    gone = [one for one in customers if one not in set(left)]
    assert _found(gone, _on_disk(tmp_path)) == []
    assert len(await journal.customers(ACME)) == CUSTOMERS
    await journal.close()


async def test_scrubbing_waits_for_whoever_reads_the_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It gives up after a while and says so; asked again, it succeeds, and appends went on."""
    monkeypatch.setattr(sqlite, "SCRUBS_MAX", 2)
    monkeypatch.setattr(sqlite, "SECONDS_BETWEEN_SCRUBS", 0.01)
    marie = Customer(CustomerId("c1"), "+33612345678", "Marie")
    path = tmp_path / "journal.db"
    journal = SqliteJournal.open(path)
    await journal.append(ACME, 0, facts(1, 1), [marie])
    with closing(apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)) as reading, reading:
        reading.execute("SELECT count(*) FROM customer").fetchall()
        await journal.append(ACME, 1, facts(2, 2), [Customer(marie.id, None, None)])
        with pytest.raises(JournalAway):
            await journal.scrub(thorough=True)
        await journal.append(ACME, 2, facts(3, 3))
        assert b"33612345678" in _on_disk(tmp_path)

    await journal.scrub(thorough=True)

    assert b"33612345678" not in _on_disk(tmp_path)
    assert await journal.last_sequence(ACME) == 3
    await journal.close()


async def test_nothing_of_erased_customers_is_left_in_the_database(
    shared_postgres: PostgresServer, database: str
) -> None:
    """Neither in dead rows nor in the statistics of the planner."""
    customers = _customers()
    journal = await PostgresJournal.open(database)
    await _fill(journal, customers)
    shared_postgres.execute("ANALYZE ringback.customer", database)
    some = customers[:ERASED_EACH]
    assert len(_found(some, shared_postgres.on_disk())) == 2 * len(some)

    left = await _erase(journal, customers)

    gone = [one for one in customers if one not in set(left)][:ERASED_EACH]
    assert _found(gone, shared_postgres.on_disk()) == []
    kept = {one.id: one for one in await journal.customers(ACME)}
    assert all(kept[one.id] == one for one in left)
    await journal.close()
