"""Whisper and announcement across separations from the phone system, crashes and replays."""

import pytest

from ringback.core.effects import (
    ConnectAgent,
    Effect,
    Join,
    PlayPrompt,
)
from ringback.core.events import DialIntended, OutboundCallRestored
from ringback.core.ids import LegId
from ringback.core.inputs import (
    LegState,
    ListedLeg,
    PhoneSystemListed,
    PhoneSystemLost,
)
from ringback.core.outcomes import COMPLETED
from ringback.core.states import BeingConnected
from tests.scenarios.introducing import (
    BOTH,
    LIVE,
    dialled_callback,
    joins,
    message_ends,
    of_kind,
    playing,
    stage_with,
    taken_live_call,
)
from tests.scenarios.stage import Stage

# ---- separations -------------------------------------------------------------------------


def separated(stage: Stage, *up: LegId, ringing: tuple[LegId, ...] = ()) -> list[Effect]:
    """Lose the phone system and find these legs again; give what is ordered then."""
    stage.give(PhoneSystemLost())
    before = len(stage.effects)
    legs = [ListedLeg(leg, LegState.UP) for leg in up]
    legs += [ListedLeg(leg, LegState.RINGING) for leg in ringing]
    stage.give(PhoneSystemListed(tuple(legs)))
    return stage.effects[before:]


@pytest.mark.parametrize("said", ["whisper", "announcement"])
def test_live_introduction_goes_on_after_a_separation(said: str) -> None:
    """The same playback again: what still plays is not disturbed."""
    stage = stage_with(live=LIVE)
    call, leg = taken_live_call(stage)
    if said == "announcement":
        message_ends(stage, leg)
    on = leg if said == "whisper" else LegId(call)
    before = playing(stage, on)

    ordered = separated(stage, LegId(call), leg)

    assert [e.playback_id for e in ordered if isinstance(e, PlayPrompt)] == [before]
    assert of_kind(ordered, Join, ConnectAgent) == []
    message_ends(stage, on)
    if said == "whisper":
        message_ends(stage, LegId(call))
    assert joins(stage) == 1


def test_live_caller_whose_agent_was_lost_in_the_introduction_waits_again() -> None:
    """R34: same key, the ringing starts anew."""
    stage = stage_with(live=LIVE)
    call, leg = taken_live_call(stage)
    message_ends(stage, leg)
    assert isinstance(stage.world.calls[call].state, BeingConnected)

    separated(stage, LegId(call))

    assert stage.rung_for("x") == call
    assert joins(stage) == 0


def test_outbound_introduction_goes_on_after_a_separation() -> None:
    """R33: both legs are there; the messages are begun again and nobody is dialled."""
    stage = stage_with(**BOTH)
    callback, leg = dialled_callback(stage)
    stage.customer_answers(callback)
    customer = stage.customer_leg(callback)

    ordered = separated(stage, leg, customer)

    assert {e.leg_id for e in ordered if isinstance(e, PlayPrompt)} == {leg, customer}
    message_ends(stage, leg)
    message_ends(stage, customer)
    assert joins(stage) == 1
    assert len(stage.events(DialIntended)) == 1


def test_whisper_while_the_customer_is_dialled_is_begun_again() -> None:
    """R33: the customer's phone rings on, and the agent hears whom they are calling."""
    stage = stage_with(**BOTH)
    callback, leg = dialled_callback(stage)
    before = playing(stage, leg)

    ordered = separated(stage, leg, ringing=(stage.customer_leg(callback),))

    assert [e.playback_id for e in ordered if isinstance(e, PlayPrompt)] == [before]


@pytest.mark.parametrize("answered", [True, False])
def test_dial_without_a_whisper_says_nothing_after_a_separation(answered: bool) -> None:
    """R33: nothing was cut, so nothing is begun again."""
    stage = stage_with()
    callback, leg = dialled_callback(stage)
    customer = stage.customer_leg(callback)

    ordered = separated(
        stage, *((leg, customer) if answered else (leg,)), ringing=() if answered else (customer,)
    )

    assert of_kind(ordered, PlayPrompt) == []
    assert len(stage.events(OutboundCallRestored)) == 0


def test_customer_who_answered_unheard_hears_the_announcement() -> None:
    """R33: answered while the phone system could not be heard."""
    stage = stage_with(**BOTH)
    callback, leg = dialled_callback(stage)

    separated(stage, leg, stage.customer_leg(callback))
    message_ends(stage, leg)
    message_ends(stage, stage.customer_leg(callback))

    assert stage.outcome(callback) == COMPLETED
    assert joins(stage) == 1


def test_messages_over_in_a_separation_are_followed_by_one_conversation() -> None:
    """What should be over by then counts as over, once the phones are back."""
    stage = stage_with(**BOTH)
    callback, leg = dialled_callback(stage)
    stage.customer_answers(callback)
    customer = stage.customer_leg(callback)
    stage.give(PhoneSystemLost())
    stage.wait(61)

    ordered = separated(stage, leg, customer)

    assert len(of_kind(ordered, Join)) == 1
    assert of_kind(ordered, PlayPrompt) == []


def test_customer_who_was_reached_just_before_a_crash_is_joined_after_it() -> None:
    """S4, S8: the fact was on disk, the joining had not left; it is ordered again."""
    stage = stage_with()
    callback, leg = dialled_callback(stage)
    stage.customer_answers(callback)
    stage.effects.clear()

    ordered = separated(stage, leg, stage.customer_leg(callback))

    assert len(of_kind(ordered, Join)) == 1


def test_introduction_is_the_same_after_a_replay() -> None:
    """S21: half said, from the facts alone."""
    stage = stage_with(live=LIVE, **BOTH)
    callback, _ = dialled_callback(stage)
    stage.customer_answers(callback)

    replayed = stage.replayed()

    assert replayed.outbound_calls == stage.world.outbound_calls
    (call,) = replayed.outbound_calls.values()
    assert call.whisper is not None
    assert call.announcement is not None
