"""When customers of the demo company call, and when its agents work."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

from ringback.core.ids import AgentId, LineId

ZONE = ZoneInfo("Europe/Paris")
CALLS_OF_A_DAY: Mapping[LineId, int] = {
    LineId("paris"): 58,
    LineId("london"): 46,
    LineId("ventes"): 34,
    LineId("sales"): 26,
    LineId("billing"): 26,
}
"""On an ordinary weekday."""
SHARE_OF_WEEKDAY = (1.2, 1.05, 0.95, 0.95, 0.9, 0.25, 0.02)
"""Of an ordinary day's calls, from Monday to Sunday."""
SHARE_OF_HOUR: Mapping[int, float] = {
    7: 0.01,
    8: 0.04,
    9: 0.11,
    10: 0.14,
    11: 0.13,
    12: 0.08,
    13: 0.07,
    14: 0.11,
    15: 0.11,
    16: 0.09,
    17: 0.07,
    18: 0.04,
    19: 0.02,
    20: 0.01,
}
RUSH_DAY = 4
"""So many days ago something was out of order, and many called about it."""
RUSH_HOURS = range(10, 13)
RUSH_LINES = (LineId("paris"), LineId("london"))
RUSH_TIMES = 2.0


@dataclass(frozen=True, slots=True)
class Hours:
    """When an agent works on which weekdays, by the wall clock; lunch is in between."""

    weekdays: Sequence[int]
    begins: time
    ends: time
    lunch: time | None = None


WEEK = range(5)
ROSTER: Mapping[AgentId, Sequence[Hours]] = {
    AgentId("lea"): [
        Hours(WEEK, time(8, 50), time(17), time(12)),
        Hours([5], time(10), time(16)),
    ],
    AgentId("tom"): [Hours(WEEK, time(8, 30), time(16, 30), time(13))],
    AgentId("ines"): [
        Hours(WEEK, time(10), time(18, 45), time(13, 45)),
        Hours([5], time(9, 30), time(15)),
    ],
    AgentId("chloe"): [Hours(WEEK, time(8, 45), time(13))],
    AgentId("hugo"): [Hours(WEEK, time(13), time(18))],
    AgentId("emma"): [Hours(WEEK, time(9), time(17), time(12, 30))],
    AgentId("noah"): [Hours([1, 2, 3], time(10), time(15))],
    AgentId("sofia"): [Hours(WEEK, time(14), time(19))],
    AgentId("paul"): [Hours(WEEK, time(9), time(12, 30))],
    AgentId("grace"): [Hours(WEEK, time(13, 30), time(18))],
    AgentId("amina"): [Hours(WEEK, time(9), time(17), time(12, 15))],
    AgentId("oscar"): [Hours([0, 4], time(9), time(17), time(13))],
}
LUNCH = timedelta(minutes=45)


@dataclass(frozen=True, slots=True)
class Shift:
    """One agent's day at work."""

    agent_id: AgentId
    begins: datetime
    ends: datetime
    lunch: datetime | None


def first_instant(until: datetime, days: int) -> datetime:
    """Name the midnight, there, so many days before that of an instant's own day."""
    return _at(until.astimezone(ZONE).date() - timedelta(days=days), time(0))


def arrivals(until: datetime, days: int, chance: Random) -> Iterator[tuple[datetime, LineId]]:
    """Draw when calls come in, line by line and day by day."""
    for day in _days(until, days):
        is_rush = day == until.astimezone(ZONE).date() - timedelta(days=RUSH_DAY)
        for line_id, calls in CALLS_OF_A_DAY.items():
            for hour, share in SHARE_OF_HOUR.items():
                expected = calls * share * SHARE_OF_WEEKDAY[day.weekday()]
                if is_rush and hour in RUSH_HOURS and line_id in RUSH_LINES:
                    expected *= RUSH_TIMES
                for _ in range(_rounded(expected, chance)):
                    at = _at(day, time(hour)) + timedelta(seconds=chance.uniform(0, 3600))
                    if at < until:
                        yield at, line_id


def shifts(until: datetime, days: int) -> Iterator[Shift]:
    """Give the agents' days at work that have begun before an instant."""
    for day in _days(until, days):
        for agent_id, weeks in ROSTER.items():
            for hours in weeks:
                if day.weekday() in hours.weekdays and _at(day, hours.begins) < until:
                    yield Shift(
                        agent_id,
                        _at(day, hours.begins),
                        _at(day, hours.ends),
                        None if hours.lunch is None else _at(day, hours.lunch),
                    )


def _days(until: datetime, days: int) -> Iterator[date]:
    last = until.astimezone(ZONE).date()
    return (last - timedelta(days=day) for day in range(days, -1, -1))


def _rounded(expected: float, chance: Random) -> int:
    """Draw a whole number around the one expected."""
    drawn = chance.gauss(expected, expected**0.5)
    return max(0, int(drawn + chance.random()))


def _at(day: date, clock: time) -> datetime:
    return datetime.combine(day, clock, ZONE).astimezone(UTC)
