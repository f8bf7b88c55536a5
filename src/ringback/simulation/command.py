"""The command `ringback simulate`: options in, figures and charts out."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import typer

from . import options as o
from .watching import interruption, progress_bar

if TYPE_CHECKING:
    from .scenario import LinePlan, Scenario
    from .study import Plan, Study
    from .tally import Tally

LIST_WRONG = 2
INTERRUPTED = 130
ANSWER_AFTER = 2.0


def simulate(
    ctx: typer.Context,
    file: o.File,
    column: o.Column = None,
    first: o.First = None,
    until: o.Until = None,
    roster: o.RosterFile = None,
    agents: o.TeamSize = None,
    break_after: o.BreakAfter = 180,
    wrap_up: o.WrapUp = None,
    no_callbacks: o.NoCallbacks = False,
    retries: o.Retries = 0,
    ring_for: o.RingFor = 3600,
    ring_rule: o.RingRule = "longest-idle",
    ring_even_if_busy: o.RingEvenIfBusy = True,
    when_busy: o.WhenBusy = "wait",
    busy_wait: o.BusyWait = 60,
    respect_queuing_time: o.RespectQueuingTime = False,
    settling: o.Settling = 5,
    customer_ring: o.CustomerRing = 45,
    line_hour_max: o.LineHourMax = 200,
    answer_after: o.AnswerAfter = None,
    decline_share: o.DeclineShare = 0,
    miss_share: o.MissShare = 0,
    patience_mean: o.PatienceMean = None,
    press_share: o.PressShare = 0.5,
    press_from: o.PressFrom = 20,
    press_mean: o.PressMean = 20,
    pick_up_share: o.PickUpShare = 0.9,
    pick_up_after: o.PickUpAfter = 8,
    withheld_share: o.WithheldShare = 0,
    seed: o.Seed = 1,
    charts: o.Charts = None,
    chart_format: o.ChartFormat = "svg",
    as_json: o.AsJson = False,
) -> None:
    """Replay a call list through the same rules in virtual time: what would callbacks change?"""
    with _plain_sentences():
        plan = _plan(ctx.params)
        study, tally, finished = _run(plan, quiet=as_json)
        _print(study, tally, finished=finished, as_json=as_json)
        if charts is not None:
            from .charts import draw

            for path in draw(charts, study.calls, tally, suffix=chart_format):
                typer.echo(f"Drawn: {path}", err=True)
        if not finished:
            raise typer.Exit(INTERRUPTED)


@contextmanager
def _plain_sentences() -> Iterator[None]:
    from .call_list import CallListWrong
    from .charts import ChartsMissing

    try:
        yield
    except (CallListWrong, ChartsMissing) as wrong:
        typer.echo(str(wrong), err=True)
        raise typer.Exit(LIST_WRONG) from wrong
    except KeyboardInterrupt as interrupt:
        typer.echo("Interrupted before the replay began.", err=True)
        raise typer.Exit(INTERRUPTED) from interrupt


def _plan(chosen: Mapping[str, Any]) -> "Plan":
    """Make a plan of the command's options."""
    from .study import Plan

    return Plan(
        path=chosen["file"],
        scenario=_scenario(chosen),
        columns=_columns(chosen["column"] or ()),
        first=_aware(chosen["first"]),
        until=_aware(chosen["until"]),
        roster_path=chosen["roster"],
        agents=chosen["agents"],
        wrap_up=chosen["wrap_up"],
        break_after=chosen["break_after"],
        patience_mean=chosen["patience_mean"],
    )


def _columns(pairs: list[str] | tuple[str, ...]) -> dict[str, str]:
    from .call_list import CallListWrong

    columns = {}
    for pair in pairs:
        field, equals, name = pair.partition("=")
        if not equals or not name:
            raise CallListWrong(f"--column {pair}: write it as FIELD=NAME.")
        columns[field] = name
    return columns


def _aware(day: datetime | None) -> datetime | None:
    return None if day is None else day.replace(tzinfo=UTC)


def _scenario(chosen: Mapping[str, Any]) -> "Scenario":
    from .scenario import AgentConduct, CallerConduct, Scenario

    return Scenario(
        line=_line_plan(chosen),
        agents=AgentConduct(
            answer_after=_answer_after(chosen),
            decline_share=chosen["decline_share"],
            miss_share=chosen["miss_share"],
        ),
        callers=CallerConduct(
            press_share=chosen["press_share"],
            press_from=chosen["press_from"],
            press_mean=chosen["press_mean"],
            pick_up_share=chosen["pick_up_share"],
            pick_up_after=chosen["pick_up_after"],
            withheld_share=chosen["withheld_share"],
        ),
        seed=chosen["seed"],
    )


def _answer_after(chosen: Mapping[str, Any]) -> float:
    """The gaps between two calls of an agent, as a list shows them, hold the answering."""
    given: float | None = chosen["answer_after"]
    if given is not None:
        return given
    as_listed = chosen["roster"] is None and chosen["agents"] is None and chosen["wrap_up"] is None
    return 0.0 if as_listed else ANSWER_AFTER


def _line_plan(chosen: Mapping[str, Any]) -> "LinePlan":
    from ringback.core.flow import RingRule
    from ringback.core.settings import CallbackMode, CallbackSettings, DiallingPolicy, WhenBusy

    from .scenario import LinePlan

    return LinePlan(
        callbacks=CallbackSettings(
            mode=CallbackMode.OFF if chosen["no_callbacks"] else CallbackMode.AUTOMATED,
            retries=chosen["retries"],
            when_busy=WhenBusy(chosen["when_busy"]),
            busy_wait=timedelta(minutes=chosen["busy_wait"]),
            respect_queuing_time=chosen["respect_queuing_time"],
            settling=timedelta(seconds=chosen["settling"]),
            customer_ring=timedelta(seconds=chosen["customer_ring"]),
        ),
        ring_for=timedelta(seconds=chosen["ring_for"]),
        rule=RingRule(chosen["ring_rule"]),
        ring_even_if_busy=chosen["ring_even_if_busy"],
        dialling=DiallingPolicy(line_hour_max=chosen["line_hour_max"]),
    )


def _run(plan: "Plan", *, quiet: bool) -> tuple["Study", "Tally", bool]:
    """Prepare and run, with a progress bar where somebody watches."""
    from .study import prepare

    study = prepare(plan)
    with interruption() as interrupted, progress_bar(len(study.callers), quiet=quiet) as progress:
        return study, *study.run(progress=progress, interrupted=interrupted)


def _print(study: "Study", tally: "Tally", *, finished: bool, as_json: bool) -> None:
    from .report import lines_of, summarise

    summary = summarise(study, tally, finished=finished)
    if as_json:
        typer.echo(json.dumps(summary, indent=2))
        if not finished:
            typer.echo("Interrupted: the figures are those of what was replayed.", err=True)
        return
    for line in lines_of(summary):
        typer.echo(line)
