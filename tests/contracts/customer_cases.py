"""Contract cases about customers who are called back: dialling, failing, joining, hanging up."""

from datetime import timedelta

from tests.contracts.cast import (
    CUSTOMER_NUMBER,
    DESK_AGENT,
    LINE,
    LINE_NUMBER,
    LONG_PROMPT,
    MUSIC,
    OTHER_CUSTOMER,
    OTHER_CUSTOMER_NUMBER,
    SHORT_PROMPT,
)
from tests.contracts.phone_world_driver import CustomerManner, Extent
from tests.contracts.stage import A_MOMENT, Stage, leg_of

from ringback.core.effects import DialOutside, HangUp, Join, StartMusic
from ringback.core.ids import CustomerId
from ringback.core.inputs import (
    CustomerAnswered,
    CustomerFailed,
    CustomerRinging,
    FailureCause,
    LegEnded,
    PromptFinished,
)

OF_A_CUSTOMER_LEG = (CustomerAnswered, CustomerFailed, LegEnded)
MANNER_OF_CAUSE = {
    FailureCause.BUSY: CustomerManner.BUSY,
    FailureCause.REJECTED: CustomerManner.REJECTS,
    FailureCause.INVALID_NUMBER: CustomerManner.UNKNOWN_NUMBER,
    FailureCause.TRUNK: CustomerManner.TRUNK_FAILS,
    FailureCause.NO_ANSWER: CustomerManner.RINGS,
}


async def customer_sees_the_line_rings_and_answers(stage: Stage) -> None:
    agent_leg = await stage.agent_is_up()

    phone, leg_id = await stage.customer_is_rung(agent_leg)
    await stage.until(lambda: stage.driver.is_ringing(phone), "the customer's phone ringing")
    assert LINE_NUMBER.removeprefix("+") in stage.driver.shown(phone)
    await stage.driver.customer_answers(phone)

    await stage.wait_for(CustomerAnswered, leg_id=leg_id)
    await stage.until_in_call(phone)


async def agent_hears_the_customers_phone_ringing(stage: Stage) -> None:
    agent_leg = await stage.agent_is_up()

    await stage.customer_is_rung(agent_leg)
    await stage.driver.elapse(3 * A_MOMENT)
    await stage.driver.agent_hangs_up(DESK_AGENT)
    await stage.wait_for(LegEnded, leg_id=agent_leg)

    assert (await stage.driver.heard(stage.driver.agent_phone(DESK_AGENT))).ringing_tone()


async def customer_dialled_again_on_the_same_leg_rings_once(stage: Stage) -> None:
    """S3, S4: an effect that is repeated never dials twice."""
    agent_leg = await stage.agent_is_up()
    phone = await stage.driver.customer_manner(CUSTOMER_NUMBER, CustomerManner.RINGS)
    dialling = stage.dial(stage.new_customer_leg(), agent_leg)

    stage.perform(dialling, dialling)
    await stage.wait_for(CustomerRinging, leg_id=dialling.leg_id)
    stage.perform(dialling)
    await stage.driver.elapse(A_MOMENT)
    await stage.driver.customer_answers(phone)
    await stage.wait_for(CustomerAnswered, leg_id=dialling.leg_id)
    stage.perform(dialling)
    await stage.driver.elapse(A_MOMENT)

    assert stage.driver.times_rung(phone) == 1
    assert len(stage.reported(*OF_A_CUSTOMER_LEG)) == 1


async def customer_who_is_not_reached_fails_with_the_cause(stage: Stage) -> None:
    agent_leg = await stage.agent_is_up()
    for cause, manner in MANNER_OF_CAUSE.items():
        await stage.driver.customer_manner(CUSTOMER_NUMBER, manner)
        leg_id = stage.new_customer_leg()
        stage.perform(stage.dial(leg_id, agent_leg, ring_for=1.5))

        failed = await stage.wait_for(CustomerFailed, leg_id=leg_id)

        assert failed.cause is cause
        assert stage.reported(*OF_A_CUSTOMER_LEG, leg_id=leg_id) == [failed]
    assert not stage.reported(LegEnded, leg_id=agent_leg)


async def customer_no_longer_rings_once_given_up(stage: Stage) -> None:
    agent_leg = await stage.agent_is_up()
    phone, leg_id = await stage.customer_is_rung(agent_leg)

    stage.perform(HangUp(leg_id))

    await stage.wait_for(CustomerFailed, leg_id=leg_id)
    await stage.until(lambda: not stage.driver.is_ringing(phone), "the customer's phone silent")
    await stage.driver.elapse(A_MOMENT)
    assert not stage.reported(LegEnded, CustomerAnswered)


async def joined_customer_and_agent_hear_each_other(stage: Stage) -> None:
    agent_phone = stage.driver.agent_phone(DESK_AGENT)
    agent_leg = await stage.agent_is_up()
    phone, leg_id = await stage.customer_is_up(agent_leg)
    joining = Join(call_id=stage.new_call(), agent_leg_id=agent_leg, customer_leg_id=leg_id)

    stage.perform(joining, joining)
    await stage.driver.elapse(3 * A_MOMENT)
    stage.perform(HangUp(leg_id), HangUp(agent_leg))
    await stage.wait_for(LegEnded, leg_id=leg_id)
    await stage.wait_for(LegEnded, leg_id=agent_leg)

    assert (await stage.driver.heard(phone)).voice_of(agent_phone)
    assert (await stage.driver.heard(agent_phone)).voice_of(phone)


async def redirected_caller_and_number_outside_hear_each_other(stage: Stage) -> None:
    """R17: dialled once, from the line's number, while the caller hears music."""
    caller, call_id = await stage.caller_is_up()
    outside = await stage.driver.customer_manner(OTHER_CUSTOMER_NUMBER, CustomerManner.RINGS)
    leg_id = stage.new_customer_leg()
    dialling = DialOutside(leg_id, OTHER_CUSTOMER_NUMBER, LINE, timedelta(seconds=20))

    stage.perform(StartMusic(leg_of(call_id), MUSIC), dialling, dialling)
    await stage.wait_for(CustomerRinging, leg_id=leg_id)
    await stage.until(lambda: stage.driver.is_ringing(outside), "the phone outside ringing")
    assert LINE_NUMBER.removeprefix("+") in stage.driver.shown(outside)
    await stage.driver.elapse(2 * A_MOMENT)
    await stage.driver.customer_answers(outside)
    await stage.wait_for(CustomerAnswered, leg_id=leg_id)
    stage.perform(Join(call_id, leg_id, leg_of(call_id)))
    await stage.driver.elapse(3 * A_MOMENT)
    stage.perform(HangUp(leg_of(call_id)), HangUp(leg_id))
    await stage.wait_for(LegEnded, leg_id=leg_of(call_id))
    await stage.wait_for(LegEnded, leg_id=leg_id)

    assert stage.driver.times_rung(outside) == 1
    assert (await stage.driver.heard(caller)).voice_of(outside)
    assert (await stage.driver.heard(outside)).voice_of(caller)


async def number_that_an_agent_typed_is_dialled_by_whose_it_is(stage: Stage) -> None:
    """R30: the number stands in the number book alone; nobody's number is none."""
    outside = await stage.driver.customer_manner(OTHER_CUSTOMER_NUMBER, CustomerManner.RINGS)
    leg_id, other_leg_id = stage.new_customer_leg(), stage.new_customer_leg()
    rings = timedelta(seconds=20)

    stage.perform(
        DialOutside(leg_id, "", LINE, rings, OTHER_CUSTOMER),
        DialOutside(other_leg_id, "", LINE, rings, CustomerId("nobody")),
    )
    await stage.wait_for(CustomerRinging, leg_id=leg_id)
    await stage.until(lambda: stage.driver.is_ringing(outside), "the phone outside ringing")
    failed = await stage.wait_for(CustomerFailed, leg_id=other_leg_id)
    stage.perform(HangUp(leg_id))
    await stage.wait_for(CustomerFailed, leg_id=leg_id)

    assert failed.cause is FailureCause.INVALID_NUMBER


async def agent_hears_a_message_while_the_customer_is_dialled_and_then_the_ringing(
    stage: Stage,
) -> None:
    """No dead air: the ringing tone follows the message at once."""
    agent_leg = await stage.agent_is_up()
    phone = await stage.driver.customer_manner(CUSTOMER_NUMBER, CustomerManner.RINGS)
    leg_id = stage.new_customer_leg()
    playing = stage.play_on(agent_leg, SHORT_PROMPT)

    stage.perform(stage.dial(leg_id, agent_leg), playing)
    await stage.wait_for(CustomerRinging, leg_id=leg_id)
    assert stage.driver.is_ringing(phone)
    await stage.wait_for(PromptFinished, leg_id=agent_leg, playback_id=playing.playback_id)
    await stage.driver.elapse(3 * A_MOMENT)
    await stage.driver.agent_hangs_up(DESK_AGENT)
    await stage.wait_for(LegEnded, leg_id=agent_leg)

    heard = await stage.driver.heard(stage.driver.agent_phone(DESK_AGENT))
    assert heard.message(SHORT_PROMPT) is Extent.WHOLE
    assert heard.ringing_tone()


async def customer_hears_a_message_before_the_agent(stage: Stage) -> None:
    agent_phone = stage.driver.agent_phone(DESK_AGENT)
    agent_leg = await stage.agent_is_up()
    phone, leg_id = await stage.customer_is_up(agent_leg)

    playing = stage.play_on(leg_id, SHORT_PROMPT)
    stage.perform(playing, playing)
    await stage.wait_for(PromptFinished, leg_id=leg_id, playback_id=playing.playback_id)
    joining = Join(call_id=stage.new_call(), agent_leg_id=agent_leg, customer_leg_id=leg_id)
    stage.perform(joining)
    await stage.driver.elapse(3 * A_MOMENT)
    stage.perform(HangUp(leg_id), HangUp(agent_leg))
    await stage.wait_for(LegEnded, leg_id=leg_id)
    await stage.wait_for(LegEnded, leg_id=agent_leg)

    heard = await stage.driver.heard(phone)
    assert heard.message(SHORT_PROMPT) is Extent.WHOLE
    assert heard.voice_of(agent_phone)
    assert (await stage.driver.heard(agent_phone)).voice_of(phone)


async def joining_ends_the_messages_of_both(stage: Stage) -> None:
    agent_phone = stage.driver.agent_phone(DESK_AGENT)
    agent_leg = await stage.agent_is_up()
    phone, leg_id = await stage.customer_is_up(agent_leg)
    stage.perform(stage.play_on(agent_leg, LONG_PROMPT), stage.play_on(leg_id, LONG_PROMPT))
    await stage.driver.elapse(A_MOMENT)

    stage.perform(Join(stage.new_call(), agent_leg_id=agent_leg, customer_leg_id=leg_id))
    await stage.driver.elapse(3 * A_MOMENT)
    stage.perform(HangUp(leg_id), HangUp(agent_leg))
    await stage.wait_for(LegEnded, leg_id=leg_id)
    await stage.wait_for(LegEnded, leg_id=agent_leg)

    assert (await stage.driver.heard(phone)).voice_of(agent_phone)
    assert (await stage.driver.heard(agent_phone)).voice_of(phone)
    assert not stage.reported(PromptFinished)


async def joining_ends_the_music_of_a_caller(stage: Stage) -> None:
    phone, call_id = await stage.caller_is_up()
    stage.perform(StartMusic(leg_of(call_id), MUSIC))
    agent_leg = await stage.agent_is_up()

    stage.perform(Join(call_id=call_id, agent_leg_id=agent_leg, customer_leg_id=leg_of(call_id)))
    await stage.driver.elapse(3 * A_MOMENT)
    await stage.driver.customer_hangs_up(phone)
    await stage.wait_for(LegEnded, leg_id=leg_of(call_id))

    assert (await stage.driver.heard(phone)).voice_of(stage.driver.agent_phone(DESK_AGENT))


async def music_ended_by_joining_stays_so_when_the_agent_has_gone(stage: Stage) -> None:
    phone, call_id = await stage.caller_is_up()
    stage.perform(StartMusic(leg_of(call_id), MUSIC))
    agent_leg = await stage.agent_is_up()
    stage.perform(Join(call_id=call_id, agent_leg_id=agent_leg, customer_leg_id=leg_of(call_id)))
    await stage.driver.elapse(A_MOMENT)

    await stage.driver.agent_hangs_up(DESK_AGENT)
    await stage.wait_for(LegEnded, leg_id=agent_leg)
    playing = stage.play(call_id, SHORT_PROMPT)
    stage.perform(playing)
    await stage.wait_for(PromptFinished, playback_id=playing.playback_id)
    await stage.driver.elapse(2 * A_MOMENT)
    await stage.driver.customer_hangs_up(phone)
    await stage.wait_for(LegEnded, leg_id=leg_of(call_id))

    heard = await stage.driver.heard(phone)
    assert heard.message(SHORT_PROMPT) is Extent.WHOLE
    assert not heard.music_after(SHORT_PROMPT)


async def customer_who_hangs_up_leaves_the_agent_until_hung_up_on(stage: Stage) -> None:
    agent_phone = stage.driver.agent_phone(DESK_AGENT)
    agent_leg = await stage.agent_is_up()
    phone, leg_id = await stage.customer_is_up(agent_leg)
    stage.perform(Join(stage.new_call(), agent_leg_id=agent_leg, customer_leg_id=leg_id))
    await stage.driver.elapse(A_MOMENT)

    await stage.driver.customer_hangs_up(phone)
    await stage.wait_for(LegEnded, leg_id=leg_id)
    await stage.driver.elapse(A_MOMENT)
    assert stage.driver.is_in_call(agent_phone)
    assert not stage.reported(LegEnded, leg_id=agent_leg)
    stage.perform(HangUp(agent_leg))

    await stage.wait_for(LegEnded, leg_id=agent_leg)
    assert not stage.reported(CustomerFailed)


async def agent_who_hangs_up_leaves_the_customer_until_hung_up_on(stage: Stage) -> None:
    agent_leg = await stage.agent_is_up()
    phone, leg_id = await stage.customer_is_up(agent_leg)
    stage.perform(Join(stage.new_call(), agent_leg_id=agent_leg, customer_leg_id=leg_id))
    await stage.driver.elapse(A_MOMENT)

    await stage.driver.agent_hangs_up(DESK_AGENT)
    await stage.wait_for(LegEnded, leg_id=agent_leg)
    await stage.driver.elapse(A_MOMENT)
    assert stage.driver.is_in_call(phone)
    assert not stage.reported(LegEnded, leg_id=leg_id)
    stage.perform(HangUp(leg_id))

    await stage.wait_for(LegEnded, leg_id=leg_id)
    await stage.until_hung_up(phone)


async def agent_who_hangs_up_while_it_rings_leaves_the_customer_ringing(stage: Stage) -> None:
    agent_leg = await stage.agent_is_up()
    phone, leg_id = await stage.customer_is_rung(agent_leg)

    await stage.driver.agent_hangs_up(DESK_AGENT)
    await stage.wait_for(LegEnded, leg_id=agent_leg)
    assert stage.driver.is_ringing(phone)
    stage.perform(HangUp(leg_id))

    await stage.wait_for(CustomerFailed, leg_id=leg_id)


async def joining_a_leg_that_is_gone_reports_its_end(stage: Stage) -> None:
    gone = leg_of(await stage.caller_has_gone())
    agent_leg = await stage.agent_is_up()
    unknown_agent_leg = stage.new_agent_leg()

    stage.perform(Join(stage.new_call(), agent_leg_id=agent_leg, customer_leg_id=gone))
    await stage.wait_for(LegEnded, leg_id=gone)
    _, call_id = await stage.caller_is_up()
    stage.perform(Join(call_id, agent_leg_id=unknown_agent_leg, customer_leg_id=leg_of(call_id)))

    await stage.wait_for(LegEnded, leg_id=unknown_agent_leg)
    assert not stage.reported(LegEnded, leg_id=agent_leg)
    assert not stage.reported(LegEnded, leg_id=leg_of(call_id))


CUSTOMER_CASES = (
    customer_sees_the_line_rings_and_answers,
    agent_hears_the_customers_phone_ringing,
    customer_dialled_again_on_the_same_leg_rings_once,
    customer_who_is_not_reached_fails_with_the_cause,
    customer_no_longer_rings_once_given_up,
    joined_customer_and_agent_hear_each_other,
    redirected_caller_and_number_outside_hear_each_other,
    number_that_an_agent_typed_is_dialled_by_whose_it_is,
    agent_hears_a_message_while_the_customer_is_dialled_and_then_the_ringing,
    customer_hears_a_message_before_the_agent,
    joining_ends_the_messages_of_both,
    joining_ends_the_music_of_a_caller,
    music_ended_by_joining_stays_so_when_the_agent_has_gone,
    customer_who_hangs_up_leaves_the_agent_until_hung_up_on,
    agent_who_hangs_up_leaves_the_customer_until_hung_up_on,
    agent_who_hangs_up_while_it_rings_leaves_the_customer_ringing,
    joining_a_leg_that_is_gone_reports_its_end,
)
