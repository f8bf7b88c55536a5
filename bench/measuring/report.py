"""Keeps what a benchmark found: JSON in the results folder, and one table on the screen."""

import json
import os
import platform
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

RESULTS_VARIABLE = "RINGBACK_BENCH_RESULTS"
RESULTS = os.environ.pop(RESULTS_VARIABLE, None)
"""Taken out of the environment, where Ringback would refuse it as an unknown setting."""
COLUMNS = ("mark", "what", "bound", "measured", "met", "peer")


@dataclass(frozen=True, slots=True)
class Row:
    """One mark: what was asked, what was measured, and whether it was met."""

    mark: str
    what: str
    bound: str
    measured: str
    met: bool
    peer: str = ""


def publish(name: str, rows: Sequence[Row], details: Mapping[str, Any]) -> None:
    """Write the benchmark's JSON, if there is a folder for it, and show its rows."""
    sys.stdout.write(table(rows) + "\n")
    if RESULTS is None:
        return
    content = {
        "benchmark": name,
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "machine": machine(),
        "rows": [asdict(row) for row in rows],
        "details": details,
    }
    Path(RESULTS).mkdir(parents=True, exist_ok=True)
    Path(RESULTS, f"{name}.json").write_text(json.dumps(content, indent=2) + "\n")


def read_rows(folder: Path, names: Iterable[str]) -> list[Row]:
    """Read back the rows that these benchmarks published."""
    rows: list[Row] = []
    for name in names:
        path = folder / f"{name}.json"
        if path.exists():
            rows += [Row(**row) for row in json.loads(path.read_text())["rows"]]
    return sorted(rows, key=_order)


def table(rows: Sequence[Row]) -> str:
    """Lay rows out in columns."""
    lines = [COLUMNS]
    lines += [
        (row.mark, row.what, row.bound, row.measured, "ok" if row.met else "missed", row.peer)
        for row in rows
    ]
    widths = [max(len(line[column]) for line in lines) for column in range(len(COLUMNS))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )


def machine() -> dict[str, Any]:
    """Describe what the figures were measured on, and how busy it was."""
    return {
        "processor": _processor(),
        "cores": os.cpu_count(),
        "python": platform.python_version(),
        "system": platform.release(),
        "load": [round(load, 2) for load in os.getloadavg()],
    }


def quantile(ordered: Sequence[float], share: float) -> float:
    """Give the value below which this share of an ordered sequence lies."""
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def _order(row: Row) -> tuple[int, str]:
    number = re.search(r"\d+", row.mark)
    return (int(number[0]) if number else 0, row.mark)


def _processor() -> str:
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.processor()
