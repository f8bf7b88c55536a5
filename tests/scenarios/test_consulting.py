"""An agent may consult a colleague before transferring; the customer is never dropped (R30)."""

from collections.abc import Callable

import pytest

from ringback.core.effects import HangUp, Join, MuteLeg, StartMusic, StopMusic
from ringback.core.events import (
    CallConnected,
    CallEnded,
    ConsultationAbandoned,
    ConsultationAnswered,
    ConsultationCompleted,
    ConsultationEnded,
    ConsultationEnding,
    OutcomeCorrected,
)
from ringback.core.ids import AgentId, CallId, LegId, TeamId
from ringback.core.inputs import (
    AgentConnectionLost,
    CallByHand,
    CancelConsultation,
    CompleteTransfer,
    ConsultAgent,
    CorrectOutcome,
    FailureCause,
    LegEnded,
    MuteAgent,
    OutcomeCorrection,
    PutOnHold,
    Request,
    TakeOffHold,
    TransferToAgent,
    TransferToTeam,
)
from ringback.core.outcomes import CallEnding
from ringback.core.refusals import RefusalCode
from ringback.core.states import Consulting, Talking, agent_leg
from tests.scenarios.stage import Stage
from tests.scenarios.test_transfer import talking_with_x, talks_to
from tests.scenarios.test_transferred_callbacks import called_back_by_x

X, Y, Z = AgentId("x"), AgentId("y"), AgentId("z")
ASK_Y = ConsultAgent(X, Y)
COMPLETE, CANCEL = CompleteTransfer(X), CancelConsultation(X)


def leg_of(stage: Stage, agent_id: AgentId) -> LegId:
    leg_id = stage.world.agents[agent_id].leg_id
    assert leg_id is not None
    return leg_id


def ringing_y(wrap_up: float = 60) -> tuple[Stage, CallId]:
    """A caller is on hold while x has y rung."""
    stage, call = talking_with_x(wrap_up)
    stage.give(ASK_Y)
    return stage, call


def consulting_y(wrap_up: float = 60) -> tuple[Stage, CallId]:
    """A caller is on hold while x and y hear each other."""
    stage, call = ringing_y(wrap_up)
    stage.take("y")
    return stage, call


def endings(stage: Stage) -> list[ConsultationEnding]:
    return [ended.ending for ended in stage.events(ConsultationEnded)]


def on_hold(stage: Stage, call: CallId) -> bool:
    state = stage.world.calls[call].state
    assert isinstance(state, Talking)
    return state.on_hold


def test_colleague_is_rung_while_customer_and_agent_hear_music() -> None:
    """R30: the agent stays, and the card is for the customer's own call."""
    stage, call = ringing_y()

    assert stage.rung_for("y") == call
    assert StartMusic(LegId(call), "waiting") in stage.effects
    assert StartMusic(leg_of(stage, X), "waiting") in stage.effects
    assert stage.world.agents[X].call_id == call
    assert not [effect for effect in stage.effects if isinstance(effect, HangUp)]


def test_colleague_who_answers_talks_to_the_agent_and_not_to_the_customer() -> None:
    """R30: the customer hears neither of the two, and is not answered a second time."""
    stage, call = consulting_y()

    assert Join(call, leg_of(stage, X), leg_of(stage, Y)) in stage.effects
    assert not [e for e in stage.effects if isinstance(e, Join) and LegId(call) in _legs(e)]
    assert len(stage.events(CallConnected)) == 1


def test_outcome_that_was_not_rewritten_is_not_corrected_after_consulting() -> None:
    """R31, R39: a callback that had failed is called by hand; its outcome stays."""
    stage = Stage("x", "y", teams={"support": ["x"]}, wrap_up=60)
    callback = stage.ask(stage.arrive())
    stage.take("x")
    stage.customer_fails(callback, FailureCause.BUSY)
    stage.give(CallByHand(callback, X))
    stage.phone_up("x")
    stage.customer_answers(callback)
    stage.give(ASK_Y)
    stage.decline("y")

    stage.hang_up("x")

    assert stage.world.agents[X].wrap_up_until is not None
    assert stage.world.agents[X].correctable is None


def _legs(joined: Join) -> tuple[LegId, LegId]:
    return joined.agent_leg_id, joined.customer_leg_id


@pytest.mark.parametrize("how", ["completes", "hangs up", "leg ends"])
def test_agent_who_leaves_lets_customer_and_colleague_hear_each_other(how: str) -> None:
    """R30: into wrap-up; to hang up is to complete, since the customer is not to be dropped."""
    stage, call = consulting_y()
    leg = leg_of(stage, X)

    _leave(stage, how)

    assert HangUp(leg) in stage.effects
    assert stage.effects[-1] == Join(call, leg_of(stage, Y), LegId(call))
    assert talks_to(stage, call) == Y
    assert not on_hold(stage, call)
    assert stage.world.agents[X].wrap_up_until is not None
    stage.hang_up("y")
    assert stage.events(CallEnded)[-1].ending is CallEnding.AGENT_HUNG_UP
    assert stage.world.agents[Y].wrap_up_until is not None


def _leave(stage: Stage, how: str) -> None:
    if how == "completes":
        stage.give(COMPLETE)
    elif how == "hangs up":
        stage.hang_up("x")
    else:
        stage.give(LegEnded(leg_of(stage, X)))


@pytest.mark.parametrize("how", ["completes", "hangs up", "leg ends"])
def test_agent_who_leaves_before_the_answer_has_transferred(how: str) -> None:
    """R30: the colleague's ringing goes on, and what nobody takes comes back to the agent."""
    stage, call = ringing_y()
    offer = stage.offer_of("y")
    stage.wait(10)

    _leave(stage, how)
    assert stage.offer_of("y") == offer
    assert stage.world.agents[X].wrap_up_until is not None
    stage.wait(20)

    assert stage.rung_for("x") == call
    stage.take("x")
    assert talks_to(stage, call) == X
    assert stage.events(ConsultationAbandoned)
    assert not stage.events(ConsultationEnded)


def test_colleague_who_answers_after_the_agent_left_talks_to_the_customer() -> None:
    """R30: as after any transfer."""
    stage, call = ringing_y()
    stage.hang_up("x")

    stage.take("y")

    assert talks_to(stage, call) == Y
    assert not stage.events(ConsultationAnswered)


@pytest.mark.parametrize("answered", [False, True])
def test_cancelling_agent_hears_the_customer_again_at_once(*, answered: bool) -> None:
    """R30: the colleague is let go, without a wrap-up: there was no customer."""
    stage, call = consulting_y() if answered else ringing_y()

    stage.give(CANCEL)

    assert endings(stage) == [ConsultationEnding.CANCELLED]
    assert stage.effects[-1] == Join(call, leg_of(stage, X), LegId(call))
    assert talks_to(stage, call) == X
    assert not on_hold(stage, call)
    assert stage.rung_for("y") is None
    assert stage.world.agents[Y].call_id is None
    assert stage.world.agents[Y].wrap_up_until is None
    assert not stage.waiting("transfer:y")


@pytest.mark.parametrize(
    ("how", "ending"),
    [
        ("declines", ConsultationEnding.DECLINED),
        ("rings out", ConsultationEnding.NOT_ANSWERED),
        ("leaves", ConsultationEnding.NOT_ANSWERED),
        ("is lost", ConsultationEnding.NOT_ANSWERED),
    ],
)
def test_customer_stays_on_hold_when_the_colleague_is_not_to_be_had(
    how: str, ending: ConsultationEnding
) -> None:
    """R30: the agent takes them off hold, or asks somebody else; nobody hears them mutter."""
    stage, call = ringing_y()

    if how == "declines":
        stage.decline("y")
    elif how == "leaves":
        stage.offline("y")
    else:
        if how == "is lost":
            stage.give(AgentConnectionLost(Y))
        stage.wait(30)

    assert endings(stage) == [ending]
    assert talks_to(stage, call) == X
    assert on_hold(stage, call)
    assert StopMusic(leg_of(stage, X)) in stage.effects
    assert stage.effects[-1] == StartMusic(LegId(call), "waiting")
    stage.give(ConsultAgent(X, Z))
    assert stage.rung_for("z") == call
    stage.give(CANCEL)
    assert not on_hold(stage, call)


def test_colleague_who_hangs_up_leaves_the_customer_on_hold_with_the_agent() -> None:
    """R30: and is free at once."""
    stage, call = consulting_y()
    leg = leg_of(stage, Y)

    stage.hang_up("y")

    assert endings(stage) == [ConsultationEnding.COLLEAGUE_HUNG_UP]
    assert HangUp(leg) in stage.effects
    assert on_hold(stage, call)
    assert stage.world.agents[Y].wrap_up_until is None
    stage.give(TakeOffHold(X))
    assert stage.effects[-1] == Join(call, leg_of(stage, X), LegId(call))


def test_colleague_whose_phone_never_connects_is_not_to_be_had() -> None:
    """R29, R30: their ring-out."""
    stage, call = ringing_y()
    stage.accept("y")

    stage.wait(15)

    assert endings(stage) == [ConsultationEnding.NOT_ANSWERED]
    assert on_hold(stage, call)


@pytest.mark.parametrize("answered", [False, True])
def test_customer_who_hangs_up_on_hold_ends_it_for_all(*, answered: bool) -> None:
    """R30, S20: only the agent has talked to them, and has a wrap-up."""
    stage, call = consulting_y() if answered else ringing_y()
    legs = [LegId(call), leg_of(stage, X), *([leg_of(stage, Y)] if answered else [])]

    stage.caller_hangs_up(call)

    assert {effect.leg_id for effect in stage.effects if isinstance(effect, HangUp)} >= set(legs)
    assert stage.events(CallEnded)[-1].ending is CallEnding.CALLER_HUNG_UP
    assert stage.rung_for("y") is None
    assert stage.world.agents[X].wrap_up_until is not None
    assert (stage.world.agents[Y].call_id, stage.world.agents[Y].wrap_up_until) == (None, None)
    assert not stage.world.calls


def test_customer_hangs_up_while_the_colleague_s_phone_connects() -> None:
    """R30, S8: the colleague is connected to nobody."""
    stage, call = ringing_y()
    leg = agent_leg(stage.offer_of("y"))
    stage.accept("y")

    stage.caller_hangs_up(call)

    assert HangUp(leg) in stage.effects
    assert stage.world.agents[Y].offer is None
    assert stage.world.agents[X].call_id is None


REFUSED_MEANWHILE: dict[RefusalCode, Callable[[], list[Request]]] = {
    RefusalCode.CONSULTATION_IN_PROGRESS: lambda: [
        PutOnHold(X),
        TakeOffHold(Y),
        TransferToAgent(X, Z),
        TransferToTeam(Y, TeamId("sales")),
        ConsultAgent(X, Z),
        ConsultAgent(Y, Z),
    ],
    RefusalCode.NO_CONSULTATION: lambda: [CompleteTransfer(Y), CancelConsultation(Y)],
}


@pytest.mark.parametrize("code", REFUSED_MEANWHILE)
def test_consultation_is_completed_or_cancelled_before_anything_else(code: RefusalCode) -> None:
    """R30: by the agent who began it; the colleague can hang up."""
    stage, call = consulting_y()

    for request in REFUSED_MEANWHILE[code]():
        assert stage.refuses(request).code is code

    assert isinstance(stage.world.calls[call].state, Consulting)


def test_who_consults_nobody_has_nothing_to_complete() -> None:
    """R30: the codes tell it from having nobody to talk to."""
    stage, _ = talking_with_x()

    assert stage.refuses(COMPLETE).code is RefusalCode.NO_CONSULTATION
    assert stage.refuses(CANCEL).code is RefusalCode.NO_CONSULTATION
    assert stage.refuses(CancelConsultation(Y)).code is RefusalCode.NOT_IN_CONVERSATION
    assert stage.refuses(ConsultAgent(X, X)).code is RefusalCode.CALL_ALREADY_THERE


def test_colleague_who_is_not_available_is_not_consulted() -> None:
    """R19, R30: the talk with the customer goes on."""
    stage, call = talking_with_x()
    stage.do_not_disturb("y")

    assert stage.refuses(ASK_Y).code is RefusalCode.AGENT_NOT_AVAILABLE
    assert not on_hold(stage, call)


def test_agents_mute_themselves_in_a_consultation() -> None:
    """R30: apart from it; who is muted stays so for the customer."""
    stage, _ = consulting_y()

    stage.give(MuteAgent(Y))
    stage.give(COMPLETE)

    assert MuteLeg(leg_of(stage, Y)) in stage.effects
    assert stage.world.agents[Y].muted


def test_who_called_back_corrects_the_outcome_after_a_consultation() -> None:
    """R31: it stays theirs, whether the customer comes back to them or goes on."""
    stage, callback, leg = called_back_by_x()
    stage.give(ASK_Y)
    stage.decline("y")
    stage.give(TakeOffHold(X))
    assert stage.effects[-1] == Join(CallId(leg.removeprefix("customer-")), leg_of(stage, X), leg)
    stage.give(ConsultAgent(X, Z))
    stage.take("z")
    stage.give(COMPLETE)

    wrong = OutcomeCorrection.WRONG_PERSON
    stage.give(CorrectOutcome(callback, X, wrong))

    assert stage.events(OutcomeCorrected)[-1].agent_id == X
    assert len(stage.events(ConsultationCompleted)) == 1


def test_who_took_the_customer_back_corrects_the_outcome_after_hanging_up() -> None:
    """R31."""
    stage, callback, leg = called_back_by_x()
    stage.give(ASK_Y)
    stage.give(CANCEL)
    stage.give(LegEnded(leg))

    assert stage.world.agents[X].correctable == callback


def test_customer_who_hangs_up_in_a_consultation_leaves_the_outcome_to_correct() -> None:
    """R31: to who called back."""
    stage, callback, leg = called_back_by_x()
    stage.give(ASK_Y)

    stage.give(LegEnded(leg))

    assert stage.world.agents[X].correctable == callback


def test_customer_is_on_hold_while_a_colleague_is_consulted() -> None:
    """R30: told so wherever the conversation is shown."""
    stage, call = ringing_y()
    consultation = stage.world.calls[call].consultation
    assert consultation is not None
    assert consultation.talking.on_hold

    stage, _, _ = called_back_by_x()
    stage.give(ASK_Y)
    [called] = stage.world.calls.values()

    assert called.consultation is not None
    assert called.consultation.talking.on_hold
