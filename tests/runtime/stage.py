"""The demo company on simulated phones in virtual time, with journals that wait or fail."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TypeVar

from ringback.bootstrap.account import Account, open_account
from ringback.bootstrap.company import configure_company
from ringback.bootstrap.prompts import PromptFinder
from ringback.bootstrap.simulated_phones import SimulatedPhones
from ringback.config.loading import demo_settings
from ringback.core.events import Event, Fact
from ringback.core.ids import AccountId, AgentId
from ringback.core.inputs import SetAgentStatus
from ringback.core.settings import AgentStatus
from ringback.history import Note, RecordChanges
from ringback.ports import Customer, Journal, JournalFailed, NumberBook, Telephony
from ringback.runtime.clock import Timekeeper
from ringback.runtime.loop import Engine
from ringback.storage.memory import MemoryJournal
from ringback.telephony.simulated.phones import Phone
from ringback.telephony.simulated.scheduler import VirtualScheduler
from ringback.telephony.simulated.telephony import SimulatedTelephony

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
LINE = "+442079460000"
MARIE = "+442079460102"
TOM = AgentId("tom")
LEA = AgentId("lea")
WAIT_MAX = timedelta(minutes=30)

Wanted = TypeVar("Wanted", bound=Event)


class WatchedJournal(MemoryJournal):
    """A journal whose commits are counted, can be held up, and can fail."""

    def __init__(self) -> None:
        super().__init__()
        self.commits: list[int] = []
        self.broken = False
        self.appending = asyncio.Event()
        self.may_commit = asyncio.Event()
        self.may_commit.set()

    async def append(
        self,
        account_id: AccountId,
        expected_sequence: int,
        facts: Sequence[Fact],
        customers: Sequence[Customer] = (),
        records: RecordChanges | None = None,
        notes: Sequence[Note] = (),
    ) -> None:
        self.appending.set()
        await self.may_commit.wait()
        if self.broken:
            raise JournalFailed("The disk is full.")
        await super().append(account_id, expected_sequence, facts, customers, records, notes)
        self.commits.append(len(facts))

    def hold_up(self) -> None:
        self.appending.clear()
        self.may_commit.clear()


@dataclass(slots=True)
class Stage:
    """A running account; time passes only when told to."""

    account: Account
    serving: asyncio.Task[None]
    journal: Journal
    phones: SimulatedPhones
    time: VirtualScheduler
    facts: list[Fact] = field(default_factory=list)

    def events(self, wanted: type[Wanted]) -> list[Wanted]:
        return [fact.event for fact in self.facts if isinstance(fact.event, wanted)]

    def calls_in(self, number: str = MARIE, name: str | None = "Marie Dupont") -> Phone:
        phone = self.phones.network.customer(number)
        self.phones.network.call_in(phone, LINE, name)
        return phone

    async def online(self, *agents: AgentId) -> None:
        for agent in agents:
            self.account.presence.phone_connected(agent)
            request = SetAgentStatus(agent, AgentStatus.ONLINE)
            await self.account.engine.request(request, f"agent:{agent}")

    async def until(self, condition: Callable[[], object]) -> None:
        """Let time pass until a condition holds."""
        limit = self.time.now() + WAIT_MAX
        await self.account.engine.settled()
        while not condition():
            assert self.time.now() < limit, "waited too long"
            assert self.time.run_next(), "nothing more will happen"
            await self.account.engine.settled()

    async def until_event(self, wanted: type[Wanted]) -> Wanted:
        """Let time pass until one more event of a kind comes."""
        known = len(self.events(wanted))
        await self.until(lambda: len(self.events(wanted)) > known)
        return self.events(wanted)[known]


@asynccontextmanager
async def on_stage(
    journal: Journal,
    *,
    after: Stage | None = None,
    at_first: Callable[[Engine], Awaitable[object]] | None = None,
    chance: Callable[[], int] = lambda: 7,
) -> AsyncIterator[Stage]:
    """Open the demo company; `after` another stage it is the restart of its server."""
    time = VirtualScheduler(START) if after is None else after.time
    made: list[SimulatedPhones] = [] if after is None else [after.phones]

    def make_phones(_: Timekeeper, number_book: NumberBook) -> Telephony:
        if after is None:
            made.append(SimulatedPhones(time, number_book, seed=1, name="call"))
        else:
            made[0].telephony = SimulatedTelephony(made[0].network)
        return made[0].telephony

    settings = demo_settings()
    account = await open_account(
        settings,
        journal,
        make_clock=lambda _: time,
        make_telephony=make_phones,
        find_prompt=PromptFinder(settings.data).find,
        chance=chance,
    )
    serving = asyncio.create_task(account.engine.run())
    stage = Stage(account, serving, journal, made[0], time)
    account.engine.subscribe(stage.facts.extend)
    account.engine.subscribe(made[0].follow)
    try:
        if at_first is not None:
            await at_first(account.engine)
        await configure_company(account.engine, settings)
        made[0].telephony.start(account.engine.report)
        await stage.until(lambda: made[0].telephony.health().state == "ready")
        yield stage
    finally:
        made[0].telephony.stop()
        account.engine.stop()
        await asyncio.gather(serving, return_exceptions=True)
