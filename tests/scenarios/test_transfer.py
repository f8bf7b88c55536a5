"""A conversation can be transferred, and the customer is never dropped (R30)."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from ringback.core.effects import HangUp, Join, StartMusic, StopMusic
from ringback.core.events import (
    AnnouncementStarted,
    CallbackRequested,
    CallConnected,
    CallEnded,
    CallTransferred,
    RedirectedToLine,
)
from ringback.core.flow import Step, WaitingExperience
from ringback.core.ids import AgentId, CallId, LegId, LineId, TeamId
from ringback.core.inputs import (
    LegEnded,
    LegState,
    ListedLeg,
    PhoneSystemListed,
    PhoneSystemLost,
    PublishFlow,
    PutOnHold,
    Request,
    TransferToAgent,
    TransferToLine,
    TransferToTeam,
)
from ringback.core.outcomes import CallEnding
from ringback.core.refusals import RefusalCode
from ringback.core.states import AtEnd, Standing, Talking, Waiting, agent_leg
from tests.scenarios.stage import VOICEMAIL, Stage, flow_of, ring

X, Y, Z = AgentId("x"), AgentId("y"), AgentId("z")
SALES = TeamId("sales")
TO_Y = TransferToAgent(X, Y)


def talking_with_x(wrap_up: float = 60) -> tuple[Stage, CallId]:
    """A caller of the line talks to x; y and z are colleagues, z alone is in sales."""
    stage = Stage(
        "x",
        "y",
        "z",
        teams={"support": ["x"], "sales": ["z"]},
        steps=[ring(ring_for=300), VOICEMAIL],
        wrap_up=wrap_up,
    )
    call = stage.arrive()
    stage.take("x")
    stage.effects.clear()
    return stage, call


def talks_to(stage: Stage, call: CallId) -> AgentId | None:
    state = stage.world.calls[call].state
    return state.agent_id if isinstance(state, Talking) else None


def test_colleague_is_rung_while_the_caller_hears_music() -> None:
    """R30, S20: the agent who transfers is let go at once, into wrap-up."""
    stage, call = talking_with_x()
    leg = stage.world.agents[X].leg_id
    assert leg is not None

    stage.give(TO_Y)

    assert stage.rung_for("y") == call
    assert HangUp(leg) in stage.effects
    assert StartMusic(LegId(call), "waiting") in stage.effects
    assert HangUp(LegId(call)) not in stage.effects
    assert stage.world.agents[X].wrap_up_until is not None
    [transferred] = stage.events(CallTransferred)
    assert (transferred.to_agent, transferred.to_team, transferred.to_line) == (Y, None, None)


def test_colleague_who_answers_talks_to_the_caller() -> None:
    """R30: one call, two conversations; each agent has a wrap-up of their own."""
    stage, call = talking_with_x()
    stage.give(TO_Y)
    leg = agent_leg(stage.offer_of("y"))

    stage.take("y")
    stage.hang_up("y")

    assert [e.agent_id for e in stage.events(CallConnected)] == [X, Y]
    assert Join(call, leg, LegId(call)) in stage.effects
    assert stage.events(CallEnded)[-1].ending is CallEnding.AGENT_HUNG_UP
    assert stage.world.agents[Y].wrap_up_until is not None


@pytest.mark.parametrize("how", ["declines", "rings out", "leaves"])
def test_transfer_in_vain_comes_back_to_who_transferred(how: str) -> None:
    """R30: out of their wrap-up if need be, since the call is theirs again."""
    stage, call = talking_with_x()
    stage.give(TO_Y)

    if how == "declines":
        stage.decline("y")
    elif how == "rings out":
        stage.wait(30)
    else:
        stage.offline("y")

    assert stage.rung_for("x") == call
    stage.take("x")
    assert talks_to(stage, call) == X


def test_transfer_in_vain_to_nobody_waits_where_the_caller_was_answered() -> None:
    """R30: before all others of the line, who have talked to nobody yet."""
    stage, call = talking_with_x(wrap_up=0)
    stage.arrive()
    stage.give(TO_Y)
    stage.take("x")
    other = stage.arrive()

    stage.decline("y")
    stage.wait(30)

    assert stage.waiting() == [call, other]
    stage.hang_up("x")
    assert stage.rung_for("x") == call


def test_transfer_in_vain_waits_where_the_caller_was_answered_first() -> None:
    """R30: though another step's agent has talked to them since (ADR 0014)."""
    steps: list[Step] = [ring("first", agent="x", then="second"), ring("second", agent="z")]
    stage = Stage("x", "y", "z", steps=[*steps, VOICEMAIL])
    call = stage.arrive()
    stage.take("x")
    stage.give(TO_Y)
    stage.decline("y")
    stage.decline("x")
    assert stage.waiting("second") == [call]
    stage.take("z")
    stage.offline("z")
    stage.give(TransferToAgent(Z, X))

    stage.wait(30)

    assert stage.waiting("first") == [call]


def test_transferred_caller_is_never_hung_up_by_us() -> None:
    """R30: nobody anywhere is left, and the flow ends as it ends for everybody."""
    stage, call = talking_with_x()
    stage.give(TO_Y)
    for name in ("x", "y", "z"):
        stage.offline(name)

    assert isinstance(stage.world.calls[call].state, AtEnd)
    assert not stage.events(CallEnded)


def test_busy_agent_who_transferred_is_waited_for_and_not_disturbed() -> None:
    """R30, S6: one call for each agent; the caller waits 30 s for who knows them."""
    stage, call = talking_with_x(wrap_up=0)
    other = stage.arrive()
    stage.give(TO_Y)
    stage.take("x")
    assert talks_to(stage, other) == X

    stage.decline("y")
    assert isinstance(stage.world.calls[call].state, Waiting)
    assert stage.rung_for("x") is None
    stage.hang_up("x")
    assert stage.rung_for("x") == call


def test_team_is_rung_and_then_who_transferred() -> None:
    """R30: for two minutes; who becomes free meanwhile is rung too."""
    stage, call = talking_with_x()

    stage.give(TransferToTeam(X, SALES))

    assert stage.rung_for("z") == call
    assert stage.rung_for("y") is None
    stage.wait(120)
    assert stage.rung_for("x") == call
    [transferred] = stage.events(CallTransferred)
    assert (transferred.to_agent, transferred.to_team) == (None, SALES)


@pytest.mark.parametrize("request_", [TO_Y, TransferToTeam(X, SALES)])
def test_transferred_caller_hears_the_music_of_where_they_were_answered(
    request_: Request,
) -> None:
    """R30: also when found again after a separation."""
    jazz = replace(ring(ring_for=300), waiting=WaitingExperience("jazz"))
    stage = Stage("x", "y", "z", teams={"support": ["x"], "sales": ["z"]}, steps=[jazz, VOICEMAIL])
    call = stage.arrive()
    stage.take("x")
    stage.effects.clear()

    stage.give(request_)
    stage.give(PhoneSystemLost())
    stage.give(PhoneSystemListed((ListedLeg(LegId(call), LegState.UP),)))

    music = [effect.music for effect in stage.effects if isinstance(effect, StartMusic)]
    assert music == ["jazz"] * 3
    assert not any(isinstance(effect, StopMusic) for effect in stage.effects)


def test_line_takes_the_caller_through_its_own_flow() -> None:
    """R30: also back to a line that has had the call before."""
    stage, call = talking_with_x()
    stage.give(PublishFlow(flow_of(ring("sales", team="sales"), VOICEMAIL, flow_id="sales")))
    stage.configure_line("sales", flow="sales")

    stage.give(TransferToLine(X, LineId("sales")))

    assert stage.waiting("sales", "sales@1") == [call]
    assert StopMusic(LegId(call)) in stage.effects
    stage.take("z")
    stage.give(TransferToLine(Z, LineId("paris")))
    assert stage.waiting() == [call]
    assert [e.line_id for e in stage.events(RedirectedToLine)] == ["sales", "paris"]


def test_call_can_be_transferred_again_and_comes_back_to_the_last() -> None:
    """R30: who talked to the customer last knows most."""
    stage, call = talking_with_x()
    stage.give(TO_Y)
    stage.take("y")

    stage.give(TransferToAgent(Y, Z))
    assert stage.rung_for("z") == call
    stage.decline("z")

    assert stage.rung_for("y") == call
    assert stage.rung_for("x") is None


def test_customer_on_hold_is_transferred_from_there() -> None:
    """R30: and the next agent is not on hold."""
    stage, call = talking_with_x()
    stage.give(PutOnHold(X))

    stage.give(TO_Y)
    stage.take("y")

    state = stage.world.calls[call].state
    assert isinstance(state, Talking)
    assert not state.on_hold


def test_star_means_nothing_to_who_has_been_answered() -> None:
    """R5, R30: a request is made before an agent answers."""
    stage, call = talking_with_x()
    stage.give(TO_Y)

    stage.press(call)

    assert stage.rung_for("y") == call
    assert not stage.events(CallbackRequested)


def test_announcement_is_not_said_again_after_a_transfer() -> None:
    """R30: the customer knows that the call may be recorded."""
    stage, _ = talking_with_x()
    stage.hang_up("x")
    stage.wait(60)
    stage.configure_line(announcement_prompt="en/recorded")
    call = stage.arrive()
    stage.take("x")
    stage.prompt_ends(call)

    stage.give(TO_Y)
    stage.take("y")

    assert talks_to(stage, call) == Y
    assert len(stage.events(AnnouncementStarted)) == 1


def test_hanging_up_during_a_transfer_lets_everybody_go() -> None:
    """R30, S20: the colleague's phone stops, and nothing waits any more."""
    stage, call = talking_with_x()
    stage.give(TO_Y)

    stage.caller_hangs_up(call)

    assert stage.rung_for("y") is None
    assert not stage.world.calls
    assert stage.events(CallEnded)[-1].ending is CallEnding.CALLER_HUNG_UP


def test_late_end_of_the_transferring_agents_leg_ends_nothing() -> None:
    """S23: the phone system tells of the hang-up that we asked for."""
    stage, call = talking_with_x()
    leg = stage.world.agents[X].leg_id
    assert leg is not None
    stage.give(TO_Y)

    stage.give(LegEnded(leg))
    stage.give(LegEnded(leg))

    assert stage.rung_for("y") == call


def test_crash_right_after_the_transfer_leaves_the_caller_waiting() -> None:
    """S20, S21: the leg of who transferred is hung up, the caller hears the music."""
    stage, call = talking_with_x()
    leg = stage.world.agents[X].leg_id
    assert leg is not None
    stage.give(TO_Y)
    assert stage.replayed().calls == stage.world.calls
    stage.give(PhoneSystemLost())
    stage.effects.clear()

    there = (ListedLeg(LegId(call), LegState.UP), ListedLeg(leg, LegState.UP))
    stage.give(PhoneSystemListed(there))

    assert HangUp(leg) in stage.effects
    assert StartMusic(LegId(call), "waiting") in stage.effects
    assert stage.rung_for("y") == call


def _unavailable(stage: Stage) -> Request:
    stage.do_not_disturb("y")
    return TO_Y


def _nobody(stage: Stage) -> Request:
    stage.offline("z")
    return TransferToTeam(X, SALES)


REFUSED: dict[RefusalCode, Callable[[Stage], Request]] = {
    RefusalCode.AGENT_NOT_AVAILABLE: _unavailable,
    RefusalCode.NOBODY_TO_RING: _nobody,
    RefusalCode.UNKNOWN_AGENT: lambda stage: TransferToAgent(X, AgentId("nobody")),
    RefusalCode.UNKNOWN_TEAM: lambda stage: TransferToTeam(X, TeamId("none")),
    RefusalCode.UNKNOWN_LINE: lambda stage: TransferToLine(X, LineId("none")),
    RefusalCode.NOT_IN_CONVERSATION: lambda stage: TransferToAgent(Y, Z),
}


@pytest.mark.parametrize("code", REFUSED)
def test_transfer_that_leads_nowhere_is_refused_and_the_talk_goes_on(code: RefusalCode) -> None:
    """R30: better said at once than after the customer has been sent away."""
    stage, call = talking_with_x()

    request = REFUSED[code](stage)

    assert stage.refuses(request).code is code
    assert talks_to(stage, call) == X


@pytest.mark.parametrize("request_", [TransferToAgent(X, X), TransferToLine(X, LineId("paris"))])
def test_call_is_not_transferred_to_where_it_is(request_: Request) -> None:
    """R30: to oneself, or to the line whose call it is."""
    stage, _ = talking_with_x()

    assert stage.refuses(request_).code is RefusalCode.CALL_ALREADY_THERE
    assert not stage.events(CallTransferred)
    assert stage.world.agents[X].standing is Standing.BUSY
