"""What is said before agent and customer hear each other: whisper and announcement."""

from dataclasses import replace

import pytest

from ringback.core.effects import (
    DialCustomer,
    HangUp,
    Join,
    PlayPrompt,
    StartMusic,
    StopPrompt,
)
from ringback.core.events import (
    AnnouncementStarted,
    CallConnected,
    CustomerConnected,
    CustomerPutOnHold,
    CustomerReached,
    WhisperEnded,
    WhisperStarted,
)
from ringback.core.ids import LegId
from ringback.core.inputs import (
    AgentPhoneAnswered,
    FailureCause,
    LegEnded,
    PromptFinished,
    PutOnHold,
)
from ringback.core.outcomes import COMPLETED, OutcomeReason, not_reached
from ringback.core.refusals import RefusalCode
from ringback.core.states import Talking, Waiting, agent_leg
from tests.scenarios.introducing import (
    ANNOUNCEMENT,
    BOTH,
    LIVE,
    LONG,
    X,
    dialled_callback,
    joins,
    message_ends,
    of_kind,
    playing,
    stage_with,
    taken_live_call,
)
from tests.scenarios.stage import VOICEMAIL, Stage, ring

# ---- off, and one by one -----------------------------------------------------------------


def test_nothing_is_said_unless_the_line_says_so() -> None:
    """R29: both settings are off at first."""
    stage = stage_with()
    callback, _ = dialled_callback(stage)
    stage.customer_answers(callback)

    assert not stage.events(WhisperStarted)
    assert not stage.events(AnnouncementStarted)
    assert stage.events(CustomerReached)[0].connected
    assert joins(stage) == 1


def test_live_caller_hears_music_while_the_agent_hears_the_whisper() -> None:
    """The music goes on, then the announcement, then they hear each other."""
    stage = stage_with(live=LIVE)
    call, leg = taken_live_call(stage)
    (whisper,) = stage.events(WhisperStarted)
    assert (whisper.agent_leg_id, whisper.prompt) == (leg, "en/call_intro@paris")
    assert of_kind(stage.effects, StartMusic, PlayPrompt)[0] == StartMusic(LegId(call), "waiting")
    assert joins(stage) == 0

    message_ends(stage, leg)
    assert stage.events(AnnouncementStarted)[0].prompt == ANNOUNCEMENT
    assert joins(stage) == 0
    message_ends(stage, LegId(call))

    assert isinstance(stage.world.calls[call].state, Talking)
    assert joins(stage) == 1


def test_whisper_alone_is_followed_by_the_conversation() -> None:
    """Each of the two stands for itself."""
    stage = stage_with(live={"whisper": True})
    _, leg = taken_live_call(stage)

    message_ends(stage, leg)

    assert isinstance(stage.effects[-1], Join)


def test_announcement_alone_begins_when_the_agent_is_there() -> None:
    """Nobody hears it in vain: an agent's phone is up already."""
    stage = stage_with(live={"announcement_prompt": ANNOUNCEMENT})
    call = stage.arrive()
    stage.accept("x")
    assert of_kind(stage.effects, PlayPrompt) == []

    stage.phone_up("x")

    assert stage.effects[-1] == PlayPrompt(
        LegId(call), stage.events(AnnouncementStarted)[0].playback_id, ANNOUNCEMENT
    )


def test_announcement_cuts_the_waiting_message_short() -> None:
    """What plays in turn while waiting does not delay the agent."""
    stage = Stage("x", steps=[ring(ring_for=3600, messages=("en/offer",)), VOICEMAIL])
    stage.configure_line(**LIVE)
    stage.occupy("x")
    stage.effects.clear()
    call = stage.arrive()
    stage.wait(5)
    turn = stage.world.calls[call].playback_id
    assert turn is not None
    stage.hang_up("x")
    leg = agent_leg(stage.offer_of("x"))
    stage.take("x")

    message_ends(stage, leg)

    assert StopPrompt(LegId(call), turn) in stage.effects
    stage.give(PromptFinished(LegId(call), turn))
    assert joins(stage) == 0


# ---- callbacks ---------------------------------------------------------------------------


def test_whisper_plays_while_the_customer_is_dialled() -> None:
    """No dead air, and the dial waits for nothing."""
    stage = stage_with(**BOTH)

    _, leg = dialled_callback(stage)

    dial, whisper = of_kind(stage.effects, DialCustomer, PlayPrompt)[-2:]
    assert isinstance(dial, DialCustomer)
    assert isinstance(whisper, PlayPrompt)
    assert (whisper.leg_id, whisper.prompt) == (leg, "en/callback_intro@paris")


def test_callback_is_completed_when_the_customer_answers_and_hears_the_announcement() -> None:
    """R31: whatever is still to be said, the customer has been reached."""
    stage = stage_with(**BOTH)
    callback, leg = dialled_callback(stage)
    message_ends(stage, leg)

    stage.customer_answers(callback)

    assert stage.outcome(callback) == COMPLETED
    assert playing(stage, stage.customer_leg(callback))
    assert joins(stage) == 0


@pytest.mark.parametrize("whisper_first", [True, False])
def test_customer_and_agent_are_joined_when_both_messages_are_over(whisper_first: bool) -> None:
    """Whichever is longer."""
    stage = stage_with(**BOTH)
    callback, leg = dialled_callback(stage)
    stage.customer_answers(callback)
    legs = [leg, stage.customer_leg(callback)]
    first, second = legs if whisper_first else legs[::-1]

    message_ends(stage, first)
    assert joins(stage) == 0
    message_ends(stage, second)

    assert joins(stage) == 1
    assert len(stage.events(CustomerConnected)) == 1


def test_settings_of_the_request_hold_for_the_callback() -> None:
    """R4: frozen at the request, like the rest."""
    stage = stage_with(**BOTH)
    callback = stage.ask(stage.arrive())
    stage.settings = replace(stage.settings, whisper=False, announcement_prompt=None)
    stage.configure_line()

    stage.take("x")
    stage.customer_answers(callback)

    assert len(stage.events(WhisperStarted)) == len(stage.events(AnnouncementStarted)) == 1


# ---- what can end in between ---------------------------------------------------------------


def test_messages_reported_over_twice_or_late_join_once() -> None:
    """S23: duplicated, late and foreign reports change nothing."""
    stage = stage_with(**BOTH)
    callback, leg = dialled_callback(stage)
    whisper = PromptFinished(leg, playing(stage, leg))
    stage.give(whisper)
    stage.give(whisper)
    stage.customer_answers(callback)
    stage.give(whisper)
    stage.customer_answers(callback)
    announcement = PromptFinished(
        stage.customer_leg(callback), playing(stage, stage.customer_leg(callback))
    )

    for report in (announcement, announcement, whisper):
        stage.give(report)

    assert joins(stage) == 1
    assert len(stage.events(WhisperEnded)) == 1


@pytest.mark.parametrize("said", ["whisper", "announcement"])
def test_message_whose_end_is_never_reported_keeps_nobody_waiting(said: str) -> None:
    """A minute is longer than any message; joining cuts off what still plays."""
    stage = stage_with(live=LIVE, **BOTH)
    _, leg = taken_live_call(stage)
    if said == "announcement":
        message_ends(stage, leg)

    stage.wait(60)
    stage.wait(60)

    assert len(stage.events(CallConnected)) == 1
    assert joins(stage) == 1


def test_unreported_ends_of_an_outbound_calls_messages_keep_nobody_waiting() -> None:
    """The same for a customer who was called."""
    stage = stage_with(**BOTH)
    callback, _ = dialled_callback(stage)
    stage.customer_answers(callback)

    stage.wait(60)

    assert joins(stage) == 1


def test_caller_who_hangs_up_during_the_whisper_frees_the_agent() -> None:
    """S8: nobody is connected to nobody."""
    stage = stage_with(live=LIVE)
    call, leg = taken_live_call(stage)

    stage.caller_hangs_up(call)

    assert HangUp(leg) in stage.effects
    assert stage.world.agents[X].offer is None
    message = PromptFinished(leg, playing(stage, leg))
    assert stage.give(message) == []
    assert joins(stage) == 0


@pytest.mark.parametrize("said", ["whisper", "announcement"])
@pytest.mark.parametrize("by", ["phone", "page"])
def test_agent_who_hangs_up_before_talking_leaves_the_caller_in_the_queue(
    said: str, by: str
) -> None:
    """R29: their ring-out; the caller keeps the key, hears the music, and others are rung."""
    stage = stage_with("x", "y", live=LIVE)
    stage.occupy("y")
    stage.effects.clear()
    call, leg = taken_live_call(stage)
    if said == "announcement":
        message_ends(stage, leg)

    if by == "phone":
        stage.give(LegEnded(leg))
    else:
        stage.hang_up("x")
    stage.hang_up("y")

    assert isinstance(stage.world.calls[call].state, Waiting)
    assert stage.rung_for("y") == call
    assert stage.world.calls[call].playback_id is None
    cut = [e for e in stage.effects if isinstance(e, StopPrompt)]
    assert len(cut) == (said == "announcement")
    assert joins(stage) == 0


def test_next_agent_brings_the_whole_introduction_again() -> None:
    """What one agent broke off is said anew for the next."""
    stage = stage_with("x", "y", live=LIVE)
    stage.occupy("y")
    stage.effects.clear()
    call, leg = taken_live_call(stage)
    message_ends(stage, leg)
    stage.give(LegEnded(leg))
    stage.hang_up("y")
    other = agent_leg(stage.offer_of("y"))
    stage.take("y")

    message_ends(stage, other)
    message_ends(stage, LegId(call))

    assert len(stage.events(WhisperStarted)) == len(stage.events(AnnouncementStarted)) == 2
    assert joins(stage) == 1


@pytest.mark.parametrize("who", ["customer", "agent"])
def test_outbound_call_ends_when_either_hangs_up_during_the_announcement(who: str) -> None:
    """R31, S20: completed all the same; the other leg is let go."""
    stage = stage_with(**BOTH)
    callback, leg = dialled_callback(stage)
    message_ends(stage, leg)
    stage.customer_answers(callback)
    customer = stage.customer_leg(callback)

    stage.give(LegEnded(customer if who == "customer" else leg))

    assert stage.outcome(callback) == COMPLETED
    assert stage.world.outbound_calls == {}
    assert {HangUp(leg), HangUp(customer)} <= set(stage.effects)
    assert stage.give(PromptFinished(customer, playing(stage, customer))) == []
    assert joins(stage) == 0


def test_customer_who_is_not_reached_ends_the_whisper_with_the_call() -> None:
    """R32: the agent's leg ends, whatever plays on it."""
    stage = stage_with(**BOTH)
    callback, leg = dialled_callback(stage)

    stage.customer_fails(callback, FailureCause.BUSY)

    assert stage.outcome(callback) == not_reached(OutcomeReason.CUSTOMER_BUSY)
    assert HangUp(leg) in stage.effects
    assert stage.give(PromptFinished(leg, playing(stage, leg))) == []


def test_desk_phone_that_answers_hears_the_whisper() -> None:
    """The same for a phone that rang."""
    stage = Stage("x", desk=["x"], steps=LONG)
    stage.configure_line(**LIVE)
    stage.arrive()
    leg = agent_leg(stage.offer_of("x"))

    stage.give(AgentPhoneAnswered(leg))

    assert stage.events(WhisperStarted)[0].agent_leg_id == leg


def test_nobody_is_put_on_hold_before_all_is_said() -> None:
    """R29, R30: agent and customer do not hear each other yet."""
    stage = stage_with(**BOTH)
    callback, leg = dialled_callback(stage)
    stage.customer_answers(callback)
    message_ends(stage, leg)
    assert stage.refuses(PutOnHold(X)).code is RefusalCode.NOT_IN_CONVERSATION

    message_ends(stage, stage.customer_leg(callback))

    stage.give(PutOnHold(X))
    assert len(stage.events(CustomerPutOnHold)) == 1
