"""What became true of agents."""

from datetime import datetime
from enum import StrEnum

from ringback.core.ids import AgentId, CallbackId, ItemId
from ringback.core.plain_data import plain_data
from ringback.core.settings import AgentStatus


class StatusCause(StrEnum):
    """Why an agent has the status."""

    CHOSEN = "chosen"
    RANG_OUT = "rang-out"
    """The agent let too many offers in a row ring out (R19)."""


@plain_data
class AgentStatusSet:
    agent_id: AgentId
    status: AgentStatus
    cause: StatusCause = StatusCause.CHOSEN
    item_id: ItemId | None = None
    """What rang out last, if that is the cause."""
    reason: str | None = None
    """Why the agent does not want to be disturbed, if they said so."""
    reason_alone: bool = False
    """Whether only the reason is another, and the status as it was."""


@plain_data
class AgentCameBack:
    """The agent's phone or page is connected again."""

    agent_id: AgentId


@plain_data
class AgentWentMissing:
    """The agent's phone or page lost its connection; busy for a minute (R19)."""

    agent_id: AgentId


@plain_data
class AgentGivenUp:
    """The connection stayed lost for a minute: the agent counts as offline (R19)."""

    agent_id: AgentId


@plain_data
class AgentCameOnDuty:
    """The agent's working hours have begun, or are in force from here on (R19).

    `until` is when they end next; None is never.
    """

    agent_id: AgentId
    until: datetime | None


@plain_data
class AgentWentOffDuty:
    """The agent's working hours are over: like offline, until they begin again (R19)."""

    agent_id: AgentId
    until: datetime | None


@plain_data
class AgentFreed:
    """The agent's communication is over; `wrap_up_until` is None without wrap-up."""

    agent_id: AgentId
    wrap_up_until: datetime | None
    correctable: CallbackId | None = None
    """The callback whose outcome may be corrected during this wrap-up (R31)."""


@plain_data
class WrapUpEnded:
    agent_id: AgentId
