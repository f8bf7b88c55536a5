"""Menus, opening hours and special dates: for callers, and for callbacks (R5, R17, R18)."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from ringback.core.calendars import OpeningPeriod, SpecialDates, WeeklyHours, is_open, is_special
from ringback.core.effects import HangUp, PlayPrompt, StopPrompt
from ringback.core.events import AttemptFailed, Branch, BranchTaken, MenuLeft, MenuStarted
from ringback.core.flow import DatesStep, Flow, HoursStep, MenuChoice, MenuStep, Step
from ringback.core.flow_check import problems
from ringback.core.ids import StepId
from ringback.core.outcomes import OutcomeReason, failed
from ringback.core.settings import CallbackMode
from ringback.core.states import AtEnd, InMenu, Waiting
from tests.scenarios.stage import GOODBYE, START, VOICEMAIL, Stage, audio, flow_of, ring

OFFICE = WeeklyHours(
    "Europe/Paris",
    tuple(OpeningPeriod(day, time(9), time(18)) for day in range(5)),
)


def menu(*choices: tuple[str, str], no_choice: str | None = None, times: int = 2) -> MenuStep:
    return MenuStep(
        StepId("menu"),
        "en/menu",
        tuple(MenuChoice(digit, StepId(step)) for digit, step in choices),
        None if no_choice is None else StepId(no_choice),
        times=times,
    )


def hours(open_step: str = "ring", closed: str = "voicemail") -> HoursStep:
    return HoursStep(StepId("hours"), OFFICE, StepId(open_step), StepId(closed))


# ---- menus -------------------------------------------------------------------------------


def test_chosen_key_leads_to_its_step() -> None:
    """R17: for a caller; the prompt is cut short."""
    stage = Stage("x", steps=[menu(("1", "ring"), ("2", "voicemail")), ring(), VOICEMAIL])
    call = stage.arrive()
    assert isinstance(stage.world.calls[call].state, InMenu)

    stage.press(call, "1")

    assert any(isinstance(effect, StopPrompt) for effect in stage.effects)
    assert stage.rung_for("x") == call


def test_star_is_an_unknown_key_of_a_menu() -> None:
    """R5: no request; the menu asks again."""
    stage = Stage("x", steps=[menu(("1", "ring")), ring(), VOICEMAIL])
    call = stage.arrive()

    stage.press(call)

    assert stage.world.calls[call].callback_id is None
    assert [e.time_number for e in stage.events(MenuStarted)] == [1, 2]


def test_star_just_after_a_message_means_nothing_once_the_menu_has_begun() -> None:
    """R5: the grace ends where a menu begins."""
    stage = Stage("x", steps=[audio("welcome", "menu"), menu(("1", "ring")), ring(), VOICEMAIL])
    call = stage.arrive()
    stage.prompt_ends(call)

    stage.press(call)

    assert stage.world.calls[call].callback_id is None


def test_menu_ends_the_grace_of_the_message_before_it() -> None:
    """R5: a key chosen at once leads on within the 2 s, and `*` comes too late all the same."""
    choice = menu(("1", "voicemail"), ("2", "ring"))
    stage = Stage("x", steps=[audio("welcome", "menu"), choice, ring(), VOICEMAIL])
    call = stage.arrive()
    stage.prompt_ends(call)
    stage.press(call, "1")
    assert isinstance(stage.world.calls[call].state, AtEnd)

    stage.press(call)

    assert stage.world.calls[call].callback_id is None


def test_no_key_is_asked_about_again_and_then_is_no_choice() -> None:
    """R17: after the last time the no-choice branch is taken."""
    stage = Stage("x", steps=[menu(("1", "voicemail"), no_choice="ring"), ring(), VOICEMAIL])
    call = stage.arrive()
    stage.prompt_ends(call)
    stage.wait(5)
    assert isinstance(stage.effects[-1], PlayPrompt)
    stage.prompt_ends(call)

    stage.wait(5)

    assert stage.events(MenuLeft)[-1].digit is None
    assert isinstance(stage.world.calls[call].state, Waiting)


def test_menu_without_a_no_choice_branch_hangs_up() -> None:
    """R17: a dead end for callers, too."""
    stage = Stage("x", steps=[menu(("1", "ring"), times=1), ring(), VOICEMAIL])
    call = stage.arrive()
    stage.prompt_ends(call)

    stage.wait(5)

    assert isinstance(stage.effects[-1], HangUp)


def test_callback_takes_the_no_choice_branch() -> None:
    """R17: it presses no key."""
    steps: list[Step] = [
        audio("welcome", "menu"),
        menu(("1", "voicemail"), no_choice="ring"),
        ring(),
        VOICEMAIL,
    ]
    stage = Stage("x", steps=steps)

    callback = stage.ask(stage.arrive())

    assert stage.rung_for("x") == callback


def test_menu_without_a_no_choice_branch_hides_what_lies_behind() -> None:
    """R18: `no_ring_step`, at once."""
    stage = Stage("x", steps=[audio("welcome", "menu"), menu(("1", "ring")), ring(), VOICEMAIL])
    call = stage.arrive()

    stage.press(call)

    assert stage.outcome(stage.requested(call)) == failed(OutcomeReason.NO_RING_STEP)


# ---- hours and dates ---------------------------------------------------------------------


def test_callers_are_sent_by_the_hour() -> None:
    """R17: START is a Monday, ten o'clock in Paris."""
    stage = Stage("x", steps=[hours(), ring(), VOICEMAIL])
    open_call = stage.arrive()
    stage.take("x")
    stage.now = START + timedelta(hours=9)
    late_call = stage.arrive()

    assert open_call in stage.world.calls
    assert isinstance(stage.world.calls[late_call].state, AtEnd)
    assert [e.branch for e in stage.events(BranchTaken)] == [Branch.OPEN, Branch.CLOSED]


def test_callers_are_sent_by_special_dates() -> None:
    """R17: the fourteenth of July is not an ordinary day."""
    holiday = SpecialDates("Bastille Day", date(2026, 7, 14), date(2026, 7, 14))
    step = DatesStep(
        StepId("dates"), "Europe/Paris", (holiday,), StepId("voicemail"), StepId("ring")
    )
    stage = Stage("x", steps=[step, ring(), VOICEMAIL])
    stage.now = datetime(2026, 7, 13, 23, 0, tzinfo=UTC)

    call = stage.arrive()

    assert isinstance(stage.world.calls[call].state, AtEnd)


def test_request_in_a_closed_hour_fails_closed_at_once() -> None:
    """R18: only the hour is in the way."""
    stage = Stage("x", steps=[audio("welcome", "hours"), hours(), ring(), VOICEMAIL], retries=3)
    stage.now = START + timedelta(hours=12)
    call = stage.arrive()

    stage.press(call)

    assert stage.outcome(stage.requested(call)) == failed(OutcomeReason.CLOSED)


def test_retry_in_a_closed_hour_ends_closed_with_retries_unused() -> None:
    """R18: the retry counts as an attempt; the others are not used."""
    stage = Stage(
        "x",
        steps=[audio("welcome", "hours"), hours(), ring(ring_for=60), VOICEMAIL],
        retries=5,
        busy_wait=timedelta(minutes=240),
    )
    stage.now = START + timedelta(hours=7, minutes=59)
    callback = stage.ask(stage.arrive())
    assert stage.rung_for("x") == callback

    stage.wait(60)

    assert stage.outcome(callback) == failed(OutcomeReason.CLOSED)
    assert [e.reason for e in stage.events(AttemptFailed)] == [
        OutcomeReason.NO_ANSWER,
        OutcomeReason.CLOSED,
    ]


def test_closed_way_behind_a_ring_step_is_judged_when_it_comes() -> None:
    """R17, R23: the attempt fails for its own reason."""
    stage = Stage(
        "x",
        steps=[ring("first", then="hours", ring_for=10), hours(), ring(), VOICEMAIL],
    )
    stage.now = START + timedelta(hours=12)
    callback = stage.ask(stage.arrive())

    stage.wait(10)

    assert stage.outcome(callback) == failed(OutcomeReason.NO_ANSWER)


def test_closed_branch_without_a_way_round_is_no_ring_step() -> None:
    """R18: closed is said only of a way that another hour would open."""
    steps: list[Step] = [
        audio("welcome", "hours"),
        hours("voicemail", "goodbye"),
        VOICEMAIL,
        GOODBYE,
    ]
    stage = Stage("x", steps=steps)
    stage.now = START + timedelta(hours=12)
    call = stage.arrive()

    stage.press(call)

    assert stage.outcome(stage.requested(call)) == failed(OutcomeReason.NO_RING_STEP)


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        (datetime(2026, 3, 27, 7, 59, tzinfo=UTC), False),
        (datetime(2026, 3, 27, 8, 0, tzinfo=UTC), True),
        (datetime(2026, 3, 27, 17, 0, tzinfo=UTC), False),
        (datetime(2026, 3, 28, 10, 0, tzinfo=UTC), False),
        (datetime(2026, 3, 30, 6, 59, tzinfo=UTC), False),
        (datetime(2026, 3, 30, 7, 0, tzinfo=UTC), True),
        (datetime(2026, 10, 26, 7, 59, tzinfo=UTC), False),
        (datetime(2026, 10, 26, 8, 0, tzinfo=UTC), True),
    ],
)
def test_opening_hours_follow_the_wall_clock(at: datetime, expected: bool) -> None:
    """R17: through both changes of the clock."""
    judged = is_open(OFFICE, at)

    assert judged is expected


def test_midnight_closes_the_day_and_dates_are_local() -> None:
    """R17: a period until midnight; a day begins where the line is."""
    night = WeeklyHours("Europe/Paris", (OpeningPeriod(0, time(20), time(0)),))
    new_year = (SpecialDates("New Year", date(2027, 1, 1), date(2027, 1, 1)),)

    assert is_open(night, datetime(2026, 3, 2, 22, 59, tzinfo=UTC))
    assert not is_open(night, datetime(2026, 3, 2, 23, 0, tzinfo=UTC))
    assert is_special(new_year, "Europe/Paris", datetime(2026, 12, 31, 23, 0, tzinfo=UTC))
    assert not is_special(new_year, "Europe/London", datetime(2026, 12, 31, 23, 0, tzinfo=UTC))


def calendar(opens: int, closes: int, first: int, last: int) -> Flow:
    """Hours and dates of one period each, by the hour and by the day of July."""
    period = OpeningPeriod(0, time(opens), time(closes))
    holidays = SpecialDates("Holidays", date(2026, 7, first), date(2026, 7, last))
    return flow_of(
        HoursStep(StepId("h"), WeeklyHours("UTC", (period,)), StepId("d"), StepId("voicemail")),
        DatesStep(StepId("d"), "UTC", (holidays,), StepId("voicemail"), StepId("voicemail")),
        VOICEMAIL,
    )


@pytest.mark.parametrize(
    ("flow", "code"),
    [
        (calendar(18, 9, 13, 14), "closes-before-it-opens"),
        (calendar(9, 9, 13, 14), "closes-before-it-opens"),
        (calendar(9, 18, 14, 13), "dates-reversed"),
        (flow_of(menu(("*", "voicemail")), VOICEMAIL), "menu-key-not-usable"),
        (flow_of(menu(("1", "voicemail"), ("1", "voicemail")), VOICEMAIL), "menu-key-not-usable"),
        (flow_of(menu(), VOICEMAIL), "no-end"),
        (flow_of(menu(("1", "voicemail"), times=9), VOICEMAIL), "menu-repeats-out-of-range"),
        (flow_of(menu(("1", "menu")), VOICEMAIL), "loop"),
        (flow_of(menu(("1", "no")), VOICEMAIL), "unknown-step"),
        (
            flow_of(
                HoursStep(
                    StepId("h"),
                    WeeklyHours("Europe/Nowhere", ()),
                    StepId("voicemail"),
                    StepId("voicemail"),
                ),
                VOICEMAIL,
            ),
            "unknown-time-zone",
        ),
    ],
)
def test_branching_flows_are_checked_before_they_are_published(flow: Flow, code: str) -> None:
    """R20: each problem has its code."""
    found = [problem.code for problem in problems(flow)]

    assert code in found


def test_ordinary_calendar_is_no_problem() -> None:
    """R20: until midnight and for one day are usual."""
    assert problems(calendar(9, 18, 14, 14)) == []
    assert problems(calendar(20, 0, 13, 14)) == []


def test_branches_may_meet_again() -> None:
    """R17: two ways to the same voicemail are no loop."""
    steps: list[Step] = [
        menu(("1", "ring"), ("2", "voicemail"), no_choice="ring"),
        ring(),
        VOICEMAIL,
    ]

    found = problems(flow_of(*steps))

    assert found == []


def test_manual_request_in_a_closed_hour_is_listed_as_ever() -> None:
    """R35: nothing is judged for a request that waits for a hand."""
    steps: list[Step] = [audio("welcome", "hours"), hours(), ring(), VOICEMAIL]
    stage = Stage("x", steps=steps, mode=CallbackMode.MANUAL)
    stage.now = START + timedelta(hours=12)
    call = stage.arrive()

    stage.press(call)

    assert stage.requested(call) in stage.world.callbacks
