"""Contract cases about callers: arriving, hearing, pressing keys, going."""

from datetime import timedelta

from tests.contracts.cast import (
    CUSTOMER_NUMBER,
    LINE_NUMBER,
    LONG_PROMPT,
    MISSING_PROMPT,
    MUSIC,
    SECOND_PROMPT,
    SHORT_PROMPT,
)
from tests.contracts.phone_world_driver import Extent
from tests.contracts.stage import A_MOMENT, Stage, leg_of

from ringback.core.effects import (
    AnswerCall,
    HangUp,
    PlayPrompt,
    RecordVoicemail,
    RejectCall,
    StartMusic,
    StopMusic,
    StopPrompt,
)
from ringback.core.inputs import DigitPressed, LegEnded, PromptFinished, VoicemailRecorded
from ringback.ports import IncomingCall

HOSTILE_NAMES = (
    'Jean "); DROP TABLE call; --',
    "Jean ${SHELL(id)};&|`id`",
    'Jean\r\nX-Injected: 1\r\n\r\n"<sip:evil@example.com>',
)


async def incoming_call_bears_both_numbers_and_the_name(stage: Stage) -> None:
    _, arrival = await stage.caller_arrives(CUSTOMER_NUMBER, "Jean Dupont")

    assert arrival.call_id
    assert _digits(arrival.dialled_number) == _digits(LINE_NUMBER)
    assert _digits(arrival.caller_number) == _digits(CUSTOMER_NUMBER)
    assert arrival.caller_name == "Jean Dupont"
    assert not arrival.withheld


async def withheld_number_is_reported_as_withheld_and_never_shown(stage: Stage) -> None:
    _, arrival = await stage.caller_arrives(number=None, name=None)

    assert arrival.withheld
    assert arrival.caller_number is None


async def hostile_names_arrive_without_control_characters(stage: Stage) -> None:
    for name in HOSTILE_NAMES:
        phone, arrival = await stage.caller_arrives(CUSTOMER_NUMBER, name)

        assert _digits(arrival.caller_number) == _digits(CUSTOMER_NUMBER)
        assert not arrival.withheld
        assert all(mark.isprintable() for mark in arrival.caller_name or "")

        stage.perform(AnswerCall(arrival.call_id), HangUp(leg_of(arrival.call_id)))
        await stage.wait_for(LegEnded, leg_id=leg_of(arrival.call_id))
        await stage.until_hung_up(phone)


async def two_calls_have_ids_of_their_own(stage: Stage) -> None:
    _, one = await stage.caller_arrives()
    _, other = await stage.caller_arrives()

    assert one.call_id != other.call_id


async def call_is_up_for_the_caller_only_after_it_is_answered(stage: Stage) -> None:
    phone, arrival = await stage.caller_arrives()
    await stage.driver.elapse(A_MOMENT)
    assert not stage.driver.is_in_call(phone)

    stage.perform(AnswerCall(arrival.call_id), AnswerCall(arrival.call_id))

    await stage.until_in_call(phone)


async def prompt_is_heard_to_its_end_before_it_is_reported_finished(stage: Stage) -> None:
    phone, call_id = await stage.caller_is_up()

    playing = stage.play(call_id, SHORT_PROMPT)
    stage.perform(playing)
    await stage.wait_for(PromptFinished, leg_id=leg_of(call_id), playback_id=playing.playback_id)
    stage.perform(HangUp(leg_of(call_id)))
    await stage.wait_for(LegEnded, leg_id=leg_of(call_id))

    assert (await stage.driver.heard(phone)).message(SHORT_PROMPT) is Extent.WHOLE


async def prompt_performed_twice_is_played_and_finished_once(stage: Stage) -> None:
    _, call_id = await stage.caller_is_up()

    playing = stage.play(call_id)
    stage.perform(playing, playing)
    await stage.wait_for(PromptFinished, playback_id=playing.playback_id)
    await stage.driver.elapse(3 * A_MOMENT)

    assert len(stage.reported(PromptFinished, playback_id=playing.playback_id)) == 1


async def prompts_performed_together_are_heard_one_after_the_other(stage: Stage) -> None:
    phone, call_id = await stage.caller_is_up()

    first, second = stage.play(call_id, SHORT_PROMPT), stage.play(call_id, SECOND_PROMPT)
    stage.perform(first, second)
    await stage.wait_for(PromptFinished, playback_id=second.playback_id)
    assert stage.reported(PromptFinished, playback_id=first.playback_id)
    await stage.driver.customer_hangs_up(phone)
    await stage.wait_for(LegEnded, leg_id=leg_of(call_id))

    heard = await stage.driver.heard(phone)
    assert heard.message(SHORT_PROMPT) is Extent.WHOLE
    assert heard.message(SECOND_PROMPT) is Extent.WHOLE


async def prompt_that_cannot_be_played_is_reported_finished(stage: Stage) -> None:
    phone, call_id = await stage.caller_is_up()

    playing = stage.play(call_id, MISSING_PROMPT)
    stage.perform(playing)

    await stage.wait_for(PromptFinished, leg_id=leg_of(call_id), playback_id=playing.playback_id)
    assert stage.driver.is_in_call(phone)


async def stopped_prompt_gives_way_to_the_next_one(stage: Stage) -> None:
    phone, call_id = await stage.caller_is_up()

    stopped, following = stage.play(call_id, LONG_PROMPT), stage.play(call_id, SHORT_PROMPT)
    stage.perform(stopped)
    await stage.driver.elapse(2 * A_MOMENT)
    stage.perform(StopPrompt(leg_of(call_id), stopped.playback_id), following)
    await stage.wait_for(PromptFinished, playback_id=following.playback_id)
    await stage.driver.customer_hangs_up(phone)
    await stage.wait_for(LegEnded, leg_id=leg_of(call_id))

    heard = await stage.driver.heard(phone)
    assert heard.message(LONG_PROMPT) is not Extent.WHOLE
    assert heard.message(SHORT_PROMPT) is Extent.WHOLE


async def stopped_prompt_gives_way_to_the_one_that_waits_behind_it(stage: Stage) -> None:
    phone, call_id = await stage.caller_is_up()

    stopped, waiting = stage.play(call_id, LONG_PROMPT), stage.play(call_id, SHORT_PROMPT)
    stage.perform(stopped, waiting)
    await stage.driver.elapse(A_MOMENT)
    stage.perform(StopPrompt(leg_of(call_id), stopped.playback_id))
    await stage.wait_for(PromptFinished, playback_id=waiting.playback_id)
    await stage.driver.customer_hangs_up(phone)
    await stage.wait_for(LegEnded, leg_id=leg_of(call_id))

    heard = await stage.driver.heard(phone)
    assert heard.message(LONG_PROMPT) is not Extent.WHOLE
    assert heard.message(SHORT_PROMPT) is Extent.WHOLE


async def music_is_heard(stage: Stage) -> None:
    phone, call_id = await stage.caller_is_up()

    stage.perform(StartMusic(leg_of(call_id), MUSIC), StartMusic(leg_of(call_id), MUSIC))
    await stage.driver.elapse(2 * A_MOMENT)
    await stage.driver.customer_hangs_up(phone)
    await stage.wait_for(LegEnded, leg_id=leg_of(call_id))

    assert (await stage.driver.heard(phone)).music()


async def prompt_silences_the_music_which_resumes_after_it(stage: Stage) -> None:
    phone, call_id = await stage.caller_is_up()

    playing = stage.play(call_id, SHORT_PROMPT)
    stage.perform(StartMusic(leg_of(call_id), MUSIC))
    await stage.driver.elapse(2 * A_MOMENT)
    stage.perform(playing)
    await stage.wait_for(PromptFinished, playback_id=playing.playback_id)
    await stage.driver.elapse(2 * A_MOMENT)
    await stage.driver.customer_hangs_up(phone)
    await stage.wait_for(LegEnded, leg_id=leg_of(call_id))

    heard = await stage.driver.heard(phone)
    assert heard.message(SHORT_PROMPT) is Extent.WHOLE
    assert heard.music_before(SHORT_PROMPT)
    assert heard.music_after(SHORT_PROMPT)


async def stopped_music_does_not_resume_after_a_prompt(stage: Stage) -> None:
    phone, call_id = await stage.caller_is_up()

    playing = stage.play(call_id, SHORT_PROMPT)
    stage.perform(StartMusic(leg_of(call_id), MUSIC))
    await stage.driver.elapse(2 * A_MOMENT)
    stage.perform(StopMusic(leg_of(call_id)), playing)
    await stage.wait_for(PromptFinished, playback_id=playing.playback_id)
    await stage.driver.elapse(2 * A_MOMENT)
    await stage.driver.customer_hangs_up(phone)
    await stage.wait_for(LegEnded, leg_id=leg_of(call_id))

    heard = await stage.driver.heard(phone)
    assert heard.music_before(SHORT_PROMPT)
    assert not heard.music_after(SHORT_PROMPT)


async def music_stopped_during_a_prompt_does_not_resume_after_it(stage: Stage) -> None:
    phone, call_id = await stage.caller_is_up()

    playing = stage.play(call_id, SHORT_PROMPT)
    stage.perform(StartMusic(leg_of(call_id), MUSIC), playing)
    await stage.driver.elapse(A_MOMENT)
    stage.perform(StopMusic(leg_of(call_id)))
    await stage.wait_for(PromptFinished, playback_id=playing.playback_id)
    await stage.driver.elapse(2 * A_MOMENT)
    await stage.driver.customer_hangs_up(phone)
    await stage.wait_for(LegEnded, leg_id=leg_of(call_id))

    heard = await stage.driver.heard(phone)
    assert heard.message(SHORT_PROMPT) is Extent.WHOLE
    assert not heard.music_after(SHORT_PROMPT)


async def digits_are_reported_once_each_and_in_order(stage: Stage) -> None:
    phone, call_id = await stage.caller_is_up()
    stage.perform(StartMusic(leg_of(call_id), MUSIC))

    for digit in "1*#":
        await stage.driver.customer_presses(phone, digit)
        await stage.wait_for(DigitPressed, leg_id=leg_of(call_id), digit=digit)
    await stage.driver.elapse(A_MOMENT)

    assert [report.digit for report in stage.reported(DigitPressed)] == ["1", "*", "#"]


async def digit_during_a_prompt_is_reported_and_does_not_cut_it(stage: Stage) -> None:
    phone, call_id = await stage.caller_is_up()

    playing = stage.play(call_id, SECOND_PROMPT)
    stage.perform(playing)
    await stage.driver.elapse(A_MOMENT)
    await stage.driver.customer_presses(phone, "*")
    await stage.wait_for(DigitPressed, leg_id=leg_of(call_id), digit="*")
    assert not stage.reported(PromptFinished)
    await stage.wait_for(PromptFinished, playback_id=playing.playback_id)


async def caller_who_hangs_up_is_reported_once(stage: Stage) -> None:
    phone, call_id = await stage.caller_is_up()
    stage.perform(StartMusic(leg_of(call_id), MUSIC))

    await stage.driver.customer_hangs_up(phone)
    await stage.wait_for(LegEnded, leg_id=leg_of(call_id))
    await stage.driver.elapse(A_MOMENT)

    assert len(stage.reported(LegEnded)) == 1


async def caller_who_hangs_up_before_the_answer_is_reported(stage: Stage) -> None:
    phone, arrival = await stage.caller_arrives()

    await stage.driver.customer_hangs_up(phone)

    await stage.wait_for(LegEnded, leg_id=leg_of(arrival.call_id))


async def caller_is_hung_up_on(stage: Stage) -> None:
    phone, call_id = await stage.caller_is_up()

    stage.perform(HangUp(leg_of(call_id)), HangUp(leg_of(call_id)))

    await stage.wait_for(LegEnded, leg_id=leg_of(call_id))
    await stage.until_hung_up(phone)


async def rejected_call_hears_the_busy_signal_and_ends(stage: Stage) -> None:
    phone, arrival = await stage.caller_arrives()

    stage.perform(RejectCall(arrival.call_id))

    await stage.until(lambda: stage.driver.is_refused(phone), "the busy signal")
    await stage.wait_for(LegEnded, leg_id=leg_of(arrival.call_id))


async def effects_the_core_waits_for_report_the_end_of_a_leg_that_is_gone(stage: Stage) -> None:
    """Holds for a leg that ended and for one that the phone system has never had."""
    for call_id in (await stage.caller_has_gone(), stage.new_call()):
        for effect in (
            AnswerCall(call_id),
            stage.play(call_id),
            StartMusic(leg_of(call_id), MUSIC),
            RecordVoicemail(call_id, timedelta(seconds=2)),
        ):
            stage.perform(effect)
            await stage.wait_for(LegEnded, leg_id=leg_of(call_id))

    assert not stage.reported(VoicemailRecorded)


async def other_effects_on_a_caller_who_is_gone_change_nothing(stage: Stage) -> None:
    call_id = await stage.caller_has_gone()

    playing = stage.new_playback()
    stage.perform(
        StopPrompt(leg_of(call_id), playing),
        StopMusic(leg_of(call_id)),
        HangUp(leg_of(call_id)),
        RejectCall(call_id),
    )
    _, living = await stage.caller_is_up()
    following = PlayPrompt(leg_of(living), stage.new_playback(), SHORT_PROMPT)
    stage.perform(StopPrompt(leg_of(living), playing), StopMusic(leg_of(living)), following)

    await stage.wait_for(PromptFinished, playback_id=following.playback_id)
    assert len(stage.reported(IncomingCall)) == 2


CALLER_CASES = (
    incoming_call_bears_both_numbers_and_the_name,
    withheld_number_is_reported_as_withheld_and_never_shown,
    hostile_names_arrive_without_control_characters,
    two_calls_have_ids_of_their_own,
    call_is_up_for_the_caller_only_after_it_is_answered,
    prompt_is_heard_to_its_end_before_it_is_reported_finished,
    prompt_performed_twice_is_played_and_finished_once,
    prompts_performed_together_are_heard_one_after_the_other,
    prompt_that_cannot_be_played_is_reported_finished,
    stopped_prompt_gives_way_to_the_next_one,
    stopped_prompt_gives_way_to_the_one_that_waits_behind_it,
    music_is_heard,
    prompt_silences_the_music_which_resumes_after_it,
    stopped_music_does_not_resume_after_a_prompt,
    music_stopped_during_a_prompt_does_not_resume_after_it,
    digits_are_reported_once_each_and_in_order,
    digit_during_a_prompt_is_reported_and_does_not_cut_it,
    caller_who_hangs_up_is_reported_once,
    caller_who_hangs_up_before_the_answer_is_reported,
    caller_is_hung_up_on,
    rejected_call_hears_the_busy_signal_and_ends,
    effects_the_core_waits_for_report_the_end_of_a_leg_that_is_gone,
    other_effects_on_a_caller_who_is_gone_change_nothing,
)


def _digits(number: str | None) -> str:
    return "".join(mark for mark in number or "" if mark.isdigit())
