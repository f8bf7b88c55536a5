"""What the API shows of an account: the models of its agents, queues, callbacks and calls."""

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from ringback.core.events import AlertKind, HoldCause, RequestMode, StatusCause
from ringback.core.outcomes import CallEnding, OutcomeKind, OutcomeReason, Tag
from ringback.core.settings import AgentStatus, PhoneKind
from ringback.records.calls import CallDirection, MissedReason


class View(BaseModel):
    """Something shown; never changed after it was made."""

    model_config = ConfigDict(frozen=True, json_schema_serialization_defaults_required=True)


def seconds(duration: timedelta | None) -> float | None:
    """Show a duration."""
    return None if duration is None else duration.total_seconds()


class ItemKind(StrEnum):
    CALL = "call"
    CALLBACK = "callback"


class CustomerView(View):
    """The customer as people see them; a withheld number has neither number nor name."""

    number: str | None = Field(examples=["+33612345678"])
    name: str | None = Field(examples=["Marie Dupont"])
    withheld: bool = False
    contact_id: str | None = Field(
        default=None, examples=["c12"], description="Leads to the customer's conversation."
    )


class LineReference(View):
    id: str = Field(examples=["support"])
    name: str = Field(examples=["Support"])
    number: str | None = Field(examples=["+33199000001"])


class OfferState(StrEnum):
    """How far an offer has come; an offer that is over is no longer shown."""

    RINGING = "ringing"
    ACCEPTED = "accepted"
    """The winner's phone is being connected."""
    PHONE_UP = "phone-up"


class OutcomeView(View):
    kind: OutcomeKind
    reason: OutcomeReason | None


class EarlierCallbackView(View):
    """A caller's own callback: pending, or listed because it failed or did not reach them."""

    id: str
    outcome: OutcomeView | None = Field(description="None while it is pending.")
    requested_at: datetime
    tried_at: datetime | None = Field(description="When the customer was last dialled.")
    tried_by: str | None = Field(description="The agent who tried.")


class OfferView(View):
    """One agent being rung for one item: all that its card needs."""

    id: str
    agent_id: str
    kind: ItemKind
    item_id: str
    state: OfferState
    customer: CustomerView
    line: LineReference
    waiting_since: datetime
    attempt_number: int = Field(description="1 for the first attempt.")
    attempts_max: int = Field(description="The first attempt and the retries: 5 retries, 6.")
    made_at: datetime
    deadline: datetime | None = Field(description="When the ringing is over, at the latest.")
    transferred_by: str | None = Field(description="The agent who has transferred the call (R30).")
    consulted_by: str | None = Field(
        description="The agent who wants to talk about the call before transferring it (R30)."
    )
    earlier: EarlierCallbackView | None = Field(
        description="For a call: the callback that its customer waits for on this line (R37, R39)."
    )


class ConversationStage(StrEnum):
    CALLING = "calling"
    CUSTOMER_RINGING = "customer-ringing"
    ANNOUNCING = "announcing"
    """The customer has answered; a message plays before they hear each other."""
    TALKING = "talking"
    ON_HOLD = "on-hold"
    """The customer hears music, and neither hears the other."""
    CONSULTING = "consulting"
    """The customer hears music while two agents talk, or one of them is rung."""


class ConsultationView(View):
    """An agent who consults a colleague before transferring (R30)."""

    agent_id: str = Field(description="Who consults, and can complete the transfer or cancel it.")
    colleague_id: str
    answered: bool = Field(description="Whether the two hear each other.")


class ConversationView(View):
    """The communication an agent is in."""

    kind: ItemKind
    call_id: str
    callback_id: str | None
    stage: ConversationStage
    muted: bool = Field(description="Whether the customer does not hear the agent.")
    customer: CustomerView
    line: LineReference | None
    since: datetime
    consultation: ConsultationView | None


class Condition(StrEnum):
    """What an agent is at this moment: the first of R19's reasons that holds."""

    OFFLINE = "offline"
    OFF_DUTY = "off-duty"
    """Outside the working hours; counts as offline."""
    DO_NOT_DISTURB = "do-not-disturb"
    IN_CALL = "in-call"
    WRAP_UP = "wrap-up"
    CONNECTION_LOST = "connection-lost"
    RINGING = "ringing"
    AVAILABLE = "available"


class AgentView(View):
    id: str = Field(examples=["lea"])
    name: str = Field(examples=["Léa"])
    phone: PhoneKind
    outside_number: str | None = Field(
        examples=["+33***78"], description="The agent's outside number, masked."
    )
    language: str
    status: AgentStatus = Field(description="What the agent said of themselves.")
    status_cause: StatusCause = Field(description="Whether it was chosen, or set for ring-outs.")
    away_reason: str | None = Field(
        description="Why they do not want to be disturbed: one of the company's reasons."
    )
    ring_outs_in_row: int = Field(description="How many offers in a row rang out.")
    condition: Condition = Field(description="What the agent is for dispatch.")
    off_duty: bool = Field(description="Whether it is outside the agent's working hours.")
    duty_changes_at: datetime | None = Field(
        description="When the working hours begin or end next; none when they never do."
    )
    since: datetime | None
    wrap_up_until: datetime | None
    correctable_callback_id: str | None = Field(
        description="The callback whose outcome may be corrected in this wrap-up (R31)."
    )
    offer: OfferView | None
    conversation: ConversationView | None


class WaitingState(StrEnum):
    WAITING = "waiting"
    RINGING = "ringing"
    SETTLING = "settling"
    """The callback keeps its place for some seconds before it may be offered (R7)."""
    HELD = "held"
    """The callback may not be offered for the moment (R28b, R32)."""


class QueueItemView(View):
    id: str
    kind: ItemKind
    position: int = Field(description="1 at the front.")
    state: WaitingState
    customer: CustomerView
    line: LineReference
    since: datetime = Field(description="When the caller arrived or the callback was requested.")
    attempt_number: int
    attempts_max: int
    rung_agent_ids: list[str]
    held_by: list[HoldCause]
    stands_for_callback_id: str | None = Field(
        description="The customer's callback whose place this call has borrowed (R37)."
    )


class AgentCounts(View):
    available: int
    ringing: int
    busy: int
    absent: int


class QueueView(View):
    """All that waits at one ring step, in true order."""

    id: str
    name: str = Field(description="Whom the step rings: the name of a team or of an agent.")
    flow_id: str
    flow_version: int
    step_id: str
    agents: AgentCounts
    total: int
    estimated_wait_seconds: float | None = Field(
        description="From the calls answered at this step in the last ten minutes (R45)."
    )
    items: list[QueueItemView] = Field(description="The first 200, from the front on.")


class CallbackState(StrEnum):
    QUEUED = "queued"
    SETTLING = "settling"
    HELD = "held"
    SUSPENDED = "suspended"
    """Its place is lent to its customer's own call (R37)."""
    RINGING = "ringing"
    CONNECTING_AGENT = "connecting-agent"
    CALLING_CUSTOMER = "calling-customer"
    AWAITING_AGENT = "awaiting-agent"
    """A manual callback, in the list until somebody calls."""
    CLOSED = "closed"


class CallbackView(View):
    """A callback, from its request to its outcome and after."""

    id: str
    state: CallbackState
    mode: RequestMode
    line: LineReference
    customer: CustomerView
    requested_at: datetime
    attempt_number: int
    attempts_max: int
    position: int | None = Field(description="Its place in its queue, 1 at the front.")
    queue_id: str | None
    held_by: list[HoldCause]
    agent_id: str | None = Field(description="Who accepted it.")
    accepted_at: datetime | None
    reached_at: datetime | None
    closed_at: datetime | None
    wait_seconds: float | None = Field(
        description="From the request until an agent accepted, or until it ended (R42)."
    )
    outcome: OutcomeView | None
    to_call: bool = Field(description="Whether it stands in the list to call by hand (R35, R39).")
    to_call_since: datetime | None
    claimed_by: str | None = Field(description="The agent who will call it by hand.")
    calling_by: str | None = Field(description="The agent who is calling it by hand (R38).")
    called_by: str | None = Field(description="The agent who reached the customer by hand.")
    dismissed_by: str | None = Field(description="The agent who took it off the list.")
    own_call_id: str | None = Field(
        description=(
            "The customer's own call that was answered: it superseded the callback (R37) or took it"
            " off the list (R39)."
        )
    )
    inbound_call_ids: list[str] = Field(description="The original call first.")
    outbound_call_ids: list[str]


class AlertView(View):
    """Something that somebody should look at, until it is dismissed."""

    id: str = Field(examples=["alert812"])
    kind: AlertKind
    line: LineReference
    callback_id: str = Field(description="The callback that failed last, when it was raised.")
    failures: int = Field(description="How many of the line had failed in a row.")
    raised_at: datetime


class CallStage(StrEnum):
    IN_AUDIO = "in-audio"
    IN_MENU = "in-menu"
    WAITING = "waiting"
    CONNECTING_AGENT = "connecting-agent"
    TALKING = "talking"
    ON_HOLD = "on-hold"
    CONSULTING = "consulting"
    """On hold while the agent consults a colleague."""
    CONFIRMING = "confirming"
    """The request is stored and its confirmation plays."""
    REDIRECTED = "redirected"
    AT_END = "at-end"
    CALLING = "calling"
    CUSTOMER_RINGING = "customer-ringing"
    CALLBACK_PENDING = "callback-pending"
    """An inbound call that has ended, until its customer has accepted the outbound one (R41)."""


class CallView(View):
    """A live call, inbound or made for a callback, or one whose callback is pending (R41)."""

    id: str
    direction: Literal["inbound", "outbound"]
    stage: CallStage
    line: LineReference | None
    customer: CustomerView
    began_at: datetime
    agent_id: str | None
    callback_id: str | None
    prompt: str | None = Field(description="The message the caller hears, if any.")
    linked_call_ids: list[str] = Field(
        description="The outbound calls of an inbound one, and the other way round (R40)."
    )


class VoicemailView(View):
    """The message which a caller left."""

    seconds: float
    kept: bool = Field(description="Whether it can be listened to at this moment.")


class OwnTagReference(View):
    """One of the company's own tags, on a call."""

    id: str = Field(examples=["vip"])
    name: str = Field(examples=["VIP"])
    colour: str = Field(examples=["#7A5AF8"])


class NoteView(View):
    """What somebody wrote about a call: text of people's own, to be shown as nothing but text."""

    id: str
    text: str = Field(examples=["Asks for Tuesday."])
    agent_id: str | None = Field(description="Who wrote it; none is no agent.")
    written_at: datetime
    edited_at: datetime | None


class CallRecordView(View):
    """A call as the history shows it, ended or not."""

    id: str
    direction: CallDirection
    line: LineReference
    customer: CustomerView
    began_at: datetime
    connected_at: datetime | None
    ended_at: datetime | None
    talked_seconds: float | None
    ending: CallEnding | None
    missed_reason: MissedReason | None
    agent_id: str | None
    assigned_to: str | None = Field(description="Who has to follow the call up (R32).")
    callback_id: str | None
    callback_failure_reason: OutcomeReason | None
    callback_wait_seconds: float | None
    tags: list[Tag] = Field(description="Those of the system.")
    own_tags: list[OwnTagReference] = Field(description="The company's own.")
    notes: list[NoteView] = Field(description="In the order in which they were written.")
    linked_call_ids: list[str]
    voicemail: VoicemailView | None
    redirected_to: list[str] = Field(
        description="Lines that took the call over, and numbers outside that answered."
    )
