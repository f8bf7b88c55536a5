"""The states of everything that lives in an account. Only `evolve` functions write them."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import IntEnum, StrEnum
from typing import NewType

from .events import AlertKind, HoldCause, RequestMode, StatusCause
from .flow import Flow, RingStep
from .ids import (
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
from .outcomes import Outcome, OutcomeReason
from .refusals import RefusalCode
from .settings import (
    AgentProfile,
    AgentStatus,
    CallbackSettings,
    Destination,
    Line,
    PhoneKind,
)

QueueId = NewType("QueueId", str)
GroupKey = NewType("GroupKey", str)
"""A ring step's target: a team, or one agent."""

NOTHING = timedelta(0)
CONFIRMING_MAX = timedelta(seconds=25)
"""How long an outside phone that was picked up may take to press 1."""
AGENT_LEG = "agent-"
CUSTOMER_LEG = "customer-"
REDIRECT_LEG = "customer-redirect-"


@dataclass(slots=True, kw_only=True)
class Timed:
    """What may have a deadline. The three fields are a cache kept by `deadlines`."""

    deadline: datetime | None = field(default=None, compare=False, repr=False)
    stale: bool = field(default=False, compare=False, repr=False)
    gone: bool = field(default=False, compare=False, repr=False)


# ---- offers and places in queues ---------------------------------------------------------


@dataclass(slots=True)
class Message:
    """What one leg hears before agent and customer hear each other."""

    leg_id: LegId
    playback_id: PlaybackId
    prompt: str
    since: datetime


@dataclass(slots=True)
class Offer:
    """One agent being rung for one item, or having accepted it."""

    id: OfferId
    item_id: ItemId
    agent_id: AgentId
    made_at: datetime
    ring_for_max: timedelta | None
    accepted_at: datetime | None = None
    phone_up: bool = False
    phone: PhoneKind = PhoneKind.BROWSER
    """What its agent's phone was when the offer was made."""
    question: Message | None = None
    """What an outside phone that was picked up is asked."""
    asked_at: datetime | None = None
    times_asked: int = 0

    @property
    def leg_id(self) -> LegId:
        return agent_leg(self.id)

    @property
    def rings_until(self) -> datetime | None:
        """Tell when this agent's ringing is over, if the step does not end before."""
        instants = [] if self.ring_for_max is None else [self.made_at + self.ring_for_max]
        if self.asked_at is not None:
            instants.append(self.asked_at + CONFIRMING_MAX)
        return min(instants, default=None)


def agent_leg(offer_id: OfferId) -> LegId:
    """Name the leg of an agent's phone for one offer."""
    return LegId(f"{AGENT_LEG}{offer_id}")


def is_agent_leg(leg_id: LegId) -> bool:
    return leg_id.startswith(AGENT_LEG)


def customer_leg(call_id: CallId) -> LegId:
    """Name the leg of the customer's phone in one outbound call."""
    return LegId(f"{CUSTOMER_LEG}{call_id}")


@dataclass(slots=True)
class Stay:
    """An item's stay in one ring step: its place, and what has been used up of its time."""

    queue_id: QueueId
    step: RingStep
    priority_class: int
    key: int
    joined_at: datetime
    offers: dict[AgentId, Offer] = field(default_factory=dict)
    rung_out: dict[AgentId, None] = field(default_factory=dict)
    rung_by_agent: dict[AgentId, timedelta] = field(default_factory=dict)
    rung: timedelta = NOTHING
    ringing_since: datetime | None = None
    waited_busy: timedelta = NOTHING
    busy_since: datetime | None = None
    busy_wait_begun: bool = False

    @property
    def place(self) -> tuple[int, int]:
        return (self.priority_class, self.key)

    def rung_at(self, at: datetime) -> timedelta:
        """Add up the time in which somebody was being rung (R21)."""
        return self.rung if self.ringing_since is None else self.rung + (at - self.ringing_since)

    def waited_busy_at(self, at: datetime) -> timedelta:
        """Add up the time on the clock of *When everyone is busy* (R24)."""
        if self.busy_since is None:
            return self.waited_busy
        return self.waited_busy + (at - self.busy_since)


# ---- calls -------------------------------------------------------------------------------


@dataclass(slots=True)
class Moving:
    """Between two steps; never seen once an input has been settled."""

    step_id: StepId


@dataclass(slots=True)
class InAudio:
    """Hearing an audio step's message."""

    step_id: StepId
    since: datetime


@dataclass(slots=True)
class InMenu:
    """Asked for a key; after the prompt `answer_until` runs."""

    step_id: StepId
    since: datetime
    time_number: int
    answer_until: datetime | None = None


@dataclass(slots=True)
class Waiting:
    """In a ring step's queue; the stay is the call's."""

    next_message: int
    next_message_at: datetime | None
    next_estimate_at: datetime | None = None


@dataclass(slots=True)
class BeingConnected:
    """An agent accepted: their phone is connecting, or one of the two hears a message before."""

    offer: Offer
    whisper: Message | None = None
    announced: bool = False
    """Whether what plays to the caller is the announcement."""


@dataclass(slots=True)
class Talking:
    """Caller and agent hear each other."""

    agent_id: AgentId
    agent_leg_id: LegId
    since: datetime


@dataclass(slots=True)
class Redirecting:
    """Hearing music while a number outside is dialled."""

    step_id: StepId
    leg_id: LegId
    since: datetime


@dataclass(slots=True)
class TalkingOutside:
    """Caller and a number outside hear each other."""

    leg_id: LegId
    since: datetime


@dataclass(slots=True)
class Confirming:
    """The request is stored and its confirmation plays."""

    callback_id: CallbackId
    since: datetime


@dataclass(slots=True)
class AtEnd:
    """At a voicemail or hang-up step: the last message plays, or a recording is made."""

    step_id: StepId
    since: datetime
    recording: bool = False
    hears_notice: bool = False
    silent_until: datetime | None = None


@dataclass(slots=True)
class Leaving:
    """Being hung up."""

    since: datetime


CallState = (
    Moving
    | InAudio
    | InMenu
    | Waiting
    | BeingConnected
    | Talking
    | Confirming
    | AtEnd
    | Leaving
    | Redirecting
    | TalkingOutside
)


@dataclass(slots=True)
class Call(Timed):
    """A live inbound call."""

    id: CallId
    line: Line
    customer_id: CustomerId | None
    destination: Destination
    flow: Flow
    flow_version: int
    began_at: datetime
    state: CallState
    stay: Stay | None = None
    declined: dict[AgentId, None] = field(default_factory=dict)
    playback_id: PlaybackId | None = None
    prompt: str | None = None
    audio_step_id: StepId | None = None
    audio_ended_at: datetime | None = None
    request_not_granted: OutcomeReason | None = None
    playback_since: datetime | None = None
    callback_id: CallbackId | None = None
    voicemail_left: bool = False
    former_lines: dict[LineId, None] = field(default_factory=dict)
    """The lines that have handed this call over."""
    first_to_ring: AgentId | None = None
    """Who tried to reach this customer, and is rung before the others."""

    @property
    def settings(self) -> CallbackSettings:
        return self.line.callbacks

    @property
    def id_as_leg(self) -> LegId:
        """Name the caller's leg: it bears the call's id."""
        return LegId(self.id)


def redirect_leg(call_id: CallId, number: int) -> LegId:
    """Name the leg of a number outside that is dialled for a caller."""
    return LegId(f"{REDIRECT_LEG}{number}-{call_id}")


def call_of_redirect(leg_id: LegId) -> CallId | None:
    """Name the call for which a leg was dialled; None for a leg of another kind."""
    if not leg_id.startswith(REDIRECT_LEG):
        return None
    return CallId(leg_id.removeprefix(REDIRECT_LEG).partition("-")[2])


@dataclass(slots=True)
class OutboundCall(Timed):
    """The call to a customer, made for a callback."""

    id: CallId
    callback_id: CallbackId
    agent_id: AgentId
    agent_leg_id: LegId
    began_at: datetime
    customer_id: CustomerId | None = None
    reached: bool = False
    correctable: bool = True
    connected: bool = False
    """Whether both hear each other."""
    announcement_prompt: str | None = None
    whisper: Message | None = None
    announcement: Message | None = None
    completed: "Callback | None" = None
    """The callback that this call completed, for as long as that can be corrected."""

    @property
    def customer_leg_id(self) -> LegId:
        return customer_leg(self.id)


# ---- callbacks ---------------------------------------------------------------------------


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
    outcome: Outcome | None = None
    """Set once closed; a failed or unreached callback stays listed until called (R39)."""

    @property
    def retries_left(self) -> int:
        return self.settings.retries + 1 - self.attempt_number

    @property
    def offerable(self) -> bool:
        """Tell whether a card may be shown and the place be judged (R7, R28b, R32)."""
        return self.settled and not self.holds


Item = Call | Callback


# ---- alerts ------------------------------------------------------------------------------


@dataclass(slots=True)
class Series:
    """Callbacks of a line that failed one after another, none served in between."""

    failures: int = 0
    raised: dict[AlertKind, None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Alert:
    """Something that nobody has dismissed yet."""

    id: AlertId
    kind: AlertKind
    line_id: LineId
    callback_id: CallbackId
    failures: int
    raised_at: datetime


# ---- agents ------------------------------------------------------------------------------


class Standing(IntEnum):
    """What an agent is for dispatch (R19)."""

    AVAILABLE = 0
    RUNG = 1
    BUSY = 2
    ABSENT = 3


class OfferEnding(StrEnum):
    """How an agent's last offer ended, for the answer to a late request."""

    TAKEN = RefusalCode.OFFER_TAKEN.value
    WITHDRAWN = RefusalCode.OFFER_WITHDRAWN.value
    RANG_OUT = RefusalCode.OFFER_RANG_OUT.value
    ACCEPTED = RefusalCode.OFFER_ALREADY_ACCEPTED.value
    DECLINED = RefusalCode.OFFER_ALREADY_DECLINED.value


@dataclass(slots=True)
class PastOffer:
    """An agent's last offer and how it ended."""

    id: OfferId
    ending: OfferEnding
    taken_by: AgentId | None = None


@dataclass(slots=True)
class TurnedAway:
    """A desk phone's leg on which its agent is told that a colleague was faster (R29)."""

    leg_id: LegId
    since: datetime


@dataclass(slots=True)
class Agent(Timed):
    """A user who takes calls."""

    profile: AgentProfile
    status: AgentStatus = AgentStatus.OFFLINE
    status_cause: StatusCause = StatusCause.CHOSEN
    ring_outs_in_row: int = 0
    since: datetime | None = None
    idle_since: datetime | None = None
    missing_since: datetime | None = None
    given_up: bool = False
    off_duty: bool = False
    """Outside the working hours."""
    duty_changes_at: datetime | None = None
    offer: Offer | None = None
    """The offer ringing this agent, or the one accepted and not yet in a call."""
    call_id: CallId | None = None
    """The call this agent is in, inbound or outbound."""
    leg_id: LegId | None = None
    wrap_up_until: datetime | None = None
    correctable: CallbackId | None = None
    completed: Callback | None = None
    """The callback that `correctable` names."""
    past_offer: PastOffer | None = None
    turned_away: TurnedAway | None = None
    groups: list[GroupKey] = field(default_factory=list)
    standing: Standing = Standing.ABSENT

    @property
    def id(self) -> AgentId:
        return self.profile.id

    @property
    def is_cut_off(self) -> bool:
        """Tell whether a lost connection counts: an outside phone has none to lose (R19)."""
        return self.missing_since is not None and self.profile.phone is not PhoneKind.OUTSIDE


def standing_of(agent: Agent) -> Standing:
    """Decide what an agent is for dispatch: the first of R19's reasons that holds."""
    if agent.status is not AgentStatus.ONLINE or agent.off_duty:
        return Standing.ABSENT
    if agent.call_id is not None or agent.wrap_up_until is not None:
        return Standing.BUSY
    offer = agent.offer
    if offer is not None and offer.accepted_at is not None:
        return Standing.BUSY
    if agent.is_cut_off:
        return Standing.ABSENT if agent.given_up else Standing.BUSY
    return Standing.AVAILABLE if offer is None else Standing.RUNG


@dataclass(frozen=True, slots=True)
class FlowDraft:
    """A flow to be; its number tells it from every draft before and after."""

    flow: Flow
    number: int
    based_on: int
    saved_at: datetime
    saved_by: str


@dataclass(frozen=True, slots=True)
class Publication:
    """When and by whom a version was put in force."""

    at: datetime
    by: str
    rolled_back_to: int | None


@dataclass(slots=True)
class PublishedFlow:
    """A flow's versions; calls are taken in by the current one."""

    versions: dict[int, Flow] = field(default_factory=dict)
    publications: dict[int, Publication] = field(default_factory=dict)
    current: int = 0


def name_queue(
    flow_id: FlowId, flow_version: int, step_id: StepId, agent_id: AgentId | None = None
) -> QueueId:
    """Name the one queue of a ring step in one version of a flow.

    Those who were moved to a named agent at that step wait beside it (R47).
    """
    beside = "" if agent_id is None else f">{agent_id}"
    return QueueId(f"{flow_id}@{flow_version}/{step_id}{beside}")
