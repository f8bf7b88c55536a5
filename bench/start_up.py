"""P7: from opening a journal of a million facts to the recovered account, with and without."""

import asyncio
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench.measuring.call_centre import CallCentre
from bench.measuring.report import Row, publish
from tests.postgres_server import running_postgres

from ringback.bootstrap.kept_records import recover_for_writing
from ringback.bootstrap.snapshots import FACTS_BETWEEN, sealed
from ringback.core.events import CallBegan, Fact
from ringback.core.ids import AccountId
from ringback.ports import Customer, Journal
from ringback.records.book import RecordBook
from ringback.records.documents import RECORDS_VERSION
from ringback.storage.freezing import freeze
from ringback.storage.postgres import PostgresJournal
from ringback.storage.sqlite import SqliteJournal

FACTS = int(os.environ.pop("RINGBACK_BENCH_FACTS", "1000000"))
AGENTS = 100
WAITING = 200
INPUTS_AT_ONCE = 2_000
ACCOUNT = AccountId("bench")
FOLDER = Path(__file__).parent.parent / ".make" / "start_up"
BOUNDS = {"without": 60, "with": 5}


def main() -> int:
    """Live through a million facts into each store, then start from each; show and keep."""
    if sys.argv[1:]:
        sys.stdout.write(json.dumps(asyncio.run(_start(sys.argv[1]))) + "\n")
        return 0
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    found = _measured(str(FOLDER / "journal.db"))
    with running_postgres() as server:
        found |= _measured(server.make_database())
    rows = []
    for (store, kind), start in found.items():
        what = f"start-up, {start['facts']:,} facts, {store}, {kind} a snapshot"
        seconds, bound = start["seconds"], BOUNDS[kind]
        rows.append(Row("P7", what, f"<= {bound} s", f"{seconds:.1f} s", seconds <= bound))
    publish("start_up", rows, {f"{store} {kind}": start for (store, kind), start in found.items()})
    shutil.rmtree(FOLDER)
    return 0


def _measured(place: str) -> dict[tuple[str, str], dict[str, Any]]:
    """Live, and start without and with a snapshot; by store and kind of start."""
    store = "PostgreSQL" if place.startswith("postgres") else "SQLite"
    asyncio.run(_live(place))
    without = _started(place)
    asyncio.run(_keep_snapshot(place))
    return {(store, "without"): without, (store, "with"): _started(place)}


async def _open(place: str) -> Journal:
    if place.startswith("postgres"):
        return await PostgresJournal.open(place)
    return SqliteJournal.open(Path(place))


async def _live(place: str) -> None:
    """Let a call centre live, and keep every fact with its customers and records."""
    journal = await _open(place)
    lived: list[Fact] = []
    centre = CallCentre(agents=AGENTS, waiting=WAITING, witness=lived.extend)
    centre.fill()
    book, kept, begun = RecordBook(), 0, time.perf_counter()
    while kept < FACTS:
        centre.serve(INPUTS_AT_ONCE)
        facts = lived.copy()
        lived.clear()
        await journal.append(ACCOUNT, kept, facts, _customers(facts), book.fold(facts))
        kept += len(facts)
    await journal.records.stamp_records(ACCOUNT, RECORDS_VERSION)
    await journal.close()
    sys.stdout.write(f"{kept:,} facts kept in {time.perf_counter() - begun:.0f} s\n")


def _customers(facts: Sequence[Fact]) -> list[Customer]:
    events = (fact.event for fact in facts if isinstance(fact.event, CallBegan))
    return [
        Customer(event.customer_id, f"+3361{sum(event.customer_id.encode()):08}", event.customer_id)
        for event in events
        if event.customer_id is not None
    ]


async def _keep_snapshot(place: str) -> None:
    """Keep a snapshot as old as one may be when a server is killed."""
    journal = await _open(place)
    end = await journal.last_sequence(ACCOUNT) - FACTS_BETWEEN
    world, book, last = await _recovered_until(journal, end)
    begun = time.perf_counter()
    data = freeze((world, book, last))
    sys.stdout.write(f"{len(data):,} bytes frozen in {time.perf_counter() - begun:.2f} s\n")
    await journal.snapshots.keep(ACCOUNT, sealed(ACCOUNT, end, data))
    await journal.close()


async def _recovered_until(journal: Journal, end: int) -> tuple[Any, RecordBook, Fact]:
    from ringback.core.step import evolve
    from ringback.core.world import World

    world, book = World(), RecordBook()
    while world.sequence < end:
        facts = await journal.read(ACCOUNT, world.sequence, min(2_000, end - world.sequence))
        for fact in facts:
            evolve(world, fact)
        book.fold(facts)
    return world, book, facts[-1]


def _started(place: str) -> dict[str, Any]:
    command = [sys.executable, "-m", "bench.start_up", place]
    begun = time.perf_counter()
    done = subprocess.run(
        command, cwd=Path(__file__).parent.parent, capture_output=True, check=True, timeout=900
    )
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return {"seconds": time.perf_counter() - begun, **found, "load": os.getloadavg()[0]}


async def _start(place: str) -> dict[str, Any]:
    """Open the journal and recover the account, as every start does; tell how long each took."""
    begun = time.perf_counter()
    journal = await _open(place)
    opened = time.perf_counter()
    recovered = await recover_for_writing(journal, ACCOUNT)
    ready = time.perf_counter()
    await journal.close()
    return {
        "facts": recovered.account.world.sequence,
        "replayed_from": recovered.replayed_from,
        "customers": len(recovered.account.customers),
        "opening_seconds": opened - begun,
        "recovering_seconds": ready - opened,
    }


if __name__ == "__main__":
    sys.exit(main())
