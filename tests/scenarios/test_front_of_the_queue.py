"""At the front of the queue with nobody available: waiting, or giving up (R24 to R27)."""

from datetime import timedelta

import pytest

from ringback.core.events import (
    AttemptFailed,
    BusyWaitPaused,
    BusyWaitStarted,
    GiveUpCause,
    StepGivenUp,
)
from ringback.core.flow import Step
from ringback.core.outcomes import OutcomeReason, failed
from ringback.core.settings import WhenBusy
from ringback.core.states import AtEnd
from tests.scenarios.stage import (
    VOICEMAIL,
    Stage,
    ring,
)

LONG: list[Step] = [ring(ring_for=3600), VOICEMAIL]
NO_AGENT = failed(OutcomeReason.NO_AVAILABLE_AGENT)


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


def test_agent_free_at_the_last_instant_is_rung() -> None:
    """R24, R28: wrap-up and the clock end together; who is free is available."""
    stage = Stage(
        "x", steps=LONG, wrap_up=60, settling=timedelta(0), busy_wait=timedelta(minutes=1)
    )
    stage.occupy("x")
    callback = stage.ask(stage.arrive())
    stage.hang_up("x")

    stage.wait(60)

    assert stage.rung_for("x") == callback


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
    stage.arrive()
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
