"""Customers who are erased, and those kept long enough (R39, R48, R49)."""

from ringback.core.effects import DialCustomer, HangUp
from ringback.core.events import CustomerErased, DialIntended, ErasureCause, FollowUpErased
from ringback.core.flow import Step
from ringback.core.ids import AgentId, CallbackId, CustomerId
from ringback.core.inputs import (
    AgentPhoneAnswered,
    CallByHand,
    CorrectOutcome,
    EraseCustomer,
    FailureCause,
    ForgetCustomers,
    OutcomeCorrection,
    WriteNote,
)
from ringback.core.outcomes import COMPLETED, OutcomeReason, cancelled
from ringback.core.refusals import RefusalCode
from ringback.core.settings import CallbackMode
from ringback.core.states import agent_leg
from tests.scenarios.stage import VOICEMAIL, Stage, ring

MARIE = CustomerId("marie")
ERASE_MARIE = EraseCustomer(MARIE)
ERASED = CustomerErased(MARIE, ErasureCause.ASKED)
LONG: list[Step] = [ring(ring_for=3600), VOICEMAIL]


def _not_reached(stage: Stage) -> CallbackId:
    callback = stage.ask(stage.arrive(customer="marie"))
    stage.take("x")
    stage.customer_fails(callback, FailureCause.BUSY)
    return callback


def test_erased_customer_is_never_dialled() -> None:
    """R49, S17: waiting, ringing or connecting, all ends `cancelled`, reason `erased`."""
    stage = Stage("x", "y", steps=LONG, teams={"support": ["x"], "b": ["y"]})
    connecting = stage.ask(stage.arrive(customer="marie"))
    offer = stage.offer_of("x")
    stage.accept("x")
    waiting = stage.ask(stage.arrive(customer="marie"))
    other = stage.ask(stage.arrive(customer="karim"))

    stage.give(ERASE_MARIE)
    stage.give(AgentPhoneAnswered(agent_leg(offer)))

    assert stage.outcome(connecting) == stage.outcome(waiting) == cancelled(OutcomeReason.ERASED)
    assert HangUp(agent_leg(offer)) in stage.effects
    assert stage.events(DialIntended) == []
    assert stage.events(CustomerErased) == [ERASED]
    assert stage.rung_for("x") == other


def test_erased_manual_request_leaves_the_list() -> None:
    """R35, R49: also while an agent's phone is being connected for it."""
    stage = Stage("x", mode=CallbackMode.MANUAL)
    callback = stage.ask(stage.arrive(customer="marie"))
    stage.give(CallByHand(callback, AgentId("x")))
    leg = agent_leg(stage.offer_of("x"))

    stage.give(ERASE_MARIE)
    stage.give(AgentPhoneAnswered(leg))

    assert stage.outcome(callback) == cancelled(OutcomeReason.ERASED)
    assert stage.world.agents[AgentId("x")].offer is None
    assert not any(isinstance(effect, DialCustomer) for effect in stage.effects)


def test_erased_customer_is_off_the_list_to_call() -> None:
    """R39, R49: the outcome stays what it was."""
    stage = Stage("x", steps=LONG)
    callback = _not_reached(stage)
    assert callback in stage.world.follow_ups

    stage.give(ERASE_MARIE)

    assert stage.world.follow_ups == {}
    assert stage.events(FollowUpErased) == [FollowUpErased(callback)]
    assert stage.refuses(CallByHand(callback, AgentId("x"))).code is (
        RefusalCode.CALLBACK_ALREADY_CLOSED
    )


def test_customer_on_a_call_is_not_erased() -> None:
    """R49: neither while the customer calls nor while we call the customer."""
    stage = Stage("x", steps=LONG)
    call = stage.arrive(customer="marie")
    assert stage.refuses(ERASE_MARIE).code is RefusalCode.ERASURE_TOO_EARLY
    callback = stage.ask(call)
    stage.take("x")
    assert stage.refuses(ERASE_MARIE).code is RefusalCode.ERASURE_TOO_EARLY
    stage.customer_answers(callback)
    stage.hang_up("x")

    stage.give(ERASE_MARIE)

    assert stage.outcome(callback) == COMPLETED
    assert stage.events(CustomerErased) == [ERASED]


def test_outcome_of_an_erased_customer_is_not_corrected() -> None:
    """R31, R49: it would put somebody on the list whom nobody can call."""
    stage = Stage("x", steps=LONG, wrap_up=60)
    callback = stage.ask(stage.arrive(customer="marie"))
    stage.take("x")
    stage.customer_answers(callback)
    stage.hang_up("x")

    stage.give(ERASE_MARIE)

    correct = CorrectOutcome(callback, AgentId("x"), OutcomeCorrection.VOICEMAIL)
    assert stage.refuses(correct).code is RefusalCode.OUTCOME_NOT_CORRECTABLE
    assert stage.world.follow_ups == {}


def test_erasing_twice_changes_nothing() -> None:
    """R49: whoever asks again, since the first answer was lost, does no harm."""
    stage = Stage("x", steps=LONG)
    stage.ask(stage.arrive(customer="marie"))
    stage.give(ERASE_MARIE)

    assert stage.give(ERASE_MARIE) == []
    assert list(stage.world.erased) == [MARIE]


def test_dials_of_an_erased_customer_still_count_for_the_line() -> None:
    """R48: the line's hour is what it was; replaying the journal counts the same (S21)."""
    stage = Stage("x", steps=LONG)
    _not_reached(stage)
    stage.give(ERASE_MARIE)

    assert [len(dials) for dials in stage.world.dials_by_line.values()] == [1]
    assert stage.replayed().dials == stage.world.dials
    assert stage.replayed().erased == stage.world.erased
    stage.wait(25 * 3600)
    stage.ask(stage.arrive(customer="karim"))
    stage.take("x")
    assert list(stage.world.dials_by_customer) == [CustomerId("karim")]


def test_customers_kept_long_enough_are_forgotten_unless_something_waits() -> None:
    """R39, R49: whoever is to be called, or calls, is kept until that is over."""
    stage = Stage("x", steps=LONG)
    listed = _not_reached(stage)
    stage.offline("x")
    live = stage.arrive(customer="live")
    stage.caller_hangs_up(stage.arrive(customer="gone"))

    stage.give(ForgetCustomers((MARIE, CustomerId("live"), CustomerId("gone"))))

    gone = CustomerErased(CustomerId("gone"), ErasureCause.KEPT_LONG_ENOUGH)
    assert stage.events(CustomerErased) == [gone]
    assert listed in stage.world.follow_ups
    assert live in stage.world.calls
    assert stage.world.erased == {}


def test_nothing_is_written_about_an_erased_customer() -> None:
    """R49: an agent in wrap-up whose customer was erased meanwhile is told so."""
    stage = Stage("x", steps=LONG)
    call = stage.arrive(customer="marie")
    stage.take("x")
    stage.hang_up("x")
    stage.give(ERASE_MARIE)

    refusal = stage.refuses(WriteNote(call, AgentId("x"), MARIE))

    assert (refusal.code, refusal.data) == (RefusalCode.CUSTOMER_ERASED, {"customer_id": MARIE})
    assert stage.give(WriteNote(call, AgentId("x"), None))
