"""Runs every command of how-many-hang-ups.md, prints its tables, and draws its last chart.

uv run --all-extras python docs/draw_hang_ups.py ../shared/data/anonymous-bank-1999-02.csv.gz
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from matplotlib import pyplot

IMAGES = Path(__file__).parent / "images"
WEEK_FOUR = "--from 1999-02-22 --no-callbacks --respect-queuing-time"
MONTH = "--respect-queuing-time"
REPLAYS = {f"week 4, seed {seed}": f"{WEEK_FOUR} --seed {seed}" for seed in range(1, 6)} | {
    "whole month": f"{MONTH} --no-callbacks"
}
SETTINGS = {
    "no callbacks": f"{MONTH} --no-callbacks",
    "a quarter would press *": f"{MONTH} --press-share 0.25",
    "half would press *": MONTH,
    "three quarters would press *": f"{MONTH} --press-share 0.75",
    "half, at once (5 s)": f"{MONTH} --press-from 5 --press-mean 5",
    "busy: wait up to 5 min": f"{MONTH} --busy-wait 5",
    "busy: wait up to 1 min": f"{MONTH} --busy-wait 1",
    "busy: follow the step, 60 s": f"{MONTH} --when-busy follow-step --ring-for 60",
    "busy: fail at once": f"{MONTH} --when-busy fail",
    "busy: fail at once, 5 retries": f"{MONTH} --when-busy fail --retries 5",
    "ring 600 s": f"{MONTH} --ring-for 600",
    "ring 120 s": f"{MONTH} --ring-for 120",
    "ring 60 s": f"{MONTH} --ring-for 60",
    "1 in 5 cards declined": f"{MONTH} --decline-share 0.2",
    "1 in 5 declined, 2 retries": f"{MONTH} --decline-share 0.2 --retries 2",
    "1 in 5 rings missed": f"{MONTH} --miss-share 0.2",
    "1 in 5 missed, 2 retries": f"{MONTH} --miss-share 0.2 --retries 2",
}
CHARTS = {
    "week-4": f"{WEEK_FOUR}",
    "month-with-callbacks": MONTH,
}
COLOURS = {"hung up": "#b0413e", "turned away": "#e0a458", "callback not served": "#8a8a8a"}


def main() -> None:
    """Run, print, draw."""
    listed = sys.argv[1]
    _print_table(REPLAYS, {name: _run(listed, options) for name, options in REPLAYS.items()})
    found = {name: _run(listed, options) for name, options in SETTINGS.items()}
    _print_table(SETTINGS, found)
    _draw(found)
    for name, options in CHARTS.items():
        _run(listed, f"{options} --charts {IMAGES / name}")


def _run(listed: str, options: str) -> dict[str, Any]:
    command = [sys.executable, "-c", "from ringback.cli import main; main()"]
    arguments = ["simulate", listed, *options.split(), "--json"]
    done = subprocess.run([*command, *arguments], check=True, capture_output=True, text=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def _print_table(commands: dict[str, str], found: dict[str, dict[str, Any]]) -> None:
    print(
        "| | hung up | turned away | wait of callers (mean, p90) | callbacks | completed |"
        " not reached | failed | their wait (mean, p90) | occupancy | options |"
    )
    print("|---|---|---|---|---|---|---|---|---|---|---|")
    for name, figures in found.items():
        callbacks, waits = figures["callbacks"], figures["wait_seconds"]
        cells = (
            name,
            f"{figures['abandoned']:,} ({figures['abandoned_share']:.1%})",
            f"{figures['turned_away']:,}",
            _pair(waits["callers"]),
            f"{callbacks['requested']:,}",
            f"{callbacks['completed']:,}",
            f"{callbacks['not_reached']:,}",
            f"{callbacks['failed'] + callbacks['cancelled']:,}",
            _pair(waits["callbacks"]),
            f"{figures['agents']['occupancy']:.1%}",
            f"`{commands[name]}`",
        )
        print(f"| {' | '.join(cells)} |", flush=True)


def _pair(waits: dict[str, float | None]) -> str:
    if waits["mean"] is None:
        return "–"
    return f"{waits['mean']:.0f} s, {waits['p90']:.0f} s"


def _draw(found: dict[str, dict[str, Any]]) -> None:
    """Show of 100 callers who reached a queue how many were not helped, by setting."""
    names = list(found)[::-1]
    lost = {kind: [_lost(found[name])[kind] for name in names] for kind in COLOURS}
    figure, axes = pyplot.subplots(figsize=(7, 5), layout="constrained")
    left = [0.0] * len(names)
    for kind, shares in lost.items():
        axes.barh(names, shares, left=left, color=COLOURS[kind], label=kind)
        left = [before + share for before, share in zip(left, shares, strict=True)]
    axes.set(xlabel="of 100 callers who reached a queue")
    figure.legend(frameon=False, loc="outside upper center", ncols=len(COLOURS))
    axes.spines[["top", "right"]].set_visible(False)
    pyplot.rcParams.update({"svg.hashsalt": "ringback", "svg.fonttype": "none"})
    figure.savefig(IMAGES / "settings.svg", metadata={"Date": None})


def _lost(figures: dict[str, Any]) -> dict[str, float]:
    callbacks = figures["callbacks"]
    asked = callbacks["requested"] + callbacks["joined_earlier_request"]
    served, hung_up, turned = (figures[name] for name in ("served", "abandoned", "turned_away"))
    reached = served + hung_up + turned + asked
    unserved = callbacks["failed"] + callbacks["cancelled"]
    return {
        "hung up": 100 * hung_up / reached,
        "turned away": 100 * turned / reached,
        "callback not served": 100 * unserved / reached,
    }


if __name__ == "__main__":
    main()
