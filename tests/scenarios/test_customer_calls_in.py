"""The customer calls in while the callback is pending: kept, lending, or cancelled (R37)."""

from dataclasses import replace

import pytest

from ringback.core.events import (
    CallbackClosed,
    HandCallAbandoned,
    PlaceLent,
)
from ringback.core.ids import AgentId, CallbackId, CallId
from ringback.core.inputs import (
    CallByHand,
    ClaimCallback,
    FailureCause,
    PublishFlow,
)
from ringback.core.outcomes import OutcomeReason, cancelled
from ringback.core.settings import CallbackMode, WhenCustomerCalls
from ringback.core.states import AwaitingAgent, Talking
from tests.scenarios.stage import VOICEMAIL, Stage, flow_of, ring

SUPERSEDED = cancelled(OutcomeReason.SUPERSEDED)
GIVE, CANCEL = WhenCustomerCalls.GIVE_PLACE, WhenCustomerCalls.CANCEL
SUPERSEDING = pytest.mark.parametrize("setting", [GIVE, CANCEL])


def waiting_stage(setting: WhenCustomerCalls) -> tuple[Stage, CallbackId]:
    """One busy agent, a callback of anna at the front and a caller behind it."""
    stage = Stage("x", steps=(ring(ring_for=600), VOICEMAIL), when_customer_calls=setting)
    stage.occupy("x")
    callback = stage.ask(stage.arrive(customer="anna"))
    stage.arrive()
    return stage, callback


def closing_call(stage: Stage, callback: CallbackId) -> CallId | None:
    return next(e.call_id for e in stage.events(CallbackClosed) if e.callback_id == callback)


def test_callback_is_kept_although_the_customer_was_answered() -> None:
    """R37: by default it goes on after the call, at its place."""
    stage, callback = waiting_stage(WhenCustomerCalls.KEEP)
    behind = stage.waiting()[1]
    again = stage.arrive(customer="anna")
    assert stage.waiting() == [callback, behind, again]
    stage.hang_up("x")
    stage.take("x")
    stage.hang_up("x")
    stage.take("x")
    assert isinstance(stage.world.calls[again].state, Talking)

    stage.hang_up("x")

    assert stage.rung_for("x") == callback


@SUPERSEDING
def test_callback_is_cancelled_once_the_new_call_is_answered(setting: WhenCustomerCalls) -> None:
    """R37, R49: not when it is offered or accepted; the end names the call that was answered."""
    stage = Stage("x", when_customer_calls=setting)
    stage.occupy("x")
    callback = stage.ask(stage.arrive(customer="anna"))
    again = stage.arrive(customer="anna")
    stage.hang_up("x")
    offer_id = stage.offer_of("x")
    stage.accept("x")
    assert callback in stage.world.callbacks

    stage.phone_up("x")

    assert stage.world.offers == {}
    assert offer_id is not None
    assert stage.outcome(callback) == SUPERSEDED
    assert closing_call(stage, callback) == again
    assert stage.replayed().callbacks == {}


def test_call_answered_at_another_step_cancels_the_callback_all_the_same() -> None:
    """R37: the customer has been served."""
    stage = Stage("x", "y", when_customer_calls=GIVE)
    stage.occupy("x", "y")
    callback = stage.ask(stage.arrive(customer="anna"))
    stage.give(PublishFlow(flow_of(ring("other", ring_for=600), VOICEMAIL)))
    again = stage.arrive(customer="anna")
    assert stage.waiting() == [callback]
    assert stage.waiting("other", "main@2") == [again]

    stage.hang_up("x")
    stage.take("x")

    assert stage.outcome(callback) == SUPERSEDED


@SUPERSEDING
def test_call_on_another_line_leaves_the_callback_alone(setting: WhenCustomerCalls) -> None:
    """R37: it is only held meanwhile (R28b)."""
    stage, callback = waiting_stage(setting)
    stage.configure_line("london")
    elsewhere = stage.arrive("london", customer="anna")
    assert stage.waiting()[0] == callback
    for _ in range(2):
        stage.hang_up("x")
        stage.take("x")
    assert isinstance(stage.world.calls[elsewhere].state, Talking)

    stage.hang_up("x")

    assert stage.rung_for("x") == callback


@SUPERSEDING
def test_agent_who_had_accepted_the_callback_is_let_go(setting: WhenCustomerCalls) -> None:
    """R37, R49: until the customer is dialled the callback can be superseded."""
    stage = Stage("x", "y", when_customer_calls=setting)
    stage.occupy("y")
    callback = stage.ask(stage.arrive(customer="anna"))
    stage.accept("x")
    stage.arrive(customer="anna")
    stage.hang_up("y")

    stage.take("y")

    assert stage.outcome(callback) == SUPERSEDED
    assert stage.world.agents[AgentId("x")].offer is None


def test_callback_whose_customer_is_being_dialled_goes_on() -> None:
    """R37: what has been dialled is not cancelled; not having been placed it is."""
    stage = Stage("x", "y", when_customer_calls=CANCEL)
    stage.occupy("y")
    callback = stage.ask(stage.arrive(customer="anna"))
    stage.take("x")
    stage.arrive(customer="anna")
    stage.hang_up("y")
    stage.take("y")
    assert callback in stage.world.callbacks

    stage.customer_fails(callback, FailureCause.TRUNK)

    assert stage.outcome(callback) == SUPERSEDED


def test_call_that_still_waits_hides_none_that_was_answered() -> None:
    """R37: of two calls of one customer, the later one was answered."""
    stage = Stage("x", "y", when_customer_calls=CANCEL)
    stage.offline("y")
    callback = stage.ask(stage.arrive(customer="anna"))
    stage.take("x")
    stage.arrive(customer="anna")
    stage.online("y")
    stage.decline("y")
    stage.arrive(customer="anna")
    stage.take("y")

    stage.customer_fails(callback, FailureCause.TRUNK)

    assert stage.outcome(callback) == SUPERSEDED


@SUPERSEDING
def test_manual_request_is_cancelled_when_the_customer_is_answered(
    setting: WhenCustomerCalls,
) -> None:
    """R37: for both modes; it has no place to give, and no claim keeps it."""
    stage = Stage("x", mode=CallbackMode.MANUAL, when_customer_calls=setting)
    first = stage.arrive(customer="anna")
    stage.press(first)
    callback = stage.requested(first)
    stage.caller_hangs_up(first)
    stage.give(ClaimCallback(callback, AgentId("x")))
    again = stage.arrive(customer="anna")
    assert isinstance(stage.world.callbacks[callback].state, AwaitingAgent)

    stage.take("x")

    assert stage.outcome(callback) == SUPERSEDED
    assert closing_call(stage, callback) == again


@SUPERSEDING
def test_call_by_hand_stops_when_a_colleague_answers_the_customer(
    setting: WhenCustomerCalls,
) -> None:
    """R37, R38: nobody dials somebody who is being talked to."""
    stage = Stage("x", "y", mode=CallbackMode.MANUAL, when_customer_calls=setting)
    first = stage.arrive(customer="anna")
    stage.press(first)
    callback = stage.requested(first)
    stage.caller_hangs_up(first)
    stage.give(CallByHand(callback, AgentId("x")))
    stage.arrive(customer="anna")

    stage.take("y")

    assert stage.outcome(callback) == SUPERSEDED
    assert [e.agent_id for e in stage.events(HandCallAbandoned)] == ["x"]
    assert stage.world.agents[AgentId("x")].offer is None


def test_setting_is_that_of_the_request() -> None:
    """R4, R37: a later change of the line changes nothing for what is pending."""
    stage, callback = waiting_stage(WhenCustomerCalls.KEEP)
    stage.settings = replace(stage.settings, when_customer_calls=CANCEL)
    stage.configure_line()
    again = stage.arrive(customer="anna")
    for _ in range(2):
        stage.hang_up("x")
        stage.take("x")
    assert isinstance(stage.world.calls[again].state, Talking)

    stage.hang_up("x")

    assert stage.rung_for("x") == callback


def test_withheld_numbers_never_match() -> None:
    """R37, R9: who cannot be recognised takes nobody's place and cancels nothing."""
    stage, callback = waiting_stage(GIVE)
    stage.arrive(customer=None)
    stage.arrive(customer="ben")

    assert stage.waiting()[0] == callback
    assert stage.events(PlaceLent) == []
