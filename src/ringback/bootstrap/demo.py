"""The journey of one callback, played on a simulated phone network in a company of its own."""

import asyncio
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Protocol, TypeVar

from ringback.config.settings import Settings
from ringback.core.events import (
    CallbackClosed,
    CallbackSettled,
    CallConnected,
    CallEnded,
    Event,
    Fact,
    NoticeStarted,
    OffersMade,
)
from ringback.core.ids import AgentId
from ringback.core.inputs import AcceptOffer, HangUpAgent, SetAgentStatus
from ringback.core.outcomes import COMPLETED, Outcome
from ringback.core.settings import AgentStatus
from ringback.ports import NumberBook, Telephony
from ringback.records.narration import Narrator
from ringback.runtime.clock import SystemClock, Timekeeper
from ringback.storage.memory import MemoryJournal
from ringback.telephony.simulated.manners import Answers, ByHand, IsBusy, Manner, Rejects
from ringback.telephony.simulated.scheduler import Scheduler, VirtualScheduler

from .account import Account, open_account
from .company import configure_company
from .prompts import PromptFinder
from .simulated_phones import SimulatedPhones

LINE = "+442079460000"
FIRST_CALLER = "+442079460101"
CUSTOMER = "+442079460102"
TOM = AgentId("tom")
WAIT_MAX = timedelta(minutes=5)

Told = Callable[[datetime, str], None]
Wanted = TypeVar("Wanted", bound=Event)


class DemoStuck(Exception):
    """The demo did not go on as it should."""


class Pace(Protocol):
    """How the demo's time passes."""

    @property
    def scheduler(self) -> "KeepsTime": ...

    async def wait(self) -> None:
        """Return after something may have happened."""
        ...


class KeepsTime(Scheduler, Timekeeper, Protocol):
    """Time for phones and engine alike."""


class VirtualPace:
    """Time jumps to whatever comes next."""

    def __init__(self) -> None:
        self._virtual = VirtualScheduler(datetime.now(UTC))

    @property
    def scheduler(self) -> KeepsTime:
        return self._virtual

    async def wait(self) -> None:
        if not self._virtual.run_next():
            raise DemoStuck("Nothing more will happen.")


class RealPace:
    """Time as it is."""

    def __init__(self) -> None:
        self._clock = SystemClock()

    @property
    def scheduler(self) -> KeepsTime:
        return self._clock

    async def wait(self) -> None:
        await asyncio.sleep(0.05)


class CustomerPart(StrEnum):
    """What the customer does when called back."""

    ANSWERS = "answers"
    REJECTS = "rejects"
    IS_BUSY = "is-busy"
    LETS_IT_RING = "lets-it-ring"


MANNERS: dict[CustomerPart, Manner] = {
    CustomerPart.ANSWERS: Answers(talks_for=timedelta(seconds=30)),
    CustomerPart.REJECTS: Rejects(),
    CustomerPart.IS_BUSY: IsBusy(),
    CustomerPart.LETS_IT_RING: ByHand(),
}


class Story:
    """Plays people's parts, and remembers the facts that come of it."""

    def __init__(
        self, account: Account, pace: Pace, phones: SimulatedPhones, part: CustomerPart
    ) -> None:
        self._account = account
        self._manner = MANNERS[part]
        self._pace = pace
        self._phones = phones
        self._facts: list[Fact] = []
        account.engine.subscribe(self._facts.extend)

    async def play(self) -> Outcome:
        """Let a customer ask to be called back while the only agent is busy."""
        self._account.presence.phone_connected(TOM)
        await self._ask(SetAgentStatus(TOM, AgentStatus.ONLINE))
        first = self._phones.network.new_customer(FIRST_CALLER)
        self._phones.network.call_in(first, LINE, "Alex Reed")
        await self._accept_next_offer()
        await self._next(CallConnected)
        customer = self._phones.network.new_customer(CUSTOMER, self._manner)
        self._phones.network.call_in(customer, LINE, "Marie Dupont")
        await self._next(NoticeStarted)
        await self._pass(timedelta(seconds=3))
        customer.press("*")
        await self._next(CallbackSettled)
        await self._ask(HangUpAgent(TOM))
        await self._next(CallEnded)
        await self._accept_next_offer()
        outcome = (await self._next(CallbackClosed)).outcome
        if outcome == COMPLETED:
            await self._next(CallEnded)
        return outcome

    async def _accept_next_offer(self) -> None:
        made = await self._next(OffersMade)
        await self._pass(timedelta(seconds=2))
        await self._ask(AcceptOffer(made.offers[0].offer_id, TOM))

    async def _ask(self, request: SetAgentStatus | AcceptOffer | HangUpAgent) -> None:
        await self._account.engine.request(request, f"agent:{TOM}")

    async def _next(self, wanted: type[Wanted]) -> Wanted:
        """Let time pass until such an event comes, and forget what came before it."""
        limit = self._pace.scheduler.now() + WAIT_MAX
        while True:
            await self._account.engine.settled()
            for index, fact in enumerate(self._facts):
                if isinstance(fact.event, wanted):
                    del self._facts[: index + 1]
                    return fact.event
            self._facts.clear()
            if self._pace.scheduler.now() > limit:
                raise DemoStuck(f"Waited too long for {wanted.__name__}.")
            await self._pace.wait()

    async def _pass(self, duration: timedelta) -> None:
        come: list[bool] = []
        self._pace.scheduler.call_later(duration, lambda: come.append(True))
        while not come:
            await self._account.engine.settled()
            await self._pace.wait()


async def play_demo(
    told: Told, *, settings: Settings, pace: Pace, part: CustomerPart = CustomerPart.ANSWERS
) -> Outcome:
    """Play the journey on an empty company and tell each fact; give the callback's outcome.

    Raises `DemoStuck` when it does not come to its end.
    """
    phones: list[SimulatedPhones] = []

    def make_phones(clock: Timekeeper, number_book: NumberBook) -> Telephony:
        phones.append(SimulatedPhones(pace.scheduler, number_book, seed=1, name="demo"))
        return phones[0].telephony

    account = await open_account(
        settings,
        MemoryJournal(),
        make_clock=lambda _: pace.scheduler,
        make_telephony=make_phones,
        find_prompt=PromptFinder(settings.data).find,
    )
    narrator = Narrator(account.records, account.number_book)

    def tell(facts: Sequence[Fact]) -> None:
        for fact in facts:
            sentence = narrator.tell(fact)
            if sentence is not None:
                told(fact.at, sentence)

    account.engine.subscribe(phones[0].follow)
    account.engine.subscribe(tell)
    serving = asyncio.create_task(account.engine.run())
    try:
        await configure_company(account.engine, settings)
        phones[0].telephony.start(account.engine.report)
        return await Story(account, pace, phones[0], part).play()
    finally:
        account.engine.stop()
        await serving
