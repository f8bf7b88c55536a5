"""P4: inputs committed per second, and from a key press to its commit, in each kind of store."""

import asyncio
import contextlib
import os
import random
import shutil
import sys
import time
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any

from bench.measuring.null_telephony import NullTelephony
from bench.measuring.report import Row, machine, publish, quantile
from tests.postgres_server import find_programs, running_postgres

from ringback.bootstrap.account import Account, open_account
from ringback.bootstrap.company import configure_company
from ringback.config.loading import check_settings
from ringback.config.settings import Settings
from ringback.core.events import CallbackRequested, Fact
from ringback.core.ids import AgentId, CallId
from ringback.core.inputs import SetAgentStatus
from ringback.core.settings import AgentStatus
from ringback.ports import Journal
from ringback.runtime.clock import SystemClock
from ringback.storage.postgres import PostgresJournal
from ringback.storage.sqlite import SqliteJournal

LINE = "+33199001000"
AGENTS = 50
CALLERS_AT_ONCE = 400
FLOOD_SECONDS = 10.0
CALLS_PER_MINUTE = 500
PRESS_SECONDS = 60.0
PRESS_AFTER_SECONDS = 2.0
TALK_SECONDS = 4.0
ASKS_FOR_CALLBACK = 0.25
Store = Callable[[str], AbstractAsyncContextManager[Journal]]
"""Opens a new journal of a name."""
FOLDER = Path(__file__).parent.parent / ".make" / "journal_speed"


def main() -> int:
    """Measure, show and keep."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    syncs = _sync_times()
    flood = asyncio.run(_flood(_in_file))
    presses = asyncio.run(_presses(_in_file))
    rows = [
        Row(
            "P4",
            "committed inputs, SQLite, synchronous=full",
            ">= 5,000/s",
            f"{flood['inputs_per_second']:,.0f}/s",
            flood["inputs_per_second"] >= 5_000,
        ),
        Row(
            "P4",
            f"key press to commit, {CALLS_PER_MINUTE} calls/min: p99",
            "<= 20 ms",
            f"{presses['p99_ms']:.1f} ms",
            presses["p99_ms"] <= 20,
        ),
    ]
    details = {"flood": flood, "presses": presses, "disk": syncs}
    if find_programs() is None:
        sys.stderr.write("PostgreSQL 15 or newer is not installed: only SQLite is measured.\n")
    else:
        in_database = _measure_postgres()
        rows += _rows_of_postgres(in_database)
        details["postgres"] = in_database
    publish("journal_speed", rows, details)
    return 0


def _measure_postgres() -> dict[str, Any]:
    """Measure the same on a PostgreSQL as Debian ships it, over a Unix socket."""
    with running_postgres() as server:

        def in_database(_: str) -> AbstractAsyncContextManager[Journal]:
            return _postgres(server.make_database())

        return {
            "flood": asyncio.run(_flood(in_database)),
            "presses": asyncio.run(_presses(in_database)),
        }


def _rows_of_postgres(measured: Mapping[str, Any]) -> list[Row]:
    """No mark is set for it: it stands beside SQLite's."""
    return [
        Row(
            "P4",
            "committed inputs, PostgreSQL, synchronous_commit=on",
            "-",
            f"{measured['flood']['inputs_per_second']:,.0f}/s",
            True,
        ),
        Row(
            "P4",
            f"key press to commit, {CALLS_PER_MINUTE} calls/min, PostgreSQL: p99",
            "-",
            f"{measured['presses']['p99_ms']:.1f} ms",
            True,
        ),
    ]


@contextlib.asynccontextmanager
async def _in_file(name: str) -> AsyncIterator[Journal]:
    journal = SqliteJournal.open(FOLDER / f"{name}.db")
    try:
        yield journal
    finally:
        await journal.close()


@contextlib.asynccontextmanager
async def _postgres(address: str) -> AsyncIterator[Journal]:
    journal = await PostgresJournal.open(address)
    try:
        yield journal
    finally:
        await journal.close()


async def _flood(store: Store) -> dict[str, Any]:
    """Keep so many callers on the line that an input is always waiting."""
    chance = random.Random(1)

    def perhaps_press(call_id: CallId) -> None:
        if chance.random() < ASKS_FOR_CALLBACK:
            telephony.press_star(call_id)

    def next_caller() -> None:
        if time.monotonic() < until:
            asyncio.get_running_loop().call_soon(telephony.call_in, LINE)

    telephony = NullTelephony(talk_seconds=0, on_queued=perhaps_press, on_gone=next_caller)
    async with store("flood") as journal, _serving(journal, telephony) as account:
        commits = 0

        def count(_: Sequence[Fact]) -> None:
            nonlocal commits
            commits += 1

        account.engine.subscribe(count)
        before, reports = account.engine.world.sequence, telephony.reports
        begun = time.monotonic()
        until = begun + FLOOD_SECONDS
        for _ in range(CALLERS_AT_ONCE):
            telephony.call_in(LINE)
        await asyncio.sleep(FLOOD_SECONDS)
        inputs = telephony.reports - reports - account.engine.backlog
        spent = time.monotonic() - begun
        facts = account.engine.world.sequence - before
        await account.engine.settled()
    return {
        "inputs_per_second": inputs / spent,
        "facts_per_second": facts / spent,
        "commits_per_second": commits / spent,
        "load": machine()["load"],
    }


async def _presses(store: Store) -> dict[str, Any]:
    """Let calls come at random at a fixed rate; every caller presses `*` after a while."""
    chance = random.Random(2)
    pressed: dict[CallId, float] = {}
    spent: list[float] = []

    def press(call_id: CallId) -> None:
        pressed[call_id] = time.perf_counter()
        telephony.press_star(call_id)

    def plan_press(call_id: CallId) -> None:
        asyncio.get_running_loop().call_later(PRESS_AFTER_SECONDS, press, call_id)

    def note(facts: Sequence[Fact]) -> None:
        at = time.perf_counter()
        spent.extend(
            (at - pressed.pop(fact.event.call_id)) * 1000
            for fact in facts
            if isinstance(fact.event, CallbackRequested) and fact.event.call_id is not None
        )

    telephony = NullTelephony(talk_seconds=TALK_SECONDS, on_queued=plan_press, on_gone=lambda: None)
    async with store("presses") as journal, _serving(journal, telephony, online=10) as account:
        account.engine.subscribe(note)
        until = time.monotonic() + PRESS_SECONDS
        while time.monotonic() < until:
            telephony.call_in(LINE)
            await asyncio.sleep(chance.expovariate(CALLS_PER_MINUTE / 60))
    spent.sort()
    return {
        "presses": len(spent),
        "median_ms": quantile(spent, 0.5),
        "p99_ms": quantile(spent, 0.99),
        "max_ms": spent[-1],
        "load": machine()["load"],
    }


@contextlib.asynccontextmanager
async def _serving(
    journal: Journal, telephony: NullTelephony, online: int = AGENTS
) -> AsyncIterator[Account]:
    """Run the account as the server does, with this phone world in the place of Asterisk."""
    settings = _company()
    account = await open_account(
        settings,
        journal,
        make_clock=lambda last_at: SystemClock(not_before=last_at),
        make_telephony=lambda _clock, _book: telephony,
        find_prompt=lambda name: Path(name),
    )
    engine = asyncio.create_task(account.engine.run())
    await configure_company(account.engine, settings)
    phones = asyncio.create_task(telephony.run(account.engine.report))
    for n in range(online):
        status = SetAgentStatus(AgentId(f"agent{n}"), AgentStatus.ONLINE)
        await account.engine.request(status, "operator")
    try:
        yield account
    finally:
        phones.cancel()
        account.engine.stop()
        await asyncio.gather(engine, phones, return_exceptions=True)


def _company() -> Settings:
    ring = {
        "kind": "ring",
        "id": "ring",
        "team": "all",
        "rule": "longest-idle",
        "ring_for_seconds": 3600,
        "next": "end",
    }
    agents = [f"agent{n}" for n in range(AGENTS)]
    line = {
        "id": "bench",
        "number": LINE,
        "name": "Bench",
        "country": "FR",
        "flow": "main",
        "callbacks": {"settling_seconds": 0},
        "dialling": {"line_hour_max": 100_000},
    }
    return check_settings(
        {
            "agents": [{"id": agent, "name": agent, "phone": "desk"} for agent in agents],
            "teams": [{"id": "all", "name": "All", "members": agents}],
            "flows": [
                {
                    "id": "main",
                    "name": "Main",
                    "first": "ring",
                    "steps": [ring, {"kind": "hang-up", "id": "end"}],
                }
            ],
            "lines": [line],
        }
    )


def _sync_times(count: int = 300) -> dict[str, float]:
    """Time what one sync costs here, on blocks that the file already has."""
    file = FOLDER / "sync"
    file.write_bytes(bytes(8192 * count))
    descriptor = os.open(file, os.O_RDWR)
    spent = []
    os.fsync(descriptor)
    for n in range(count):
        begun = time.perf_counter()
        os.pwrite(descriptor, b"x" * 8192, n * 8192)
        os.fdatasync(descriptor)
        spent.append((time.perf_counter() - begun) * 1000)
    os.close(descriptor)
    spent.sort()
    return {"sync_median_ms": quantile(spent, 0.5), "sync_p99_ms": quantile(spent, 0.99)}


if __name__ == "__main__":
    sys.exit(main())
