"""What every journal asks of an append before it is written."""

from collections.abc import Sequence

from ringback.core.events import Fact
from ringback.core.ids import AccountId
from ringback.ports import Customer


def require_consecutive(expected_sequence: int, facts: Sequence[Fact]) -> None:
    """Assert that facts are numbered without gaps from the expected sequence on (S22).

    Without facts, the account must have some already: customers belong to an account.
    """
    assert facts or expected_sequence, "an account begins with a fact"
    for sequence, fact in enumerate(facts, expected_sequence + 1):
        assert fact.sequence == sequence, f"fact {fact.sequence} in the place of fact {sequence}"


def fenced_sentence(account_id: AccountId, expected_sequence: int, last_sequence: int) -> str:
    """Say that somebody else has written."""
    return (
        f"Another server has written to the journal of account {account_id}: it ends at fact"
        f" {last_sequence}, not at {expected_sequence}. Stop the other server, then start this"
        " one again."
    )


def readable(customer: Customer) -> Customer:
    """Replace what no database can keep: a caller's name is whatever a stranger has sent."""
    return Customer(
        id=customer.id, number=_readable(customer.number), name=_readable(customer.name)
    )


def _readable(text: str | None) -> str | None:
    if text is None:
        return None
    return text.encode("utf-8", "replace").decode().replace("\0", "?")
