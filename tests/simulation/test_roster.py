"""Who was at work is read out of who served when."""

from random import Random

import pytest

from ringback.simulation.call_list import DAY_SECONDS, Fate, ListedCall
from ringback.simulation.gaps import AbsenceLengths, Gap, WaitingTimes, find_gaps, work_days
from ringback.simulation.roster import Roster, Shift, days_of, infer_roster


def served(at: float, *, lasts: float, waited: float = 0.0, line: str = "main") -> ListedCall:
    """A call that Anna took at this instant."""
    return ListedCall(
        f"call-{at}",
        at - waited,
        line=line,
        fate=Fate.SERVED,
        waited=waited,
        service=lasts,
        agent="anna",
    )


def hung_up(at: float, *, waited: float) -> ListedCall:
    return ListedCall(f"lost-{at}", at - waited, fate=Fate.HUNG_UP, waited=waited)


def gaps_among(*calls: ListedCall) -> list[Gap]:
    return find_gaps(work_days(calls), WaitingTimes(calls))


def test_taking_a_waiting_caller_proves_the_whole_gap() -> None:
    """Whoever could have taken the caller before was not available before."""
    gaps = gaps_among(served(0, lasts=100), served(160, lasts=10, waited=90))

    assert gaps == [Gap("anna", 100, 60, 60)]


def test_taking_a_fresh_caller_proves_nothing_of_a_quiet_gap() -> None:
    """Nobody waited, so the agent may have been idle all the time."""
    gaps = gaps_among(served(0, lasts=100), served(160, lasts=10))

    assert gaps == [Gap("anna", 100, 0, 60)]


def test_caller_waiting_in_the_gap_proves_it_until_then() -> None:
    """While somebody waited in vain the agent was away; afterwards nobody knows."""
    gaps = gaps_among(
        served(0, lasts=100), hung_up(130, waited=20), served(160, lasts=10), served(300, lasts=1)
    )

    assert gaps[0] == Gap("anna", 100, 30, 60)


def test_caller_of_a_line_no_longer_served_proves_nothing() -> None:
    """An agent is surely there for a line only between two calls of it."""
    stranger = ListedCall("x", 110, line="rare", fate=Fate.HUNG_UP, waited=20.0)

    gaps = gaps_among(
        served(0, lasts=1, line="rare"), served(10, lasts=90), stranger, served(160, lasts=10)
    )

    assert gaps[-1] == Gap("anna", 100, 0, 60)


def test_lengths_known_in_part_are_filled_in_from_the_others() -> None:
    """Turnbull: what is only bounded is spread as the exact ones are."""
    exact = [Gap("a", 0, length, length) for length in (4, 4, 4, 40)]
    open_ones = [Gap("a", 0, 0, 100)] * 4

    lengths = AbsenceLengths([*exact, *open_ones])

    assert lengths.share_up_to(3) == pytest.approx(0, abs=1e-6)
    assert lengths.share_up_to(4) == pytest.approx(0.75, abs=1e-3)
    assert lengths.draw(0.99, 0, 20) == 4
    assert lengths.draw(0.5, 10, 100) == 40


def test_drawing_where_nothing_is_known_takes_the_lower_bound() -> None:
    """A gap unlike all others is taken for as short as it may be."""
    lengths = AbsenceLengths([Gap("a", 0, 5, 5)])

    assert lengths.draw(0.5, 50, 60) == 50


def test_long_absence_becomes_a_break_and_a_short_one_after_call_time() -> None:
    """Breaks are at their hour of the day, after-call time follows every call."""
    calls = [
        served(0, lasts=100),
        served(700, lasts=100, waited=10),
        served(830, lasts=10, waited=10),
    ]

    roster = infer_roster(calls, learned_from=calls, break_after=180, chance=Random(1))

    assert roster.shifts == (Shift("anna", 0, 840, frozenset({"main"})),)
    assert [(pause.begins, pause.lasts) for pause in roster.breaks] == [(100, 600)]
    assert roster.after_call.draw(0.99) == 30


def test_shift_over_midnight_belongs_to_both_days() -> None:
    """Whoever is still there is in the team of the new day."""
    shift = Shift("anna", DAY_SECONDS - 60, DAY_SECONDS + 60, frozenset({"main"}))

    assert set(days_of(Roster((shift,)))) == {0, 1}
