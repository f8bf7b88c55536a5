"""A few lives from seeds, for those who want to know in a second: people, and `make mutants`."""

from collections import Counter

from .lives import situations_of

SEEDS = range(15)
MOVES = 60


def test_few_lives_show_no_difference() -> None:
    """R4 to R49: the core and the reference model agree after every step."""
    met: Counter[str] = Counter()

    for seed in SEEDS:
        met += situations_of(seed, MOVES)

    assert len(met) > 20
