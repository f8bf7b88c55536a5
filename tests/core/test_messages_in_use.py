"""Whatever people do, nothing that a caller may yet hear names a message that is gone (R2, R4)."""

from contextlib import suppress
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from ringback.core.inputs import Input, KeepMessage, PublishFlow, RemoveMessage, RollBackFlow
from ringback.core.library import KEPT, all_uses
from ringback.core.refusals import Refusal
from ringback.core.settings import CallbackSettings, KeptMessage
from tests.scenarios.stage import LINE, VOICEMAIL, Stage, flow_of, ring

PROMPTS = tuple(f"{KEPT}{number}" for number in range(3))
DEEDS = ("keep", "remove", "confirm", "announce", "play", "go back", "call", "ask", "leave")
deeds = st.lists(st.tuples(st.sampled_from(DEEDS), st.integers(0, 2)), max_size=40)


@settings(deadline=None)
@given(deeds=deeds)
def test_nothing_in_use_names_a_message_that_is_gone(deeds: list[tuple[str, int]]) -> None:
    """R2, R4: lines, flows, callers and callbacks, through removals and versions; replayed too."""
    stage = Stage("x")
    stage.occupy("x")

    for deed, number in deeds:
        _do(stage, deed, number)

        named = [prompt for prompt in all_uses(stage.world) if prompt.startswith(KEPT)]
        assert all(prompt in stage.world.messages for prompt in named), (deed, number)

    assert stage.replayed().messages == stage.world.messages
    assert all_uses(stage.replayed()) == all_uses(stage.world)


def _do(stage: Stage, deed: str, number: int) -> None:
    """Let somebody do something, as far as it can be done; who is refused changes nothing."""
    prompt = PROMPTS[number]
    line = stage.world.lines[LINE]
    calls = [call.id for call in stage.world.calls.values() if call.line.id == LINE]
    match deed:
        case "keep":
            _try(stage, KeepMessage(KeptMessage(prompt, f"No. {number}", 1.0)))
        case "remove":
            _try(stage, RemoveMessage(prompt))
        case "confirm":
            _configure(stage, replace(line.callbacks, confirmation_prompt=prompt))
        case "announce":
            _configure(stage, CallbackSettings(announcement_prompt=prompt))
        case "play":
            flow = flow_of(ring(messages=(prompt,)), VOICEMAIL)
            _try(stage, PublishFlow(flow if number else flow_of(ring(), VOICEMAIL)))
        case "go back":
            in_force = stage.world.flows[line.flow_id].current
            _try(stage, RollBackFlow(line.flow_id, max(1, in_force - 1), in_force))
        case "call":
            stage.arrive()
        case "ask" if calls:
            stage.press(calls[number % len(calls)])
        case "leave" if calls:
            stage.caller_hangs_up(calls[number % len(calls)])
        case _:
            stage.wait(20)


def _configure(stage: Stage, callbacks: CallbackSettings) -> None:
    before = stage.settings
    stage.settings = callbacks
    try:
        stage.configure_line()
    except Refusal:
        stage.settings = before


def _try(stage: Stage, request: Input) -> None:
    with suppress(Refusal):
        stage.give(request)
