"""Ringing agents: availability, ring rules, endings of a step, dispatch (R19 to R28b)."""

from datetime import timedelta

import pytest
from tests.scenarios.stage import (
    TWO_TEAMS,
    VOICEMAIL,
    Stage,
    flow_of,
    in_turn,
    ring,
)

from ringback.core.events import (
    AttemptFailed,
    BusyWaitPaused,
    BusyWaitStarted,
    CallbackHeld,
    GiveUpCause,
    OffersMade,
    OffersRangOut,
    OffersWithdrawn,
    RingOutCause,
    StepGivenUp,
    WithdrawalCause,
)
from ringback.core.flow import RingRule
from ringback.core.ids import AgentId
from ringback.core.inputs import AgentConnected, AgentConnectionLost, FailureCause, PublishFlow
from ringback.core.outcomes import OutcomeReason, failed
from ringback.core.settings import DiallingPolicy, WhenBusy
from ringback.core.states import AtEnd, Standing

LONG = [ring(ring_for=3600), VOICEMAIL]
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
    front = stage.ask(stage.arrive())
    assert stage.waiting()[0] == callback

    stage.offline("x")

    assert stage.waiting() == [callback, front]


# ---- at the front with nobody available (R24, R25) ---------------------------------------


def test_nobody_even_busy_ends_the_step_at_once() -> None:
    """R24: all offline or in Do not disturb."""
    stage = Stage("x", "y")
    stage.offline("y")
    call = stage.arrive()
    stage.press(call)
    callback = stage.requested(call)
    stage.do_not_disturb("x")
    stage.caller_hangs_up(call)

    stage.wait(5)

    assert stage.outcome(callback) == NO_AGENT


def test_busy_agents_are_waited_for_up_to_the_setting() -> None:
    """R24: the default, an hour."""
    stage = Stage("x", busy_wait=timedelta(minutes=60))
    stage.occupy("x")
    callback = stage.ask(stage.arrive())
    stage.wait(3599)
    assert callback in stage.world.callbacks

    stage.wait(1)

    assert stage.outcome(callback) == NO_AGENT
    assert stage.events(StepGivenUp)[-1].cause is GiveUpCause.WAITED_TOO_LONG


@pytest.mark.parametrize(("even_if_busy", "waits"), [(True, 45), (False, 0)])
def test_follow_the_step(even_if_busy: bool, waits: float) -> None:
    """R24: at most the step's time, or over at once."""
    step = ring(ring_for=45, even_if_busy=even_if_busy)
    stage = Stage("x", "y", steps=[step, VOICEMAIL], when_busy=WhenBusy.FOLLOW_STEP)
    stage.occupy("x")
    call = stage.arrive()
    assert stage.rung_for("y") == call
    stage.press(call)
    callback = stage.requested(call)
    stage.occupy("y")
    stage.caller_hangs_up(call)
    stage.wait(5)

    if waits:
        stage.wait(waits - 1)
        assert callback in stage.world.callbacks
        stage.wait(1)

    assert stage.outcome(callback) == NO_AGENT


def test_clock_stands_still_behind_the_front() -> None:
    """R24: it starts at the front, once."""
    stage = Stage("x", steps=[ring(ring_for=1800), VOICEMAIL], busy_wait=timedelta(minutes=1))
    stage.occupy("x")
    first = stage.arrive()
    callback = stage.ask(stage.arrive())
    stage.wait(300)
    assert stage.events(BusyWaitStarted) == []

    stage.caller_hangs_up(first)
    stage.wait(59)

    assert callback in stage.world.callbacks
    stage.wait(1)
    assert stage.outcome(callback) == NO_AGENT


def test_clock_stands_still_while_held_and_goes_on_after() -> None:
    """R24, R28b: what was counted stays counted."""
    stage = Stage("x", steps=LONG, busy_wait=timedelta(minutes=1))
    stage.occupy("x")
    callback = stage.ask(stage.arrive(customer="marie"))
    stage.wait(40)
    again = stage.arrive(customer="marie")
    stage.wait(600)
    assert len(stage.events(BusyWaitPaused)) == 1
    stage.caller_hangs_up(again)
    stage.wait(19)
    assert callback in stage.world.callbacks

    stage.wait(1)

    assert stage.outcome(callback) == NO_AGENT


def test_ringing_in_progress_is_not_cut_short_by_the_clock() -> None:
    """R24: over only when the ringing has ended."""
    stage = Stage("x", "y", steps=LONG, busy_wait=timedelta(minutes=1))
    stage.occupy("x", "y")
    callback = stage.ask(stage.arrive())
    stage.wait(50)
    stage.hang_up("x")
    stage.wait(30)
    assert stage.rung_for("x") == callback

    stage.decline("x")

    assert stage.outcome(callback) == failed(OutcomeReason.DECLINED)


def test_respected_queuing_time_waits_for_absent_agents() -> None:
    """R25: offline agents are waited for like busy ones."""
    stage = Stage("x", respect_queuing_time=True, steps=LONG)
    stage.offline("x")
    callback = stage.ask(stage.arrive())
    live = stage.arrive()
    assert stage.waiting() == [callback, live]

    stage.online("x")

    assert stage.rung_for("x") == callback


def test_respected_queuing_time_leaves_busy_agents_to_the_step() -> None:
    """R25: *ring even if busy* off still gives busy agents up, *fail at once* stays at once."""
    step = ring(ring_for=600, even_if_busy=False)
    stage = Stage("x", respect_queuing_time=True, steps=[step, VOICEMAIL], when_busy=WhenBusy.FAIL)
    stage.occupy("x")

    live = stage.arrive()

    assert isinstance(stage.world.calls[live].state, AtEnd)
    stage.hang_up("x")
    call = stage.arrive()
    stage.press(call)
    callback = stage.requested(call)
    stage.offline("x")
    stage.caller_hangs_up(call)
    stage.wait(5)
    assert stage.outcome(callback) == NO_AGENT


def test_retries_are_used_up_before_the_callback_fails() -> None:
    """R26: recorded with the reason of the last attempt."""
    stage = Stage("x", retries=1, steps=[ring(ring_for=10), VOICEMAIL])
    callback = stage.ask(stage.arrive())
    stage.wait(10)
    assert stage.rung_for("x") == callback

    stage.decline("x")

    assert [e.reason for e in stage.events(AttemptFailed)] == [
        OutcomeReason.NO_ANSWER,
        OutcomeReason.DECLINED,
    ]
    assert stage.outcome(callback) == failed(OutcomeReason.DECLINED)


# ---- dispatch (R28, R28b) ----------------------------------------------------------------


def test_freed_agent_goes_to_the_oldest_item_over_all_queues() -> None:
    """R28: queues of several flows, one agent in both teams."""
    stage = Stage("x", teams={"support": ["x"], "sales": ["x"]}, steps=LONG)
    stage.give(PublishFlow(flow_of(ring(team="sales", ring_for=3600), VOICEMAIL, flow_id="sales")))
    stage.configure_line("sales", flow="sales")
    stage.occupy("x")
    older = stage.arrive("sales")
    stage.arrive()

    stage.hang_up("x")

    assert stage.rung_for("x") == older


def test_freed_agent_joins_an_older_simultaneous_ringing() -> None:
    """R28: rather than serving a later item."""
    stage = Stage("x", "y", steps=LONG)
    stage.occupy("y")
    older = stage.arrive()
    later = stage.arrive()
    assert stage.rung_for("x") == older

    stage.hang_up("y")

    assert stage.rung_for("y") == older
    stage.take("y")
    assert stage.rung_for("x") == later


def test_barred_agent_serves_the_next_item() -> None:
    """R28: a place in front never keeps an agent who cannot be used."""
    stage = Stage("x", "y", steps=LONG)
    stage.occupy("y")
    callback = stage.ask(stage.arrive())
    later = stage.arrive()

    stage.decline("x")

    assert stage.waiting() == [callback, later]
    assert stage.rung_for("x") == later


def test_deadlines_are_settled_in_due_order_each_with_its_pass() -> None:
    """R28: after a long silence everything happens as if on time."""
    stage = Stage("x", steps=[ring(ring_for=20), VOICEMAIL], retries=1)
    callback = stage.ask(stage.arrive())
    stage.now += timedelta(hours=2)

    stage.arrive()

    failed_at = [fact.at for fact in stage.facts if isinstance(fact.event, AttemptFailed)]
    assert failed_at[1] - failed_at[0] == timedelta(seconds=20)
    assert stage.outcome(callback) == failed(OutcomeReason.NO_ANSWER)


def test_rate_limit_holds_the_callback_until_it_allows() -> None:
    """R28b, R48: no card meanwhile, no attempt used."""
    stage = Stage("x", steps=LONG)
    stage.configure_line(dialling=DiallingPolicy(line_hour_max=1))
    first = stage.ask(stage.arrive())
    stage.take("x")
    stage.customer_answers(first)
    stage.hang_up("x")
    second = stage.ask(stage.arrive())
    assert stage.rung_for("x") is None
    assert [e.callback_id for e in stage.events(CallbackHeld)] == [second]

    stage.wait(3600)

    assert stage.rung_for("x") == second


def test_number_refused_since_the_request_fails_without_a_card() -> None:
    """R28b: the policy of the moment is asked before a card is shown."""
    stage = Stage("x", steps=LONG)
    stage.occupy("x")
    callback = stage.ask(stage.arrive())
    stage.configure_line(dialling=DiallingPolicy(countries=("BE",)))

    stage.hang_up("x")

    assert stage.rung_for("x") is None
    assert stage.outcome(callback) == failed(OutcomeReason.DESTINATION_REFUSED)


def test_dial_goes_on_when_the_customer_phones_in_after_the_accept() -> None:
    """R28b: held is only what waits."""
    stage = Stage("x", steps=LONG)
    callback = stage.ask(stage.arrive(customer="marie"))
    stage.accept("x")
    stage.arrive(customer="marie")

    stage.phone_up("x")
    stage.customer_fails(callback, FailureCause.BUSY)

    assert stage.outcome(callback).reason is OutcomeReason.CUSTOMER_BUSY
