"""Whole lives of a company under every fault keep every property, and can be lived again."""

from collections import Counter
from pathlib import Path

import pytest

from .__main__ import sentence
from .life import SQLITE_EVERY, live
from .mishaps import Mishap

BLOCKS = 8
LIVES_IN_A_BLOCK = 25


@pytest.mark.simulation
@pytest.mark.parametrize(
    "block", [pytest.param(n, marks=[pytest.mark.slow] if n else []) for n in range(BLOCKS)]
)
def test_lives_with_every_fault_keep_every_property(block: int, tmp_path: Path) -> None:
    """S1 to S24, L1 to L4: all faults are injected, some start from a snapshot, nothing breaks."""
    seeds = range(block * LIVES_IN_A_BLOCK, (block + 1) * LIVES_IN_A_BLOCK)

    lived = [live(seed, tmp_path) for seed in seeds]

    print(sentence(lived, broken=0))
    struck = sum((life.struck for life in lived), Counter[Mishap]())
    assert set(Mishap) - set(struck) == set(), "these faults were not injected"
    assert any(life.begun_from_snapshots for life in lived)
    assert any(life.erased for life in lived)
    assert any(life.wrap_ups_ended for life in lived)


@pytest.mark.simulation
@pytest.mark.parametrize("seed", [1, SQLITE_EVERY - 1])
def test_same_seed_gives_the_same_journal_byte_for_byte(seed: int, tmp_path: Path) -> None:
    """S21: a life that broke can be lived again, in memory and on SQLite."""
    first, again = tmp_path / "first", tmp_path / "again"
    first.mkdir()
    again.mkdir()

    assert live(seed, first).journal == live(seed, again).journal
