"""Moving a waiting callback: to the front, to another ring step, to a named agent (R47)."""

import pytest

from ringback.core.events import (
    CallbackClosed,
    CallbackHeld,
    MovedToFront,
    OffersWithdrawn,
    QueueJoined,
    RequestJoined,
    WithdrawalCause,
)
from ringback.core.flow import Step
from ringback.core.ids import AgentId, CallbackId, StepId
from ringback.core.inputs import Input, MoveToAgent, MoveToFront, MoveToStep
from ringback.core.outcomes import OutcomeReason, failed
from ringback.core.refusals import RefusalCode
from ringback.core.settings import CallbackMode
from tests.scenarios.stage import LINE, TWO_TEAMS, VOICEMAIL, Stage, audio, in_turn, ring

LONG: list[Step] = [ring(ring_for=3600), VOICEMAIL]
NOBODY = CallbackId("cb-unknown")


def to_step(callback_id: CallbackId, step_id: str) -> MoveToStep:
    return MoveToStep(callback_id, StepId(step_id))


def to_agent(callback_id: CallbackId, name: str) -> MoveToAgent:
    return MoveToAgent(callback_id, AgentId(name))


# ---- to the front --------------------------------------------------------------------------


def test_callback_moved_to_the_front_is_served_before_all_others() -> None:
    """R47: before live calls and before a priority line as well."""
    stage = Stage("x", steps=LONG)
    stage.configure_line("vip", priority=True)
    stage.occupy("x")
    priority, ordinary = stage.arrive("vip"), stage.arrive()
    callback = stage.ask(stage.arrive())
    assert stage.waiting() == [priority, ordinary, callback]

    stage.give(MoveToFront(callback), "supervisor")

    assert stage.waiting() == [callback, priority, ordinary]
    assert stage.facts[-2].actor == "supervisor"
    stage.hang_up("x")
    assert stage.rung_for("x") == callback


def test_last_one_moved_to_the_front_is_the_first() -> None:
    """R47: and a place at the front holds through a replay."""
    stage = Stage("x", steps=LONG)
    stage.occupy("x")
    callbacks = [stage.ask(stage.arrive()) for _ in range(3)]

    stage.give(MoveToFront(callbacks[1]))
    stage.give(MoveToFront(callbacks[2]))

    expected = [callbacks[2], callbacks[1], callbacks[0]]
    assert stage.waiting() == expected
    stay = stage.world.callbacks[callbacks[0]].stay
    assert stay is not None
    again = stage.replayed().queues[stay.queue_id]
    assert [entry[2] for entry in again.items] == expected


def test_callback_moved_to_the_front_while_ringing_rings_on() -> None:
    """R47: its cards stay, and they are first again when nobody takes them."""
    stage = Stage("x", "y", steps=LONG)
    stage.occupy("x", "y")
    earlier = stage.arrive()
    callback = stage.ask(stage.arrive())
    stage.hang_up("x")
    stage.hang_up("y")
    assert stage.rung_for("x") == stage.rung_for("y") == earlier
    stage.take("x")
    assert stage.rung_for("y") == callback

    stage.give(MoveToFront(callback))

    assert stage.rung_for("y") == callback
    assert not [e for e in stage.events(OffersWithdrawn) if e.cause is WithdrawalCause.MOVED]


def test_request_that_joins_does_not_cost_the_place_at_the_front() -> None:
    """R10, R47: the earlier place counts, and none is before the front."""
    stage = Stage("x", steps=LONG)
    stage.occupy("x")
    callback = stage.ask(stage.arrive(customer="anna"))
    stage.give(MoveToFront(callback))

    stage.ask(stage.arrive(customer="anna"))

    assert [e.takes_place_of_call for e in stage.events(RequestJoined)] == [False]
    assert stage.waiting() == [callback]


def test_retry_of_one_moved_to_the_front_goes_to_the_back() -> None:
    """R15, R47: the front is a place, and a retry begins at the back."""
    stage = Stage("x", steps=LONG, retries=1)
    stage.occupy("x")
    caller = stage.arrive()
    callback = stage.ask(stage.arrive())
    stage.give(MoveToFront(callback))
    stage.hang_up("x")

    stage.decline("x")

    assert stage.waiting() == [caller, callback]
    assert stage.rung_for("x") == caller


# ---- to another ring step ------------------------------------------------------------------


def test_callback_moved_to_another_step_stands_at_its_back() -> None:
    """R14, R47: a new stay, and the agents of the old step are rung no more."""
    stage = Stage("x", "y", teams=TWO_TEAMS, steps=in_turn(3600, 3600))
    stage.occupy("y")
    stage.configure_line("direct", flow="main")
    callback = stage.ask(stage.arrive())
    assert stage.rung_for("x") == callback

    stage.give(to_step(callback, "ring-b"))

    assert stage.rung_for("x") is None
    assert stage.waiting("ring-b") == [callback]
    assert stage.events(OffersWithdrawn)[-1].cause is WithdrawalCause.MOVED
    stage.hang_up("y")
    assert stage.rung_for("y") == callback


def test_callback_moved_behind_others_waits_behind_them() -> None:
    """R14, R47: whoever stands there already was there first."""
    stage = Stage("x", "y", teams=TWO_TEAMS, steps=in_turn(30, 3600))
    stage.occupy("x", "y")
    there = stage.arrive()
    stage.wait(31)
    callback = stage.ask(stage.arrive())

    stage.give(to_step(callback, "ring-b"))

    assert stage.waiting("ring-b") == [there, callback]


def test_retry_of_a_moved_callback_follows_the_first_routing() -> None:
    """R15, R47: from the point of the request."""
    steps = [audio("welcome", "ring-a"), *in_turn(20, 20)]
    stage = Stage("x", "y", teams=TWO_TEAMS, steps=steps, retries=1)
    stage.occupy("x")
    caller = stage.arrive()
    callback = stage.ask(caller)
    stage.give(to_step(callback, "ring-b"))

    stage.decline("y")

    joined = [e.step_id for e in stage.events(QueueJoined) if e.item_id == callback]
    assert joined == ["ring-a", "ring-b", "ring-a"]


# ---- to a named agent ----------------------------------------------------------------------


def test_callback_moved_to_an_agent_rings_that_agent_alone() -> None:
    """R47: others of the team are free and stay so; the place is kept."""
    stage = Stage("x", "y", steps=LONG)
    stage.occupy("x", "y")
    callback = stage.ask(stage.arrive())
    later = stage.arrive()

    stage.give(to_agent(callback, "y"))
    stage.hang_up("x")
    rung_before = (stage.rung_for("x"), stage.rung_for("y"))
    stage.take("x")
    stage.hang_up("y")

    assert rung_before == (later, None)
    assert stage.rung_for("y") == callback


def test_callback_moved_to_an_agent_keeps_its_place_among_that_agents_items() -> None:
    """R12, R47: the step is the same, so those behind are not let past."""
    stage = Stage("x", "y", steps=LONG)
    stage.occupy("x", "y")
    callback = stage.ask(stage.arrive())
    stage.arrive()

    stage.give(to_agent(callback, "y"))
    stage.hang_up("y")

    assert stage.rung_for("y") == callback


def test_callback_whose_agent_does_not_take_it_goes_on_with_the_step() -> None:
    """R23, R47: the next ring step of its branch, as if the step had that target."""
    stage = Stage("x", "y", "z", teams={"a": ["x", "z"], "b": ["y"]}, steps=in_turn(20, 20))
    stage.occupy("x", "z")
    callback = stage.ask(stage.arrive())
    stage.give(to_agent(callback, "x"))
    stage.hang_up("x")
    assert stage.rung_for("x") == callback

    stage.decline("x")

    assert stage.waiting("ring-b") == [callback]
    assert stage.rung_for("y") == callback


def test_second_request_joins_a_callback_moved_to_an_agent() -> None:
    """R10, R47: it still waits at the same ring step."""
    stage = Stage("x", "y", steps=LONG)
    stage.occupy("x", "y")
    callback = stage.ask(stage.arrive(customer="anna"))
    stage.give(to_agent(callback, "y"))

    stage.ask(stage.arrive(customer="anna"))

    assert [e.callback_id for e in stage.events(RequestJoined)] == [callback]
    assert list(stage.world.callbacks) == [callback]


def test_callback_moved_back_from_an_agent_stands_at_the_back_of_its_step() -> None:
    """R14, R47: back to the team is a move to that step."""
    stage = Stage("x", "y", steps=LONG)
    stage.occupy("x", "y")
    callback = stage.ask(stage.arrive())
    stage.give(to_agent(callback, "y"))
    later = stage.arrive()

    stage.give(to_step(callback, "ring"))

    assert stage.waiting() == [later, callback]


# ---- what a move does not change -----------------------------------------------------------


@pytest.mark.parametrize("kind", ["front", "step", "agent"])
def test_held_callback_is_moved_and_stays_held(kind: str) -> None:
    """R28b, R47: it rings where it was moved to once it may."""
    stage = Stage("x", "y", teams=TWO_TEAMS, steps=in_turn(3600, 3600))
    stage.occupy("x", "y")
    callback = stage.ask(stage.arrive(customer="anna"))
    again = stage.arrive(customer="anna")
    move: dict[str, Input] = {
        "front": MoveToFront(callback),
        "step": to_step(callback, "ring-b"),
        "agent": to_agent(callback, "y"),
    }

    stage.give(move[kind])
    stage.hang_up("x")
    stage.hang_up("y")
    rung_while_held = [stage.rung_for(name) for name in ("x", "y")]
    stage.caller_hangs_up(again)

    assert callback not in rung_while_held
    assert len(stage.events(CallbackHeld)) == 1
    assert stage.rung_for("x" if kind == "front" else "y") == callback


def test_callback_moved_before_it_settled_settles_where_it_is() -> None:
    """R7, R47: nothing is offered before the confirmation has been heard."""
    stage = Stage("x", "y", teams=TWO_TEAMS, steps=in_turn(3600, 3600))
    stage.occupy("x")
    caller = stage.arrive()
    stage.press(caller)
    callback = stage.requested(caller)

    stage.give(to_step(callback, "ring-b"))
    assert stage.rung_for("y") is None
    stage.prompt_ends(caller)
    stage.caller_hangs_up(caller)
    stage.wait(5)

    assert stage.rung_for("y") == callback


# ---- refusals ------------------------------------------------------------------------------


def test_only_a_waiting_callback_can_be_moved() -> None:
    """R47: not one that is unknown, accepted, closed, or called by hand."""
    stage = Stage("x", "y")
    stage.occupy("y")
    accepted = stage.ask(stage.arrive())
    stage.accept("x")
    stage.configure_line(LINE, callbacks=type(stage.settings)(mode=CallbackMode.MANUAL))
    manual = stage.ask(stage.arrive())
    closing = Stage("x", steps=[audio("welcome", "voicemail"), VOICEMAIL])
    closed = closing.ask(closing.arrive())

    assert stage.refuses(MoveToFront(NOBODY)).code is RefusalCode.UNKNOWN_CALLBACK
    assert stage.refuses(to_step(accepted, "ring")).code is RefusalCode.CALLBACK_ALREADY_ACCEPTED
    assert stage.refuses(to_agent(manual, "y")).code is RefusalCode.CALLBACK_NOT_QUEUED
    assert closing.refuses(MoveToFront(closed)).code is RefusalCode.CALLBACK_ALREADY_CLOSED


def test_place_that_does_not_exist_or_is_the_same_is_refused() -> None:
    """R47: a step that is no ring step of its flow, an unknown agent, where it is already."""
    stage = Stage("x", "y", steps=LONG)
    stage.occupy("x", "y")
    callback = stage.ask(stage.arrive())
    stage.give(to_agent(callback, "x"))

    assert stage.refuses(to_step(callback, "voicemail")).code is RefusalCode.UNKNOWN_STEP
    assert stage.refuses(to_step(callback, "nowhere")).code is RefusalCode.UNKNOWN_STEP
    assert stage.refuses(to_agent(callback, "nobody")).code is RefusalCode.UNKNOWN_AGENT
    assert stage.refuses(to_agent(callback, "x")).code is RefusalCode.CALLBACK_ALREADY_THERE


def test_move_that_would_end_the_step_at_once_is_refused() -> None:
    """R22, R24, R47: nobody to ring and nobody to wait for, or somebody who has declined."""
    stage = Stage("x", "y", "z", teams={"a": ["x", "z"], "b": ["y"]}, steps=in_turn(3600))
    stage.occupy("z")
    stage.offline("y")
    callback = stage.ask(stage.arrive())
    stage.decline("x")

    assert stage.refuses(to_step(callback, "ring-b")).code is RefusalCode.NOBODY_TO_RING
    assert stage.refuses(to_agent(callback, "y")).code is RefusalCode.NOBODY_TO_RING
    assert stage.refuses(to_agent(callback, "x")).code is RefusalCode.NOBODY_TO_RING


def test_absent_agent_can_be_waited_for_where_the_line_says_so() -> None:
    """R25, R47: *respect queuing time* waits for those who are away."""
    stage = Stage("x", "y", steps=LONG, respect_queuing_time=True)
    stage.occupy("x")
    stage.offline("y")
    callback = stage.ask(stage.arrive())

    stage.give(to_agent(callback, "y"))
    stage.wait(60)
    stage.online("y")

    assert stage.rung_for("y") == callback


def test_callback_at_the_front_of_an_absent_agents_queue_fails_as_ever() -> None:
    """R24, R47: an agent who leaves after the move leaves nobody to wait for."""
    stage = Stage("x", "y", steps=LONG)
    stage.occupy("x", "y")
    callback = stage.ask(stage.arrive())
    stage.give(to_agent(callback, "y"))
    stage.hang_up("y")
    assert stage.rung_for("y") == callback

    stage.offline("y")

    assert [e.callback_id for e in stage.events(CallbackClosed)] == [callback]
    assert stage.outcome(callback) == failed(OutcomeReason.NO_AVAILABLE_AGENT)
    assert not stage.events(MovedToFront)
