"""Agents whose calls ring on an outside number: only the 1 accepts (R19, R21, R22, R29)."""

from typing import Any

import pytest

from ringback.core.effects import (
    ConnectAgent,
    DialAgent,
    DialCustomer,
    HangUp,
    Join,
    PlayPrompt,
    RingAgent,
    StopPrompt,
    StopRinging,
    TurnAway,
)
from ringback.core.events import (
    DialIntended,
    OfferAccepted,
    OfferDeclined,
    OffersRangOut,
    OffersWithdrawn,
    OutsidePhoneAsked,
    RingOutCause,
    WhisperStarted,
    WithdrawalCause,
)
from ringback.core.flow import RingStep
from ringback.core.ids import LegId
from ringback.core.inputs import (
    AcceptOffer,
    AgentConnected,
    AgentConnectionLost,
    AgentFailureCause,
    AgentPhoneAnswered,
    AgentPhoneDeclined,
    AgentPhoneFailed,
    ConfigureAgent,
    LegEnded,
)
from ringback.core.outcomes import COMPLETED
from ringback.core.refusals import RefusalCode
from ringback.core.settings import AgentProfile, PhoneKind
from ringback.core.states import Standing, Talking, Waiting
from tests.scenarios.outside_phones import (
    X,
    Y,
    leg_of,
    of_kind,
    outside_stage,
    picks_up,
    presses,
    question_ends,
)
from tests.scenarios.stage import VOICEMAIL, ring

# ---- only the 1 accepts ------------------------------------------------------------------


def test_outside_phone_is_dialled_at_the_offer_and_asked_when_it_is_picked_up() -> None:
    """R21, R29: whoever picks up hears which line it is; nothing is accepted by that."""
    stage = outside_stage()
    call = stage.arrive()
    leg = leg_of(stage)
    assert of_kind(stage.effects, DialAgent, RingAgent, ConnectAgent) == [
        DialAgent(leg, X, "paris")  # type: ignore[arg-type]
    ]

    picks_up(stage)

    (asked,) = stage.events(OutsidePhoneAsked)
    assert stage.effects[-1] == PlayPrompt(leg, asked.playback_id, asked.prompt)
    assert asked.prompt == "en/press_one_for_call@paris"
    assert not stage.events(OfferAccepted)
    assert isinstance(stage.world.calls[call].state, Waiting)


def test_one_accepts_and_the_caller_is_joined() -> None:
    """R29: the question is cut short, and they hear each other."""
    stage = outside_stage()
    call = stage.arrive()
    leg = picks_up(stage)
    question = stage.events(OutsidePhoneAsked)[0].playback_id

    presses(stage, leg)

    assert StopPrompt(leg, question) in stage.effects
    assert stage.effects[-1] == Join(call, leg, LegId(call))
    assert isinstance(stage.world.calls[call].state, Talking)


def test_one_accepts_a_callback_and_only_then_the_customer_is_dialled() -> None:
    """R29, S4: the customer's phone never rings for a voicemail."""
    stage = outside_stage()
    callback = stage.ask(stage.arrive())
    leg = picks_up(stage)
    assert stage.events(OutsidePhoneAsked)[-1].prompt == "en/press_one_for_callback@paris"
    assert not of_kind(stage.effects, DialCustomer)

    presses(stage, leg)
    stage.customer_answers(callback)

    assert len(of_kind(stage.effects, DialCustomer)) == 1
    assert stage.outcome(callback) == COMPLETED


def test_question_is_asked_three_times_and_other_keys_mean_nothing() -> None:
    """A message that cannot be played is not repeated for ever."""
    stage = outside_stage()
    stage.arrive()
    leg = picks_up(stage)

    for _ in range(5):
        presses(stage, leg, "5")
        question_ends(stage, leg)

    assert [e.time_number for e in stage.events(OutsidePhoneAsked)] == [1, 2, 3]
    assert stage.rung_for("x") is not None


def test_whisper_is_spared_an_agent_who_has_heard_the_line_already() -> None:
    """The question has named it; the announcement is the caller's all the same."""
    stage = outside_stage()
    stage.configure_line(whisper=True, announcement_prompt="en/may_be_recorded")
    call = stage.arrive()

    presses(stage, picks_up(stage))

    assert isinstance(stage.effects[-1], PlayPrompt)
    assert stage.effects[-1].leg_id == LegId(call)


# ---- what is no accept -------------------------------------------------------------------


def test_key_two_declines_the_offer() -> None:
    """R22: the other key."""
    stage = outside_stage()
    call = stage.arrive()
    leg = picks_up(stage)

    presses(stage, leg, "2")

    assert [e.item_id for e in stage.events(OfferDeclined)] == [call]
    assert HangUp(leg) in stage.effects


def test_voicemail_that_picks_up_is_its_agents_ring_out_while_others_ring_on() -> None:
    """R21: nobody presses 1; its leg is hung up, and the customer stays with the others."""
    stage = outside_stage("x", "y")
    callback = stage.ask(stage.arrive())
    leg = picks_up(stage)
    assert stage.rung_for("y") == callback

    stage.wait(25)

    assert stage.events(OffersRangOut)[-1].cause is RingOutCause.NOT_CONFIRMED
    assert stage.events(OffersRangOut)[-1].agent_ids == (X,)
    assert HangUp(leg) in stage.effects
    assert (stage.rung_for("x"), stage.rung_for("y")) == (None, callback)
    assert stage.give(LegEnded(leg)) == []


def test_hanging_up_without_a_key_is_a_ring_out() -> None:
    """A voicemail that hangs up says the same as a person who does."""
    stage = outside_stage()
    stage.arrive()
    leg = picks_up(stage)

    stage.give(LegEnded(leg))

    assert stage.events(OffersRangOut)[0].cause is RingOutCause.NOT_CONFIRMED


@pytest.mark.parametrize(
    "how", ["declined", AgentFailureCause.NO_ANSWER, AgentFailureCause.UNREACHABLE]
)
def test_outside_phone_that_is_not_picked_up_has_rung_out(how: Any) -> None:
    """Busy, rejected, switched off: none of it is the agent's *Decline* (R22)."""
    stage = outside_stage()
    stage.arrive()
    leg = leg_of(stage)

    stage.give(AgentPhoneDeclined(leg) if how == "declined" else AgentPhoneFailed(leg, how))

    assert stage.events(OffersRangOut)[0].cause is RingOutCause.PHONE_FAILED
    assert not stage.events(OfferDeclined)


def test_trunk_that_fails_is_the_agents_ring_out_and_not_the_customers_fault() -> None:
    """R32, R34 are about the customer's leg: the callback rings on, and counts no fault."""
    stage = outside_stage("x", "y")
    callback = stage.ask(stage.arrive())

    stage.give(AgentPhoneFailed(leg_of(stage), AgentFailureCause.FAULT))

    assert stage.events(OffersRangOut)[0].phone_failure is AgentFailureCause.FAULT
    assert stage.world.callbacks[callback].faults == 0
    assert stage.rung_for("y") == callback


def test_press_on_the_page_does_not_accept_for_an_outside_phone() -> None:
    """R29: a voicemail could pick up after it; only the 1 on that phone accepts."""
    stage = outside_stage()
    stage.arrive()

    refused = stage.refuses(AcceptOffer(stage.offer_of("x"), X))

    assert refused.code is RefusalCode.ACCEPT_ON_THE_PHONE


def test_ringing_ends_with_the_step_while_somebody_hears_the_question() -> None:
    """R21: the step's time is nobody's to prolong."""
    short = ring(ring_for=20)
    assert isinstance(short, RingStep)
    stage = outside_stage(steps=[short, VOICEMAIL])
    stage.arrive()
    stage.wait(10)
    leg = picks_up(stage)

    stage.wait(10)

    assert HangUp(leg) in stage.effects
    presses(stage, leg)
    assert not stage.events(OfferAccepted)


# ---- races -------------------------------------------------------------------------------


def test_loser_who_hears_the_question_hears_that_a_colleague_was_faster() -> None:
    """R29: a late 1 is turned away, and the phone is let go."""
    stage = outside_stage("x", "y")
    call = stage.arrive()
    leg = picks_up(stage)

    stage.take("y")
    presses(stage, leg)

    assert of_kind(stage.effects, TurnAway) == [TurnAway(leg, "en/taken_by_colleague")]
    assert len(stage.events(OfferAccepted)) == 1
    assert stage.world.agents[Y].call_id == call


def test_loser_whose_phone_still_rings_is_stopped_and_told_if_it_was_picked_up() -> None:
    """R29: picked up in the same instant, it hears why."""
    stage = outside_stage("x", "y")
    stage.arrive()
    leg = leg_of(stage)
    stage.take("y")
    assert StopRinging(leg) in stage.effects

    stage.give(AgentPhoneAnswered(leg))

    assert stage.effects[-1] == TurnAway(leg, "en/taken_by_colleague")


def test_one_on_the_outside_phone_wins_over_a_desk_phone() -> None:
    """R29: the first accept is the one that counts, wherever it is given."""
    stage = outside_stage("x", "y", desk=["y"])
    call = stage.arrive()
    other = leg_of(stage, "y")

    presses(stage, picks_up(stage))

    assert StopRinging(other) in stage.effects
    assert stage.world.agents[X].call_id == call


def test_caller_who_is_gone_leaves_nobody_with_the_question() -> None:
    """S8, S20: the outside phone is let go at once."""
    stage = outside_stage()
    call = stage.arrive()
    leg = picks_up(stage)

    stage.caller_hangs_up(call)

    assert HangUp(leg) in stage.effects
    presses(stage, leg)
    assert not stage.events(OfferAccepted)


# ---- availability ------------------------------------------------------------------------


def test_outside_agent_needs_no_page_to_be_rung() -> None:
    """R19: a lost connection is nothing to a phone that has none."""
    stage = outside_stage()
    stage.give(AgentConnectionLost(X))
    stage.wait(600)

    call = stage.arrive()

    assert stage.rung_for("x") == call
    assert stage.world.agents[X].standing is Standing.RUNG


def test_lost_page_does_not_take_back_what_rings_outside() -> None:
    """R19: the phone rings on."""
    stage = outside_stage()
    call = stage.arrive()

    stage.give(AgentConnectionLost(X))

    assert stage.rung_for("x") == call


def test_agent_who_goes_back_to_a_page_that_is_gone_is_not_rung() -> None:
    """R19: the connection counts again with the phone that has one."""
    stage = outside_stage()
    stage.give(AgentConnectionLost(X))
    stage.give(ConfigureAgent(AgentProfile(X, "x", PhoneKind.BROWSER)))
    call = stage.arrive()
    assert stage.rung_for("x") is None

    stage.give(AgentConnected(X))

    assert call not in stage.world.calls or stage.rung_for("x") == call
    assert stage.world.agents[X].missing_since is None


def test_change_of_phone_takes_back_what_rings_outside() -> None:
    """R19: neither declined nor rung out; it rings where calls ring from here on."""
    stage = outside_stage()
    call = stage.arrive()
    leg = picks_up(stage)

    stage.give(ConfigureAgent(AgentProfile(X, "x", PhoneKind.BROWSER)))

    assert stage.events(OffersWithdrawn)[0].cause is WithdrawalCause.AGENT_LEFT
    assert HangUp(leg) in stage.effects
    assert stage.rung_for("x") == call


def test_whisper_of_a_callback_is_spared_who_has_heard_the_line_already() -> None:
    """R29: the question at an outside phone has named the line; a page hears the whisper."""
    stage = outside_stage("x", "y", whisper=True)
    stage.do_not_disturb("y")
    stage.ask(stage.arrive(customer="marie"))
    presses(stage, picks_up(stage))
    stage.online("y")
    stage.ask(stage.arrive(customer="karim"))
    stage.take("y")

    assert [dial.agent_id for dial in stage.events(DialIntended)] == [X, Y]
    assert [whisper.agent_id for whisper in stage.events(WhisperStarted)] == [Y]
