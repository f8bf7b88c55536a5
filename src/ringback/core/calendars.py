"""Opening hours and special dates, judged in a time zone at an instant."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class OpeningPeriod:
    """One stretch of a weekday; `closes` at midnight is the end of that day."""

    weekday: int
    """0 is Monday."""
    opens: time
    closes: time


@dataclass(frozen=True, slots=True)
class WeeklyHours:
    """When it is open in an ordinary week, by the wall clock of a place."""

    time_zone: str
    periods: tuple[OpeningPeriod, ...]


@dataclass(frozen=True, slots=True)
class SpecialDates:
    """Days that are not ordinary, from `first` to `last` included."""

    name: str
    first: date
    last: date


def is_known_zone(time_zone: str) -> bool:
    """Tell whether a time zone's name can be judged by."""
    try:
        ZoneInfo(time_zone)
    except (ZoneInfoNotFoundError, ValueError):
        return False
    return True


def is_open(hours: WeeklyHours, at: datetime) -> bool:
    """Judge opening hours; both changes of the clock follow the wall clock of the place."""
    local = at.astimezone(ZoneInfo(hours.time_zone))
    return any(
        period.weekday == local.weekday()
        and period.opens <= local.time()
        and (local.time() < period.closes or period.closes == time(0))
        for period in hours.periods
    )


CHANGE_WITHIN = timedelta(days=15)
"""Two weeks look past an hour that a change of the clock leaves out, to the next one."""
DAY = timedelta(days=1)
MINUTE = timedelta(minutes=1)


def next_change(hours: WeeklyHours, at: datetime) -> datetime | None:
    """Name the first instant after `at` from which `is_open` judges otherwise; None is never."""
    now_open = is_open(hours, at)
    return next(
        (instant for instant in _turning_points(hours, at) if is_open(hours, instant) != now_open),
        None,
    )


def _turning_points(hours: WeeklyHours, at: datetime) -> list[datetime]:
    """List all instants soon after `at` at which the judgement can change, in order."""
    zone = ZoneInfo(hours.time_zone)
    first = at.astimezone(zone).date()
    found: dict[datetime, None] = {}
    for day in range(-1, CHANGE_WITHIN.days):
        today = first + day * DAY
        walls = [datetime.combine(today, period.opens) for period in hours.periods]
        walls += [datetime.combine(today, period.closes) for period in hours.periods]
        for wall in walls:
            for fold in (0, 1):
                found[wall.replace(tzinfo=zone, fold=fold).astimezone(UTC)] = None
        found.update(dict.fromkeys(_clock_changes(zone, today)))
    return sorted(instant for instant in found if instant > at)


def _clock_changes(zone: ZoneInfo, day: date) -> Iterator[datetime]:
    """Find the instant of the day at which the zone's clock is put forward or back."""
    before = datetime.combine(day, time(0), zone).astimezone(UTC)
    after = datetime.combine(day + DAY, time(0), zone).astimezone(UTC)
    offset = before.astimezone(zone).utcoffset()
    if after.astimezone(zone).utcoffset() == offset:
        return
    while after - before > MINUTE:
        middle = before + (after - before) // 2
        same = middle.astimezone(zone).utcoffset() == offset
        before, after = (middle, after) if same else (before, middle)
    yield after.replace(second=0, microsecond=0)


def hours_problems(hours: WeeklyHours) -> Iterator[tuple[str, str]]:
    """Tell what keeps hours from being judged: a stable code, and what it is about."""
    if not is_known_zone(hours.time_zone):
        yield "unknown-time-zone", hours.time_zone
    for period in hours.periods:
        if time(0) < period.closes <= period.opens:
            yield "closes-before-it-opens", _written(period)


def _written(period: OpeningPeriod) -> str:
    day = WEEKDAYS[period.weekday] if 0 <= period.weekday < len(WEEKDAYS) else "?"
    return f"{day} {period.opens:%H:%M} to {period.closes:%H:%M}"


def is_special(dates: tuple[SpecialDates, ...], time_zone: str, at: datetime) -> bool:
    """Judge whether the local day is one of these."""
    today = at.astimezone(ZoneInfo(time_zone)).date()
    return any(special.first <= today <= special.last for special in dates)
