"""How agents spend their hours: rung, talking, wrapping up, free or undisturbed, from facts."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from ringback.core import events as happened
from ringback.core.events import Fact
from ringback.core.ids import AgentId
from ringback.core.settings import AgentStatus
from ringback.history import AgentHourRow

HOUR = timedelta(hours=1)
NOTHING = timedelta(0)


class Activity(StrEnum):
    """What an agent is doing."""

    IDLE = "idle"
    RINGING = "ringing"
    TALKING = "talking"
    """From the accept on, dialling included."""
    WRAP_UP = "wrap-up"


@dataclass(slots=True)
class _Hour:
    """One agent's hour so far."""

    begins: datetime
    spent: dict[Activity, timedelta] = field(default_factory=dict)
    away: dict[str, timedelta] = field(default_factory=dict)
    """In Do not disturb, by reason; the empty one is none."""
    rung: int = 0
    accepted: int = 0
    declined: int = 0
    rang_out: int = 0


@dataclass(slots=True)
class _Day:
    """Where an agent stands, and the hour that is not over."""

    hour: _Hour
    since: datetime
    activity: Activity = Activity.IDLE
    status: AgentStatus = AgentStatus.OFFLINE
    away_reason: str = ""
    missing: bool = False
    off_duty: bool = False

    @property
    def counted(self) -> bool:
        """Tell whether time passes for the account: idle time only while free or undisturbed."""
        there = self.status is not AgentStatus.OFFLINE and not self.missing and not self.off_duty
        return self.activity is not Activity.IDLE or there

    def spend(self, duration: timedelta) -> None:
        """Count time that passes at what the agent is doing."""
        hour = self.hour
        if self.activity is Activity.IDLE and self.status is AgentStatus.DO_NOT_DISTURB:
            hour.away[self.away_reason] = hour.away.get(self.away_reason, NOTHING) + duration
        else:
            hour.spent[self.activity] = hour.spent.get(self.activity, NOTHING) + duration


class AgentTime:
    """Every agent's time; `fold` gives the hours that a fact has changed, as they are so far."""

    def __init__(self) -> None:
        self._days: dict[AgentId, _Day] = {}

    def fold(self, fact: Fact) -> Iterable[AgentHourRow]:
        changed: dict[tuple[AgentId, datetime], AgentHourRow] = {}
        match fact.event:
            case happened.AgentStatusSet(agent_id=agent_id, status=status, reason=reason):
                day = self._pass(agent_id, fact.at, changed)
                day.status, day.away_reason = status, reason or ""
            case happened.AgentWentMissing(agent_id=agent_id):
                self._pass(agent_id, fact.at, changed).missing = True
            case happened.AgentCameBack(agent_id=agent_id):
                self._pass(agent_id, fact.at, changed).missing = False
            case happened.AgentWentOffDuty(agent_id=agent_id):
                self._pass(agent_id, fact.at, changed).off_duty = True
            case happened.AgentCameOnDuty(agent_id=agent_id):
                self._pass(agent_id, fact.at, changed).off_duty = False
            case happened.OffersMade(offers=offers):
                for terms in offers:
                    self._do(terms.agent_id, Activity.RINGING, fact.at, changed, rung=1)
            case happened.OfferDeclined(agent_id=agent_id):
                self._do(agent_id, Activity.IDLE, fact.at, changed, declined=1)
            case happened.OffersRangOut(agent_ids=agent_ids):
                for agent_id in agent_ids:
                    self._do(agent_id, Activity.IDLE, fact.at, changed, rang_out=1)
            case happened.OffersWithdrawn(agent_ids=agent_ids):
                for agent_id in agent_ids:
                    self._do(agent_id, Activity.IDLE, fact.at, changed)
            case happened.OfferAccepted(agent_id=agent_id):
                self._do(agent_id, Activity.TALKING, fact.at, changed, accepted=1)
            case happened.HandCallStarted(agent_id=agent_id):
                self._do(agent_id, Activity.TALKING, fact.at, changed)
            case happened.AgentFreed(agent_id=agent_id, wrap_up_until=until):
                after = Activity.IDLE if until is None else Activity.WRAP_UP
                self._do(agent_id, after, fact.at, changed)
            case happened.WrapUpEnded(agent_id=agent_id):
                self._do(agent_id, Activity.IDLE, fact.at, changed)
            case _:
                pass
        return changed.values()

    def _do(
        self,
        agent_id: AgentId,
        activity: Activity,
        at: datetime,
        changed: dict[tuple[AgentId, datetime], AgentHourRow],
        **counted: int,
    ) -> None:
        day = self._pass(agent_id, at, changed)
        day.activity = activity
        for name, number in counted.items():
            setattr(day.hour, name, getattr(day.hour, name) + number)
        if counted:
            changed[agent_id, day.hour.begins] = _row(agent_id, day.hour)

    def _pass(
        self,
        agent_id: AgentId,
        at: datetime,
        changed: dict[tuple[AgentId, datetime], AgentHourRow],
    ) -> _Day:
        """Let an agent's time pass up to an instant, hour by hour."""
        day = self._days.get(agent_id)
        if day is None:
            day = self._days[agent_id] = _Day(_Hour(_hour_of(at)), at)
        while day.since < at:
            until = min(at, day.hour.begins + HOUR)
            if day.counted and until > day.since:
                day.spend(until - day.since)
                changed[agent_id, day.hour.begins] = _row(agent_id, day.hour)
            day.since = until
            if until == day.hour.begins + HOUR:
                day.hour = _Hour(until if day.counted else _hour_of(at))
                day.since = until if day.counted else at
        return day


def _hour_of(at: datetime) -> datetime:
    return at.astimezone(UTC).replace(minute=0, second=0, microsecond=0)


def _row(agent_id: AgentId, hour: _Hour) -> AgentHourRow:
    def spent(activity: Activity) -> timedelta:
        return hour.spent.get(activity, NOTHING)

    return AgentHourRow(
        agent_id=agent_id,
        begins=hour.begins,
        rung=hour.rung,
        accepted=hour.accepted,
        declined=hour.declined,
        rang_out=hour.rang_out,
        ringing=spent(Activity.RINGING),
        talking=spent(Activity.TALKING),
        wrap_up=spent(Activity.WRAP_UP),
        free=spent(Activity.IDLE),
        away=dict(hour.away),
    )
