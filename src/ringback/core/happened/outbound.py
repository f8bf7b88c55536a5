"""What became true of the calls that are made to customers."""

from dataclasses import dataclass

from ringback.core.ids import AgentId, CallbackId, CallId, LegId
from ringback.core.inputs import FailureCause


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
