"""What the phones and the clock tell; never refused, and harmless when late or repeated."""

from enum import StrEnum

from .ids import AgentId, CallId, CustomerId, LegId, LineId, PlaybackId
from .plain_data import plain_data
from .settings import Destination


class FailureCause(StrEnum):
    """Why a customer's phone could not be reached."""

    BUSY = "busy"
    NO_ANSWER = "no-answer"
    REJECTED = "rejected"
    INVALID_NUMBER = "invalid-number"
    TRUNK = "trunk"
    """No channel, 5xx, congestion: our fault, not the customer's (R32)."""
    NEVER_SENT = "never-sent"
    """The phone system proves that it never saw the dial (R33)."""


class AgentFailureCause(StrEnum):
    """Why an agent's phone could not be connected."""

    UNREACHABLE = "unreachable"
    NO_ANSWER = "no-answer"
    FAULT = "fault"


class LegState(StrEnum):
    """How far a leg found in the phone system has come."""

    RINGING = "ringing"
    UP = "up"


@plain_data
class CallArrived:
    """A customer's call reached a line; its first leg bears the call's id."""

    call_id: CallId
    line_id: LineId
    customer_id: CustomerId | None
    destination: Destination


@plain_data
class DigitPressed:
    """A caller, or an agent whose phone is up, pressed a key."""

    leg_id: LegId
    digit: str


@plain_data
class PromptFinished:
    """A message played on a leg ended, by itself or because it could not be played."""

    leg_id: LegId
    playback_id: PlaybackId


@plain_data
class VoicemailRecorded:
    """A caller's message was recorded, whole or as far as it went."""

    call_id: CallId
    seconds: float


@plain_data
class LegEnded:
    """A leg is gone, whoever hung up. An inbound call's leg bears the call's id."""

    leg_id: LegId


@plain_data
class AgentPhoneAnswered:
    """An agent's phone is up."""

    leg_id: LegId


@plain_data
class AgentPhoneDeclined:
    """An agent rejected the ringing on the phone itself."""

    leg_id: LegId


@plain_data
class AgentPhoneFailed:
    """An agent's phone could not be rung or connected."""

    leg_id: LegId
    cause: AgentFailureCause


@plain_data
class CustomerRinging:
    """The dialled customer's phone rings."""

    leg_id: LegId


@plain_data
class CustomerAnswered:
    """The dialled customer answered."""

    leg_id: LegId


@plain_data
class CustomerFailed:
    """The dialled customer was not reached."""

    leg_id: LegId
    cause: FailureCause


@plain_data
class AgentConnected:
    """An agent's phone registered, or their page is open."""

    agent_id: AgentId


@plain_data
class AgentConnectionLost:
    """An agent's phone or page has gone without a word (R19)."""

    agent_id: AgentId


@plain_data
class ListedLeg:
    """One leg that the phone system really has."""

    leg_id: LegId
    state: LegState


@plain_data
class PhoneSystemLost:
    """The phone system cannot be reached; what happens there is not heard."""


@plain_data
class PhoneSystemListed:
    """The phone system is back: all it has, to be compared with what should be (R33).

    `never_sent` names the customer legs of which it is certain that their dial never arrived.
    """

    legs: tuple[ListedLeg, ...]
    never_sent: tuple[LegId, ...] = ()
    lost_agents: tuple[AgentId, ...] = ()
    """Agents whose desk phone is not registered."""


@plain_data
class TimePassed:
    """Nothing but time: settles what is due."""
