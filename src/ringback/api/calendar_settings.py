"""Weekly hours and special dates as the API takes and gives them, by the wall clock."""

from collections.abc import Iterable
from datetime import date, time
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

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


def _end_of_day(given: object) -> object:
    return "00:00" if given == "24:00" else given


def _on_the_wall(given: time) -> time:
    if given.tzinfo is not None:
        raise ValueError("a time of the wall clock has no zone of its own")
    return given


WallClock = Annotated[time, AfterValidator(_on_the_wall), BeforeValidator(no_number)]


WrittenDate = Annotated[date, BeforeValidator(no_number)]


class OpeningPeriod(BaseModel):
    """One stretch of a weekday, by the wall clock of the place."""

    model_config = ConfigDict(extra="forbid")

    weekday: Weekday
    opens: WallClock = Field(examples=["09:00"])
    closes: Annotated[WallClock, BeforeValidator(_end_of_day)] = Field(
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
