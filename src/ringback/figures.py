"""What is counted of calls, callbacks and agents over a period."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from ringback.core.ids import AgentId, LineId, TeamId


class GroupBy(StrEnum):
    """What figures are told of, one row each."""

    PERIOD = "period"
    """All of it in one row."""
    HOUR = "hour"
    DAY = "day"
    WEEK_HOUR = "week-hour"
    """The same hour of the same day of every week together: `1-09` is Mondays from nine to ten."""
    LINE = "line"
    TEAM = "team"
    AGENT = "agent"
    TAG = "tag"
    """Of calls alone, which count once with each of their tags."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FiguresWanted:
    """Which figures. Calls count where they began, callbacks where they were requested."""

    since: datetime
    until: datetime
    by: GroupBy
    time_zone: ZoneInfo
    """Whose hours and days they are."""
    within: timedelta
    """An answer within this wait is one in time."""
    line_ids: tuple[LineId, ...] | None = None
    hidden_line_ids: tuple[LineId, ...] = ()
    agent_id: AgentId | None = None
    """Only calls and callbacks that this agent took."""
    team_id: TeamId | None = None
    """Only those for which this team was rung last."""
    at_work: tuple[AgentId, ...] | None = None
    """Whose time is counted; None is everybody's."""


Spread = tuple[timedelta | None, timedelta | None]
"""The median and the 90th percentile."""


@dataclass(slots=True)
class CallFigures:
    """What became of calls."""

    inbound: int = 0
    answered: int = 0
    missed: int = 0
    """Nobody talked to the caller, who left neither a message nor a request."""
    voicemails: int = 0
    callbacks_requested: int = 0
    queued: int = 0
    """Inbound calls that stood in a queue."""
    abandoned: int = 0
    """Missed calls of callers who had stood in a queue."""
    requested_in_queue: int = 0
    """Callers in a queue who asked to be called back."""
    in_time: int = 0
    """Answered within the wait that was named."""
    outbound: int = 0
    reached: int = 0
    talked: timedelta = timedelta(0)
    promised: int = 0
    """Callers who were told an estimated wait and were answered."""
    kept: int = 0
    """Those of them who were answered within what they heard first, rounded up as it is spoken."""
    wait: Spread = (None, None)
    """Of live callers who were answered."""


@dataclass(slots=True)
class CallbackFigures:
    """What became of callbacks."""

    requested: int = 0
    open: int = 0
    completed: int = 0
    not_reached: int = 0
    cancelled: int = 0
    failed: int = 0
    failed_by_reason: dict[str, int] = field(default_factory=dict)
    promised: int = 0
    kept: int = 0
    wait: Spread = (None, None)
    """Of those that have ended: until an agent accepted, else until the end (R42)."""


@dataclass(slots=True)
class AgentFigures:
    """How agents spent their time; not by line, team or tag."""

    rung: int = 0
    accepted: int = 0
    declined: int = 0
    rang_out: int = 0
    ringing: timedelta = timedelta(0)
    talking: timedelta = timedelta(0)
    wrap_up: timedelta = timedelta(0)
    free: timedelta = timedelta(0)
    away: dict[str, timedelta] = field(default_factory=dict)
    """In Do not disturb, by reason; the empty one is none."""

    @property
    def occupancy(self) -> float | None:
        """Share the time they were at work for somebody by all their time."""
        busy = self.ringing + self.talking + self.wrap_up
        total = busy + self.free
        return busy / total if total else None


@dataclass(slots=True)
class Figures:
    """One row; `key` is an id, the local beginning of an hour or a day, or an hour of the week."""

    key: str | datetime | None
    calls: CallFigures = field(default_factory=CallFigures)
    callbacks: CallbackFigures = field(default_factory=CallbackFigures)
    agents: AgentFigures = field(default_factory=AgentFigures)
