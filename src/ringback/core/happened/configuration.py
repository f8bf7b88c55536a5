"""What became true of the account and of how it is set up."""

from ringback.core.flow import Flow
from ringback.core.ids import AccountId, FlowId
from ringback.core.plain_data import plain_data
from ringback.core.settings import AccountSettings, AgentProfile, KeptMessage, Line, Team


@plain_data
class AccountOpened:
    """The first event of every journal."""

    account_id: AccountId
    callbacks_max: int


@plain_data
class AccountConfigured:
    settings: AccountSettings


@plain_data
class CallbacksHalted:
    """From here on no callback is offered or dialled."""


@plain_data
class CallbacksResumed:
    """Callbacks are offered and dialled again."""


@plain_data
class LineConfigured:
    line: Line
    is_new: bool = False


@plain_data
class FlowPublished:
    """A flow is in force for calls that arrive from here on; those waiting keep theirs (R4)."""

    flow: Flow
    version: int
    draft: int | None = None
    """The number of the draft that became this version."""
    rolled_back_to: int | None = None
    """The earlier version whose content this is."""


@plain_data
class FlowDraftSaved:
    """A flow to be, valid or not; this event's sequence number is the draft's number."""

    flow: Flow
    based_on: int
    """The version in force when it was saved; 0 before the first."""


@plain_data
class FlowDraftDiscarded:
    flow_id: FlowId


@plain_data
class MessageMarked:
    """People said whether a message tells callers to press `*` (R3)."""

    prompt: str
    offers_callbacks: bool


@plain_data
class MessageKept:
    """A message of the company's own can be used from here on."""

    message: KeptMessage


@plain_data
class MessageRenamed:
    prompt: str
    new_name: str


@plain_data
class MessageRemoved:
    """Nothing names the message any more, and its recording goes."""

    prompt: str


@plain_data
class TeamConfigured:
    team: Team
    is_new: bool = False


@plain_data
class AgentConfigured:
    profile: AgentProfile
    is_new: bool = False
