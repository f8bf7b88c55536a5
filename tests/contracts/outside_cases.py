"""Contract cases about agents' outside phones: ordinary numbers, called through the trunk."""

from tests.contracts.cast import (
    LINE,
    LINE_NUMBER,
    OUTSIDE_AGENT,
    OUTSIDE_NUMBER,
    SECOND_PROMPT,
    SHORT_PROMPT,
    UNKNOWN_AGENT,
)
from tests.contracts.phone_world_driver import CustomerManner, Extent, Phone
from tests.contracts.stage import A_MOMENT, Stage, leg_of

from ringback.core.effects import DialAgent, HangUp, Join, StopRinging, TurnAway
from ringback.core.ids import AgentId, LegId
from ringback.core.inputs import (
    AgentFailureCause,
    AgentPhoneAnswered,
    AgentPhoneDeclined,
    AgentPhoneFailed,
    CustomerAnswered,
    CustomerRinging,
    DigitPressed,
    LegEnded,
    LegState,
    PhoneSystemListed,
    PhoneSystemLost,
    PromptFinished,
)

OF_AN_OUTSIDE_LEG = (
    AgentPhoneAnswered,
    AgentPhoneDeclined,
    AgentPhoneFailed,
    CustomerRinging,
    CustomerAnswered,
    LegEnded,
)
FAILURES = {
    CustomerManner.TRUNK_FAILS: AgentFailureCause.FAULT,
    CustomerManner.UNKNOWN_NUMBER: AgentFailureCause.UNREACHABLE,
}


async def outside_phone_shows_the_line_and_rings_once(stage: Stage) -> None:
    """However often it is asked for, one leg dials once."""
    phone = await stage.driver.customer_manner(OUTSIDE_NUMBER, CustomerManner.RINGS)
    dialling = _dial(stage.new_agent_leg())

    stage.perform(dialling, dialling)
    await _until_it_rings(stage, phone)
    assert LINE_NUMBER.removeprefix("+") in stage.driver.shown(phone)
    assert not stage.reported(*OF_AN_OUTSIDE_LEG)
    await stage.driver.customer_answers(phone)
    await stage.wait_for(AgentPhoneAnswered, leg_id=dialling.leg_id)
    stage.perform(dialling)
    await stage.driver.elapse(A_MOMENT)

    assert stage.driver.times_rung(phone) == 1
    assert len(stage.reported(*OF_AN_OUTSIDE_LEG)) == 1


async def outside_phone_hears_the_question_and_its_keys_are_reported(stage: Stage) -> None:
    phone, leg_id = await _outside_phone_is_up(stage)

    asking = stage.play_on(leg_id, SHORT_PROMPT)
    stage.perform(asking)
    await stage.wait_for(PromptFinished, leg_id=leg_id, playback_id=asking.playback_id)
    await stage.driver.customer_presses(phone, "1")
    await stage.wait_for(DigitPressed, leg_id=leg_id, digit="1")
    await stage.driver.customer_hangs_up(phone)
    await stage.wait_for(LegEnded, leg_id=leg_id)

    assert (await stage.driver.heard(phone)).message(SHORT_PROMPT) is Extent.WHOLE
    assert len(stage.reported(LegEnded)) == 1


async def outside_phone_that_is_busy_or_rejects_has_declined(stage: Stage) -> None:
    for manner in (CustomerManner.BUSY, CustomerManner.REJECTS):
        await stage.driver.customer_manner(OUTSIDE_NUMBER, manner)
        leg_id = stage.new_agent_leg()

        stage.perform(_dial(leg_id))

        await stage.wait_for(AgentPhoneDeclined, leg_id=leg_id)
        assert len(stage.reported(*OF_AN_OUTSIDE_LEG, leg_id=leg_id)) == 1


async def outside_number_that_cannot_be_called_fails_with_the_cause(stage: Stage) -> None:
    """A trunk that fails is a fault of ours, told from a number that does not exist."""
    for manner, cause in FAILURES.items():
        await stage.driver.customer_manner(OUTSIDE_NUMBER, manner)
        leg_id = stage.new_agent_leg()

        stage.perform(_dial(leg_id))

        await stage.wait_for(AgentPhoneFailed, leg_id=leg_id, cause=cause)
        assert len(stage.reported(*OF_AN_OUTSIDE_LEG, leg_id=leg_id)) == 1


async def agent_without_an_outside_number_is_a_fault_of_ours(stage: Stage) -> None:
    leg_id = stage.new_agent_leg()

    stage.perform(_dial(leg_id, UNKNOWN_AGENT))

    await stage.wait_for(AgentPhoneFailed, leg_id=leg_id, cause=AgentFailureCause.FAULT)


async def ringing_outside_phone_is_stopped_without_a_report(stage: Stage) -> None:
    phone = await stage.driver.customer_manner(OUTSIDE_NUMBER, CustomerManner.RINGS)
    leg_id = stage.new_agent_leg()
    stage.perform(_dial(leg_id))
    await _until_it_rings(stage, phone)

    stage.perform(StopRinging(leg_id), StopRinging(leg_id))

    await stage.until(lambda: not stage.driver.is_ringing(phone), "the outside phone silent")
    await stage.driver.elapse(A_MOMENT)
    assert not stage.reported(*OF_AN_OUTSIDE_LEG)


async def outside_phone_that_came_too_late_hears_why(stage: Stage) -> None:
    phone, leg_id = await _outside_phone_is_up(stage)

    stage.perform(TurnAway(leg_id, SECOND_PROMPT))
    await stage.wait_for(LegEnded, leg_id=leg_id)
    await stage.until_hung_up(phone)

    assert (await stage.driver.heard(phone)).message(SECOND_PROMPT) is Extent.WHOLE


async def outside_agent_and_caller_hear_each_other(stage: Stage) -> None:
    caller, call_id = await stage.caller_is_up()
    phone, leg_id = await _outside_phone_is_up(stage)

    stage.perform(Join(call_id, agent_leg_id=leg_id, customer_leg_id=leg_of(call_id)))
    await stage.driver.elapse(3 * A_MOMENT)
    stage.perform(HangUp(leg_id), HangUp(leg_of(call_id)))
    await stage.wait_for(LegEnded, leg_id=leg_id)
    await stage.wait_for(LegEnded, leg_id=leg_of(call_id))

    assert (await stage.driver.heard(phone)).voice_of(caller)
    assert (await stage.driver.heard(caller)).voice_of(phone)


async def outside_phone_found_after_a_separation_is_listed(stage: Stage) -> None:
    phone, leg_id = await _outside_phone_is_up(stage)
    await stage.driver.server_disconnects()
    await stage.wait_for(PhoneSystemLost)

    await stage.driver.server_reconnects()
    listed = await stage.wait_for(PhoneSystemListed)

    assert [(leg.leg_id, leg.state) for leg in listed.legs] == [(leg_id, LegState.UP)]
    assert stage.driver.is_in_call(phone)


OUTSIDE_CASES = (
    outside_phone_shows_the_line_and_rings_once,
    outside_phone_hears_the_question_and_its_keys_are_reported,
    outside_phone_that_is_busy_or_rejects_has_declined,
    outside_number_that_cannot_be_called_fails_with_the_cause,
    agent_without_an_outside_number_is_a_fault_of_ours,
    ringing_outside_phone_is_stopped_without_a_report,
    outside_phone_that_came_too_late_hears_why,
    outside_agent_and_caller_hear_each_other,
    outside_phone_found_after_a_separation_is_listed,
)


def _dial(leg_id: LegId, agent_id: AgentId = OUTSIDE_AGENT) -> DialAgent:
    return DialAgent(leg_id=leg_id, agent_id=agent_id, line_id=LINE)


async def _until_it_rings(stage: Stage, phone: Phone) -> None:
    await stage.until(lambda: stage.driver.is_ringing(phone), "the outside phone ringing")


async def _outside_phone_is_up(stage: Stage) -> tuple[Phone, LegId]:
    phone = await stage.driver.customer_manner(OUTSIDE_NUMBER, CustomerManner.RINGS)
    leg_id = stage.new_agent_leg()
    stage.perform(_dial(leg_id))
    await _until_it_rings(stage, phone)
    await stage.driver.customer_answers(phone)
    await stage.wait_for(AgentPhoneAnswered, leg_id=leg_id)
    return phone, leg_id
