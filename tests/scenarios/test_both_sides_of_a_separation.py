"""Agents after a separation, and a customer with several calls or callbacks (R19, R28b, R34)."""

import pytest

from ringback.core.effects import HangUp
from ringback.core.events import (
    AgentCameBack,
    AgentWentMissing,
    CallbackHeld,
    CallEnded,
    LateAnswerTurnedAway,
    OffersWithdrawn,
    OrphanFound,
    WithdrawalCause,
)
from ringback.core.flow import Step
from ringback.core.ids import AgentId, CallbackId, LegId
from ringback.core.inputs import AgentPhoneAnswered, FailureCause
from ringback.core.outcomes import CallEnding
from ringback.core.states import agent_leg
from tests.scenarios.stage import VOICEMAIL, Stage, ring
from tests.scenarios.test_recovery import listed, restart

LONG: list[Step] = [ring(ring_for=3600), VOICEMAIL]
X, Y = AgentId("x"), AgentId("y")


# ---- after a separation --------------------------------------------------------------------


def test_caller_whose_agent_has_gone_meanwhile_is_let_go() -> None:
    """S20: the agent's leg is not there any more, the caller's is."""
    stage = Stage("x", steps=LONG)
    call = stage.arrive()
    stage.take("x")
    restart(stage)

    stage.give(listed(call))

    assert [event.ending for event in stage.events(CallEnded)] == [CallEnding.AGENT_HUNG_UP]
    assert HangUp(LegId(call)) in stage.effects
    assert stage.world.agents[X].call_id is None


def test_desk_phone_lost_while_it_rang_has_its_offer_withdrawn() -> None:
    """R19, R34: the leg is still listed, but nobody can hear it."""
    stage = Stage("x", desk=["x"], steps=LONG)
    call = stage.arrive()
    leg = agent_leg(stage.offer_of("x"))
    restart(stage)

    stage.give(listed(call, ringing=(leg,), lost=("x",)))

    assert [event.agent_id for event in stage.events(AgentWentMissing)] == ["x"]
    assert [event.cause for event in stage.events(OffersWithdrawn)] == [WithdrawalCause.AGENT_LEFT]
    assert stage.rung_for("x") is None


def test_desk_phone_that_connects_an_accepted_offer_keeps_it_though_it_is_lost() -> None:
    """R29: an accept is not taken back by a registration that has run out."""
    stage = Stage("x", desk=["x"], steps=LONG)
    call = stage.arrive()
    leg = agent_leg(stage.offer_of("x"))
    stage.accept("x")
    restart(stage)

    stage.give(listed(call, ringing=(leg,), lost=("x",)))

    assert stage.events(OffersWithdrawn) == []


def test_desk_phone_is_back_when_it_is_not_listed_as_lost() -> None:
    """R19: once lost, then registered again; a second list changes nothing."""
    stage = Stage("x", "y", desk=["x", "y"], steps=LONG)
    stage.give(listed(lost=("x",)))
    assert stage.events(AgentCameBack) == []
    stage.give(listed(lost=("x",)))
    assert stage.events(AgentCameBack) == []

    stage.give(listed())
    stage.give(listed())

    assert [event.agent_id for event in stage.events(AgentCameBack)] == ["x"]


@pytest.mark.parametrize("picked_up", [True, False])
def test_loser_of_a_race_is_told_only_if_they_picked_up(picked_up: bool) -> None:
    """R29, S20: a phone that merely rings on is stopped without a word."""
    stage = Stage("x", "y", desk=["x", "y"], steps=LONG)
    call = stage.arrive()
    winner, loser = agent_leg(stage.offer_of("x")), agent_leg(stage.offer_of("y"))
    stage.give(AgentPhoneAnswered(winner))
    restart(stage)

    up = (call, winner, loser) if picked_up else (call, winner)
    stage.give(listed(*up, ringing=() if picked_up else (loser,)))

    told = [(event.leg_id, event.agent_id) for event in stage.events(LateAnswerTurnedAway)]
    stopped = [event.leg_id for event in stage.events(OrphanFound)]
    assert (told, stopped) == (([(loser, Y)], []) if picked_up else ([], [loser]))


# ---- one customer, several calls -----------------------------------------------------------


def two_callbacks() -> tuple[Stage, CallbackId, CallbackId]:
    """Marie has a callback on each of two lines; x is rung for the first."""
    stage = Stage("x", steps=LONG)
    stage.configure_line("london")
    stage.occupy("x")
    first = stage.ask(stage.arrive(customer="marie"))
    second = stage.ask(stage.arrive("london", customer="marie"))
    stage.hang_up("x")
    assert stage.rung_for("x") == first
    return stage, first, second


def test_other_callback_of_a_customer_who_is_dialled_is_held_until_that_call_ends() -> None:
    """R28b: no card for the second while the first one is dialled, and one right after."""
    stage, first, second = two_callbacks()

    stage.take("x")

    assert [e.callback_id for e in stage.events(CallbackHeld)][-1] == second
    stage.customer_fails(first, FailureCause.BUSY)
    assert stage.rung_for("x") == second


def test_other_callback_is_held_until_the_conversation_is_over() -> None:
    """R28b: talking to us, the customer is not called."""
    stage, first, second = two_callbacks()
    stage.take("x")
    stage.customer_answers(first)

    stage.hang_up("x")

    assert stage.rung_for("x") == second


def test_callback_of_a_customer_with_two_calls_is_held_until_both_have_ended() -> None:
    """R28b: one of them is over, the other goes on."""
    stage = Stage("x", "y", steps=LONG)
    stage.occupy("y")
    callback = stage.ask(stage.arrive(customer="marie"))
    one, other = stage.arrive(customer="marie"), stage.arrive(customer="marie")
    stage.do_not_disturb("x")

    stage.caller_hangs_up(one)

    assert stage.world.callbacks[callback].holds
    stage.caller_hangs_up(other)
    assert not stage.world.callbacks[callback].holds
