"""Contract cases about losing one another: our connection cut, the phone system restarted."""

from tests.contracts.cast import (
    CUSTOMER_NUMBER,
    DESK_AGENT,
    LINE_NUMBER,
    MUSIC,
    OTHER_CUSTOMER_NUMBER,
    OTHER_DESK_AGENT,
    SHORT_PROMPT,
    THIRD_NUMBER,
)
from tests.contracts.phone_world_driver import CustomerManner
from tests.contracts.stage import A_MOMENT, Stage, leg_of

from ringback.core.effects import AnswerCall, HangUp, StartMusic
from ringback.core.inputs import (
    AgentConnectionLost,
    AgentPhoneAnswered,
    CustomerRinging,
    LegEnded,
    LegState,
    ListedLeg,
    PhoneSystemListed,
    PhoneSystemLost,
    PromptFinished,
)
from ringback.ports import IncomingCall, PhoneSystemState

RETURN_SECONDS_MAX = 40.0


async def phone_system_is_ready_once_it_is_listed(stage: Stage) -> None:
    assert stage.driver.telephony.health().state is PhoneSystemState.READY
    assert [report.legs for report in stage.reported(PhoneSystemListed)] == [()]


async def callers_hold_while_we_are_away_and_are_listed_when_we_are_back(stage: Stage) -> None:
    phone, call_id = await stage.caller_is_up()
    stage.perform(StartMusic(leg_of(call_id), MUSIC))

    await _go_away(stage)
    assert stage.driver.telephony.health().state is not PhoneSystemState.READY
    await stage.driver.elapse(A_MOMENT)
    assert stage.driver.is_in_call(phone)
    listed = await _come_back(stage)

    assert listed.legs == (ListedLeg(leg_of(call_id), LegState.UP),)
    assert stage.driver.telephony.health().state is PhoneSystemState.READY
    playing = stage.play(call_id, SHORT_PROMPT)
    stage.perform(StartMusic(leg_of(call_id), MUSIC), playing)
    await stage.wait_for(PromptFinished, playback_id=playing.playback_id)
    assert stage.driver.is_in_call(phone)


async def caller_who_arrived_while_we_were_away_is_reported_before_the_list(stage: Stage) -> None:
    await _go_away(stage)
    phone = await stage.driver.customer_calls(
        line_number=LINE_NUMBER, caller_number=CUSTOMER_NUMBER, caller_name=None
    )
    await stage.driver.elapse(A_MOMENT)
    assert not stage.reported(IncomingCall)
    listed = await _come_back(stage)

    arrival = await stage.wait_for(IncomingCall)
    assert stage.reports.index(arrival) < stage.reports.index(listed)
    assert [leg.leg_id for leg in listed.legs] == [leg_of(arrival.call_id)]
    stage.perform(AnswerCall(arrival.call_id))
    await stage.until_in_call(phone)


async def caller_who_left_while_we_were_away_is_not_listed(stage: Stage) -> None:
    phone, call_id = await stage.caller_is_up()
    _, staying = await stage.caller_is_up(OTHER_CUSTOMER_NUMBER)

    await _go_away(stage)
    await stage.driver.customer_hangs_up(phone)
    await stage.driver.elapse(A_MOMENT)
    listed = await _come_back(stage)

    assert [leg.leg_id for leg in listed.legs] == [leg_of(staying)]
    assert not stage.reported(LegEnded, leg_id=leg_of(staying))
    stage.perform(StartMusic(leg_of(call_id), MUSIC))
    await stage.wait_for(LegEnded, leg_id=leg_of(call_id))


async def list_tells_ringing_legs_from_those_that_are_up(stage: Stage) -> None:
    agent_leg = await stage.agent_is_up(DESK_AGENT)
    rung_leg = await stage.agent_is_rung(OTHER_DESK_AGENT)
    _, customer_leg = await stage.customer_is_rung(agent_leg)

    await _go_away(stage)
    listed = await _come_back(stage)

    assert {leg.leg_id: leg.state for leg in listed.legs} == {
        agent_leg: LegState.UP,
        rung_leg: LegState.RINGING,
        customer_leg: LegState.RINGING,
    }
    assert not listed.never_sent


async def phones_ringing_while_we_were_away_can_still_be_answered(stage: Stage) -> None:
    leg_id = await stage.agent_is_rung(DESK_AGENT)

    await _go_away(stage)
    await _come_back(stage)
    await stage.driver.agent_answers(DESK_AGENT)

    await stage.wait_for(AgentPhoneAnswered, leg_id=leg_id)


async def dial_that_was_never_sent_is_proved_and_not_sent_later(stage: Stage) -> None:
    """R33, S4: what was to be dialled while we were away is known not to have been dialled."""
    agent_leg = await stage.agent_is_up()
    phone = await stage.driver.customer_manner(CUSTOMER_NUMBER, CustomerManner.RINGS)
    leg_id = stage.new_customer_leg()

    await _go_away(stage)
    stage.perform(stage.dial(leg_id, agent_leg))
    listed = await _come_back(stage)
    await stage.driver.elapse(A_MOMENT)

    assert listed.never_sent == (leg_id,)
    assert [leg.leg_id for leg in listed.legs] == [agent_leg]
    assert stage.driver.times_rung(phone) == 0
    assert not stage.reported(CustomerRinging)


async def dial_that_was_sent_is_never_said_not_to_have_been(stage: Stage) -> None:
    """R33: asked about a dial that went out, the phone system claims nothing to the contrary."""
    agent_leg = await stage.agent_is_up()
    phone, leg_id = await stage.customer_is_rung(agent_leg)

    await _go_away(stage)
    stage.perform(stage.dial(leg_id, agent_leg))
    await stage.driver.customer_answers(phone)
    await stage.driver.elapse(A_MOMENT)
    await stage.driver.customer_hangs_up(phone)
    await stage.driver.elapse(A_MOMENT)
    listed = await _come_back(stage)

    assert not listed.never_sent
    assert stage.driver.times_rung(phone) == 1


async def effects_while_we_are_away_are_dropped(stage: Stage) -> None:
    phone, call_id = await stage.caller_is_up()

    await _go_away(stage)
    stage.perform(HangUp(leg_of(call_id)))
    listed = await _come_back(stage)
    await stage.driver.elapse(A_MOMENT)

    assert [leg.leg_id for leg in listed.legs] == [leg_of(call_id)]
    assert stage.driver.is_in_call(phone)


async def desk_phone_lost_while_we_were_away_is_listed(stage: Stage) -> None:
    await _go_away(stage)
    await stage.driver.agent_unplugs(DESK_AGENT)
    await stage.driver.elapse(A_MOMENT)
    listed = await _come_back(stage)

    assert DESK_AGENT in listed.lost_agents
    assert OTHER_DESK_AGENT not in listed.lost_agents
    assert not stage.reported(AgentConnectionLost, agent_id=OTHER_DESK_AGENT)


async def restart_of_the_phone_system_ends_every_leg(stage: Stage) -> None:
    _, call_id = await stage.caller_is_up(OTHER_CUSTOMER_NUMBER)
    agent_leg = await stage.agent_is_up()
    _, customer_leg = await stage.customer_is_rung(agent_leg)

    await stage.driver.phone_system_restarts()
    await stage.wait_for(PhoneSystemLost, seconds=RETURN_SECONDS_MAX)
    listed = await stage.wait_for(PhoneSystemListed, seconds=RETURN_SECONDS_MAX)

    assert listed.legs == ()
    assert customer_leg not in listed.never_sent
    stage.perform(StartMusic(leg_of(call_id), MUSIC))
    await stage.wait_for(LegEnded, leg_id=leg_of(call_id))
    _, arrival = await stage.caller_arrives(THIRD_NUMBER)
    assert arrival.call_id != call_id


RECOVERY_CASES = (
    phone_system_is_ready_once_it_is_listed,
    callers_hold_while_we_are_away_and_are_listed_when_we_are_back,
    caller_who_arrived_while_we_were_away_is_reported_before_the_list,
    caller_who_left_while_we_were_away_is_not_listed,
    list_tells_ringing_legs_from_those_that_are_up,
    phones_ringing_while_we_were_away_can_still_be_answered,
    dial_that_was_never_sent_is_proved_and_not_sent_later,
    dial_that_was_sent_is_never_said_not_to_have_been,
    effects_while_we_are_away_are_dropped,
    desk_phone_lost_while_we_were_away_is_listed,
    restart_of_the_phone_system_ends_every_leg,
)


async def _go_away(stage: Stage) -> None:
    await stage.driver.server_disconnects()
    await stage.wait_for(PhoneSystemLost)


async def _come_back(stage: Stage) -> PhoneSystemListed:
    await stage.driver.server_reconnects()
    return await stage.wait_for(PhoneSystemListed, seconds=RETURN_SECONDS_MAX)
