"""Callbacks called by hand: listed, claimed, called by one agent, never lost (R35 to R39)."""

from typing import Any

import pytest

from ringback.core.effects import ConnectAgent, DialCustomer, HangUp, RingAgent
from ringback.core.events import (
    AttemptStarted,
    CallbackClaimed,
    CallbackClosed,
    CallbackUnclaimed,
    DialIntended,
    FaultSuffered,
    FollowUpCalled,
    FollowUpDismissed,
    HandCallAbandoned,
)
from ringback.core.ids import AgentId, CallbackId
from ringback.core.inputs import (
    AgentFailureCause,
    AgentPhoneAnswered,
    AgentPhoneFailed,
    CallByHand,
    CancelCallback,
    CancelReason,
    ClaimCallback,
    CorrectOutcome,
    DismissCallback,
    FailureCause,
    LegState,
    ListedLeg,
    OutcomeCorrection,
    PhoneSystemListed,
    PhoneSystemLost,
    ReleaseCallback,
)
from ringback.core.outcomes import COMPLETED, OutcomeReason, cancelled, failed, not_reached
from ringback.core.refusals import RefusalCode
from ringback.core.settings import CallbackMode, Destination, DiallingPolicy, NumberKind
from ringback.core.states import AwaitingAgent, agent_leg
from tests.scenarios.stage import Stage

X, Y = AgentId("x"), AgentId("y")


def manual_stage(**more: Any) -> tuple[Stage, CallbackId]:
    """Two agents and one manual request; both agents are free again."""
    stage = Stage("x", "y", mode=CallbackMode.MANUAL, **more)
    call = stage.arrive()
    stage.press(call)
    callback = stage.requested(call)
    stage.caller_hangs_up(call)
    return stage, callback


def failed_stage() -> tuple[Stage, CallbackId]:
    """An automated callback that everybody declined."""
    stage = Stage("x", "y")
    callback = stage.ask(stage.arrive())
    stage.decline("x")
    stage.decline("y")
    assert stage.outcome(callback) == failed(OutcomeReason.DECLINED)
    return stage, callback


def test_agent_calls_a_manual_request_by_hand() -> None:
    """R35, R38: the agent's phone first, then the customer; it leaves the list completed."""
    stage, callback = manual_stage()

    stage.give(CallByHand(callback, X))
    assert isinstance(stage.effects[-1], ConnectAgent)
    stage.phone_up("x")
    assert isinstance(stage.effects[-1], DialCustomer)
    stage.customer_answers(callback)

    assert stage.outcome(callback) == COMPLETED
    assert callback not in stage.world.follow_ups


def test_desk_phone_is_rung_for_a_call_by_hand() -> None:
    """R38: picking it up starts the dial."""
    stage, callback = manual_stage(desk=["x"])

    stage.give(CallByHand(callback, X))

    assert isinstance(stage.effects[-1], RingAgent)
    stage.phone_up("x")
    assert [e.callback_id for e in stage.events(DialIntended)] == [callback]


def test_second_agent_is_told_who_is_calling() -> None:
    """R38: nobody can start a second call."""
    stage, callback = manual_stage()
    stage.give(CallByHand(callback, X))
    connecting = stage.refuses(CallByHand(callback, Y))
    stage.phone_up("x")

    dialling = stage.refuses(CallByHand(callback, Y))

    assert connecting.code is dialling.code is RefusalCode.CALLBACK_BEING_CALLED
    assert connecting.data["agent_id"] == dialling.data["agent_id"] == "x"
    assert stage.refuses(CancelCallback(callback, CancelReason.BY_USER)).code is (
        RefusalCode.CALLBACK_ALREADY_DIALLED
    )


def test_request_is_cancelled_while_the_agents_phone_is_connected() -> None:
    """R49: at any moment before the customer is dialled; the agent is let go."""
    stage, callback = manual_stage()
    stage.give(CallByHand(callback, X))
    leg = agent_leg(stage.offer_of("x"))

    stage.give(CancelCallback(callback, CancelReason.BY_USER))
    stage.give(AgentPhoneAnswered(leg))

    assert stage.outcome(callback) == cancelled(OutcomeReason.BY_USER)
    assert HangUp(leg) in stage.effects
    assert stage.events(DialIntended) == []
    assert stage.world.agents[X].offer is None


def test_claimed_request_is_kept_for_its_agent() -> None:
    """R38: until it is released."""
    stage, callback = manual_stage()
    stage.give(ClaimCallback(callback, X))
    assert stage.refuses(CallByHand(callback, Y)).code is RefusalCode.CALLBACK_CLAIMED

    stage.give(ReleaseCallback(callback, X))
    stage.give(CallByHand(callback, Y))

    assert [e.agent_id for e in stage.events(CallbackClaimed)] == ["x"]
    assert stage.world.agents[Y].offer is not None


def test_releasing_what_nobody_claimed_is_refused() -> None:
    """R38: and so is what is not in the list."""
    stage, callback = manual_stage()

    code = stage.refuses(ReleaseCallback(callback, X)).code

    assert code is RefusalCode.CALLBACK_NOT_CLAIMED
    assert stage.refuses(CallByHand(CallbackId("?"), X)).code is RefusalCode.UNKNOWN_CALLBACK
    automated = Stage("x")
    waiting = automated.ask(automated.arrive())
    assert automated.refuses(DismissCallback(waiting, X)).code is RefusalCode.CALLBACK_NOT_LISTED


def test_unanswered_call_by_hand_stays_listed() -> None:
    """R38, R39: not reached, and not lost."""
    stage, callback = manual_stage()
    stage.give(CallByHand(callback, X))
    stage.phone_up("x")
    stage.customer_rings(callback)

    stage.wait(45)

    assert stage.outcome(callback) == not_reached(OutcomeReason.CUSTOMER_NO_ANSWER)
    assert callback in stage.world.follow_ups


def test_failed_callback_is_called_without_rewriting_its_outcome() -> None:
    """R39, S12: reached by hand, it leaves the list; the outcome stays."""
    stage, callback = failed_stage()

    stage.give(CallByHand(callback, X))
    stage.phone_up("x")
    stage.customer_answers(callback)

    assert stage.outcome(callback) == failed(OutcomeReason.DECLINED)
    assert [(e.agent_id, e.reached) for e in stage.events(FollowUpCalled)] == [("x", True)]
    assert callback not in stage.world.follow_ups
    stage.hang_up("x")
    assert stage.world.agents[X].correctable is None


def test_failed_callback_not_reached_by_hand_stays_listed() -> None:
    """R39: until someone reaches or dismisses it."""
    stage, callback = failed_stage()
    stage.give(CallByHand(callback, X))
    stage.phone_up("x")

    stage.customer_fails(callback, FailureCause.BUSY)

    assert [e.reached for e in stage.events(FollowUpCalled)] == [False]
    assert len(stage.events(CallbackClosed)) == 1
    assert callback in stage.world.follow_ups
    stage.give(ReleaseCallback(callback, X))
    stage.give(DismissCallback(callback, Y))
    assert stage.world.follow_ups == {}
    assert len(stage.events(FollowUpDismissed)) == 1


@pytest.mark.parametrize("how", ["timeout", "phone", "hang-up"])
def test_agents_phone_that_does_not_connect_leaves_it_listed(how: str) -> None:
    """R29, R38: nothing was dialled, nothing is lost."""
    stage, callback = manual_stage()
    stage.give(CallByHand(callback, X))
    offer = stage.offer_of("x")

    if how == "timeout":
        stage.wait(15)
    elif how == "phone":
        stage.give(AgentPhoneFailed(agent_leg(offer), AgentFailureCause.NO_ANSWER))
    else:
        stage.hang_up("x")

    assert len(stage.events(HandCallAbandoned)) == 1
    assert isinstance(stage.world.callbacks[callback].state, AwaitingAgent)
    assert HangUp(agent_leg(offer)) in stage.effects
    assert stage.events(DialIntended) == []


def test_trunk_fault_of_a_call_by_hand_is_not_tried_again_by_itself() -> None:
    """R34: an agent started it, an agent starts it again."""
    stage, callback = manual_stage()
    stage.give(CallByHand(callback, X))
    stage.phone_up("x")

    stage.customer_fails(callback, FailureCause.TRUNK)

    assert stage.events(FaultSuffered) == []
    assert stage.events(AttemptStarted) == []
    assert isinstance(stage.world.callbacks[callback].state, AwaitingAgent)
    assert stage.world.agents[X].call_id is None


@pytest.mark.parametrize(
    "destination",
    [Destination(NumberKind.WITHHELD), Destination(NumberKind.PREMIUM, "FR")],
)
def test_refused_numbers_are_not_called_by_hand_either(destination: Destination) -> None:
    """S15, S16: every dial passes the policy."""
    stage = Stage("x", "y")
    stage.occupy("y")
    call = stage.arrive(destination=destination)
    stage.press(call)
    stage.caller_hangs_up(call)
    (callback,) = stage.world.follow_ups

    code = stage.refuses(CallByHand(callback, X)).code

    assert code is RefusalCode.NUMBER_NOT_CALLABLE


def test_policy_changed_while_connecting_stops_the_dial() -> None:
    """S15: judged again at the moment of dialling."""
    stage, callback = manual_stage()
    stage.give(CallByHand(callback, X))
    stage.configure_line(dialling=DiallingPolicy(countries=("BE",)))

    stage.phone_up("x")

    assert stage.events(DialIntended) == []
    assert isinstance(stage.world.callbacks[callback].state, AwaitingAgent)


def test_agent_who_is_not_free_cannot_call_by_hand() -> None:
    """S6: one call at a time; nor may a customer on the phone be called."""
    stage, callback = manual_stage()
    stage.offline("x")
    assert stage.refuses(CallByHand(callback, X)).code is RefusalCode.AGENT_NOT_AVAILABLE
    stage.online("x")
    other = stage.arrive()
    assert stage.rung_for("x") == other
    assert stage.refuses(CallByHand(callback, X)).code is RefusalCode.AGENT_NOT_AVAILABLE
    stage.caller_hangs_up(other)
    stage.arrive(customer="c1")
    stage.decline("x")

    code = stage.refuses(CallByHand(callback, X)).code

    assert code is RefusalCode.CUSTOMER_ON_A_CALL


def test_calls_by_hand_are_not_rate_limited_and_do_not_count() -> None:
    """R48: the limits are for automatic callbacks."""
    stage, callback = manual_stage()
    stage.configure_line(dialling=DiallingPolicy(line_hour_max=1))
    stage.give(CallByHand(callback, X))
    stage.phone_up("x")

    stage.customer_fails(callback, FailureCause.BUSY)

    assert stage.world.dials_by_line == {}


def test_call_by_hand_survives_a_restart_or_is_abandoned() -> None:
    """R33, R34: known legs go on, a lost connection leaves it listed."""
    stage, callback = manual_stage()
    stage.give(CallByHand(callback, X))
    leg = agent_leg(stage.offer_of("x"))
    stage.world = stage.replayed()
    stage.give(PhoneSystemLost())

    stage.give(PhoneSystemListed((ListedLeg(leg, LegState.UP),)))

    assert [e.callback_id for e in stage.events(DialIntended)] == [callback]
    stage.give(PhoneSystemLost())
    stage.give(PhoneSystemListed(()))
    assert stage.outcome(callback) == not_reached(OutcomeReason.OUTCOME_UNKNOWN)
    again = CallByHand(callback, Y)
    stage.give(again)
    stage.give(PhoneSystemLost())
    stage.give(PhoneSystemListed(()))
    assert len(stage.events(HandCallAbandoned)) == 1
    assert callback in stage.world.follow_ups


def test_corrected_outcome_is_listed_to_be_called_again() -> None:
    """R31, R39: nobody was really reached; the correction stands in the list until seen to."""
    stage, callback = manual_stage(wrap_up=30)
    stage.give(CallByHand(callback, X))
    stage.phone_up("x")
    stage.customer_answers(callback)
    stage.hang_up("x")
    assert callback not in stage.world.follow_ups

    stage.give(CorrectOutcome(callback, X, OutcomeCorrection.VOICEMAIL))

    assert stage.world.follow_ups[callback].outcome == not_reached(OutcomeReason.VOICEMAIL)
    assert list(stage.replayed().follow_ups) == [callback]
    stage.wait(30)
    stage.give(CallByHand(callback, X))
    stage.phone_up("x")
    stage.customer_answers(callback)
    assert callback not in stage.world.follow_ups


def test_outcome_that_is_not_corrected_is_not_listed() -> None:
    """R39: with the wrap-up the chance is over."""
    stage, callback = manual_stage(wrap_up=30)
    stage.give(CallByHand(callback, X))
    stage.phone_up("x")
    stage.customer_answers(callback)
    stage.hang_up("x")

    stage.wait(30)

    assert stage.world.follow_ups == {}
    assert stage.world.agents[X].completed is None


def test_claim_is_released_by_whoever_names_its_agent() -> None:
    """R39: a colleague, or somebody who is no agent; a claim they have not seen stays."""
    stage, callback = manual_stage()
    stage.give(ClaimCallback(callback, X))
    assert stage.refuses(ReleaseCallback(callback, Y)).code is RefusalCode.CALLBACK_CLAIMED
    stale = stage.refuses(ReleaseCallback(callback, None, Y))

    stage.give(ReleaseCallback(callback, Y, X))
    stage.give(ClaimCallback(callback, Y))
    stage.give(ReleaseCallback(callback, None, Y))

    assert stale.data["agent_id"] == X
    assert [(e.agent_id, e.claimed_by) for e in stage.events(CallbackUnclaimed)] == [
        (Y, X),
        (None, Y),
    ]


def test_open_request_is_dismissed_by_being_cancelled() -> None:
    """R39, R49: one way for all that is listed."""
    stage, callback = manual_stage()

    stage.give(DismissCallback(callback, X))

    assert stage.outcome(callback) == cancelled(OutcomeReason.BY_USER)
    assert [e.agent_id for e in stage.events(FollowUpDismissed)] == [X]
    assert stage.replayed().callbacks == {}
