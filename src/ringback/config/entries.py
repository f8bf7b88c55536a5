"""What entries of the settings file are made of: names, references, hours of the week."""

from datetime import time
from typing import Annotated, Literal, get_args

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from ringback.core.calendars import OpeningPeriod, WeeklyHours

Id = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_-]{0,63}$")]
Name = Annotated[str, Field(min_length=1, max_length=100)]
Language = Literal["en", "fr"]
Country = Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
WEEKDAYS: tuple[str, ...] = get_args(Weekday)
Prompt = Annotated[str, Field(pattern=r"^[a-z0-9_-]+/[a-z0-9_-]+$")]


class Entry(BaseModel):
    """One entry of the company; what it does not know is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def _end_of_day(given: object) -> object:
    return "00:00" if given == "24:00" else given


def _on_the_wall(given: time) -> time:
    if given.tzinfo is not None:
        raise ValueError("a time of the wall clock has no zone of its own")
    return given


WallClock = Annotated[time, AfterValidator(_on_the_wall)]


class PeriodEntry(Entry):
    days: Annotated[tuple[Weekday, ...], Field(min_length=1)]
    opens: WallClock
    closes: Annotated[WallClock, BeforeValidator(_end_of_day)]
    """00:00 and 24:00 are the end of the day."""

    def periods(self) -> list[OpeningPeriod]:
        return [OpeningPeriod(WEEKDAYS.index(day), self.opens, self.closes) for day in self.days]


class WeeklyEntry(Entry):
    time_zone: str
    periods: tuple[PeriodEntry, ...]

    def hours(self) -> WeeklyHours:
        periods = tuple(period for entry in self.periods for period in entry.periods())
        return WeeklyHours(self.time_zone, periods)
