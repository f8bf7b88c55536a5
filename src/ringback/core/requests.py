"""What people ask for while an account works; each may raise a `Refusal`."""

from enum import StrEnum

from .ids import AgentId, AlertId, CallbackId, CustomerId, LineId, OfferId, StepId, TeamId
from .plain_data import plain_data
from .settings import AgentStatus, Destination


@plain_data
class SetAgentStatus:
    """Go online, into Do not disturb for one of the company's reasons, or offline."""

    agent_id: AgentId
    status: AgentStatus
    reason: str | None = None


@plain_data
class AcceptOffer:
    """Press *Call back*, or *Answer* for a live call (R29)."""

    offer_id: OfferId
    agent_id: AgentId


@plain_data
class DeclineOffer:
    """Press *Decline* (R22)."""

    offer_id: OfferId
    agent_id: AgentId


@plain_data
class HangUpAgent:
    """End the communication an agent is in."""

    agent_id: AgentId


@plain_data
class MuteAgent:
    """Let the customer not hear the agent (R30)."""

    agent_id: AgentId


@plain_data
class UnmuteAgent:
    """Let the customer hear the agent again."""

    agent_id: AgentId


@plain_data
class PutOnHold:
    """Let the customer of an agent's call hear the waiting music (R30)."""

    agent_id: AgentId


@plain_data
class TakeOffHold:
    """Let agent and customer hear each other again."""

    agent_id: AgentId


@plain_data
class TransferToAgent:
    """Let the customer of an agent's call go on to a colleague (R30)."""

    agent_id: AgentId
    colleague_id: AgentId


@plain_data
class TransferToTeam:
    """Let the customer of an agent's call go on to whoever of a team answers first."""

    agent_id: AgentId
    team_id: TeamId


@plain_data
class TransferToLine:
    """Let the customer of an agent's call go through another line's flow."""

    agent_id: AgentId
    line_id: LineId


@plain_data
class TransferToNumber:
    """Let the customer of an agent's call go on to a number outside that the agent has typed."""

    agent_id: AgentId
    customer_id: CustomerId | None
    """Whose number it is; None is one that cannot be called."""
    destination: Destination


@plain_data
class ConsultAgent:
    """Talk with a colleague while the customer of an agent's call hears music (R30)."""

    agent_id: AgentId
    colleague_id: AgentId


@plain_data
class CompleteTransfer:
    """Leave the customer to the colleague whom an agent consults."""

    agent_id: AgentId


@plain_data
class CancelConsultation:
    """Let the colleague go and take the customer back."""

    agent_id: AgentId


class OutcomeCorrection(StrEnum):
    """What an agent may say in wrap-up about a completed callback (R31)."""

    VOICEMAIL = "voicemail"
    WRONG_PERSON = "wrong-person"


@plain_data
class EndWrapUp:
    """The agent is done with the notes before the time for them is over."""

    agent_id: AgentId


@plain_data
class CorrectOutcome:
    """Tell in wrap-up that the customer was not really reached (R31)."""

    callback_id: CallbackId
    agent_id: AgentId
    correction: OutcomeCorrection


@plain_data
class RequestCallback:
    """Have a customer called back who is on no call with us (R10, R13)."""

    line_id: LineId
    customer_id: CustomerId | None
    destination: Destination


class CancelReason(StrEnum):
    """On whose behalf a callback is cancelled (R49)."""

    BY_USER = "by_user"
    BY_API = "by_api"


@plain_data
class CancelCallback:
    """Withdraw a callback before the customer is dialled (R49)."""

    callback_id: CallbackId
    reason: CancelReason


@plain_data
class HaltCallbacks:
    """Have no callback offered or dialled until they are resumed."""


@plain_data
class ResumeCallbacks:
    """Have callbacks offered and dialled again."""


@plain_data
class DismissAlert:
    """Take an alert off the screens of everybody."""

    alert_id: AlertId


@plain_data
class CancelPending:
    """Withdraw all that a line has pending and does not dial, if it is so many (R4)."""

    line_id: LineId
    count: int


@plain_data
class ClaimCallback:
    """Put a name on a request in the list, so that nobody else starts on it (R38)."""

    callback_id: CallbackId
    agent_id: AgentId


@plain_data
class ReleaseCallback:
    """Give a claimed request back to everybody: one's own, or that of the agent named."""

    callback_id: CallbackId
    agent_id: AgentId | None
    """None is somebody who is no agent, a supervisor for one."""
    claimed_by: AgentId | None = None
    """Whose claim is released, if it is not one's own."""


@plain_data
class CallByHand:
    """Start the call of a manual request, or of one that failed or was not reached (R35, R39)."""

    callback_id: CallbackId
    agent_id: AgentId


@plain_data
class DismissCallback:
    """Take a callback off the list without calling; an open request is cancelled (R39)."""

    callback_id: CallbackId
    agent_id: AgentId


@plain_data
class EraseCustomer:
    """Have nobody able to tell who the customer was; what waits of theirs is cancelled (R49)."""

    customer_id: CustomerId


@plain_data
class ForgetCustomers:
    """Do the same with customers of whom nothing waits, since they were kept long enough."""

    customer_ids: tuple[CustomerId, ...]


@plain_data
class MoveToFront:
    """Let a waiting callback be served before all others (R47)."""

    callback_id: CallbackId


@plain_data
class MoveToStep:
    """Let a waiting callback wait at another ring step of its flow version (R14, R47)."""

    callback_id: CallbackId
    step_id: StepId


@plain_data
class MoveToAgent:
    """Let one agent alone be rung for a waiting callback, then go on as the step does (R47)."""

    callback_id: CallbackId
    agent_id: AgentId
