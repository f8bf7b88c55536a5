"""Lives with faults catch what is wrong around the core: storage, outbox, recovery, reception."""

from pathlib import Path

import pytest

from tests.core.sight import Violation

from .life import live
from .planted_bugs import PLANTED, PlantedBug

SEEDS = range(100)


@pytest.mark.slow
@pytest.mark.simulation
@pytest.mark.parametrize("bug", PLANTED, ids=lambda bug: bug.plant.__name__)
def test_planted_bug_is_caught_by_name_within_some_lives(
    bug: PlantedBug, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """S1 to L4: a simulation that lets its bug pass is worth nothing."""
    bug.plant(monkeypatch)

    caught = next((seed for seed in SEEDS if _caught(seed, tmp_path) in bug.caught_by), None)

    assert caught is not None, f"let pass: {bug.sentence}"


def _caught(seed: int, directory: Path) -> str | None:
    try:
        live(seed, directory)
    except Violation as violation:
        return violation.name
    except AssertionError:
        return None
    return None
