"""A conversation can be transferred to a number outside that the agent types (R30, R48)."""

import pytest

from ringback.core.effects import DialOutside, HangUp, Join, StartMusic
from ringback.core.events import (
    CallEnded,
    CallTransferred,
    CustomerErased,
    ErasureCause,
    RedirectAnswered,
    RedirectDialled,
    RedirectFailed,
    RedirectFailure,
)
from ringback.core.ids import AgentId, CallId, CustomerId, LegId
from ringback.core.inputs import (
    CustomerAnswered,
    CustomerFailed,
    EraseCustomer,
    FailureCause,
    ForgetCustomers,
    LegEnded,
    LegState,
    ListedLeg,
    PhoneSystemListed,
    PhoneSystemLost,
    TransferToNumber,
)
from ringback.core.outcomes import CallEnding
from ringback.core.refusals import RefusalCode
from ringback.core.settings import Destination, DiallingPolicy, NumberKind
from ringback.core.states import TalkingOutside
from ringback.storage.codec import encode_event
from tests.scenarios.stage import ORDINARY, Stage
from tests.scenarios.test_transfer import talking_with_x, talks_to
from tests.scenarios.test_transferred_callbacks import called_back_by_x

X, PAUL = AgentId("x"), CustomerId("paul")
TO_PAUL = TransferToNumber(X, PAUL, ORDINARY)


def sent_to_paul(wrap_up: float = 60) -> tuple[Stage, CallId, LegId]:
    """A caller whom x has transferred hears music while Paul's number is dialled."""
    stage, call = talking_with_x(wrap_up)
    stage.give(TO_PAUL)
    return stage, call, stage.events(RedirectDialled)[-1].leg_id


def test_number_outside_is_dialled_while_the_caller_hears_music() -> None:
    """R30, S4, S15: the verdict and the reference are committed before the dial; no number is."""
    stage, call = talking_with_x()
    leg = stage.world.agents[X].leg_id
    assert leg is not None

    stage.give(TO_PAUL)

    (dialled,) = stage.events(RedirectDialled)
    assert (dialled.policy_verdict, dialled.number, dialled.customer_id) == ("allowed", "", PAUL)
    (dial,) = [effect for effect in stage.effects if isinstance(effect, DialOutside)]
    assert (dial.leg_id, dial.customer_id) == (dialled.leg_id, PAUL)
    assert StartMusic(LegId(call), "waiting") in stage.effects
    assert HangUp(leg) in stage.effects
    assert stage.world.agents[X].wrap_up_until is not None
    assert stage.events(CallTransferred)[-1].to_customer == PAUL
    assert all(b'"number":"+' not in encode_event(fact.event).data for fact in stage.facts)


def test_who_answers_outside_talks_to_the_caller() -> None:
    """R30: until one of the two hangs up."""
    stage, call, leg = sent_to_paul()

    stage.give(CustomerAnswered(leg))

    assert Join(call, leg, LegId(call)) in stage.effects
    assert isinstance(stage.world.calls[call].state, TalkingOutside)
    stage.give(LegEnded(leg))
    assert stage.events(CallEnded)[-1].ending is CallEnding.OUTSIDE_HUNG_UP


@pytest.mark.parametrize("how", ["busy", "rings out", "trunk", "leg ends"])
def test_what_nobody_takes_outside_comes_back_to_who_transferred(how: str) -> None:
    """R30: out of their wrap-up, like any transfer in vain; it is not dialled again."""
    stage, call, leg = sent_to_paul()

    if how == "rings out":
        stage.wait(45)
    elif how == "leg ends":
        stage.give(LegEnded(leg))
    else:
        stage.give(CustomerFailed(leg, FailureCause(how)))

    assert stage.rung_for("x") == call
    assert len(stage.events(RedirectDialled)) == 1
    stage.take("x")
    assert talks_to(stage, call) == X


def test_who_is_called_outside_is_not_erased_meanwhile() -> None:
    """R30, R49: neither while they are dialled nor while they talk; forgotten neither."""
    stage, _, leg = sent_to_paul()
    erase, forget = EraseCustomer(PAUL), ForgetCustomers((PAUL,))

    assert stage.refuses(erase).code is RefusalCode.ERASURE_TOO_EARLY
    assert stage.give(forget) == []
    stage.give(CustomerAnswered(leg))
    assert stage.refuses(erase).code is RefusalCode.ERASURE_TOO_EARLY
    assert stage.give(forget) == []
    stage.give(LegEnded(leg))
    stage.give(erase)

    assert stage.events(CustomerErased) == [CustomerErased(PAUL, ErasureCause.ASKED)]


def test_who_was_not_reached_outside_can_be_erased() -> None:
    """R30, R49: the caller goes on without them."""
    stage, call, leg = sent_to_paul()
    stage.give(CustomerFailed(leg, FailureCause.BUSY))

    stage.give(EraseCustomer(PAUL))

    assert stage.rung_for("x") == call
    assert PAUL in stage.world.erased


def test_called_customer_is_transferred_outside_too() -> None:
    """R30, R31: who called back may still correct the outcome."""
    stage, callback, leg = called_back_by_x()

    stage.give(TO_PAUL)
    outside = stage.events(RedirectDialled)[-1].leg_id
    stage.give(CustomerAnswered(outside))

    assert Join(CallId(leg.removeprefix("customer-")), outside, leg) in stage.effects
    assert stage.world.agents[X].correctable == callback


REFUSED = [
    Destination(NumberKind.PREMIUM, "FR"),
    Destination(NumberKind.SHORT, "FR"),
    Destination(NumberKind.EMERGENCY, "FR"),
    Destination(NumberKind.INVALID),
    Destination(NumberKind.ORDINARY, "GB"),
]


@pytest.mark.parametrize("destination", REFUSED, ids=str)
def test_number_that_the_policy_refuses_is_never_dialled(destination: Destination) -> None:
    """R30, R48, S16: the talk goes on, and nothing is dialled."""
    stage, call = talking_with_x()

    refused = stage.refuses(TransferToNumber(X, PAUL, destination))

    assert (refused.code, refused.data) == (RefusalCode.NUMBER_NOT_CALLABLE, {"agent_id": X})
    assert talks_to(stage, call) == X


def test_number_of_nobody_is_never_dialled() -> None:
    """R30: a number that could not be read has no reference."""
    stage, _ = talking_with_x()

    refused = stage.refuses(TransferToNumber(X, None, ORDINARY))

    assert refused.code is RefusalCode.NUMBER_NOT_CALLABLE


def test_limit_of_the_line_bounds_transfers_outside() -> None:
    """R48: they count, so that nobody dials without end through a stolen session."""
    stage, call, leg = sent_to_paul(wrap_up=0)
    stage.give(CustomerFailed(leg, FailureCause.BUSY))
    stage.configure_line(dialling=DiallingPolicy(line_hour_max=1))
    stage.take("x")

    refused = stage.refuses(TO_PAUL)
    stage.wait(3600)
    stage.give(TO_PAUL)

    assert refused.code is RefusalCode.DIAL_LIMIT_REACHED
    assert len(stage.events(RedirectDialled)) == 2
    assert talks_to(stage, call) is None


def test_transfer_outside_counts_among_the_calls_to_that_number() -> None:
    """R48: automatic callbacks to the same number see it; it is not bound by their limit."""
    stage, _, leg = sent_to_paul(wrap_up=0)
    stage.give(CustomerFailed(leg, FailureCause.BUSY))
    stage.configure_line(dialling=DiallingPolicy(customer_day_max=1))
    stage.take("x")
    stage.give(TO_PAUL)

    assert list(stage.world.dials_by_customer) == [PAUL]
    assert len(stage.world.dials_by_customer[PAUL]) == 2


@pytest.mark.parametrize("state", [LegState.UP, LegState.RINGING, None])
def test_number_outside_is_settled_after_a_separation(state: LegState | None) -> None:
    """R33, S20: what became of the dial is asked, and it is never dialled a second time."""
    stage, call, leg = sent_to_paul(wrap_up=0)
    stage.give(PhoneSystemLost())
    legs = [ListedLeg(LegId(call), LegState.UP)]
    legs += [] if state is None else [ListedLeg(leg, state)]

    stage.give(PhoneSystemListed(tuple(legs)))

    assert len(stage.events(RedirectDialled)) == 1
    assert bool(stage.events(RedirectAnswered)) == (state is LegState.UP)
    if state is None:
        assert stage.events(RedirectFailed)[-1].cause is RedirectFailure.UNKNOWN
        assert stage.rung_for("x") == call


def test_caller_who_hangs_up_ends_the_dial_outside() -> None:
    """S20: nobody rings on for nobody."""
    stage, call, leg = sent_to_paul()

    stage.caller_hangs_up(call)

    assert HangUp(leg) in stage.effects
    assert not stage.world.calls
