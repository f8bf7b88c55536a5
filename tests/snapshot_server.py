"""A process that keeps one snapshot after the other, until it is killed."""

import asyncio
import os
import sys
from collections.abc import Sequence
from itertools import cycle
from pathlib import Path

from ringback.bootstrap.snapshots import sealed
from ringback.core.events import Fact
from ringback.core.ids import AccountId
from ringback.core.step import evolve
from ringback.core.world import World
from ringback.records.book import RecordBook
from ringback.storage.freezing import freeze
from ringback.storage.sqlite import SqliteJournal
from tests.core.seeded_run import run

ACME = AccountId("acme")


def state_after(facts: Sequence[Fact], sequence: int) -> tuple[World, RecordBook, Fact]:
    """Put together what a server holds after so many facts."""
    world, book = World(), RecordBook()
    for fact in facts[:sequence]:
        evolve(world, fact)
    book.fold(facts[:sequence])
    return world, book, facts[sequence - 1]


async def serve(path: Path) -> None:
    """Keep snapshots of a life; each line says which one is kept."""
    facts = run(11, steps=150, only=()).facts
    journal = SqliteJournal.open(path)
    if not await journal.last_sequence(ACME):
        await journal.append(ACME, 0, facts)
    frozen = {
        sequence: freeze(state_after(facts, sequence)) for sequence in range(20, len(facts), 40)
    }
    for sequence in cycle(frozen):
        await journal.snapshots.keep(ACME, sealed(ACME, sequence, frozen[sequence]))
        os.write(1, f"{sequence}\n".encode())


if __name__ == "__main__":
    asyncio.run(serve(Path(sys.argv[1])))
