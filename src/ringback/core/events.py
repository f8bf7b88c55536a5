"""What became true. Each event happened to one account and is never taken back."""

from dataclasses import dataclass
from datetime import datetime, timedelta
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
    ItemId,
    LegId,
    LineId,
    OfferId,
    PlaybackId,
    StepId,
)
from .inputs import AgentFailureCause, FailureCause
from .outcomes import CallEnding, Outcome, OutcomeReason
from .settings import (
    AccountSettings,
    AgentProfile,
    AgentStatus,
    CallbackSettings,
    Destination,
    Line,
    Team,
)

# ---- configuration -----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class AccountOpened:
    """The first event of every journal."""

    account_id: AccountId
    callbacks_max: int


@dataclass(frozen=True, slots=True)
class AccountConfigured:
    settings: AccountSettings


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
class TeamConfigured:
    team: Team


@dataclass(frozen=True, slots=True)
class AgentConfigured:
    profile: AgentProfile


# ---- agents ------------------------------------------------------------------------------


class StatusCause(StrEnum):
    """Why an agent has the status."""

    CHOSEN = "chosen"
    RANG_OUT = "rang-out"
    """The agent let too many offers in a row ring out (R19)."""


@dataclass(frozen=True, slots=True)
class AgentStatusSet:
    agent_id: AgentId
    status: AgentStatus
    cause: StatusCause = StatusCause.CHOSEN
    item_id: ItemId | None = None
    """What rang out last, if that is the cause."""


@dataclass(frozen=True, slots=True)
class AgentCameBack:
    """The agent's phone or page is connected again."""

    agent_id: AgentId


@dataclass(frozen=True, slots=True)
class AgentWentMissing:
    """The agent's phone or page lost its connection; busy for a minute (R19)."""

    agent_id: AgentId


@dataclass(frozen=True, slots=True)
class AgentGivenUp:
    """The connection stayed lost for a minute: the agent counts as offline (R19)."""

    agent_id: AgentId


@dataclass(frozen=True, slots=True)
class AgentCameOnDuty:
    """The agent's working hours have begun, or are in force from here on (R19).

    `until` is when they end next; None is never.
    """

    agent_id: AgentId
    until: datetime | None


@dataclass(frozen=True, slots=True)
class AgentWentOffDuty:
    """The agent's working hours are over: like offline, until they begin again (R19)."""

    agent_id: AgentId
    until: datetime | None


@dataclass(frozen=True, slots=True)
class AgentFreed:
    """The agent's communication is over; `wrap_up_until` is None without wrap-up."""

    agent_id: AgentId
    wrap_up_until: datetime | None
    correctable: CallbackId | None = None
    """The callback whose outcome may be corrected during this wrap-up (R31)."""


@dataclass(frozen=True, slots=True)
class WrapUpEnded:
    agent_id: AgentId


# ---- live calls --------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class CallBegan:
    """A customer's call was taken in, by the flow version in force."""

    call_id: CallId
    line_id: LineId
    customer_id: CustomerId | None
    destination: Destination
    flow_id: FlowId
    flow_version: int


@dataclass(frozen=True, slots=True)
class CustomerRecognised:
    """The caller is somebody whose callback failed or did not reach them (R39).

    `agent_id` is who tried, if the line lets that agent be rung first.
    """

    call_id: CallId
    callback_id: CallbackId
    agent_id: AgentId | None


@dataclass(frozen=True, slots=True)
class AudioStarted:
    """An audio step plays its message to a caller."""

    call_id: CallId
    step_id: StepId
    playback_id: PlaybackId
    prompt: str


@dataclass(frozen=True, slots=True)
class MenuStarted:
    """A menu asks a caller for a key, for the first time or again."""

    call_id: CallId
    step_id: StepId
    playback_id: PlaybackId
    prompt: str
    time_number: int


@dataclass(frozen=True, slots=True)
class MenuLeft:
    """A caller chose a key of a menu, or made no choice (None); `next_step_id` None ends."""

    call_id: CallId
    step_id: StepId
    digit: str | None
    next_step_id: StepId | None


@dataclass(frozen=True, slots=True)
class BranchTaken:
    """Opening hours or special dates sent a caller one way."""

    call_id: CallId
    step_id: StepId
    branch: "Branch"
    next_step_id: StepId


class Branch(StrEnum):
    """The ways out of hours and dates steps."""

    OPEN = "open"
    CLOSED = "closed"
    SPECIAL = "special"
    ORDINARY = "ordinary"


@dataclass(frozen=True, slots=True)
class RedirectedToLine:
    """Another line's flow has taken a live call over."""

    call_id: CallId
    step_id: StepId
    line_id: LineId
    flow_id: FlowId
    flow_version: int


@dataclass(frozen=True, slots=True)
class RedirectDialled:
    """A number outside is about to be dialled for a caller; committed before the command (S4)."""

    call_id: CallId
    step_id: StepId
    leg_id: LegId
    number: str
    policy_verdict: str


@dataclass(frozen=True, slots=True)
class RedirectAnswered:
    """The number outside answered: it and the caller hear each other."""

    call_id: CallId
    leg_id: LegId


class RedirectFailure(StrEnum):
    """Why a caller could not be redirected."""

    LOOP = "loop"
    """The other line has had this call already."""
    UNKNOWN_LINE = "unknown-line"
    REFUSED = "refused"
    """By the line's dialling policy (R48)."""
    BUSY = "busy"
    NO_ANSWER = "no-answer"
    REJECTED = "rejected"
    INVALID_NUMBER = "invalid-number"
    TRUNK = "trunk"
    UNKNOWN = "unknown"
    """What became of the dial is not known; it is never repeated (R33)."""


@dataclass(frozen=True, slots=True)
class RedirectFailed:
    """A redirect came to nothing; the caller goes on to `next_step_id`, or the call ends."""

    call_id: CallId
    step_id: StepId
    cause: RedirectFailure
    next_step_id: StepId | None


@dataclass(frozen=True, slots=True)
class NoticeStarted:
    """A message beside the flow plays: in turn while waiting, or an answer to `*`."""

    call_id: CallId
    playback_id: PlaybackId
    prompt: str


@dataclass(frozen=True, slots=True)
class WaitEstimated:
    """A caller who waits is told the estimated wait; nothing plays where there is none (R45)."""

    call_id: CallId
    playback_id: PlaybackId | None
    prompt: str | None
    estimate: timedelta | None


@dataclass(frozen=True, slots=True)
class MessagePassedOver:
    """The estimate is too short for the message whose turn it was (R45)."""

    call_id: CallId


@dataclass(frozen=True, slots=True)
class PromptEnded:
    """The message that was playing is over."""

    call_id: CallId
    playback_id: PlaybackId


@dataclass(frozen=True, slots=True)
class EndReached:
    """A caller came to the end of the flow: its last message plays, if there is one."""

    call_id: CallId
    step_id: StepId
    playback_id: PlaybackId | None
    prompt: str | None


@dataclass(frozen=True, slots=True)
class RecordingStarted:
    call_id: CallId


@dataclass(frozen=True, slots=True)
class VoicemailLeft:
    call_id: CallId
    seconds: float


@dataclass(frozen=True, slots=True)
class FarewellSaid:
    """Nothing is left to say: the call is being hung up."""

    call_id: CallId


@dataclass(frozen=True, slots=True)
class WhisperStarted:
    """An agent whose phone is up hears which line it is, before the customer."""

    call_id: CallId
    agent_id: AgentId
    agent_leg_id: LegId
    playback_id: PlaybackId
    prompt: str


@dataclass(frozen=True, slots=True)
class WhisperEnded:
    call_id: CallId
    playback_id: PlaybackId


@dataclass(frozen=True, slots=True)
class AnnouncementStarted:
    """A caller or called customer hears an announcement, before the agent."""

    call_id: CallId
    leg_id: LegId
    playback_id: PlaybackId
    prompt: str


@dataclass(frozen=True, slots=True)
class AnnouncementEnded:
    call_id: CallId
    playback_id: PlaybackId


@dataclass(frozen=True, slots=True)
class CallConnected:
    """Caller and agent hear each other."""

    call_id: CallId
    agent_id: AgentId
    agent_leg_id: LegId


@dataclass(frozen=True, slots=True)
class CallRestored:
    """A live call was found again after a separation; what it hears is begun anew."""

    call_id: CallId


@dataclass(frozen=True, slots=True)
class CallEnded:
    """A call, inbound or outbound, is over and all its legs are let go."""

    call_id: CallId
    ending: CallEnding


# ---- queues and offers -------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class QueueJoined:
    """An item stands at the back of a queue; this event's sequence number is its key (R11)."""

    item_id: ItemId
    flow_id: FlowId
    flow_version: int
    step_id: StepId
    priority: bool


@dataclass(frozen=True, slots=True)
class StepGivenUp:
    """A ring step is over for an item without an agent: it leaves the queue (R20, R23, R24)."""

    item_id: ItemId
    cause: "GiveUpCause"


class GiveUpCause(StrEnum):
    """Why a ring step was given up."""

    RING_TIME_OVER = "ring-time-over"
    WAITED_TOO_LONG = "waited-too-long"
    NOBODY_LEFT = "nobody-left"


@dataclass(frozen=True, slots=True)
class OfferTerms:
    """One agent being rung, for at most so long; None is as long as the step lasts."""

    offer_id: OfferId
    agent_id: AgentId
    ring_for_max: timedelta | None


@dataclass(frozen=True, slots=True)
class OffersMade:
    """Agents are being rung for an item."""

    item_id: ItemId
    offers: tuple[OfferTerms, ...]


@dataclass(frozen=True, slots=True)
class OutsidePhoneAsked:
    """An outside phone was picked up, by its agent or not: it is asked for the key 1."""

    offer_id: OfferId
    agent_id: AgentId
    item_id: ItemId
    playback_id: PlaybackId
    prompt: str
    time_number: int


@dataclass(frozen=True, slots=True)
class OfferDeclined:
    offer_id: OfferId
    agent_id: AgentId
    item_id: ItemId


class RingOutCause(StrEnum):
    """How an agent let an item ring out."""

    AGENT_TIME_OVER = "agent-time-over"
    STEP_TIME_OVER = "step-time-over"
    PHONE_FAILED = "phone-failed"
    NOT_CONFIRMED = "not-confirmed"
    """An outside phone was picked up and nobody pressed 1 there: a voicemail, for one."""
    NOT_CONNECTED = "not-connected"
    """Accepted, but the phone did not connect in time (R29)."""


@dataclass(frozen=True, slots=True)
class OffersRangOut:
    """Agents did not answer."""

    item_id: ItemId
    agent_ids: tuple[AgentId, ...]
    cause: RingOutCause
    phone_failure: AgentFailureCause | None = None

    @property
    def was_heard(self) -> bool:
        """Tell whether the agents can have noticed: their phones rang, or they had accepted."""
        match self.cause:
            case RingOutCause.PHONE_FAILED:
                return self.phone_failure is AgentFailureCause.NO_ANSWER
            case RingOutCause.NOT_CONNECTED:
                return self.phone_failure is not AgentFailureCause.FAULT
            case (
                RingOutCause.AGENT_TIME_OVER
                | RingOutCause.STEP_TIME_OVER
                | RingOutCause.NOT_CONFIRMED
            ):
                return True


class WithdrawalCause(StrEnum):
    """Why offers ended through no doing of the agent who was rung."""

    TAKEN = "taken"
    CALLER_GONE = "caller-gone"
    CALLBACK_REQUESTED = "callback-requested"
    HELD = "held"
    CANCELLED = "cancelled"
    AGENT_LEFT = "agent-left"
    MOVED = "moved"
    FAULT = "fault"


@dataclass(frozen=True, slots=True)
class OffersWithdrawn:
    """Offers ended without a decline or a ring-out."""

    item_id: ItemId
    agent_ids: tuple[AgentId, ...]
    cause: WithdrawalCause
    taken_by: AgentId | None = None


@dataclass(frozen=True, slots=True)
class OfferAccepted:
    """The first agent to accept has the item; it is in no queue from here on (R29)."""

    offer_id: OfferId
    agent_id: AgentId
    item_id: ItemId


@dataclass(frozen=True, slots=True)
class AgentPhoneUp:
    """The winner's phone is connected."""

    offer_id: OfferId
    agent_id: AgentId
    item_id: ItemId


@dataclass(frozen=True, slots=True)
class ReturnedToQueue:
    """An accepted item stands in its queue again, with its key (R29, R32, R34)."""

    item_id: ItemId


@dataclass(frozen=True, slots=True)
class LateAnswerTurnedAway:
    """A desk phone answered an offer that was over; its agent hears why (R29)."""

    leg_id: LegId
    agent_id: AgentId | None


@dataclass(frozen=True, slots=True)
class OrphanFound:
    """The phone system has a leg that belongs to nothing; it is hung up (S20)."""

    leg_id: LegId


@dataclass(frozen=True, slots=True)
class PhoneSystemWentAway:
    """Nothing is offered and nothing judged until the phone system is back."""


@dataclass(frozen=True, slots=True)
class PhoneSystemCameBack:
    """What the phone system has was compared with what should be."""


# ---- callbacks ---------------------------------------------------------------------------


class RequestMode(StrEnum):
    """Who starts the call: the system, or an agent by hand."""

    AUTOMATED = "automated"
    MANUAL = "manual"


@dataclass(frozen=True, slots=True)
class CallbackRequested:
    """A caller's request is accepted; all it depends on is frozen here (R4).

    With `keeps_place` the callback takes the call's place in its queue (R12).
    """

    callback_id: CallbackId
    call_id: CallId
    line_id: LineId
    customer_id: CustomerId | None
    destination: Destination
    mode: RequestMode
    settings: CallbackSettings
    priority: bool
    flow_id: FlowId
    flow_version: int
    step_id: StepId
    keeps_place: bool


@dataclass(frozen=True, slots=True)
class RequestJoined:
    """A further request of the same customer joined a waiting callback (R10)."""

    callback_id: CallbackId
    call_id: CallId
    takes_place_of_call: bool


@dataclass(frozen=True, slots=True)
class RequestNotGranted:
    """A caller who pressed `*` cannot be promised a call, hears so and keeps the place.

    `reason` is None when it is only an overload (L4).
    """

    call_id: CallId
    reason: OutcomeReason | None


@dataclass(frozen=True, slots=True)
class ConfirmationStarted:
    """The confirmation plays; when it ends the call is hung up (R7)."""

    call_id: CallId
    callback_id: CallbackId
    playback_id: PlaybackId
    prompt: str


@dataclass(frozen=True, slots=True)
class SettlingStarted:
    """The inbound leg has ended; the callback settles (R7)."""

    callback_id: CallbackId
    until: datetime


@dataclass(frozen=True, slots=True)
class CallbackSettled:
    callback_id: CallbackId


@dataclass(frozen=True, slots=True)
class MovedToFront:
    """A supervisor put a callback before all others; this event's sequence number is its key,
    turned round, so that the last one moved is the first (R47)."""

    callback_id: CallbackId


@dataclass(frozen=True, slots=True)
class MovedToStep:
    """A supervisor took a callback out of its queue for another ring step (R47)."""

    callback_id: CallbackId
    step_id: StepId


@dataclass(frozen=True, slots=True)
class MovedToAgent:
    """From here on the step rings one agent alone for this callback, at the same place (R47)."""

    callback_id: CallbackId
    agent_id: AgentId


class HoldCause(StrEnum):
    """Why a callback may not be offered for the moment."""

    CUSTOMER_ON_CALL = "customer-on-call"
    RATE_LIMIT = "rate-limit"
    TRUNK_FAULT = "trunk-fault"


@dataclass(frozen=True, slots=True)
class CallbackHeld:
    """No card and no judgement until released (R28b, R32); `until` None waits for an event."""

    callback_id: CallbackId
    cause: HoldCause
    until: datetime | None


@dataclass(frozen=True, slots=True)
class CallbackReleased:
    callback_id: CallbackId
    cause: HoldCause


@dataclass(frozen=True, slots=True)
class PlaceLent:
    """The customer's own call stands in the callback's place; the callback is suspended (R37)."""

    callback_id: CallbackId
    call_id: CallId


@dataclass(frozen=True, slots=True)
class PlaceGivenBack:
    """That call left the queue unanswered; the callback stands there again, with its key (R37)."""

    callback_id: CallbackId
    call_id: CallId


@dataclass(frozen=True, slots=True)
class BusyWaitStarted:
    """At the front with nobody free: the clock of *When everyone is busy* runs (R24)."""

    callback_id: CallbackId


@dataclass(frozen=True, slots=True)
class BusyWaitPaused:
    """That clock stands still (R24)."""

    callback_id: CallbackId


@dataclass(frozen=True, slots=True)
class AttemptFailed:
    """An attempt passed its last ring step (R23)."""

    callback_id: CallbackId
    attempt_number: int
    reason: OutcomeReason


@dataclass(frozen=True, slots=True)
class AttemptStarted:
    """A retry begins (R15)."""

    callback_id: CallbackId
    attempt_number: int


@dataclass(frozen=True, slots=True)
class DialIntended:
    """The outbound call is about to be dialled; committed before the command (S4).

    `policy_verdict` is what the dialling policy said at this moment (R48).
    """

    callback_id: CallbackId
    call_id: CallId
    customer_leg_id: LegId
    agent_id: AgentId
    agent_leg_id: LegId
    policy_verdict: str


@dataclass(frozen=True, slots=True)
class CustomerRang:
    callback_id: CallbackId
    call_id: CallId


@dataclass(frozen=True, slots=True)
class CustomerReached:
    """The customer answered (R31); both hear each other, unless something is said before."""

    callback_id: CallbackId
    call_id: CallId
    connected: bool = True


@dataclass(frozen=True, slots=True)
class CustomerConnected:
    """All is said: the customer who answered and the agent hear each other."""

    call_id: CallId


@dataclass(frozen=True, slots=True)
class OutboundCallRestored:
    """An outbound call was found whole after a separation; what is heard is begun anew."""

    call_id: CallId


@dataclass(frozen=True, slots=True)
class DialFailed:
    """The customer was not reached, or it cannot be known (cause None, R33)."""

    callback_id: CallbackId
    call_id: CallId
    cause: FailureCause | None


@dataclass(frozen=True, slots=True)
class FaultSuffered:
    """A fault of ours interrupted an attempt, which is not counted (R34)."""

    callback_id: CallbackId
    fault_number: int


@dataclass(frozen=True, slots=True)
class CallbackClosed:
    """The callback has its one outcome (S12)."""

    callback_id: CallbackId
    outcome: Outcome
    call_id: CallId | None = None
    """The customer's own call that was answered and superseded it (R37)."""


@dataclass(frozen=True, slots=True)
class OutcomeCorrected:
    """An agent corrected the outcome in wrap-up (R31)."""

    callback_id: CallbackId
    agent_id: AgentId
    outcome: Outcome
    listed: bool = False
    """It stands from here on in the list of those to call by hand (R39)."""


# ---- alerts ------------------------------------------------------------------------------


class AlertKind(StrEnum):
    """What somebody should look at."""

    CALLBACKS_FAIL = "callbacks-fail"
    """Several callbacks of a line failed in a row (R26)."""
    SYSTEM_FAULT = "system-fault"
    """A callback failed for the third fault of ours (R34)."""


@dataclass(frozen=True, slots=True)
class AlertRaised:
    """Once in each series of failures of a line; a callback that is served ends the series."""

    alert_id: AlertId
    kind: AlertKind
    line_id: LineId
    callback_id: CallbackId
    failures: int
    """How many failed in a row so far."""


@dataclass(frozen=True, slots=True)
class AlertDismissed:
    """Somebody has seen an alert."""

    alert_id: AlertId


# ---- callbacks called by hand ------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class CallbackClaimed:
    """An agent will see to a listed callback (R38)."""

    callback_id: CallbackId
    agent_id: AgentId


@dataclass(frozen=True, slots=True)
class CallbackUnclaimed:
    """A listed callback is everybody's again; None is somebody who is no agent."""

    callback_id: CallbackId
    agent_id: AgentId | None
    claimed_by: AgentId | None = None
    """Whose claim it was, if somebody else released it."""


@dataclass(frozen=True, slots=True)
class HandCallStarted:
    """An agent calls a listed callback by hand; their own phone is connected first (R38)."""

    callback_id: CallbackId
    agent_id: AgentId
    offer_id: OfferId


@dataclass(frozen=True, slots=True)
class HandCallAbandoned:
    """A call by hand came to nothing before the customer could be reached; it stays listed."""

    callback_id: CallbackId
    agent_id: AgentId


@dataclass(frozen=True, slots=True)
class FollowUpCalled:
    """A closed callback was called by hand; its outcome stays what it was (R39)."""

    callback_id: CallbackId
    call_id: CallId
    agent_id: AgentId
    reached: bool


@dataclass(frozen=True, slots=True)
class FollowUpAnswered:
    """The customer called in and was answered: off the list, the outcome as it was (R39).

    `agent_id` is None where the call was redirected and somebody outside answered.
    """

    callback_id: CallbackId
    call_id: CallId
    agent_id: AgentId | None


@dataclass(frozen=True, slots=True)
class FollowUpDismissed:
    """A listed callback was taken off the list; an open request ends with it (R39)."""

    callback_id: CallbackId
    agent_id: AgentId


Event = (
    AccountOpened
    | AccountConfigured
    | LineConfigured
    | FlowPublished
    | FlowDraftSaved
    | FlowDraftDiscarded
    | MessageMarked
    | TeamConfigured
    | AgentConfigured
    | AgentStatusSet
    | AgentCameBack
    | AgentWentMissing
    | AgentGivenUp
    | AgentCameOnDuty
    | AgentWentOffDuty
    | AgentFreed
    | WrapUpEnded
    | CallBegan
    | CustomerRecognised
    | AudioStarted
    | MenuStarted
    | MenuLeft
    | BranchTaken
    | RedirectedToLine
    | RedirectDialled
    | RedirectAnswered
    | RedirectFailed
    | NoticeStarted
    | WaitEstimated
    | MessagePassedOver
    | PromptEnded
    | EndReached
    | RecordingStarted
    | VoicemailLeft
    | FarewellSaid
    | WhisperStarted
    | WhisperEnded
    | AnnouncementStarted
    | AnnouncementEnded
    | CallConnected
    | CallRestored
    | CallEnded
    | QueueJoined
    | StepGivenUp
    | OffersMade
    | OutsidePhoneAsked
    | OfferDeclined
    | OffersRangOut
    | OffersWithdrawn
    | OfferAccepted
    | AgentPhoneUp
    | ReturnedToQueue
    | LateAnswerTurnedAway
    | OrphanFound
    | PhoneSystemWentAway
    | PhoneSystemCameBack
    | CallbackRequested
    | RequestJoined
    | RequestNotGranted
    | ConfirmationStarted
    | SettlingStarted
    | CallbackSettled
    | MovedToFront
    | MovedToStep
    | MovedToAgent
    | CallbackHeld
    | CallbackReleased
    | PlaceLent
    | PlaceGivenBack
    | BusyWaitStarted
    | BusyWaitPaused
    | AttemptFailed
    | AttemptStarted
    | DialIntended
    | CustomerRang
    | CustomerReached
    | CustomerConnected
    | OutboundCallRestored
    | DialFailed
    | FaultSuffered
    | CallbackClosed
    | OutcomeCorrected
    | AlertRaised
    | AlertDismissed
    | CallbackClaimed
    | CallbackUnclaimed
    | HandCallStarted
    | HandCallAbandoned
    | FollowUpCalled
    | FollowUpAnswered
    | FollowUpDismissed
)


@dataclass(frozen=True, slots=True)
class Fact:
    """An event with its place in the journal: when, through what, and by whom (R43)."""

    sequence: int
    at: datetime
    cause: str
    """The name of the input behind it, `TimePassed` for deadlines."""
    actor: str
    """`agent:<id>`, `caller`, `phone`, `operator`, `api` or `clock`."""
    event: Event
