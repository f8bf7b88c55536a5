"""Cancelling, age, and the policy at the moment of dialling (R48, R49)."""

from datetime import timedelta

from ringback.core.effects import (
    HangUp,
)
from ringback.core.events import (
    CallEnded,
    DialIntended,
    OffersMade,
)
from ringback.core.flow import Step
from ringback.core.ids import AgentId, CallbackId, LineId
from ringback.core.inputs import (
    AgentPhoneAnswered,
    CancelCallback,
    CancelPending,
    CancelReason,
    LegEnded,
)
from ringback.core.outcomes import (
    CallEnding,
    OutcomeReason,
    cancelled,
    failed,
)
from ringback.core.refusals import RefusalCode
from ringback.core.settings import CallbackMode, DiallingPolicy
from ringback.core.states import agent_leg
from tests.scenarios.stage import LINE, VOICEMAIL, Stage, ring

LONG: list[Step] = [ring(ring_for=3600), VOICEMAIL]


def test_cancelled_callback_is_never_dialled() -> None:
    """R49, S17: waiting, ringing or connecting."""
    stage = Stage("x", steps=LONG)
    waiting = stage.ask(stage.arrive())
    stage.give(CancelCallback(waiting, CancelReason.BY_USER))
    assert stage.rung_for("x") is None
    connecting = stage.ask(stage.arrive())
    offer = stage.offer_of("x")
    stage.accept("x")

    stage.give(CancelCallback(connecting, CancelReason.BY_API))
    stage.give(AgentPhoneAnswered(agent_leg(offer)))

    assert stage.outcome(waiting) == cancelled(OutcomeReason.BY_USER)
    assert stage.outcome(connecting) == cancelled(OutcomeReason.BY_API)
    assert HangUp(agent_leg(offer)) in stage.effects
    assert stage.events(DialIntended) == []


def test_dialled_or_closed_callbacks_cannot_be_cancelled() -> None:
    """R49: only before the customer is dialled."""
    stage = Stage("x", steps=LONG)
    callback = stage.ask(stage.arrive())
    stage.take("x")
    cancel = CancelCallback(callback, CancelReason.BY_USER)
    assert stage.refuses(cancel).code is RefusalCode.CALLBACK_ALREADY_DIALLED

    stage.customer_answers(callback)

    assert stage.refuses(cancel).code is RefusalCode.CALLBACK_ALREADY_CLOSED
    assert stage.refuses(CancelCallback(CallbackId("?"), CancelReason.BY_USER)).code is (
        RefusalCode.UNKNOWN_CALLBACK
    )


def test_old_automated_callback_expires() -> None:
    """R49, L1: at its maximum age, whatever still holds it up."""
    stage = Stage("x", steps=LONG, age_max=timedelta(hours=2), busy_wait=timedelta(hours=4))
    stage.occupy("x")
    callback = stage.ask(stage.arrive())
    stage.wait(7194)
    assert callback in stage.world.callbacks

    stage.wait(1)

    assert stage.outcome(callback) == cancelled(OutcomeReason.EXPIRED)


def test_manual_request_stays_until_somebody_acts() -> None:
    """L1: no age limits a manual one."""
    stage = Stage("x", steps=LONG, mode=CallbackMode.MANUAL)
    stage.occupy("x")
    callback = stage.ask(stage.arrive())

    stage.wait(30 * 24 * 3600)

    assert callback in stage.world.callbacks


def test_policy_is_asked_again_at_the_moment_of_dialling() -> None:
    """R48, S15: closed between the card and the dial."""
    stage = Stage("x", steps=LONG)
    callback = stage.ask(stage.arrive())
    stage.accept("x")
    stage.configure_line(dialling=DiallingPolicy(countries=("BE",)))

    stage.phone_up("x")

    assert stage.events(DialIntended) == []
    assert stage.outcome(callback) == failed(OutcomeReason.DESTINATION_REFUSED)
    assert stage.world.agents[AgentId("x")].offer is None


def test_number_is_called_at_most_so_often_a_day() -> None:
    """R48: five automatic callbacks, then held for the rest of the day."""
    stage = Stage("x", steps=LONG)
    for _ in range(5):
        callback = stage.ask(stage.arrive(customer="marie"))
        stage.take("x")
        stage.customer_answers(callback)
        stage.hang_up("x")
    sixth = stage.ask(stage.arrive(customer="marie"))
    assert stage.rung_for("x") is None

    stage.wait(23 * 3600)

    assert len(stage.events(DialIntended)) == 5
    assert sixth in stage.world.callbacks


def test_dials_of_former_days_are_forgotten() -> None:
    """R48: what no limit asks about any more takes no memory."""
    stage = Stage("x", steps=LONG)
    for _ in range(2):
        callback = stage.ask(stage.arrive())
        stage.take("x")
        stage.customer_answers(callback)
        stage.hang_up("x")
        stage.wait(24 * 3600)

    assert list(stage.world.dials_by_customer) == ["c2"]
    assert len(stage.world.dials) == 1


def test_every_dial_names_its_verdict() -> None:
    """S15: the verdict is in the journal."""
    stage = Stage("x", steps=LONG)
    stage.ask(stage.arrive())
    stage.take("x")

    (intent,) = stage.events(DialIntended)

    assert intent.policy_verdict == "allowed"


def test_outbound_call_ends_with_its_reason() -> None:
    """R30: either side ends the conversation."""
    stage = Stage("x", steps=LONG)
    callback = stage.ask(stage.arrive())
    stage.take("x")
    stage.customer_answers(callback)

    stage.give(LegEnded(stage.customer_leg(callback)))

    assert stage.events(CallEnded)[-1].ending is CallEnding.CUSTOMER_HUNG_UP
    assert len(stage.events(OffersMade)) == 2


def test_all_pending_callbacks_of_a_line_are_cancelled_in_one_go() -> None:
    """R4, R49: those of other lines stay, and so does one whose customer is being dialled."""
    stage = Stage("x", "y")
    stage.configure_line("london")
    dialled = stage.ask(stage.arrive())
    stage.take("x")
    stage.occupy("y")
    waiting = [stage.ask(stage.arrive()) for _ in range(2)]
    elsewhere = stage.ask(stage.arrive("london"))
    wrong = stage.refuses(CancelPending(LINE, 3))

    stage.give(CancelPending(LINE, 2))

    assert wrong.code is RefusalCode.PENDING_COUNT_CHANGED
    assert wrong.data["count"] == 2
    assert {stage.outcome(each) for each in waiting} == {cancelled(OutcomeReason.BY_USER)}
    assert set(stage.world.callbacks) == {dialled, elsewhere}
    assert stage.refuses(CancelPending(LineId("?"), 0)).code is RefusalCode.UNKNOWN_LINE
