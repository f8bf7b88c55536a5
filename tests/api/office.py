"""The demo company in virtual time, with its API, its agents' pages and the phone booth."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import httpx
from argon2 import PasswordHasher
from fastapi import FastAPI

from ringback.access.access import Access, open_access
from ringback.access.doorkeeper import AccessRules
from ringback.access.sealing import Seal
from ringback.api.app import create_app
from ringback.api.companies import Companies
from ringback.api.compatible.links import VoicemailLinks
from ringback.api.gate import COMPANY_HEADER
from ringback.api.live_feed import LiveFeed
from ringback.api.services import Services
from ringback.bootstrap.account import Account, open_account, own_phones
from ringback.bootstrap.company import configure_company
from ringback.bootstrap.line_voice import LineVoice
from ringback.bootstrap.privacy import privacy_of
from ringback.bootstrap.prompts import PromptFinder
from ringback.bootstrap.simulated_phones import SimulatedPhones
from ringback.bootstrap.webhooks import webhook_desk
from ringback.config.loading import demo_settings
from ringback.config.settings import CompanyEntry, CompanySettings, Settings, WebhooksSection
from ringback.core.ids import AgentId
from ringback.people import MAIN_ACCOUNT
from ringback.ports import Journal, JournalHealth, JournalState, NumberBook, Telephony
from ringback.runtime.clock import Timekeeper
from ringback.runtime.message_library import MessageLibrary
from ringback.runtime.voicemails import VoicemailKeeper
from ringback.storage.memory import MemoryJournal
from ringback.telephony.simulated.scheduler import VirtualScheduler

TOKEN = "a-token-for-tests"
START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
MARIE = "+33199002112"
WAIT_MAX = timedelta(minutes=30)
HERE_ALLOWED = WebhooksSection(allowed_networks=("127.0.0.0/8",), ended_after_seconds=0)
COMPANY_FIELDS = ("account", "agents", "teams", "tags", "flows", "lines")
IN_MEMORY = JournalHealth(JournalState.READY, "It is kept in memory.")


@dataclass(slots=True)
class Office:
    """A running account behind its API; time passes only when told to."""

    app: FastAPI
    account: Account
    services: Services
    time: VirtualScheduler
    http: httpx.AsyncClient

    async def get(self, path: str) -> Any:
        answer = await self.http.get(f"/api/v1{path}")
        assert answer.status_code == httpx.codes.OK, answer.text
        return answer.json()

    async def post(self, path: str, body: object = None) -> Any:
        answer = await self.http.post(f"/api/v1{path}", json=body)
        assert answer.status_code == httpx.codes.OK, answer.text
        return answer.json()

    async def put(self, path: str, body: object) -> Any:
        answer = await self.http.put(f"/api/v1{path}", json=body)
        assert answer.status_code == httpx.codes.OK, answer.text
        return answer.json()

    async def refused(self, method: str, path: str, body: object = None) -> tuple[int, Any]:
        answer = await self.http.request(method, f"/api/v1{path}", json=body)
        assert answer.is_error, answer.text
        return answer.status_code, answer.json()["error"]

    async def settle(self) -> None:
        await self.account.engine.settled()

    async def until(self, condition: Callable[[], bool]) -> None:
        """Let time pass until a condition holds."""
        limit = self.time.now() + WAIT_MAX
        await self.settle()
        while not condition():
            assert self.time.now() < limit, "waited too long"
            assert self.time.run_next(), "nothing more will happen"
            await self.settle()

    async def pass_time(self, duration: timedelta) -> None:
        end = self.time.now() + duration
        await self.settle()
        while (due := self.time.next_due()) is not None and due <= end:
            self.time.run_next()
            await self.settle()
        self.time.advance_to(end)
        await self.settle()

    # ---- what people do

    async def online(self, agent_id: str = "lea") -> None:
        self.services.presence.phone_connected(AgentId(agent_id))
        await self.put(f"/agents/{agent_id}/status", {"status": "online"})

    async def wait_in_queue(self, number: str = MARIE, line_id: str = "paris") -> None:
        """Dial from the booth and wait until the call stands in the queue."""
        before = len(self.world.calls)
        await self.post(f"/booth/phones/{number}/dial", {"line_id": line_id})
        await self.until(lambda: len(self.world.calls) > before)
        call = list(self.world.calls.values())[-1]
        await self.until(lambda: call.stay is not None)

    async def ask_for_callback(self, number: str = MARIE, line_id: str = "paris") -> str:
        """Dial, wait, press `*`, and give the callback's id once it has settled.

        Somebody must be online, or the caller does not stay in the queue.
        """
        await self.wait_in_queue(number, line_id)
        await self.post(f"/booth/phones/{number}/press", {"digit": "*"})
        await self.until(lambda: bool(self.world.callbacks))
        callback = list(self.world.callbacks.values())[-1]
        await self.until(lambda: callback.settled)
        return str(callback.id)

    async def offer_of(self, agent_id: str = "lea") -> Any:
        """Give the agent's offer once there is one."""
        agent = self.world.agents[agent_id]
        await self.until(lambda: agent.offer is not None)
        return (await self.get(f"/agents/{agent_id}/offers"))["offers"][0]

    async def talk(self, agent_id: str = "lea", number: str = MARIE) -> None:
        """Let a customer call, and an agent answer who is online."""
        await self.wait_in_queue(number)
        offer = await self.offer_of(agent_id)
        await self.post(f"/offers/{offer['id']}/accept", {"agent_id": agent_id})
        agent = self.world.agents[agent_id]
        await self.until(lambda: agent.call_id is not None)

    def show(self, services: Services) -> None:
        """Let the application serve from these."""
        company = replace(self.app.state.companies.first, services=services)
        self.app.state.companies = Companies({MAIN_ACCOUNT: company})

    @property
    def feed(self) -> LiveFeed:
        """What tells open pages of changes."""
        feed: LiveFeed = self.app.state.companies.first.live_feed
        return feed

    @property
    def world(self) -> Any:
        return self.account.engine.world


@asynccontextmanager
async def open_office(
    folder: Path, *, booth: bool = True, journal: Journal | None = None
) -> AsyncIterator[Office]:
    async with open_offices(folder, booth=booth, journal=journal) as [office]:
        yield office


@asynccontextmanager
async def open_offices(
    folder: Path,
    further: Sequence[str] = (),
    *,
    booth: bool = True,
    journal: Journal | None = None,
) -> AsyncIterator[Sequence[Office]]:
    """Open companies of one installation, alike but for their ids, behind one API."""
    time, store = VirtualScheduler(START), journal or MemoryJournal()
    async with AsyncExitStack() as opened:
        works = [
            await opened.enter_async_context(_company(settings, store, time, booth=booth))
            for settings in _installation(folder, further)
        ]
        app = create_app(*(work.services for work in works))
        await opened.enter_async_context(app.router.lifespan_context(app))
        yield [
            Office(
                app=app,
                account=work.account,
                services=work.services,
                time=time,
                http=await opened.enter_async_context(_client(app, work.account)),
            )
            for work in works
        ]


class _Work(NamedTuple):
    account: Account
    services: Services


def _installation(folder: Path, further: Sequence[str]) -> Sequence[Settings]:
    demo = demo_settings()
    company = CompanySettings(**{name: getattr(demo, name) for name in COMPANY_FIELDS})
    entries = tuple(CompanyEntry(id=each, file=Path("like-the-first.toml")) for each in further)
    main = demo.model_copy(
        update={"data_directory": folder, "webhooks": HERE_ALLOWED, "companies": entries}
    )
    return [main, *(main.of_company(each, company) for each in further)]


@asynccontextmanager
async def _company(
    settings: Settings, journal: Journal, time: VirtualScheduler, *, booth: bool
) -> AsyncIterator[_Work]:
    finder, phones = PromptFinder(settings.data), list[SimulatedPhones]()

    def make_phones(_: Timekeeper, number_book: NumberBook) -> Telephony:
        phones.append(SimulatedPhones(time, number_book, seed=1, name="test"))
        return phones[0].telephony

    account = await open_account(
        settings,
        journal,
        make_clock=lambda _: time,
        make_telephony=make_phones,
        find_prompt=finder.find,
        chance=lambda: 0,
    )
    account.engine.subscribe(phones[0].follow)
    services = await _services(settings, account, journal, finder)
    if booth:
        services = replace(services, booth=phones[0].booth)
    running = asyncio.create_task(account.engine.run())
    beside = [asyncio.create_task(doer.run()) for doer in (services.voicemails, services.webhooks)]
    try:
        await _start(account, phones[0], time)
        yield _Work(account, services)
    finally:
        await _end(account, running, beside)


async def _services(
    settings: Settings, account: Account, journal: Journal, finder: PromptFinder
) -> Services:
    voicemails = _keeper(settings.data, account)
    line_voice = LineVoice(account.engine.world, finder)
    return Services(
        engine=account.engine,
        records=account.records,
        archive=account.archive,
        number_book=account.number_book,
        presence=account.presence,
        outside_numbers=account.outside_numbers,
        own_phones=own_phones(settings),
        voicemails=voicemails,
        messages=MessageLibrary(finder.kept, account.engine),
        desks=account.desks,
        privacy=privacy_of(settings, account, journal, voicemails, line_voice, finder),
        webhooks=await webhook_desk(settings, account, journal, voicemails),
        numbering=account.numbering,
        links=VoicemailLinks(f"of {settings.account_id}".encode(), account.clock.now),
        clock=account.clock,
        phone_health=account.telephony.health,
        journal_health=lambda: IN_MEMORY,
        access=await _access(account, settings, journal),
        token=TOKEN,
        spoken_prompts=finder.spoken,
        previews=finder.previews,
        demo=True,
    )


async def _start(account: Account, phones: SimulatedPhones, time: VirtualScheduler) -> None:
    await configure_company(account.engine, demo_settings())
    phones.telephony.start(account.engine.report)
    time.advance(timedelta(milliseconds=5))
    await account.engine.settled()


async def _end(
    account: Account, running: asyncio.Task[None], beside: Sequence[asyncio.Task[None]]
) -> None:
    account.engine.stop()
    for task in beside:
        task.cancel()
    await asyncio.gather(*beside, return_exceptions=True)
    await running


async def _access(account: Account, settings: Settings, journal: Journal) -> Access:
    """People are kept in memory, and their passwords hashed cheaply."""
    return await open_access(
        settings.account_id,
        journal.people,
        account.clock,
        rules=AccessRules(company=settings.access.company),
        device_secret=b"of these tests",
        seal=Seal(["of these tests"]),
        hasher=PasswordHasher(time_cost=1, memory_cost=8, parallelism=1),
    )


def _keeper(folder: Path, account: Account) -> VoicemailKeeper:
    keeper = VoicemailKeeper(
        folder / "voicemails",
        account.telephony,
        now=account.clock.now,
        kept_for=timedelta(days=90),
    )
    account.engine.subscribe(keeper.follow)
    return keeper


def _client(app: FastAPI, account: Account) -> httpx.AsyncClient:
    """Be the operator, who names a company unless it is the installation's own."""
    headers = {"authorization": f"Bearer {TOKEN}"}
    if account.engine.account_id != MAIN_ACCOUNT:
        headers[COMPANY_HEADER] = account.engine.account_id
    transport = httpx.ASGITransport(app)
    return httpx.AsyncClient(transport=transport, base_url="http://ringback", headers=headers)
