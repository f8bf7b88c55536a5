"""What is kept of calls and callbacks beside the journal, and the questions one may ask of it.

Rows are written in the transaction that journals the facts behind them, and can be dropped and made
again from the journal at any time. A call has a row from its end on, a callback from its request
on; what is still going on is known by the record book alone.

CursorUnknown
    The cursor does not belong to this list.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Generic, Protocol, TypeVar

from ringback.contacts import Contact, ContactStore, ConversationFilter
from ringback.core.events import Fact
from ringback.core.ids import (
    AccountId,
    AgentId,
    CallbackId,
    CallId,
    CustomerId,
    ItemId,
    LineId,
    NoteId,
    TagId,
)
from ringback.figures import Figures, FiguresWanted

Shown = TypeVar("Shown")


class CursorUnknown(Exception):
    """A cursor does not belong to this list."""


class CallType(StrEnum):
    """What became of a call, in one word."""

    ANSWERED = "answered"
    MISSED = "missed"
    VOICEMAIL = "voicemail"
    CALLBACK_REQUESTED = "callback-requested"
    REACHED = "reached"
    """An outbound call which the customer answered."""
    NOT_REACHED = "not-reached"


# ---- rows --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class CallRow:
    """An ended call; `data` is the whole record, all else serves to find, sort and count it."""

    id: CallId
    began_at: datetime
    direction: str
    type: CallType
    line_id: LineId
    customer_id: CustomerId | None
    agent_id: AgentId | None
    team_id: str | None
    """The team that was rung for it last."""
    callback_id: CallbackId | None
    missed_reason: str | None
    outcome: str | None
    reason: str | None
    waited: timedelta | None
    """From joining the first queue until somebody talked to the caller, or until the end."""
    talked: timedelta | None
    promised: timedelta | None
    """How long it was to take at most, by what the caller was told first (R45)."""
    tags: tuple[str, ...]
    data: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CallbackRow:
    """A callback; `data` is None as long as the record may still change by itself."""

    id: CallbackId
    requested_at: datetime
    closed_at: datetime | None
    mode: str
    line_id: LineId
    customer_id: CustomerId | None
    agent_id: AgentId | None
    outcome: str | None
    reason: str | None
    team_id: str | None
    """The team that was rung for it last."""
    waited: timedelta | None
    promised: timedelta | None
    attempts: int
    data: str | None


@dataclass(frozen=True, slots=True)
class ServiceRow:
    """An agent took an item (R47)."""

    sequence: int
    item_id: ItemId


@dataclass(frozen=True, slots=True)
class LateFact:
    """A fact named a call or callback whose record had been closed."""

    item_id: ItemId
    sequence: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AgentHourRow:
    """How an agent spent an hour: how often rung, and for how long at what."""

    agent_id: AgentId
    begins: datetime
    rung: int
    accepted: int
    declined: int
    rang_out: int
    ringing: timedelta
    talking: timedelta
    wrap_up: timedelta
    free: timedelta
    away: Mapping[str, timedelta]
    """In Do not disturb, by reason; the empty one is none."""


@dataclass(frozen=True, slots=True)
class OwnTagRow:
    """One of the company's own tags is on a call from here on, or is not."""

    call_id: CallId
    tag_id: TagId
    is_on: bool
    began_at: datetime | None
    """When the call began; None where its row tells."""


@dataclass(slots=True)
class RecordChanges:
    """The rows that facts have made or changed; a row takes the place of an earlier one."""

    calls: dict[CallId, CallRow] = field(default_factory=dict)
    callbacks: dict[CallbackId, CallbackRow] = field(default_factory=dict)
    own_tags: dict[tuple[CallId, TagId], OwnTagRow] = field(default_factory=dict)
    services: list[ServiceRow] = field(default_factory=list)
    late_facts: list[LateFact] = field(default_factory=list)
    agent_hours: dict[tuple[AgentId, datetime], AgentHourRow] = field(default_factory=dict)


# ---- questions ---------------------------------------------------------------------------


class CallOrder(StrEnum):
    """By what calls are sorted; calls that are alike by it in the order of their ids."""

    BEGAN = "began"
    WAITED = "waited"
    TALKED = "talked"


class CallbackOrder(StrEnum):
    """By what callbacks are sorted."""

    REQUESTED = "requested"
    WAITED = "waited"


@dataclass(frozen=True, slots=True, kw_only=True)
class CallFilter:
    """Which calls; None is any. `hidden_line_ids` are lines that may not be seen (R36)."""

    began_from: datetime | None = None
    began_before: datetime | None = None
    line_ids: tuple[LineId, ...] | None = None
    hidden_line_ids: tuple[LineId, ...] = ()
    agent_id: AgentId | None = None
    team_id: str | None = None
    direction: str | None = None
    type: CallType | None = None
    tag: str | None = None
    also_tagged: tuple[str, ...] = ()
    """More tags, all of which must be on the call."""
    outcomes: tuple[str, ...] | None = None
    reason: str | None = None
    number: str | None = None
    """Digits of the customer's number, whole in E.164 or a part of it."""
    customer_id: CustomerId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CallbackFilter:
    """Which callbacks; None is any."""

    requested_from: datetime | None = None
    requested_before: datetime | None = None
    line_ids: tuple[LineId, ...] | None = None
    hidden_line_ids: tuple[LineId, ...] = ()
    agent_id: AgentId | None = None
    mode: str | None = None
    outcomes: tuple[str, ...] | None = None
    reason: str | None = None
    number: str | None = None
    open: bool | None = None
    customer_id: CustomerId | None = None


@dataclass(frozen=True, slots=True)
class StoredCall:
    """A call's record and that of its callback, as they were written, and who the customer is."""

    data: str
    callback_data: str | None
    number: str | None
    name: str | None


@dataclass(frozen=True, slots=True)
class StoredCallback:
    """A callback's record as it was written, and who the customer is."""

    id: CallbackId
    data: str | None
    number: str | None
    name: str | None


StoredEntry = StoredCall | StoredCallback
"""What a customer's conversation consists of."""
StoredConversation = tuple[Contact, StoredEntry]
"""A contact with the newest entry of their conversation."""


@dataclass(frozen=True, slots=True)
class Page(Generic[Shown]):
    """A part of a list; `next_cursor` is None at the end."""

    items: Sequence[Shown]
    next_cursor: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What somebody wrote about a call. Only here is its text, as personal data beside the journal.

    One whose text is None was deleted or erased; it stays so, whatever is stored later.
    """

    id: NoteId
    call_id: CallId
    customer_id: CustomerId | None
    agent_id: AgentId | None
    """Who wrote it; None is no agent."""
    written_at: datetime
    edited_at: datetime | None = None
    text: str | None = field(repr=False)


class RecordStore(ContactStore, Protocol):
    """Rows of records, beside the journal of the same account."""

    async def records_version(self, account_id: AccountId) -> int | None:
        """Tell in which version all records of the account are kept; None is not wholly."""
        ...

    async def drop_records(self, account_id: AccountId) -> None: ...

    async def keep_records(self, account_id: AccountId, changes: RecordChanges) -> None:
        """Write rows of facts that are in the journal already."""
        ...

    async def stamp_records(self, account_id: AccountId, version: int) -> None:
        """Note that all records are there."""
        ...

    async def calls(
        self,
        account_id: AccountId,
        which: CallFilter,
        *,
        order: CallOrder = CallOrder.BEGAN,
        descending: bool = True,
        cursor: str | None = None,
        offset: int = 0,
        limit: int,
    ) -> Page[StoredCall]:
        """Give ended calls, page by page; raises `CursorUnknown`."""
        ...

    async def count_calls(self, account_id: AccountId, which: CallFilter, *, limit: int) -> int:
        """Count the calls, but not beyond a limit."""
        ...

    async def callbacks(
        self,
        account_id: AccountId,
        which: CallbackFilter,
        *,
        order: CallbackOrder = CallbackOrder.REQUESTED,
        descending: bool = True,
        cursor: str | None = None,
        limit: int,
    ) -> Page[StoredCallback]:
        """Give callbacks, open ones too, page by page; raises `CursorUnknown`."""
        ...

    async def count_callbacks(
        self, account_id: AccountId, which: CallbackFilter, *, limit: int
    ) -> int: ...

    async def figures(self, account_id: AccountId, wanted: FiguresWanted) -> Sequence[Figures]:
        """Give figures, one row for each group that has any, in the order of their keys."""
        ...

    async def contacts(
        self, account_id: AccountId, text: str | None, *, cursor: str | None = None, limit: int
    ) -> Page[Contact]:
        """Give contacts, the newest first; with a text those whose number or name holds it.

        Raises `CursorUnknown`.
        """
        ...

    async def contact(self, account_id: AccountId, customer_id: CustomerId) -> Contact | None: ...

    async def conversation(
        self,
        account_id: AccountId,
        customer_id: CustomerId,
        *,
        hidden_line_ids: tuple[LineId, ...] = (),
        cursor: str | None = None,
        limit: int,
    ) -> Page[StoredEntry]:
        """Give a customer's ended calls and all their callbacks, the newest first.

        Raises `CursorUnknown`.
        """
        ...

    async def conversations(
        self, account_id: AccountId, which: ConversationFilter, *, cursor: str | None, limit: int
    ) -> Page[StoredConversation]:
        """Give conversations, the newest first; a page may be short. Raises `CursorUnknown`."""
        ...

    async def tags_of(
        self, account_id: AccountId, call_ids: Sequence[CallId]
    ) -> Mapping[CallId, Sequence[TagId]]:
        """Name the company's own tags that are on calls; calls without any are left out."""
        ...

    async def call(self, account_id: AccountId, call_id: CallId) -> StoredCall | None: ...

    async def notes_of(self, account_id: AccountId, call_ids: Sequence[CallId]) -> Sequence[Note]:
        """Give what is written about calls, in the order in which it was; not what was deleted."""
        ...

    async def note(self, account_id: AccountId, note_id: NoteId) -> Note | None: ...

    async def notes_about(self, account_id: AccountId, customer_id: CustomerId) -> Sequence[Note]:
        """Give what is written about a customer's calls; not what was deleted."""
        ...

    async def notes_before(
        self, account_id: AccountId, before: datetime, limit: int
    ) -> Sequence[Note]:
        """Give the oldest notes that were written before an instant; not what was deleted."""
        ...

    async def last_seen(
        self, account_id: AccountId, since: datetime, after: CustomerId | None, limit: int
    ) -> Sequence[tuple[CustomerId, bool]]:
        """Go through customers by id; is one named who has had nothing to do with us since?"""
        ...

    async def callback(
        self, account_id: AccountId, callback_id: CallbackId
    ) -> StoredCallback | None: ...

    async def late_facts(
        self, account_id: AccountId, item_ids: Sequence[ItemId]
    ) -> Sequence[int]: ...

    async def served_between(
        self, account_id: AccountId, after_sequence: int, before_sequence: int, limit: int
    ) -> Sequence[ItemId]:
        """Name the items that agents took between two facts, in order (R47)."""
        ...

    async def facts(self, account_id: AccountId, sequences: Sequence[int]) -> Sequence[Fact]:
        """Give facts by their numbers, in order."""
        ...
