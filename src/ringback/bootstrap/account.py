"""Puts an account together: journal, phone world, engine, records and number book."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from ringback.config.settings import Settings
from ringback.core.ids import AccountId, AgentId, LineId
from ringback.ports import Journal, NumberBook, Telephony
from ringback.records.book import RecordBook
from ringback.runtime.clock import Timekeeper
from ringback.runtime.loop import Engine
from ringback.runtime.number_book import AccountNumberBook
from ringback.runtime.presence import Presence
from ringback.runtime.reception import Reception
from ringback.runtime.recovery import recover, report_closed_pages

ACCOUNT = AccountId("main")

Time = TypeVar("Time", bound=Timekeeper)


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """A recovered account, ready to run."""

    engine: Engine
    records: RecordBook
    number_book: NumberBook
    presence: Presence
    clock: Timekeeper
    telephony: Telephony


async def open_account(
    settings: Settings,
    journal: Journal,
    *,
    make_clock: Callable[[datetime | None], Time],
    make_telephony: Callable[[Time, NumberBook], Telephony],
    find_prompt: Callable[[str], Path],
    chance: Callable[[], int] | None = None,
) -> Account:
    """Recover the account and give it a phone world; nothing runs yet.

    `make_clock` is given the last instant the journal knows. Raises `JournalFailed`.
    """
    records = RecordBook()
    recovered = await recover(journal, ACCOUNT, records.fold)
    clock = make_clock(recovered.last_at)
    numbers = line_numbers(settings)
    number_book = AccountNumberBook(
        world=recovered.world,
        customers=recovered.customers,
        line_numbers=numbers,
        phones=phone_names(settings),
        find_prompt=find_prompt,
    )
    telephony = make_telephony(clock, number_book)
    reception = Reception(
        world=recovered.world, customers=recovered.customers, line_numbers=numbers
    )
    engine = Engine(
        account_id=ACCOUNT,
        world=recovered.world,
        journal=journal,
        telephony=telephony,
        clock=clock,
        reception=reception,
        **({} if chance is None else {"chance": chance}),
    )
    engine.subscribe(records.fold)
    report_closed_pages(engine)
    return Account(
        engine=engine,
        records=records,
        number_book=number_book,
        presence=Presence(engine),
        clock=clock,
        telephony=telephony,
    )


def line_numbers(settings: Settings) -> Mapping[LineId, str]:
    return {LineId(entry.id): entry.number for entry in settings.lines}


def phone_names(settings: Settings) -> Mapping[AgentId, str]:
    """Name the phones with which agents log in."""
    return {AgentId(entry.id): entry.username or entry.id for entry in settings.agents}
