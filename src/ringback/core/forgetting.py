"""Dictionaries that forget: what is long over, and what a customer has no more."""

from collections import OrderedDict
from typing import TypeVar

from .ids import CustomerId

K = TypeVar("K")
V = TypeVar("V")

PAST_MAX = 10_000
"""Of what is over, so many are remembered for whoever comes late."""


def remember(past: OrderedDict[K, V], key: K, value: V) -> None:
    """Note something that is over, and forget the oldest of too many."""
    past[key] = value
    if len(past) > PAST_MAX:
        past.popitem(last=False)


def unbind(
    by_customer: dict[CustomerId, dict[K, None]], customer_id: CustomerId | None, key: K
) -> None:
    """Forget one thing of a customer, and the customer with the last one."""
    if customer_id is not None:
        own = by_customer[customer_id]
        del own[key]
        if not own:
            del by_customer[customer_id]
