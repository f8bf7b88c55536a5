"""Requests that cannot be granted: told so, kept in place, listed for a hand (R9, L4)."""

import pytest

from ringback.core.effects import RecordVoicemail, StopPrompt
from ringback.core.events import (
    CallbackClosed,
    CallbackRequested,
    CallEnded,
    OffersMade,
    RequestNotGranted,
)
from ringback.core.inputs import VoicemailRecorded
from ringback.core.outcomes import CallEnding, OutcomeReason, failed
from ringback.core.settings import Destination, DiallingPolicy, NumberKind
from tests.scenarios.stage import VOICEMAIL, Stage, audio, ring


def test_overload_does_not_forget_what_was_refused_before() -> None:
    """R9, L4: the call stays on its way to the list to call by hand."""
    stage = Stage("x", callbacks_max=1)
    stage.occupy("x")
    stage.ask(stage.arrive())
    stage.configure_line(dialling=DiallingPolicy(countries=("BE",)))
    call = stage.arrive(customer="anna")
    stage.press(call)
    stage.configure_line()
    stage.press(call)

    stage.caller_hangs_up(call)

    assert stage.events(CallbackClosed)[-1].outcome == failed(OutcomeReason.DESTINATION_REFUSED)


def test_overload_is_refused_honestly() -> None:
    """R7, L4: an apology, the place kept, no request."""
    stage = Stage("x", callbacks_max=1)
    stage.occupy("x")
    stage.ask(stage.arrive())
    call = stage.arrive()

    stage.press(call)

    assert [e.reason for e in stage.events(RequestNotGranted)] == [None]
    assert stage.world.calls[call].prompt == "en/apology_not_stored"
    assert call in stage.waiting()


@pytest.mark.parametrize(
    ("destination", "reason"),
    [
        (Destination(NumberKind.WITHHELD), OutcomeReason.WITHHELD_NUMBER),
        (Destination(NumberKind.INVALID), OutcomeReason.INVALID_NUMBER),
        (Destination(NumberKind.PREMIUM, "FR"), OutcomeReason.DESTINATION_REFUSED),
        (Destination(NumberKind.SHORT, "FR"), OutcomeReason.DESTINATION_REFUSED),
        (Destination(NumberKind.EMERGENCY, "FR"), OutcomeReason.DESTINATION_REFUSED),
        (Destination(NumberKind.ORDINARY, "KP"), OutcomeReason.DESTINATION_REFUSED),
    ],
)
def test_numbers_that_cannot_be_called_are_listed_for_hand(
    destination: Destination, reason: OutcomeReason
) -> None:
    """R9, S16: told so at once, listed when the call ends unanswered, never dialled."""
    stage = Stage("x")
    stage.occupy("x")
    call = stage.arrive(destination=destination)
    stage.press(call)
    assert stage.world.calls[call].prompt == "en/cannot_call_back"

    stage.caller_hangs_up(call)
    stage.hang_up("x")

    (request,) = stage.events(CallbackRequested)
    assert stage.outcome(request.callback_id) == failed(reason)
    assert [e.item_id for e in stage.events(OffersMade)] == ["call-1"]


def test_withheld_caller_who_left_a_voicemail_is_listed_too() -> None:
    """R9: a recording is not an answer."""
    stage = Stage("x", steps=[ring(ring_for=5), VOICEMAIL])
    stage.occupy("x")
    call = stage.arrive(customer=None, destination=Destination(NumberKind.WITHHELD))
    stage.press(call)
    stage.prompt_ends(call)
    stage.wait(5)
    stage.prompt_ends(call)
    stage.give(VoicemailRecorded(call, 7))

    stage.caller_hangs_up(call)

    assert stage.events(CallEnded)[-1].ending is CallEnding.VOICEMAIL_LEFT
    assert len(stage.events(CallbackClosed)) == 1


def test_withheld_caller_who_was_answered_is_not_listed() -> None:
    """R9: the place was kept, an agent talked to them, and there is nothing to follow up."""
    stage = Stage("x")
    stage.occupy("x")
    call = stage.arrive(customer=None, destination=Destination(NumberKind.WITHHELD))
    stage.press(call)
    stage.hang_up("x")
    stage.take("x")

    stage.caller_hangs_up(call)

    assert stage.events(CallbackRequested) == []


def test_notice_in_an_audio_step_takes_the_place_of_the_message() -> None:
    """R9: the flow goes on when the notice is over."""
    stage = Stage("x", steps=[audio("welcome", "ring"), ring(), VOICEMAIL])
    stage.occupy("x")
    call = stage.arrive(destination=Destination(NumberKind.WITHHELD))
    stage.press(call)
    assert any(isinstance(effect, StopPrompt) for effect in stage.effects)

    stage.prompt_ends(call)

    assert stage.waiting() == [call]


def test_notice_at_the_end_of_a_flow_is_followed_by_its_greeting() -> None:
    """R5, R9: asked in vain within the grace, the caller may still leave a message."""
    stage = Stage("x", steps=[audio("welcome", "voicemail"), VOICEMAIL])
    call = stage.arrive(destination=Destination(NumberKind.WITHHELD))
    stage.prompt_ends(call)
    stage.press(call)
    assert stage.world.calls[call].prompt == "en/cannot_call_back"
    stage.prompt_ends(call)
    assert stage.world.calls[call].prompt == "en/voicemail_greeting"

    stage.prompt_ends(call)

    assert isinstance(stage.effects[-1], RecordVoicemail)


def test_countries_beyond_the_own_one_can_be_allowed() -> None:
    """R9, R48: an open policy lets the request through."""
    stage = Stage("x")
    stage.configure_line(dialling=DiallingPolicy(countries=("FR", "BE")))
    call = stage.arrive(destination=Destination(NumberKind.ORDINARY, "BE"))

    callback = stage.ask(call)

    assert stage.rung_for("x") == callback
