"""Judges what is left of customers who were erased: nothing, in no byte of any file (R49)."""

from collections.abc import Collection, Sequence
from pathlib import Path

from ringback.core.events import CallBegan, CustomerErased, ErasureCause, Fact
from ringback.core.ids import CallId, CustomerId
from ringback.history import Note
from ringback.ports import Customer
from ringback.runtime.numbers import spellings
from tests.core.sight import Violation


class PersonalTraces:
    """Knows all that was ever written about anybody, and who was erased."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._written: dict[CustomerId, dict[bytes, None]] = {}
        self._erased: dict[CustomerId, ErasureCause] = {}
        self._calls: dict[CustomerId, list[CallId]] = {}

    def knows_no_more(self, customer_id: CustomerId) -> bool:
        """Tell whether number and name of a customer have gone, at whosever wish."""
        return customer_id in self._erased

    @property
    def erased(self) -> Sequence[CustomerId]:
        """Name those who wished to be erased."""
        return [each for each, cause in self._erased.items() if cause is ErasureCause.ASKED]

    def written(self, customers: Sequence[Customer], notes: Sequence[Note]) -> None:
        """Take note of what goes to the disk."""
        for customer in customers:
            numbers = [] if customer.number is None else spellings(customer.number)
            self._learn(customer.id, [*numbers, *([customer.name] if customer.name else [])])
        for note in notes:
            if note.customer_id is not None and note.text is not None:
                self._learn(note.customer_id, [note.text])

    def _learn(self, customer_id: CustomerId, texts: Sequence[str]) -> None:
        known = self._written.setdefault(customer_id, {})
        known.update(dict.fromkeys(text.encode() for text in texts))

    def note(self, fact: Fact) -> None:
        """Take note of a fact; nothing is begun for anybody who was erased."""
        event = fact.event
        if isinstance(event, CustomerErased):
            self._erased.setdefault(event.customer_id, event.cause)
            return
        customer_id = getattr(event, "customer_id", None)
        if customer_id is not None and customer_id in self._erased:
            raise Violation("R49", f"{fact} tells of somebody who was erased before")
        if isinstance(event, CallBegan) and event.customer_id is not None:
            self._calls.setdefault(event.customer_id, []).append(event.call_id)

    def hold_tables(self, customers: Sequence[Customer]) -> None:
        """Hold the customers to the journal: number and name have gone with the fact."""
        for customer in customers:
            if customer.id in self._erased and (customer.number or customer.name):
                raise Violation("R49", f"{customer} stands there and was erased")

    def hold_everything(
        self,
        customers: Sequence[Customer],
        contents: Sequence[bytes],
        recorded: Collection[CallId],
        unfinished: Collection[CustomerId],
    ) -> None:
        """Hold every byte, and the recordings of the phones, to the erasures that are finished.

        What is known of people who were not erased may stand there: who calls again is one.
        """
        self.hold_tables(customers)
        gone = dict.fromkeys(self.erased)
        of_others = {
            trace for each, traces in self._written.items() if each not in gone for trace in traces
        }
        files = [("the disk", held) for held in contents] + self._in_folder()
        for customer_id in self.erased:
            if customer_id in unfinished:
                continue
            for trace in self._written.get(customer_id, {}):
                where = [name for name, held in files if trace in held]
                if where and trace not in of_others:
                    raise Violation("R49", f"{trace!r} of {customer_id} is in {where}")
            for call_id in self._calls.get(customer_id, []):
                kept = [name for name, held in files if held and name.startswith(f"{call_id}.")]
                if kept or call_id in recorded:
                    raise Violation("R49", f"what {customer_id} said in {call_id} is kept: {kept}")

    def _in_folder(self) -> list[tuple[str, bytes]]:
        files = sorted(path for path in self._folder.rglob("*") if path.is_file())
        return [(path.name, path.read_bytes()) for path in files]
