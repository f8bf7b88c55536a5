"""The conversation of a callback can be transferred like any other (R30, R31)."""

from ringback.core.effects import HangUp, Join, StartMusic
from ringback.core.events import (
    CallEnded,
    DialIntended,
    EndReached,
    OutcomeCorrected,
    QueueJoined,
)
from ringback.core.flow import RedirectToNumber, Step
from ringback.core.ids import AgentId, CallbackId, CallId, LegId, StepId
from ringback.core.inputs import (
    CallByHand,
    CorrectOutcome,
    CustomerAnswered,
    FailureCause,
    LegEnded,
    LegState,
    ListedLeg,
    OutcomeCorrection,
    PhoneSystemListed,
    PhoneSystemLost,
    TransferToAgent,
)
from ringback.core.outcomes import COMPLETED
from ringback.core.refusals import RefusalCode
from ringback.core.settings import CallbackMode, WhenCustomerCalls
from ringback.core.states import AwaitingAgent, Redirecting, TalkingOutside, agent_leg
from tests.scenarios.stage import ORDINARY, VOICEMAIL, Stage, audio, ring

X, Y = AgentId("x"), AgentId("y")
TO_Y = TransferToAgent(X, Y)


def called_back_by_x() -> tuple[Stage, CallbackId, LegId]:
    """A customer who was called back talks to x."""
    stage = Stage(
        "x",
        "y",
        "z",
        teams={"support": ["x"], "sales": ["z"]},
        steps=[ring(ring_for=300), VOICEMAIL],
        wrap_up=60,
    )
    callback = stage.ask(stage.arrive())
    stage.take("x")
    stage.customer_answers(callback)
    stage.effects.clear()
    return stage, callback, stage.customer_leg(callback)


def test_called_customer_is_transferred_like_a_caller() -> None:
    """R30, R31: the callback stays completed; the customer's leg is dialled no second time."""
    stage, callback, leg = called_back_by_x()

    stage.give(TO_Y)
    assert StartMusic(leg, "waiting") in stage.effects
    call = stage.rung_for("y")
    new_leg = agent_leg(stage.offer_of("y"))
    stage.take("y")

    assert call is not None
    assert Join(CallId(call), new_leg, leg) in stage.effects
    assert stage.outcome(callback) == COMPLETED
    assert HangUp(leg) not in stage.effects
    assert len(stage.events(DialIntended)) == 1
    stage.give(LegEnded(leg))
    assert stage.events(CallEnded)[-1].call_id == call
    assert not stage.world.calls
    assert not stage.world.outbound_calls


def test_who_called_back_corrects_the_outcome_after_transferring() -> None:
    """R31: in their own wrap-up; the colleague has called nobody back."""
    stage, callback, _ = called_back_by_x()
    stage.give(TO_Y)
    stage.take("y")
    stage.hang_up("y")

    wrong = OutcomeCorrection.WRONG_PERSON
    refused = stage.refuses(CorrectOutcome(callback, Y, wrong))
    assert stage.world.agents[X].correctable == callback
    stage.give(CorrectOutcome(callback, X, wrong))

    assert refused.code is RefusalCode.OUTCOME_NOT_CORRECTABLE
    assert stage.events(OutcomeCorrected)[-1].agent_id == X


def test_called_customer_whom_nobody_takes_waits_where_the_callback_waited() -> None:
    """R30: first with who called them, then at the ring step."""
    stage, _, leg = called_back_by_x()
    stage.give(TO_Y)
    call = stage.rung_for("y")
    stage.decline("y")
    assert stage.rung_for("x") == call

    stage.wait(30)
    assert stage.waiting() == [call]
    assert HangUp(leg) not in stage.effects


def test_customer_called_by_hand_hears_goodbye_if_really_nobody_is_there() -> None:
    """R30: whom we have called leaves no voicemail; a message ends the call, not silence."""
    stage = Stage("x", "y", mode=CallbackMode.MANUAL, steps=[ring(ring_for=300), VOICEMAIL])
    callback = stage.ask(stage.arrive())
    stage.give(CallByHand(callback, X))
    stage.phone_up("x")
    stage.customer_answers(callback)

    stage.give(TO_Y)
    stage.offline("x")
    stage.offline("y")

    said = stage.events(EndReached)[-1].prompt
    assert said == "en/no_answer_goodbye"


def test_called_customer_put_through_outside_does_not_supersede_another_request() -> None:
    """R37: we called, not the customer; what they asked for besides is still owed to them."""
    outside = RedirectToNumber(StepId("outside"), "+33199001234", ORDINARY, StepId("voicemail"))
    stage = Stage(
        "x",
        "y",
        mode=CallbackMode.MANUAL,
        steps=[ring(then="outside", ring_for=30), outside, VOICEMAIL],
        when_customer_calls=WhenCustomerCalls.CANCEL,
    )
    first = stage.ask(stage.arrive(customer="anna"))
    stage.give(CallByHand(first, X))
    stage.phone_up("x")
    stage.customer_fails(first, FailureCause.NO_ANSWER)
    second = stage.ask(stage.arrive(customer="anna"))
    stage.give(CallByHand(first, X))
    stage.phone_up("x")
    stage.customer_answers(first)
    stage.give(TO_Y)
    stage.offline("x")
    stage.offline("y")

    [call] = stage.world.calls.values()
    assert isinstance(call.state, Redirecting)
    stage.give(CustomerAnswered(call.state.leg_id))

    assert isinstance(call.state, TalkingOutside)
    assert isinstance(stage.world.callbacks[second].state, AwaitingAgent)


def test_crash_during_the_transfer_of_a_called_customer_keeps_them() -> None:
    """S20, S21, R33: found again by the leg that was dialled."""
    stage, _, leg = called_back_by_x()
    old = stage.world.agents[X].leg_id
    assert old is not None
    stage.give(TO_Y)
    stage.give(PhoneSystemLost())
    stage.effects.clear()

    there = (ListedLeg(leg, LegState.UP), ListedLeg(old, LegState.UP))
    stage.give(PhoneSystemListed(there))

    assert HangUp(old) in stage.effects
    assert HangUp(leg) not in stage.effects
    assert StartMusic(leg, "waiting") in stage.effects
    assert stage.replayed().calls == stage.world.calls


def test_customer_who_rings_cannot_be_transferred_yet() -> None:
    """R30: there is no conversation to hand over."""
    stage = Stage("x", "y", steps=[ring(ring_for=300), VOICEMAIL], teams={"support": ["x"]})
    stage.ask(stage.arrive())
    stage.take("x")

    assert stage.refuses(TO_Y).code is RefusalCode.NOT_IN_CONVERSATION


def called_by_hand(*steps: Step) -> tuple[Stage, CallbackId]:
    """x talks to the customer of a manual request, called by hand."""
    stage = Stage("x", "y", mode=CallbackMode.MANUAL, steps=steps, wrap_up=60)
    callback = stage.ask(stage.arrive())
    stage.give(CallByHand(callback, X))
    stage.phone_up("x")
    stage.customer_answers(callback)
    return stage, callback


def test_manual_request_transferred_in_vain_waits_where_it_would_have_rung() -> None:
    """R30, R31: it has stood in no queue; who called may correct the outcome."""
    stage, callback = called_by_hand(audio("hello", "ring"), ring(ring_for=300), VOICEMAIL)

    stage.give(TO_Y)
    assert stage.world.agents[X].correctable == callback
    stage.decline("y")
    stage.wait(30)

    [call] = stage.world.calls
    assert stage.waiting() == [call]


def test_transferred_in_vain_where_no_ring_step_is_ends_with_a_goodbye() -> None:
    """R30: the customer is told that nobody is there."""
    stage, callback = called_by_hand(audio("hello", "voicemail"), VOICEMAIL)

    stage.give(TO_Y)
    assert stage.world.agents[X].correctable == callback
    stage.decline("y")
    stage.decline("x")

    assert [end.prompt for end in stage.events(EndReached)] == ["en/no_answer_goodbye"]


def test_customer_called_for_a_listed_callback_leaves_nothing_to_correct() -> None:
    """R31, R39: the outcome was another call's; a transfer changes nothing about it."""
    stage, callback, _ = called_back_by_x()
    stage.hang_up("x")
    stage.give(CorrectOutcome(callback, X, OutcomeCorrection.VOICEMAIL))
    stage.wait(60)
    stage.give(CallByHand(callback, X))
    stage.phone_up("x")
    stage.customer_answers(callback)

    stage.give(TO_Y)

    assert stage.world.agents[X].wrap_up_until is not None
    assert stage.world.agents[X].correctable is None


def test_corrected_after_a_transfer_the_callback_is_listed() -> None:
    """R31, R39: like one that was corrected without."""
    stage, callback, _ = called_back_by_x()
    stage.give(TO_Y)

    stage.give(CorrectOutcome(callback, X, OutcomeCorrection.VOICEMAIL))

    assert callback in stage.world.follow_ups


def test_called_customer_waits_again_where_the_callback_was_offered() -> None:
    """R30: at that ring step, not at the first."""
    first, second = ring("first", agent="z", then="second"), ring("second", agent="x")
    stage = Stage("x", "y", "z", steps=[first, second, VOICEMAIL])
    stage.offline("z")
    callback = stage.ask(stage.arrive())
    stage.take("x")
    stage.customer_answers(callback)
    stage.online("z")
    stage.give(TO_Y)
    stage.decline("y")

    stage.wait(30)

    [call] = stage.world.calls
    assert stage.waiting("second") == [call]


def test_called_customer_waits_where_the_callback_was_offered_not_where_it_began() -> None:
    """R30: it had moved on to a second ring step, whose agent called."""
    stage = Stage(
        "w",
        "x",
        "y",
        teams={"first": ["w"], "support": ["x"]},
        steps=[ring("one", then="ring", team="first"), ring(ring_for=300), VOICEMAIL],
    )
    stage.do_not_disturb("w")
    callback = stage.ask(stage.arrive())
    stage.take("x")
    stage.customer_answers(callback)
    stage.give(TO_Y)
    call = stage.rung_for("y")
    stage.decline("y")
    stage.do_not_disturb("x")

    assert call is not None
    assert stage.waiting() == []
    assert [joined.step_id for joined in stage.events(QueueJoined)][-3:] == [
        "transfer:y",
        "transfer:x",
        "ring",
    ]
