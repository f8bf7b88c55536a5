"""What became true of the calls that are made to customers."""

from ringback.core.ids import AgentId, CallbackId, CallId, LegId
from ringback.core.inputs import FailureCause
from ringback.core.plain_data import plain_data


@plain_data
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


@plain_data
class CustomerRang:
    callback_id: CallbackId
    call_id: CallId


@plain_data
class CustomerReached:
    """The customer answered (R31); both hear each other, unless something is said before."""

    callback_id: CallbackId
    call_id: CallId
    connected: bool = True


@plain_data
class CustomerConnected:
    """All is said: the customer who answered and the agent hear each other."""

    call_id: CallId


@plain_data
class OutboundCallRestored:
    """An outbound call was found whole after a separation; what is heard is begun anew."""

    call_id: CallId


@plain_data
class DialFailed:
    """The customer was not reached, or it cannot be known (cause None, R33)."""

    callback_id: CallbackId
    call_id: CallId
    cause: FailureCause | None
