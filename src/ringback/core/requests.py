"""What people ask for; each may raise a `Refusal`."""

from dataclasses import dataclass
from enum import StrEnum

from .flow import Flow
from .ids import (
    AccountId,
    AgentId,
    AlertId,
    CallbackId,
    CustomerId,
    FlowId,
    LineId,
    OfferId,
    StepId,
    TeamId,
)
from .settings import (
    AccountSettings,
    AgentProfile,
    AgentStatus,
    Destination,
    KeptMessage,
    Line,
    Team,
)


@dataclass(frozen=True, slots=True)
class OpenAccount:
    """Begin an account's journal."""

    account_id: AccountId
    callbacks_max: int = 10_000
    """Open callbacks beyond which a request is honestly refused (L4)."""


@dataclass(frozen=True, slots=True)
class ConfigureAccount:
    """Set what holds for the whole company."""

    settings: AccountSettings


@dataclass(frozen=True, slots=True)
class ConfigureLine:
    """Set a line's settings, whole."""

    line: Line


@dataclass(frozen=True, slots=True)
class PublishFlow:
    """Put a flow in force for calls that arrive from here on.

    With `seen_version` only if that is still the version in force. `missing_prompts` are messages
    of the flow of which it is known that they cannot be played.
    """

    flow: Flow
    seen_version: int | None = None
    missing_prompts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SaveDraft:
    """Keep a flow to be, valid or not, over the draft and version that were seen (0: none)."""

    flow: Flow
    seen_draft: int
    seen_version: int


@dataclass(frozen=True, slots=True)
class PublishDraft:
    """Put the draft that was seen in force, over the version that was seen."""

    flow_id: FlowId
    seen_draft: int
    seen_version: int
    missing_prompts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DiscardDraft:
    """Throw the draft that was seen away."""

    flow_id: FlowId
    seen_draft: int


@dataclass(frozen=True, slots=True)
class RollBackFlow:
    """Publish what an earlier version held, over the version that was seen."""

    flow_id: FlowId
    version: int
    seen_version: int
    missing_prompts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MarkMessage:
    """Say whether a message tells callers to press `*`; the ready offer does of itself (R3)."""

    prompt: str
    offers_callbacks: bool


@dataclass(frozen=True, slots=True)
class KeepMessage:
    """Take a message into the library; its recording is stored already."""

    message: KeptMessage


@dataclass(frozen=True, slots=True)
class RenameMessage:
    prompt: str
    new_name: str


@dataclass(frozen=True, slots=True)
class RemoveMessage:
    """Take a message that nothing uses out of the library."""

    prompt: str


@dataclass(frozen=True, slots=True)
class ConfigureTeam:
    """Set a team's name and members."""

    team: Team


@dataclass(frozen=True, slots=True)
class ConfigureAgent:
    """Set an agent's profile; a new agent starts offline."""

    profile: AgentProfile


@dataclass(frozen=True, slots=True)
class SetAgentStatus:
    """Go online, into Do not disturb, or offline."""

    agent_id: AgentId
    status: AgentStatus


@dataclass(frozen=True, slots=True)
class AcceptOffer:
    """Press *Call back*, or *Answer* for a live call (R29)."""

    offer_id: OfferId
    agent_id: AgentId


@dataclass(frozen=True, slots=True)
class DeclineOffer:
    """Press *Decline* (R22)."""

    offer_id: OfferId
    agent_id: AgentId


@dataclass(frozen=True, slots=True)
class HangUpAgent:
    """End the communication an agent is in."""

    agent_id: AgentId


@dataclass(frozen=True, slots=True)
class MuteAgent:
    """Let the customer not hear the agent (R30)."""

    agent_id: AgentId


@dataclass(frozen=True, slots=True)
class UnmuteAgent:
    """Let the customer hear the agent again."""

    agent_id: AgentId


@dataclass(frozen=True, slots=True)
class PutOnHold:
    """Let the customer of an agent's call hear the waiting music (R30)."""

    agent_id: AgentId


@dataclass(frozen=True, slots=True)
class TakeOffHold:
    """Let agent and customer hear each other again."""

    agent_id: AgentId


@dataclass(frozen=True, slots=True)
class TransferToAgent:
    """Let the customer of an agent's call go on to a colleague (R30)."""

    agent_id: AgentId
    colleague_id: AgentId


@dataclass(frozen=True, slots=True)
class TransferToTeam:
    """Let the customer of an agent's call go on to whoever of a team answers first."""

    agent_id: AgentId
    team_id: TeamId


@dataclass(frozen=True, slots=True)
class TransferToLine:
    """Let the customer of an agent's call go through another line's flow."""

    agent_id: AgentId
    line_id: LineId


@dataclass(frozen=True, slots=True)
class TransferToNumber:
    """Let the customer of an agent's call go on to a number outside that the agent has typed.

    The number is that of `customer_id`; None is one that cannot be called.
    """

    agent_id: AgentId
    customer_id: CustomerId | None
    destination: Destination


@dataclass(frozen=True, slots=True)
class ConsultAgent:
    """Talk with a colleague while the customer of an agent's call hears music (R30)."""

    agent_id: AgentId
    colleague_id: AgentId


@dataclass(frozen=True, slots=True)
class CompleteTransfer:
    """Leave the customer to the colleague whom an agent consults."""

    agent_id: AgentId


@dataclass(frozen=True, slots=True)
class CancelConsultation:
    """Let the colleague go and take the customer back."""

    agent_id: AgentId


class OutcomeCorrection(StrEnum):
    """What an agent may say in wrap-up about a completed callback (R31)."""

    VOICEMAIL = "voicemail"
    WRONG_PERSON = "wrong-person"


@dataclass(frozen=True, slots=True)
class CorrectOutcome:
    """Tell in wrap-up that the customer was not really reached (R31)."""

    callback_id: CallbackId
    agent_id: AgentId
    correction: OutcomeCorrection


@dataclass(frozen=True, slots=True)
class RequestCallback:
    """Have a customer called back who is on no call with us (R10, R13)."""

    line_id: LineId
    customer_id: CustomerId | None
    destination: Destination


class CancelReason(StrEnum):
    """On whose behalf a callback is cancelled (R49)."""

    BY_USER = "by_user"
    BY_API = "by_api"


@dataclass(frozen=True, slots=True)
class CancelCallback:
    """Withdraw a callback before the customer is dialled (R49)."""

    callback_id: CallbackId
    reason: CancelReason


@dataclass(frozen=True, slots=True)
class HaltCallbacks:
    """Have no callback offered or dialled until they are resumed."""


@dataclass(frozen=True, slots=True)
class ResumeCallbacks:
    """Have callbacks offered and dialled again."""


@dataclass(frozen=True, slots=True)
class DismissAlert:
    """Take an alert off the screens of everybody."""

    alert_id: AlertId


@dataclass(frozen=True, slots=True)
class CancelPending:
    """Withdraw all that a line has pending and does not dial, if it is so many (R4)."""

    line_id: LineId
    count: int


@dataclass(frozen=True, slots=True)
class ClaimCallback:
    """Put a name on a request in the list, so that nobody else starts on it (R38)."""

    callback_id: CallbackId
    agent_id: AgentId


@dataclass(frozen=True, slots=True)
class ReleaseCallback:
    """Give a claimed request back to everybody: one's own, or that of the agent named."""

    callback_id: CallbackId
    agent_id: AgentId | None
    """None is somebody who is no agent, a supervisor for one."""
    claimed_by: AgentId | None = None
    """Whose claim is released, if it is not one's own."""


@dataclass(frozen=True, slots=True)
class CallByHand:
    """Start the call of a manual request, or of one that failed or was not reached (R35, R39)."""

    callback_id: CallbackId
    agent_id: AgentId


@dataclass(frozen=True, slots=True)
class DismissCallback:
    """Take a callback off the list without calling; an open request is cancelled (R39)."""

    callback_id: CallbackId
    agent_id: AgentId


@dataclass(frozen=True, slots=True)
class EraseCustomer:
    """Have nobody able to tell who the customer was; what waits of theirs is cancelled (R49)."""

    customer_id: CustomerId


@dataclass(frozen=True, slots=True)
class ForgetCustomers:
    """Do the same with customers of whom nothing waits, since they were kept long enough."""

    customer_ids: tuple[CustomerId, ...]


@dataclass(frozen=True, slots=True)
class MoveToFront:
    """Let a waiting callback be served before all others (R47)."""

    callback_id: CallbackId


@dataclass(frozen=True, slots=True)
class MoveToStep:
    """Let a waiting callback wait at another ring step of its flow version (R14, R47)."""

    callback_id: CallbackId
    step_id: StepId


@dataclass(frozen=True, slots=True)
class MoveToAgent:
    """Let one agent alone be rung for a waiting callback, then go on as the step does (R47)."""

    callback_id: CallbackId
    agent_id: AgentId
