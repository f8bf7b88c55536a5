"""How a callback ends and how a call ends: closed lists, named as they are stored and shown."""

from dataclasses import dataclass
from enum import StrEnum


class OutcomeKind(StrEnum):
    """The four ways a callback can end."""

    COMPLETED = "completed"
    NOT_REACHED = "not_reached"
    FAILED = "failed"
    CANCELLED = "cancelled"


class OutcomeReason(StrEnum):
    """Why a callback ended as it did; a completed one has no reason."""

    AGENT_HUNG_UP = "agent_hung_up"
    CUSTOMER_NO_ANSWER = "customer_no_answer"
    CUSTOMER_BUSY = "customer_busy"
    CUSTOMER_REJECTED = "customer_rejected"
    OUTCOME_UNKNOWN = "outcome_unknown"
    VOICEMAIL = "voicemail"
    WRONG_PERSON = "wrong_person"
    NO_AVAILABLE_AGENT = "no_available_agent"
    NO_ANSWER = "no_answer"
    DECLINED = "declined"
    NO_RING_STEP = "no_ring_step"
    CLOSED = "closed"
    WITHHELD_NUMBER = "withheld_number"
    INVALID_NUMBER = "invalid_number"
    DESTINATION_REFUSED = "destination_refused"
    SYSTEM_FAULT = "system_fault"
    BY_USER = "by_user"
    BY_API = "by_api"
    SUPERSEDED = "superseded"
    ERASED = "erased"
    EXPIRED = "expired"


_REASONS = OutcomeReason
REASONS: dict[OutcomeKind, tuple[OutcomeReason, ...]] = {
    OutcomeKind.COMPLETED: (),
    OutcomeKind.NOT_REACHED: (
        _REASONS.AGENT_HUNG_UP,
        _REASONS.CUSTOMER_NO_ANSWER,
        _REASONS.CUSTOMER_BUSY,
        _REASONS.CUSTOMER_REJECTED,
        _REASONS.OUTCOME_UNKNOWN,
        _REASONS.VOICEMAIL,
        _REASONS.WRONG_PERSON,
    ),
    OutcomeKind.FAILED: (
        _REASONS.NO_AVAILABLE_AGENT,
        _REASONS.NO_ANSWER,
        _REASONS.DECLINED,
        _REASONS.NO_RING_STEP,
        _REASONS.CLOSED,
        _REASONS.WITHHELD_NUMBER,
        _REASONS.INVALID_NUMBER,
        _REASONS.DESTINATION_REFUSED,
        _REASONS.SYSTEM_FAULT,
    ),
    OutcomeKind.CANCELLED: (
        _REASONS.BY_USER,
        _REASONS.BY_API,
        _REASONS.SUPERSEDED,
        _REASONS.ERASED,
        _REASONS.EXPIRED,
    ),
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """The one end of a callback (S12)."""

    kind: OutcomeKind
    reason: OutcomeReason | None = None


COMPLETED = Outcome(OutcomeKind.COMPLETED)


def failed(reason: OutcomeReason) -> Outcome:
    return Outcome(OutcomeKind.FAILED, reason)


def not_reached(reason: OutcomeReason) -> Outcome:
    return Outcome(OutcomeKind.NOT_REACHED, reason)


def cancelled(reason: OutcomeReason) -> Outcome:
    return Outcome(OutcomeKind.CANCELLED, reason)


class CallEnding(StrEnum):
    """How a call, inbound or outbound, ended."""

    CALLBACK_REQUESTED = "callback_requested"
    CALLER_HUNG_UP = "caller_hung_up"
    AGENT_HUNG_UP = "agent_hung_up"
    CUSTOMER_HUNG_UP = "customer_hung_up"
    OUTSIDE_HUNG_UP = "outside_hung_up"
    """The number outside to which the caller was redirected."""
    VOICEMAIL_LEFT = "voicemail_left"
    FLOW_ENDED = "flow_ended"
    NOT_REACHED = "not_reached"
    SYSTEM_FAULT = "system_fault"


class Tag(StrEnum):
    """The machine key of a tag that follows from what became of a call (S14); nobody sets it."""

    CALLBACK_REQUEST = "queue_callback"
    CALLED_BACK = "queue_called_back"
    FOLLOW_UP = "follow_up_self_assign"
