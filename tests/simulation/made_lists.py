"""Call lists made for tests: random ones of known laws, and small ones row by row."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import Any

from ringback.core.settings import CallbackMode, CallbackSettings
from ringback.simulation.call_list import ListedCall
from ringback.simulation.callers import plan_callers
from ringback.simulation.roster import NoAfterCall, constant_roster
from ringback.simulation.run import Run
from ringback.simulation.scenario import AgentConduct, CallerConduct, LinePlan, Scenario
from ringback.simulation.tally import Tally

BEGINS = datetime(2026, 3, 2, tzinfo=UTC)
AT_ONCE = AgentConduct(answer_after=0.0)
NO_CALLBACKS = LinePlan(CallbackSettings(mode=CallbackMode.OFF))
Draw = Callable[[], float]


def poisson_calls(
    number: int,
    chance: Random,
    *,
    per_second: float,
    service: Draw,
    patience: Draw,
    priority_share: float = 0.0,
) -> list[ListedCall]:
    """Draw calls that arrive independently of each other."""
    at, calls = 0.0, []
    for index in range(number):
        at += chance.expovariate(per_second)
        calls.append(
            ListedCall(
                f"call-{index}",
                at,
                service=service(),
                patience=patience(),
                priority=chance.random() < priority_share,
            )
        )
    return calls


def replay(
    calls: list[ListedCall],
    *,
    agents: int,
    scenario: Scenario | None = None,
    after: float = 86_400.0 * 30,
) -> Tally:
    """Run calls against a constant team that stays for so long after the last of them."""
    chosen = scenario or Scenario(line=NO_CALLBACKS, agents=AT_ONCE)
    callers = plan_callers(
        calls, patience={}, conduct=chosen.callers, learned_from=calls, seed=chosen.seed
    )
    lines = sorted({call.line for call in calls})
    roster = constant_roster(agents, lines, 0.0, calls[-1].arrives + after, NoAfterCall())
    return Run(BEGINS, callers, roster, chosen).go()


def everybody_asks(**settings: Any) -> Scenario:
    """A scenario in which each caller presses `*` a second after joining, and picks up."""
    return Scenario(
        line=LinePlan(CallbackSettings(**settings)),
        agents=AT_ONCE,
        callers=CallerConduct(press_share=1.0, press_from=1.0, press_mean=0.0, pick_up_share=1.0),
    )


def write_list(path: Path, header: str, rows: Iterable[str]) -> Path:
    path.write_text("\n".join([header, *rows]) + "\n")
    return path
