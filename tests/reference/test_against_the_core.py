"""The core and the reference model agree on everything that can be seen, in random lives."""

import os
import sys
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from .lives import (
    FOUNDING_BYTES,
    MOVE_BYTES,
    goes_wrong,
    life_of,
    live,
    read,
    replay_of,
    situations_of,
    written,
)
from .rules.situations import never_met, table

SEEDS = int(os.environ.get("TEST_REFERENCE_SEEDS", "1200"))
MOVES = int(os.environ.get("TEST_REFERENCE_MOVES", "90"))
FIRST = int(os.environ.get("TEST_REFERENCE_FIRST", "0"))
EXAMPLES = int(os.environ.get("TEST_REFERENCE_EXAMPLES", "40"))
SHARES = 3
"""Among so many processes the seeds are shared out."""

LIVES = st.tuples(
    st.binary(min_size=FOUNDING_BYTES, max_size=FOUNDING_BYTES),
    st.lists(st.binary(max_size=MOVE_BYTES), max_size=MOVES),
)


def test_lives_from_seeds_show_no_difference() -> None:
    """R4 to R49: after every step both sides show the same, and every situation is come into."""
    seeds = range(FIRST, FIRST + SEEDS)

    with ProcessPoolExecutor(SHARES, mp_context=get_context("spawn")) as pool:
        found = pool.map(situations_of, seeds, [MOVES] * SEEDS, chunksize=25)
        met = sum(found, Counter[str]())

    sys.stdout.write(f"{table(met)}\n")
    assert never_met(met) == []


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
