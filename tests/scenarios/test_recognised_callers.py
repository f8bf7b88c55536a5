"""A customer who was not reached calls in: recognised, offered to who tried, off the list (R39)."""

from datetime import timedelta
from typing import Any

import pytest

from ringback.core.events import (
    CustomerRecognised,
    FollowUpAnswered,
    HandCallAbandoned,
    OffersMade,
)
from ringback.core.flow import RingRule
from ringback.core.ids import AgentId, CallbackId
from ringback.core.inputs import CallByHand, ClaimCallback, FailureCause, PublishFlow
from ringback.core.outcomes import OutcomeReason, not_reached
from ringback.core.settings import CallbackMode
from ringback.core.states import Talking
from tests.scenarios.stage import VOICEMAIL, Stage, flow_of, ring

X, Y = AgentId("x"), AgentId("y")


def tried_stage(*agents: str, **more: Any) -> tuple[Stage, CallbackId]:
    """Agent x called anna back, and she did not answer; everybody is free."""
    stage = Stage(*(agents or ("x", "y")), **more)
    others = [name for name in agents or ("x", "y") if name != "x"]
    for name in others:
        stage.offline(name)
    callback = stage.ask(stage.arrive(customer="anna"))
    stage.take("x")
    stage.customer_fails(callback, FailureCause.NO_ANSWER)
    for name in others:
        stage.online(name)
    return stage, callback


def test_customer_who_was_not_reached_is_recognised_and_off_the_list_once_answered() -> None:
    """R39: the outcome stays what it was; who answered is in the journal."""
    stage, callback = tried_stage()
    call = stage.arrive(customer="anna")
    assert stage.events(CustomerRecognised) == [CustomerRecognised(call, callback, None)]
    assert callback in stage.world.follow_ups

    stage.take("y")

    assert stage.events(FollowUpAnswered) == [FollowUpAnswered(callback, call, Y)]
    assert callback not in stage.world.follow_ups
    assert stage.outcome(callback) == not_reached(OutcomeReason.CUSTOMER_NO_ANSWER)


def test_call_that_nobody_answers_leaves_the_list_as_it_was() -> None:
    """R39: only talking closes it."""
    stage, callback = tried_stage()
    call = stage.arrive(customer="anna")

    stage.caller_hangs_up(call)

    assert callback in stage.world.follow_ups


def test_call_on_another_line_or_of_another_number_is_not_recognised() -> None:
    """R39: nor is a withheld number."""
    stage, callback = tried_stage()
    stage.configure_line("london")
    for line, customer in (("london", "anna"), ("paris", "ben"), ("paris", None)):
        call = stage.arrive(line, customer=customer)
        stage.take("x")
        assert isinstance(stage.world.calls[call].state, Talking)
        stage.hang_up("x")

    assert stage.events(CustomerRecognised) == []
    assert callback in stage.world.follow_ups


def test_failed_callback_is_off_the_list_as_well() -> None:
    """R39: a claim does not keep it there; nobody tried, so nobody is rung first."""
    stage = Stage("x", "y", ring_who_tried=True)
    callback = stage.ask(stage.arrive(customer="anna"))
    stage.decline("x")
    stage.decline("y")
    stage.give(ClaimCallback(callback, Y))
    call = stage.arrive(customer="anna")
    assert stage.events(CustomerRecognised) == [CustomerRecognised(call, callback, None)]

    stage.take("x")

    assert callback not in stage.world.follow_ups


def test_call_by_hand_stops_when_a_colleague_answers_the_customer() -> None:
    """R39, R38: before the dial; the colleague has them on the line."""
    stage, callback = tried_stage()
    stage.give(CallByHand(callback, X))
    stage.arrive(customer="anna")

    stage.take("y")

    assert [e.agent_id for e in stage.events(HandCallAbandoned)] == ["x"]
    assert callback not in stage.world.follow_ups


def test_dial_that_finds_the_customer_talking_to_us_needs_no_follow_up() -> None:
    """R39: dialled while they called in themselves, they were busy on our own line."""
    stage, callback = tried_stage()
    stage.give(CallByHand(callback, X))
    stage.phone_up("x")
    stage.arrive(customer="anna")
    stage.take("y")
    assert callback in stage.world.follow_ups

    stage.customer_fails(callback, FailureCause.BUSY)

    assert callback not in stage.world.follow_ups


def test_manual_request_not_reached_is_recognised_too() -> None:
    """R38, R39: one list, one rule."""
    stage = Stage("x", mode=CallbackMode.MANUAL, ring_who_tried=True)
    first = stage.arrive(customer="anna")
    stage.press(first)
    callback = stage.requested(first)
    stage.caller_hangs_up(first)
    stage.give(CallByHand(callback, X))
    stage.phone_up("x")
    stage.hang_up("x")

    call = stage.arrive(customer="anna")

    assert stage.events(CustomerRecognised) == [CustomerRecognised(call, callback, X)]


# ---- offered first to who tried --------------------------------------------------------------


@pytest.mark.parametrize("rule", list(RingRule))
def test_who_tried_is_rung_alone_and_then_the_others(rule: RingRule) -> None:
    """R39, R20: for the seconds of one agent; a decline lets the others have it at once."""
    stage, _ = tried_stage(
        "x", "y", steps=[ring(rule=rule, each=20), VOICEMAIL], ring_who_tried=True
    )
    stage.wait(60)
    call = stage.arrive(customer="anna")
    assert (stage.rung_for("x"), stage.rung_for("y")) == (call, None)
    [terms] = stage.events(OffersMade)[-1].offers
    assert terms.ring_for_max == timedelta(seconds=20)

    stage.wait(20)

    assert (stage.rung_for("x"), stage.rung_for("y")) == (None, call)


def test_declining_lets_the_others_have_it_at_once() -> None:
    """R39, R22: as usual from there on."""
    stage, _ = tried_stage("x", "y", "z", ring_who_tried=True)
    call = stage.arrive(customer="anna")

    stage.decline("x")

    assert [stage.rung_for(name) for name in ("x", "y", "z")] == [None, call, call]


def test_who_comes_free_meanwhile_waits_for_the_one_who_tried() -> None:
    """R39: the one who tried is rung alone."""
    stage, _ = tried_stage(ring_who_tried=True)
    stage.offline("y")
    call = stage.arrive(customer="anna")

    stage.online("y")

    assert (stage.rung_for("x"), stage.rung_for("y")) == (call, None)


def test_who_tried_and_is_not_free_is_not_waited_for() -> None:
    """R39: and joins the others when free while they ring."""
    stage, _ = tried_stage("x", "y", ring_who_tried=True)
    stage.do_not_disturb("x")
    call = stage.arrive(customer="anna")
    assert stage.rung_for("y") == call

    stage.online("x")

    assert stage.rung_for("x") == call
    assert stage.rung_for("y") == call


def test_who_joined_the_others_keeps_nobody_from_joining() -> None:
    """R39, R20: only who is rung alone is rung alone."""
    stage, _ = tried_stage("x", "y", "z", ring_who_tried=True)
    stage.do_not_disturb("x")
    stage.offline("z")
    call = stage.arrive(customer="anna")
    stage.online("x")

    stage.online("z")

    assert [stage.rung_for(name) for name in ("x", "y", "z")] == [call, call, call]


def test_who_tried_and_is_not_in_the_target_is_not_rung() -> None:
    """R39, S7: the step's target says who may be rung."""
    stage, _ = tried_stage("x", "y", ring_who_tried=True, steps=[ring(agent="x"), VOICEMAIL])
    stage.give(PublishFlow(flow_of(ring(agent="y"), VOICEMAIL)))

    call = stage.arrive(customer="anna")

    assert (stage.rung_for("x"), stage.rung_for("y")) == (None, call)
