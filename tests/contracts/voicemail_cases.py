"""Contract cases about messages that callers leave: recorded, taken, forgotten."""

from datetime import timedelta

import pytest
from tests.contracts.stage import A_MOMENT, Stage, leg_of

from ringback.core.effects import RecordVoicemail
from ringback.core.inputs import LegEnded, PhoneSystemListed, PhoneSystemLost, VoicemailRecorded
from ringback.ports import VoicemailNotReached

RETURN_SECONDS_MAX = 40.0


async def voicemail_ends_at_its_limit(stage: Stage) -> None:
    phone, call_id = await stage.caller_is_up()

    stage.perform(RecordVoicemail(call_id, timedelta(seconds=2)))
    recorded = await stage.wait_for(VoicemailRecorded, call_id=call_id)

    assert 1 < recorded.seconds < 3
    assert stage.driver.is_in_call(phone)


async def voicemail_of_a_caller_who_hangs_up_is_kept_as_far_as_it_went(stage: Stage) -> None:
    phone, call_id = await stage.caller_is_up()

    stage.perform(RecordVoicemail(call_id, timedelta(seconds=60)))
    await stage.driver.elapse(3 * A_MOMENT)
    await stage.driver.customer_hangs_up(phone)
    recorded = await stage.wait_for(VoicemailRecorded, call_id=call_id)
    await stage.wait_for(LegEnded, leg_id=leg_of(call_id))

    assert 0.5 < recorded.seconds < 10


async def voicemail_is_taken_as_it_was_spoken_until_it_is_forgotten(stage: Stage) -> None:
    phone, call_id = await stage.caller_is_up()
    telephony = stage.driver.telephony

    nothing_yet = await telephony.take_voicemail(call_id)
    stage.perform(RecordVoicemail(call_id, timedelta(seconds=2)))
    await stage.wait_for(VoicemailRecorded, call_id=call_id)
    taken = await telephony.take_voicemail(call_id)
    taken_again = await telephony.take_voicemail(call_id)
    await telephony.forget_voicemail(call_id)
    await telephony.forget_voicemail(call_id)

    assert nothing_yet is None
    assert taken is not None
    assert stage.driver.recorded_voice_of(phone, taken)
    assert taken_again == taken
    assert await telephony.take_voicemail(call_id) is None


async def voicemail_cannot_be_taken_while_the_phone_system_is_away(stage: Stage) -> None:
    _, call_id = await stage.caller_is_up()
    stage.perform(RecordVoicemail(call_id, timedelta(seconds=1)))
    await stage.wait_for(VoicemailRecorded, call_id=call_id)

    await stage.driver.server_disconnects()
    with pytest.raises(VoicemailNotReached):
        await stage.driver.telephony.take_voicemail(call_id)
    with pytest.raises(VoicemailNotReached):
        await stage.driver.telephony.forget_voicemail(call_id)
    await stage.driver.server_reconnects()
    await stage.wait_for(PhoneSystemListed)

    assert await stage.driver.telephony.take_voicemail(call_id) is not None


async def voicemail_of_a_caller_who_left_while_we_were_away_is_told_before_the_list(
    stage: Stage,
) -> None:
    """S23: its report was lost, the message is not; and it is told as long as it is there."""
    phone, call_id = await stage.caller_is_up()
    telephony = stage.driver.telephony
    stage.perform(RecordVoicemail(call_id, timedelta(seconds=60)))
    await stage.driver.elapse(3 * A_MOMENT)

    await stage.driver.server_disconnects()
    await stage.wait_for(PhoneSystemLost)
    await stage.driver.customer_hangs_up(phone)
    await stage.driver.elapse(A_MOMENT)
    await stage.driver.server_reconnects()
    listed = await stage.wait_for(PhoneSystemListed, seconds=RETURN_SECONDS_MAX)

    recorded = await stage.wait_for(VoicemailRecorded, call_id=call_id)
    assert listed in stage.reports[stage.reports.index(recorded) :]
    assert 0.5 < recorded.seconds < 10
    assert call_id in await telephony.stored_voicemails()
    await telephony.forget_voicemail(call_id)
    assert call_id not in await telephony.stored_voicemails()


VOICEMAIL_CASES = (
    voicemail_ends_at_its_limit,
    voicemail_of_a_caller_who_hangs_up_is_kept_as_far_as_it_went,
    voicemail_is_taken_as_it_was_spoken_until_it_is_forgotten,
    voicemail_cannot_be_taken_while_the_phone_system_is_away,
    voicemail_of_a_caller_who_left_while_we_were_away_is_told_before_the_list,
)
