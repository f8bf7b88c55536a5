"""P2: from an agent's BYE to that agent's next INVITE, with 100 agents and 1,000 waiting."""

import shutil
import sys
from dataclasses import replace
from typing import Any

from bench.agent_free import FOLDER, Size, measure_product, measure_smallest_program
from bench.measuring.children import require
from bench.measuring.people import TALK_MILLISECONDS
from bench.measuring.report import Row, publish

SHORT = Size(100, 1_000, 120, 17.0, 280, settle_seconds=30.0, rtp_ports=5_000)
"""About 70 calls a second are taken, and as many come in."""
LONGER = replace(
    SHORT,
    asking_per_second=1.7,
    callbacks_waiting=140,
    settle_seconds=80.0,
    talk_milliseconds=tuple(10 * talk for talk in TALK_MILLISECONDS),
)
"""About seven a second, as in P1: the mark is judged by these."""
MEDIAN_MS_MAX, P99_MS_MAX = 12, 40


def main() -> int:
    """Measure talks of ten seconds and of one, each beside the smallest program; show and keep."""
    require("sipp", "setpriv", "unshare")
    rows: list[Row] = []
    details: dict[str, Any] = {}
    for name, size in {"longer": LONGER, "short": SHORT}.items():
        shutil.rmtree(FOLDER / f"ringback-{size.agents}", ignore_errors=True)
        shutil.rmtree(FOLDER / f"smallest-{size.agents}", ignore_errors=True)
        ours, peer = measure_product(size), measure_smallest_program(size)
        details |= {name: ours, f"{name}, smallest program": peer}
        rows += _rows(ours, peer, size)
    publish("thousand_waiting", rows, details)
    return 0


def _rows(ours: dict[str, Any], smallest: dict[str, Any], size: Size) -> list[Row]:
    what = (
        f"{size.agents} agents, {ours['waiting_mean']:,.0f} waiting,"
        f" {ours['per_second']:.0f} turns/s"
    )
    peer = f"smallest program {smallest['median_ms']:.1f} / {smallest['p99_ms']:.1f} ms"
    median, p99 = ours["median_ms"], ours["p99_ms"]
    return [
        Row(
            "P2",
            f"{what}: median",
            f"<= {MEDIAN_MS_MAX} ms",
            f"{median:.1f} ms",
            median <= MEDIAN_MS_MAX,
            peer,
        ),
        Row("P2", f"{what}: p99", f"<= {P99_MS_MAX} ms", f"{p99:.1f} ms", p99 <= P99_MS_MAX, peer),
    ]


if __name__ == "__main__":
    sys.exit(main())
