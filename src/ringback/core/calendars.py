"""Opening hours and special dates, judged in a time zone at an instant."""

from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


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


def is_special(dates: tuple[SpecialDates, ...], time_zone: str, at: datetime) -> bool:
    """Judge whether the local day is one of these."""
    today = at.astimezone(ZoneInfo(time_zone)).date()
    return any(special.first <= today <= special.last for special in dates)
