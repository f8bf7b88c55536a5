"""The estimated wait: from the calls just answered, told to those who wait (R45)."""

from dataclasses import replace
from datetime import timedelta

import pytest

from ringback.core.estimate import SPOKEN_MINUTES, estimated_wait, spoken_estimate
from ringback.core.events import MessagePassedOver, NoticeStarted, WaitEstimated
from ringback.core.flow import RingStep, WaitingExperience
from ringback.core.ids import CallId, FlowId, StepId
from ringback.core.inputs import PublishFlow
from ringback.core.states import Confirming
from ringback.speech.catalogue import Language, Prompt
from tests.scenarios.stage import START, VOICEMAIL, Stage, flow_of, ring

MAIN, RING = FlowId("main"), StepId("ring")


def telling(
    *, every: float = 60, messages: tuple[str, ...] = (), above: float | None = None
) -> RingStep:
    """A ring step that tells the estimated wait."""
    experience = WaitingExperience(
        messages=messages,
        message_every=timedelta(seconds=20),
        offer_above=None if above is None else timedelta(seconds=above),
        tell_wait=True,
        tell_wait_every=timedelta(seconds=every),
    )
    return replace(ring(ring_for=3600), waiting=experience)


def busy_stage(step: RingStep) -> Stage:
    """One agent, on a call of their own."""
    stage = Stage("x", steps=[step, VOICEMAIL])
    stage.occupy("x")
    return stage


def answered_after(stage: Stage, seconds: float) -> CallId:
    """Let a call wait for so long, be answered, and end."""
    call_id = stage.arrive()
    stage.wait(seconds)
    stage.hang_up("x")
    stage.take("x")
    return call_id


def estimate(stage: Stage) -> timedelta | None:
    return estimated_wait(stage.world, MAIN, RING, stage.now)


def told(stage: Stage, call_id: CallId) -> list[tuple[float, str | None]]:
    """When, after the start, and by which message a caller was told the wait."""
    return [
        ((fact.at - START).total_seconds(), fact.event.prompt)
        for fact in stage.facts
        if isinstance(fact.event, WaitEstimated) and fact.event.call_id == call_id
    ]


# ---- the estimate --------------------------------------------------------------------------


def test_estimate_is_the_mean_of_the_answered_the_latest_weighing_most() -> None:
    """R45: each weighs 1/(1 + minutes ago)."""
    stage = busy_stage(telling())
    assert estimate(stage) is None
    answered_after(stage, 120)
    assert estimate(stage) == timedelta(seconds=120)
    answered_after(stage, 60)

    expected = (120 / 2 + 60 / 1) / (1 / 2 + 1)
    assert estimate(stage) == timedelta(seconds=expected)
    stage.wait(60)
    later = (120 / 3 + 60 / 2) / (1 / 3 + 1 / 2)
    assert estimate(stage) == timedelta(seconds=later)


def test_answers_older_than_ten_minutes_do_not_count() -> None:
    """R45: and with the last of them there is no estimate any more."""
    stage = busy_stage(telling())
    answered_after(stage, 30)

    stage.wait(599)
    before = estimate(stage)
    stage.wait(1)

    assert before == timedelta(seconds=30)
    assert estimate(stage) is None


def test_estimate_is_of_its_step_whatever_the_version_of_the_flow() -> None:
    """R45: a new version does not begin without one, another step does."""
    stage = busy_stage(telling())
    answered_after(stage, 30)

    stage.give(PublishFlow(flow_of(telling(every=90), VOICEMAIL)))

    assert estimate(stage) == timedelta(seconds=30)
    assert estimated_wait(stage.world, FlowId("only-x"), RING, stage.now) == timedelta(0)
    assert estimated_wait(stage.world, MAIN, StepId("other"), stage.now) is None


def test_only_the_last_two_hundred_answers_are_kept() -> None:
    """R45: the memory that an estimate takes is bounded."""
    stage = Stage("x", steps=[telling(), VOICEMAIL])

    for _ in range(210):
        stage.arrive()
        stage.take("x")
        stage.hang_up("x")

    assert len(stage.world.answered[MAIN, RING]) == 200


def test_replay_estimates_the_same() -> None:
    """S21, R45: what the estimate is made of comes from the journal."""
    stage = busy_stage(telling())
    answered_after(stage, 45)

    again = stage.replayed()

    assert again.answered == stage.world.answered
    assert estimated_wait(again, MAIN, RING, stage.now) == timedelta(seconds=45)


# ---- telling it ----------------------------------------------------------------------------


def test_caller_is_told_after_thirty_seconds_and_then_at_the_interval() -> None:
    """R45: the interval runs from one telling to the next."""
    stage = busy_stage(telling(every=60))
    answered_after(stage, 100)
    waiting = stage.arrive()
    arrived = (stage.now - START).total_seconds()

    stage.wait(30)
    assert stage.world.calls[waiting].prompt == "en/wait_about_2_minutes"
    stage.prompt_ends(waiting)
    stage.wait(60)
    stage.prompt_ends(waiting)

    assert told(stage, waiting) == [
        (arrived + 30, "en/wait_about_2_minutes"),
        (arrived + 90, "en/wait_about_2_minutes"),
    ]


def test_nothing_is_told_without_an_estimate_and_is_looked_for_again() -> None:
    """R45: a caller hears no number that nothing is known of."""
    stage = busy_stage(telling(every=60))
    waiting = stage.arrive()

    stage.wait(30)
    silent = stage.world.calls[waiting].prompt
    stage.wait(60)

    assert silent is None
    assert [prompt for _, prompt in told(stage, waiting)] == [None, None]


def test_ring_step_that_does_not_tell_says_nothing() -> None:
    """R45: off unless the step asks for it."""
    stage = busy_stage(ring(ring_for=3600))
    answered_after(stage, 100)
    waiting = stage.arrive()

    stage.wait(120)

    assert told(stage, waiting) == []


def test_estimate_waits_for_the_end_of_a_message_and_the_other_way_round() -> None:
    """R45: one thing is heard at a time."""
    stage = busy_stage(telling(every=15, messages=("en/offer",)))
    answered_after(stage, 100)
    waiting = stage.arrive()
    call = stage.world.calls[waiting]
    stage.wait(2)
    assert call.prompt == "en/offer"

    stage.wait(40)
    during = call.prompt
    stage.prompt_ends(waiting)
    after = call.prompt
    stage.wait(25)
    still = call.prompt
    stage.prompt_ends(waiting)

    assert (during, after, still) == (
        "en/offer",
        "en/wait_about_2_minutes",
        "en/wait_about_2_minutes",
    )
    assert call.prompt == "en/wait_about_2_minutes"


def test_star_works_while_the_estimate_is_heard() -> None:
    """R5, R45: in any case."""
    stage = busy_stage(telling())
    answered_after(stage, 100)
    waiting = stage.arrive()
    stage.wait(30)

    stage.press(waiting)

    assert isinstance(stage.world.calls[waiting].state, Confirming)


@pytest.mark.parametrize(
    ("seconds", "message"),
    [
        (0, "wait_less_than_a_minute"),
        (59, "wait_less_than_a_minute"),
        (60, "wait_about_1_minutes"),
        (61, "wait_about_2_minutes"),
        (600, "wait_about_10_minutes"),
        (601, "wait_about_15_minutes"),
        (3600, "wait_about_60_minutes"),
        (3601, "wait_more_than_an_hour"),
    ],
)
def test_wait_is_told_in_whole_minutes_rounded_up(seconds: int, message: str) -> None:
    """R45: nobody is promised less than the mean."""
    assert spoken_estimate("fr", timedelta(seconds=seconds)) == f"fr/{message}"


def test_every_wait_that_can_be_told_has_its_recording() -> None:
    """R45: in every language Ringback speaks."""
    waits = [timedelta(0), timedelta(hours=2), *(timedelta(minutes=n) for n in SPOKEN_MINUTES)]

    named = {spoken_estimate(language, wait) for language in Language for wait in waits}

    assert named == {
        f"{language}/{prompt}"
        for language in Language
        for prompt in Prompt
        if prompt.value.startswith("wait_")
    }


# ---- the offer message ---------------------------------------------------------------------


def test_offer_is_withheld_while_the_estimate_is_short() -> None:
    """R45: whoever waits not much longer need not be told how not to."""
    stage = busy_stage(telling(messages=("en/offer",), above=60))
    answered_after(stage, 30)
    waiting = stage.arrive()

    stage.wait(2)

    assert stage.world.calls[waiting].prompt is None
    assert [event.call_id for event in stage.events(MessagePassedOver)][-1] == waiting


def test_offer_is_played_above_the_threshold_and_while_nothing_is_known() -> None:
    """R45: a wait that is not known may be long."""
    stage = busy_stage(telling(messages=("en/offer",), above=60))
    unknown = stage.arrive()
    stage.wait(2)
    assert stage.world.calls[unknown].prompt == "en/offer"
    stage.wait(98)
    stage.hang_up("x")
    stage.take("x")

    known = stage.arrive()
    stage.wait(2)

    assert stage.world.calls[known].prompt == "en/offer"
    assert stage.events(MessagePassedOver) == []
    assert len(stage.events(NoticeStarted)) == 2


def test_star_works_where_the_offer_was_withheld() -> None:
    """R5, R45: the threshold limits the message, not the key."""
    stage = busy_stage(telling(messages=("en/offer",), above=60))
    answered_after(stage, 30)
    waiting = stage.arrive()
    stage.wait(2)

    stage.press(waiting)

    assert isinstance(stage.world.calls[waiting].state, Confirming)


def test_passed_over_message_has_its_turn_at_the_next_interval() -> None:
    """R45: the estimate of that moment decides."""
    stage = busy_stage(telling(every=3600, messages=("en/offer",), above=60))
    answered_after(stage, 30)
    waiting = stage.arrive()
    stage.wait(2)

    stage.wait(620)

    assert stage.world.calls[waiting].prompt == "en/offer"
