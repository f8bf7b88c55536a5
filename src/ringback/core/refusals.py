"""Why a person's request may be refused: one code for each reason, with its data.

Refusal
    Raised by the core for what people ask; never for what phones report.
"""

from enum import StrEnum


class RefusalCode(StrEnum):
    """Stable, documented codes; the edge turns them into statuses and sentences."""

    ACCOUNT_NOT_OPEN = "account-not-open"
    ACCOUNT_ALREADY_OPEN = "account-already-open"
    UNKNOWN_LINE = "unknown-line"
    UNKNOWN_FLOW = "unknown-flow"
    UNKNOWN_STEP = "unknown-step"
    UNKNOWN_TEAM = "unknown-team"
    UNKNOWN_AGENT = "unknown-agent"
    UNKNOWN_AWAY_REASON = "unknown-away-reason"
    UNKNOWN_OFFER = "unknown-offer"
    UNKNOWN_CALLBACK = "unknown-callback"
    UNKNOWN_ALERT = "unknown-alert"
    OFFER_OF_ANOTHER_AGENT = "offer-of-another-agent"
    OFFER_TAKEN = "offer-taken"
    OFFER_WITHDRAWN = "offer-withdrawn"
    OFFER_RANG_OUT = "offer-rang-out"
    OFFER_ALREADY_ACCEPTED = "offer-already-accepted"
    ACCEPT_ON_THE_PHONE = "accept-on-the-phone"
    OFFER_ALREADY_DECLINED = "offer-already-declined"
    AGENT_NOT_ON_A_CALL = "agent-not-on-a-call"
    NOT_IN_CONVERSATION = "not-in-conversation"
    CALL_ALREADY_THERE = "call-already-there"
    CONSULTATION_IN_PROGRESS = "consultation-in-progress"
    NO_CONSULTATION = "no-consultation"
    AGENT_NOT_IN_WRAP_UP = "agent-not-in-wrap-up"
    CALLBACK_ALREADY_CLOSED = "callback-already-closed"
    CALLBACK_ALREADY_DIALLED = "callback-already-dialled"
    CALLBACK_ALREADY_ACCEPTED = "callback-already-accepted"
    CALLBACK_NOT_QUEUED = "callback-not-queued"
    CALLBACK_ALREADY_THERE = "callback-already-there"
    CALLBACK_NOT_LISTED = "callback-not-listed"
    CALLBACK_CLAIMED = "callback-claimed"
    CALLBACK_NOT_CLAIMED = "callback-not-claimed"
    LINE_NOT_ASSIGNED = "line-not-assigned"
    PENDING_COUNT_CHANGED = "pending-count-changed"
    CALLBACK_BEING_CALLED = "callback-being-called"
    NOBODY_TO_RING = "nobody-to-ring"
    AGENT_NOT_AVAILABLE = "agent-not-available"
    CUSTOMER_ON_A_CALL = "customer-on-a-call"
    ERASURE_TOO_EARLY = "erasure-too-early"
    CUSTOMER_ERASED = "customer-erased"
    NUMBER_NOT_CALLABLE = "number-not-callable"
    DIAL_LIMIT_REACHED = "dial-limit-reached"
    PHONES_UNREACHABLE = "phones-unreachable"
    OUTCOME_NOT_CORRECTABLE = "outcome-not-correctable"
    INVALID_FLOW = "invalid-flow"
    INVALID_HOURS = "invalid-hours"
    CALLBACKS_LOCKED = "callbacks-locked"
    CALLBACKS_OFF = "callbacks-off"
    NUMBER_REFUSED = "number-refused"
    CALLBACKS_HALTED = "callbacks-halted"
    TOO_MANY_CALLBACKS = "too-many-callbacks"
    UNKNOWN_DRAFT = "unknown-draft"
    UNKNOWN_VERSION = "unknown-version"
    VERSION_IN_FORCE = "version-in-force"
    CHANGED_MEANWHILE = "changed-meanwhile"
    FLOW_CHANGED_MEANWHILE = "flow-changed-meanwhile"
    UNKNOWN_MESSAGE = "unknown-message"
    MESSAGE_IN_USE = "message-in-use"
    MESSAGE_NAME_TAKEN = "message-name-taken"
    MESSAGE_ALREADY_KEPT = "message-already-kept"
    TOO_MANY_MESSAGES = "too-many-messages"
    UNKNOWN_TAG = "unknown-tag"
    SYSTEM_TAG = "system-tag"
    TAG_ARCHIVED = "tag-archived"
    TAG_NAME_TAKEN = "tag-name-taken"
    TOO_MANY_TAGS = "too-many-tags"
    VALUE_OUT_OF_RANGE = "value-out-of-range"


class Refusal(Exception):
    """A request that cannot be granted."""

    def __init__(self, code: RefusalCode, **data: object) -> None:
        super().__init__(code.value)
        self.code = code
        self.data = data
        self.settled: object = None
        """The `Step` of what was due before the refused request."""
