"""Contract cases about conversations: who hears whom while one is muted or on hold (R30)."""

from tests.contracts.cast import DESK_AGENT, MUSIC, OTHER_DESK_AGENT, SHORT_PROMPT
from tests.contracts.phone_world_driver import Extent, Heard, Phone
from tests.contracts.stage import A_MOMENT, Stage, leg_of

from ringback.core.effects import Effect, HangUp, Join, MuteLeg, StartMusic, StopMusic, UnmuteLeg
from ringback.core.ids import CallId, LegId
from ringback.core.inputs import LegEnded, PhoneSystemListed, PhoneSystemLost, PromptFinished


class Conversation:
    """A caller and a desk agent who are both up, not joined yet."""

    def __init__(self, stage: Stage, caller: Phone, call_id: CallId, agent_leg: LegId) -> None:
        self._stage = stage
        self.caller, self.agent = caller, stage.driver.agent_phone(DESK_AGENT)
        self.caller_leg, self.agent_leg = leg_of(call_id), agent_leg
        self.join = Join(call_id, agent_leg, self.caller_leg)
        self.hold = StartMusic(self.caller_leg, MUSIC)
        self.mute, self.unmute = MuteLeg(agent_leg), UnmuteLeg(agent_leg)

    async def go_on(self, *effects: Effect) -> None:
        """Perform effects and let both hear for a while what comes of it."""
        self._stage.perform(*effects)
        await self._stage.driver.elapse(3 * A_MOMENT)

    async def heard_until_the_end(self) -> tuple[Heard, Heard]:
        """End the call; give what the caller and what the agent have heard in it."""
        stage = self._stage
        assert not stage.reported(LegEnded)
        stage.perform(HangUp(self.caller_leg), HangUp(self.agent_leg))
        await stage.wait_for(LegEnded, leg_id=self.caller_leg)
        await stage.wait_for(LegEnded, leg_id=self.agent_leg)
        return await stage.driver.heard(self.caller), await stage.driver.heard(self.agent)


async def begun(stage: Stage) -> Conversation:
    caller, call_id = await stage.caller_is_up()
    return Conversation(stage, caller, call_id, await stage.agent_is_up())


async def customer_on_hold_hears_music_and_the_agent_nothing(stage: Stage) -> None:
    talk = await begun(stage)

    await talk.go_on(talk.join, talk.hold, talk.hold)
    by_caller, by_agent = await talk.heard_until_the_end()

    assert by_caller.music()
    assert not by_caller.voice_of(talk.agent)
    assert not by_agent.voice_of(talk.caller)


async def customer_taken_off_hold_and_agent_hear_each_other(stage: Stage) -> None:
    talk = await begun(stage)
    await talk.go_on(talk.join, talk.hold)

    await talk.go_on(talk.join, talk.join)
    by_caller, by_agent = await talk.heard_until_the_end()

    assert by_caller.voice_of(talk.agent)
    assert by_agent.voice_of(talk.caller)


async def customer_who_is_put_on_hold_twice_is_taken_off_twice(stage: Stage) -> None:
    talk = await begun(stage)

    await talk.go_on(talk.join, talk.hold, talk.join, talk.hold)
    await talk.go_on(talk.join)
    by_caller, by_agent = await talk.heard_until_the_end()

    assert by_caller.voice_of(talk.agent)
    assert by_agent.voice_of(talk.caller)


async def muted_agent_hears_and_is_not_heard_through_a_hold_too(stage: Stage) -> None:
    talk = await begun(stage)

    await talk.go_on(talk.mute, talk.mute, talk.join)
    await talk.go_on(talk.hold, talk.join)
    by_caller, by_agent = await talk.heard_until_the_end()

    assert not by_caller.voice_of(talk.agent)
    assert by_agent.voice_of(talk.caller)


async def unmuted_agent_is_heard_again(stage: Stage) -> None:
    talk = await begun(stage)
    await talk.go_on(talk.mute, talk.join)

    await talk.go_on(talk.unmute, talk.unmute)
    by_caller, _ = await talk.heard_until_the_end()

    assert by_caller.voice_of(talk.agent)


async def customer_stays_on_hold_while_our_server_is_away(stage: Stage) -> None:
    """S20, S23: said again, hold and mute change nothing; taken off, both hear each other."""
    talk = await begun(stage)
    await talk.go_on(talk.join, talk.hold)
    await stage.driver.server_disconnects()
    await stage.wait_for(PhoneSystemLost)
    await stage.driver.elapse(A_MOMENT)
    await stage.driver.server_reconnects()
    await stage.wait_for(PhoneSystemListed)

    await talk.go_on(talk.hold, talk.unmute)
    await talk.go_on(talk.join)
    by_caller, by_agent = await talk.heard_until_the_end()

    assert by_caller.voice_of(talk.agent)
    assert by_agent.voice_of(talk.caller)


async def transferred_customer_hears_music_and_then_the_next_agent(stage: Stage) -> None:
    """R30: the first agent's leg is let go at once; the bridge of the call is the same."""
    talk = await begun(stage)
    next_phone = stage.driver.agent_phone(OTHER_DESK_AGENT)
    stage.perform(talk.join)

    await talk.go_on(talk.hold, HangUp(talk.agent_leg))
    await stage.wait_for(LegEnded, leg_id=talk.agent_leg)
    next_leg = await stage.agent_is_up(OTHER_DESK_AGENT)
    await talk.go_on(Join(talk.join.call_id, next_leg, talk.caller_leg))
    stage.perform(HangUp(talk.caller_leg), HangUp(next_leg))
    await stage.wait_for(LegEnded, leg_id=talk.caller_leg)
    await stage.wait_for(LegEnded, leg_id=next_leg)

    assert (await stage.driver.heard(talk.caller)).voice_of(next_phone)
    assert (await stage.driver.heard(next_phone)).voice_of(talk.caller)


async def consulted_colleague_and_agent_hear_each_other_and_the_customer_neither(
    stage: Stage,
) -> None:
    """R30: who hears whom before, in and after a consultation, each by the own ear."""
    talk = await begun(stage)
    colleague = stage.driver.agent_phone(OTHER_DESK_AGENT)
    stage.perform(talk.join)

    await talk.go_on(talk.hold, StartMusic(talk.agent_leg, MUSIC))
    colleague_leg = await stage.agent_is_up(OTHER_DESK_AGENT)
    await talk.go_on(Join(talk.join.call_id, talk.agent_leg, colleague_leg))
    stage.perform(HangUp(colleague_leg))
    await stage.wait_for(LegEnded, leg_id=colleague_leg)
    stage.perform(HangUp(talk.caller_leg), HangUp(talk.agent_leg))
    await stage.wait_for(LegEnded, leg_id=talk.caller_leg)
    await stage.wait_for(LegEnded, leg_id=talk.agent_leg)
    by_agent, by_colleague = [await stage.driver.heard(one) for one in (talk.agent, colleague)]
    by_caller = await stage.driver.heard(talk.caller)

    assert by_agent.voice_of(colleague)
    assert by_colleague.voice_of(talk.agent)
    assert by_caller.music()
    assert not by_caller.voice_of(colleague)
    assert not by_colleague.voice_of(talk.caller)


async def customer_left_to_the_colleague_hears_them_and_not_the_agent(stage: Stage) -> None:
    """R30: the consulting agent goes; the bridge of the call is the same."""
    talk = await begun(stage)
    colleague = stage.driver.agent_phone(OTHER_DESK_AGENT)
    await talk.go_on(talk.hold, StartMusic(talk.agent_leg, MUSIC))
    colleague_leg = await stage.agent_is_up(OTHER_DESK_AGENT)
    await talk.go_on(Join(talk.join.call_id, talk.agent_leg, colleague_leg))

    await talk.go_on(
        HangUp(talk.agent_leg), Join(talk.join.call_id, colleague_leg, talk.caller_leg)
    )
    await stage.wait_for(LegEnded, leg_id=talk.agent_leg)
    stage.perform(HangUp(talk.caller_leg), HangUp(colleague_leg))
    await stage.wait_for(LegEnded, leg_id=talk.caller_leg)
    await stage.wait_for(LegEnded, leg_id=colleague_leg)
    by_caller, by_colleague = [await stage.driver.heard(one) for one in (talk.caller, colleague)]

    assert by_caller.voice_of(colleague)
    assert not by_caller.voice_of(talk.agent)
    assert by_colleague.voice_of(talk.caller)


async def customer_taken_back_from_a_consultation_hears_the_agent(stage: Stage) -> None:
    """R30: the colleague goes, and has never heard the customer."""
    talk = await begun(stage)
    colleague = stage.driver.agent_phone(OTHER_DESK_AGENT)
    await talk.go_on(talk.hold, StartMusic(talk.agent_leg, MUSIC))
    colleague_leg = await stage.agent_is_up(OTHER_DESK_AGENT)
    await talk.go_on(Join(talk.join.call_id, talk.agent_leg, colleague_leg))

    await talk.go_on(HangUp(colleague_leg), talk.join)
    await stage.wait_for(LegEnded, leg_id=colleague_leg)
    stage.perform(HangUp(talk.caller_leg), HangUp(talk.agent_leg))
    await stage.wait_for(LegEnded, leg_id=talk.caller_leg)
    await stage.wait_for(LegEnded, leg_id=talk.agent_leg)

    assert (await stage.driver.heard(talk.caller)).voice_of(talk.agent)
    assert (await stage.driver.heard(talk.agent)).voice_of(talk.caller)
    assert not (await stage.driver.heard(colleague)).voice_of(talk.caller)


async def message_to_a_customer_in_conversation_takes_them_out_of_it(stage: Stage) -> None:
    """R30: another line's flow begins with a message, and the agent is not to hear it."""
    talk = await begun(stage)
    await talk.go_on(talk.join)
    playing = stage.play_on(talk.caller_leg)

    stage.perform(talk.hold, StopMusic(talk.caller_leg), playing)
    await stage.wait_for(PromptFinished, playback_id=playing.playback_id)
    by_caller, _ = await talk.heard_until_the_end()

    assert by_caller.message(SHORT_PROMPT) is Extent.WHOLE


async def holding_and_muting_legs_that_are_gone_says_so(stage: Stage) -> None:
    gone = leg_of(await stage.caller_has_gone())
    told = len(stage.reported(LegEnded, leg_id=gone))

    stage.perform(StartMusic(gone, MUSIC), MuteLeg(gone), UnmuteLeg(gone))

    await stage.until(
        lambda: len(stage.reported(LegEnded, leg_id=gone)) > told, "the end of that leg told again"
    )


CONVERSATION_CASES = (
    customer_on_hold_hears_music_and_the_agent_nothing,
    customer_taken_off_hold_and_agent_hear_each_other,
    customer_who_is_put_on_hold_twice_is_taken_off_twice,
    muted_agent_hears_and_is_not_heard_through_a_hold_too,
    unmuted_agent_is_heard_again,
    customer_stays_on_hold_while_our_server_is_away,
    transferred_customer_hears_music_and_then_the_next_agent,
    consulted_colleague_and_agent_hear_each_other_and_the_customer_neither,
    customer_left_to_the_colleague_hears_them_and_not_the_agent,
    customer_taken_back_from_a_consultation_hears_the_agent,
    message_to_a_customer_in_conversation_takes_them_out_of_it,
    holding_and_muting_legs_that_are_gone_says_so,
)
