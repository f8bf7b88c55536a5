"""Messages of the company's own: used wherever a line or a flow names one, never lost in use."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from ringback.core.events import MessageKept, MessageMarked, MessageRemoved
from ringback.core.flow import HangUpStep, MenuStep, Step, VoicemailStep
from ringback.core.ids import FlowId, StepId
from ringback.core.inputs import (
    ConfigureLine,
    DiscardDraft,
    KeepMessage,
    MarkMessage,
    PublishFlow,
    RemoveMessage,
    RenameMessage,
    RollBackFlow,
    SaveDraft,
)
from ringback.core.library import MESSAGES_MAX, uses_of
from ringback.core.publishing import problems_of
from ringback.core.refusals import RefusalCode
from ringback.core.settings import CallbackMode, CallbackSettings, KeptMessage, Line
from tests.scenarios.stage import GOODBYE, LINE, VOICEMAIL, Stage, audio, flow_of, ring

HELLO = KeptMessage("message/1a", "Hello", 2.5)
THANKS = KeptMessage("message/2b", "Thanks", 3.0, text="Thank you.", language="en")
STEP = StepId("it")


def with_library(stage: Stage) -> Stage:
    stage.give(KeepMessage(HELLO))
    stage.give(KeepMessage(THANKS))
    return stage


def with_confirmation(line: Line, prompt: str) -> Line:
    return replace(line, callbacks=replace(line.callbacks, confirmation_prompt=prompt))


def kinds(stage: Stage, prompt: str) -> list[tuple[str, str, int]]:
    return [(use.kind.value, use.id, use.count) for use in uses_of(stage.world, prompt)]


def test_message_is_kept_renamed_and_removed() -> None:
    """R2: each has one name at a time; what was said of it goes with it."""
    stage = with_library(Stage("x"))
    stage.give(RenameMessage(HELLO.prompt, "Welcome"))
    stage.give(MarkMessage(HELLO.prompt, offers_callbacks=True))

    assert [each.name for each in stage.world.messages.values()] == ["Welcome", "Thanks"]
    stage.give(RemoveMessage(HELLO.prompt))

    assert list(stage.world.messages) == [THANKS.prompt]
    assert stage.events(MessageMarked)
    assert HELLO.prompt not in stage.world.offer_marks
    assert stage.refuses(RemoveMessage(HELLO.prompt)).code is RefusalCode.UNKNOWN_MESSAGE
    assert stage.refuses(RenameMessage(HELLO.prompt, "x")).code is RefusalCode.UNKNOWN_MESSAGE


def test_same_upload_twice_keeps_one_message() -> None:
    """R2: whoever sends it again, for want of an answer, gets the one that is there."""
    stage = with_library(Stage("x"))

    stage.give(KeepMessage(HELLO))
    stage.give(RenameMessage(HELLO.prompt, "Hello"))

    assert len(stage.events(MessageKept)) == 2
    other_name = stage.refuses(KeepMessage(replace(HELLO, name="Bye")))
    assert other_name.code is RefusalCode.MESSAGE_ALREADY_KEPT
    assert other_name.data == {"prompt": HELLO.prompt, "name": "Hello"}


def test_two_messages_never_bear_one_name() -> None:
    """R2: people choose messages by their names, in whatever case."""
    stage = with_library(Stage("x"))

    kept = stage.refuses(KeepMessage(KeptMessage("message/3c", "HELLO", 1.0)))
    renamed = stage.refuses(RenameMessage(THANKS.prompt, "hello"))

    assert kept.code is renamed.code is RefusalCode.MESSAGE_NAME_TAKEN
    assert renamed.data == {"name": "Hello", "prompt": HELLO.prompt}
    stage.give(RenameMessage(HELLO.prompt, "hello"))
    assert stage.world.messages[HELLO.prompt].name == "hello"


def test_library_has_a_limit() -> None:
    """R2: everything has one."""
    stage = Stage("x")
    for number in range(MESSAGES_MAX):
        stage.give(KeepMessage(KeptMessage(f"message/{number}", f"No. {number}", 1.0)))

    refusal = stage.refuses(KeepMessage(HELLO))

    assert refusal.code is RefusalCode.TOO_MANY_MESSAGES
    assert refusal.data == {"maximum": MESSAGES_MAX}


@pytest.mark.parametrize(
    "use",
    [
        lambda line: with_confirmation(line, HELLO.prompt),
        lambda line: replace(
            line, callbacks=replace(line.callbacks, announcement_prompt=HELLO.prompt)
        ),
        lambda line: replace(line, announcement_prompt=HELLO.prompt),
        lambda line: replace(line, apology_prompt=HELLO.prompt),
        lambda line: replace(line, cannot_call_back_prompt=HELLO.prompt),
    ],
    ids=["confirmation", "callback-announcement", "announcement", "apology", "cannot-call-back"],
)
def test_message_that_a_line_names_stays(use: Callable[[Line], Line]) -> None:
    """R2: the refusal tells the line; once it names another message, this one may go."""
    stage = with_library(Stage("x"))
    before = stage.world.lines[LINE]

    stage.give(ConfigureLine(use(before)))

    refusal = stage.refuses(RemoveMessage(HELLO.prompt))
    assert refusal.code is RefusalCode.MESSAGE_IN_USE
    assert kinds(stage, HELLO.prompt) == [("line", LINE, 1)]
    assert refusal.data["used_by"] == uses_of(stage.world, HELLO.prompt)
    stage.give(ConfigureLine(before))
    stage.give(RemoveMessage(HELLO.prompt))
    assert len(stage.events(MessageRemoved)) == 1


@pytest.mark.parametrize(
    "steps",
    [
        (replace(audio("it", "voicemail"), prompt=HELLO.prompt), VOICEMAIL),
        (ring("it", messages=("en/offer", HELLO.prompt)), VOICEMAIL),
        (MenuStep(STEP, HELLO.prompt, (), no_choice=StepId("voicemail")), VOICEMAIL),
        (VoicemailStep(STEP, HELLO.prompt),),
        (HangUpStep(STEP, HELLO.prompt),),
    ],
    ids=["audio", "waiting", "menu", "voicemail", "hang-up"],
)
def test_message_that_a_flow_in_force_names_stays(steps: tuple[Step, ...]) -> None:
    """R4: until another version is in force; going back to this one is refused then."""
    stage = with_library(Stage("x"))
    stage.give(PublishFlow(flow_of(*steps, flow_id="other")))

    assert stage.refuses(RemoveMessage(HELLO.prompt)).code is RefusalCode.MESSAGE_IN_USE
    assert kinds(stage, HELLO.prompt) == [("flow", "other", 1)]
    stage.give(PublishFlow(flow_of(GOODBYE, flow_id="other")))
    stage.give(RemoveMessage(HELLO.prompt))

    back = stage.refuses(RollBackFlow(FlowId("other"), 1, seen_version=2))
    assert back.code is RefusalCode.INVALID_FLOW
    assert [(one.code, one.step_id) for one in back.data["problems"]] == [  # type: ignore[attr-defined]
        ("unknown-message", STEP)
    ]


def test_draft_does_not_keep_a_message_and_says_what_it_misses() -> None:
    """R4: nobody hears a draft."""
    stage = with_library(Stage("x"))
    draft = flow_of(VoicemailStep(STEP, HELLO.prompt), flow_id="other")
    stage.give(SaveDraft(draft, seen_draft=0, seen_version=0))
    assert problems_of(stage.world, draft) == []

    stage.give(RemoveMessage(HELLO.prompt))

    assert [one.code for one in problems_of(stage.world, draft)] == ["unknown-message"]
    stage.give(DiscardDraft(draft.id, stage.world.drafts[draft.id].number))


def test_line_cannot_name_a_message_that_is_not_kept() -> None:
    """R2: nothing is saved by halves, and no caller meets silence."""
    stage = Stage("x")

    wanted = with_confirmation(stage.world.lines[LINE], "message/9f")
    refusal = stage.refuses(ConfigureLine(wanted))

    assert refusal.code is RefusalCode.UNKNOWN_MESSAGE
    assert refusal.data == {"prompt": "message/9f"}


@pytest.mark.parametrize("mode", [CallbackMode.AUTOMATED, CallbackMode.MANUAL])
def test_waiting_callback_keeps_the_messages_of_its_request(mode: CallbackMode) -> None:
    """R4: its announcement and its flow are frozen, so they are not removed under it."""
    stage = with_library(Stage("x"))
    stage.occupy("x")
    stage.give(PublishFlow(flow_of(ring(messages=(THANKS.prompt,)), VOICEMAIL)))
    stage.settings = CallbackSettings(mode=mode, announcement_prompt=HELLO.prompt)
    stage.configure_line()
    stage.ask(stage.arrive())

    stage.settings = CallbackSettings()
    stage.configure_line()
    stage.give(PublishFlow(flow_of(ring(), VOICEMAIL)))

    for prompt in (HELLO.prompt, THANKS.prompt):
        assert kinds(stage, prompt) == [("callbacks", LINE, 1)]
        assert stage.refuses(RemoveMessage(prompt)).code is RefusalCode.MESSAGE_IN_USE


def test_message_of_a_callers_flow_stays_until_the_call_is_over() -> None:
    """R4: who is on the line hears the version that took them in."""
    stage = with_library(Stage("x"))
    stage.occupy("x")
    stage.give(PublishFlow(flow_of(ring(messages=(HELLO.prompt,)), VOICEMAIL)))
    call = stage.arrive()
    stage.give(PublishFlow(flow_of(ring(), VOICEMAIL)))
    assert kinds(stage, HELLO.prompt) == [("calls", LINE, 1)]

    stage.caller_hangs_up(call)

    stage.give(RemoveMessage(HELLO.prompt))
    assert HELLO.prompt not in stage.replayed().messages
    assert stage.replayed().messages == stage.world.messages
