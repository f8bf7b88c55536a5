"""The states of callbacks."""

from dataclasses import dataclass, field
from datetime import datetime

from ringback.core.events import HoldCause, RequestMode
from ringback.core.flow import Flow
from ringback.core.ids import AgentId, CallbackId, CallId, CustomerId, LineId, StepId
from ringback.core.outcomes import Outcome
from ringback.core.settings import CallbackSettings, Destination

from .call import Moving
from .offer import Offer
from .stay import Stay
from .timed import Timed


@dataclass(slots=True)
class Queued:
    """In a ring step's queue, or ringing there."""


@dataclass(slots=True)
class ConnectingAgent:
    """An agent accepted; their phone is connecting."""

    offer: Offer


@dataclass(slots=True)
class CallingCustomer:
    """The customer is being dialled."""

    call_id: CallId
    since: datetime
    rang: bool = False


@dataclass(slots=True)
class Suspended:
    """Its place is lent to its customer's own call; the stay keeps it (R37)."""

    call_id: CallId


@dataclass(slots=True)
class AwaitingAgent:
    """A manual callback: in the list until somebody calls."""


@dataclass(slots=True)
class Closed:
    """It has its outcome."""

    outcome: Outcome


CallbackState = (
    Moving | Queued | Suspended | ConnectingAgent | CallingCustomer | AwaitingAgent | Closed
)


@dataclass(slots=True)
class Callback(Timed):
    """A caller's request to be called back, and its life."""

    id: CallbackId
    line_id: LineId
    customer_id: CustomerId | None
    destination: Destination
    mode: RequestMode
    settings: CallbackSettings
    priority: bool
    flow: Flow
    flow_version: int
    origin_step_id: StepId
    requested_at: datetime
    state: CallbackState
    inbound_call_ids: list[CallId]
    stay: Stay | None = None
    declined: dict[AgentId, None] = field(default_factory=dict)
    attempt_number: int = 1
    rang_out_in_attempt: bool = False
    declined_in_attempt: bool = False
    settled: bool = False
    settles_at: datetime | None = None
    holds: dict[HoldCause, datetime | None] = field(default_factory=dict)
    faults: int = 0
    dials: int = 0
    claimed_by: AgentId | None = None
    tried_by: AgentId | None = None
    """Who called the customer last; while listed, without having reached them."""
    tried_as: int = 0
    """The sequence number of that dial."""
    outcome: Outcome | None = None
    """Set once closed; a failed or unreached callback stays listed until called (R39)."""

    @property
    def retries_left(self) -> int:
        return self.settings.retries + 1 - self.attempt_number

    @property
    def offerable(self) -> bool:
        """Tell whether a card may be shown and the place be judged (R7, R28b, R32)."""
        return self.settled and not self.holds
