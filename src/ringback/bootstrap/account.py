"""Puts an account together: journal, phone world, engine, records and number book."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from ringback.api.compatible.numbering import Numbering
from ringback.config.references import phone_names
from ringback.config.settings import Settings
from ringback.core.ids import AgentId, LineId
from ringback.core.settings import PhoneKind
from ringback.ports import Journal, NumberBook, Telephony
from ringback.records.archive import Archive
from ringback.records.book import RecordBook
from ringback.runtime.clock import Timekeeper
from ringback.runtime.customers import CustomerRegister
from ringback.runtime.desks import Desks
from ringback.runtime.loop import USUAL_LIMITS, Engine, Limits
from ringback.runtime.number_book import AccountNumberBook
from ringback.runtime.outside_numbers import OutsideNumbers
from ringback.runtime.presence import Presence
from ringback.runtime.reception import Reception
from ringback.runtime.recovery import Recovered, report_closed_pages

from .kept_numbers import passing_numbers
from .kept_records import recover_for_writing

Time = TypeVar("Time", bound=Timekeeper)


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """A recovered account, ready to run."""

    engine: Engine
    archive: Archive
    number_book: NumberBook
    presence: Presence
    clock: Timekeeper
    telephony: Telephony
    outside_numbers: OutsideNumbers
    desks: Desks
    customers: CustomerRegister
    numbering: Numbering
    replayed_from: int
    """The last fact that a snapshot held, so that it was not replayed."""

    @property
    def records(self) -> RecordBook:
        return self.archive.book


async def open_account(
    settings: Settings,
    journal: Journal,
    *,
    make_clock: Callable[[datetime | None], Time],
    make_telephony: Callable[[Time, NumberBook], Telephony],
    find_prompt: Callable[[str], Path],
    numbers_outside: OutsideNumbers | None = None,
    chance: Callable[[], int] | None = None,
    limits: Limits = USUAL_LIMITS,
) -> Account:
    """Recover the account and give it a phone world; nothing runs yet.

    Without `numbers_outside` those that are set are forgotten with it. Raises `JournalFailed`.
    """
    recovered = await recover_for_writing(journal, settings.account_id)
    world, customers = recovered.account.world, recovered.account.customers
    numbers_outside = numbers_outside or passing_numbers(settings)
    number_book = number_book_of(settings, recovered.account, numbers_outside, find_prompt)
    clock = make_clock(recovered.account.last_at)
    telephony = make_telephony(clock, number_book)
    engine = Engine(
        account_id=settings.account_id,
        world=world,
        journal=journal,
        telephony=telephony,
        clock=clock,
        reception=Reception(world=world, customers=customers, line_numbers=line_numbers(settings)),
        fold=recovered.archive.book.fold,
        limits=limits,
        **({} if chance is None else {"chance": chance}),
    )
    report_closed_pages(engine)
    return Account(
        engine=engine,
        archive=recovered.archive,
        number_book=number_book,
        presence=Presence(engine),
        clock=clock,
        telephony=telephony,
        outside_numbers=numbers_outside,
        desks=Desks.of(engine, customers, journal.records),
        customers=customers,
        numbering=await Numbering.open(settings.account_id, journal.numbers, clock),
        replayed_from=recovered.replayed_from,
    )


def number_book_of(
    settings: Settings,
    account: Recovered,
    outside_numbers: OutsideNumbers,
    find_prompt: Callable[[str], Path],
) -> AccountNumberBook:
    """Give what an account's references stand for."""
    return AccountNumberBook(
        world=account.world,
        customers=account.customers,
        line_numbers=line_numbers(settings),
        phones=phone_names(settings),
        outside_numbers=outside_numbers,
        find_prompt=find_prompt,
    )


def line_numbers(settings: Settings) -> Mapping[LineId, str]:
    return {LineId(entry.id): entry.number for entry in settings.lines}


def own_phones(settings: Settings) -> Mapping[AgentId, PhoneKind]:
    """Name the phones that agents have beside their outside number."""
    return {
        AgentId(entry.id): entry.phone
        for entry in settings.agents
        if entry.phone is not PhoneKind.OUTSIDE
    }
