"""What became true of agent and customer while they talk (R30)."""

from dataclasses import dataclass

from ringback.core.flow import Step
from ringback.core.ids import AgentId, CallId, LineId, TeamId


@dataclass(frozen=True, slots=True)
class AgentMuted:
    """The customer does not hear the agent any more."""

    agent_id: AgentId
    call_id: CallId


@dataclass(frozen=True, slots=True)
class AgentUnmuted:
    agent_id: AgentId
    call_id: CallId


@dataclass(frozen=True, slots=True)
class CustomerPutOnHold:
    """The customer hears music, and neither hears the other."""

    call_id: CallId
    agent_id: AgentId
    music: str


@dataclass(frozen=True, slots=True)
class CustomerTakenOffHold:
    call_id: CallId
    agent_id: AgentId


@dataclass(frozen=True, slots=True)
class CallTransferred:
    """An agent has let a live call go on to a colleague, a team or another line (R30).

    From here on `steps` are part of the call's flow: the first is where it goes now, the others
    where it goes if nobody is there.
    """

    call_id: CallId
    agent_id: AgentId
    to_agent: AgentId | None
    to_team: TeamId | None
    to_line: LineId | None
    steps: tuple[Step, ...]
