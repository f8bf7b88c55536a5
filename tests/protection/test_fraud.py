"""Toll fraud by callback: ten thousand requests, most of them by a thief, on the whole engine."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import cycle, islice
from random import Random

import pytest
from tests.runtime.stage import LEA, LINE, TOM, Stage, on_stage

from ringback.core.events import CallbackClosed, CallbackRequested, DialIntended
from ringback.core.ids import AgentId, CustomerId, LineId
from ringback.core.inputs import AcceptOffer
from ringback.core.outcomes import OutcomeKind
from ringback.core.refusals import Refusal, RefusalCode
from ringback.ports import CallbackWanted, NumberBook
from ringback.storage.memory import MemoryJournal
from ringback.telephony.simulated.manners import Answers
from ringback.telephony.simulated.phones import Phone

REQUESTS = 10_000
CUSTOMERS = 100
AGENTS = (LEA, TOM, AgentId("ines"))
LONDON = LineId("london")
SEED = 20_260_302
DAY, HOUR = timedelta(days=1), timedelta(hours=1)
ANSWERS = Answers(after=timedelta(seconds=2), talks_for=timedelta(seconds=3))

PREMIUM = ("+449098790000", "09098790001", "+44 909 879 0002", "0044 9098790003", "(0909) 8790004")
FOREIGN = ("+33612345678", "+2250700000000", "+5355555555", "+881612345678", "0033612345678")
SHORT = ("118118", "12345", "100", "999", "112", "+44999", "0044112", "150")
FORGED = (
    "+447400000001\r\nTo: sip:+449098790000@trunk",
    "+447400000001@premium.example",
    "sip:+449098790000",
    "+447400000001;phone-context=+44909",
    "${EXTEN}",
    "'; drop table journal; --",
    "+447400000001&PJSIP/+449098790000",
    "٠٩٠٩٨٧٩٠٠٠٠",
    "+44" + "9" * 300,
    "anonymous",
    "",
    "\0",
)
REFUSED_CLASSES = {"premium": PREMIUM, "foreign": FOREIGN, "short": SHORT, "forged": FORGED}
REPEATED = tuple(f"+44740099{index:04}" for index in range(10))
"""Ordinary numbers, asked for again and again."""


@dataclass(slots=True)
class Thief:
    """Asks by the API and by telephone, and takes nothing for an answer."""

    chance: Random
    requests: Counter[str]

    def numbers(self) -> Iterator[tuple[str, str]]:
        classes = cycle([*REFUSED_CLASSES.items(), ("repeated", REPEATED)])
        for name, numbers in classes:
            yield name, self.chance.choice(numbers)


@pytest.mark.slow
async def test_thief_dials_nothing_and_customers_still_get_through() -> None:
    """R9, R48, S15, S16: none of a refused class is dialled, whoever asks, and the caps hold."""
    thief = Thief(Random(SEED), Counter())
    customers = [f"+447400{index:06}" for index in range(CUSTOMERS)]
    async with on_stage(MemoryJournal()) as stage:
        for number in (*customers, *REPEATED):
            stage.phones.network.customer(number).manner = ANSWERS
        await stage.online(*AGENTS)

        await _everybody_asks(stage, thief, customers)
        for _ in range(12):
            await _pass(stage, timedelta(minutes=15))

        dials = _dials(stage)
        rung = [stage.phones.network.customer(number).times_rung for number in customers]
        done = [each for each in stage.events(CallbackClosed) if _is_completed(each)]
    stolen = [number for number, _ in dials if number not in {*customers, *REPEATED}]
    refused = thief.requests.total() - thief.requests["repeated"]
    print(f"seed {SEED}: {refused} injected, {len(stolen)} dialled; {dict(thief.requests)}")
    assert thief.requests.total() + len(customers) == REQUESTS
    assert set(thief.requests) == {*REFUSED_CLASSES, "repeated"}
    assert stolen == []
    assert min(rung) == 1
    assert len(done) >= CUSTOMERS
    assert _most_within(DAY, [at for number, at in dials if number == REPEATED[0]]) <= 5
    for number in REPEATED:
        assert _most_within(DAY, [at for dialled, at in dials if dialled == number]) <= 5
    assert _most_within(HOUR, [at for _, at in dials]) <= 200


async def _everybody_asks(stage: Stage, thief: Thief, customers: list[str]) -> None:
    """Let the thief ask all the time, and an honest customer now and then."""
    every = (REQUESTS - len(customers)) // len(customers)
    numbers = thief.numbers()
    for customer in customers:
        for name, number in islice(numbers, every):
            thief.requests[name] += 1
            await _ask(stage, number)
        await _ask(stage, customer)
        phone = _calls_with_a_forged_number(stage, thief)
        await _pass(stage, timedelta(seconds=5))
        phone.press("*")
        await _pass(stage, timedelta(seconds=40))
        phone.hang_up()


async def _ask(stage: Stage, number: str) -> None:
    try:
        await stage.account.engine.request(CallbackWanted(LONDON, number, "Eve"), "key:thief")
    except Refusal as refusal:
        if refusal.code is not RefusalCode.NUMBER_REFUSED:
            raise


def _calls_with_a_forged_number(stage: Stage, thief: Thief) -> Phone:
    """Call in and show a number of one's choice."""
    name = thief.chance.choice(sorted(REFUSED_CLASSES))
    phone = stage.phones.network.new_customer(thief.chance.choice(REFUSED_CLASSES[name]))
    stage.phones.network.call_in(phone, LINE, "Eve")
    return phone


async def _pass(stage: Stage, duration: timedelta) -> None:
    """Let time pass, in which every agent accepts whatever they are offered."""
    end = stage.time.now() + duration
    await _accept_all(stage)
    while (due := stage.time.next_due()) is not None and due <= end:
        stage.time.run_next()
        await _accept_all(stage)
    stage.time.advance_to(end)
    await _accept_all(stage)


async def _accept_all(stage: Stage) -> None:
    await stage.account.engine.settled()
    for agent_id in AGENTS:
        offer = stage.account.engine.world.agents[agent_id].offer
        if offer is not None and offer.accepted_at is None:
            await stage.account.engine.request(AcceptOffer(offer.id, agent_id), f"agent:{agent_id}")


def _dials(stage: Stage) -> list[tuple[str, datetime]]:
    book = stage.account.number_book
    asked = {each.callback_id: each.customer_id for each in stage.events(CallbackRequested)}
    return [
        (_number(book, asked[fact.event.callback_id]), fact.at)
        for fact in stage.facts
        if isinstance(fact.event, DialIntended)
    ]


def _number(book: NumberBook, customer_id: CustomerId | None) -> str:
    return "" if customer_id is None else book.customer(customer_id).number or ""


def _is_completed(closed: CallbackClosed) -> bool:
    return closed.outcome.kind is OutcomeKind.COMPLETED


def _most_within(period: timedelta, instants: list[datetime]) -> int:
    """Give the most that any stretch of time of that length holds."""
    return max(
        (sum(first <= at < first + period for at in instants) for first in instants), default=0
    )
