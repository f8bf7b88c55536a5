"""A run's figures, as one object for programs and as lines for people."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, tzinfo
from math import ceil
from typing import Any

from ringback.core.outcomes import OutcomeKind

from .study import Study, observed
from .tally import Tally, Wait

PERCENTILES = (50, 90, 99)


def summarise(study: Study, tally: Tally, *, finished: bool) -> dict[str, Any]:
    """Put everything that was counted into one object; durations are seconds."""
    scenario = study.plan.scenario
    return {
        **figures_of(tally, agents=len(study.roster.agents)),
        "observed": observed(study.calls),
        "callbacks_allowed": scenario.line.calls_back,
        "seed": scenario.seed,
        "finished": finished,
        "replayed_until": None if tally.until is None else _shown(tally.until),
    }


def figures_of(tally: Tally, *, agents: int, zone: tzinfo = UTC) -> dict[str, Any]:
    """Give the figures of what was counted, replayed or real; durations are seconds.

    Hours are those of the zone.
    """
    return {
        "calls": tally.calls,
        "left_before_queue": tally.left_early,
        "served": len(tally.served),
        "abandoned": len(tally.abandoned),
        "abandoned_share": round(tally.abandoned_share, 4),
        "turned_away": tally.turned_away,
        "callbacks": _callbacks(tally),
        "wait_seconds": {
            "callers": waits_of(tally.served),
            "abandoning": waits_of(tally.abandoned),
            "callbacks": waits_of(tally.called_back),
        },
        "agents": {
            "number": agents,
            "online_hours": round(tally.online.total_seconds() / 3600, 1),
            "occupancy": round(tally.occupancy, 4),
            "talking_hours": round(tally.talking.total_seconds() / 3600, 1),
            "wrapping_up_hours": round(tally.wrapping_up.total_seconds() / 3600, 1),
        },
        "lines": _by_line(tally),
        "hours": _by_hour(tally, zone),
    }


def _callbacks(tally: Tally) -> dict[str, Any]:
    reasons = {
        kind.value: {
            outcome.reason.value: number
            for outcome, number in sorted(tally.outcomes.items(), key=str)
            if outcome.kind is kind and outcome.reason is not None
        }
        for kind in OutcomeKind
        if kind is not OutcomeKind.COMPLETED
    }
    return {
        "requested": tally.requested,
        "joined_earlier_request": tally.joined_earlier_request,
        "completed": tally.outcomes_of(OutcomeKind.COMPLETED),
        "failed": tally.outcomes_of(OutcomeKind.FAILED),
        "not_reached": tally.outcomes_of(OutcomeKind.NOT_REACHED),
        "cancelled": tally.outcomes_of(OutcomeKind.CANCELLED),
        "reasons": reasons,
    }


def _by_line(tally: Tally) -> dict[str, dict[str, float | None]]:
    """Tell the same of each line; priority callers have one of their own."""
    kinds = {"served": tally.served, "abandoned": tally.abandoned, "called_back": tally.called_back}
    names = sorted({wait.line_id for waits in kinds.values() for wait in waits})
    found: dict[str, dict[str, float | None]] = {}
    for name in names:
        own = {kind: [w for w in waits if w.line_id == name] for kind, waits in kinds.items()}
        found[name] = {
            **{kind: len(waits) for kind, waits in own.items()},
            "mean_wait_of_served": waits_of(own["served"])["mean"],
        }
    return found


def _by_hour(tally: Tally, zone: tzinfo) -> list[dict[str, float | None]]:
    """Tell of each hour of the day, of all days together, who began to wait and how it ended."""
    kinds = {"served": tally.served, "abandoned": tally.abandoned, "called_back": tally.called_back}
    found: dict[int, dict[str, list[Wait]]] = {}
    for kind, waits in kinds.items():
        for wait in waits:
            hour = wait.since.astimezone(zone).hour
            found.setdefault(hour, {kind: [] for kind in kinds})[kind].append(wait)
    return [
        {
            "hour": hour,
            **{kind: len(waits) for kind, waits in found[hour].items()},
            "mean_wait_of_served": waits_of(found[hour]["served"])["mean"],
        }
        for hour in sorted(found)
    ]


def waits_of(waits: Sequence[Wait]) -> dict[str, float | None]:
    """Describe waits by their mean and percentiles, by the nearest rank."""
    seconds = sorted(wait.seconds for wait in waits)
    if not seconds:
        return {"mean": None, **{f"p{percent}": None for percent in PERCENTILES}}
    return {
        "mean": round(sum(seconds) / len(seconds), 1),
        **{
            f"p{percent}": round(seconds[ceil(len(seconds) * percent / 100) - 1], 1)
            for percent in PERCENTILES
        },
    }


def lines_of(summary: dict[str, Any]) -> list[str]:
    """Write a summary as a table of lines for people."""
    waits, agents = summary["wait_seconds"], summary["agents"]
    rows = [
        ("calls", f"{summary['calls']:,}"),
        ("  left before the queue", f"{summary['left_before_queue']:,}"),
        ("  served", f"{summary['served']:,}"),
        ("  hung up waiting", f"{summary['abandoned']:,} ({summary['abandoned_share']:.1%})"),
        ("  turned away (ring time over, or nobody left)", f"{summary['turned_away']:,}"),
        *_callback_rows(summary),
        ("wait of callers served", _wait_words(waits["callers"])),
        ("wait of callers hanging up", _wait_words(waits["abandoning"])),
        ("agents", f"{agents['number']}, {agents['online_hours']:,} hours online"),
        ("  occupancy", f"{agents['occupancy']:.1%}"),
    ]
    real = summary["observed"]
    if real is not None:
        words = f"{real['abandoned']:,} ({real['abandoned_share']:.1%}) hung up waiting"
        rows.append(("in reality", f"{real['served']:,} served, {words}"))
    width = max(len(label) for label, _ in rows) + 2
    lines = [f"{label.ljust(width)}{value}".rstrip() for label, value in rows]
    if not summary["finished"]:
        until = summary["replayed_until"]
        lines.append(f"Interrupted: these are the figures up to {until} of the call list.")
    return lines


def _callback_rows(summary: dict[str, Any]) -> Iterable[tuple[str, str]]:
    if not summary["callbacks_allowed"]:
        yield ("callbacks", "off")
        return
    callbacks = summary["callbacks"]
    joined = callbacks["joined_earlier_request"]
    yield ("callbacks requested", f"{callbacks['requested']:,} (and {joined:,} joined one)")
    yield ("  completed", f"{callbacks['completed']:,}")
    for kind in ("not_reached", "failed", "cancelled"):
        reasons = callbacks["reasons"][kind].items()
        detail = ", ".join(f"{number:,} {reason}" for reason, number in reasons)
        label = f"  {kind.replace('_', ' ')}"
        yield (label, f"{callbacks[kind]:,}" + (f": {detail}" if detail else ""))
    waits = summary["wait_seconds"]["callbacks"]
    yield ("wait of callbacks, hung up", _wait_words(waits))


def _wait_words(waits: dict[str, float | None]) -> str:
    if waits["mean"] is None:
        return "-"
    percentiles = ", ".join(f"{waits[f'p{p}']:,.0f} s p{p}" for p in PERCENTILES)
    return f"{waits['mean']:,.0f} s mean, {percentiles}"


def _shown(instant: datetime) -> str:
    return instant.replace(tzinfo=None).isoformat(sep=" ", timespec="seconds")
