"""What keeps a flow from being published, told whole: code, step and detail (R20)."""

from dataclasses import replace
from datetime import date, time, timedelta
from itertools import pairwise
from typing import Any

import pytest

from ringback.core.calendars import OpeningPeriod, SpecialDates, WeeklyHours
from ringback.core.flow import (
    STEPS_MAX,
    DatesStep,
    Flow,
    FlowProblem,
    HangUpStep,
    HoursStep,
    MenuChoice,
    MenuStep,
    Step,
    VoicemailStep,
    WaitingExperience,
)
from ringback.core.flow_check import problems
from ringback.core.ids import FlowId, StepId
from tests.scenarios.stage import GOODBYE, VOICEMAIL, audio, flow_of, ring

WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


def menu(*digits: str, **settings: Any) -> Flow:
    """A flow whose menu leads to voicemail with each of these keys."""
    choices = tuple(MenuChoice(digit, StepId("voicemail")) for digit in digits)
    step = MenuStep(StepId("menu"), "en/menu", choices)
    return flow_of(replace(step, **settings), VOICEMAIL)


def told_every(seconds: float) -> Flow:
    """A flow whose waiting callers hear a message that often."""
    experience = WaitingExperience(messages=("en/offer",), message_every=timedelta(seconds=seconds))
    return flow_of(replace(ring(), waiting=experience), VOICEMAIL)


def recording(seconds: float) -> Flow:
    return flow_of(replace(VOICEMAIL, record_for_max=timedelta(seconds=seconds)))


def opening(weekday: int, opens: time, closes: time, zone: str = "Europe/Paris") -> Flow:
    hours = WeeklyHours(zone, (OpeningPeriod(weekday, opens, closes),))
    ways = (StepId("voicemail"), StepId("voicemail"))
    return flow_of(HoursStep(StepId("hours"), hours, *ways), VOICEMAIL)


def special(first: int, last: int, zone: str = "Europe/Paris") -> Flow:
    dates = SpecialDates("Holiday", date(2026, 7, first), date(2026, 7, last))
    ways = (StepId("voicemail"), StepId("voicemail"))
    return flow_of(DatesStep(StepId("dates"), zone, (dates,), *ways), VOICEMAIL)


def long(count: int) -> Flow:
    """A flow of so many messages one after the other."""
    names = [f"step-{number}" for number in range(count)]
    steps: list[Step] = [audio(one, then) for one, then in pairwise(names)]
    return flow_of(*steps, HangUpStep(StepId(names[-1])))


def problem(code: str, step: str | None, detail: str) -> FlowProblem:
    return FlowProblem(code, None if step is None else StepId(step), detail)


NOT_A_KEY = problem("menu-key-not-usable", "menu", "each of 0 to 9 and # once, never *")


@pytest.mark.parametrize(
    ("flow", "found"),
    [
        (Flow(FlowId("f"), "f", StepId("no"), (VOICEMAIL,)), problem("unknown-step", None, "no")),
        (flow_of(audio("a", "no")), problem("unknown-step", "a", "no")),
        (flow_of(audio("a", "b"), audio("b", "a")), problem("loop", "b", "a")),
        (flow_of(audio("a", "a")), problem("loop", "a", "a")),
        (flow_of(audio("a", "")), problem("no-end", "a", "a branch leads nowhere")),
        (
            flow_of(VOICEMAIL, replace(GOODBYE, id=StepId("lost"))),
            problem("unreachable-step", "lost", "lost"),
        ),
        (
            flow_of(VOICEMAIL, VOICEMAIL),
            problem("repeated-step", None, "two steps bear the same id"),
        ),
        (long(STEPS_MAX + 1), problem("too-many-steps", None, "501")),
    ],
)
def test_ways_that_lead_wrong_are_told(flow: Flow, found: FlowProblem) -> None:
    """R20: every branch leads to a step, and none of them back."""
    assert problems(flow) == [found]


def test_flow_may_have_as_many_steps_as_it_may() -> None:
    """R20: the longest flow is no problem."""
    assert problems(long(STEPS_MAX)) == []


@pytest.mark.parametrize(
    ("flow", "found"),
    [
        (
            flow_of(ring(ring_for=4.9), VOICEMAIL),
            problem("ring-time-out-of-range", "ring", "ring_for: 5 to 3600 seconds"),
        ),
        (
            flow_of(ring(ring_for=3600.1), VOICEMAIL),
            problem("ring-time-out-of-range", "ring", "ring_for: 5 to 3600 seconds"),
        ),
        (
            flow_of(ring(each=4.9), VOICEMAIL),
            problem("ring-time-out-of-range", "ring", "ring_each_for: 5 to 3600 seconds"),
        ),
        (
            flow_of(ring(each=3600.1), VOICEMAIL),
            problem("ring-time-out-of-range", "ring", "ring_each_for: 5 to 3600 seconds"),
        ),
        (told_every(4.9), problem("message-interval-too-short", "ring", "at least 5 seconds")),
        (told_every(3600.1), problem("message-interval-too-long", "ring", "at most 3600 seconds")),
        (recording(0.9), problem("recording-time-out-of-range", "voicemail", "1 to 3600 seconds")),
        (
            recording(3600.1),
            problem("recording-time-out-of-range", "voicemail", "1 to 3600 seconds"),
        ),
        (menu("1", times=0), problem("menu-repeats-out-of-range", "menu", "1 to 5")),
        (menu("1", times=6), problem("menu-repeats-out-of-range", "menu", "1 to 5")),
        (
            menu("1", answer_within=timedelta(seconds=0.9)),
            problem("menu-wait-out-of-range", "menu", "1 to 30 seconds"),
        ),
        (
            menu("1", answer_within=timedelta(seconds=30.1)),
            problem("menu-wait-out-of-range", "menu", "1 to 30 seconds"),
        ),
    ],
)
def test_times_out_of_their_bounds_are_told_with_the_bounds(flow: Flow, found: FlowProblem) -> None:
    """R20: just beyond either bound."""
    assert problems(flow) == [found]


@pytest.mark.parametrize(
    "flow",
    [
        flow_of(ring(ring_for=5, each=5), VOICEMAIL),
        flow_of(ring(ring_for=3600, each=3600), VOICEMAIL),
        told_every(5),
        told_every(3600),
        recording(1),
        recording(3600),
        menu("1", times=1),
        menu("1", times=5),
        menu("1", answer_within=timedelta(seconds=1)),
        menu("1", answer_within=timedelta(seconds=30)),
        menu(*"0123456789#"),
        menu(no_choice=StepId("voicemail")),
        flow_of(replace(ring(), waiting=WaitingExperience(message_every=timedelta(0))), VOICEMAIL),
        special(14, 14),
    ],
)
def test_times_at_their_bounds_are_no_problem(flow: Flow) -> None:
    """R20: both bounds belong to what may be set; an interval of no messages is not asked about."""
    assert problems(flow) == []


@pytest.mark.parametrize(
    ("flow", "found"),
    [
        (menu("1", "1"), [NOT_A_KEY]),
        (menu("1", "*"), [NOT_A_KEY]),
        (menu("12"), [NOT_A_KEY]),
        (menu(""), [NOT_A_KEY]),
        (
            menu(),
            [
                problem("no-end", "menu", "a menu leads somewhere"),
                problem("unreachable-step", "voicemail", "voicemail"),
            ],
        ),
    ],
)
def test_keys_of_a_menu_are_told(flow: Flow, found: list[FlowProblem]) -> None:
    """R5, R20: each key once, one digit long, and never `*`."""
    assert problems(flow) == found


@pytest.mark.parametrize(("weekday", "name"), list(enumerate([*WEEKDAYS, "?"])))
def test_period_that_closes_before_it_opens_is_told_with_its_day(weekday: int, name: str) -> None:
    """R17, R20: it would never be open."""
    found = problems(opening(weekday, time(9), time(9)))

    assert found == [problem("closes-before-it-opens", "hours", f"{name} 09:00 to 09:00")]


def test_period_of_no_weekday_is_told_all_the_same() -> None:
    """R20: a day before Monday has no name."""
    found = problems(opening(-1, time(9, 30), time(8, 15)))

    assert found == [problem("closes-before-it-opens", "hours", "? 09:30 to 08:15")]


@pytest.mark.parametrize("closes", [time(0), time(9, 1)])
def test_period_that_ends_later_or_at_midnight_is_no_problem(closes: time) -> None:
    """R17: midnight is the end of that day."""
    assert problems(opening(0, time(9), closes)) == []


def test_period_of_the_first_minutes_of_a_day_is_judged_like_any_other() -> None:
    """R20: closing half an hour after midnight is not closing at midnight."""
    found = problems(opening(0, time(1), time(0, 30)))

    assert found == [problem("closes-before-it-opens", "hours", "Monday 01:00 to 00:30")]


@pytest.mark.parametrize(
    ("flow", "found"),
    [
        (opening(0, time(9), time(18), "Mars"), problem("unknown-time-zone", "hours", "Mars")),
        (special(14, 14, "Mars"), problem("unknown-time-zone", "dates", "Mars")),
        (special(14, 13), problem("dates-reversed", "dates", "Holiday")),
    ],
)
def test_impossible_places_and_days_are_told(flow: Flow, found: FlowProblem) -> None:
    """R17, R20: they could not be judged."""
    assert problems(flow) == [found]


@pytest.mark.parametrize(
    ("step", "prompt"),
    [
        (audio("a", "voicemail"), "en/a"),
        (MenuStep(StepId("m"), "en/m", (), no_choice=StepId("voicemail")), "en/m"),
        (VoicemailStep(StepId("v"), "en/v"), "en/v"),
        (ring(messages=("en/r",)), "en/r"),
        (HangUpStep(StepId("h"), "en/h"), "en/h"),
    ],
)
def test_messages_that_cannot_be_played_are_told(step: Step, prompt: str) -> None:
    """R20: wherever a step plays one; those of other steps are no problem of this one."""
    is_end = isinstance(step, VoicemailStep | HangUpStep)
    flow = flow_of(step) if is_end else flow_of(step, VOICEMAIL)

    found = problems(flow, missing_prompts={prompt, "en/of-another-flow"})

    assert found == [problem("unknown-message", step.id, prompt)]


def test_message_named_twice_is_told_once() -> None:
    """R20: the step is told, not how often."""
    flow = flow_of(ring(messages=("", "en/gone", "", "en/gone")), VOICEMAIL)

    found = problems(flow, missing_prompts=["en/gone"])

    assert found == [
        problem("no-message", "ring", "a message is not chosen yet"),
        problem("unknown-message", "ring", "en/gone"),
    ]


def test_problems_are_told_step_by_step_and_the_ways_at_the_end() -> None:
    """R20: everything at once, so that it can be mended at once."""
    flow = flow_of(ring(ring_for=1, messages=("",), then="two"), audio("two", "ring"))

    found = [(one.code, one.step_id) for one in problems(flow)]

    assert found == [
        ("ring-time-out-of-range", "ring"),
        ("no-message", "ring"),
        ("loop", "two"),
    ]
