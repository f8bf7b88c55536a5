"""A journal that lives as long as its process: for tests, simulations and the demo."""

from collections.abc import Sequence

from ringback.core.events import Fact
from ringback.core.ids import AccountId, CustomerId
from ringback.ports import Customer, JournalFailed, JournalFenced

from .appending import fenced_sentence, readable, require_consecutive


class MemoryJournal:
    """The `Journal` port without a disk."""

    def __init__(self) -> None:
        self._facts: dict[AccountId, list[Fact]] = {}
        self._customers: dict[AccountId, dict[CustomerId, Customer]] = {}
        self._closed = False

    async def append(
        self,
        account_id: AccountId,
        expected_sequence: int,
        facts: Sequence[Fact],
        customers: Sequence[Customer] = (),
    ) -> None:
        self._require_open()
        require_consecutive(expected_sequence, facts)
        last_sequence = len(self._facts.get(account_id, ()))
        if last_sequence != expected_sequence:
            raise JournalFenced(fenced_sentence(account_id, expected_sequence, last_sequence))
        if facts:
            self._facts.setdefault(account_id, []).extend(facts)
        known = self._customers.setdefault(account_id, {})
        known.update({customer.id: readable(customer) for customer in customers})

    async def read(self, account_id: AccountId, after_sequence: int, limit: int) -> Sequence[Fact]:
        self._require_open()
        return self._facts.get(account_id, [])[after_sequence : after_sequence + limit]

    async def accounts(self) -> Sequence[AccountId]:
        self._require_open()
        return sorted(self._facts)

    async def customers(self, account_id: AccountId) -> Sequence[Customer]:
        self._require_open()
        known = self._customers.get(account_id, {})
        return [known[customer_id] for customer_id in sorted(known)]

    async def close(self) -> None:
        self._closed = True

    def _require_open(self) -> None:
        if self._closed:
            raise JournalFailed("The journal is closed.")
