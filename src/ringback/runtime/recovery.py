"""Brings an account back from its journal; this is also how every start begins."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from ringback.core.events import Fact
from ringback.core.ids import AccountId
from ringback.core.inputs import AgentConnectionLost
from ringback.core.settings import PhoneKind
from ringback.core.step import evolve
from ringback.core.world import World
from ringback.ports import Customer

from .customers import CustomerRegister
from .loop import Engine

PAGE = 2_000


class ReadableJournal(Protocol):
    """The reading half of a journal."""

    async def read(
        self, account_id: AccountId, after_sequence: int, limit: int
    ) -> Sequence[Fact]: ...

    async def customers(self, account_id: AccountId) -> Sequence[Customer]: ...


@dataclass(frozen=True, slots=True)
class Recovered:
    """An account as its journal tells it; `last_at` is None when the journal is empty."""

    world: World
    customers: CustomerRegister
    last_at: datetime | None


async def recover(
    journal: ReadableJournal,
    account_id: AccountId,
    fold: Callable[[Sequence[Fact]], Awaitable[None]],
    world: World | None = None,
) -> Recovered:
    """Replay the journal in pages, from where `world` stands or else from the first fact.

    `fold` sees every fact that is replayed. No effect comes of it. Raises `JournalFailed` when it
    cannot be read.
    """
    world = World() if world is None else world
    last_at = world.now if world.sequence else None
    while facts := await journal.read(account_id, world.sequence, PAGE):
        for fact in facts:
            evolve(world, fact)
        await fold(facts)
        last_at = facts[-1].at
    return Recovered(world, CustomerRegister(await journal.customers(account_id)), last_at)


def report_closed_pages(engine: Engine) -> None:
    """Report that no agent's page is open: after a start none is, until it comes back (R19)."""
    for agent in engine.world.agents.values():
        if agent.profile.phone is PhoneKind.BROWSER and agent.missing_since is None:
            engine.report(AgentConnectionLost(agent.id), "clock")
