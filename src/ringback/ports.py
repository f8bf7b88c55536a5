"""What the runtime asks of the outside: telephony, journal, clock and speech."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from ringback.core.effects import Effect
from ringback.core.events import Fact
from ringback.core.ids import AccountId, AgentId, CallId, CustomerId, LineId, NoteId
from ringback.core.inputs import (
    AgentConnected,
    AgentConnectionLost,
    AgentPhoneAnswered,
    AgentPhoneDeclined,
    AgentPhoneFailed,
    CustomerAnswered,
    CustomerFailed,
    CustomerRinging,
    DigitPressed,
    LegEnded,
    PhoneSystemListed,
    PhoneSystemLost,
    PromptFinished,
    VoicemailRecorded,
)
from ringback.durations import Durations
from ringback.history import Note, RecordChanges, RecordStore
from ringback.numbering import NumberStore
from ringback.people import PeopleStore
from ringback.telling import WebhookStore

# ---- telephony ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class IncomingCall:
    """A call reached one of our numbers; numbers are raw, as the phone network wrote them."""

    call_id: CallId
    dialled_number: str
    caller_number: str | None
    caller_name: str | None
    withheld: bool = False


@dataclass(frozen=True, slots=True)
class OutsideTransfer:
    """An agent wants a call to go on to a number outside, which is written in E.164."""

    agent_id: AgentId
    number: str


@dataclass(frozen=True, slots=True)
class CallbackWanted:
    """Somebody asks, without a call, for a customer to be called back; the number is raw."""

    line_id: LineId
    number: str
    name: str | None = None


TelephonyReport = (
    IncomingCall
    | DigitPressed
    | PromptFinished
    | VoicemailRecorded
    | LegEnded
    | AgentPhoneAnswered
    | AgentPhoneDeclined
    | AgentPhoneFailed
    | CustomerRinging
    | CustomerAnswered
    | CustomerFailed
    | AgentConnected
    | AgentConnectionLost
    | PhoneSystemLost
    | PhoneSystemListed
)


class PhoneSystemState(StrEnum):
    """How the connection to the phone system stands."""

    CONNECTING = "connecting"
    READY = "ready"
    UNREACHABLE = "unreachable"
    WRONG_PASSWORD = "wrong-password"  # noqa: S105 - a state, not a secret
    REPLACED = "replaced"
    """Another server has taken over; this one must not act."""


@dataclass(frozen=True, slots=True)
class PhoneSystemHealth:
    """The connection's state and one plain sentence about it."""

    state: PhoneSystemState
    sentence: str
    connections: int = 0
    """How often it was connected since the start."""
    answer_times: Durations | None = None
    """How long it takes to answer a request; None where nothing is asked over a wire."""


@dataclass(frozen=True, slots=True)
class Presentation:
    """How a number is shown and dialled: what an effect's references stand for."""

    number: str | None
    name: str | None


class NumberBook(Protocol):
    """Finds what the core knows only by reference."""

    def customer(self, customer_id: CustomerId) -> Presentation: ...

    def line(self, line_id: LineId) -> Presentation: ...

    def agent(self, agent_id: AgentId) -> Presentation: ...

    def outside_number(self, agent_id: AgentId) -> str | None:
        """Find the number, in E.164, on which an agent's calls ring outside."""
        ...

    def prompt(self, prompt: str) -> Path:
        """Find the recording behind a prompt's reference, as a path without its ending."""
        ...


class VoicemailNotReached(Exception):
    """The phone system did not do what was asked of a recording; it may be asked again."""


class Telephony(Protocol):
    """A phone world. Its reports come in order; its effects are performed in order."""

    async def run(self, receive: Callable[[TelephonyReport], None]) -> None:
        """Serve until cancelled, reconnecting as needed; return once `health` says `REPLACED`.

        After each (re)connection `IncomingCall` is reported for inbound legs that arrived
        while nobody listened, `VoicemailRecorded` for recordings whose caller has gone meanwhile,
        then `PhoneSystemListed`; before it, no effect is performed.
        """
        ...

    def perform(self, effects: Sequence[Effect]) -> None:
        """Carry out effects without blocking. What cannot be done is reported, never raised."""
        ...

    def health(self) -> PhoneSystemHealth: ...

    def lateness(self) -> timedelta:
        """Tell for how long the phone system has owed its oldest answer; nothing owed is zero."""
        ...

    async def take_voicemail(self, call_id: CallId) -> bytes | None:
        """Give what the caller of a call recorded, as WAV; None when there is nothing (any more).

        Raises `VoicemailNotReached`.
        """
        ...

    async def stored_voicemails(self) -> Mapping[CallId, datetime | None]:
        """Name the calls whose recordings are there, being made or made; with when each began.

        The time is None where the phone system does not tell. Raises `VoicemailNotReached`.
        """
        ...

    async def forget_voicemail(self, call_id: CallId) -> None:
        """Delete a call's recording; one that is not there is no error.

        Raises `VoicemailNotReached`.
        """
        ...


@dataclass(frozen=True, slots=True)
class PhoneAccount:
    """What the phone in a page logs in with; worth nothing once its wire has ended."""

    username: str
    password: str = field(repr=False)


class PhoneWireRefused(Exception):
    """The phone system does not let a page's phone in."""


class PhoneWireCut(Exception):
    """A wire has ended; `is_elsewhere` tells that another page of the agent has the phone."""

    def __init__(self, *, is_elsewhere: bool = False) -> None:
        super().__init__()
        self.is_elsewhere = is_elsewhere


class PhoneWire(Protocol):
    """What one page's phone and the phone system say to one another, as text."""

    account: PhoneAccount

    async def send(self, message: str) -> None:
        """Pass on what the phone says; raises `PhoneWireCut`."""
        ...

    async def receive(self) -> str:
        """Await what the phone system says; raises `PhoneWireCut`."""
        ...


class BrowserPhones(Protocol):
    """The telephones in agents' pages."""

    def connect(self, agent_id: AgentId) -> AbstractAsyncContextManager[PhoneWire]:
        """Give an agent's page its wire, in the place of another page's.

        Raises `PhoneWireRefused`.
        """
        ...


# ---- journal -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Customer:
    """A customer's personal data: the only place where numbers and names are kept.

    What agents wrote about calls, the other personal data, is in `Note`.
    """

    id: CustomerId
    number: str | None
    name: str | None


class JournalFailed(Exception):
    """The journal cannot be written or read any more; the process must end.

    The message is one plain sentence with what the operator can do.
    """


class JournalRefused(JournalFailed):
    """The journal is damaged or was written by a newer release; it was left untouched."""


class JournalFenced(JournalFailed):
    """Another writer has appended; this one must stop (S22)."""


class JournalAway(JournalFailed):
    """The database cannot be reached at this moment; the same may be asked again later."""


class JournalState(StrEnum):
    """Whether what happens can be written down."""

    READY = "ready"
    AWAY = "away"
    """What happens is taken in, but nothing is promised until the database is back."""


@dataclass(frozen=True, slots=True)
class JournalHealth:
    """The journal's state and one plain sentence about it."""

    state: JournalState
    sentence: str
    epoch: int | None = None
    """Which right to write it is, counted by the database; None for a file."""


SNAPSHOTS_KEPT = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """What follows from a journal up to a fact; only a cache of what a replay tells (S21)."""

    sequence: int
    code: str
    """A digest of the code that wrote it: no other code can read it."""
    checksum: str
    data: bytes


class SnapshotStore(Protocol):
    """The last snapshots of each account, beside its journal."""

    async def keep(self, account_id: AccountId, snapshot: Snapshot) -> None:
        """Keep a snapshot and the one before; raises `JournalFailed`."""
        ...

    async def kept(self, account_id: AccountId) -> Sequence[Snapshot]:
        """Give what is kept, the newest first; whether it is sound, the reader judges."""
        ...


class Journal(Protocol):
    """The account's facts in order, without gaps, with one writer."""

    async def append(
        self,
        account_id: AccountId,
        expected_sequence: int,
        facts: Sequence[Fact],
        customers: Sequence[Customer] = (),
        records: RecordChanges | None = None,
        notes: Sequence[Note] = (),
    ) -> None:
        """Commit facts durably after `expected_sequence`, with the customers and notes they name.

        The records that follow from the facts are committed with them.

        Raises `JournalFenced` when the journal has moved on, `JournalFailed` otherwise.
        """
        ...

    async def read(self, account_id: AccountId, after_sequence: int, limit: int) -> Sequence[Fact]:
        """Return at most `limit` facts after a sequence number, in order."""
        ...

    async def last_sequence(self, account_id: AccountId) -> int:
        """Give the number of an account's last fact; 0 before the first."""
        ...

    async def accounts(self) -> Sequence[AccountId]: ...

    async def customers(self, account_id: AccountId) -> Sequence[Customer]: ...

    async def notes(
        self, account_id: AccountId, after: NoteId | None, limit: int
    ) -> Sequence[Note]:
        """Return at most `limit` notes, deleted ones too, after the last one seen."""
        ...

    async def keep_notes(self, account_id: AccountId, notes: Sequence[Note]) -> None:
        """Store notes without facts; one that has lost its text never has one again."""
        ...

    async def remove_account(self, account_id: AccountId) -> None:
        """Delete all that is kept of an account, in one commit; nobody may be writing it.

        It is still in the store's files until `scrub`. Raises `JournalFailed`.
        """
        ...

    async def scrub(self, *, thorough: bool) -> None:
        """Wipe what was erased out of the store's files.

        Only a thorough scrub leaves nothing for certain; it goes through all customers and notes,
        and appends wait for it. Raises `JournalAway` where that has to be tried again, and
        `JournalFailed`.
        """
        ...

    @property
    def records(self) -> RecordStore:
        """Give the records kept beside the journal."""
        ...

    @property
    def snapshots(self) -> SnapshotStore:
        """Give the snapshots kept beside the journal."""
        ...

    @property
    def webhooks(self) -> WebhookStore:
        """Give the webhooks kept beside the journal."""
        ...

    @property
    def numbers(self) -> NumberStore:
        """Give the numbers of what is configured, kept beside the journal."""
        ...

    @property
    def people(self) -> PeopleStore:
        """Give who uses the installation, kept beside the journal."""
        ...

    async def close(self) -> None: ...


# ---- clock -------------------------------------------------------------------------------


class Clock(Protocol):
    """Aware UTC instants that never go backwards."""

    def now(self) -> datetime: ...
