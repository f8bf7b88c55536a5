"""What became true of agent and customer while they talk (R30)."""

from dataclasses import dataclass

from ringback.core.ids import AgentId, CallId


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
