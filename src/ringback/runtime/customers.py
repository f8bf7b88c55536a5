"""Who the customers are: the numbers and names behind the references that the journal holds."""

import re
import unicodedata
from collections.abc import Iterable, Sequence

from ringback.core.ids import CustomerId
from ringback.ports import Customer

NAME_LENGTH_MAX = 100

_OURS = re.compile(r"c([1-9][0-9]*)", re.ASCII)


class CustomerRegister:
    """Every customer of an account, in memory; one customer a number.

    New ids count on from the last one, so that they reveal nothing of the number.
    """

    def __init__(self, customers: Iterable[Customer] = ()) -> None:
        self._by_id: dict[CustomerId, Customer] = {}
        self._by_number: dict[str, Customer] = {}
        self._last = 0
        for customer in customers:
            self._keep(customer)

    def __len__(self) -> int:
        return len(self._by_id)

    def find(self, customer_id: CustomerId) -> Customer | None:
        return self._by_id.get(customer_id)

    def with_number(self, number: str) -> Customer | None:
        return self._by_number.get(number)

    def welcome(self, number: str, name: str | None) -> tuple[CustomerId, Customer | None]:
        """Find or create the customer with a number; also give what has to be stored, if any.

        A name is learnt once: a later call under another name does not change it.
        """
        known = self._by_number.get(number)
        given = None if name is None else name[:NAME_LENGTH_MAX]
        if known is not None and (known.name or not given):
            return known.id, None
        customer_id = known.id if known is not None else CustomerId(f"c{self._last + 1}")
        customer = Customer(customer_id, number, given)
        self._keep(customer)
        return customer_id, customer

    def rename(self, customer_id: CustomerId, name: str | None) -> Customer | None:
        """Give a customer another name, to be stored; None for one who is unknown or erased."""
        known = self._by_id.get(customer_id)
        if known is None or known.number is None:
            return None
        customer = Customer(customer_id, known.number, displayable(name))
        self._keep(customer)
        return customer

    def erase(self, customer_id: CustomerId) -> Customer:
        """Forget number and name, and give what to store; who calls again is somebody new."""
        known = self._by_id.get(customer_id)
        if known is not None and known.number is not None:
            del self._by_number[known.number]
        erased = Customer(customer_id, None, None)
        self._keep(erased)
        return erased

    def pass_over(self, customer_ids: Iterable[CustomerId]) -> None:
        """Give none of these ids to anybody new, although they may be unknown here."""
        for customer_id in customer_ids:
            self._count(customer_id)

    @property
    def named(self) -> Sequence[Customer]:
        """List those whose number or name is kept."""
        known = self._by_id.values()
        return [one for one in known if one.number is not None or one.name is not None]

    def _keep(self, customer: Customer) -> None:
        self._by_id[customer.id] = customer
        if customer.number is not None:
            self._by_number[customer.number] = customer
        self._count(customer.id)

    def _count(self, customer_id: CustomerId) -> None:
        counted = _OURS.fullmatch(customer_id)
        if counted:
            self._last = max(self._last, int(counted[1]))


def displayable(name: str | None) -> str | None:
    """Free a name from the network of control and direction characters; None when empty."""
    if name is None:
        return None
    spaced = re.sub(r"\s+", " ", name)
    clean = "".join(sign for sign in spaced if unicodedata.category(sign)[0] != "C").strip()
    return clean[:NAME_LENGTH_MAX] or None
