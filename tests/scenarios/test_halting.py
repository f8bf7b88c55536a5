"""Halting all callbacks: nobody is called back until somebody resumes, and nobody loses a place."""

import random

import pytest

from ringback.core.events import (
    CallbackRequested,
    DialIntended,
    HandCallStarted,
    OffersMade,
    OffersWithdrawn,
    ReturnedToQueue,
)
from ringback.core.flow import Step
from ringback.core.ids import AgentId
from ringback.core.inputs import CallByHand, CustomerAnswered, HaltCallbacks, ResumeCallbacks
from ringback.core.outcomes import COMPLETED, OutcomeReason
from ringback.core.refusals import RefusalCode
from ringback.core.settings import CallbackMode, CallbackSettings
from ringback.core.states import CallingCustomer, Queued
from tests.core.driver import Driver
from tests.core.numbers import Numbers
from tests.core.repertoire import possible

from .stage import VOICEMAIL, Stage, ring
from .test_recovery import listed, restart

STEPS: list[Step] = [ring(ring_for=300), VOICEMAIL]


def test_halted_callback_waits_and_is_offered_once_resumed() -> None:
    """R28b: no card while halted, whatever becomes free; then at its old place."""
    stage = Stage("x", steps=STEPS)
    stage.give(HaltCallbacks())
    callback = stage.ask(stage.arrive())
    stage.wait(60)
    assert stage.rung_for("x") is None

    stage.give(ResumeCallbacks())

    assert stage.rung_for("x") == callback


def test_halting_takes_the_card_back() -> None:
    """R28b: whoever is rung for a callback stops ringing; the place is kept."""
    stage = Stage("x", steps=STEPS)
    callback = stage.ask(stage.arrive())
    stage.wait(10)
    assert stage.rung_for("x") == callback

    stage.give(HaltCallbacks())

    assert stage.events(OffersWithdrawn)[-1].item_id == callback
    assert stage.rung_for("x") is None
    assert stage.waiting() == [callback]


def test_halting_passes_over_manual_requests_alone() -> None:
    """R28b: an older manual request keeps no card from being taken back."""
    stage = Stage("x", steps=STEPS)
    stage.configure_line("manual", callbacks=CallbackSettings(mode=CallbackMode.MANUAL))
    asked = stage.arrive("manual")
    stage.press(asked)
    stage.caller_hangs_up(asked)
    callback = stage.ask(stage.arrive())
    stage.wait(10)
    assert stage.rung_for("x") == callback

    stage.give(HaltCallbacks())

    assert stage.rung_for("x") is None


def test_live_callers_are_served_while_callbacks_are_halted() -> None:
    """Only callbacks are halted."""
    stage = Stage("x", steps=STEPS)
    stage.ask(stage.arrive())
    stage.give(HaltCallbacks())

    call = stage.arrive(customer="c2")

    assert stage.rung_for("x") == call


def test_accepted_callback_is_not_dialled_once_halted() -> None:
    """S17: the agent's phone comes up after the halt; no customer is dialled."""
    stage = Stage("x", steps=STEPS)
    callback = stage.ask(stage.arrive())
    stage.wait(10)
    stage.accept("x")
    stage.give(HaltCallbacks())

    stage.phone_up("x")

    assert stage.events(DialIntended) == []
    assert len(stage.events(ReturnedToQueue)) == 1
    assert isinstance(stage.world.callbacks[callback].state, Queued)
    stage.give(ResumeCallbacks())
    assert stage.rung_for("x") == callback


def test_customer_being_dialled_is_called_to_the_end() -> None:
    """A phone that rings already is not taken back."""
    stage = Stage("x", steps=STEPS)
    callback = stage.ask(stage.arrive())
    stage.wait(10)
    stage.take("x")
    assert isinstance(stage.world.callbacks[callback].state, CallingCustomer)

    stage.give(HaltCallbacks())
    stage.give(CustomerAnswered(stage.customer_leg(callback)))

    assert stage.outcome(callback) == COMPLETED


def test_nobody_calls_by_hand_while_callbacks_are_halted() -> None:
    """R38: refused with the reason; once resumed it is possible."""
    stage = Stage("x", steps=STEPS, mode=CallbackMode.MANUAL)
    stage.occupy("x")
    callback = stage.ask(stage.arrive())
    stage.hang_up("x")
    stage.give(HaltCallbacks())
    by_hand = CallByHand(callback, AgentId("x"))

    assert stage.refuses(by_hand).code is RefusalCode.CALLBACKS_HALTED

    stage.give(ResumeCallbacks())
    stage.give(by_hand)
    assert len(stage.events(HandCallStarted)) == 1


def test_halt_outlives_a_restart() -> None:
    """S21: it is a fact like any other; callbacks asked for after the restart wait as well."""
    stage = Stage("x", steps=STEPS)
    stage.give(HaltCallbacks())
    stage.ask(stage.arrive())
    restart(stage)
    stage.give(listed())

    stage.ask(stage.arrive(customer="c2"))
    stage.wait(60)

    assert stage.world.callbacks_halted
    assert [offers.item_id for offers in stage.events(OffersMade)] == ["call-1", "call-2"]


def test_halting_or_resuming_again_changes_nothing() -> None:
    """Doing it twice is harmless: a start after a restore may do it again."""
    stage = Stage("x", steps=STEPS)

    assert stage.give(ResumeCallbacks()) == []
    assert len(stage.give(HaltCallbacks())) == 1
    assert stage.give(HaltCallbacks()) == []


def test_halted_callback_still_expires() -> None:
    """R49, L1: waiting for a person does not make it live for ever."""
    stage = Stage("x", steps=STEPS)
    stage.give(HaltCallbacks())
    callback = stage.ask(stage.arrive())

    stage.wait(8 * 86_400)

    assert stage.outcome(callback).reason is OutcomeReason.EXPIRED


@pytest.mark.parametrize("seed", range(8))
def test_random_lives_call_nobody_back_while_halted(seed: int) -> None:
    """All properties hold with halts at random moments, and no callback is offered or dialled."""
    chance = random.Random(seed)
    driver = Driver()
    driver.found(chance.randrange)
    halted_facts = 0
    for _ in range(250):
        if chance.random() < 0.05:
            driver.give(HaltCallbacks() if chance.random() < 0.5 else ResumeCallbacks())
        before, halted = len(driver.facts), driver.world.callbacks_halted
        action = chance.choice(possible(driver))
        action.do(driver, Numbers(*(chance.randrange(840) for _ in range(40))))
        if halted:
            requested = {
                fact.event.callback_id
                for fact in driver.facts
                if isinstance(fact.event, CallbackRequested)
            }
            for fact in driver.facts[before:]:
                halted_facts += 1
                assert not isinstance(fact.event, DialIntended | HandCallStarted), seed
                if isinstance(fact.event, OffersMade):
                    assert fact.event.item_id not in requested, seed
    driver.give(ResumeCallbacks())
    driver.come_to_rest()
    assert halted_facts > 20
