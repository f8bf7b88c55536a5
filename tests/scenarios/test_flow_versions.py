"""What becomes of those who wait when their flow is replaced or rolled back (R4)."""

from collections.abc import Callable
from typing import Any

import pytest

from ringback.core.events import (
    AttemptStarted,
    CallBegan,
    OffersMade,
    QueueJoined,
)
from ringback.core.flow import Step
from ringback.core.ids import FlowId
from ringback.core.inputs import (
    PublishFlow,
    RollBackFlow,
    SaveDraft,
)
from ringback.core.outcomes import OutcomeReason, failed
from ringback.core.states import Waiting
from tests.scenarios.stage import TWO_TEAMS, VOICEMAIL, Stage, audio, flow_of, ring

MAIN = FlowId("main")
TO_A: tuple[Step, ...] = (ring(team="a"), VOICEMAIL)
TO_B: tuple[Step, ...] = (ring(team="b"), VOICEMAIL)


def two_teams(*steps: Step, **callbacks: Any) -> Stage:
    return Stage("x", "y", steps=steps or TO_A, teams=TWO_TEAMS, **callbacks)


def publish_b(stage: Stage) -> None:
    """Publish the second version, which rings team b."""
    stage.give(PublishFlow(flow_of(*TO_B)))


def roll_back(stage: Stage) -> None:
    """Publish the second version and go back to the first, which becomes the third."""
    publish_b(stage)
    stage.give(RollBackFlow(MAIN, version=1, seen_version=2))


Change = Callable[[Stage], None]
CHANGES = pytest.mark.parametrize("change", [publish_b, roll_back])


@CHANGES
def test_live_callers_stay_in_the_version_that_took_them_in(change: Change) -> None:
    """R4: with their place, their step and its team (docs/adr/0002)."""
    stage = two_teams()
    stage.occupy("x")
    first, second = stage.arrive(), stage.arrive()

    change(stage)

    assert stage.waiting() == [first, second]
    stage.hang_up("x")
    assert stage.rung_for("x") == first
    assert stage.rung_for("y") is None


@CHANGES
def test_callbacks_in_a_queue_stay_in_their_version(change: Change) -> None:
    """R4, R12: the place and the team are those of the request."""
    stage = two_teams()
    stage.occupy("x")
    callback, caller = stage.ask(stage.arrive()), stage.arrive()

    change(stage)

    assert stage.waiting() == [callback, caller]
    stage.hang_up("x")
    assert stage.rung_for("x") == callback


@CHANGES
def test_ringing_goes_on_when_the_flow_is_replaced(change: Change) -> None:
    """R4: no card is withdrawn, and the step's time is that of its version."""
    stage = two_teams()
    callback = stage.ask(stage.arrive())
    assert stage.rung_for("x") == callback
    offers = len(stage.events(OffersMade))
    stage.wait(30)

    change(stage)

    assert stage.rung_for("x") == callback
    assert len(stage.events(OffersMade)) == offers
    stage.wait(30)
    assert stage.outcome(callback) == failed(OutcomeReason.NO_ANSWER)


@CHANGES
def test_retries_follow_the_version_of_the_request(change: Change) -> None:
    """R4, R15: the same routing as the first attempt, whatever was published since."""
    stage = two_teams(retries=1)
    callback = stage.ask(stage.arrive())

    change(stage)
    stage.decline("x")

    assert [one.attempt_number for one in stage.events(AttemptStarted)] == [2]
    assert stage.rung_for("x") == callback
    assert stage.rung_for("y") is None
    joined = [one.flow_version for one in stage.events(QueueJoined) if one.item_id == callback]
    assert set(joined) == {1}


@CHANGES
def test_callback_asked_in_a_message_walks_on_in_its_version(change: Change) -> None:
    """R4, R13: what comes after the point of the request is that of the request, too."""
    steps = (audio("welcome", "ring-a"), ring("ring-a", team="a", ring_for=10, then="ring-b"))
    stage = two_teams(*steps, ring("ring-b", team="b", ring_for=10), VOICEMAIL)
    call = stage.arrive()
    stage.press(call)
    callback = stage.requested(call)

    change(stage)
    stage.prompt_ends(call)
    stage.caller_hangs_up(call)
    stage.wait(5)
    assert stage.rung_for("x") == callback
    stage.wait(10)

    assert stage.rung_for("y") == callback
    assert stage.waiting("ring-b") == [callback]


@CHANGES
def test_request_made_after_the_change_is_of_the_callers_version(change: Change) -> None:
    """R4, R12: who waits in the old version and asks then keeps that place."""
    stage = two_teams()
    stage.occupy("x")
    early = stage.arrive()

    change(stage)
    callback = stage.ask(early)

    assert stage.world.callbacks[callback].flow_version == 1
    assert stage.waiting() == [callback]


@CHANGES
def test_older_callback_is_served_before_younger_callers_of_the_new_version(
    change: Change,
) -> None:
    """R11, R28: one pass over all queues by order key, whatever the version (docs/adr/0002)."""
    stage = Stage("x")
    stage.occupy("x")
    older = stage.ask(stage.arrive())
    stage.give(PublishFlow(flow_of(ring(ring_for=90), VOICEMAIL)))
    if change is roll_back:
        stage.give(RollBackFlow(MAIN, version=1, seen_version=2))
    younger = stage.arrive()
    assert isinstance(stage.world.calls[younger].state, Waiting)

    stage.hang_up("x")

    assert stage.rung_for("x") == older
    assert stage.waiting(flow=f"main@{stage.world.flows[MAIN].current}") == [younger]


def test_callers_after_rolling_back_are_taken_in_by_the_old_content() -> None:
    """R4: as a version of its own, with queues of its own."""
    stage = two_teams()
    roll_back(stage)

    call = stage.arrive()

    assert stage.rung_for("x") == call
    assert stage.events(CallBegan)[-1].flow_version == 3


def test_replaying_gives_the_same_drafts_and_versions() -> None:
    """S21: drafts and versions are events like all else."""
    stage = two_teams()
    roll_back(stage)
    stage.give(SaveDraft(flow_of(*TO_B), seen_draft=0, seen_version=3))

    again = stage.replayed()

    assert again.drafts == stage.world.drafts
    assert again.flows == stage.world.flows


def test_ring_step_of_a_replaced_version_keeps_its_time() -> None:
    """R4, R20: a live caller's stay is bounded by the step they joined."""
    stage = two_teams()
    call = stage.arrive()
    stage.give(PublishFlow(flow_of(ring(team="a", ring_for=600), VOICEMAIL)))

    stage.wait(60)

    assert not isinstance(stage.world.calls[call].state, Waiting)
