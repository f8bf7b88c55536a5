"""Contract cases about agents' phones: ringing, answering, declining, failing, turned away."""

from tests.contracts.cast import (
    BROWSER_AGENT,
    CUSTOMER,
    CUSTOMER_NUMBER,
    DESK_AGENT,
    LINE,
    LONG_PROMPT,
    MISSING_PROMPT,
    OTHER_DESK_AGENT,
    SECOND_PROMPT,
    SHORT_PROMPT,
    UNKNOWN_AGENT,
)
from tests.contracts.phone_world_driver import Extent
from tests.contracts.stage import A_MOMENT, Stage

from ringback.core.effects import ConnectAgent, HangUp, StopPrompt, StopRinging, TurnAway
from ringback.core.ids import AgentId, LegId
from ringback.core.inputs import (
    AgentConnected,
    AgentConnectionLost,
    AgentFailureCause,
    AgentPhoneAnswered,
    AgentPhoneDeclined,
    AgentPhoneFailed,
    DigitPressed,
    LegEnded,
    PromptFinished,
)

OF_AN_AGENT_LEG = (AgentPhoneAnswered, AgentPhoneDeclined, AgentPhoneFailed, LegEnded)
SLOW_FAILURE_SECONDS = 150.0


async def desk_phone_rings_shows_the_customer_and_is_answered(stage: Stage) -> None:
    phone = stage.driver.agent_phone(DESK_AGENT)

    leg_id = await stage.agent_is_rung(DESK_AGENT)
    assert CUSTOMER_NUMBER.removeprefix("+") in stage.driver.shown(phone)
    assert not stage.reported(AgentPhoneAnswered)
    await stage.driver.agent_answers(DESK_AGENT)

    await stage.wait_for(AgentPhoneAnswered, leg_id=leg_id)
    await stage.until_in_call(phone)
    assert len(stage.reported(*OF_AN_AGENT_LEG)) == 1


async def desk_phone_rung_twice_for_one_leg_rings_once(stage: Stage) -> None:
    phone = stage.driver.agent_phone(DESK_AGENT)
    ringing = stage.ring_agent(stage.new_agent_leg())

    stage.perform(ringing, ringing)
    await stage.until(lambda: stage.driver.is_ringing(phone), "the desk phone ringing")
    stage.perform(ringing)
    await stage.driver.agent_answers(DESK_AGENT)
    await stage.wait_for(AgentPhoneAnswered, leg_id=ringing.leg_id)
    stage.perform(ringing)
    await stage.driver.elapse(A_MOMENT)

    assert stage.driver.times_rung(phone) == 1
    assert len(stage.reported(*OF_AN_AGENT_LEG)) == 1


async def desk_phone_that_rejects_has_declined(stage: Stage) -> None:
    leg_id = await stage.agent_is_rung()

    await stage.driver.agent_declines(DESK_AGENT)

    await stage.wait_for(AgentPhoneDeclined, leg_id=leg_id)
    await stage.driver.elapse(A_MOMENT)
    assert len(stage.reported(*OF_AN_AGENT_LEG)) == 1


async def ignored_desk_phone_rings_until_it_is_stopped(stage: Stage) -> None:
    phone = stage.driver.agent_phone(DESK_AGENT)
    leg_id = await stage.agent_is_rung()

    await stage.driver.elapse(2 * A_MOMENT)
    assert stage.driver.is_ringing(phone)
    stage.perform(StopRinging(leg_id), StopRinging(leg_id))

    await stage.until(lambda: not stage.driver.is_ringing(phone), "the desk phone silent")
    assert not stage.reported(AgentPhoneAnswered, AgentPhoneDeclined)


async def two_desk_phones_ring_at_once_and_one_is_stopped(stage: Stage) -> None:
    other_phone = stage.driver.agent_phone(OTHER_DESK_AGENT)
    leg_id, other_leg_id = (
        await stage.agent_is_rung(DESK_AGENT),
        await stage.agent_is_rung(OTHER_DESK_AGENT),
    )

    await stage.driver.agent_answers(DESK_AGENT)
    await stage.wait_for(AgentPhoneAnswered, leg_id=leg_id)
    stage.perform(StopRinging(other_leg_id))

    await stage.until(lambda: not stage.driver.is_ringing(other_phone), "the other phone silent")
    await stage.until_in_call(stage.driver.agent_phone(DESK_AGENT))


async def ringing_stopped_too_late_leaves_the_agent_on_the_line(stage: Stage) -> None:
    """R29: an agent who answered as the offer went is told why, not cut off."""
    phone = stage.driver.agent_phone(DESK_AGENT)
    leg_id = await stage.agent_is_up()

    stage.perform(StopRinging(leg_id))
    await stage.driver.elapse(A_MOMENT)

    assert stage.driver.is_in_call(phone)
    assert not stage.reported(LegEnded)


async def desk_phone_that_is_not_registered_is_unreachable(stage: Stage) -> None:
    await stage.driver.agent_unplugs(DESK_AGENT)
    await stage.wait_for(AgentConnectionLost, agent_id=DESK_AGENT)

    leg_id = stage.new_agent_leg()
    stage.perform(stage.ring_agent(leg_id, DESK_AGENT))

    await stage.wait_for(AgentPhoneFailed, leg_id=leg_id, cause=AgentFailureCause.UNREACHABLE)


async def agent_without_any_phone_is_unreachable(stage: Stage) -> None:
    for leg_id, effect in (
        (one := stage.new_agent_leg(), stage.ring_agent(one, UNKNOWN_AGENT)),
        (two := stage.new_agent_leg(), _connect(two, UNKNOWN_AGENT)),
    ):
        stage.perform(effect)
        await stage.wait_for(AgentPhoneFailed, leg_id=leg_id, cause=AgentFailureCause.UNREACHABLE)


async def agent_phone_fails_for_every_cause_this_world_can_produce(stage: Stage) -> None:
    for cause in AgentFailureCause:
        if cause in stage.driver.cannot_produce_on_a_desk:
            continue
        await stage.driver.agent_fails_next(DESK_AGENT, cause)
        leg_id = stage.new_agent_leg()
        stage.perform(stage.ring_agent(leg_id, DESK_AGENT))

        await stage.wait_for(
            AgentPhoneFailed, seconds=SLOW_FAILURE_SECONDS, leg_id=leg_id, cause=cause
        )


async def browser_phone_answers_by_itself(stage: Stage) -> None:
    phone = stage.driver.agent_phone(BROWSER_AGENT)
    leg_id = stage.new_agent_leg()

    stage.perform(_connect(leg_id), _connect(leg_id))
    await stage.wait_for(AgentPhoneAnswered, leg_id=leg_id)
    stage.perform(_connect(leg_id))
    await stage.driver.elapse(A_MOMENT)

    assert stage.driver.is_in_call(phone)
    assert stage.driver.times_rung(phone) == 1
    assert len(stage.reported(*OF_AN_AGENT_LEG)) == 1


async def agent_who_hangs_up_is_reported_once(stage: Stage) -> None:
    leg_id = await stage.agent_is_up()

    await stage.driver.agent_hangs_up(DESK_AGENT)
    await stage.wait_for(LegEnded, leg_id=leg_id)
    await stage.driver.elapse(A_MOMENT)

    assert len(stage.reported(LegEnded)) == 1
    assert not stage.reported(AgentPhoneDeclined, AgentPhoneFailed)


async def agent_is_hung_up_on(stage: Stage) -> None:
    phone = stage.driver.agent_phone(DESK_AGENT)
    leg_id = await stage.agent_is_up()

    stage.perform(HangUp(leg_id), HangUp(leg_id))

    await stage.wait_for(LegEnded, leg_id=leg_id)
    await stage.until_hung_up(phone)


async def ringing_agent_is_hung_up_on(stage: Stage) -> None:
    phone = stage.driver.agent_phone(DESK_AGENT)
    leg_id = await stage.agent_is_rung()

    stage.perform(HangUp(leg_id))

    await stage.until(lambda: not stage.driver.is_ringing(phone), "the desk phone silent")
    await stage.until(
        lambda: bool(stage.reported(AgentPhoneFailed, LegEnded, leg_id=leg_id)), "the leg's end"
    )
    assert not stage.reported(AgentPhoneAnswered)


async def agent_who_came_too_late_hears_why_and_is_hung_up_on(stage: Stage) -> None:
    phone = stage.driver.agent_phone(DESK_AGENT)
    leg_id = await stage.agent_is_up()

    stage.perform(TurnAway(leg_id, SECOND_PROMPT))
    await stage.wait_for(LegEnded, leg_id=leg_id)
    await stage.until_hung_up(phone)

    assert (await stage.driver.heard(phone)).message(SECOND_PROMPT) is Extent.WHOLE


async def agent_hears_a_message_to_its_end(stage: Stage) -> None:
    leg_id = await stage.agent_is_up()

    playing = stage.play_on(leg_id, SHORT_PROMPT)
    stage.perform(playing, playing)
    await stage.wait_for(PromptFinished, leg_id=leg_id, playback_id=playing.playback_id)
    await stage.driver.elapse(A_MOMENT)
    await stage.driver.agent_hangs_up(DESK_AGENT)
    await stage.wait_for(LegEnded, leg_id=leg_id)

    phone = stage.driver.agent_phone(DESK_AGENT)
    assert (await stage.driver.heard(phone)).message(SHORT_PROMPT) is Extent.WHOLE
    assert len(stage.reported(PromptFinished)) == 1


async def message_that_cannot_be_played_to_an_agent_is_reported_finished(stage: Stage) -> None:
    leg_id = await stage.agent_is_up()

    playing = stage.play_on(leg_id, MISSING_PROMPT)
    stage.perform(playing)

    await stage.wait_for(PromptFinished, leg_id=leg_id, playback_id=playing.playback_id)
    assert stage.driver.is_in_call(stage.driver.agent_phone(DESK_AGENT))


async def message_stopped_on_an_agents_phone_is_not_reported(stage: Stage) -> None:
    leg_id = await stage.agent_is_up()
    stopped = stage.play_on(leg_id, LONG_PROMPT)
    following = stage.play_on(leg_id, SHORT_PROMPT)
    stage.perform(stopped)
    await stage.driver.elapse(A_MOMENT)

    stage.perform(StopPrompt(leg_id, stopped.playback_id), following)
    await stage.wait_for(PromptFinished, playback_id=following.playback_id)

    assert not stage.reported(PromptFinished, playback_id=stopped.playback_id)


async def message_to_an_agent_who_is_gone_reports_the_end(stage: Stage) -> None:
    leg_id = await stage.agent_is_up()
    await stage.driver.agent_hangs_up(DESK_AGENT)
    await stage.wait_for(LegEnded, leg_id=leg_id)

    stage.perform(stage.play_on(leg_id))

    await stage.wait_for(LegEnded, leg_id=leg_id)


async def keys_that_an_agent_presses_are_reported(stage: Stage) -> None:
    leg_id = await stage.agent_is_up()
    stage.perform(stage.play_on(leg_id, LONG_PROMPT))
    await stage.driver.elapse(A_MOMENT)

    for digit in ("1", "2"):
        await stage.driver.agent_presses(DESK_AGENT, digit)
        await stage.wait_for(DigitPressed, leg_id=leg_id, digit=digit)

    assert len(stage.reported(DigitPressed)) == 2


async def effects_on_an_agent_leg_that_is_gone_change_nothing(stage: Stage) -> None:
    gone = await stage.agent_is_up()
    await stage.driver.agent_hangs_up(DESK_AGENT)
    await stage.wait_for(LegEnded, leg_id=gone)

    for leg_id in (gone, stage.new_agent_leg()):
        stage.perform(StopRinging(leg_id), HangUp(leg_id), TurnAway(leg_id, SHORT_PROMPT))
    living = await stage.agent_is_up()

    await stage.until_in_call(stage.driver.agent_phone(DESK_AGENT))
    assert not stage.reported(LegEnded, leg_id=living)


async def desk_phone_that_comes_and_goes_is_reported(stage: Stage) -> None:
    await stage.driver.agent_unplugs(OTHER_DESK_AGENT)
    await stage.wait_for(AgentConnectionLost, agent_id=OTHER_DESK_AGENT)

    await stage.driver.agent_registers(OTHER_DESK_AGENT)
    await stage.wait_for(AgentConnected, agent_id=OTHER_DESK_AGENT)

    leg_id = await stage.agent_is_up(OTHER_DESK_AGENT)
    assert not stage.reported(AgentPhoneFailed, leg_id=leg_id)


AGENT_CASES = (
    desk_phone_rings_shows_the_customer_and_is_answered,
    desk_phone_rung_twice_for_one_leg_rings_once,
    desk_phone_that_rejects_has_declined,
    ignored_desk_phone_rings_until_it_is_stopped,
    two_desk_phones_ring_at_once_and_one_is_stopped,
    ringing_stopped_too_late_leaves_the_agent_on_the_line,
    desk_phone_that_is_not_registered_is_unreachable,
    agent_without_any_phone_is_unreachable,
    agent_phone_fails_for_every_cause_this_world_can_produce,
    browser_phone_answers_by_itself,
    agent_who_hangs_up_is_reported_once,
    agent_is_hung_up_on,
    ringing_agent_is_hung_up_on,
    agent_who_came_too_late_hears_why_and_is_hung_up_on,
    agent_hears_a_message_to_its_end,
    message_that_cannot_be_played_to_an_agent_is_reported_finished,
    message_stopped_on_an_agents_phone_is_not_reported,
    message_to_an_agent_who_is_gone_reports_the_end,
    keys_that_an_agent_presses_are_reported,
    effects_on_an_agent_leg_that_is_gone_change_nothing,
    desk_phone_that_comes_and_goes_is_reported,
)


def _connect(leg_id: LegId, agent_id: AgentId = BROWSER_AGENT) -> ConnectAgent:
    return ConnectAgent(leg_id=leg_id, agent_id=agent_id, customer_id=CUSTOMER, line_id=LINE)
