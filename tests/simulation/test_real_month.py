"""A real month of a bank's call centre, replayed and held against what really happened."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from ringback.core.settings import CallbackMode, CallbackSettings
from ringback.simulation.scenario import AgentConduct, LinePlan, Scenario
from ringback.simulation.study import Plan, observed, prepare

ROOT = Path(__file__).parents[2]
LIST = ROOT.parent / "shared" / "data" / "anonymous-bank-1999-02.csv.gz"
MARK = 0.02
"""How far the simulated share of hang-ups may be from the real one."""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.simulation,
    pytest.mark.skipif(not LIST.exists(), reason=f"the real month is not at {LIST.name}"),
]


def plan(*, first: datetime | None = None, seed: int = 1, callbacks: bool = False) -> Plan:
    mode = CallbackMode.AUTOMATED if callbacks else CallbackMode.OFF
    line = LinePlan(CallbackSettings(mode=mode, respect_queuing_time=True))
    scenario = Scenario(line=line, agents=AgentConduct(answer_after=0.0), seed=seed)
    return Plan(LIST, scenario, first=first)


def test_list_holds_the_facts_that_are_known_of_it() -> None:
    """33,344 calls, of whom 12.6 % of those who reached a queue or an agent hung up."""
    study = prepare(plan())
    real = observed(study.calls)

    assert len(study.calls) == 33_344
    assert real is not None
    assert (real["served"], real["abandoned"]) == (27_162, 3_932)
    assert real["abandoned_share"] == pytest.approx(0.126, abs=1e-3)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_fourth_week_is_foretold_from_the_first_three(seed: int) -> None:
    """Patience and after-call time of weeks 1 to 3 give the hang-ups of week 4."""
    study = prepare(plan(first=datetime(1999, 2, 22, tzinfo=UTC), seed=seed))
    real = observed(study.calls)

    tally, finished = study.run()

    assert finished
    assert real is not None
    assert tally.abandoned_share == pytest.approx(real["abandoned_share"], abs=MARK)


def test_callbacks_spare_callers_the_wait() -> None:
    """With callbacks fewer hang up, and everybody who asked has an outcome (L1)."""
    first = datetime(1999, 2, 22, tzinfo=UTC)

    without, _ = prepare(plan(first=first)).run()
    with_them, _ = prepare(plan(first=first, callbacks=True)).run()

    assert len(with_them.abandoned) < len(without.abandoned)
    assert with_them.outcomes.total() == with_them.requested > 0
