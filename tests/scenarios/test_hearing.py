"""What a caller hears, for how long, and again after a restart (R3, R5, R17, R20)."""

from datetime import date

import pytest

from ringback.core.calendars import SpecialDates
from ringback.core.effects import HangUp, PlayPrompt, RecordVoicemail
from ringback.core.events import (
    BranchTaken,
    CallBegan,
    CallEnded,
    EndReached,
    MenuLeft,
    MenuStarted,
    NoticeStarted,
)
from ringback.core.flow import DatesStep, HangUpStep, MenuChoice, MenuStep, Step
from ringback.core.ids import CustomerId, LineId, StepId
from ringback.core.inputs import CallArrived
from ringback.core.outcomes import CallEnding
from tests.scenarios.stage import (
    GOODBYE,
    LINE,
    ORDINARY,
    VOICEMAIL,
    Stage,
    audio,
    ring,
)
from tests.scenarios.test_recovery import listed, restart

MENU = MenuStep(StepId("menu"), "en/menu", (MenuChoice("1", StepId("voicemail")),))
BYE = HangUpStep(StepId("bye"), "en/no_answer_goodbye")


def prompts(stage: Stage) -> list[str]:
    return [effect.prompt for effect in stage.effects if isinstance(effect, PlayPrompt)]


def waiting_stage(*messages: str) -> Stage:
    """One busy agent, and a ring step with messages."""
    stage = Stage("x", steps=[ring(ring_for=600, messages=messages), VOICEMAIL])
    stage.occupy("x")
    return stage


def test_messages_follow_one_another_and_begin_again() -> None:
    """R3: all three in turn, then the first."""
    stage = waiting_stage("en/one", "en/two", "en/three")
    call = stage.arrive()
    stage.wait(2)

    for _ in range(3):
        stage.prompt_ends(call)
        stage.wait(30)

    told = [event.prompt for event in stage.events(NoticeStarted)]
    assert told == ["en/one", "en/two", "en/three", "en/one"]


def test_first_message_waits_two_seconds_and_the_next_for_the_interval() -> None:
    """R3: counted from joining, then from the end of the message before."""
    stage = waiting_stage("en/offer")
    call = stage.arrive()
    stage.wait(1.9)
    assert stage.events(NoticeStarted) == []
    stage.wait(0.1)
    stage.prompt_ends(call)

    stage.wait(29.9)

    assert len(stage.events(NoticeStarted)) == 1
    stage.wait(0.1)
    assert len(stage.events(NoticeStarted)) == 2


def test_caller_back_from_an_agent_hears_the_messages_again() -> None:
    """R29, R3: x never connects, y is busy for long."""
    stage = Stage("x", "y", steps=[ring(ring_for=600, messages=("en/one", "en/two")), VOICEMAIL])
    stage.occupy("y")
    call = stage.arrive()
    stage.wait(2)
    stage.prompt_ends(call)
    stage.accept("x")
    stage.wait(15)
    assert stage.waiting() == [call]
    stage.wait(29.9)
    assert [event.prompt for event in stage.events(NoticeStarted)] == ["en/one"]

    stage.wait(0.1)

    assert [event.prompt for event in stage.events(NoticeStarted)] == ["en/one", "en/one"]


def test_caller_back_in_a_queue_without_messages_hears_none() -> None:
    """R29: only music, as before."""
    stage = Stage("x", "y", steps=[ring(ring_for=600), VOICEMAIL])
    stage.occupy("y")
    call = stage.arrive()
    stage.accept("x")
    stage.wait(15)
    assert stage.waiting() == [call]

    stage.wait(60)

    assert stage.events(NoticeStarted) == []


def test_menu_waits_for_its_answer() -> None:
    """R17: five seconds from the end of the prompt, not less."""
    stage = Stage("x", steps=[MENU, VOICEMAIL])
    call = stage.arrive()
    stage.prompt_ends(call)

    stage.wait(4.9)

    assert len(stage.events(MenuStarted)) == 1
    stage.wait(0.1)
    assert len(stage.events(MenuStarted)) == 2


def test_key_that_was_pressed_is_in_the_journal() -> None:
    """R43: which choice the caller made."""
    stage = Stage("x", steps=[MENU, VOICEMAIL])
    call = stage.arrive()

    stage.press(call, "1")

    assert [(event.digit, event.next_step_id) for event in stage.events(MenuLeft)] == [
        ("1", "voicemail")
    ]


@pytest.mark.parametrize(("special", "branch"), [((1, 3), "special"), ((3, 4), "ordinary")])
def test_dates_step_sends_on_by_the_day_of_the_call(special: tuple[int, int], branch: str) -> None:
    """R17: the stage's day is the second of March; the journal says which branch was taken."""
    dates = SpecialDates("Holiday", date(2026, 3, special[0]), date(2026, 3, special[1]))
    ways = {"special": StepId("bye"), "ordinary": StepId("voicemail")}
    step = DatesStep(StepId("dates"), "Europe/Paris", (dates,), **ways)
    stage = Stage("x", steps=[step, BYE, VOICEMAIL])

    stage.arrive()

    assert [event.branch.value for event in stage.events(BranchTaken)] == [branch]
    assert [event.step_id for event in stage.events(EndReached)] == [ways[branch]]


def test_last_message_is_played_before_the_hang_up() -> None:
    """R17: a hang-up step with a message of its own."""
    stage = Stage("x", steps=[BYE])
    call = stage.arrive()
    assert prompts(stage) == ["en/no_answer_goodbye"]
    assert not any(isinstance(effect, HangUp) for effect in stage.effects)

    stage.prompt_ends(call)

    assert isinstance(stage.effects[-1], HangUp)


def test_recording_that_is_never_reported_ends_half_a_minute_after_its_limit() -> None:
    """L1: three minutes of recording, and thirty seconds for the report."""
    stage = Stage("x", steps=[VOICEMAIL])
    call = stage.arrive()
    stage.prompt_ends(call)
    assert stage.effects[-1] == RecordVoicemail(call, VOICEMAIL.record_for_max)

    stage.wait(209.9)

    assert isinstance(stage.effects[-1], RecordVoicemail)
    stage.wait(0.1)
    assert isinstance(stage.effects[-1], HangUp)


def test_call_ends_as_what_ended_it() -> None:
    """R44: led to its end by the flow, or hung up by the caller."""
    stage = Stage("x", steps=[audio("welcome", "goodbye"), GOODBYE])
    led = stage.arrive()
    stage.prompt_ends(led)
    stage.wait(2)
    stage.caller_hangs_up(led)
    left = stage.arrive()

    stage.caller_hangs_up(left)

    assert [event.ending for event in stage.events(CallEnded)] == [
        CallEnding.FLOW_ENDED,
        CallEnding.CALLER_HUNG_UP,
    ]


def test_call_reported_twice_begins_once() -> None:
    """S23: while it is there, and after it has ended."""
    stage = Stage("x")
    call = stage.arrive()
    again = CallArrived(call, LineId(LINE), CustomerId("c1"), ORDINARY)

    stage.give(again)
    stage.caller_hangs_up(call)
    stage.give(again)

    assert len(stage.events(CallBegan)) == 1
    assert stage.world.calls == {}


# ---- after a restart -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("first", "prompt"), [(audio("welcome", "voicemail"), "en/welcome"), (MENU, "en/menu")]
)
def test_message_that_was_cut_is_played_again(first: Step, prompt: str) -> None:
    """S10: the caller is still on the line, and hears where they are."""
    stage = Stage("x", steps=[first, VOICEMAIL])
    call = stage.arrive()
    restart(stage)

    stage.give(listed(call))

    assert prompts(stage) == [prompt]


def test_caller_who_was_being_let_go_is_let_go_again() -> None:
    """S20: the hang-up may have been lost with the server."""
    stage = Stage("x", steps=[BYE])
    call = stage.arrive()
    stage.prompt_ends(call)
    restart(stage)

    stage.give(listed(call))

    assert HangUp(stage.world.calls[call].leg_id) in stage.effects


def test_recording_goes_on_after_a_restart_and_a_greeting_is_not_recorded() -> None:
    """L1: whoever was speaking is recorded anew, whoever was listening hears the greeting."""
    stage = Stage("x", steps=[VOICEMAIL])
    speaking, listening = stage.arrive(), stage.arrive()
    stage.prompt_ends(speaking)
    restart(stage)

    stage.give(listed(speaking, listening))

    recorded = [effect for effect in stage.effects if isinstance(effect, RecordVoicemail)]
    assert recorded == [RecordVoicemail(speaking, VOICEMAIL.record_for_max)]
    assert prompts(stage) == ["en/voicemail_greeting"]
