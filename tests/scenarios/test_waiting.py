"""Waiting: one order for callers and callbacks, places kept and reset (R11 to R18)."""

from datetime import timedelta

from ringback.core.effects import PlayPrompt, StartMusic, StopPrompt
from ringback.core.events import (
    AttemptFailed,
    AttemptStarted,
    FlowPublished,
    NoticeStarted,
    QueueJoined,
)
from ringback.core.flow import RingRule, Step
from ringback.core.ids import LegId
from ringback.core.inputs import PublishFlow
from ringback.core.outcomes import OutcomeReason, failed
from ringback.core.settings import AccountSettings
from ringback.core.states import AtEnd, Waiting
from tests.scenarios.stage import TWO_TEAMS, VOICEMAIL, Stage, audio, flow_of, in_turn, ring


def test_lines_that_share_a_flow_share_its_queues() -> None:
    """R11: one queue, one order."""
    stage = Stage("x")
    stage.configure_line("london")
    stage.occupy("x")
    paris, london = stage.arrive(), stage.arrive("london")

    callback = stage.ask(paris)

    assert stage.waiting() == [callback, london]


def test_priority_lines_come_first() -> None:
    """R11: class first, then the order key; a callback keeps its line's class."""
    stage = Stage("x")
    stage.configure_line("vip", priority=True)
    stage.occupy("x")
    ordinary = stage.arrive()
    vip = stage.arrive("vip")
    callback = stage.ask(stage.arrive("vip"))

    stage.hang_up("x")

    assert stage.waiting() == [vip, callback, ordinary]
    assert stage.rung_for("x") == vip


def test_nobody_is_overtaken_by_a_request() -> None:
    """R12: who was ahead stays ahead, who was behind stays behind."""
    stage = Stage("x")
    stage.occupy("x")
    ahead, asking, behind = stage.arrive(), stage.arrive(), stage.arrive()

    callback = stage.ask(asking)

    assert stage.waiting() == [ahead, callback, behind]


def test_request_before_any_queue_joins_at_the_back() -> None:
    """R13: it walks on at once, settled or not."""
    stage = Stage("x", steps=[audio("welcome", "ring"), ring(ring_for=600), VOICEMAIL])
    stage.occupy("x")
    waiting = stage.arrive()
    stage.prompt_ends(waiting)
    asking = stage.arrive()

    stage.press(asking)

    assert stage.waiting() == [waiting, stage.requested(asking)]


def test_request_behind_a_ring_step_does_not_go_back_to_it() -> None:
    """R13: from the message between two teams the way leads on, not to the first team."""
    steps: list[Step] = [
        ring("ring-a", team="a", ring_for=10, then="sorry"),
        audio("sorry", "ring-b"),
        ring("ring-b", team="b"),
        VOICEMAIL,
    ]
    stage = Stage("x", "y", teams=TWO_TEAMS, steps=steps)
    stage.occupy("x", "y")
    call = stage.arrive()
    stage.wait(10)

    stage.press(call)

    callback = stage.requested(call)
    assert (stage.waiting("ring-a"), stage.waiting("ring-b")) == ([], [callback])


def test_moving_to_another_step_goes_to_the_back() -> None:
    """R14: the place resets at each ring step."""
    stage = Stage(
        "x",
        "y",
        teams=TWO_TEAMS,
        steps=[
            ring("ring-a", team="a", ring_for=20, then="ring-b"),
            ring("ring-b", team="b", ring_for=900),
            VOICEMAIL,
        ],
    )
    stage.occupy("y")
    callback = stage.ask(stage.arrive())
    stage.offline("x")
    later = stage.arrive()
    stage.online("x")

    assert stage.waiting("ring-b") == [callback, later]
    joined = [e.step_id for e in stage.events(QueueJoined) if e.item_id == callback]
    assert joined == ["ring-b"]


def test_callback_moved_to_another_step_joins_behind_those_who_wait_there() -> None:
    """R14: also behind a caller who had come after the request."""
    stage = Stage("x", "y", teams=TWO_TEAMS, steps=in_turn(20, 600))
    stage.occupy("x", "y")
    callback = stage.ask(stage.arrive())
    later = stage.arrive()
    stage.wait(20)
    assert (stage.waiting("ring-a"), stage.waiting("ring-b")) == ([callback], [later])

    stage.offline("x")

    assert stage.waiting("ring-b") == [later, callback]


def test_items_moved_by_one_input_keep_their_order() -> None:
    """R11: the keys follow the former order."""
    stage = Stage(
        "x",
        "y",
        teams=TWO_TEAMS,
        steps=in_turn(900, 900),
    )
    stage.occupy("x", "y")
    first, second, third = stage.arrive(), stage.arrive(), stage.arrive()
    callback = stage.ask(first)

    stage.offline("x")

    assert stage.waiting("ring-b") == [callback, second, third]


def test_retry_follows_the_same_routing_from_the_point_of_the_request() -> None:
    """R15: not from the beginning of the flow."""
    stage = Stage(
        "x",
        "y",
        teams=TWO_TEAMS,
        steps=[
            ring("ring-a", team="a", ring_for=10, then="ring-b"),
            ring("ring-b", team="b", ring_for=10),
            VOICEMAIL,
        ],
        retries=1,
    )
    call = stage.arrive()
    stage.wait(10)
    callback = stage.ask(call)

    stage.wait(60)

    joined = [e.step_id for e in stage.events(QueueJoined) if e.item_id == callback]
    assert joined == ["ring-b"]
    assert stage.outcome(callback) == failed(OutcomeReason.NO_ANSWER)


def test_five_retries_are_six_attempts() -> None:
    """R16, S5: numbered without a gap."""
    never_away = AccountSettings(ring_outs_in_row_max=0)
    steps: list[Step] = [ring(ring_for=10), VOICEMAIL]
    stage = Stage("x", retries=5, account=never_away, steps=steps)
    callback = stage.ask(stage.arrive())

    stage.wait(200)

    assert [e.attempt_number for e in stage.events(AttemptFailed)] == [1, 2, 3, 4, 5, 6]
    assert [e.attempt_number for e in stage.events(AttemptStarted)] == [2, 3, 4, 5, 6]
    assert stage.outcome(callback) == failed(OutcomeReason.NO_ANSWER)


def test_callback_passes_audio_silently() -> None:
    """R17: no message, no time."""
    stage = Stage("x", steps=[audio("one", "two"), audio("two", "ring"), ring(), VOICEMAIL])
    call = stage.arrive()

    stage.press(call)

    assert stage.waiting() == [stage.requested(call)]


def test_request_at_a_dead_end_fails_at_once() -> None:
    """R18: behind the last ring step nothing rings."""
    stage = Stage("x", steps=[audio("sorry", "voicemail"), VOICEMAIL])
    call = stage.arrive()
    stage.prompt_ends(call)
    assert isinstance(stage.world.calls[call].state, AtEnd)

    stage.press(call)

    assert stage.outcome(stage.requested(call)) == failed(OutcomeReason.NO_RING_STEP)


def test_those_waiting_stay_in_the_version_they_entered() -> None:
    """R4, R11: a newly published flow takes in new calls; account-wide, older items go first."""
    stage = Stage("x")
    stage.occupy("x")
    old = stage.arrive()
    stage.give(PublishFlow(flow_of(ring(ring_for=120), VOICEMAIL)))
    new = stage.arrive()
    assert stage.events(FlowPublished)[-1].version == 2
    assert (stage.waiting(), stage.waiting(flow="main@2")) == ([old], [new])

    stage.hang_up("x")

    assert stage.rung_for("x") == old


def test_waiting_callers_hear_music_and_messages_in_turn() -> None:
    """R3: the message offering a callback comes soon, then at its interval."""
    stage = Stage("x", steps=[ring(ring_for=600, messages=("en/offer", "en/news")), VOICEMAIL])
    stage.occupy("x")
    call = stage.arrive()
    assert StartMusic(LegId(call), "waiting") in stage.effects
    stage.wait(2)
    assert stage.world.calls[call].prompt == "en/offer"
    stage.prompt_ends(call)

    stage.wait(30)

    assert [e.prompt for e in stage.events(NoticeStarted)] == ["en/offer", "en/news"]
    assert isinstance(stage.effects[-1], PlayPrompt)


def test_message_does_not_talk_into_the_next_step() -> None:
    """R20: what plays is stopped when the step is over."""
    stage = Stage("x", steps=[ring(ring_for=5, messages=("en/offer",)), VOICEMAIL])
    stage.occupy("x")
    call = stage.arrive()
    stage.wait(2)
    playback = stage.world.calls[call].playback_id

    stage.wait(3)

    assert StopPrompt(call, playback) in stage.effects  # type: ignore[arg-type]


def test_live_caller_goes_on_when_the_step_is_over() -> None:
    """R20: to the next step, at the back of its queue."""
    stage = Stage(
        "x",
        "y",
        teams=TWO_TEAMS,
        steps=[
            ring("ring-a", team="a", ring_for=20, then="ring-b"),
            ring("ring-b", team="b"),
            VOICEMAIL,
        ],
    )
    call = stage.arrive()

    stage.wait(20)

    assert stage.rung_for("x") is None
    assert stage.rung_for("y") == call
    assert isinstance(stage.world.calls[call].state, Waiting)


def test_longest_idle_takes_turns() -> None:
    """R20: who has been idle longest is rung first, one by one, each once."""
    stage = Stage(
        "x", "y", steps=[ring(rule=RingRule.LONGEST_IDLE, ring_for=90, each=30), VOICEMAIL]
    )
    stage.now += timedelta(seconds=1)
    stage.occupy("x")
    stage.hang_up("x")
    call = stage.arrive()
    assert stage.rung_for("y") == call
    stage.wait(30)
    assert (stage.rung_for("y"), stage.rung_for("x")) == (None, call)

    stage.wait(30)

    assert isinstance(stage.world.calls[call].state, AtEnd)
