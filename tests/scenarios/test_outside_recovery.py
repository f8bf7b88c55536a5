"""Outside phones called by hand, and found again after separations (R33, R34, R38)."""

import pytest

from ringback.core.effects import (
    DialAgent,
    DialCustomer,
    Effect,
    HangUp,
    PlayPrompt,
    StopRinging,
)
from ringback.core.events import (
    DialIntended,
    HandCallAbandoned,
    OfferAccepted,
    OffersWithdrawn,
    OutsidePhoneAsked,
    WithdrawalCause,
)
from ringback.core.ids import LegId
from ringback.core.inputs import (
    AgentFailureCause,
    AgentPhoneAnswered,
    AgentPhoneFailed,
    CallByHand,
    LegEnded,
    LegState,
    ListedLeg,
    PhoneSystemListed,
    PhoneSystemLost,
)
from ringback.core.settings import CallbackMode
from ringback.core.states import Talking
from tests.scenarios.outside_phones import X, leg_of, of_kind, outside_stage, picks_up, presses
from tests.scenarios.stage import Stage

# ---- by hand -----------------------------------------------------------------------------


def by_hand_stage() -> tuple[Stage, LegId]:
    stage = outside_stage(mode=CallbackMode.MANUAL)
    call = stage.arrive()
    stage.press(call)
    callback = stage.requested(call)
    stage.prompt_ends(call)
    stage.caller_hangs_up(call)
    stage.give(CallByHand(callback, X))
    return stage, leg_of(stage)


def test_call_by_hand_rings_outside_and_dials_the_customer_after_the_one() -> None:
    """R38: the agent's own phone first, with time for it to ring."""
    stage, leg = by_hand_stage()
    assert isinstance(stage.effects[-1], DialAgent)
    stage.wait(40)
    stage.give(AgentPhoneAnswered(leg))
    assert not stage.events(DialIntended)

    presses(stage, leg)

    assert len(of_kind(stage.effects, DialCustomer)) == 1


@pytest.mark.parametrize("how", ["silence", "voicemail", "two", "hangs up", "no answer"])
def test_call_by_hand_that_nobody_confirms_stays_in_the_list(how: str) -> None:
    """R38: nobody was dialled."""
    stage, leg = by_hand_stage()
    match how:
        case "silence":
            stage.wait(60)
        case "no answer":
            stage.give(AgentPhoneFailed(leg, AgentFailureCause.NO_ANSWER))
        case _:
            stage.give(AgentPhoneAnswered(leg))
    match how:
        case "voicemail":
            stage.wait(25)
        case "two":
            presses(stage, leg, "2")
        case "hangs up":
            stage.give(LegEnded(leg))

    assert len(stage.events(HandCallAbandoned)) == 1
    assert not stage.events(DialIntended)
    assert HangUp(leg) in stage.effects
    assert stage.world.agents[X].offer is None


# ---- separations -------------------------------------------------------------------------


def separated(stage: Stage, *legs: ListedLeg) -> list[Effect]:
    stage.give(PhoneSystemLost())
    before = len(stage.effects)
    stage.give(PhoneSystemListed(tuple(legs)))
    return stage.effects[before:]


def caller(stage: Stage) -> ListedLeg:
    (call_id,) = stage.world.calls
    return ListedLeg(LegId(call_id), LegState.UP)


def test_outside_phone_that_rings_on_is_left_ringing() -> None:
    """R33: nothing is dialled again."""
    stage = outside_stage()
    call = stage.arrive()
    leg = leg_of(stage)

    ordered = separated(stage, caller(stage), ListedLeg(leg, LegState.RINGING))

    assert not of_kind(ordered, DialAgent, HangUp, StopRinging)
    assert stage.rung_for("x") == call


def test_outside_phone_picked_up_unheard_is_asked() -> None:
    """R33: being up is no accept, for a voicemail is up as well."""
    stage = outside_stage()
    stage.arrive()
    leg = leg_of(stage)

    separated(stage, caller(stage), ListedLeg(leg, LegState.UP))

    assert len(stage.events(OutsidePhoneAsked)) == 1
    assert not stage.events(OfferAccepted)


def test_question_is_asked_again_after_a_separation() -> None:
    """A key pressed meanwhile was not heard; the time to press one is not prolonged."""
    stage = outside_stage()
    stage.arrive()
    leg = picks_up(stage)
    stage.wait(15)

    separated(stage, caller(stage), ListedLeg(leg, LegState.UP))
    presses(stage, leg)

    assert [e.time_number for e in stage.events(OutsidePhoneAsked)] == [1, 1]
    assert len(stage.events(OfferAccepted)) == 1


def test_outside_phone_that_is_gone_after_a_separation_is_a_fault_of_ours() -> None:
    """R34: neither declined nor rung out; it is dialled again on a leg of its own."""
    stage = outside_stage()
    call = stage.arrive()
    leg = picks_up(stage)

    separated(stage, caller(stage))

    assert stage.events(OffersWithdrawn)[0].cause is WithdrawalCause.FAULT
    assert stage.rung_for("x") == call
    assert leg_of(stage) != leg


def test_talking_outside_agent_goes_on_after_a_separation() -> None:
    """S20: the conversation is left as it is."""
    stage = outside_stage()
    call = stage.arrive()
    leg = picks_up(stage)
    presses(stage, leg)

    ordered = separated(stage, caller(stage), ListedLeg(leg, LegState.UP))

    assert not of_kind(ordered, HangUp, DialAgent, PlayPrompt)
    assert isinstance(stage.world.calls[call].state, Talking)


def test_question_is_the_same_after_a_replay() -> None:
    """S21: from the facts alone."""
    stage = outside_stage()
    stage.arrive()
    picks_up(stage)

    replayed = stage.replayed()

    assert replayed.offers == stage.world.offers
    assert next(iter(replayed.offers.values())).question is not None
