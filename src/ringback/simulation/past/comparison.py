"""A past day beside itself: as it was, replayed with the same settings, and with others."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, tzinfo
from typing import Any

from ringback.simulation.report import figures_of
from ringback.simulation.scenario import CallerConduct

from .changes import Changes
from .day import PastDay
from .replay import Replay

COLUMNS = {
    "as_it_was": "as it was",
    "same_settings": "replayed",
    "other_settings": "what if",
}


@dataclass(frozen=True, slots=True)
class Question:
    """What would have been different, and with which throws of the dice."""

    changes: Changes
    conduct: CallerConduct
    seed: int
    zone: tzinfo = UTC
    """Whose hours of the day the figures are told by."""


def compare(
    day: PastDay,
    question: Question,
    *,
    progress: Callable[[int, int], None] = lambda done, total: None,
    interrupted: Callable[[], bool] = lambda: False,
) -> dict[str, Any]:
    """Replay the day twice and put the results side by side; raises `DayWrong` or `Refusal`.

    The replay with the same settings shows how far the replay is to be believed; what the
    other settings change is the difference between the two replays.
    """
    found: dict[str, Any] = {
        "as_it_was": figures_of(day.seen, agents=_agents_seen(day), zone=question.zone)
    }
    runs = {"same_settings": Changes(), "other_settings": question.changes}
    finished = True
    for number, (name, changes) in enumerate(runs.items()):
        replay = Replay(day, changes, seed=question.seed, conduct=question.conduct)
        tally = replay.go(progress=part(progress, number, len(runs)), interrupted=interrupted)
        finished = finished and replay.finished
        found[name] = figures_of(tally, agents=replay.agents, zone=question.zone)
    return {
        "from": day.begins.isoformat(),
        "until": day.until.isoformat(),
        **found,
        "changes": _told(question.changes),
        "seed": question.seed,
        "finished": finished,
        "not_replayed": {
            "under_way_at_the_beginning": day.under_way,
            "phone_system_losses": day.phone_system_losses,
        },
    }


def part(
    progress: Callable[[int, int], None], number: int, runs: int
) -> Callable[[int, int], None]:
    """Let one of several runs report its part of the whole."""
    return lambda done, total: progress(number * total + done, runs * total)


def _agents_seen(day: PastDay) -> int:
    given = (*day.founding, *(happening for _, happening in day.happenings))
    return len({one.profile.id for one in given if hasattr(one, "profile")})


def _told(changes: Changes) -> dict[str, Any]:
    return {
        "lines": list(changes.lines),
        **{name: _plain(value) for name, value in changes.callbacks.items()},
        **{name: _plain(value) for name, value in changes.ring_steps.items()},
        "more_agents": changes.more_agents,
    }


def _plain(value: Any) -> Any:
    return value.total_seconds() if hasattr(value, "total_seconds") else value


def comparison_lines(found: dict[str, Any]) -> list[str]:
    """Write a comparison as a table of lines for people."""
    columns = [found[name] for name in COLUMNS]
    rows = [("", *COLUMNS.values())]
    rows += [(label, *(tell(column) for column in columns)) for label, tell in _ROWS.items()]
    widths = [max(map(len, cells)) for cells in zip(*rows, strict=True)]
    lines = []
    for label, *cells in rows:
        padded = (cell.rjust(width) for cell, width in zip(cells, widths[1:], strict=True))
        lines.append("  ".join((label.ljust(widths[0]), *padded)).rstrip())
    return [*lines, *_remarks(found)]


def _remarks(found: dict[str, Any]) -> list[str]:
    remarks = []
    left_out = found["not_replayed"]
    if left_out["under_way_at_the_beginning"]:
        number = left_out["under_way_at_the_beginning"]
        remarks.append(f"Open when the day began and not replayed: {number}.")
    if left_out["phone_system_losses"]:
        number = left_out["phone_system_losses"]
        remarks.append(f"The phone system was away {number} times; the replays know no such fault.")
    if not found["finished"]:
        remarks.append("Interrupted: the replays are not complete.")
    return remarks


def _seconds(value: float | None) -> str:
    return "-" if value is None else f"{value:,.0f} s"


_ROWS: dict[str, Callable[[dict[str, Any]], str]] = {
    "calls": lambda column: f"{column['calls']:,}",
    "served": lambda column: f"{column['served']:,}",
    "hung up waiting": lambda column: f"{column['abandoned']:,}",
    "  of those in a queue": lambda column: f"{column['abandoned_share']:.1%}",
    "turned away": lambda column: f"{column['turned_away']:,}",
    "callbacks requested": lambda column: f"{column['callbacks']['requested']:,}",
    "  completed": lambda column: f"{column['callbacks']['completed']:,}",
    "  not reached": lambda column: f"{column['callbacks']['not_reached']:,}",
    "  failed": lambda column: f"{column['callbacks']['failed']:,}",
    "  cancelled": lambda column: f"{column['callbacks']['cancelled']:,}",
    "wait of callers, mean": lambda column: _seconds(column["wait_seconds"]["callers"]["mean"]),
    "  p90": lambda column: _seconds(column["wait_seconds"]["callers"]["p90"]),
    "wait of callbacks, mean": lambda column: _seconds(column["wait_seconds"]["callbacks"]["mean"]),
    "  p90 ": lambda column: _seconds(column["wait_seconds"]["callbacks"]["p90"]),
    "agents' occupancy": lambda column: f"{column['agents']['occupancy']:.1%}",
}
