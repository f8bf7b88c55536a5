"""What people do while the phones are away, and what falls due meanwhile (R28, R34)."""

from dataclasses import replace
from datetime import timedelta

from ringback.core.calendars import OpeningPeriod, WeeklyHours
from ringback.core.effects import HangUp
from ringback.core.events import (
    AgentWentOffDuty,
    CallConnected,
    CallEnded,
    DialIntended,
    GiveUpCause,
    OfferAccepted,
    StepGivenUp,
)
from ringback.core.ids import AgentId, CallId
from ringback.core.inputs import ConfigureAgent, PhoneSystemLost
from ringback.core.states import agent_leg
from tests.scenarios.stage import START, TWO_TEAMS, VOICEMAIL, Stage, in_turn, ring
from tests.scenarios.test_recovery import LONG, listed, restart


def test_nothing_that_waits_falls_due_while_the_phones_are_away() -> None:
    """R34: another input meanwhile does not let a card ring out that was picked up."""
    stage = Stage("x", "y", desk=["x"], steps=[ring(agent="x", ring_for=30), VOICEMAIL])
    callback = stage.ask(stage.arrive())
    leg = agent_leg(stage.offer_of("x"))
    stage.give(PhoneSystemLost())
    stage.now += timedelta(seconds=31)

    stage.offline("y")
    stage.give(listed(leg))

    assert [e.callback_id for e in stage.events(DialIntended)] == [callback]


def test_what_fell_due_meanwhile_shares_the_pass_of_the_list() -> None:
    """R28, S9: the older one has settled meanwhile, and the agent is free: nobody overtakes it."""
    stage = Stage("x", steps=LONG)
    stage.occupy("x")
    call = stage.arrive()
    stage.press(call)
    older = stage.requested(call)
    stage.caller_hangs_up(call)
    younger = stage.arrive()
    stage.give(PhoneSystemLost())
    stage.now += timedelta(seconds=6)

    stage.give(listed(younger))

    assert stage.rung_for("x") == older


def test_what_became_due_earlier_while_the_phones_were_away_moves_first() -> None:
    """R28: the caller's stay was over before the callback had rung for long enough."""
    stage = Stage("x", "y", steps=in_turn(20, 30), teams=TWO_TEAMS, retries=1)
    stage.arrive()
    stage.decline("x")
    callback = stage.ask(CallId("call-1"))
    caller = stage.arrive()
    stage.give(PhoneSystemLost())
    stage.now += timedelta(seconds=60)

    stage.give(listed(caller))

    assert stage.waiting("ring-b") == [caller, callback]


def test_shift_that_ends_while_the_phones_are_away_ends_in_time() -> None:
    """R19: the working hours are the agent's own, and no phone has a say in them."""
    stage = Stage("x", steps=LONG)
    agent = stage.world.agents[AgentId("x")]
    closes = (START + timedelta(minutes=1)).time()
    morning = OpeningPeriod(START.weekday(), START.time(), closes)
    hours = WeeklyHours("UTC", (morning,))
    stage.give(ConfigureAgent(replace(agent.profile, hours=hours)))
    call = stage.arrive()
    stage.give(PhoneSystemLost())

    stage.wait(60)
    stage.wait(60)
    stage.give(listed(call))

    assert stage.at(AgentWentOffDuty) == START + timedelta(minutes=1)
    assert stage.rung_for("x") is None


def test_callback_behind_the_front_whose_ringing_was_used_up_meanwhile_leaves() -> None:
    """R23: nobody is rung for it longer than `ring_for`, wherever it stands."""
    stage = Stage("x", "y", steps=[ring(ring_for=30), VOICEMAIL])
    stage.occupy("y")
    y_leg = agent_leg(stage.events(OfferAccepted)[-1].offer_id)
    front = stage.ask(stage.arrive())
    stage.decline("x")
    behind = stage.ask(stage.arrive())
    stage.give(PhoneSystemLost())
    stage.now += timedelta(seconds=31)
    stage.offline("x")

    stage.give(listed("call-1", y_leg))

    assert stage.waiting() == [front]
    assert [(e.item_id, e.cause) for e in stage.events(StepGivenUp)] == [
        (behind, GiveUpCause.RING_TIME_OVER)
    ]


def test_desk_phone_picked_up_for_a_caller_who_has_gone_is_connected_to_nobody() -> None:
    """S8, R44: the caller was missed, and the agent has talked to nobody."""
    stage = Stage("x", desk=["x"], steps=LONG, wrap_up=10)
    call = stage.arrive()
    leg = agent_leg(stage.offer_of("x"))
    restart(stage)

    stage.give(listed(leg))

    assert stage.events(CallConnected) == []
    assert [e.call_id for e in stage.events(CallEnded)] == [call]
    assert HangUp(leg) in stage.effects
    assert stage.world.agents[AgentId("x")].wrap_up_until is None
