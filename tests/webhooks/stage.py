"""A desk of webhooks over a journal in memory, whose facts a test makes up."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from ipaddress import IPv4Network

import msgspec
from tests.webhooks.receiver import WAIT_SECONDS_MAX, Receiver

from ringback.core.events import AgentStatusSet, Fact
from ringback.core.ids import AccountId, AgentId
from ringback.core.settings import AgentStatus
from ringback.storage.memory import MemoryJournal
from ringback.telling import Delivery, Webhook
from ringback.webhooks.courier import Pack, Parcel, Patience
from ringback.webhooks.desk import WebhookDesk
from ringback.webhooks.event_types import event_type_of, is_told
from ringback.webhooks.sending import Sender
from ringback.webhooks.standing import Means
from ringback.webhooks.tail import Tail
from ringback.webhooks.targets import Targets

ACME = AccountId("acme")
NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
HERE = (IPv4Network("127.0.0.0/8"),)
IMPATIENT = Patience(first_pause=timedelta(milliseconds=5), pause_max=timedelta(milliseconds=20))


def said(sequence: int, agent: str) -> Fact:
    """Make a fact of an agent; those of one agent are to arrive in order."""
    return Fact(
        sequence=sequence,
        at=NOON + timedelta(seconds=sequence),
        cause="SetAgentStatus",
        actor=f"agent:{agent}",
        event=AgentStatusSet(AgentId(agent), AgentStatus.ONLINE),
    )


async def pack(fact: Fact) -> Parcel:
    assert isinstance(fact.event, AgentStatusSet)
    agent = fact.event.agent_id
    return Parcel(
        sequence=fact.sequence,
        message_id=f"evt_{fact.sequence}",
        event_type=event_type_of(fact) or "",
        subject=agent,
        lane=agent,
        body=msgspec.json.encode({"sequence": fact.sequence, "agent": agent}),
    )


@dataclass(slots=True)
class Stage:
    """What one server has; `opened` again on the same journal it is the next server."""

    journal: MemoryJournal
    desk: WebhookDesk
    tail: Tail
    now: list[datetime] = field(default_factory=lambda: [NOON])

    async def happen(self, *agents: str) -> None:
        """Commit one fact for each, and let the desk hear of them as the engine does."""
        last = await self.journal.last_sequence(ACME)
        facts = [said(last + number, agent) for number, agent in enumerate(agents, 1)]
        await self.journal.append(ACME, last, facts)
        self.tail.follow(facts)

    async def add(self, receiver: Receiver, *events: str) -> Webhook:
        made = await self.desk.add(name="Test", url=receiver.url, events=events)
        return made.webhook

    async def log(self, webhook_id: str) -> Sequence[Delivery]:
        return await self.desk.deliveries(webhook_id, state=None, before=None, limit=200)

    async def logged(self, webhook_id: str, state: str, count: int = 1) -> Sequence[Delivery]:
        """Wait until so many deliveries of the log are in that state."""
        async with asyncio.timeout(WAIT_SECONDS_MAX):
            while True:
                found = [each for each in await self.log(webhook_id) if each.state == state]
                if len(found) >= count:
                    return found
                await asyncio.sleep(0)

    async def until_state(self, webhook_id: str, state: str) -> Webhook:
        await until(lambda: self.desk.get(webhook_id).state == state)
        return self.desk.get(webhook_id)

    async def until_quiet(self, webhook_id: str) -> None:
        """Wait until everything has been told, and no replay goes on."""
        desk = self.desk
        await until(lambda: not desk.lag(webhook_id) and not desk.replays(webhook_id))


async def until(condition: Callable[[], bool]) -> None:
    """Let everybody else work until a condition holds."""
    async with asyncio.timeout(WAIT_SECONDS_MAX):
        while not condition():  # noqa: ASYNC110 - what is waited for is told by nobody
            await asyncio.sleep(0)


@asynccontextmanager
async def opened(
    journal: MemoryJournal,
    *,
    patience: Patience = IMPATIENT,
    seconds_max: float = 5.0,
    log_kept_for: timedelta = timedelta(days=30),
    packing: Pack = pack,
) -> AsyncIterator[Stage]:
    """Run a desk; it ends as a killed server does, in the middle of whatever it does."""
    tail = Tail(partial(journal.read, ACME), is_told, committed=await journal.last_sequence(ACME))
    targets, now = Targets(HERE), [NOON]
    desk = WebhookDesk(
        Means(
            account_id=ACME,
            store=journal.webhooks,
            sender=Sender(targets, seconds_max=seconds_max),
            master_secret="master",
            now=lambda: now[0],
            patience=patience,
        ),
        targets=targets,
        tail=tail,
        pack=packing,
        pack_test=lambda test_id, _: msgspec.json.encode({"id": test_id}),
        log_kept_for=log_kept_for,
    )
    await desk.load()
    running = asyncio.create_task(desk.run())
    try:
        yield Stage(journal, desk, tail, now)
    finally:
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
