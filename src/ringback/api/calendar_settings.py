"""Weekly hours and special dates as the API takes and gives them, by the wall clock."""

import re
from collections.abc import Iterable
from datetime import date, time
from enum import StrEnum
from typing import Annotated, Final

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema

from ringback.core import calendars

from .exact import no_number


class Weekday(StrEnum):
    MONDAY = "monday"
    TUESDAY = "tuesday"
    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"


TIME_OF_DAY: Final = r"(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,6})?)?"


def _without_a_zone(given: object) -> object:
    if isinstance(given, str) and re.fullmatch(TIME_OF_DAY, given, re.ASCII) is None:
        raise ValueError("write it as 09:00, without a zone")
    return no_number(given)


def _end_of_day(given: object) -> object:
    return "00:00" if given == "24:00" else given


WallClock = Annotated[
    time,
    BeforeValidator(_without_a_zone),
    WithJsonSchema({"type": "string", "pattern": f"^{TIME_OF_DAY}$"}),
]
"""JSON Schema's own `time` has a zone, which a time of the wall clock has not."""
WallClockOrEnd = Annotated[
    WallClock,
    BeforeValidator(_end_of_day),
    WithJsonSchema({"type": "string", "pattern": f"^(?:{TIME_OF_DAY}|24:00)$"}),
]
WrittenDate = Annotated[date, BeforeValidator(no_number)]


class OpeningPeriod(BaseModel):
    """One stretch of a weekday, by the wall clock of the place."""

    model_config = ConfigDict(extra="forbid")

    weekday: Weekday
    opens: WallClock = Field(examples=["09:00"])
    closes: WallClockOrEnd = Field(
        examples=["18:00"], description="00:00 and 24:00 are the end of the day."
    )


class WeeklyHours(BaseModel):
    """When somebody works in an ordinary week, by the wall clock of a place."""

    model_config = ConfigDict(extra="forbid")

    time_zone: str = Field(max_length=100, examples=["Europe/Paris"])
    periods: list[OpeningPeriod] = Field(
        max_length=100, description="A night over midnight is two periods; never, when empty."
    )

    @classmethod
    def of(cls, hours: calendars.WeeklyHours) -> "WeeklyHours":
        return cls.model_construct(time_zone=hours.time_zone, periods=periods_shown(hours.periods))

    def for_core(self) -> calendars.WeeklyHours:
        return calendars.WeeklyHours(self.time_zone, periods_for_core(self.periods))


def periods_for_core(periods: Iterable[OpeningPeriod]) -> tuple[calendars.OpeningPeriod, ...]:
    weekdays = list(Weekday)
    return tuple(
        calendars.OpeningPeriod(weekdays.index(period.weekday), period.opens, period.closes)
        for period in periods
    )


def periods_shown(periods: Iterable[calendars.OpeningPeriod]) -> list[OpeningPeriod]:
    weekdays = list(Weekday)
    return [
        OpeningPeriod(weekday=weekdays[period.weekday], opens=period.opens, closes=period.closes)
        for period in periods
    ]


class SpecialDates(BaseModel):
    """Days that are not ordinary, both ends included."""

    model_config = ConfigDict(extra="forbid")

    name: Annotated[str, Field(min_length=1, max_length=100)] = Field(examples=["Bastille Day"])
    first: WrittenDate
    last: WrittenDate
