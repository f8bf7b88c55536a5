"""Every check catches the bug that was planted for it, and lets the true core pass."""

from collections import Counter

import pytest
from docs.draw_lifecycle import DOCUMENT, drawn

from .planted_bugs import PLANTED, PlantedBug
from .planted_outside import PLANTED_OUTSIDE
from .properties import NAMES
from .seeded_run import run
from .sight import Violation
from .world_properties import Arrow, arrows

SEEDS = range(320)
STEPS = 150
PARTING = ("CallTransferred", "Consultation")
SELDOM = 8
"""Transfers and consultations are not left to chance: each of their arrows is walked as often."""
WITHOUT_A_PLANTED_BUG = {"S22"}
"""The core's own assertion stops a gap in the numbering before any check can see it."""


@pytest.mark.parametrize(
    "bug", [*PLANTED, *PLANTED_OUTSIDE], ids=lambda bug: f"{bug.name}{bug.plant.__name__}"
)
def test_planted_bug_is_caught_by_the_check_of_its_property(
    bug: PlantedBug, monkeypatch: pytest.MonkeyPatch
) -> None:
    """S1 to S23, L1 to L4: a check that lets its bug pass is worth nothing."""
    bug.plant(monkeypatch)

    caught = next((seed for seed in SEEDS if _is_caught(bug, seed)), None)

    assert caught is not None, f"{bug.name} let pass: {bug.sentence}"


def _is_caught(bug: PlantedBug, seed: int) -> bool:
    """A run that ends otherwise, by an assertion of the core for one, proves nothing."""
    try:
        run(seed, steps=STEPS, only=(bug.name,))
    except Violation as violation:
        return violation.name == bug.name
    except (AssertionError, LookupError, ValueError):
        return False
    return False


def test_true_core_passes_the_same_seeds_along_every_arrow() -> None:
    """S13: the tables of states are walked to the last arrow, those of R30 several times."""
    walked: Counter[Arrow] = Counter()

    for seed in SEEDS:
        walked += run(seed, steps=STEPS).watch.walked

    assert arrows() - set(walked) == set()
    parting = [arrow for arrow in arrows() if arrow[2].startswith(PARTING)]
    assert [arrow for arrow in parting if walked[arrow] < SELDOM] == []


def test_each_property_has_its_planted_bug() -> None:
    """No check of S1 to L4 goes without proof of its worth."""
    proved = {bug.name for bug in PLANTED}

    assert set(NAMES) - proved == WITHOUT_A_PLANTED_BUG


def test_lifecycle_document_is_drawn_from_the_tables() -> None:
    """S13: the published diagrams are those of the code."""
    assert DOCUMENT.read_text() == drawn(), "run: uv run python -m docs.draw_lifecycle"
