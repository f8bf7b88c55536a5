"""Clocks that are stopped, added up, or stand at a limit exactly (R19, R21, R24, R31, R48, R49)."""

from collections.abc import Sequence
from datetime import timedelta

import pytest

from ringback.core.deadlines import AGENDA_SLACK
from ringback.core.events import (
    AgentStatusSet,
    BusyWaitStarted,
    CallbackHeld,
    DialFailed,
    Fact,
    HoldCause,
    OffersWithdrawn,
    SettlingStarted,
    WithdrawalCause,
    WrapUpEnded,
)
from ringback.core.flow import RingRule, Step
from ringback.core.ids import AgentId
from ringback.core.inputs import (
    AgentConnected,
    AgentConnectionLost,
    CancelCallback,
    CancelReason,
    EndWrapUp,
    FailureCause,
    PhoneSystemListed,
    PhoneSystemLost,
    SetAgentStatus,
)
from ringback.core.outcomes import OutcomeReason, failed, not_reached
from ringback.core.refusals import RefusalCode
from ringback.core.settings import AgentStatus, CallbackMode, DiallingPolicy
from ringback.core.states import Standing
from tests.scenarios.stage import VOICEMAIL, Stage, ring

LONG: list[Step] = [ring(ring_for=3600), VOICEMAIL]
NO_AGENT = failed(OutcomeReason.NO_AVAILABLE_AGENT)
X = AgentId("x")


def pause(stage: Stage, name: str = "x") -> None:
    """Take back what rings an agent, and let it come again at once."""
    stage.do_not_disturb(name)
    stage.online(name)


# ---- ringing -------------------------------------------------------------------------------


def test_seconds_of_several_ringings_are_added_up() -> None:
    """R21: ten and ten, and ten are left of thirty."""
    stage = Stage("x", "y", steps=[ring(ring_for=30), VOICEMAIL])
    stage.occupy("y")
    callback = stage.ask(stage.arrive())
    for _ in range(2):
        stage.wait(10)
        pause(stage)

    stage.wait(9.9)

    assert stage.rung_for("x") == callback
    stage.wait(0.1)
    assert stage.outcome(callback) == failed(OutcomeReason.NO_ANSWER)


def test_seconds_before_an_accept_are_added_to_those_before() -> None:
    """R21, R29: ten, ten until the accept that came to nothing, and ten are left for y."""
    stage = Stage("x", "y", steps=[ring(ring_for=30), VOICEMAIL])
    stage.occupy("y")
    callback = stage.ask(stage.arrive())
    stage.wait(10)
    pause(stage)
    stage.wait(10)
    stage.accept("x")
    stage.wait(15)
    stage.hang_up("y")

    stage.wait(9.9)

    assert stage.rung_for("y") == callback
    stage.wait(0.1)
    assert stage.outcome(callback) == failed(OutcomeReason.NO_ANSWER)


# ---- when everyone is busy -----------------------------------------------------------------


def test_clock_at_the_front_adds_up_over_several_holds() -> None:
    """R24, R28b: three times twenty seconds are the minute."""
    stage = Stage("x", steps=LONG, busy_wait=timedelta(minutes=1))
    stage.occupy("x")
    callback = stage.ask(stage.arrive(customer="marie"))
    for _ in range(2):
        stage.wait(20)
        again = stage.arrive(customer="marie")
        stage.wait(100)
        stage.caller_hangs_up(again)

    stage.wait(19.9)

    assert callback in stage.world.callbacks
    stage.wait(0.1)
    assert stage.outcome(callback) == NO_AGENT


def test_clock_does_not_begin_while_somebody_is_rung() -> None:
    """R24: x is rung for fifty seconds; the minute begins when nobody is available."""
    stage = Stage("x", "y", steps=LONG, busy_wait=timedelta(minutes=1))
    stage.occupy("y")
    callback = stage.ask(stage.arrive())
    stage.wait(50)
    assert stage.events(BusyWaitStarted) == []
    stage.decline("x")

    stage.wait(59.9)

    assert callback in stage.world.callbacks
    stage.wait(0.1)
    assert stage.outcome(callback) == failed(OutcomeReason.DECLINED)


def test_one_agent_who_becomes_busy_starts_the_clocks_of_all_their_queues() -> None:
    """R24: a live caller stands at the front of one queue, a callback at that of the other."""
    teams: dict[str, Sequence[str]] = {"support": ["x", "y"], "sales": ["x"]}
    steps = [ring("one", then="two", ring_for=5), ring("two", team="sales", ring_for=900)]
    stage = Stage("x", "y", teams=teams, steps=[*steps, VOICEMAIL], busy_wait=timedelta(minutes=1))
    stage.occupy("x", "y")
    call = stage.arrive()
    stage.wait(5)
    assert stage.waiting("two") == [call]
    callback = stage.ask(call)
    live = stage.arrive()
    assert stage.waiting("one") == [live]

    stage.wait(60)

    assert callback not in stage.world.callbacks


# ---- agents --------------------------------------------------------------------------------


def test_connection_lost_again_counts_as_busy_for_another_minute() -> None:
    """R19: offline by then, back, and lost once more."""
    stage = Stage("x", steps=LONG)
    stage.give(AgentConnectionLost(X))
    stage.wait(60)
    assert stage.world.agents[X].standing is Standing.ABSENT
    stage.give(AgentConnected(X))

    stage.give(AgentConnectionLost(X))

    assert stage.world.agents[X].standing is Standing.BUSY


def test_reports_of_connections_that_change_nothing_leave_no_trace() -> None:
    """S23: connected although never lost, lost although lost already."""
    stage = Stage("x")
    before = stage.world.sequence
    stage.give(AgentConnected(X))
    stage.give(AgentConnected(AgentId("?")))
    stage.give(AgentConnectionLost(AgentId("?")))
    assert stage.world.sequence == before
    stage.give(AgentConnectionLost(X))
    lost = stage.world.sequence

    stage.give(AgentConnectionLost(X))

    assert stage.world.sequence == lost


def test_longest_idle_counts_from_the_end_of_wrap_up() -> None:
    """R20: x was free before y, but has just finished wrapping up."""
    steps: list[Step] = [ring(ring_for=300, rule=RingRule.LONGEST_IDLE), VOICEMAIL]
    stage = Stage("x", "y", steps=steps, wrap_up=30)
    stage.occupy("x")
    stage.wait(1)
    stage.hang_up("x")
    stage.wait(10)
    stage.do_not_disturb("y")
    stage.online("y")
    stage.wait(30)

    call = stage.arrive()

    assert stage.rung_for("y") == call


def test_agent_who_ends_the_wrap_up_is_rung_at_once() -> None:
    """R30: for who waits; afterwards there is nothing left to end, nor to correct (R31)."""
    stage = Stage("x", steps=LONG, wrap_up=30)
    stage.occupy("x")
    waiting = stage.arrive()
    stage.hang_up("x")
    assert stage.rung_for("x") is None

    stage.give(EndWrapUp(X))

    assert stage.rung_for("x") == waiting
    assert stage.replayed().agents[X].wrap_up_until is None
    assert stage.refuses(EndWrapUp(X)).code is RefusalCode.AGENT_NOT_IN_WRAP_UP


def test_dial_that_reached_nobody_is_followed_by_no_wrap_up() -> None:
    """R30, R32: there was no conversation; the next item rings at once."""
    stage = Stage("x", steps=LONG, wrap_up=20)
    callback = stage.ask(stage.arrive())
    stage.take("x")
    waiting = stage.arrive()

    stage.customer_fails(callback, FailureCause.BUSY)

    assert stage.rung_for("x") == waiting


def test_agent_without_wrap_up_is_free_without_a_word() -> None:
    """R19: nothing ends that never began."""
    stage = Stage("x", steps=LONG)
    call = stage.arrive()
    stage.take("x")

    stage.caller_hangs_up(call)

    assert stage.events(WrapUpEnded) == []


# ---- callbacks -----------------------------------------------------------------------------


def test_manual_request_does_not_settle() -> None:
    """R35: it waits for a hand, not for a time."""
    stage = Stage("x", mode=CallbackMode.MANUAL)
    stage.occupy("x")

    stage.ask(stage.arrive())

    assert stage.events(SettlingStarted) == []


def test_callback_cancelled_while_it_settles_is_over() -> None:
    """R49, R7: what was due for it comes to nothing."""
    stage = Stage("x", steps=LONG)
    call = stage.arrive()
    stage.press(call)
    callback = stage.requested(call)
    stage.caller_hangs_up(call)

    stage.give(CancelCallback(callback, CancelReason.BY_USER))
    stage.wait(60)

    assert stage.outcome(callback).reason is OutcomeReason.BY_USER
    assert stage.rung_for("x") is None


def test_customer_may_be_called_again_after_exactly_a_day() -> None:
    """R48: one a day, and a day has passed."""
    stage = Stage("x", steps=LONG, age_max=timedelta(days=2))
    stage.configure_line(dialling=DiallingPolicy(customer_day_max=1))
    callback = stage.ask(stage.arrive(customer="marie"))
    stage.take("x")
    dialled_at = stage.now
    stage.customer_answers(callback)
    stage.hang_up("x")
    again = stage.ask(stage.arrive(customer="marie"))
    assert stage.rung_for("x") is None

    stage.wait((dialled_at + timedelta(days=1) - stage.now).total_seconds())

    assert stage.rung_for("x") == again


def test_of_two_limits_the_later_one_holds() -> None:
    """R48: the line allows another one in an hour, the customer only tomorrow."""
    stage = Stage("x", steps=LONG)
    stage.configure_line(dialling=DiallingPolicy(customer_day_max=1, line_hour_max=1))
    callback = stage.ask(stage.arrive(customer="marie"))
    stage.take("x")
    dialled_at = stage.now
    stage.customer_answers(callback)
    stage.hang_up("x")

    stage.ask(stage.arrive(customer="marie"))

    (held,) = [event for event in stage.events(CallbackHeld) if event.cause is HoldCause.RATE_LIMIT]
    assert held.until == dialled_at + timedelta(days=1)


def test_limit_reached_between_card_and_dial_holds_until_it_allows() -> None:
    """R48, R28b: x and y accept at once, and the line may dial one an hour."""
    stage = Stage("x", "y", steps=[ring(ring_for=3600, rule=RingRule.LONGEST_IDLE), VOICEMAIL])
    stage.configure_line(dialling=DiallingPolicy(line_hour_max=1))
    first, second = stage.arrive(), stage.arrive()
    for call in (first, second):
        stage.press(call)
    callbacks = [stage.requested(first), stage.requested(second)]
    stage.caller_hangs_up(first)
    stage.caller_hangs_up(second)
    stage.wait(5)
    assert [stage.rung_for("x"), stage.rung_for("y")] == callbacks
    stage.accept("x")
    stage.accept("y")
    stage.phone_up("x")

    stage.phone_up("y")

    assert stage.events(OffersWithdrawn)[-1].cause is WithdrawalCause.HELD
    assert stage.waiting() == [callbacks[1]]
    stage.wait(3600)
    assert stage.rung_for("y") == callbacks[1]


def test_dial_unheard_of_while_the_phones_are_away_has_an_unknown_outcome() -> None:
    """R33: the list, not the time, says that nobody can tell whether the phone rang."""
    stage = Stage("x", steps=LONG)
    callback = stage.ask(stage.arrive())
    stage.take("x")
    stage.give(PhoneSystemLost())

    stage.wait(45)
    assert callback in stage.world.callbacks

    stage.give(PhoneSystemListed(()))

    assert stage.outcome(callback) == not_reached(OutcomeReason.OUTCOME_UNKNOWN)


@pytest.mark.parametrize("cause", list(FailureCause))
def test_failed_dial_is_in_the_journal_with_its_cause(cause: FailureCause) -> None:
    """R43: what the phone network said."""
    stage = Stage("x", steps=LONG)
    callback = stage.ask(stage.arrive())
    stage.take("x")

    stage.customer_fails(callback, cause)

    assert [event.cause for event in stage.events(DialFailed)] == [cause]


def test_dials_of_a_callback_are_counted() -> None:
    """R33: the trunk failed once, then it was dialled again."""
    stage = Stage("x", steps=LONG)
    callback = stage.ask(stage.arrive())
    stage.take("x")
    stage.customer_fails(callback, FailureCause.TRUNK)
    stage.wait(30)

    stage.take("x")

    assert stage.world.callbacks[callback].dials == 2


# ---- the agenda ----------------------------------------------------------------------------


def test_outdated_deadlines_are_let_go_and_those_in_force_are_kept() -> None:
    """Limits on everything: thousands of losses and returns leave no trace in the agenda."""
    stage = Stage("x", "y", steps=LONG, busy_wait=timedelta(minutes=240))
    stage.occupy("y")
    stage.do_not_disturb("x")
    callback = stage.ask(stage.arrive())
    asked = stage.now
    for _ in range(AGENDA_SLACK + 200):
        stage.now += timedelta(seconds=1)
        stage.give(AgentConnectionLost(X))
        stage.give(AgentConnected(X))
    assert len(stage.world.agenda) < AGENDA_SLACK

    stage.wait((asked + timedelta(minutes=240) - stage.now).total_seconds())

    assert stage.outcome(callback) == NO_AGENT


# ---- who did it ----------------------------------------------------------------------------


def told(fact: Fact) -> tuple[str, str]:
    return fact.cause, fact.actor


def test_each_fact_names_what_led_to_it_and_who() -> None:
    """R43: a person's request bears its name and theirs, what time brings is the clock's."""
    stage = Stage("x", steps=LONG, wrap_up=20)
    call = stage.arrive()
    stage.take("x")
    stage.caller_hangs_up(call)
    stage.now += timedelta(seconds=30)

    facts = stage.give(SetAgentStatus(X, AgentStatus.OFFLINE), actor="lea")

    assert [(type(fact.event), *told(fact)) for fact in facts] == [
        (WrapUpEnded, "TimePassed", "clock"),
        (AgentStatusSet, "SetAgentStatus", "lea"),
    ]
