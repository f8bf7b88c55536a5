"""Draws a run: who hangs up at which hour, and how long people wait. Needs matplotlib."""

from collections.abc import Sequence
from math import nan
from pathlib import Path
from typing import Any

from .call_list import Fate, ListedCall
from .tally import Tally, Wait

HOURS = range(24)
SIMULATED, OBSERVED, CALLED_BACK = "#1f5fa8", "#8a8a8a", "#b285d1"
WAIT_SHOWN_MAX = 900


class ChartsMissing(Exception):
    """Charts need matplotlib: install Ringback with the extra `charts`."""

    def __init__(self) -> None:
        super().__init__(self.__doc__)


def draw(folder: Path, calls: Sequence[ListedCall], tally: Tally, *, suffix: str) -> list[Path]:
    """Draw both charts into a folder, as `svg` or `png`; return the files."""
    try:
        import matplotlib as mpl
        from matplotlib import pyplot
    except ImportError as missing:
        raise ChartsMissing from missing
    mpl.use("agg")
    mpl.rcParams.update({"svg.hashsalt": "ringback", "svg.fonttype": "none"})
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, paint in (("hang-ups-by-hour", _hang_ups), ("waits", _waits)):
        figure, axes = pyplot.subplots(figsize=(7, 3.2), layout="constrained")
        paint(axes, calls, tally)
        axes.spines[["top", "right"]].set_visible(False)
        path = folder / f"{name}.{suffix}"
        figure.savefig(path, metadata={"Date": None} if suffix == "svg" else None, dpi=110)
        pyplot.close(figure)
        paths.append(path)
    return paths


def _hang_ups(axes: Any, calls: Sequence[ListedCall], tally: Tally) -> None:
    """Show the share of callers of each hour who hung up, simulated beside observed."""
    real = observed_by_hour(calls)
    if any(real.values()):
        shares = [real[hour] or 0.0 for hour in HOURS]
        axes.bar(HOURS, [100 * share for share in shares], color=OBSERVED, label="observed")
    shares = [
        100 * (nan if share is None else share) for share in simulated_by_hour(tally).values()
    ]
    axes.plot(HOURS, shares, color=SIMULATED, marker="o", label="simulated")
    axes.set(xlabel="hour of the day", ylabel="hung up waiting, %", xticks=range(0, 24, 2))
    axes.legend(frameon=False)


def simulated_by_hour(tally: Tally) -> dict[int, float | None]:
    """Tell for each hour in which callers joined which share hung up."""
    lost, all_of = [0] * 24, [0] * 24
    for wait in tally.abandoned:
        lost[wait.since.hour] += 1
    for wait in (*tally.served, *tally.abandoned):
        all_of[wait.since.hour] += 1
    return _shares(lost, all_of)


def observed_by_hour(calls: Sequence[ListedCall]) -> dict[int, float | None]:
    """Tell the same of what really happened."""
    lost, all_of = [0] * 24, [0] * 24
    for call in calls:
        hour = int(call.joins % 86_400 // 3600)
        lost[hour] += call.fate is Fate.HUNG_UP
        all_of[hour] += call.fate in (Fate.HUNG_UP, Fate.SERVED)
    return _shares(lost, all_of)


def _shares(lost: list[int], all_of: list[int]) -> dict[int, float | None]:
    return {hour: lost[hour] / all_of[hour] if all_of[hour] else None for hour in HOURS}


def _waits(axes: Any, calls: Sequence[ListedCall], tally: Tally) -> None:
    """Show which share had been reached by each time of waiting."""
    real = [call.waited for call in calls if call.fate is Fate.SERVED]
    for seconds, colour, label in (
        (real, OBSERVED, "callers, observed"),
        (_seconds(tally.served), SIMULATED, "callers, simulated"),
        (_seconds(tally.called_back), CALLED_BACK, "callbacks, simulated (hung up, not holding)"),
    ):
        if seconds:
            axes.plot(*reached_by(seconds), color=colour, label=label)
    axes.set(xlabel="seconds", ylabel="reached by then, %", xlim=(0, WAIT_SHOWN_MAX), ylim=(0, 101))
    axes.legend(frameon=False, loc="lower right")


def _seconds(waits: Sequence[Wait]) -> list[float]:
    return [wait.seconds for wait in waits]


def reached_by(seconds: list[float]) -> tuple[list[int], list[float]]:
    """Tell for a grid of times which share, in percent, waited no longer."""
    grid = list(range(0, WAIT_SHOWN_MAX + 1, 10))
    ordered, counted, shares = sorted(seconds), 0, []
    for limit in grid:
        while counted < len(ordered) and ordered[counted] <= limit:
            counted += 1
        shares.append(100 * counted / len(ordered))
    return grid, shares
