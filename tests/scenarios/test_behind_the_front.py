"""Several queues and several places: who leaves, who stays, who is rung elsewhere (R18 to R28)."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pytest

from ringback.core.events import RequestJoined, StepGivenUp
from ringback.core.flow import HoursStep, MenuStep, RingStep, Step
from ringback.core.flow_runner import DeadEnd, next_ring_step
from ringback.core.ids import AgentId, StepId
from ringback.core.inputs import ConfigureTeam, PublishFlow
from ringback.core.outcomes import OutcomeReason, failed
from ringback.core.settings import Team, WhenBusy
from ringback.core.states import AtEnd
from tests.scenarios.stage import START, TEAM, VOICEMAIL, Stage, flow_of, ring
from tests.scenarios.test_branching import OFFICE

LONG: list[Step] = [ring(ring_for=3600), VOICEMAIL]
NIGHT = START + timedelta(hours=12)


def hours(step_id: str, open_to: str, closed_to: str) -> HoursStep:
    return HoursStep(StepId(step_id), OFFICE, StepId(open_to), StepId(closed_to))


def menu(no_choice: str) -> MenuStep:
    return MenuStep(StepId("menu"), "en/menu", (), no_choice=StepId(no_choice))


def two_queues(**callbacks: Any) -> Stage:
    """One agent in two teams, each with a line and a queue of its own."""
    stage = Stage("x", teams={"support": ["x"], "sales": ["x"]}, steps=LONG, **callbacks)
    stage.give(PublishFlow(flow_of(ring(team="sales", ring_for=3600), VOICEMAIL, flow_id="sales")))
    stage.configure_line("sales", flow="sales")
    return stage


# ---- behind the front ----------------------------------------------------------------------


def test_live_caller_behind_a_callback_that_settles_leaves_when_nobody_is_left() -> None:
    """R20: at any position; what stands in front has its own time."""
    stage = Stage("x", steps=LONG)
    stage.occupy("x")
    front, behind = stage.arrive(), stage.arrive()
    stage.press(front)

    stage.offline("x")

    assert stage.waiting() == [stage.requested(front)]
    assert isinstance(stage.world.calls[behind].state, AtEnd)


def test_callback_behind_one_that_settles_is_over_when_all_have_declined_it() -> None:
    """R23: behind the front only then; it leaves although it was never judged."""
    stage = Stage("x", steps=LONG)
    stage.occupy("x")
    front = stage.arrive()
    callback = stage.ask(stage.arrive())
    stage.press(front)
    stage.hang_up("x")
    assert stage.rung_for("x") == callback

    stage.decline("x")

    assert stage.outcome(callback) == failed(OutcomeReason.DECLINED)
    assert stage.waiting() == [stage.requested(front)]


# ---- rung elsewhere ------------------------------------------------------------------------


@pytest.mark.parametrize("when_busy", [WhenBusy.FAIL, WhenBusy.WAIT, WhenBusy.FOLLOW_STEP])
def test_callback_waits_for_an_agent_who_is_rung_for_an_older_item(when_busy: WhenBusy) -> None:
    """R19, R24: being rung is no reason to give up, whatever is set for busy agents."""
    stage = two_queues(when_busy=when_busy)
    stage.occupy("x")
    older = stage.arrive()
    call = stage.arrive("sales")
    stage.press(call)
    callback = stage.requested(call)
    stage.hang_up("x")
    assert stage.rung_for("x") == older
    stage.caller_hangs_up(call)

    stage.wait(5)

    assert stage.waiting(flow="sales@1") == [callback]
    assert stage.rung_for("x") == older


def test_respected_queuing_time_waits_for_busy_agents_too() -> None:
    """R25: nobody is absent, and the one who is busy is waited for as ever."""
    stage = Stage("x", steps=LONG, respect_queuing_time=True)
    stage.occupy("x")

    callback = stage.ask(stage.arrive())
    live = stage.arrive()

    assert stage.waiting() == [callback, live]


def test_clock_of_the_second_queue_begins_although_the_first_has_none() -> None:
    """R24: one agent becomes busy for two queues at once."""
    stage = two_queues(busy_wait=timedelta(minutes=1))
    first, call = stage.arrive(), stage.arrive("sales")
    stage.press(call)
    callback = stage.requested(call)
    stage.caller_hangs_up(call)
    stage.wait(5)
    assert stage.rung_for("x") == first

    stage.take("x")
    stage.wait(60)

    assert callback not in stage.world.callbacks


# ---- who is in a team ----------------------------------------------------------------------


def test_agent_taken_off_a_team_is_rung_no_more_and_the_others_are() -> None:
    """R4: teams are those of the moment."""
    stage = Stage("x", "y", steps=LONG)

    stage.give(ConfigureTeam(Team(TEAM, TEAM, (AgentId("y"),))))
    call = stage.arrive()

    assert (stage.rung_for("x"), stage.rung_for("y")) == (None, call)


# ---- joining -------------------------------------------------------------------------------


def test_request_joins_behind_an_older_callback_of_another_line() -> None:
    """R10: the first of the customer's callbacks is not the one, the second is."""
    stage = Stage("x", steps=LONG)
    stage.configure_line("london")
    stage.occupy("x")
    stage.ask(stage.arrive("london", customer="marie"))
    callback = stage.ask(stage.arrive(customer="marie"))
    again = stage.arrive(customer="marie")

    stage.press(again)

    assert [event.callback_id for event in stage.events(RequestJoined)] == [callback]


# ---- the way behind closed doors -----------------------------------------------------------


@pytest.mark.parametrize(
    "steps",
    [
        [hours("one", "two", "voicemail"), hours("two", "ring", "voicemail")],
        [hours("one", "ring", "menu"), menu("voicemail")],
        [hours("one", "menu", "voicemail"), menu("ring")],
    ],
)
def test_way_that_another_hour_opens_is_closed(steps: list[Step]) -> None:
    """R18: behind a second door, beside a menu, and behind one."""
    flow = flow_of(*steps, ring(), VOICEMAIL)

    assert next_ring_step(flow, flow.first, NIGHT) == DeadEnd(closed=True)


def test_way_that_the_hour_leaves_open_is_taken() -> None:
    """R17: by day the same doors are open."""
    flow = flow_of(hours("one", "two", "voicemail"), hours("two", "ring", "voicemail"), *LONG)

    assert isinstance(next_ring_step(flow, flow.first, START), RingStep)


# ---- moving on in order --------------------------------------------------------------------


def test_callbacks_behind_a_front_that_is_over_follow_it_in_their_order() -> None:
    """R11, R24: each is judged when it comes to the front, at the same instant."""
    steps = [ring("one", then="two", ring_for=3600), ring("two", team="sales", ring_for=3600)]
    teams: dict[str, Sequence[str]] = {"support": ["x"], "sales": ["y"]}
    stage = Stage("x", "y", teams=teams, steps=[*steps, VOICEMAIL])
    stage.occupy("x", "y")
    callbacks = [stage.ask(stage.arrive()) for _ in range(4)]
    assert stage.waiting("one") == callbacks

    stage.offline("x")

    assert stage.waiting("two") == callbacks
    assert [event.item_id for event in stage.events(StepGivenUp)] == callbacks
