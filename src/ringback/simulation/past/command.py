"""Runs a what-if question for the command line: reading, replaying, and telling the results."""

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import typer

from ringback.core.events import Fact
from ringback.core.flow import RingRule
from ringback.core.ids import LineId
from ringback.core.refusals import Refusal
from ringback.core.settings import CallbackMode, WhenBusy
from ringback.simulation.command import INTERRUPTED, LIST_WRONG
from ringback.simulation.scenario import CallerConduct
from ringback.simulation.watching import interruption, progress_bar
from ringback.simulation.what_if import refused_words

from .changes import Changes
from .comparison import Question, compare, comparison_lines
from .day import DayWrong, read_day

CALLBACK_FIELDS: dict[str, Callable[[Any], object]] = {
    "mode": CallbackMode,
    "retries": int,
    "when_busy": WhenBusy,
    "busy_wait": lambda minutes: timedelta(minutes=minutes),
    "respect_queuing_time": bool,
    "settling": lambda seconds: timedelta(seconds=seconds),
    "customer_ring": lambda seconds: timedelta(seconds=seconds),
}
RING_STEP_FIELDS: dict[str, Callable[[Any], object]] = {
    "ring_for": lambda seconds: timedelta(seconds=seconds),
    "ring_rule": RingRule,
    "ring_even_if_busy": bool,
}
RENAMED = {"ring_rule": "rule"}


def answer_what_if(
    chosen: Mapping[str, Any], read_facts: Callable[[], Iterator[Fact]], *, as_json: bool
) -> None:
    """Replay the chosen day twice and print the results side by side."""
    try:
        begins, until = _period(chosen["day"], chosen["days"], chosen["time_zone"])
        asked = _question(chosen)
        with interruption() as interrupted:
            day = read_day(read_facts(), begins, until)
            with progress_bar(2 * len(day.calls), quiet=as_json) as progress:
                found = compare(day, asked, progress=progress, interrupted=interrupted)
    except DayWrong as wrong:
        typer.echo(str(wrong), err=True)
        raise typer.Exit(LIST_WRONG) from wrong
    except Refusal as refusal:
        typer.echo(refused_words(refusal), err=True)
        raise typer.Exit(LIST_WRONG) from refusal
    if as_json:
        typer.echo(json.dumps(found, indent=2))
    else:
        for line in comparison_lines(found):
            typer.echo(line)
    if not found["finished"]:
        raise typer.Exit(INTERRUPTED)


def _period(day: str, days: int, time_zone: str) -> tuple[datetime, datetime]:
    """Name the instants between which whole local days lie. Raises `DayWrong`."""
    try:
        first = date.fromisoformat(day)
        zone = ZoneInfo(time_zone)
    except ZoneInfoNotFoundError as wrong:
        raise DayWrong(f"There is no time zone {time_zone}.") from wrong
    except ValueError as wrong:
        raise DayWrong(f"{day} is no day; write it as 2026-03-02.") from wrong
    last = first + timedelta(days=days)
    return (
        datetime.combine(first, time(), zone),
        datetime.combine(last, time(), zone),
    )


def _question(chosen: Mapping[str, Any]) -> Question:
    """Make a question of the command's options; what was not given stays as it was."""
    changes = Changes(
        lines=tuple(map(LineId, chosen["line"] or ())),
        callbacks=_given(chosen, CALLBACK_FIELDS),
        ring_steps=_given(chosen, RING_STEP_FIELDS),
        more_agents=chosen["more_agents"],
    )
    return Question(changes, CallerConduct(press_share=chosen["press_share"]), chosen["seed"])


def _given(chosen: Mapping[str, Any], fields: dict[str, Callable[[Any], object]]) -> dict[str, Any]:
    return {
        RENAMED.get(name, name): read(chosen[name])
        for name, read in fields.items()
        if chosen[name] is not None
    }
