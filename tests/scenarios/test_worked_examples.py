"""The seventeen worked examples of docs/worked-examples.md, one test each."""

from datetime import timedelta

import pytest

from ringback.core.events import (
    AttemptFailed,
    AttemptStarted,
    CallbackHeld,
    CallbackRequested,
    CallConnected,
    DialIntended,
    OffersMade,
    OffersRangOut,
    OffersWithdrawn,
    QueueJoined,
    RequestJoined,
    RequestNotGranted,
    WithdrawalCause,
)
from ringback.core.flow import RingRule
from ringback.core.ids import AgentId
from ringback.core.inputs import AcceptOffer, AgentConnected, AgentConnectionLost
from ringback.core.outcomes import OutcomeReason, failed, not_reached
from ringback.core.refusals import Refusal, RefusalCode
from ringback.core.settings import Destination, NumberKind, WhenBusy
from ringback.core.states import Talking
from tests.scenarios.stage import VOICEMAIL, Stage, audio, ring


def test_example_1_places_are_kept_between_live_callers() -> None:
    """R12, R28: callers and callbacks are served in one order."""
    stage = Stage(
        "x",
        "y",
        "z",
        steps=[ring(ring_for=300, team="support"), VOICEMAIL],
        teams={"support": ["x", "y"]},
    )
    stage.occupy("x", "y")
    a, b = stage.arrive(), stage.arrive()
    callback = stage.ask(b)
    c = stage.arrive()
    assert stage.waiting() == [a, callback, c]

    stage.hang_up("x")

    assert stage.rung_for("x") == a
    stage.take("x")
    stage.hang_up("y")
    assert stage.rung_for("y") == callback
    stage.take("y")
    stage.customer_answers(callback)
    stage.hang_up("x")
    assert stage.rung_for("x") == c


def test_example_2_nobody_online_uses_up_all_attempts_at_once() -> None:
    """R27: three attempts fail in one instant; the wait is confirmation and settling."""
    stage = Stage("x", retries=2, respect_queuing_time=False)
    call = stage.arrive()
    stage.press(call)
    callback = stage.requested(call)
    stage.offline("x")
    stage.wait(4)
    stage.prompt_ends(call)
    stage.caller_hangs_up(call)
    assert callback in stage.world.callbacks

    stage.wait(5)

    assert [e.attempt_number for e in stage.events(AttemptFailed)] == [1, 2, 3]
    assert stage.at(AttemptFailed, 0) == stage.at(AttemptFailed, 2)
    assert stage.outcome(callback) == failed(OutcomeReason.NO_AVAILABLE_AGENT)
    assert stage.at(AttemptFailed) - stage.requested_at(callback) == timedelta(seconds=9)


def test_example_3_a_retry_stands_behind_a_later_live_caller() -> None:
    """R15: the retry goes to the back, and rings decliners again."""
    stage = Stage("x", "y", retries=1)
    callback = stage.ask(stage.arrive())
    d = stage.arrive()

    stage.decline("x")
    assert stage.rung_for("x") == d
    stage.decline("y")

    assert stage.waiting() == [d, callback]
    assert (stage.rung_for("x"), stage.rung_for("y")) == (d, d)
    stage.take("x")
    assert stage.rung_for("y") == callback
    assert stage.world.callbacks[callback].attempt_number == 2


def test_example_4_a_request_in_the_welcome_walks_through_both_teams() -> None:
    """R13, R14, R15: A, B, A, B, each time at the back; then it fails for want of an answer."""
    stage = Stage(
        "x",
        "y",
        teams={"a": ["x"], "b": ["y"]},
        steps=[
            audio("welcome", "ring-a"),
            ring("ring-a", team="a", ring_for=20, then="please-wait"),
            audio("please-wait", "ring-b"),
            ring("ring-b", team="b", ring_for=20),
            VOICEMAIL,
        ],
        retries=1,
    )
    callback = stage.ask(stage.arrive())

    stage.wait(100)

    rung = [(e.offers[0].agent_id, stage_at) for e, stage_at in _with_times(stage, OffersMade)]
    assert [agent for agent, _ in rung] == ["x", "y", "x", "y"]
    assert rung[3][1] - rung[0][1] == timedelta(seconds=60)
    joined = [e.step_id for e in stage.events(QueueJoined) if e.item_id == callback]
    assert joined == ["ring-a", "ring-b", "ring-a", "ring-b"]
    assert stage.outcome(callback) == failed(OutcomeReason.NO_ANSWER)


def test_example_5_no_ring_step_ahead_is_missed_at_once() -> None:
    """R18: nothing can ring it."""
    stage = Stage("x", steps=[audio("welcome", "voicemail"), VOICEMAIL])
    call = stage.arrive()

    stage.press(call)

    callback = stage.requested(call)
    assert stage.outcome(callback) == failed(OutcomeReason.NO_RING_STEP)
    assert stage.now == stage.requested_at(callback)


def test_example_6_two_accepts_make_one_call() -> None:
    """R29, S8: the loser is told who won."""
    stage = Stage("x", "y")
    callback = stage.ask(stage.arrive())
    offer_of_y = stage.offer_of("y")

    stage.take("x")
    with pytest.raises(Refusal) as refused:
        stage.give(AcceptOffer(offer_of_y, AgentId("y")))

    assert refused.value.code is RefusalCode.OFFER_TAKEN
    assert refused.value.data["taken_by"] == "x"
    assert [e.callback_id for e in stage.events(DialIntended)] == [callback]


def test_example_7_an_unanswered_customer_is_not_retried() -> None:
    """R32: retries concern agents, not customers who do not answer."""
    stage = Stage("x", retries=3)
    callback = stage.ask(stage.arrive())
    stage.take("x")
    stage.customer_rings(callback)

    stage.wait(45)

    assert stage.outcome(callback) == not_reached(OutcomeReason.CUSTOMER_NO_ANSWER)
    assert stage.events(AttemptStarted) == []
    assert len(stage.events(DialIntended)) == 1
    assert stage.world.agents[AgentId("x")].call_id is None


def test_example_8_a_restart_keeps_the_place() -> None:
    """R12, S1: what was confirmed is there, at the same place."""
    stage = Stage("x")
    stage.occupy("x")
    a, b, c = stage.arrive(), stage.arrive(), stage.arrive()
    callback = stage.ask(b)
    before = stage.waiting()

    stage.world = stage.replayed()

    assert stage.waiting() == before == [a, callback, c]


def test_example_9_a_second_request_joins_the_first() -> None:
    """R10: one callback, the earlier place, two inbound calls."""
    stage = Stage("x", steps=[ring(ring_for=600), VOICEMAIL])
    stage.occupy("x")
    first = stage.arrive(customer="marie")
    callback = stage.ask(first)
    other = stage.arrive()
    stage.wait(500)
    second = stage.arrive(customer="marie")

    stage.ask(second)

    assert len(stage.events(CallbackRequested)) == 1
    assert [e.call_id for e in stage.events(RequestJoined)] == [second]
    assert stage.world.callbacks[callback].inbound_call_ids == [first, second]
    assert stage.waiting() == [callback, other]


def test_example_10_a_withheld_number_keeps_its_place_and_is_listed() -> None:
    """R9: told so, answered as usual; hung up, it is in the manual list and nobody is rung."""
    withheld = Destination(NumberKind.WITHHELD)
    stage = Stage("x")
    stage.occupy("x")
    call = stage.arrive(customer=None, destination=withheld)
    stage.press(call)
    assert stage.waiting() == [call]
    assert stage.world.calls[call].prompt == "en/cannot_call_back"
    stage.hang_up("x")
    stage.take("x")
    assert isinstance(stage.world.calls[call].state, Talking)
    unlucky = stage.arrive(customer=None, destination=withheld)
    stage.press(unlucky)

    stage.caller_hangs_up(unlucky)

    (request,) = stage.events(CallbackRequested)
    assert (request.call_id, request.customer_id) == (unlucky, None)
    assert stage.outcome(request.callback_id) == failed(OutcomeReason.WITHHELD_NUMBER)
    assert len(stage.events(RequestNotGranted)) == 2
    assert stage.events(OffersMade)[-1].item_id == call


def test_example_11_fail_at_once_when_everyone_is_busy() -> None:
    """R24: *fail at once* fails at the front."""
    stage = Stage("x", when_busy=WhenBusy.FAIL)
    stage.occupy("x")

    callback = stage.ask(stage.arrive())

    assert stage.outcome(callback) == failed(OutcomeReason.NO_AVAILABLE_AGENT)


def test_example_11_waiting_rings_the_first_who_hangs_up() -> None:
    """R24: *wait up to 60 minutes* rings the first who becomes free."""
    stage = Stage("x", when_busy=WhenBusy.WAIT)
    stage.occupy("x")
    callback = stage.ask(stage.arrive())
    stage.wait(59 * 60)

    stage.hang_up("x")

    assert stage.rung_for("x") == callback


def test_example_12_a_place_in_front_holds_nobody_up() -> None:
    """R28: live A rings X while callback B behind rings Y."""
    stage = Stage("x", "y", steps=[ring(rule=RingRule.LONGEST_IDLE, ring_for=300), VOICEMAIL])
    stage.occupy("x", "y")
    a = stage.arrive()
    callback = stage.ask(stage.arrive())
    stage.hang_up("x")
    assert stage.rung_for("x") == a

    stage.hang_up("y")

    assert stage.rung_for("y") == callback
    assert stage.waiting() == [a, callback]


@pytest.mark.parametrize("rule", list(RingRule))
def test_example_13_busy_colleagues_are_waited_for(rule: RingRule) -> None:
    """R23: one decline or ring-out is not the end while others are busy."""
    names = [f"a{n}" for n in range(10)]
    stage = Stage(*names, steps=[ring(ring_for=60, rule=rule), VOICEMAIL], retries=0)
    stage.occupy(*names[1:])
    callback = stage.ask(stage.arrive())
    assert stage.rung_for("a0") == callback

    if rule is RingRule.SIMULTANEOUS:
        stage.decline("a0")
    else:
        stage.wait(30)
    stage.wait(600)

    assert callback in stage.world.callbacks
    assert stage.rung_for("a0") is None
    stage.hang_up("a5")
    assert stage.rung_for("a5") == callback


def test_example_14_a_page_reload_does_not_empty_a_queue() -> None:
    """R19: a lost connection is busy for a minute; the first rings when the page is back."""
    stage = Stage("x", "y")
    stage.offline("y")
    stage.occupy("x")
    callbacks = [stage.ask(stage.arrive()) for _ in range(3)]
    stage.give(AgentConnectionLost(AgentId("x")))
    stage.hang_up("x")
    stage.wait(5)
    assert stage.waiting() == callbacks

    stage.give(AgentConnected(AgentId("x")))

    assert stage.rung_for("x") == callbacks[0]
    assert stage.events(AttemptFailed) == []


def test_example_15_a_request_withdraws_the_ringing() -> None:
    """R7: X's ringing stops when the caller presses `*`."""
    stage = Stage("x")
    call = stage.arrive()
    assert stage.rung_for("x") == call

    stage.press(call)

    assert stage.rung_for("x") is None
    (withdrawn,) = stage.events(OffersWithdrawn)
    assert withdrawn.cause is WithdrawalCause.CALLBACK_REQUESTED


def test_example_15_an_earlier_answer_wins() -> None:
    """R7: an answer committed first leaves no callback."""
    stage = Stage("x")
    call = stage.arrive()
    stage.accept("x")

    stage.press(call)
    stage.phone_up("x")

    assert stage.events(CallbackRequested) == []
    assert [e.agent_id for e in stage.events(CallConnected)] == ["x"]


def test_example_16_a_calling_customer_is_not_called() -> None:
    """R28b: the card is withdrawn while they are on the phone; same place, no attempt used."""
    stage = Stage("x", steps=[ring(ring_for=300), VOICEMAIL])
    callback = stage.ask(stage.arrive(customer="marie"))
    assert stage.rung_for("x") == callback

    again = stage.arrive(customer="marie")

    assert stage.rung_for("x") == again
    assert [e.callback_id for e in stage.events(CallbackHeld)] == [callback]
    assert stage.waiting() == [callback, again]
    stage.caller_hangs_up(again)
    assert stage.rung_for("x") == callback
    assert stage.world.callbacks[callback].attempt_number == 1


def test_example_17_an_unconnected_winner_rings_out() -> None:
    """R29, R21: the callback keeps its key; two seconds of ringing are left."""
    stage = Stage("x", "y", steps=[ring(ring_for=20), VOICEMAIL])
    stage.occupy("y")
    callback = stage.ask(stage.arrive())
    key = stage.world.callbacks[callback].stay.key  # type: ignore[union-attr]
    stage.wait(18)
    stage.accept("x")

    stage.wait(15)

    (rang_out,) = stage.events(OffersRangOut)
    assert rang_out.agent_ids == ("x",)
    assert stage.waiting() == [callback]
    assert stage.world.callbacks[callback].stay.key == key  # type: ignore[union-attr]
    stage.wait(100)
    stage.hang_up("y")
    assert stage.rung_for("y") == callback
    stage.wait(1.9)
    assert callback in stage.world.callbacks
    stage.wait(0.1)
    assert stage.outcome(callback) == failed(OutcomeReason.NO_ANSWER)


def _with_times(stage: Stage, kind: type) -> list:  # type: ignore[type-arg]
    return [(fact.event, fact.at) for fact in stage.facts if isinstance(fact.event, kind)]
