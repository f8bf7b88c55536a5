"""Ringing agents: availability, ring rules, endings of a step, dispatch (R19 to R28b)."""

import pytest

from ringback.core.events import (
    AttemptFailed,
    GiveUpCause,
    OffersMade,
    OffersRangOut,
    OffersWithdrawn,
    RingOutCause,
    StepGivenUp,
    WithdrawalCause,
)
from ringback.core.flow import RingRule, Step
from ringback.core.ids import AgentId
from ringback.core.inputs import AgentConnected, AgentConnectionLost, PublishFlow
from ringback.core.outcomes import OutcomeReason, failed
from ringback.core.states import AtEnd, Standing
from tests.scenarios.stage import (
    TWO_TEAMS,
    VOICEMAIL,
    Stage,
    flow_of,
    in_turn,
    ring,
)

LONG: list[Step] = [ring(ring_for=3600), VOICEMAIL]
NO_AGENT = failed(OutcomeReason.NO_AVAILABLE_AGENT)


# ---- who is available (R19) --------------------------------------------------------------


def test_wrap_up_counts_as_busy() -> None:
    """R19: rung only when wrap-up has ended."""
    stage = Stage("x", wrap_up=20, steps=LONG)
    stage.occupy("x")
    call = stage.arrive()
    stage.hang_up("x")
    assert stage.rung_for("x") is None

    stage.wait(20)

    assert stage.rung_for("x") == call


def test_do_not_disturb_outweighs_a_communication() -> None:
    """R19: the first of the reasons decides; nobody is even busy, so the step is over at once."""
    stage = Stage("x", steps=LONG)
    stage.occupy("x")

    stage.do_not_disturb("x")

    assert stage.world.agents[AgentId("x")].standing is Standing.ABSENT
    callback_call = stage.arrive()
    assert isinstance(stage.world.calls[callback_call].state, AtEnd)


def test_lost_connection_counts_as_offline_after_a_minute() -> None:
    """R19: busy for 60 s, then nobody is even busy."""
    stage = Stage("x", steps=LONG)
    callback = stage.ask(stage.arrive())
    stage.give(AgentConnectionLost(AgentId("x")))
    stage.wait(59)
    assert callback in stage.world.callbacks

    stage.wait(1)

    assert stage.outcome(callback) == NO_AGENT


def test_agent_on_a_call_is_busy_however_long_the_connection_is_lost() -> None:
    """R19: a communication outweighs a lost connection."""
    stage = Stage("x", steps=LONG)
    stage.occupy("x")
    callback = stage.ask(stage.arrive())
    stage.give(AgentConnectionLost(AgentId("x")))

    stage.wait(600)

    assert callback in stage.world.callbacks


@pytest.mark.parametrize("leave", ["offline", "do_not_disturb", "lost"])
def test_agent_who_leaves_has_neither_declined_nor_rung_out(leave: str) -> None:
    """R19: the offer is withdrawn and may come again."""
    stage = Stage("x", "y", steps=LONG)
    stage.occupy("y")
    callback = stage.ask(stage.arrive())
    if leave == "lost":
        stage.give(AgentConnectionLost(AgentId("x")))
    else:
        getattr(stage, leave)("x")
    assert stage.events(OffersWithdrawn)[-1].cause is WithdrawalCause.AGENT_LEFT

    stage.online("x")
    stage.give(AgentConnected(AgentId("x")))

    assert stage.rung_for("x") == callback


def test_being_rung_for_another_item_is_no_reason_to_give_up() -> None:
    """R19: also for a live caller where busy agents are not waited for."""
    stage = Stage("x", steps=[ring(ring_for=600, even_if_busy=False), VOICEMAIL])
    first = stage.arrive()

    second = stage.arrive()

    assert stage.rung_for("x") == first
    assert stage.waiting() == [first, second]
    stage.take("x")
    assert isinstance(stage.world.calls[second].state, AtEnd)


def test_being_rung_in_another_queue_is_no_reason_to_give_up() -> None:
    """R19: a live caller at the front of a queue whose only agent is rung for an older one."""
    stage = Stage("x", teams={"support": ["x"], "sales": ["x"]}, steps=LONG)
    step = ring(team="sales", ring_for=600, even_if_busy=False)
    stage.give(PublishFlow(flow_of(step, VOICEMAIL, flow_id="sales")))
    stage.configure_line("sales", flow="sales")
    older = stage.arrive()

    waiting = stage.arrive("sales")

    assert stage.rung_for("x") == older
    assert stage.waiting(flow="sales@1") == [waiting]


# ---- ring steps for live callers (R20) ---------------------------------------------------


def test_live_caller_leaves_at_once_when_all_are_busy_and_that_is_not_waited_for() -> None:
    """R20: *ring even if busy* off."""
    stage = Stage("x", steps=[ring(even_if_busy=False), VOICEMAIL])
    stage.occupy("x")

    call = stage.arrive()

    assert isinstance(stage.world.calls[call].state, AtEnd)
    assert stage.events(StepGivenUp)[-1].cause is GiveUpCause.NOBODY_LEFT


def test_live_callers_leave_at_any_position_when_nobody_is_left() -> None:
    """R20: the last agent goes offline."""
    stage = Stage("x", "y", steps=LONG)
    stage.occupy("x")
    stage.offline("y")
    calls = [stage.arrive() for _ in range(3)]

    stage.offline("x")

    assert all(isinstance(stage.world.calls[call].state, AtEnd) for call in calls)


def test_stay_of_a_live_caller_is_bounded_while_ringing() -> None:
    """R20: `ring_for` runs from joining the step."""
    stage = Stage("x", steps=[ring(ring_for=40), VOICEMAIL])
    stage.occupy("x")
    call = stage.arrive()
    stage.wait(30)
    stage.hang_up("x")
    assert stage.rung_for("x") == call

    stage.wait(10)

    assert stage.rung_for("x") is None
    assert stage.events(OffersRangOut)[-1].cause is RingOutCause.STEP_TIME_OVER


def test_random_rule_rings_each_agent_once() -> None:
    """R20: one by one, in an order drawn by chance, nobody twice."""
    names = ["a", "b", "c", "d"]
    stage = Stage(*names, steps=[ring(rule=RingRule.RANDOM, ring_for=600, each=10), VOICEMAIL])
    call = stage.arrive()

    stage.wait(40)

    rung = [terms.agent_id for e in stage.events(OffersMade) for terms in e.offers]
    assert sorted(rung) == names
    assert isinstance(stage.world.calls[call].state, AtEnd)


def test_random_choice_depends_on_chance_alone() -> None:
    """R20: other numbers drawn, other agents rung; the same numbers, the same agents."""

    def first_rung(chance: int) -> str:
        stage = Stage(*"abcdefgh", steps=[ring(rule=RingRule.RANDOM), VOICEMAIL])
        stage.chance = chance
        stage.arrive()
        return stage.events(OffersMade)[0].offers[0].agent_id

    seen = [first_rung(chance) for chance in range(200)]

    assert set(seen) == set("abcdefgh")
    assert seen == [first_rung(chance) for chance in range(200)]


# ---- ring steps for callbacks (R21 to R23) -----------------------------------------------


def test_only_seconds_of_ringing_count_for_a_callback() -> None:
    """R21: the step's clock stands while nobody is being rung."""
    stage = Stage("x", "y", steps=[ring(ring_for=30), VOICEMAIL])
    stage.occupy("y")
    callback = stage.ask(stage.arrive())
    stage.wait(20)
    stage.decline("x")
    stage.wait(900)
    stage.hang_up("y")
    stage.wait(9.9)
    assert callback in stage.world.callbacks

    stage.wait(0.1)

    assert stage.outcome(callback) == failed(OutcomeReason.NO_ANSWER)


def test_no_agent_is_rung_more_than_a_minute_for_one_callback() -> None:
    """R21: then it is that agent's ring-out, and colleagues are waited for."""
    stage = Stage("x", "y", steps=[ring(ring_for=300), VOICEMAIL])
    stage.occupy("y")
    callback = stage.ask(stage.arrive())

    stage.wait(60)

    assert stage.rung_for("x") is None
    assert stage.events(OffersRangOut)[-1].cause is RingOutCause.AGENT_TIME_OVER
    stage.hang_up("y")
    assert (stage.rung_for("x"), stage.rung_for("y")) == (None, callback)


def test_agent_rung_again_after_a_withdrawal_has_what_is_left() -> None:
    """R21: 40 s were used up."""
    stage = Stage("x", "y", steps=[ring(ring_for=300), VOICEMAIL])
    stage.occupy("y")
    stage.ask(stage.arrive())
    stage.wait(40)
    stage.do_not_disturb("x")
    stage.online("x")

    stage.wait(20)

    assert stage.rung_for("x") is None


def test_decliner_is_not_rung_again_in_the_attempt() -> None:
    """R22: not even in a later step; that step is passed over when it has no one else."""
    stage = Stage(
        "x",
        steps=[ring("one", then="two"), ring("two"), VOICEMAIL],
    )
    callback = stage.ask(stage.arrive())

    stage.decline("x")

    assert stage.outcome(callback) == failed(OutcomeReason.DECLINED)
    assert len(stage.events(OffersMade)) == 2


def test_decliner_is_spared_in_a_later_step_while_a_colleague_is_rung() -> None:
    """R22: x declined in the first step, y let it ring out and may be rung again."""
    first = ring("one", then="two", ring_for=10)
    stage = Stage("x", "y", steps=[first, ring("two"), VOICEMAIL])
    callback = stage.ask(stage.arrive())
    stage.decline("x")

    stage.wait(10)

    assert stage.waiting("two") == [callback]
    assert (stage.rung_for("x"), stage.rung_for("y")) == (None, callback)


def test_agent_who_let_it_ring_out_may_be_rung_in_a_later_step() -> None:
    """R22: a ring-out bars for the step alone."""
    stage = Stage("x", steps=[ring("one", then="two", ring_for=10), ring("two"), VOICEMAIL])
    callback = stage.ask(stage.arrive())

    stage.wait(10)

    assert stage.rung_for("x") == callback


def test_step_over_goes_on_to_the_next_ring_step() -> None:
    """R23: the attempt fails only behind the last one."""
    stage = Stage("x", "y", teams=TWO_TEAMS, steps=in_turn(20))
    callback = stage.ask(stage.arrive())

    stage.decline("x")

    assert stage.rung_for("y") == callback
    assert stage.events(AttemptFailed) == []


def test_ring_out_weighs_more_than_a_decline() -> None:
    """R23: the attempt's reason."""
    stage = Stage("x", "y", steps=[ring(ring_for=30), VOICEMAIL])
    callback = stage.ask(stage.arrive())
    stage.decline("x")

    stage.wait(30)

    assert stage.outcome(callback) == failed(OutcomeReason.NO_ANSWER)


def test_callback_behind_the_front_is_over_only_when_all_have_refused_it() -> None:
    """R23: no judgement by availability behind the front."""
    stage = Stage("x", "y", steps=LONG, respect_queuing_time=True)
    front = stage.arrive()
    callback = stage.ask(stage.arrive())
    assert stage.rung_for("x") == front
    stage.take("x")
    stage.offline("y")
    behind = stage.ask(stage.arrive())
    assert stage.waiting()[0] == callback

    stage.offline("x")

    assert stage.waiting() == [callback, behind]


def test_callback_behind_one_that_settles_is_not_judged() -> None:
    """R23, R24: nobody is available, but what stands in front still keeps its place."""
    stage = Stage("x", steps=LONG)
    stage.occupy("x")
    front = stage.arrive()
    behind = stage.ask(stage.arrive())
    stage.press(front)

    stage.offline("x")

    assert stage.waiting() == [stage.requested(front), behind]
