"""A past day replayed: what is known is kept, what is changed shows, and nothing else."""

from dataclasses import replace
from datetime import timedelta
from statistics import mean
from typing import Any

import pytest
from tests.simulation.made_lists import BEGINS

from ringback.core.events import LineConfigured
from ringback.core.ids import LineId
from ringback.core.refusals import Refusal
from ringback.core.settings import CallbackMode, WhenBusy
from ringback.simulation.past.changes import Changes
from ringback.simulation.past.comparison import Question, compare, comparison_lines
from ringback.simulation.past.day import DayWrong, PastDay, read_day
from ringback.simulation.past.replay import Replay
from ringback.simulation.scenario import AgentConduct, CallerConduct
from ringback.simulation.tally import Tally

from .days import UNTIL, busy_calls, lived_through


def past_day(**options: Any) -> tuple[PastDay, Tally]:
    facts, lived = lived_through(busy_calls(), **options)
    return read_day(facts, BEGINS, UNTIL), lived


def replayed(day: PastDay, changes: Changes | None = None, seed: int = 1) -> Tally:
    return Replay(day, changes or Changes(), seed=seed).go()


def test_what_was_seen_is_counted_as_it_happened() -> None:
    """The first column tells the day as it was."""
    day, lived = past_day()

    seen = day.seen
    assert seen.calls == lived.calls == 300
    assert len(seen.served) == len(lived.served) > 0
    assert len(seen.abandoned) == len(lived.abandoned) > 0
    assert seen.requested == lived.requested > 0
    assert seen.outcomes == lived.outcomes
    assert [wait.seconds for wait in seen.called_back] == [
        wait.seconds for wait in lived.called_back
    ]


def test_replay_with_the_same_settings_is_close_to_the_day() -> None:
    """Arrivals, conversations, `*` and hang-ups are those of the day; only unknowns are drawn."""
    day, lived = past_day(conduct=AgentConduct(answer_after=3.0, decline_share=0.1))

    runs = [replayed(day, seed=seed) for seed in range(5)]

    assert all(run.calls == 300 for run in runs)
    assert mean(run.abandoned_share for run in runs) == pytest.approx(
        lived.abandoned_share, abs=0.03
    )
    assert mean(run.requested for run in runs) == pytest.approx(lived.requested, rel=0.1)
    waits = mean(mean(wait.seconds for wait in run.served) for run in runs)
    assert waits == pytest.approx(mean(wait.seconds for wait in lived.served), rel=0.25)


def test_same_seed_gives_the_same_figures() -> None:
    """Two replays with one seed differ in nothing."""
    day, _ = past_day()

    first, second = (replayed(day, Changes(callbacks={"retries": 2}), seed=7) for _ in range(2))

    assert first.outcomes == second.outcomes
    assert first.served == second.served


def test_without_callbacks_those_who_asked_wait_or_hang_up() -> None:
    """R6: who pressed `*` that day stays in the queue, with a patience drawn beyond that moment."""
    day, lived = past_day()

    run = replayed(day, Changes(callbacks={"mode": CallbackMode.OFF}))

    assert run.requested == 0
    assert run.calls == 300
    assert len(run.served) + len(run.abandoned) == 300
    assert len(run.abandoned) > len(lived.abandoned)


def test_callbacks_where_there_were_none_follow_the_stated_model() -> None:
    """On a day without callbacks, who would have pressed `*` is a throw of the dice."""
    day, _ = past_day(mode=CallbackMode.OFF)
    on = Changes(callbacks={"mode": CallbackMode.AUTOMATED})

    none, many = (
        Replay(day, on, seed=1, conduct=CallerConduct(press_share=share)).go()
        for share in (0.0, 0.6)
    )

    assert none.requested == 0
    assert many.requested > 20
    assert len(many.abandoned) < len(none.abandoned)


def test_more_agents_keep_the_hours_of_their_colleagues() -> None:
    """Two more agents shorten the waits; their online time is a colleague's."""
    day, lived = past_day()

    run = Replay(day, Changes(more_agents=2), seed=1)
    more = run.go()

    assert run.agents == 7
    assert len(more.abandoned) < len(lived.abandoned) / 2
    assert more.online / 7 == day.seen.online / 5


def test_fewer_agents_are_not_at_work_at_all() -> None:
    """Two fewer make more callers give up; one always stays."""
    day, lived = past_day()

    fewer = replayed(day, Changes(more_agents=-2))
    one = replayed(day, Changes(more_agents=-50))

    assert len(fewer.abandoned) > len(lived.abandoned)
    assert fewer.online / 3 == day.seen.online / 5
    assert one.online == day.seen.online / 5
    assert one.served


def test_other_settings_reach_the_core() -> None:
    """R24: under *fail at once* with everybody busy callbacks fail that were completed before."""
    day, lived = past_day()

    run = replayed(day, Changes(callbacks={"when_busy": WhenBusy.FAIL}))

    failed = {outcome for outcome in run.outcomes if outcome.kind.value == "failed"}
    assert failed
    assert not {outcome for outcome in lived.outcomes if outcome.kind.value == "failed"}


def test_settings_changed_in_the_course_of_the_day_are_changed_too() -> None:
    """An admin's change at noon does not undo the question."""
    facts, _ = lived_through(busy_calls())
    line = next(fact for fact in facts if isinstance(fact.event, LineConfigured))
    at_noon = BEGINS + timedelta(minutes=20)
    changed = replace(line, at=at_noon)
    position = next(index for index, fact in enumerate(facts) if fact.at >= at_noon)
    day = read_day(
        [
            replace(fact, sequence=number)
            for number, fact in enumerate([*facts[:position], changed, *facts[position:]], 1)
        ],
        BEGINS,
        UNTIL,
    )

    assert replayed(day).requested > 0
    assert replayed(day, Changes(callbacks={"mode": CallbackMode.OFF})).requested == 0


def test_only_the_named_lines_change() -> None:
    """A line that the question does not name stays as it was; an unknown one is refused."""
    day, _ = past_day()
    off = {"mode": CallbackMode.OFF}

    other = replayed(day, Changes(lines=(LineId("main-priority"),), callbacks=off))

    assert other.requested == replayed(day).requested > 0
    with pytest.raises(DayWrong, match="no line nowhere"):
        Replay(day, Changes(lines=(LineId("nowhere"),)), seed=1)


def test_settings_out_of_bounds_are_refused_by_the_core() -> None:
    """R2: the core's own bounds hold in a replay."""
    day, _ = past_day()

    with pytest.raises(Refusal):
        replayed(day, Changes(callbacks={"retries": 99}))


def test_manual_requests_are_called_by_hand_as_late_as_that_day() -> None:
    """R35: on a manual line agents call by hand, and the customers are called back."""
    day, _ = past_day()

    run = replayed(day, Changes(callbacks={"mode": CallbackMode.MANUAL}))

    completed = sum(n for outcome, n in run.outcomes.items() if outcome.kind.value == "completed")
    assert completed > 0
    assert min(wait.seconds for wait in run.called_back) >= 600


def test_day_without_calls_is_refused() -> None:
    """Nothing can be learned from it."""
    facts, _ = lived_through(busy_calls(20))

    with pytest.raises(DayWrong, match="No call came in"):
        read_day(facts, UNTIL + timedelta(days=5), UNTIL + timedelta(days=6))


def test_second_day_begins_as_the_first_has_left_it() -> None:
    """Lines, flows and who is online come from the journal; what is open is told, not replayed."""
    facts, _ = lived_through(busy_calls(300))
    middle = facts[len(facts) // 2].at

    day = read_day(facts, middle, UNTIL)

    assert 100 < len(day.calls) < 200
    assert day.under_way > 0
    assert replayed(day).calls == len(day.calls)
    assert replayed(day).served


def test_comparison_stands_side_by_side() -> None:
    """Three columns; interrupting leaves a word."""
    day, _ = past_day()
    question = Question(Changes(callbacks={"mode": CallbackMode.OFF}), CallerConduct(), 1)
    seen: list[tuple[int, int]] = []

    found = compare(day, question, progress=lambda done, total: seen.append((done, total)))

    assert found["as_it_was"]["callbacks"]["requested"] > 0
    assert found["same_settings"]["callbacks"]["requested"] > 0
    assert found["other_settings"]["callbacks"]["requested"] == 0
    assert found["changes"]["mode"] == "off"
    assert seen[-1] == (600, 600)
    lines = comparison_lines(found)
    assert lines[0].split() == ["as", "it", "was", "replayed", "what", "if"]
    assert any(line.startswith("callbacks requested") and line.endswith(" 0") for line in lines)

    stopped = compare(day, question, interrupted=lambda: True)
    assert not stopped["finished"]
    assert comparison_lines(stopped)[-1].startswith("Interrupted")
