"""A replay plays callers and agents around the core, and counts what the core decides."""

from math import inf
from random import Random
from typing import Any

import pytest

from ringback.core.outcomes import COMPLETED, OutcomeReason, failed, not_reached
from ringback.core.settings import CallbackMode, CallbackSettings, WhenBusy
from ringback.simulation.call_list import Fate, ListedCall
from ringback.simulation.callers import plan_callers
from ringback.simulation.roster import Break, NoAfterCall, Roster, Shift
from ringback.simulation.run import Run
from ringback.simulation.scenario import AgentConduct, CallerConduct, LinePlan, Scenario
from ringback.simulation.tally import Tally

from .made_lists import AT_ONCE, BEGINS, NO_CALLBACKS, everybody_asks, poisson_calls, replay


def call(at: float, *, service: float = 100.0, patience: float = inf, **more: Any) -> ListedCall:
    return ListedCall(f"call-{at}", at, service=service, patience=patience, **more)


def busy_day(seed: int = 3) -> list[ListedCall]:
    chance = Random(seed)
    return poisson_calls(
        600,
        chance,
        per_second=1 / 20,
        service=lambda: chance.expovariate(1 / 120),
        patience=lambda: chance.expovariate(1 / 200),
        priority_share=0.2,
    )


def play(calls: list[ListedCall], roster: Roster, scenario: Scenario | None = None) -> Tally:
    chosen = scenario or Scenario(line=NO_CALLBACKS, agents=AT_ONCE)
    callers = plan_callers(calls, patience={}, conduct=chosen.callers, learned_from=calls, seed=1)
    return Run(BEGINS, callers, roster, chosen).go()


def test_callers_are_served_one_after_the_other() -> None:
    """One agent, three callers: the third waits for both before."""
    tally = replay([call(0), call(10), call(20)], agents=1)

    assert [wait.seconds for wait in tally.served] == [0, 90, 180]


def test_impatient_caller_hangs_up_at_the_end_of_patience() -> None:
    """Patience runs from joining the queue."""
    tally = replay([call(0), call(10, patience=30)], agents=1)

    assert [wait.seconds for wait in tally.abandoned] == [30]
    assert tally.abandoned_share == 0.5


def test_early_leaver_is_no_abandonment() -> None:
    """Who hangs up during the greeting never reached the queue."""
    tally = replay([call(0), call(5, greeting=8.0, fate=Fate.LEFT)], agents=1)

    assert (tally.calls, tally.left_early, len(tally.served)) == (2, 1, 1)


def test_priority_callers_come_first() -> None:
    """R11: items of priority lines come before the others."""
    tally = replay([call(0), call(10), call(20, priority=True)], agents=1)

    assert [wait.line_id for wait in tally.served] == ["main", "main-priority", "main"]


def test_caller_who_asks_is_called_back_in_the_same_place() -> None:
    """R12: the callback is served before the caller who came after it."""
    calls = [call(0, service=200), call(10), call(20)]
    scenario = everybody_asks()

    tally = replay(calls, agents=1, scenario=scenario)

    assert (tally.requested, tally.outcomes) == (2, {COMPLETED: 2})
    first, second = tally.called_back
    assert first.seconds == 189
    assert second.seconds > first.seconds


def test_customer_who_does_not_pick_up_is_not_reached() -> None:
    """R32: it rings for as long as the setting says, and is no failure of agents."""
    scenario = everybody_asks()
    deaf = CallerConduct(press_share=1, press_from=1, press_mean=0, pick_up_share=0)

    tally = replay([call(0), call(10)], agents=1, scenario=Scenario(scenario.line, AT_ONCE, deaf))

    assert tally.outcomes == {not_reached(OutcomeReason.CUSTOMER_NO_ANSWER): 1}


@pytest.mark.parametrize("retries", [0, 2])
def test_callback_declined_by_all_fails_after_its_retries(retries: int) -> None:
    """R16, R26: declines end each attempt, and with the last the callback."""
    scenario = everybody_asks(retries=retries)
    unwilling = AgentConduct(answer_after=0.0, decline_share=1.0)

    tally = replay(
        [call(0), call(10)], agents=1, scenario=Scenario(scenario.line, unwilling, scenario.callers)
    )

    assert tally.outcomes == {failed(OutcomeReason.DECLINED): 1}


def test_failing_at_once_when_busy_leaves_nobody_waiting() -> None:
    """R24: the article's note to the letter, against the default of waiting."""
    calls = [call(0, service=600), call(10)]

    at_once = replay(calls, agents=1, scenario=everybody_asks(when_busy=WhenBusy.FAIL))
    waiting = replay(calls, agents=1, scenario=everybody_asks())

    assert at_once.outcomes == {failed(OutcomeReason.NO_AVAILABLE_AGENT): 1}
    assert waiting.outcomes == {COMPLETED: 1}


def test_withheld_numbers_are_not_called_back() -> None:
    """R9: such a caller keeps the place and is answered as usual."""
    line = everybody_asks().line
    shy = CallerConduct(press_share=1, press_from=1, press_mean=0, withheld_share=1)

    tally = replay([call(0), call(10)], agents=1, scenario=Scenario(line, AT_ONCE, shy))

    assert (tally.requested, len(tally.served)) == (0, 2)


def test_break_lasts_its_time_from_the_end_of_the_call() -> None:
    """An agent is never torn out of a conversation, and rests for as long as planned."""
    here = frozenset({"main"})
    roster = Roster((Shift("anna", 0, 5000, here),), (Break("anna", 50, 300),), NoAfterCall())
    patient = LinePlan(CallbackSettings(mode=CallbackMode.OFF, respect_queuing_time=True))

    tally = play([call(0), call(150)], roster, Scenario(patient, AT_ONCE))

    assert [wait.seconds for wait in tally.served] == [0, 250]


def test_callers_reach_only_agents_of_their_line() -> None:
    """A free agent of another team does not help."""
    shifts = (
        Shift("anna", 0, 5000, frozenset({"sales"})),
        Shift("ben", 0, 5000, frozenset({"help"})),
    )
    calls = [call(0, line="sales"), call(10, line="sales"), call(20, line="help")]

    tally = play(calls, Roster(shifts))

    assert [(w.line_id, w.seconds) for w in tally.served] == [
        ("sales", 0),
        ("help", 0),
        ("sales", 90),
    ]


def test_everybody_is_counted_exactly_once() -> None:
    """S19: served, hung up, turned away or called back: nobody is lost, nobody doubled."""
    calls = busy_day()
    scenario = Scenario(callers=CallerConduct(press_share=0.4), agents=AgentConduct(miss_share=0.1))

    tally = replay(calls, agents=6, scenario=scenario)

    assert tally.calls == len(calls)
    assert tally.reached_queue + tally.left_early == len(calls)
    assert tally.outcomes.total() == tally.requested > 0


def test_same_seed_gives_the_same_day_and_another_does_not() -> None:
    """Chance comes from the seed alone."""
    calls = busy_day()

    def day(seed: int) -> list[float]:
        scenario = Scenario(agents=AgentConduct(miss_share=0.1), seed=seed)
        return [wait.seconds for wait in replay(calls, agents=6, scenario=scenario).served]

    assert day(1) == day(1)
    assert day(1) != day(2)


def test_interrupted_run_counts_what_was_done() -> None:
    """The run stops between two happenings, and its figures hold."""
    calls = busy_day()
    looks: list[int] = []

    def third_look() -> bool:
        looks.append(1)
        return len(looks) > 2

    callers = plan_callers(calls, patience={}, conduct=CallerConduct(), learned_from=calls, seed=1)
    roster = Roster((Shift("anna", 0, 90_000, frozenset({"main"})),))
    run = Run(BEGINS, callers, roster, Scenario())

    tally = run.go(interrupted=third_look)

    assert not run.finished
    assert 0 < tally.calls < len(calls)
    assert tally.online.total_seconds() > 0
