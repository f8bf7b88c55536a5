"""Customers as people look them up, and the questions one may ask about all of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from ringback.core.ids import AccountId, CustomerId, LineId


@dataclass(frozen=True, slots=True)
class Contact:
    """A customer as people look them up; erased is who has no number any more."""

    id: CustomerId
    number: str | None
    name: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactFilter:
    """Which contacts; None is any. They are known from their first call on."""

    id: CustomerId | None = None
    number: str | None = None
    """In E.164."""
    known_from: datetime | None = None
    known_before: datetime | None = None


@dataclass(frozen=True, slots=True)
class DatedContact:
    """A contact with when they first and last had to do with us; None is in no ended call."""

    contact: Contact
    first_at: datetime | None
    last_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConversationFilter:
    """With which contacts, and on which lines (R36); None is any."""

    line_ids: tuple[LineId, ...] | None = None
    customer_ids: tuple[CustomerId, ...] | None = None
    text: str | None = None
    """A part of the name or of the number."""


class ContactStore(Protocol):
    """All contacts of each account, to be read from any place."""

    async def dated_contacts(
        self,
        account_id: AccountId,
        which: ContactFilter,
        *,
        descending: bool,
        offset: int,
        limit: int,
    ) -> Sequence[DatedContact]:
        """Give contacts in the order in which they came to be known."""
        ...

    async def count_contacts(self, account_id: AccountId, which: ContactFilter) -> int: ...
