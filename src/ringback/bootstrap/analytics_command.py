"""The command that counts what became of calls and callbacks."""

from datetime import datetime, timedelta
from typing import Annotated, Any
from zoneinfo import ZoneInfo, available_timezones

import typer

from ringback.config.loading import load_settings
from ringback.figures import Figures, FiguresWanted, GroupBy

from .terminal import ConfigOption, DemoOption, JsonOption, plain_sentences, print_rows, run

Row = dict[str, Any]


def _zone(name: str) -> ZoneInfo:
    if name not in available_timezones():
        raise typer.BadParameter(f"{name} is no time zone; name one such as Europe/Paris.")
    return ZoneInfo(name)


def analytics(
    since: Annotated[datetime, typer.Option("--since", help="From this local instant on.")],
    until: Annotated[datetime, typer.Option("--until", help="Before this local instant.")],
    by: Annotated[GroupBy, typer.Option("--by", help="One row for each of these.")] = GroupBy.DAY,
    time_zone: Annotated[str, typer.Option("--time-zone", help="Whose hours and days.")] = "UTC",
    within: Annotated[
        int, typer.Option("--within", min=0, help="An answer within so many seconds is in time.")
    ] = 20,
    config: ConfigOption = None,
    demo: DemoOption = False,
    as_json: JsonOption = False,
) -> None:
    """Count ended calls, callbacks and agents' time: whole, or by hour, day, line, team, agent."""
    zone = _zone(time_zone)
    with plain_sentences():
        from .reading import read_figures

        wanted = FiguresWanted(
            since=since.replace(tzinfo=zone),
            until=until.replace(tzinfo=zone),
            by=by,
            time_zone=zone,
            within=timedelta(seconds=within),
        )
        found = run(read_figures(load_settings(config, demo=demo), wanted))
        print_rows([_row(each, by) for each in found], as_json=as_json)


def _row(figures: Figures, by: GroupBy) -> Row:
    calls, callbacks, agents = figures.calls, figures.callbacks, figures.agents
    key = figures.key
    in_time = calls.in_time / calls.queued if calls.queued else None
    row: Row = {
        by.value: key.isoformat(timespec="minutes") if isinstance(key, datetime) else key,
        "inbound": calls.inbound,
        "answered": calls.answered,
        "missed": calls.missed,
        "requested": callbacks.requested,
        "completed": callbacks.completed,
        "not_reached": callbacks.not_reached,
        "failed": callbacks.failed,
        "cancelled": callbacks.cancelled,
        "wait": _seconds(calls.wait[0]),
        "wait_p90": _seconds(calls.wait[1]),
        "callback_wait": _seconds(callbacks.wait[0]),
        "callback_wait_p90": _seconds(callbacks.wait[1]),
        "in_time": _share(in_time),
    }
    if by not in (GroupBy.LINE, GroupBy.TEAM, GroupBy.TAG):
        row["occupancy"] = _share(agents.occupancy)
    return row


def _seconds(duration: timedelta | None) -> str | None:
    return None if duration is None else f"{duration.total_seconds():.0f} s"


def _share(share: float | None) -> str | None:
    return None if share is None else f"{share:.0%}"
