"""P8: a filtered page of the call history out of a million calls, and the export of all."""

import asyncio
import random
import resource
import shutil
import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from bench.measuring.report import Row, machine, publish, quantile
from tests.core.seeded_run import run
from tests.postgres_server import running_postgres

from ringback.core.ids import AccountId, AgentId, CallId, CustomerId, LineId, TeamId
from ringback.core.outcomes import OutcomeKind, Tag
from ringback.history import CallFilter, CallOrder, CallRow, CallType, RecordChanges
from ringback.ports import Customer, Journal
from ringback.records.archive import Archive
from ringback.records.book import RecordBook
from ringback.records.calls import CallDirection
from ringback.records.exporting import Export, ExportFormat
from ringback.storage.postgres import PostgresJournal
from ringback.storage.sqlite import SqliteJournal

ACCOUNT = AccountId("main")
CALLS = 1_000_000
CUSTOMERS = 300_000
LINES, AGENTS, TEAMS = 40, 200, 20
DAYS = 365
BEGINS = datetime(2026, 1, 1, tzinfo=UTC)
AT_ONCE = 5_000
PAGE = 50
QUESTIONS = 400
PAGE_MS_MAX = 50
EXPORTED_PER_SECOND_MIN = 20_000
FOLDER = Path(__file__).parent.parent / ".make" / "history"

Ask = Callable[[random.Random], dict[str, Any]]


def main() -> int:
    """Measure both stores, show and keep."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    rows: list[Row] = []
    details: dict[str, Any] = {}
    for name, found in asyncio.run(_all()):
        details[name] = found
        rows += [
            Row(
                "P8",
                f"page of {PAGE} of {CALLS:,} calls, {name}: p95",
                f"<= {PAGE_MS_MAX} ms",
                f"{found['page_p95_ms']:.1f} ms",
                found["page_p95_ms"] <= PAGE_MS_MAX,
            ),
            Row(
                "P8",
                f"export as CSV, {name}",
                f">= {EXPORTED_PER_SECOND_MIN:,} rows/s",
                f"{found['exported_per_second']:,.0f} rows/s, {found['export_growth_mb']:.0f} MB",
                found["exported_per_second"] >= EXPORTED_PER_SECOND_MIN,
            ),
        ]
    publish("history", rows, details)
    shutil.rmtree(FOLDER, ignore_errors=True)
    return 0


async def _all() -> list[tuple[str, dict[str, Any]]]:
    found = []
    async with _sqlite() as journal:
        found.append(("SQLite", await _measured(journal)))
    with running_postgres() as server:
        postgres = await PostgresJournal.open(server.make_database())
        try:
            found.append(("PostgreSQL", await _measured(postgres)))
        finally:
            await postgres.close()
    return found


@asynccontextmanager
async def _sqlite() -> AsyncIterator[Journal]:
    journal = SqliteJournal.open(FOLDER / "ringback.db")
    try:
        yield journal
    finally:
        await journal.close()


async def _measured(journal: Journal) -> dict[str, Any]:
    begun = time.monotonic()
    await _fill(journal, random.Random(1))
    filled = time.monotonic() - begun
    archive = Archive(ACCOUNT, RecordBook(), journal.records)
    by_question = {name: await _pages(archive, ask) for name, ask in QUESTIONS_ASKED.items()}
    spent = sorted(ms for times in by_question.values() for ms in times)
    return {
        "filled_seconds": round(filled, 1),
        "page_median_ms": quantile(spent, 0.5),
        "page_p95_ms": quantile(spent, 0.95),
        "page_max_ms": spent[-1],
        "p95_ms_by_question": {
            name: round(quantile(sorted(times), 0.95), 1) for name, times in by_question.items()
        },
        **await _export(archive),
        "load": machine()["load"],
    }


# ---- a million calls ---------------------------------------------------------------------


async def _fill(journal: Journal, chance: random.Random) -> None:
    """Keep calls of a life of the core again and again, elsewhere, and at other times."""
    facts = run(7, steps=2_000, only=()).facts
    real = list(RecordBook().fold(facts).calls.values())
    customers = [
        Customer(CustomerId(f"c{number}"), f"+3361{number:07}", f"Customer {number}")
        for number in range(CUSTOMERS)
    ]
    await journal.append(ACCOUNT, 0, facts[:1])
    for start in range(0, CUSTOMERS, AT_ONCE):
        await journal.append(ACCOUNT, 1, (), customers[start : start + AT_ONCE])
    for start in range(0, CALLS, AT_ONCE):
        rows = [_elsewhere(chance, number, real) for number in range(start, start + AT_ONCE)]
        await journal.records.keep_records(ACCOUNT, RecordChanges(calls={r.id: r for r in rows}))


def _elsewhere(chance: random.Random, number: int, real: Sequence[CallRow]) -> CallRow:
    call = chance.choice(real)
    call_id = CallId(f"call-{number:x}")
    day = timedelta(days=chance.randrange(DAYS), seconds=chance.gauss(13 * 3600, 3 * 3600))
    return replace(
        call,
        id=call_id,
        began_at=BEGINS + day,
        line_id=LineId(f"line-{chance.randrange(LINES)}"),
        agent_id=None if call.agent_id is None else AgentId(f"a{chance.randrange(AGENTS)}"),
        team_id=None if call.team_id is None else TeamId(f"team-{chance.randrange(TEAMS)}"),
        customer_id=CustomerId(f"c{chance.randrange(CUSTOMERS)}"),
        data=call.data.replace(f'"{call.id}"', f'"{call_id}"'),
    )


# ---- questions ---------------------------------------------------------------------------


def _line(chance: random.Random) -> tuple[LineId, ...]:
    return (LineId(f"line-{chance.randrange(LINES)}"),)


def _day(chance: random.Random) -> dict[str, Any]:
    begins = BEGINS + timedelta(days=chance.randrange(DAYS))
    return {"began_from": begins, "began_before": begins + timedelta(days=1)}


QUESTIONS_ASKED: dict[str, Ask] = {
    "all": lambda chance: {},
    "day": _day,
    "line": lambda chance: {"line_ids": _line(chance)},
    "two lines and a day": lambda chance: {
        "line_ids": _line(chance) + _line(chance),
        **_day(chance),
    },
    "agent": lambda chance: {"agent_id": AgentId(f"a{chance.randrange(AGENTS)}")},
    "team and type": lambda chance: {
        "team_id": f"team-{chance.randrange(TEAMS)}",
        "type": chance.choice(list(CallType)),
    },
    "tag": lambda chance: {"tag": chance.choice(list(Tag)).value},
    "tag of a line": lambda chance: {"tag": Tag.FOLLOW_UP.value, "line_ids": _line(chance)},
    "outcome": lambda chance: {"outcomes": (chance.choice(list(OutcomeKind)).value,)},
    "outbound of a day": lambda chance: {
        "direction": CallDirection.OUTBOUND.value,
        **_day(chance),
    },
    "whole number": lambda chance: {"number": f"+3361{chance.randrange(CUSTOMERS):07}"},
    "part of a number": lambda chance: {"number": f"{chance.randrange(CUSTOMERS):07}"[2:]},
    "longest wait": lambda chance: {"order": CallOrder.WAITED},
    "longest talk of a line": lambda chance: {
        "order": CallOrder.TALKED,
        "line_ids": _line(chance),
    },
}


async def _pages(archive: Archive, ask: Ask) -> list[float]:
    """Ask for a first page, and now and then for the one behind it."""
    chance = random.Random(2)
    spent = []
    for _ in range(QUESTIONS // len(QUESTIONS_ASKED)):
        given = ask(chance)
        order = given.pop("order", CallOrder.BEGAN)
        cursor = None
        for _ in range(2):
            begun = time.perf_counter()
            page = await archive.calls(CallFilter(**given), order=order, cursor=cursor, limit=PAGE)
            spent.append((time.perf_counter() - begun) * 1000)
            cursor = page.next_cursor
            if cursor is None:
                break
    return spent


async def _export(archive: Archive) -> dict[str, float]:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    begun, rows = time.monotonic(), 0
    async for text, count in archive.exported(Export(CallFilter(), ExportFormat.CSV)):
        assert text
        rows += count
    spent = time.monotonic() - begun
    assert rows == CALLS, rows
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    return {"exported_per_second": rows / spent, "export_growth_mb": grown / 1024}


if __name__ == "__main__":
    raise SystemExit(main())
