"""After a separation from the phone system nothing is lost, doubled or left behind (R33, R34)."""

import pytest

from ringback.core.effects import (
    AnswerCall,
    ConnectAgent,
    DialCustomer,
    HangUp,
    Join,
    PlayPrompt,
    RingAgent,
    StartMusic,
    TurnAway,
)
from ringback.core.events import (
    AgentWentMissing,
    CallConnected,
    CallEnded,
    DialIntended,
    FaultSuffered,
    OffersWithdrawn,
    OrphanFound,
    WithdrawalCause,
)
from ringback.core.flow import Step
from ringback.core.ids import AgentId, LegId
from ringback.core.inputs import LegState, ListedLeg, PhoneSystemListed, PhoneSystemLost
from ringback.core.outcomes import COMPLETED, CallEnding, OutcomeReason, failed, not_reached
from ringback.core.states import Confirming, Talking, agent_leg
from tests.scenarios.stage import VOICEMAIL, Stage, ring

LONG: list[Step] = [ring(ring_for=3600), VOICEMAIL]


def listed(
    *up: str,
    ringing: tuple[str, ...] = (),
    never_sent: tuple[str, ...] = (),
    lost: tuple[str, ...] = (),
) -> PhoneSystemListed:
    """What the phone system has."""
    legs = [ListedLeg(LegId(leg), LegState.UP) for leg in up]
    legs += [ListedLeg(LegId(leg), LegState.RINGING) for leg in ringing]
    return PhoneSystemListed(tuple(legs), tuple(map(LegId, never_sent)), tuple(map(AgentId, lost)))


def restart(stage: Stage) -> None:
    """Kill the server: only the facts remain; the phone system is not heard yet."""
    stage.world = stage.replayed()
    stage.effects.clear()
    stage.give(PhoneSystemLost())


def test_nothing_is_offered_or_judged_while_the_phones_are_away() -> None:
    """S8: until the phone system has told what it has."""
    stage = Stage("x", steps=LONG)
    call = stage.arrive()
    callback = stage.ask(call)
    stage.decline("x")
    stage = Stage("x", steps=LONG)
    call = stage.arrive()
    stage.press(call)
    callback = stage.requested(call)
    stage.caller_hangs_up(call)
    stage.give(PhoneSystemLost())
    stage.offline("x")
    stage.wait(60)
    assert callback in stage.world.callbacks

    stage.online("x")
    assert stage.rung_for("x") is None
    stage.give(listed())

    assert stage.rung_for("x") == callback


def test_live_callers_stay_on_the_line_with_their_place() -> None:
    """S10: five callers, a restart, the same order, the music again."""
    stage = Stage("x", steps=LONG)
    stage.occupy("x")
    callers = [stage.arrive() for _ in range(5)]
    leg = stage.world.agents[AgentId("x")].leg_id
    restart(stage)

    stage.give(listed("call-1", str(leg), *callers))

    assert stage.waiting() == callers
    assert [str(e.leg_id) for e in stage.effects if isinstance(e, StartMusic)] == callers
    assert any(isinstance(e, Join) for e in stage.effects)


def test_call_whose_answer_was_never_sent_is_answered() -> None:
    """S8, L1: killed between the fact that it began and the effect that answers it."""
    stage = Stage("x", steps=LONG)
    stage.occupy("x")
    call = stage.arrive()
    restart(stage)

    stage.give(listed("call-1", ringing=(call,)))

    assert AnswerCall(call) in stage.effects


def test_callers_who_left_meanwhile_are_gone() -> None:
    """S20, S23: their calls end with a reason."""
    stage = Stage("x", steps=LONG)
    stage.occupy("x")
    leaving, staying = stage.arrive(), stage.arrive()
    leg = stage.world.agents[AgentId("x")].leg_id
    restart(stage)

    stage.give(listed("call-1", str(leg), staying))

    assert stage.waiting() == [staying]
    assert stage.events(CallEnded)[-1].call_id == leaving
    assert stage.events(CallEnded)[-1].ending is CallEnding.SYSTEM_FAULT


def test_confirmation_is_played_again_when_cut() -> None:
    """R7, S1: the request stands; the same playback is asked for."""
    stage = Stage("x", steps=LONG)
    call = stage.arrive()
    stage.press(call)
    playback = stage.world.calls[call].playback_id
    restart(stage)

    stage.give(listed(call))

    again = PlayPrompt(call, playback, "en/confirmation")  # type: ignore[arg-type]
    assert stage.effects == [AnswerCall(call), again]
    assert isinstance(stage.world.calls[call].state, Confirming)


def test_caller_gone_during_the_confirmation_is_called_back() -> None:
    """R7: killed between the request and its confirmation."""
    stage = Stage("x", steps=LONG)
    call = stage.arrive()
    stage.press(call)
    callback = stage.requested(call)
    restart(stage)

    stage.give(listed())
    stage.wait(5)

    assert stage.rung_for("x") == callback
    assert stage.events(CallEnded)[-1].ending is CallEnding.CALLBACK_REQUESTED


def test_ringing_desk_phone_rings_on() -> None:
    """S20: its leg is adopted."""
    stage = Stage("x", desk=["x"], steps=LONG)
    callback = stage.ask(stage.arrive())
    leg = agent_leg(stage.offer_of("x"))
    restart(stage)

    stage.give(listed(ringing=(leg,)))

    assert stage.rung_for("x") == callback
    assert not any(isinstance(e, HangUp | RingAgent) for e in stage.effects)


def test_desk_phone_picked_up_meanwhile_has_accepted() -> None:
    """R29: the agent hears the customer being dialled."""
    stage = Stage("x", desk=["x"], steps=LONG)
    callback = stage.ask(stage.arrive())
    leg = agent_leg(stage.offer_of("x"))
    restart(stage)

    stage.give(listed(leg))

    assert [e.callback_id for e in stage.events(DialIntended)] == [callback]
    assert any(isinstance(e, DialCustomer) for e in stage.effects)


def test_second_desk_phone_picked_up_meanwhile_is_told_of_the_first() -> None:
    """R29: it lost the race while nobody watched, and hears so all the same."""
    stage = Stage("x", "y", desk=["x", "y"], steps=LONG)
    stage.ask(stage.arrive())
    first, second = (agent_leg(stage.offer_of(name)) for name in "xy")
    restart(stage)

    stage.give(listed(first, second))

    assert TurnAway(second, "en/taken_by_colleague") in stage.effects
    assert stage.events(OrphanFound) == []


def test_ring_that_was_lost_is_offered_again() -> None:
    """R34: withdrawn as our fault, offered anew at once, same place."""
    stage = Stage("x", desk=["x"], steps=LONG)
    callback = stage.ask(stage.arrive())
    first = stage.offer_of("x")
    restart(stage)

    stage.give(listed())

    assert stage.events(OffersWithdrawn)[-1].cause is WithdrawalCause.FAULT
    assert stage.rung_for("x") == callback
    assert stage.offer_of("x") != first


def test_connecting_agent_is_tried_again_without_counting() -> None:
    """R34: the accept was committed, the phone never connected."""
    stage = Stage("x", steps=LONG)
    callback = stage.ask(stage.arrive())
    stage.accept("x")
    restart(stage)

    stage.give(listed())

    assert [e.fault_number for e in stage.events(FaultSuffered)] == [1]
    assert stage.rung_for("x") == callback
    assert stage.world.callbacks[callback].attempt_number == 1


def test_third_interrupted_connection_fails_the_callback() -> None:
    """R34: at the third fault."""
    stage = Stage("x", steps=LONG)
    callback = stage.ask(stage.arrive())

    for _ in range(3):
        stage.accept("x")
        restart(stage)
        stage.give(listed())

    assert stage.outcome(callback) == failed(OutcomeReason.SYSTEM_FAULT)
    assert stage.world.agents[AgentId("x")].offer is None


def test_connected_agent_and_caller_are_joined_after_a_restart() -> None:
    """R29: the phone came up while nobody listened."""
    stage = Stage("x", steps=LONG)
    call = stage.arrive()
    leg = agent_leg(stage.offer_of("x"))
    stage.accept("x")
    assert isinstance(stage.effects[-1], ConnectAgent)
    restart(stage)

    stage.give(listed(call, leg))

    assert [e.call_id for e in stage.events(CallConnected)] == [call]
    assert isinstance(stage.world.calls[call].state, Talking)


@pytest.mark.parametrize("rang", [True, False])
def test_dial_that_cannot_be_resolved_is_never_repeated(rang: bool) -> None:
    """R33, S4: not in the list, and nothing proves it was never sent."""
    stage = Stage("x", steps=LONG)
    callback = stage.ask(stage.arrive())
    stage.take("x")
    if rang:
        stage.customer_rings(callback)
    leg = stage.world.agents[AgentId("x")].leg_id
    restart(stage)

    stage.give(listed(str(leg)))

    assert stage.outcome(callback) == not_reached(OutcomeReason.OUTCOME_UNKNOWN)
    assert not any(isinstance(e, DialCustomer) for e in stage.effects)
    assert HangUp(LegId(str(leg))) in stage.effects


def test_dial_proved_never_sent_is_a_fault_of_ours() -> None:
    """R33, R34: same key, offered again, one dial in all until then."""
    stage = Stage("x", steps=LONG)
    callback = stage.ask(stage.arrive())
    stage.take("x")
    leg = str(stage.world.agents[AgentId("x")].leg_id)
    never = stage.customer_leg(callback)
    restart(stage)

    stage.give(listed(leg, never_sent=(never,)))

    assert stage.rung_for("x") == callback
    assert len(stage.events(FaultSuffered)) == 1
    assert HangUp(LegId(leg)) in stage.effects


@pytest.mark.parametrize("state", [LegState.RINGING, LegState.UP])
def test_live_dial_is_adopted(state: LegState) -> None:
    """R33: one leg in all, and what it has become is taken over."""
    stage = Stage("x", steps=LONG)
    callback = stage.ask(stage.arrive())
    stage.take("x")
    legs = (str(stage.world.agents[AgentId("x")].leg_id), stage.customer_leg(callback))
    restart(stage)

    if state is LegState.UP:
        stage.give(listed(*legs))
    else:
        stage.give(listed(legs[0], ringing=(legs[1],)))
        stage.customer_answers(callback)

    assert stage.outcome(callback) == COMPLETED
    assert isinstance(stage.effects[-1], Join)
    assert not any(isinstance(e, DialCustomer) for e in stage.effects)


def test_agent_gone_while_dialling_ends_the_dial() -> None:
    """R32: the customer's phone is hung up."""
    stage = Stage("x", steps=LONG)
    callback = stage.ask(stage.arrive())
    stage.take("x")
    leg = stage.customer_leg(callback)
    restart(stage)

    stage.give(listed(ringing=(leg,)))

    assert stage.outcome(callback) == not_reached(OutcomeReason.AGENT_HUNG_UP)
    assert HangUp(leg) in stage.effects


def test_conversation_goes_on_through_a_restart() -> None:
    """S20: both legs are there; nothing is hung up."""
    stage = Stage("x", steps=LONG)
    callback = stage.ask(stage.arrive())
    stage.take("x")
    stage.customer_answers(callback)
    legs = (str(stage.world.agents[AgentId("x")].leg_id), stage.customer_leg(callback))
    restart(stage)

    stage.give(listed(*legs))

    assert not any(isinstance(e, HangUp) for e in stage.effects)
    stage.hang_up("x")
    assert HangUp(LegId(legs[1])) in stage.effects


def test_phone_system_that_lost_everything_ends_everything() -> None:
    """S20, L1: every call and callback ends with a reason."""
    stage = Stage("x", "y", steps=LONG)
    callback = stage.ask(stage.arrive())
    stage.take("x")
    talking = stage.arrive()
    stage.take("y")
    waiting = stage.arrive()
    stage.give(PhoneSystemLost())

    stage.give(listed())

    assert stage.outcome(callback) == not_reached(OutcomeReason.OUTCOME_UNKNOWN)
    assert {talking, waiting} <= {e.call_id for e in stage.events(CallEnded)}
    assert stage.world.calls == {}
    assert stage.world.outbound_calls == {}
    assert all(agent.call_id is None for agent in stage.world.agents.values())


def test_orphans_are_hung_up() -> None:
    """S20: legs of nothing."""
    stage = Stage("x", steps=LONG)
    stage.give(PhoneSystemLost())

    stage.give(listed("agent-9-1", "customer-o9", "forgotten"))

    orphans = [e.leg_id for e in stage.events(OrphanFound)]
    assert orphans == ["agent-9-1", "customer-o9", "forgotten"]
    assert len([e for e in stage.effects if isinstance(e, HangUp)]) == 3


def test_unregistered_desk_phones_are_not_rung() -> None:
    """R19, L3: known from the list."""
    stage = Stage("x", "y", desk=["x", "y"], steps=LONG)
    stage.give(PhoneSystemLost())
    stage.give(listed(lost=("x",)))
    assert [e.agent_id for e in stage.events(AgentWentMissing)] == ["x"]

    call = stage.arrive()

    assert (stage.rung_for("x"), stage.rung_for("y")) == (None, call)


def test_what_rang_out_during_the_downtime_is_settled_after_the_list() -> None:
    """R34: what the phones did comes first, then what became due."""
    stage = Stage("x", desk=["x"], steps=[ring(ring_for=30), VOICEMAIL])
    callback = stage.ask(stage.arrive())
    leg = agent_leg(stage.offer_of("x"))
    restart(stage)
    stage.now = stage.now.replace(hour=stage.now.hour + 1)

    stage.give(listed(leg))

    assert [e.callback_id for e in stage.events(DialIntended)] == [callback]


def test_replay_gives_the_same_world() -> None:
    """S21: from the facts alone."""
    stage = Stage("x", "y", steps=LONG, retries=1)
    stage.ask(stage.arrive())
    stage.decline("x")
    stage.arrive()
    stage.take("y")

    again = stage.replayed()

    assert again.callbacks == stage.world.callbacks
    assert again.calls == stage.world.calls
    assert again.agents == stage.world.agents
    assert again.sequence == stage.world.sequence
