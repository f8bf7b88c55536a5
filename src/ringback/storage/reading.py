"""Rows of a journal to facts and customers, refusing what is missing or damaged."""

from collections.abc import Iterable, Sequence
from itertools import zip_longest

from ringback.core.events import Fact
from ringback.core.ids import AccountId, CustomerId
from ringback.ports import Customer, JournalRefused

from .codec import StoredFact, checksum, decode_fact

FactRow = tuple[int, str, int, str, str, str, str, int]
CustomerRow = tuple[str, str | None, str | None, int]


def facts_of(
    place: object, account_id: AccountId, after_sequence: int, rows: Iterable[FactRow]
) -> Sequence[Fact]:
    """Read facts in order. Raises `JournalRefused` at a gap (S22) or a damaged row."""
    facts = []
    for sequence, row in enumerate(map(StoredFact._make, rows), after_sequence + 1):
        if row.sequence != sequence:
            raise _missing(place, account_id, sequence)
        facts.append(decode_fact(account_id, row))
    return facts


def facts_at(
    place: object, account_id: AccountId, sequences: Sequence[int], rows: Iterable[FactRow]
) -> Sequence[Fact]:
    """Read single facts, asked for in order. Raises `JournalRefused` where one is missing."""
    facts = [decode_fact(account_id, StoredFact._make(row)) for row in rows]
    for sequence, fact in zip_longest(sequences, facts):
        if fact is None or fact.sequence != sequence:
            raise _missing(place, account_id, sequence)
    return facts


def _missing(place: object, account_id: AccountId, sequence: int) -> JournalRefused:
    return JournalRefused(
        f"Fact {sequence} of account {account_id} is missing from {place}:"
        " restore the journal from a backup."
    )


def customers_of(
    place: object, account_id: AccountId, rows: Iterable[CustomerRow]
) -> Sequence[Customer]:
    """Read customers. Raises `JournalRefused` at a damaged row."""
    customers = []
    for customer_id, number, name, stored_checksum in rows:
        if stored_checksum != checksum(account_id, customer_id, number, name):
            raise JournalRefused(
                f"Customer {customer_id} of account {account_id} is damaged in {place}:"
                " restore the journal from a backup."
            )
        customers.append(Customer(id=CustomerId(customer_id), number=number, name=name))
    return customers
