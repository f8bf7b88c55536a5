"""What an append is before it is written: checked, put into rows, and waited for."""

import asyncio
from collections.abc import Sequence
from enum import Enum, auto
from typing import Any, NamedTuple

from ringback.core.events import Fact
from ringback.core.ids import AccountId
from ringback.history import Note, RecordChanges
from ringback.ports import Customer, JournalFailed

from .codec import checksum, encode_fact, storable
from .note_rows import statements_of_notes
from .record_statements import Statement, statements_of

APPENDS_PER_COMMIT_MAX = 256


class Scrubbing(Enum):
    """What is to be wiped, of that which was overwritten before."""

    NOTHING = auto()
    LOG = auto()
    TABLES_AND_LOG = auto()


class Append(NamedTuple):
    """Rows to commit after a sequence number, and who waits for it.

    `statements` write what is kept beside facts and customers. Without a sequence number there are
    they alone.
    """

    account_id: AccountId
    expected_sequence: int | None
    fact_rows: Sequence[tuple[Any, ...]]
    customer_rows: Sequence[tuple[Any, ...]]
    statements: Sequence[Statement]
    answer: asyncio.Future[None]
    scrubbing: Scrubbing = Scrubbing.NOTHING


def append_of(
    account_id: AccountId,
    expected_sequence: int,
    facts: Sequence[Fact],
    customers: Sequence[Customer],
    records: RecordChanges | None,
    notes: Sequence[Note],
) -> Append:
    """Put all that belongs together into rows, with an answer of the running event loop's."""
    require_consecutive(expected_sequence, facts)
    of_records = () if records is None else statements_of(account_id, records)
    return Append(
        account_id=account_id,
        expected_sequence=expected_sequence,
        fact_rows=[(account_id, *encode_fact(account_id, fact)) for fact in facts],
        customer_rows=[customer_row(account_id, customer) for customer in customers],
        statements=(*statements_of_notes(account_id, notes), *of_records),
        answer=asyncio.get_running_loop().create_future(),
    )


def append_of_records(account_id: AccountId, statements: Sequence[Statement]) -> Append:
    """Write records of facts that are in the journal already."""
    return Append(
        account_id=account_id,
        expected_sequence=None,
        fact_rows=(),
        customer_rows=(),
        statements=statements,
        answer=asyncio.get_running_loop().create_future(),
    )


def append_to_scrub(scrubbing: Scrubbing) -> Append:
    """Write nothing, but have what was overwritten before wiped out of the store's files."""
    return append_of_records(AccountId(""), ())._replace(scrubbing=scrubbing)


def answer_all(
    answers: Sequence[asyncio.Future[None]], results: Sequence[JournalFailed | None]
) -> None:
    """Tell who still waits what became of each append."""
    for answer, result in zip(answers, results, strict=True):
        if answer.cancelled():
            continue
        if result is None:
            answer.set_result(None)
        else:
            answer.set_exception(result)


def require_consecutive(expected_sequence: int, facts: Sequence[Fact]) -> None:
    """Assert that facts are numbered without gaps from the expected sequence on (S22).

    Without facts, the account must have some already: customers belong to an account.
    """
    assert facts or expected_sequence, "an account begins with a fact"
    for sequence, fact in enumerate(facts, expected_sequence + 1):
        assert fact.sequence == sequence, f"fact {fact.sequence} in the place of fact {sequence}"


def fenced_sentence(account_id: AccountId, expected_sequence: int, last_sequence: int) -> str:
    """Say that somebody else has written, or that what was written is gone."""
    if last_sequence < expected_sequence:
        return (
            f"The journal of account {account_id} was set back: it ends at fact {last_sequence},"
            f" but held {expected_sequence} before. See whether a backup was restored, or a standby"
            " took over that lacked the last commits; then start this server again."
        )
    return (
        f"Another server has written to the journal of account {account_id}: it ends at fact"
        f" {last_sequence}, not at {expected_sequence}. Stop the other server, then start this"
        " one again."
    )


def readable(customer: Customer) -> Customer:
    """Replace what no database can keep: a caller's name is whatever a stranger has sent."""
    return Customer(id=customer.id, number=storable(customer.number), name=storable(customer.name))


def customer_row(account_id: AccountId, customer: Customer) -> tuple[str | int | None, ...]:
    kept = readable(customer)
    row = (account_id, kept.id, kept.number, kept.name)
    return (*row, checksum(*row))
