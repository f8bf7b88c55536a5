"""Patience is estimated with censoring: who was served had not yet given up."""

from math import inf, log
from random import Random
from typing import Any

import pytest

from ringback.simulation.call_list import Fate, ListedCall
from ringback.simulation.patience import ExponentialPatience, estimate, estimate_by_group


def waited(seconds: float, fate: Fate, **more: Any) -> ListedCall:
    return ListedCall("call", 0.0, waited=seconds, fate=fate, **more)


def test_small_sample_gives_the_textbook_steps() -> None:
    """Kaplan and Meier by hand: 1/4 give up at 10 s, then 1/2 of the rest at 30 s."""
    calls = [
        waited(10, Fate.HUNG_UP),
        waited(20, Fate.SERVED),
        waited(30, Fate.HUNG_UP),
        waited(40, Fate.SERVED),
    ]

    patience = estimate(calls)

    assert patience.seconds == (10, 30)
    assert patience.given_up == pytest.approx((0.25, 0.625))


def test_who_never_waited_or_left_early_says_nothing() -> None:
    """Only a wait that ended tells of patience."""
    calls = [waited(0, Fate.SERVED), waited(50, Fate.LEFT), waited(50, Fate.UNKNOWN)]

    patience = estimate(calls)

    assert patience.seconds == ()
    assert patience.draw(0.5) == inf


def test_heavy_censoring_does_not_shorten_patience() -> None:
    """The naive mean of the waits of those who hung up would be far below the truth."""
    chance = Random(7)
    calls = []
    for _ in range(20_000):
        patience, offered = chance.expovariate(1 / 300), chance.expovariate(1 / 100)
        fate = Fate.HUNG_UP if patience < offered else Fate.SERVED
        calls.append(waited(min(patience, offered), fate))

    median = estimate(calls).draw(0.5)

    assert median == pytest.approx(300 * log(2), rel=0.06)


def test_draws_follow_the_estimated_shares() -> None:
    """A chance below the first share gives the first time, one above the last outlasts all."""
    patience = estimate([waited(10, Fate.HUNG_UP), waited(20, Fate.SERVED)])

    assert patience.draw(0.2) == 10
    assert patience.draw(0.9) == inf


def test_small_groups_share_the_patience_of_everybody() -> None:
    """A line with few hang-ups has no estimate of its own."""
    calls = [waited(index, Fate.HUNG_UP, line="sales") for index in range(1, 201)]
    calls.append(waited(5, Fate.HUNG_UP, line="rare"))

    groups = estimate_by_group(calls)

    assert set(groups) == {None, ("sales", False)}


def test_exponential_patience_has_its_mean() -> None:
    """Given a mean, patience has no memory."""
    chance = Random(1)
    patience = ExponentialPatience(120.0)

    drawn = [patience.draw(chance.random()) for _ in range(20_000)]

    assert sum(drawn) / len(drawn) == pytest.approx(120, rel=0.03)
