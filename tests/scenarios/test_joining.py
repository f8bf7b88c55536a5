"""Requests that must not join a callback, however much they resemble it (R10)."""

from ringback.core.events import RequestJoined
from ringback.core.settings import CallbackMode
from tests.scenarios.stage import TWO_TEAMS, VOICEMAIL, Stage, in_turn, ring


def test_request_on_another_line_does_not_join() -> None:
    """R10: even where both lines share the queue."""
    stage = Stage("x")
    stage.configure_line("london")
    stage.occupy("x")
    callback = stage.ask(stage.arrive(customer="marie"))
    again = stage.arrive("london", customer="marie")

    stage.press(again)

    assert stage.events(RequestJoined) == []
    assert stage.waiting() == [callback, stage.requested(again)]


def test_request_at_another_step_does_not_join() -> None:
    """R10: the first one still waits for team a, the second has moved on to team b."""
    stage = Stage("x", "y", teams=TWO_TEAMS, steps=in_turn(20, 600))
    stage.occupy("x", "y")
    callback = stage.ask(stage.arrive(customer="marie"))
    again = stage.arrive(customer="marie")
    stage.wait(20)
    assert (stage.waiting("ring-a"), stage.waiting("ring-b")) == ([callback], [again])

    stage.press(again)

    assert stage.waiting("ring-b") == [stage.requested(again)]
    assert stage.requested(again) != callback


def test_manual_request_does_not_join_one_on_another_line() -> None:
    """R10: pending requests of one customer on two lines are two."""
    stage = Stage("x", mode=CallbackMode.MANUAL)
    stage.configure_line("london")
    stage.occupy("x")
    callback = stage.ask(stage.arrive(customer="marie"))

    other = stage.ask(stage.arrive("london", customer="marie"))

    assert other != callback
    assert list(stage.world.callbacks) == [callback, other]


def test_two_callbacks_that_meet_later_stay_two() -> None:
    """R10: the second was asked for at another step, and comes to the first one's queue."""
    stage = Stage(
        "x",
        "y",
        teams=TWO_TEAMS,
        steps=[*in_turn(20, 600)[:1], ring("ring-b", team="b"), VOICEMAIL],
    )
    stage.occupy("y")
    early = stage.arrive(customer="marie")
    stage.wait(20)
    first = stage.ask(early)
    second = stage.ask(stage.arrive(customer="marie"))

    stage.decline("x")

    assert stage.waiting("ring-b") == [first, second]
