"""A few lives from seeds, for those who want to know in a second: people, and `make mutants`."""

from collections import Counter

from .seeded_run import run
from .world_properties import Arrow

SEEDS = range(15)
STEPS = 80


def test_few_lives_break_no_property() -> None:
    """S1 to S23, L1 to L4: after every step, and all come to rest."""
    walked: Counter[Arrow] = Counter()

    for seed in SEEDS:
        walked += run(seed, steps=STEPS).watch.walked

    assert len(walked) > 50
