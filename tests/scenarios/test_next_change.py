"""When weekly hours begin and end next, by the wall clock of a place (R19)."""

from datetime import datetime, time, timedelta

import pytest

from ringback.core.calendars import OpeningPeriod, WeeklyHours, is_open, next_change
from tests.scenarios.test_working_hours import PARIS, office, utc

NIGHT = WeeklyHours(
    PARIS,
    (OpeningPeriod(5, time(22), time(0)), OpeningPeriod(6, time(0), time(6))),
)


@pytest.mark.parametrize(
    ("hours", "at", "changes"),
    [
        (office(), utc(3, 2, 7), utc(3, 2, 8)),
        (office(), utc(3, 2, 8), utc(3, 2, 16)),
        (office(), utc(3, 6, 16), utc(3, 9, 8)),
        (office(), utc(3, 27, 16), utc(3, 30, 7)),
        (office(), utc(10, 23, 15), utc(10, 26, 8)),
        (NIGHT, utc(3, 28, 21), utc(3, 29, 4)),
        (NIGHT, utc(10, 24, 20), utc(10, 25, 5)),
        (office(time(2, 30), time(5), [6]), utc(3, 28, 12), utc(3, 29, 1)),
        (office(time(0), time(2, 30), [6]), utc(3, 28, 23), utc(3, 29, 1)),
        (office(time(2, 30), time(5), [6]), utc(10, 24, 12), utc(10, 25, 0, 30)),
        (office(time(2, 30), time(5), [6]), utc(10, 25, 0, 30), utc(10, 25, 1)),
        (office(time(2, 30), time(5), [6]), utc(10, 25, 1), utc(10, 25, 1, 30)),
        (office(time(2, 10), time(2, 50), [6]), utc(3, 28, 12), utc(4, 5, 0, 10)),
        (office(time(0), time(0), range(7)), utc(3, 28, 12), None),
        (WeeklyHours(PARIS, ()), utc(3, 28, 12), None),
    ],
    ids=[
        "begins",
        "ends",
        "over the weekend",
        "summer begins",
        "winter begins",
        "short night",
        "long night",
        "begins in the hour left out",
        "ends in the hour left out",
        "begins in the hour told twice",
        "the clock goes back before it",
        "and comes to it again",
        "nothing of it in the hour left out",
        "always",
        "never",
    ],
)
def test_next_change_follows_the_wall_clock(
    hours: WeeklyHours, at: datetime, changes: datetime | None
) -> None:
    """R19: both changes of the clock, nights over midnight, weekends and what never changes."""
    assert next_change(hours, at) == changes


@pytest.mark.parametrize("hours", [office(), NIGHT, office(time(2, 30), time(5), range(7))])
@pytest.mark.parametrize("week", [utc(3, 26), utc(10, 22), utc(6, 1)])
def test_nothing_changes_before_the_next_change(hours: WeeklyHours, week: datetime) -> None:
    """R19: minute by minute over a week, the hours are judged alike until then."""
    at = week
    named = next_change(hours, at)

    for _ in range(7 * 24 * 60):
        later = at + timedelta(minutes=1)
        differs = is_open(hours, later) != is_open(hours, at)
        assert differs == (named == later), f"{later} and not {named}"
        at = later
        named = next_change(hours, at) if differs else named
