"""The customer is dialled once, and reached or not (R30 to R34)."""

from datetime import timedelta

import pytest

from ringback.core.effects import (
    HangUp,
    Join,
)
from ringback.core.events import (
    AttemptFailed,
    CustomerReached,
    DialFailed,
    DialIntended,
    FaultSuffered,
    OffersRangOut,
    OutcomeCorrected,
    RingOutCause,
)
from ringback.core.flow import Step
from ringback.core.ids import AgentId
from ringback.core.inputs import (
    CorrectOutcome,
    FailureCause,
    HangUpAgent,
    LegEnded,
    OutcomeCorrection,
)
from ringback.core.outcomes import (
    COMPLETED,
    OutcomeReason,
    failed,
    not_reached,
)
from ringback.core.refusals import RefusalCode
from tests.scenarios.stage import VOICEMAIL, Stage, ring

LONG: list[Step] = [ring(ring_for=3600), VOICEMAIL]


def test_completed_when_the_customer_answers() -> None:
    """R31: both are joined; the conversation goes on after the outcome."""
    stage = Stage("x", steps=LONG)
    callback = stage.ask(stage.arrive())
    stage.take("x")
    stage.customer_rings(callback)

    stage.customer_answers(callback)

    assert stage.outcome(callback) == COMPLETED
    assert len(stage.events(CustomerReached)) == 1
    assert isinstance(stage.effects[-1], Join)
    assert stage.world.agents[AgentId("x")].call_id is not None


@pytest.mark.parametrize(
    ("cause", "outcome"),
    [
        (FailureCause.BUSY, not_reached(OutcomeReason.CUSTOMER_BUSY)),
        (FailureCause.NO_ANSWER, not_reached(OutcomeReason.CUSTOMER_NO_ANSWER)),
        (FailureCause.REJECTED, not_reached(OutcomeReason.CUSTOMER_REJECTED)),
        (FailureCause.INVALID_NUMBER, failed(OutcomeReason.INVALID_NUMBER)),
    ],
)
def test_unreached_customers_end_the_callback(cause: FailureCause, outcome: object) -> None:
    """R32: whatever retries are left."""
    stage = Stage("x", steps=LONG, retries=5)
    callback = stage.ask(stage.arrive())
    stage.take("x")

    stage.customer_fails(callback, cause)

    assert stage.outcome(callback) == outcome
    assert stage.events(AttemptFailed) == []
    assert stage.world.agents[AgentId("x")].call_id is None


@pytest.mark.parametrize("rang", [True, False])
def test_agent_who_hangs_up_first_ends_it(rang: bool) -> None:
    """R32: `agent_hung_up`; the customer's phone stops."""
    stage = Stage("x", steps=LONG)
    callback = stage.ask(stage.arrive())
    stage.take("x")
    if rang:
        stage.customer_rings(callback)

    stage.hang_up("x")

    assert stage.outcome(callback) == not_reached(OutcomeReason.AGENT_HUNG_UP)
    assert HangUp(stage.customer_leg(callback)) in stage.effects


def test_customer_is_rung_for_as_long_as_the_line_says() -> None:
    """R32: counted from the dial."""
    stage = Stage("x", steps=LONG, customer_ring=timedelta(seconds=20))
    callback = stage.ask(stage.arrive())
    stage.take("x")
    stage.wait(19)
    assert callback in stage.world.callbacks

    stage.wait(1)

    assert stage.outcome(callback) == not_reached(OutcomeReason.CUSTOMER_NO_ANSWER)


def test_trunk_fault_keeps_the_key_and_is_tried_again() -> None:
    """R32: our fault, not the customer's: held 30 s, then offered again."""
    stage = Stage("x", steps=LONG)
    callback = stage.ask(stage.arrive())
    key = stage.world.callbacks[callback].stay.key  # type: ignore[union-attr]
    stage.take("x")

    stage.customer_fails(callback, FailureCause.TRUNK)

    assert stage.rung_for("x") is None
    assert stage.world.callbacks[callback].stay.key == key  # type: ignore[union-attr]
    stage.wait(30)
    assert stage.rung_for("x") == callback
    assert stage.world.callbacks[callback].attempt_number == 1


def test_ringing_starts_anew_after_a_fault() -> None:
    """R34: of the step's 20 s fifteen were used before the trunk failed; all are there again."""
    stage = Stage("x", steps=[ring(ring_for=20), VOICEMAIL])
    callback = stage.ask(stage.arrive())
    stage.wait(15)
    stage.take("x")
    stage.customer_fails(callback, FailureCause.TRUNK)
    stage.wait(30)

    stage.wait(19)

    assert stage.rung_for("x") == callback
    stage.wait(1)
    assert stage.outcome(callback) == failed(OutcomeReason.NO_ANSWER)


def test_agent_has_all_their_seconds_again_after_a_fault() -> None:
    """R34, R21: 50 of the 60 s for one agent were used before the trunk failed."""
    stage = Stage("x", steps=LONG)
    callback = stage.ask(stage.arrive())
    stage.wait(50)
    stage.take("x")
    stage.customer_fails(callback, FailureCause.TRUNK)
    stage.wait(30)

    stage.wait(59)

    assert stage.rung_for("x") == callback
    stage.wait(1)
    assert stage.outcome(callback) == failed(OutcomeReason.NO_ANSWER)


def test_ring_outs_are_forgiven_after_a_fault_and_declines_stand() -> None:
    """R34: who let it ring out is rung again, who declined is not."""
    stage = Stage("x", "y", "z", steps=LONG)
    callback = stage.ask(stage.arrive())
    stage.decline("x")
    stage.accept("y")
    stage.wait(15)
    stage.take("z")

    stage.customer_fails(callback, FailureCause.TRUNK)
    stage.wait(30)

    assert [stage.rung_for(name) for name in "xyz"] == [None, callback, callback]


def test_ring_outs_before_a_fault_still_count_for_the_reason() -> None:
    """R34: y had let it ring out, then all decline; the attempt's reason is `no_answer`."""
    stage = Stage("y", "z", steps=LONG)
    callback = stage.ask(stage.arrive())
    stage.accept("y")
    stage.wait(15)
    stage.take("z")
    stage.customer_fails(callback, FailureCause.TRUNK)
    stage.wait(30)

    stage.decline("y")
    stage.decline("z")

    assert stage.outcome(callback) == failed(OutcomeReason.NO_ANSWER)


def test_third_fault_ends_it() -> None:
    """R34: `system_fault`."""
    stage = Stage("x", steps=LONG)
    callback = stage.ask(stage.arrive())

    for _ in range(3):
        stage.take("x")
        stage.customer_fails(callback, FailureCause.TRUNK)
        stage.wait(30)

    assert [e.fault_number for e in stage.events(FaultSuffered)] == [1, 2, 3]
    assert stage.outcome(callback) == failed(OutcomeReason.SYSTEM_FAULT)
    assert len(stage.events(DialIntended)) == 3


def test_fault_after_ringing_is_not_dialled_again() -> None:
    """R34: only before the customer's phone rang."""
    stage = Stage("x", steps=LONG)
    callback = stage.ask(stage.arrive())
    stage.take("x")
    stage.customer_rings(callback)

    stage.customer_fails(callback, FailureCause.TRUNK)

    assert stage.outcome(callback) == not_reached(OutcomeReason.CUSTOMER_NO_ANSWER)


def test_unexplained_end_of_the_dial_is_never_repeated() -> None:
    """R33: the leg is gone and nobody said why."""
    stage = Stage("x", steps=LONG)
    callback = stage.ask(stage.arrive())
    stage.take("x")

    stage.give(LegEnded(stage.customer_leg(callback)))

    assert stage.outcome(callback) == not_reached(OutcomeReason.OUTCOME_UNKNOWN)
    assert stage.events(DialFailed)[-1].cause is None


def test_repeated_reports_of_the_dial_change_nothing() -> None:
    """S23: twice ringing, twice answered, failed after answered."""
    stage = Stage("x", steps=LONG)
    callback = stage.ask(stage.arrive())
    stage.take("x")
    stage.customer_rings(callback)
    stage.customer_answers(callback)
    before = stage.world.sequence

    stage.customer_rings(callback)
    stage.customer_answers(callback)
    stage.customer_fails(callback, FailureCause.BUSY)

    assert stage.world.sequence == before


@pytest.mark.parametrize(
    ("correction", "reason"),
    [
        (OutcomeCorrection.VOICEMAIL, OutcomeReason.VOICEMAIL),
        (OutcomeCorrection.WRONG_PERSON, OutcomeReason.WRONG_PERSON),
    ],
)
def test_agent_corrects_the_outcome_once_in_wrap_up(
    correction: OutcomeCorrection, reason: OutcomeReason
) -> None:
    """R31, S12: not before, not twice, not after."""
    stage = Stage("x", steps=LONG, wrap_up=30)
    callback = stage.ask(stage.arrive())
    stage.take("x")
    stage.customer_answers(callback)
    correct = CorrectOutcome(callback, AgentId("x"), correction)
    assert stage.refuses(correct).code is RefusalCode.AGENT_NOT_IN_WRAP_UP
    stage.hang_up("x")

    stage.give(correct)

    assert stage.events(OutcomeCorrected)[-1].outcome == not_reached(reason)
    assert stage.refuses(correct).code is RefusalCode.OUTCOME_NOT_CORRECTABLE
    stage.wait(30)
    assert stage.refuses(correct).code is RefusalCode.AGENT_NOT_IN_WRAP_UP


def test_hanging_up_without_a_call_is_refused() -> None:
    """R30: there is nothing to end."""
    stage = Stage("x", steps=LONG)

    code = stage.refuses(HangUpAgent(AgentId("x"))).code

    assert code is RefusalCode.AGENT_NOT_ON_A_CALL


def test_hanging_up_while_connecting_is_the_agents_ring_out() -> None:
    """R29: the winner changes their mind; the item keeps its place."""
    stage = Stage("x", steps=LONG)
    call = stage.arrive()
    stage.accept("x")

    stage.hang_up("x")

    assert stage.waiting() == [] or stage.waiting() == [call]
    assert stage.world.agents[AgentId("x")].offer is None
    assert stage.events(OffersRangOut)[-1].cause is RingOutCause.NOT_CONNECTED
