"""Agents, and what they are for dispatch."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum, StrEnum
from typing import Final, NewType

from ringback.core.events import StatusCause
from ringback.core.flow import AgentTarget, TeamTarget
from ringback.core.ids import AgentId, CallbackId, CallId, LegId, OfferId, TeamId
from ringback.core.refusals import RefusalCode
from ringback.core.settings import AgentProfile, AgentStatus, PhoneKind

from .callback import Callback
from .offer import Offer
from .timed import Timed

GroupKey = NewType("GroupKey", str)
"""A ring step's target: a team, or one agent."""


class Standing(IntEnum):
    """What an agent is for dispatch (R19)."""

    AVAILABLE = 0
    RUNG = 1
    BUSY = 2
    ABSENT = 3


AVAILABLE: Final = Standing.AVAILABLE
RUNG: Final = Standing.RUNG
BUSY: Final = Standing.BUSY
ABSENT: Final = Standing.ABSENT
ONLINE: Final = AgentStatus.ONLINE
# Asked with every input: Python 3.11 takes ten times as long to find a member in its enumeration.


class OfferEnding(StrEnum):
    """How an offer ended, for the answer to a late request."""

    TAKEN = RefusalCode.OFFER_TAKEN.value
    WITHDRAWN = RefusalCode.OFFER_WITHDRAWN.value
    RANG_OUT = RefusalCode.OFFER_RANG_OUT.value
    ACCEPTED = RefusalCode.OFFER_ALREADY_ACCEPTED.value
    DECLINED = RefusalCode.OFFER_ALREADY_DECLINED.value


@dataclass(slots=True)
class PastOffer:
    """An offer that is over or accepted, and how it ended."""

    id: OfferId
    agent_id: AgentId
    ending: OfferEnding
    taken_by: AgentId | None = None


@dataclass(slots=True)
class TurnedAway:
    """A desk phone's leg on which its agent is told that a colleague was faster (R29)."""

    leg_id: LegId
    since: datetime


@dataclass(slots=True)
class Agent(Timed):
    """A user who takes calls."""

    profile: AgentProfile
    status: AgentStatus = AgentStatus.OFFLINE
    status_cause: StatusCause = StatusCause.CHOSEN
    away_reason: str | None = None
    """Why they do not want to be disturbed, if they said so."""
    ring_outs_in_row: int = 0
    since: datetime | None = None
    idle_since: datetime | None = None
    missing_since: datetime | None = None
    given_up: bool = False
    off_duty: bool = False
    """Outside the working hours."""
    duty_changes_at: datetime | None = None
    offer: Offer | None = None
    """The offer ringing this agent, or the one accepted and not yet in a call."""
    call_id: CallId | None = None
    """The call this agent is in, inbound or outbound."""
    leg_id: LegId | None = None
    muted: bool = False
    """Whether the customer does not hear them."""
    wrap_up_until: datetime | None = None
    correctable: CallbackId | None = None
    completed: Callback | None = None
    """The callback that `correctable` names."""
    turned_away: TurnedAway | None = None
    groups: list[GroupKey] = field(default_factory=list)
    standing: Standing = Standing.ABSENT

    @property
    def id(self) -> AgentId:
        return self.profile.id

    @property
    def is_cut_off(self) -> bool:
        """Tell whether a lost connection counts: an outside phone has none to lose (R19)."""
        return self.missing_since is not None and self.profile.phone is not PhoneKind.OUTSIDE


def standing_of(agent: Agent) -> Standing:
    """Decide what an agent is for dispatch: the first of R19's reasons that holds."""
    if agent.status is not ONLINE or agent.off_duty:
        return ABSENT
    if agent.call_id is not None or agent.wrap_up_until is not None:
        return BUSY
    offer = agent.offer
    if offer is not None and offer.accepted_at is not None:
        return BUSY
    if agent.is_cut_off:
        return ABSENT if agent.given_up else BUSY
    return AVAILABLE if offer is None else RUNG


def target_key(target: TeamTarget | AgentTarget) -> GroupKey:
    """Name the group of a ring step's target."""
    match target:
        case TeamTarget(team_id=team_id):
            return team_key(team_id)
        case AgentTarget(agent_id=agent_id):
            return agent_key(agent_id)


def team_key(team_id: TeamId) -> GroupKey:
    return GroupKey(f"team:{team_id}")


def agent_key(agent_id: AgentId) -> GroupKey:
    return GroupKey(f"agent:{agent_id}")
