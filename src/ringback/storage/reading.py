"""Rows of a journal to facts and customers, refusing what is missing or damaged."""

from collections.abc import Iterable, Sequence

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
            raise JournalRefused(
                f"Fact {sequence} of account {account_id} is missing from {place}:"
                " restore the journal from a backup."
            )
        facts.append(decode_fact(account_id, row))
    return facts


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
