"""The record of one call, inbound or outbound."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from ringback.core.events import Fact
from ringback.core.ids import AgentId, CallbackId, CallId, CustomerId, LineId, TeamId
from ringback.core.outcomes import CallEnding, OutcomeReason, Tag
from ringback.core.settings import Destination
from ringback.history import CallType

SHORT_CALL_MAX = timedelta(seconds=10)


class CallDirection(StrEnum):
    INBOUND = "inbound"
    OUTBOUND = "outbound"


class MissedReason(StrEnum):
    """Why nobody talked to a caller (R44)."""

    CALLBACK_REQUESTED = "callback_requested"
    SHORT_ABANDONED = "short_abandoned"
    AGENTS_DID_NOT_ANSWER = "agents_did_not_answer"
    NO_AVAILABLE_AGENT = "no_available_agent"
    OUT_OF_OPENING_HOURS = "out_of_opening_hours"
    ABANDONED_IN_IVR = "abandoned_in_ivr"
    ABANDONED_IN_CLASSIC = "abandoned_in_classic"


@dataclass(slots=True, kw_only=True)
class CallRecord:
    """What is known of a call; `facts` are those that name it, in order."""

    id: CallId
    direction: CallDirection
    line_id: LineId
    customer_id: CustomerId | None
    destination: Destination
    began_at: datetime
    sequence: int = 0
    """The number of the fact with which it began, by which programs may name it for good."""
    rang_at: datetime | None = None
    """When the dialled customer's phone began to ring."""
    connected_at: datetime | None = None
    ended_at: datetime | None = None
    ending: CallEnding | None = None
    agent_id: AgentId | None = None
    assigned_to: AgentId | None = None
    """The agent who has to follow the call up (R32)."""
    callback_id: CallbackId | None = None
    request_not_granted: OutcomeReason | None = None
    tags: list[Tag] = field(default_factory=list)
    linked_call_ids: list[CallId] = field(default_factory=list)
    voicemail_seconds: float | None = None
    redirected_to: list[str] = field(default_factory=list)
    """Where the caller was sent: ids of lines, and numbers outside that answered."""
    transferred_by: AgentId | None = None
    transferred_to: AgentId | None = None
    """The colleague to whom an agent has let it go, if it was a colleague (R30)."""
    transferred_to_team: TeamId | None = None
    dialled_outside: str | None = None
    """The number outside that was dialled last for the caller."""
    queued_at: datetime | None = None
    """When the caller joined the first queue."""
    promised_until: datetime | None = None
    """By when the caller is to be answered, by the first estimate that was told (R45)."""
    tried_agent_ids: list[AgentId] = field(default_factory=list)
    tried_team_ids: list[TeamId] = field(default_factory=list)
    """Whose turn it was at the ring steps, in order."""
    reached_ring_step: bool = False
    rang_someone: bool = False
    met_closed_hours: bool = False
    in_menu: bool = False
    """Being asked for a key, or having been until the end."""
    facts: list[Fact] = field(default_factory=list)

    @property
    def missed(self) -> bool:
        """Tell whether an inbound call ended without an agent (R8)."""
        return (
            self.direction is CallDirection.INBOUND
            and self.ended_at is not None
            and self.connected_at is None
        )

    @property
    def missed_reason(self) -> MissedReason | None:
        """Say why it was missed, by the list of R44."""
        if not self.missed:
            return None
        if self.ending is CallEnding.CALLBACK_REQUESTED:
            return MissedReason.CALLBACK_REQUESTED
        return self.missed_reason_without_request

    @property
    def missed_reason_without_request(self) -> MissedReason | None:
        """Say why it was missed to those who do not know callbacks (R44)."""
        if not self.missed or self.ended_at is None:
            return None
        if self.reached_ring_step and not self.rang_someone:
            return MissedReason.NO_AVAILABLE_AGENT
        if self.met_closed_hours and not self.reached_ring_step:
            return MissedReason.OUT_OF_OPENING_HOURS
        if self.ended_at - self.began_at <= SHORT_CALL_MAX:
            return MissedReason.SHORT_ABANDONED
        if self.reached_ring_step:
            return MissedReason.AGENTS_DID_NOT_ANSWER
        if self.in_menu:
            return MissedReason.ABANDONED_IN_IVR
        return MissedReason.ABANDONED_IN_CLASSIC

    @property
    def type(self) -> CallType:
        """Say in one word what became of an ended call."""
        if self.direction is CallDirection.OUTBOUND:
            return CallType.NOT_REACHED if self.connected_at is None else CallType.REACHED
        if not self.missed:
            return CallType.ANSWERED
        if self.missed_reason is MissedReason.CALLBACK_REQUESTED:
            return CallType.CALLBACK_REQUESTED
        return CallType.MISSED if self.voicemail_seconds is None else CallType.VOICEMAIL

    @property
    def waited_for(self) -> timedelta | None:
        """Measure from joining the first queue until somebody answered, or until the end."""
        until = self.connected_at or self.ended_at
        return None if self.queued_at is None or until is None else until - self.queued_at

    @property
    def promised_wait(self) -> timedelta | None:
        """Give how long the caller was to wait, from joining the first queue (R45)."""
        if self.promised_until is None or self.queued_at is None:
            return None
        return self.promised_until - self.queued_at

    @property
    def talked_for(self) -> timedelta | None:
        if self.connected_at is None or self.ended_at is None:
            return None
        return self.ended_at - self.connected_at

    def add_tag(self, tag: Tag) -> None:
        if tag not in self.tags:
            self.tags.append(tag)

    def remove_tag(self, tag: Tag) -> None:
        if tag in self.tags:
            self.tags.remove(tag)

    def link(self, call_id: CallId) -> None:
        if call_id not in self.linked_call_ids:
            self.linked_call_ids.append(call_id)
