"""The record of one callback, from its request to its outcome and after."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from ringback.core.events import (
    CallbackClosed,
    Fact,
    HoldCause,
    OfferAccepted,
    RequestMode,
    ReturnedToQueue,
)
from ringback.core.ids import AgentId, CallbackId, CallId, CustomerId, LineId, TeamId
from ringback.core.outcomes import Outcome, OutcomeKind, OutcomeReason
from ringback.core.settings import Destination

FOLLOWED_UP = (OutcomeKind.FAILED, OutcomeKind.NOT_REACHED)


class Progress(StrEnum):
    """How far a callback has come."""

    REQUESTED = "requested"
    """Its caller is still on the line, or it settles (R7)."""
    WAITING = "waiting"
    RINGING = "ringing"
    CONNECTING_AGENT = "connecting-agent"
    CALLING_CUSTOMER = "calling-customer"
    TALKING = "talking"
    AWAITING_AGENT = "awaiting-agent"
    """In the list until an agent calls by hand (R35)."""
    CLOSED = "closed"


@dataclass(slots=True, kw_only=True)
class CallbackRecord:
    """What is known of a callback; `facts` are those that name it, in order (R43)."""

    id: CallbackId
    line_id: LineId
    customer_id: CustomerId | None
    destination: Destination
    mode: RequestMode
    requested_at: datetime
    attempts_max: int
    progress: Progress = Progress.REQUESTED
    holds: list[HoldCause] = field(default_factory=list)
    attempt_number: int = 1
    ringing_agent_ids: list[AgentId] = field(default_factory=list)
    tried_agent_ids: list[AgentId] = field(default_factory=list)
    tried_team_ids: list[TeamId] = field(default_factory=list)
    """Whose turn it was at the ring steps, in order."""
    promised_until: datetime | None = None
    """By when the caller was to be answered, by what was told before asking (R45)."""
    accepted_at: datetime | None = None
    agent_id: AgentId | None = None
    """Who accepted it, or called it by hand."""
    claimed_by: AgentId | None = None
    calling_by: AgentId | None = None
    """Who is calling by hand at this moment (R38)."""
    called_by: AgentId | None = None
    """Who reached the customer by hand (R38, R39)."""
    dismissed_by: AgentId | None = None
    customer_erased: bool = False
    """Off the list, since there is nobody to call any more (R49)."""
    own_call_id: CallId | None = None
    """The customer's own call that was answered: superseded (R37), or off the list (R39)."""
    reached_at: datetime | None = None
    closed_at: datetime | None = None
    outcome: Outcome | None = None
    outcome_before_correction: Outcome | None = None
    corrected_at: datetime | None = None
    listed_after_correction: bool = False
    """Journals older than that list do not put it there (R39)."""
    faults: int = 0
    inbound_call_ids: list[CallId] = field(default_factory=list)
    """The original call first, then those that joined (R10)."""
    outbound_call_ids: list[CallId] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)

    @property
    def original_call_id(self) -> CallId | None:
        """Name the inbound call whose timeline *Callback details* leads to (R42)."""
        return next(iter(self.inbound_call_ids), None)

    @property
    def pending(self) -> bool:
        """Tell whether its inbound call still shows as *Callback pending* (R41)."""
        return self.outcome is None and self.reached_at is None

    @property
    def to_call(self) -> bool:
        """Tell whether it is in the list of those to call by hand (R35, R39)."""
        if self.called_by or self.dismissed_by or self.own_call_id or self.customer_erased:
            return False
        if self.outcome is None:
            return self.mode is RequestMode.MANUAL
        corrected = self.outcome_before_correction is not None
        listed = self.listed_after_correction or not corrected
        return self.outcome.kind in FOLLOWED_UP and listed

    @property
    def to_call_since(self) -> datetime:
        """Tell since when it has been in that list, if it is."""
        return self.corrected_at or self.closed_at or self.requested_at

    @property
    def failure_reason(self) -> OutcomeReason | None:
        """Say why it was not completed, once it has ended (R42)."""
        if self.outcome is None or self.outcome.kind is OutcomeKind.COMPLETED:
            return None
        return self.outcome.reason

    @property
    def wait(self) -> timedelta | None:
        """Measure from the request until an agent accepted, or until it ended (R42)."""
        until = self.accepted_at or self.closed_at
        return None if until is None else until - self.requested_at

    @property
    def promised_wait(self) -> timedelta | None:
        """Give how long it was to take from the request (R45)."""
        return None if self.promised_until is None else self.promised_until - self.requested_at

    @property
    def served_by(self) -> Fact | None:
        """Give the fact that ended its wait: the accept that came to a dial, else its end."""
        accepted = None
        for fact in self.facts:
            match fact.event:
                case OfferAccepted():
                    accepted = fact
                case ReturnedToQueue():
                    accepted = None
                case CallbackClosed():
                    return accepted or fact
                case _:
                    pass
        return None

    @property
    def call_ids(self) -> tuple[CallId, ...]:
        return (*self.inbound_call_ids, *self.outbound_call_ids)
