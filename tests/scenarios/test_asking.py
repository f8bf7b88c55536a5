"""Asking for a callback: when `*` counts, what it promises, and to whom (R4 to R10)."""

from dataclasses import replace
from datetime import timedelta

import pytest

from ringback.core.asking import may_ask
from ringback.core.effects import HangUp, PlayPrompt
from ringback.core.events import (
    CallbackRequested,
    CallEnded,
    ConfirmationStarted,
    QueueJoined,
    RequestJoined,
)
from ringback.core.flow import HangUpStep
from ringback.core.ids import CallId, LegId, PlaybackId, StepId
from ringback.core.inputs import LegEnded, PromptFinished
from ringback.core.outcomes import CallEnding
from ringback.core.settings import CallbackMode, CallbackSettings
from ringback.core.states import AwaitingAgent, Confirming, InAudio, Waiting
from tests.scenarios.stage import GOODBYE, VOICEMAIL, Stage, audio, ring


def test_settings_of_the_moment_are_frozen_into_the_callback() -> None:
    """R4: later changes of the line do not touch a pending callback."""
    stage = Stage("x", retries=2)
    stage.occupy("x")
    callback = stage.ask(stage.arrive())

    stage.settings = replace(stage.settings, retries=0, mode=CallbackMode.OFF)
    stage.configure_line()

    assert stage.world.callbacks[callback].settings.retries == 2
    late = stage.arrive()
    stage.press(late)
    assert stage.world.calls[late].callback_id is None


def test_star_in_an_audio_step_is_a_request() -> None:
    """R5: during an audio step."""
    stage = Stage("x", steps=[audio("welcome", "ring"), ring(), VOICEMAIL])
    call = stage.arrive()
    assert isinstance(stage.world.calls[call].state, InAudio)

    stage.press(call)

    assert isinstance(stage.world.calls[call].state, Confirming)


@pytest.mark.parametrize("digit", ["1", "#", "0", "A"])
def test_other_keys_mean_nothing(digit: str) -> None:
    """R5: only `*` asks."""
    stage = Stage("x")
    stage.occupy("x")
    call = stage.arrive()

    stage.press(call, digit)

    assert isinstance(stage.world.calls[call].state, Waiting)


@pytest.mark.parametrize(("after", "counts"), [(1.9, True), (2.0, False)])
def test_star_counts_for_two_seconds_after_the_message(after: float, counts: bool) -> None:
    """R5: also when the flow has gone on to its end."""
    end = HangUpStep(StepId("end"), "en/no_answer_goodbye")
    stage = Stage("x", steps=[audio("welcome", "end"), end])
    call = stage.arrive()
    stage.prompt_ends(call)
    stage.now += timedelta(seconds=after)

    stage.press(call)

    assert (stage.world.calls[call].callback_id is not None) is counts


def test_late_star_belongs_to_the_message_it_follows() -> None:
    """R5, R13: the flow has gone on past an empty team; the callback is asked for before it."""
    stage = Stage("x", steps=[audio("welcome", "ring"), ring(), VOICEMAIL])
    stage.offline("x")
    call = stage.arrive()
    stage.prompt_ends(call)
    stage.press(call)
    callback = stage.requested(call)
    stage.caller_hangs_up(call)
    stage.online("x")

    stage.wait(5)

    assert stage.rung_for("x") == callback


def test_a_silent_end_waits_for_the_grace_to_pass() -> None:
    """R5: the line is held for the two seconds in which `*` still counts."""
    stage = Stage("x", steps=[audio("welcome", "goodbye"), GOODBYE])
    call = stage.arrive()
    stage.prompt_ends(call)
    assert not any(isinstance(effect, HangUp) for effect in stage.effects)

    stage.wait(2)

    assert isinstance(stage.effects[-1], HangUp)


def test_star_does_nothing_on_a_line_without_callbacks() -> None:
    """R6: not allowed, not heard."""
    stage = Stage("x", mode=CallbackMode.OFF)
    stage.occupy("x")
    call = stage.arrive()

    stage.press(call)

    assert stage.waiting() == [call]
    assert stage.events(ConfirmationStarted) == []


def test_request_comes_before_its_confirmation() -> None:
    """R7, S1: the effect that plays belongs to an event after the request."""
    stage = Stage("x")
    stage.occupy("x")
    call = stage.arrive()

    stage.press(call)

    kinds = [type(fact.event) for fact in stage.facts]
    assert kinds.index(CallbackRequested) < kinds.index(ConfirmationStarted)
    assert isinstance(stage.effects[-1], PlayPrompt)
    assert stage.effects[-1].prompt == "en/confirmation"


def test_request_stands_when_the_caller_hangs_up_in_the_confirmation() -> None:
    """R7: the message need not be heard to its end."""
    stage = Stage("x")
    stage.occupy("x")
    call = stage.arrive()
    stage.press(call)
    callback = stage.requested(call)

    stage.caller_hangs_up(call)
    stage.wait(5)

    assert stage.waiting() == [callback]
    assert stage.events(CallEnded)[-1].ending is CallEnding.CALLBACK_REQUESTED


def test_further_keys_and_reports_add_no_request() -> None:
    """R7, S2: repeated digits, repeated events."""
    stage = Stage("x")
    stage.occupy("x")
    call = stage.arrive()
    for _ in range(3):
        stage.press(call)

    stage.caller_hangs_up(call)
    stage.press(call)
    stage.caller_hangs_up(call)

    assert len(stage.events(CallbackRequested)) == 1
    assert len(stage.events(ConfirmationStarted)) == 1
    assert len(stage.events(CallEnded)) == 1


def test_confirmation_plays_to_its_end_before_the_hang_up() -> None:
    """R7: the hang-up follows the report of the end."""
    stage = Stage("x")
    stage.occupy("x")
    call = stage.arrive()
    stage.press(call)
    assert not any(isinstance(effect, HangUp) for effect in stage.effects)

    stage.give(PromptFinished(LegId(call), PlaybackId("another")))
    assert not any(isinstance(effect, HangUp) for effect in stage.effects)
    stage.prompt_ends(call)

    assert isinstance(stage.effects[-1], HangUp)


def test_lost_reports_do_not_keep_a_callback_from_settling() -> None:
    """L1, S23: neither the prompt's end nor the leg's end is reported."""
    stage = Stage("x")
    call = stage.arrive()
    stage.press(call)
    callback = stage.requested(call)

    stage.wait(300 + 10 + 5)

    assert stage.rung_for("x") == callback


def test_callback_is_not_offered_until_settled_while_others_are() -> None:
    """R7: it keeps its place, and others may be served meanwhile."""
    stage = Stage("x")
    call = stage.arrive()
    stage.press(call)
    callback = stage.requested(call)
    later = stage.arrive()
    assert stage.waiting() == [callback, later]
    assert stage.rung_for("x") == later
    stage.take("x")
    stage.hang_up("x")
    stage.prompt_ends(call)
    stage.caller_hangs_up(call)
    stage.wait(4.9)
    assert stage.rung_for("x") is None

    stage.wait(0.1)

    assert stage.rung_for("x") == callback


def test_decline_of_the_live_call_bars_nobody_from_the_callback() -> None:
    """R7: it is another offer."""
    stage = Stage("x", "y")
    call = stage.arrive()
    stage.decline("x")

    callback = stage.ask(call)

    assert (stage.rung_for("x"), stage.rung_for("y")) == (callback, callback)


def test_inbound_call_ends_as_requested() -> None:
    """R8: the missed call is told from others by its ending."""
    stage = Stage("x")
    stage.occupy("x")
    stage.ask(stage.arrive())

    endings = [event.ending for event in stage.events(CallEnded)]

    assert endings == [CallEnding.CALLBACK_REQUESTED]


def test_joining_request_brings_its_earlier_place() -> None:
    """R10: of two calls of one customer the earlier place is kept."""
    stage = Stage("x")
    stage.occupy("x")
    earlier = stage.arrive(customer="marie")
    other = stage.arrive()
    callback = stage.ask(stage.arrive(customer="marie"))
    assert stage.waiting() == [earlier, other, callback]

    stage.press(earlier)

    assert stage.waiting() == [callback, other]


def test_request_from_the_welcome_joins_on_arriving() -> None:
    """R10: *or on arriving there by the request itself*."""
    stage = Stage("x", steps=[audio("welcome", "ring"), ring(ring_for=600), VOICEMAIL])
    stage.occupy("x")
    callback = stage.ask(stage.arrive(customer="marie"))
    other = stage.arrive()
    stage.prompt_ends(other)
    again = stage.arrive(customer="marie")

    stage.press(again)

    assert [e.callback_id for e in stage.events(RequestJoined)] == [callback]
    assert stage.waiting() == [callback, other]


def test_nothing_joins_once_an_agent_has_accepted() -> None:
    """R10: then a second callback is made."""
    stage = Stage("x")
    callback = stage.ask(stage.arrive(customer="marie"))
    stage.accept("x")
    again = stage.arrive(customer="marie")

    stage.press(again)

    assert stage.events(RequestJoined) == []
    assert stage.requested(again) != callback


def test_manual_requests_of_one_customer_join() -> None:
    """R10, R2: allowed and not automated is manual; a repeated request joins the pending one."""
    stage = Stage("x", mode=CallbackMode.MANUAL)
    stage.occupy("x")
    callback = stage.ask(stage.arrive(customer="marie"))
    stage.ask(stage.arrive(customer="marie"))

    stage.hang_up("x")

    assert isinstance(stage.world.callbacks[callback].state, AwaitingAgent)
    assert len(stage.world.callbacks[callback].inbound_call_ids) == 2
    assert stage.rung_for("x") is None
    assert stage.waiting() == []


def test_joined_callback_settles_again() -> None:
    """R7, R10: not offered until the joining leg has ended and settled, too."""
    stage = Stage("x")
    stage.occupy("x")
    callback = stage.ask(stage.arrive(customer="marie"))
    again = stage.arrive(customer="marie")
    stage.press(again)
    stage.hang_up("x")
    assert stage.rung_for("x") is None
    stage.caller_hangs_up(again)
    assert stage.rung_for("x") is None

    stage.wait(5)

    assert stage.rung_for("x") == callback


def test_unknown_calls_and_legs_change_nothing() -> None:
    """S23: reports about what never was."""
    stage = Stage("x")
    before = stage.world.sequence

    stage.press(CallId("ghost"))
    stage.give(LegEnded("ghost"))  # type: ignore[arg-type]

    assert stage.world.sequence == before


def test_request_keeps_its_key_and_walks_nowhere() -> None:
    """R12, S10: the key is the inbound call's."""
    stage = Stage("x")
    stage.occupy("x")
    call = stage.arrive()
    key = stage.world.calls[call].stay.key  # type: ignore[union-attr]

    callback = stage.ask(call)

    assert stage.world.callbacks[callback].stay.key == key  # type: ignore[union-attr]
    assert [e.item_id for e in stage.events(QueueJoined)].count(call) == 1


def test_whoever_may_ask_is_known_before_they_do() -> None:
    """R1, R5, R6: so that an apology is ready while nothing can be stored."""
    stage = Stage("x", steps=[audio("hello", "voicemail"), VOICEMAIL])
    call = stage.world.calls[stage.arrive()]
    assert may_ask(stage.world, call, stage.now)

    stage.configure_line(callbacks=CallbackSettings(mode=CallbackMode.OFF))
    assert not may_ask(stage.world, call, stage.now)

    stage.configure_line()
    stage.prompt_ends(call.id)
    stage.wait(1)
    assert may_ask(stage.world, call, stage.now)
    assert not may_ask(stage.world, call, stage.now + timedelta(seconds=1))
