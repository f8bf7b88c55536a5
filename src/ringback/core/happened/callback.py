"""What became true of callbacks that the system sees to."""

from datetime import datetime
from enum import StrEnum

from ringback.core.ids import (
    AgentId,
    CallbackId,
    CallId,
    CustomerId,
    FlowId,
    LineId,
    PlaybackId,
    StepId,
)
from ringback.core.outcomes import Outcome, OutcomeReason
from ringback.core.plain_data import plain_data
from ringback.core.settings import CallbackSettings, Destination


class RequestMode(StrEnum):
    """Who starts the call: the system, or an agent by hand."""

    AUTOMATED = "automated"
    MANUAL = "manual"


@plain_data
class CallbackRequested:
    """A customer's request is accepted; all it depends on is frozen here (R4).

    With `keeps_place` the callback takes the call's place in its queue (R12). `call_id` is None
    where somebody asked without a call.
    """

    callback_id: CallbackId
    call_id: CallId | None
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


@plain_data
class RequestJoined:
    """A further request of the same customer joined a waiting callback (R10).

    `call_id` is None where somebody asked without a call.
    """

    callback_id: CallbackId
    call_id: CallId | None
    takes_place_of_call: bool


@plain_data
class RequestNotGranted:
    """A caller who pressed `*` cannot be promised a call, hears so and keeps the place.

    `reason` is None when it is only an overload (L4).
    """

    call_id: CallId
    reason: OutcomeReason | None


@plain_data
class ConfirmationStarted:
    """The confirmation plays; when it ends the call is hung up (R7)."""

    call_id: CallId
    callback_id: CallbackId
    playback_id: PlaybackId
    prompt: str


@plain_data
class SettlingStarted:
    """The inbound leg has ended; the callback settles (R7)."""

    callback_id: CallbackId
    until: datetime


@plain_data
class CallbackSettled:
    callback_id: CallbackId


@plain_data
class MovedToFront:
    """A supervisor put a callback before all others; this event's sequence number is its key,
    turned round, so that the last one moved is the first (R47)."""

    callback_id: CallbackId


@plain_data
class MovedToStep:
    """A supervisor took a callback out of its queue for another ring step (R47)."""

    callback_id: CallbackId
    step_id: StepId


@plain_data
class MovedToAgent:
    """From here on the step rings one agent alone for this callback, at the same place (R47)."""

    callback_id: CallbackId
    agent_id: AgentId


class HoldCause(StrEnum):
    """Why a callback may not be offered for the moment."""

    CUSTOMER_ON_CALL = "customer-on-call"
    RATE_LIMIT = "rate-limit"
    TRUNK_FAULT = "trunk-fault"
    HALTED = "halted"
    """Somebody has halted all callbacks, or a backup was restored."""


@plain_data
class CallbackHeld:
    """No card and no judgement until released (R28b, R32); `until` None waits for an event."""

    callback_id: CallbackId
    cause: HoldCause
    until: datetime | None


@plain_data
class CallbackReleased:
    callback_id: CallbackId
    cause: HoldCause


@plain_data
class PlaceLent:
    """The customer's own call stands in the callback's place; the callback is suspended (R37)."""

    callback_id: CallbackId
    call_id: CallId


@plain_data
class PlaceGivenBack:
    """That call left the queue unanswered; the callback stands there again, with its key (R37)."""

    callback_id: CallbackId
    call_id: CallId


@plain_data
class BusyWaitStarted:
    """At the front with nobody free: the clock of *When everyone is busy* runs (R24)."""

    callback_id: CallbackId


@plain_data
class BusyWaitPaused:
    """That clock stands still (R24)."""

    callback_id: CallbackId


@plain_data
class AttemptFailed:
    """An attempt passed its last ring step (R23)."""

    callback_id: CallbackId
    attempt_number: int
    reason: OutcomeReason


@plain_data
class AttemptStarted:
    """A retry begins (R15)."""

    callback_id: CallbackId
    attempt_number: int


@plain_data
class FaultSuffered:
    """A fault of ours interrupted an attempt, which is not counted (R34)."""

    callback_id: CallbackId
    fault_number: int


@plain_data
class CallbackClosed:
    """The callback has its one outcome (S12)."""

    callback_id: CallbackId
    outcome: Outcome
    call_id: CallId | None = None
    """The customer's own call that was answered and superseded it (R37)."""


@plain_data
class OutcomeCorrected:
    """An agent corrected the outcome in wrap-up (R31)."""

    callback_id: CallbackId
    agent_id: AgentId
    outcome: Outcome
    listed: bool = False
    """It stands from here on in the list of those to call by hand (R39)."""
