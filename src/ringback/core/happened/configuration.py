"""What became true of the account and of how it is set up."""

from dataclasses import dataclass

from ringback.core.flow import Flow
from ringback.core.ids import AccountId, FlowId
from ringback.core.settings import AccountSettings, AgentProfile, KeptMessage, Line, Team


@dataclass(frozen=True, slots=True)
class AccountOpened:
    """The first event of every journal."""

    account_id: AccountId
    callbacks_max: int


@dataclass(frozen=True, slots=True)
class AccountConfigured:
    settings: AccountSettings


@dataclass(frozen=True, slots=True)
class CallbacksHalted:
    """From here on no callback is offered or dialled."""


@dataclass(frozen=True, slots=True)
class CallbacksResumed:
    """Callbacks are offered and dialled again."""


@dataclass(frozen=True, slots=True)
class LineConfigured:
    line: Line


@dataclass(frozen=True, slots=True)
class FlowPublished:
    """A flow is in force for calls that arrive from here on; those waiting keep theirs (R4)."""

    flow: Flow
    version: int
    draft: int | None = None
    """The number of the draft that became this version."""
    rolled_back_to: int | None = None
    """The earlier version whose content this is."""


@dataclass(frozen=True, slots=True)
class FlowDraftSaved:
    """A flow to be, valid or not; this event's sequence number is the draft's number."""

    flow: Flow
    based_on: int
    """The version in force when it was saved; 0 before the first."""


@dataclass(frozen=True, slots=True)
class FlowDraftDiscarded:
    flow_id: FlowId


@dataclass(frozen=True, slots=True)
class MessageMarked:
    """People said whether a message tells callers to press `*` (R3)."""

    prompt: str
    offers_callbacks: bool


@dataclass(frozen=True, slots=True)
class MessageKept:
    """A message of the company's own can be used from here on."""

    message: KeptMessage


@dataclass(frozen=True, slots=True)
class MessageRenamed:
    prompt: str
    new_name: str


@dataclass(frozen=True, slots=True)
class MessageRemoved:
    """Nothing names the message any more, and its recording goes."""

    prompt: str


@dataclass(frozen=True, slots=True)
class TeamConfigured:
    team: Team


@dataclass(frozen=True, slots=True)
class AgentConfigured:
    profile: AgentProfile
