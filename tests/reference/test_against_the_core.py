"""The core and the reference model agree on everything that can be seen, in random lives."""

import os

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from .lives import (
    FOUNDING_BYTES,
    MOVE_BYTES,
    complaint,
    goes_wrong,
    life_of,
    live,
    read,
    replay_of,
    written,
)

SEEDS = int(os.environ.get("RINGBACK_REFERENCE_SEEDS", "300"))
MOVES = int(os.environ.get("RINGBACK_REFERENCE_MOVES", "90"))
FIRST = int(os.environ.get("RINGBACK_REFERENCE_FIRST", "0"))
EXAMPLES = int(os.environ.get("RINGBACK_EXAMPLES", "40"))
SHARES = 4
"""The seeds are shared out, so that several workers can take a part each."""

ONCE_DIFFERENT = ((10348, 120), (11140, 120), (60168, 120), (1457, 150))
"""Seeds and moves of lives that showed a difference once."""

LIVES = st.tuples(
    st.binary(min_size=FOUNDING_BYTES, max_size=FOUNDING_BYTES),
    st.lists(st.binary(max_size=MOVE_BYTES), max_size=MOVES),
)


@pytest.mark.parametrize("share", range(SHARES))
def test_lives_from_seeds_show_no_difference(share: int) -> None:
    """R4 to R34: after every step both sides show the same; a failure prints its replay."""
    for seed in range(FIRST + share, FIRST + SEEDS, SHARES):
        life = life_of(seed, MOVES)
        different = goes_wrong(life)
        assert not different, complaint(seed, life)


@pytest.mark.parametrize(("seed", "moves"), ONCE_DIFFERENT)
def test_lives_that_once_differed_do_not_differ_again(seed: int, moves: int) -> None:
    """R11, R28, R49: order and dues of one instant."""
    life = life_of(seed, moves)
    different = goes_wrong(life)
    assert not different, complaint(seed, life)


@settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize=bool(os.environ.get("CI")),
    print_blob=True,
    suppress_health_check=list(HealthCheck),
)
@given(LIVES)
def test_lives_from_hypothesis_show_no_difference(drawn: tuple[bytes, list[bytes]]) -> None:
    """R4 to R34: the same, with lives that Hypothesis looks for and shrinks."""
    founding, moves = drawn
    life = [founding, *moves]

    different = goes_wrong(life)

    assert not different, replay_of(life)


def test_written_life_reads_back_as_the_same_life() -> None:
    """What is printed to replay a life is that life."""
    life = life_of(seed=3, moves=20)

    again = live(read(written(life)))

    assert again.told == live(life).told
