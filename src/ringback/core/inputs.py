"""Everything that can reach an account: reports of what happened, and requests of people.

A report is past, is never refused, and changes nothing when it is late or repeated.
A request is imperative and may raise a `Refusal`.
"""

from dataclasses import dataclass
from enum import StrEnum

from .flow import Flow
from .ids import (
    AccountId,
    AgentId,
    AlertId,
    CallbackId,
    CallId,
    CustomerId,
    FlowId,
    LegId,
    LineId,
    OfferId,
    PlaybackId,
    StepId,
)
from .settings import AccountSettings, AgentProfile, AgentStatus, Destination, Line, Team


class FailureCause(StrEnum):
    """Why a customer's phone could not be reached."""

    BUSY = "busy"
    NO_ANSWER = "no-answer"
    REJECTED = "rejected"
    INVALID_NUMBER = "invalid-number"
    TRUNK = "trunk"
    """No channel, 5xx, congestion: our fault, not the customer's (R32)."""
    NEVER_SENT = "never-sent"
    """The phone system proves that it never saw the dial (R33)."""


class AgentFailureCause(StrEnum):
    """Why an agent's phone could not be connected."""

    UNREACHABLE = "unreachable"
    NO_ANSWER = "no-answer"
    FAULT = "fault"


class LegState(StrEnum):
    """How far a leg found in the phone system has come."""

    RINGING = "ringing"
    UP = "up"


# ---- reports of phones -------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class CallArrived:
    """A customer's call reached a line; its first leg bears the call's id."""

    call_id: CallId
    line_id: LineId
    customer_id: CustomerId | None
    destination: Destination


@dataclass(frozen=True, slots=True)
class DigitPressed:
    """A caller, or an agent whose phone is up, pressed a key."""

    leg_id: LegId
    digit: str


@dataclass(frozen=True, slots=True)
class PromptFinished:
    """A message played on a leg ended, by itself or because it could not be played."""

    leg_id: LegId
    playback_id: PlaybackId


@dataclass(frozen=True, slots=True)
class VoicemailRecorded:
    """A caller's message was recorded, whole or as far as it went."""

    call_id: CallId
    seconds: float


@dataclass(frozen=True, slots=True)
class LegEnded:
    """A leg is gone, whoever hung up. An inbound call's leg bears the call's id."""

    leg_id: LegId


@dataclass(frozen=True, slots=True)
class AgentPhoneAnswered:
    """An agent's phone is up."""

    leg_id: LegId


@dataclass(frozen=True, slots=True)
class AgentPhoneDeclined:
    """An agent rejected the ringing on the phone itself."""

    leg_id: LegId


@dataclass(frozen=True, slots=True)
class AgentPhoneFailed:
    """An agent's phone could not be rung or connected."""

    leg_id: LegId
    cause: AgentFailureCause


@dataclass(frozen=True, slots=True)
class CustomerRinging:
    """The dialled customer's phone rings."""

    leg_id: LegId


@dataclass(frozen=True, slots=True)
class CustomerAnswered:
    """The dialled customer answered."""

    leg_id: LegId


@dataclass(frozen=True, slots=True)
class CustomerFailed:
    """The dialled customer was not reached."""

    leg_id: LegId
    cause: FailureCause


@dataclass(frozen=True, slots=True)
class AgentConnected:
    """An agent's phone registered, or their page is open."""

    agent_id: AgentId


@dataclass(frozen=True, slots=True)
class AgentConnectionLost:
    """An agent's phone or page has gone without a word (R19)."""

    agent_id: AgentId


@dataclass(frozen=True, slots=True)
class ListedLeg:
    """One leg that the phone system really has."""

    leg_id: LegId
    state: LegState


@dataclass(frozen=True, slots=True)
class PhoneSystemLost:
    """The phone system cannot be reached; what happens there is not heard."""


@dataclass(frozen=True, slots=True)
class PhoneSystemListed:
    """The phone system is back: all it has, to be compared with what should be (R33).

    `never_sent` names the customer legs of which it is certain that their dial never arrived.
    """

    legs: tuple[ListedLeg, ...]
    never_sent: tuple[LegId, ...] = ()
    lost_agents: tuple[AgentId, ...] = ()
    """Agents whose desk phone is not registered."""


# ---- requests of people ------------------------------------------------------------------


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


@dataclass(frozen=True, slots=True)
class TimePassed:
    """Nothing but time: settles what is due."""


Report = (
    CallArrived
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
    | TimePassed
)
Request = (
    OpenAccount
    | ConfigureAccount
    | ConfigureLine
    | PublishFlow
    | SaveDraft
    | PublishDraft
    | DiscardDraft
    | RollBackFlow
    | MarkMessage
    | ConfigureTeam
    | ConfigureAgent
    | SetAgentStatus
    | AcceptOffer
    | DeclineOffer
    | HangUpAgent
    | CorrectOutcome
    | CancelCallback
    | DismissAlert
    | CancelPending
    | ClaimCallback
    | ReleaseCallback
    | CallByHand
    | DismissCallback
    | MoveToFront
    | MoveToStep
    | MoveToAgent
)
Input = Report | Request
