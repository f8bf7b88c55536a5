"""What became true of agent and customer while they talk (R30)."""

from enum import StrEnum

from ringback.core.flow import Step
from ringback.core.ids import AgentId, CallId, CustomerId, LegId, LineId, TeamId
from ringback.core.plain_data import plain_data


@plain_data
class AgentMuted:
    """The customer does not hear the agent any more."""

    agent_id: AgentId
    call_id: CallId


@plain_data
class AgentUnmuted:
    agent_id: AgentId
    call_id: CallId


@plain_data
class CustomerPutOnHold:
    """The customer hears music, and neither hears the other."""

    call_id: CallId
    agent_id: AgentId
    music: str


@plain_data
class CustomerTakenOffHold:
    call_id: CallId
    agent_id: AgentId


@plain_data
class CallTransferred:
    """An agent has let a live call go on to a colleague, a team, a line or a number (R30).

    From here on `steps` are part of the call's flow: the first is where it goes now, the others
    where it goes if nobody is there.
    """

    call_id: CallId
    agent_id: AgentId
    to_agent: AgentId | None
    to_team: TeamId | None
    to_line: LineId | None
    steps: tuple[Step, ...]
    to_customer: CustomerId | None = None
    """Whose number outside the agent has typed."""


@plain_data
class ConsultationStarted:
    """An agent has a colleague rung to talk with them first; the customer hears music (R30).

    `steps` are those of a transfer to the colleague, which it becomes if the agent hangs up.
    """

    call_id: CallId
    agent_id: AgentId
    colleague_id: AgentId
    steps: tuple[Step, ...]


@plain_data
class ConsultationAnswered:
    """Agent and colleague hear each other, and the customer hears neither."""

    call_id: CallId
    agent_id: AgentId
    colleague_id: AgentId
    colleague_leg_id: LegId


class ConsultationEnding(StrEnum):
    """Why the customer stays with the agent who consulted a colleague."""

    CANCELLED = "cancelled"
    """By the agent, who hears the customer again at once."""
    DECLINED = "declined"
    NOT_ANSWERED = "not-answered"
    COLLEAGUE_HUNG_UP = "colleague-hung-up"


@plain_data
class ConsultationEnded:
    """The customer stays with the agent, on hold unless the agent has cancelled."""

    call_id: CallId
    agent_id: AgentId
    colleague_id: AgentId
    ending: ConsultationEnding


@plain_data
class ConsultationCompleted:
    """The agent has left the customer to the colleague: the two hear each other."""

    call_id: CallId
    agent_id: AgentId
    colleague_id: AgentId


@plain_data
class ConsultationAbandoned:
    """The agent has left before the colleague answered: from here on it is a transfer."""

    call_id: CallId
    agent_id: AgentId
    colleague_id: AgentId
