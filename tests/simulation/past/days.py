"""Past days made for tests: a list's callers run through the core, their facts kept."""

from datetime import datetime, timedelta
from random import Random

from tests.simulation.made_lists import AT_ONCE, BEGINS, poisson_calls

from ringback.core.events import Fact
from ringback.core.ids import CallId
from ringback.core.settings import CallbackMode, CallbackSettings
from ringback.simulation.call_list import ListedCall
from ringback.simulation.callers import plan_callers
from ringback.simulation.roster import FixedAfterCall, NoAfterCall, constant_roster
from ringback.simulation.run import Run
from ringback.simulation.scenario import AgentConduct, CallerConduct, LinePlan, Scenario
from ringback.simulation.tally import Tally

UNTIL = BEGINS + timedelta(days=1)


def busy_calls(number: int = 300, seed: int = 5) -> list[ListedCall]:
    """Calls that five agents do not quite manage."""
    chance = Random(seed)
    return poisson_calls(
        number,
        chance,
        per_second=1 / 22,
        service=lambda: chance.expovariate(1 / 120),
        patience=lambda: chance.expovariate(1 / 240),
    )


def lived_through(
    calls: list[ListedCall],
    *,
    agents: int = 5,
    mode: CallbackMode = CallbackMode.AUTOMATED,
    press_share: float = 0.4,
    conduct: AgentConduct = AT_ONCE,
    wrap_up: int = 0,
) -> tuple[list[Fact], Tally]:
    """Live through a day; its journal, and what was counted as it happened."""
    scenario = Scenario(
        line=LinePlan(CallbackSettings(mode=mode)),
        agents=conduct,
        callers=CallerConduct(press_share=press_share, pick_up_share=0.8),
    )
    callers = plan_callers(calls, patience={}, conduct=scenario.callers, learned_from=calls, seed=1)
    after_call = FixedAfterCall(wrap_up) if wrap_up else NoAfterCall()
    roster = constant_roster(agents, ["main"], 0.0, 86_000.0, after_call)
    facts: list[Fact] = []
    tally = Run(BEGINS, callers, roster, scenario).go(witness=facts.append)
    return facts, tally


def instant(seconds: float) -> datetime:
    return BEGINS + timedelta(seconds=seconds)


def call_id(number: int) -> CallId:
    return CallId(f"call-{number}")
