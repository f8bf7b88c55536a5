"""A conversation is a standard call: mute and hold (R30)."""

from dataclasses import replace

import pytest

from ringback.core.effects import HangUp, Join, MuteLeg, StartMusic, UnmuteLeg
from ringback.core.events import CallEnded, CustomerPutOnHold, CustomerTakenOffHold
from ringback.core.flow import WaitingExperience
from ringback.core.ids import AgentId, LegId
from ringback.core.inputs import (
    LegEnded,
    LegState,
    ListedLeg,
    MuteAgent,
    PhoneSystemListed,
    PhoneSystemLost,
    PutOnHold,
    Request,
    TakeOffHold,
    UnmuteAgent,
)
from ringback.core.outcomes import CallEnding
from ringback.core.refusals import RefusalCode
from ringback.core.states import agent_leg
from tests.scenarios.stage import VOICEMAIL, Stage, ring

X = AgentId("x")
ALL: list[Request] = [MuteAgent(X), UnmuteAgent(X), PutOnHold(X), TakeOffHold(X)]
JAZZ = replace(ring(ring_for=600), waiting=WaitingExperience(music="jazz"))


class Talk:
    """Agent x talks to a caller, or to the customer of a callback."""

    def __init__(self, *, callback: bool = False) -> None:
        self.stage = Stage("x", steps=[JAZZ, VOICEMAIL], wrap_up=30)
        call_id = self.stage.arrive()
        asked = self.stage.ask(call_id) if callback else None
        self.agent_leg = agent_leg(self.stage.offer_of("x"))
        self.stage.take("x")
        self.customer_leg = LegId(call_id)
        if asked is not None:
            self.stage.customer_answers(asked)
            self.customer_leg = self.stage.customer_leg(asked)
        in_call = self.stage.world.agents[X].call_id
        assert in_call is not None
        self.joined = Join(in_call, self.agent_leg, self.customer_leg)
        self.stage.effects.clear()

    def separated(self) -> None:
        """Lose the phone system and find both legs there again."""
        self.stage.give(PhoneSystemLost())
        self.stage.effects.clear()
        legs = (self.agent_leg, self.customer_leg)
        self.stage.give(PhoneSystemListed(tuple(ListedLeg(leg, LegState.UP) for leg in legs)))


@pytest.mark.parametrize("callback", [False, True])
def test_customer_on_hold_hears_music_until_taken_off(callback: bool) -> None:
    """R30: a caller hears the music of their step; whoever is called back, the usual one."""
    talk = Talk(callback=callback)
    stage = talk.stage

    stage.give(PutOnHold(X))
    stage.give(PutOnHold(X))

    music = "waiting" if callback else "jazz"
    assert stage.effects == [StartMusic(talk.customer_leg, music)]

    stage.give(TakeOffHold(X))
    stage.give(TakeOffHold(X))

    assert stage.effects[1:] == [talk.joined]
    assert len(stage.events(CustomerPutOnHold)) == len(stage.events(CustomerTakenOffHold)) == 1


@pytest.mark.parametrize("callback", [False, True])
def test_muted_agent_is_not_heard_until_unmuted(callback: bool) -> None:
    """R30: it is the agent's own phone that is muted."""
    talk = Talk(callback=callback)
    stage = talk.stage

    for request in (MuteAgent(X), MuteAgent(X), UnmuteAgent(X), UnmuteAgent(X)):
        stage.give(request)

    assert stage.effects == [MuteLeg(talk.agent_leg), UnmuteLeg(talk.agent_leg)]


def test_hold_and_mute_are_apart_from_each_other() -> None:
    """R30: an agent who was muted before the hold still is after it."""
    talk = Talk()
    stage = talk.stage

    for request in (MuteAgent(X), PutOnHold(X), TakeOffHold(X)):
        stage.give(request)

    assert stage.world.agents[X].muted
    assert UnmuteLeg(talk.agent_leg) not in stage.effects


@pytest.mark.parametrize("callback", [False, True])
def test_hold_and_mute_outlast_a_separation_from_the_phones(callback: bool) -> None:
    """R30: who is on hold stays on hold, and nobody hears whom they should not."""
    talk = Talk(callback=callback)
    stage = talk.stage
    stage.give(MuteAgent(X))
    stage.give(PutOnHold(X))

    talk.separated()

    music = "waiting" if callback else "jazz"
    assert StartMusic(talk.customer_leg, music) in stage.effects
    assert MuteLeg(talk.agent_leg) in stage.effects
    assert talk.joined not in stage.effects


@pytest.mark.parametrize("callback", [False, True])
def test_what_was_ended_as_the_phones_went_is_ended_when_they_are_back(callback: bool) -> None:
    """R30: neither hold nor mute lasts because the phones never heard of its end."""
    talk = Talk(callback=callback)
    stage = talk.stage
    for request in (MuteAgent(X), PutOnHold(X), TakeOffHold(X), UnmuteAgent(X)):
        stage.give(request)

    talk.separated()

    assert stage.effects[-2:] == [talk.joined, UnmuteLeg(talk.agent_leg)]


def test_hold_is_part_of_what_a_replay_knows() -> None:
    """S21: a server that died finds the customer on hold."""
    talk = Talk()
    talk.stage.give(PutOnHold(X))
    talk.stage.give(MuteAgent(X))

    again = talk.stage.replayed()

    assert again.calls == talk.stage.world.calls
    assert again.agents[X].muted


@pytest.mark.parametrize("ends", ["customer", "agent"])
def test_hanging_up_on_hold_ends_the_call(ends: str) -> None:
    """R30, S20: whoever hangs up, nobody is left on hold and the agent is in wrap-up."""
    talk = Talk()
    stage = talk.stage
    stage.give(MuteAgent(X))
    stage.give(PutOnHold(X))

    leg = talk.customer_leg if ends == "customer" else talk.agent_leg
    stage.give(LegEnded(leg))

    ending = CallEnding.CALLER_HUNG_UP if ends == "customer" else CallEnding.AGENT_HUNG_UP
    assert stage.events(CallEnded)[-1].ending is ending
    assert {HangUp(talk.customer_leg), HangUp(talk.agent_leg)} <= set(stage.effects)
    assert stage.world.agents[X].wrap_up_until is not None
    assert not stage.world.agents[X].muted


@pytest.mark.parametrize("request_", ALL)
def test_without_a_conversation_there_is_nobody_to_hold(request_: Request) -> None:
    """R30: neither before the customer is there, nor in wrap-up."""
    stage = Stage("x", steps=[JAZZ, VOICEMAIL], wrap_up=30)
    asked = stage.ask(stage.arrive())
    assert stage.refuses(request_).code is RefusalCode.NOT_IN_CONVERSATION
    stage.take("x")

    assert stage.refuses(request_).code is RefusalCode.NOT_IN_CONVERSATION
    stage.customer_answers(asked)
    stage.hang_up("x")
    assert stage.refuses(request_).code is RefusalCode.NOT_IN_CONVERSATION


@pytest.mark.parametrize("request_", ALL)
def test_nothing_is_promised_while_the_phones_are_away(request_: Request) -> None:
    """R30: an agent who believes to be muted is muted."""
    talk = Talk()
    talk.stage.give(PhoneSystemLost())

    assert talk.stage.refuses(request_).code is RefusalCode.PHONES_UNREACHABLE
